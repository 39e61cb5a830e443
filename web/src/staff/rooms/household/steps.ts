import type { Status, Track } from "@domain/status.ts";
import type { Bilingual } from "@domain/text.ts";

type Stop = { name: Bilingual; states: readonly Status[] };

/** From the application to the county's decision (the plan's steps 2 and 3). */
const TO_THE_DECISION: readonly Stop[] = [
  { name: { zh: "申请", en: "Application" },       states: ["draft"] },
  { name: { zh: "入户调查", en: "Survey" },         states: ["submitted"] },
  { name: { zh: "民主评议", en: "Appraisal" },      states: ["surveyed", "notNominated"] },
  { name: { zh: "核实", en: "Verification" },       states: ["nominated"] },
  { name: { zh: "第一次公示", en: "First notice" }, states: ["verified", "villageNotice"] },
  { name: { zh: "镇审核", en: "Town review" },      states: ["townReview"] },
  { name: { zh: "第二次公示", en: "Second notice" }, states: ["townApproved", "townNotice"] },
  { name: { zh: "县复审", en: "County review" },    states: ["countyReview"] },
];

const PAIRING: Stop = { name: { zh: "结对", en: "Pairing" }, states: ["approved"] };
const PLAN: Stop = { name: { zh: "计划", en: "Plan" }, states: ["paired"] };
const FORM: Stop = { name: { zh: "登记表", en: "Form" }, states: ["planned"] };
const REPORT: Stop = { name: { zh: "上报", en: "Report" }, states: ["entered"] };
const TRIAL: Stop = { name: { zh: "试运行", en: "Trial run" }, states: ["reported"] };
const SERVICE: Stop = { name: { zh: "在册帮扶", en: "In service" }, states: ["inService", "changeReview"] };

/** The stations of each track's way, and the states in which it stands at each. */
const STATIONS: Record<Track, readonly Stop[]> = {
  identify: [
    ...TO_THE_DECISION, PAIRING, PLAN, FORM,
    { name: { zh: "手册", en: "Handbook" }, states: ["registered"] },
    { name: { zh: "录入", en: "Data entry" }, states: ["handbookIssued"] },
    REPORT, TRIAL, SERVICE,
  ],
  exit: [...TO_THE_DECISION, { name: { zh: "退出", en: "Exit" }, states: ["exited"] }],
  village: [
    { name: { zh: "申请", en: "Application" }, states: ["draft"] },
    { name: { zh: "镇审核", en: "Town review" }, states: ["submitted", "townReview"] },
    { name: { zh: "公示", en: "Notice" }, states: ["townApproved", "townNotice"] },
    { name: { zh: "县审定", en: "County decision" }, states: ["countyReview"] },
    PAIRING, PLAN, FORM,
    { name: { zh: "录入", en: "Data entry" }, states: ["registered"] },
    REPORT, TRIAL, SERVICE,
  ],
};

/** Where there is nothing more to reach: in service, or out of the register. */
const REACHED: readonly Status[] = ["inService", "exited"];

export type Station = { name: Bilingual; standing: "done" | "here" | "ahead" };

/** Every station with whether it lies behind; what was refused, withdrawn or ended stands at none. */
export function stationsOf(track: Track, status: Status): Station[] {
  const here = STATIONS[track].findIndex(({ states }) => states.includes(status));
  const isOver = REACHED.includes(status);
  return STATIONS[track].map(({ name }, at) => ({
    name,
    standing: at < here || (at === here && isOver) ? "done" : at === here ? "here" : "ahead",
  }));
}
