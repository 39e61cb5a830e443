import * as z from "zod";
import { AreaCode, VillageCode } from "./areas.ts";
import { Helped } from "./application.ts";
import { ChangeKind } from "./forms/helpCodes2014.ts";
import { Instant } from "./instant.ts";
import { StaffRole } from "./roles.ts";
import { Track } from "./status.ts";
import { typedText } from "./text.ts";

/** What of help is summed per village and cause: yuan planned, paid and come of it, and how many of each. */
export const HelpSum = z.strictObject({
  planned: z.number().default(0),
  paid: z.number().default(0),
  benefit: z.number().default(0),
  measures: z.number().default(0),
  finished: z.number().default(0),
  results: z.number().default(0),
});
export type HelpSum = z.infer<typeof HelpSum>;

/** How many households somebody helps now, under the name of the latest pairing. */
export const HelperLoad = z.strictObject({ name: z.string(), households: z.number() });
export type HelperLoad = z.infer<typeof HelperLoad>;

/** The same helper wherever the load is counted; who does not sign in is known by name alone. */
export const helperKey = ({ account, name }: { account: string | null; name: string }): string => account ?? name;

/** `villages/{register}-{code}`: a village in a register, and the next free number of its households. */
export const VillageRegister = z.strictObject({
  register: z.string(),
  village: VillageCode,
  areas: z.array(AreaCode),
  nextSerial: z.int().min(1).default(1),
  /** Set while it is registered as a poor village: since when, by which application, and who supports it. */
  poor: z.strictObject({ application: z.string(), campaign: z.string(), since: Instant, unit: z.string().nullable() }).nullable().default(null),
  /** Money beside results, by the main cause of poverty (`village` for the village's own), kept by increments. */
  help: z.record(z.string(), HelpSum).default({}),
  /** Who helps how many of its households now: by account, else by name (`helperKey`); kept by increments. */
  helpers: z.record(z.string(), HelperLoad).default({}),
});
export type VillageRegister = z.infer<typeof VillageRegister>;

/** Why an entry ended: out of poverty, or one of the reviewed requests of the yearly update. */
export const EndReason = z.enum(["exit", "merge", "naturalEnd", "wrongIdentification"]);
export type EndReason = z.infer<typeof EndReason>;

/** `households/{register}-{no}`: the register of households; nothing in it is ever deleted. */
export const Household = z.strictObject({
  register: z.string(),
  /** The village's code and four digits (domain.md, section 2.1, `localHouseholdNo`). */
  no: z.string().regex(/^\d{16}$/),
  campaign: z.string(),
  /** The application that made the entry; null for entries of an earlier year's register. */
  application: z.string().nullable(),
  village: VillageCode,
  areas: z.array(AreaCode),
  householder: z.string(),
  groupName: z.string(),
  memberCount: z.int().min(1),
  mainCause: z.string().nullable(),
  status: z.enum(["registered", "ended"]),
  since: Instant,
  /** The exit application under way, if any. */
  exit: z.string().nullable(),
  /** The account of the present helper, who reads this entry while it helps. */
  helper: z.string().nullable().default(null),
  /** The ended entry of the same people: poor again (返贫). */
  former: z.string().nullable().default(null),
  /** The latest yearly version, if one was completed. */
  year: z.int().nullable().default(null),
  ended: z.strictObject({ at: Instant, reason: EndReason, application: z.string(), action: z.string() }).nullable(),
});
export type Household = z.infer<typeof Household>;

/** A change of the people of a household within the year, told with its yearly version. */
export const MemberChange = z.strictObject({
  id: z.string().max(12).optional(),
  kind: ChangeKind,
  row: z.string().max(12),
  name: typedText(0, 40).optional(),
  on: z.iso.date(),
  note: typedText(0, 200).optional(),
});
export type MemberChange = z.infer<typeof MemberChange>;

/**
 * `households/{id}/versions/{year}` and `villages/{id}/versions/{year}`: the registration form of a year as staff see
 * it, with what stood beside it. Corrected while its year runs, kept as it is from then on.
 */
export const Version = z.strictObject({
  areas: z.array(AreaCode),
  /** The farmer whose household it is, if the farmer has an account. */
  applicant: z.string().nullable(),
  year: z.int(),
  /** Shown part of the form; null where only an earlier system's row is known. */
  form: z.unknown(),
  helper: Helped.nullable(),
  /** The plan in force, as its help record holds it. */
  plan: z.unknown(),
  changes: z.array(MemberChange),
  /** Written answers to doubts, by rule. */
  answers: z.record(z.string(), z.string()),
  /** The application and action that completed it; null for imported versions. */
  application: z.string().nullable(),
  action: z.string().nullable(),
  at: Instant,
});
export type Version = z.infer<typeof Version>;

export const HelpKind = z.enum(["plan", "measure", "visit", "result"]);
export type HelpKind = z.infer<typeof HelpKind>;

/** `applications/{id}/help/{record}`: the record's id is that of the action that brought it. */
export const HelpRecord = z.strictObject({
  campaign: z.string(),
  village: VillageCode,
  areas: z.array(AreaCode),
  applicant: z.string().nullable(),
  kind: HelpKind,
  content: z.unknown(),
  at: Instant,
  by: z.string(),
  role: z.string(),
  /** How a measure ended. */
  done: z.strictObject({ content: z.unknown(), at: Instant, by: z.string(), action: z.string() }).nullable(),
  /** How the householder confirmed a result. */
  confirmed: z.strictObject({ how: z.enum(["signature", "fingerprint", "online"]), at: Instant, by: z.string(), action: z.string() }).nullable(),
});
export type HelpRecord = z.infer<typeof HelpRecord>;

/** `pairings/{application}-{n}`: who helps whom from when to when. A change ends one and begins the next the same day. */
export const Pairing = z.strictObject({
  campaign: z.string(),
  village: VillageCode,
  areas: z.array(AreaCode),
  application: z.string(),
  track: Track,
  /** The householder's name, or the village's. */
  subject: z.string(),
  people: z.int(),
  helper: z.unknown(),
  name: z.string(),
  kind: z.string(),
  account: z.string().nullable(),
  from: z.iso.date(),
  until: z.iso.date().nullable(),
  assigned: z.strictObject({ action: z.string(), at: Instant, by: z.string() }),
});
export type Pairing = z.infer<typeof Pairing>;

/** One question that a check raised about a record, and what was answered. */
export const FindingRow = z.strictObject({
  rule: z.string(),
  level: z.enum(["error", "doubt", "lead"]),
  paths: z.array(z.string()),
  zh: z.string(),
  en: z.string(),
  raisedAt: Instant,
  /** When a check no longer found it: the fact is gone, the row and its answer stay. */
  settledAt: Instant.nullable().default(null),
  answer: z.strictObject({ text: z.string(), by: z.string(), role: StaffRole, at: Instant, action: z.string() }).nullable(),
});
export type FindingRow = z.infer<typeof FindingRow>;

/** `villageFindings/{campaign}-{area}`: what is asked of a village, or of the town, as a whole (checks/evenness.ts). */
export const VillageFindings = z.strictObject({
  campaign: z.string(),
  area: AreaCode,
  areas: z.array(AreaCode),
  ranAt: Instant,
  open: z.int().min(0),
  rows: z.array(FindingRow).max(60),
});
export type VillageFindings = z.infer<typeof VillageFindings>;

/** `findings/{application}`: what the last check run asks about one record. */
export const Findings = z.strictObject({
  campaign: z.string(),
  village: VillageCode,
  areas: z.array(AreaCode),
  track: Track,
  subject: z.string(),
  ranAt: Instant,
  /** The registration that was checked, empty before there is one: a later one must be checked anew. */
  registration: z.string(),
  /** Errors, and doubts without an answer. */
  open: z.int().min(0),
  rows: z.array(FindingRow).max(100),
});
export type Findings = z.infer<typeof Findings>;
