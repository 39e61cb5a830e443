import type { Status, Track } from "@domain/status.ts";
import type { Bilingual } from "@domain/text.ts";

/** The stations of a household's way, and the states in which it stands at each (the plan's steps 2 and 3). */
const STATIONS = [
  { name: { zh: "申请", en: "Application" },       states: ["draft"] },
  { name: { zh: "入户调查", en: "Survey" },         states: ["submitted"] },
  { name: { zh: "民主评议", en: "Appraisal" },      states: ["surveyed", "notNominated"] },
  { name: { zh: "核实", en: "Verification" },       states: ["nominated"] },
  { name: { zh: "第一次公示", en: "First notice" }, states: ["verified", "villageNotice"] },
  { name: { zh: "镇审核", en: "Town review" },      states: ["townReview"] },
  { name: { zh: "第二次公示", en: "Second notice" }, states: ["townApproved", "townNotice"] },
  { name: { zh: "县复审", en: "County review" },    states: ["countyReview"] },
  { name: { zh: "确定", en: "Decided" },            states: ["approved", "exited"] },
] as const satisfies readonly { name: Bilingual; states: readonly Status[] }[];

export type Station = { name: Bilingual; standing: "done" | "here" | "ahead" };

const LAST: Record<Track, Bilingual> = { identify: { zh: "确定", en: "Decided" }, exit: { zh: "退出", en: "Exit" } };

/** Every station with whether it lies behind; a household that was refused or withdrawn stands at none. */
export function stationsOf(track: Track, status: Status): Station[] {
  const here = STATIONS.findIndex(({ states }) => (states as readonly Status[]).includes(status));
  const isOver = status === "approved" || status === "exited";
  return STATIONS.map(({ name }, at) => ({
    name: at === STATIONS.length - 1 ? LAST[track] : name,
    standing: at < here || (at === here && isOver) ? "done" : at === here ? "here" : "ahead",
  }));
}
