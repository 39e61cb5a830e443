import * as z from "zod";
import type { Actor } from "./roles.ts";
import { FORM_FILLERS } from "./roles.ts";
import type { Bilingual } from "./text.ts";

/** The lists of the plan: poor households to identify, households out of poverty to exit, and poor villages. */
export const Track = z.enum(["identify", "exit", "village"]);
export type Track = z.infer<typeof Track>;

export const TRACKS = {
  identify: { zh: "贫困户", en: "poor household" },
  exit:     { zh: "脱贫户", en: "household out of poverty" },
  village:  { zh: "贫困村", en: "poor village" },
} as const satisfies Record<Track, Bilingual>;

/** The two lists of households (the plan's step 2). */
export const HOUSEHOLD_TRACKS = ["identify", "exit"] as const satisfies readonly Track[];
export type HouseholdTrack = (typeof HOUSEHOLD_TRACKS)[number];

/** Where an application stands. `inService` is where the way of an identified household or village leads. */
export const Status = z.enum([
  "draft",
  "submitted",
  "surveyed",
  "nominated",
  "notNominated",
  "verified",
  "villageNotice",
  "townReview",
  "townApproved",
  "townNotice",
  "countyReview",
  "approved",
  "paired",
  "planned",
  "registered",
  "handbookIssued",
  "entered",
  "reported",
  "inService",
  "changeReview",
  "ended",
  "exited",
  "rejected",
  "withdrawn",
]);
export type Status = z.infer<typeof Status>;

type StatusRow = Bilingual & {
  /** The plan's step that the state belongs to. */
  step: number;
  /** Who has to act next; nobody in a final state. */
  holders: readonly Actor[];
  /** Whether its people count against the village's quota (quota/quota.ts). */
  committed: boolean;
};

export const STATUSES = {
  draft:         { zh: "草稿",         en: "draft",                  step: 2, holders: ["applicant", "villageCommittee"], committed: false },
  submitted:     { zh: "待入户调查",   en: "waiting for the survey", step: 2, holders: ["villageCommittee", "villageCadre", "povertyOfficer"], committed: false },
  surveyed:      { zh: "待民主评议",   en: "waiting for the appraisal", step: 2, holders: ["villageCommittee"], committed: false },
  nominated:     { zh: "待核实",       en: "waiting for verification", step: 2, holders: FORM_FILLERS, committed: false },
  notNominated:  { zh: "评议未通过",   en: "not nominated",          step: 2, holders: [], committed: false },
  verified:      { zh: "待第一次公示", en: "waiting for the first notice", step: 2, holders: ["villageCommittee"], committed: false },
  villageNotice: { zh: "第一次公示中", en: "on the first notice",    step: 2, holders: ["clock"], committed: true },
  townReview:    { zh: "待镇政府审核", en: "waiting for the town's review", step: 3, holders: ["townGovernment"], committed: true },
  townApproved:  { zh: "待第二次公示", en: "waiting for the second notice", step: 3, holders: ["povertyOfficer"], committed: true },
  townNotice:    { zh: "第二次公示中", en: "on the second notice",   step: 3, holders: ["clock"], committed: true },
  countyReview:  { zh: "待县扶贫办复审", en: "waiting for the county's review", step: 3, holders: ["countyOffice"], committed: true },
  approved:      { zh: "待结对帮扶",   en: "waiting for a helper",   step: 4, holders: ["povertyOfficer", "villageCadre"], committed: true },
  paired:        { zh: "待制定帮扶计划", en: "waiting for a plan",   step: 5, holders: [...FORM_FILLERS, "helper"], committed: true },
  planned:       { zh: "待填登记表",   en: "waiting for the form",   step: 6, holders: FORM_FILLERS, committed: true },
  registered:    { zh: "待发扶贫手册", en: "waiting for the handbook", step: 7, holders: FORM_FILLERS, committed: true },
  handbookIssued: { zh: "待录入",      en: "waiting for data entry", step: 8, holders: FORM_FILLERS, committed: true },
  entered:       { zh: "待上报县扶贫办", en: "waiting for the report", step: 8, holders: ["povertyOfficer"], committed: true },
  reported:      { zh: "待试运行检查", en: "waiting for the trial run", step: 9, holders: ["povertyOfficer", "countyOffice"], committed: true },
  inService:     { zh: "在册帮扶",     en: "in service",             step: 10, holders: FORM_FILLERS, committed: true },
  changeReview:  { zh: "变更待审核",   en: "change under review",    step: 10, holders: ["townGovernment", "countyOffice"], committed: true },
  ended:         { zh: "已终止在册",   en: "service ended",          step: 10, holders: [], committed: false },
  exited:        { zh: "已脱贫退出",   en: "approved: out of poverty", step: 3, holders: [], committed: true },
  rejected:      { zh: "未批准",       en: "rejected",               step: 3, holders: [], committed: false },
  withdrawn:     { zh: "已撤回",       en: "withdrawn",              step: 2, holders: [], committed: false },
} as const satisfies Record<Status, StatusRow>;

/** Where a poor village differs: it has no handbook, one notice, and steps of its own (the plan, 贫困村). */
const OF_VILLAGES: Partial<Record<Status, Partial<StatusRow>>> = {
  draft:         { holders: ["villageCommittee"] },
  submitted:     { zh: "待修改后重新提交", en: "waiting to be sent anew", holders: ["villageCommittee"] },
  townApproved:  { zh: "待公示", en: "waiting for the notice", committed: false },
  townNotice:    { zh: "公示中", en: "on the notice" },
  townReview:    { step: 2, committed: false },
  countyReview:  { zh: "待县审定", en: "waiting for the county's decision", holders: ["countyLeadingGroup", "countyOffice"] },
  approved:      { zh: "待结对帮扶单位", en: "waiting for a support unit" },
  paired:        { holders: [...FORM_FILLERS, "supportUnit"] },
  registered:    { zh: "待录入", en: "waiting for data entry" },
  entered:       { step: 7 },
  reported:      { step: 8 },
  inService:     { step: 9 },
  changeReview:  { step: 9 },
  ended:         { step: 9 },
};

/** The row of a state for a track. */
export function statusOf(track: Track, status: Status): StatusRow {
  return track === "village" ? { ...STATUSES[status], ...OF_VILLAGES[status] } : STATUSES[status];
}

/** States of a household that count against its village's quota: from the first notice on. */
export const COMMITTED_STATUSES: readonly Status[] = Status.options.filter((status) => STATUSES[status].committed);

/** Listed on a notice, and not yet approved. */
export const SINCE_NOTICE = [
  "villageNotice", "townReview", "townApproved", "townNotice", "countyReview",
] as const satisfies readonly Status[];

/** Where an application has failed: after the campaign's `retention` its personal data go. */
export const FAILED = ["notNominated", "rejected", "withdrawn"] as const satisfies readonly Status[];

/** In the register, from the county's approval on. */
export const SINCE_APPROVAL = [
  "approved", "paired", "planned", "registered", "handbookIssued", "entered", "reported", "inService", "changeReview",
] as const satisfies readonly Status[];
