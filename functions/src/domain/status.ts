import * as z from "zod";
import type { Actor } from "./roles.ts";
import type { Bilingual } from "./text.ts";

/** The two lists of the plan's step 2: poor households to identify, and households out of poverty to exit. */
export const Track = z.enum(["identify", "exit"]);
export type Track = z.infer<typeof Track>;

export const TRACKS = {
  identify: { zh: "贫困户", en: "poor household" },
  exit:     { zh: "脱贫户", en: "household out of poverty" },
} as const satisfies Record<Track, Bilingual>;

/** Where an application stands. `approved` ends the identify track, `exited` the exit track. */
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
  nominated:     { zh: "待核实",       en: "waiting for verification", step: 2, holders: ["villageCommittee", "povertyOfficer", "villageCadre"], committed: false },
  notNominated:  { zh: "评议未通过",   en: "not nominated",          step: 2, holders: [], committed: false },
  verified:      { zh: "待第一次公示", en: "waiting for the first notice", step: 2, holders: ["villageCommittee"], committed: false },
  villageNotice: { zh: "第一次公示中", en: "on the first notice",    step: 2, holders: ["clock"], committed: true },
  townReview:    { zh: "待镇政府审核", en: "waiting for the town's review", step: 3, holders: ["townGovernment"], committed: true },
  townApproved:  { zh: "待第二次公示", en: "waiting for the second notice", step: 3, holders: ["povertyOfficer"], committed: true },
  townNotice:    { zh: "第二次公示中", en: "on the second notice",   step: 3, holders: ["clock"], committed: true },
  countyReview:  { zh: "待县扶贫办复审", en: "waiting for the county's review", step: 3, holders: ["countyOffice"], committed: true },
  approved:      { zh: "已确定为贫困户", en: "approved: registered as poor", step: 3, holders: [], committed: true },
  exited:        { zh: "已脱贫退出",   en: "approved: out of poverty", step: 3, holders: [], committed: true },
  rejected:      { zh: "未批准",       en: "rejected",               step: 3, holders: [], committed: false },
  withdrawn:     { zh: "已撤回",       en: "withdrawn",              step: 2, holders: [], committed: false },
} as const satisfies Record<Status, StatusRow>;

/** States that count against a village's quota: from the first notice on. */
export const COMMITTED_STATUSES: readonly Status[] = Status.options.filter((status) => STATUSES[status].committed);
