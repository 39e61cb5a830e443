import * as z from "zod";
import { AreaCode, CountyCode, TownCode, VillageCode } from "./areas.ts";
import { Instant } from "./instant.ts";
import { MessageKind } from "./messages.ts";
import { FindingStep } from "./checks/steps.ts";
import { Calendar, Period } from "./notice/period.ts";
import { StaffRole } from "./roles.ts";
import { Status, Track } from "./status.ts";
import { typedText } from "./text.ts";

const name = z.strictObject({ zh: typedText(1, 60), en: typedText(1, 120) });

/** What is over a village's size: ignored, told, or refused (then it stays on the reserve list). */
export const QuotaMode = z.enum(["off", "advisory", "hard"]);
export type QuotaMode = z.infer<typeof QuotaMode>;

const keptDays = z.int().min(1).max(3660);

/** A village as the campaign knows it, with what annex 2's split is computed from (domain.md, section 6.2). */
export const CampaignVillage = z.strictObject({
  code: VillageCode,
  name: typedText(1, 30),
  aliases: z.array(typedText(0, 30)).max(5),
  population: z.int().min(0).max(100_000),
  stock: z.int().min(0).max(100_000),
  rate: z.number().min(0).max(1),
  /** What annex 8 ranks the villages by: net income per head (yuan), collective income (10,000 yuan), 整村推进. */
  perCapita: z.number().min(0).max(1_000_000).optional(),
  collectiveIncomeWan: z.number().min(0).max(100_000).optional(),
  advance: z.enum(["notStarted", "underWay", "done"]).optional(),
  /** Whether it lives by its pastures as well (domain.md, LI-01: this county's villages do, unless somebody says no). */
  pastoral: z.boolean().optional(),
});
export type CampaignVillage = z.infer<typeof CampaignVillage>;

/** Whether large pastures are nothing to ask about in a village of the campaign. */
export const isPastoral = ({ villages }: { villages: readonly CampaignVillage[] }, village: string): boolean =>
  villages.find(({ code }) => code === village)?.pastoral ?? true;

/** One step of the plan with its last day. */
export const PlanStep = z.strictObject({ step: z.int().min(1).max(10), zh: typedText(0, 60), en: typedText(0, 120), by: z.iso.date().nullable() });
export type PlanStep = z.infer<typeof PlanStep>;

/** Everything that differs from one campaign to the next: a campaign is data alone (design.md, section 8). */
export const CampaignSettings = z.strictObject({
  name,
  year: z.int().min(2000).max(2100),
  /** The register that approvals are entered in: campaigns of one town share it, a rehearsal has one of its own. */
  register: z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/),
  rehearsal: z.boolean(),
  county: z.strictObject({ code: CountyCode, zh: typedText(0, 30), en: typedText(0, 60) }),
  town: z.strictObject({ code: TownCode, zh: typedText(0, 30), en: typedText(0, 60) }),
  phone: typedText(0, 30),
  /** Net income per head, yuan a year, that divides the two lists. */
  line: z.int().min(1).max(1_000_000),
  /** People to identify, people to exit, villages to mark as poor. */
  quota: z.strictObject({ identify: z.int().min(0), exit: z.int().min(0), villages: z.int().min(0) }),
  quotaMode: QuotaMode,
  villages: z.array(CampaignVillage).min(1).max(100),
  notice: z.strictObject({ village: Period, town: Period }),
  objection: z.strictObject({
    answer: Period,
    /** How long a dismissal can be appealed. */
    appeal: Period.default({ unit: "calendarDays", count: 7 }),
    perHour: z.int().min(1).max(1000),
  }),
  /**
   * How many applications are taken: from one farmer's account a day (one phone may serve several neighbours), from all
   * farmers of a village an hour, from one account of the staff a day.
   */
  applications: z
    .strictObject({ perAccount: z.int().min(1).max(1000), perVillage: z.int().min(1).max(10_000), perStaff: z.int().min(1).max(100_000) })
    .default({ perAccount: 10, perVillage: 120, perStaff: 1000 }),
  /** The age from which people are not counted on to work (domain.md, PE-03: the town chooses). */
  elderAge: z.union([z.literal(60), z.literal(65)]).default(60),
  /** For how many days the forms of an application that failed are kept, a draft that nobody sent, who sent an answered objection or complaint, and what the staff last declared of themselves. */
  retention: z
    .strictObject({ failedDays: keptDays, draftDays: keptDays.default(90), senderDays: keptDays, kinDays: keptDays.default(365) })
    .default({ failedDays: 180, draftDays: 90, senderDays: 365, kinDays: 365 }),
  /** The step that a rule of the checks stands before, where it is not the rule's own; null: none. */
  findings: z.strictObject({ blocks: z.record(z.string().max(10), FindingStep.nullable()) }).default({ blocks: {} }),
  quorum: z.strictObject({ numerator: z.int().min(1), denominator: z.int().min(1) }),
  calendar: Calendar,
  startsOn: z.iso.date(),
  steps: z.array(PlanStep).max(10),
  /** The steps of the way of poor villages, numbered on their own. */
  villageSteps: z.array(PlanStep).max(10).default([]),
  /** The three tests of a poor village (domain.md, section 7): shown as passed or failed, never a refusal. */
  villageTests: z
    .strictObject({ rateAbove: z.number().min(0).max(1), incomeBelow: z.number().min(0), collectiveIncomeAtMost: z.number().min(0) })
    .default({ rateAbove: 0.53, incomeBelow: 3064.8, collectiveIncomeAtMost: 0 }),
  /** How long an outside list is kept, in days from its upload. */
  lists: z.strictObject({ keepDays: z.int().min(1).max(3650) }).default({ keepDays: 180 }),
  /** The clock of a waiting state: how long its holder has, from the moment of entry. */
  clocks: z.partialRecord(Status, Period),
  /** Which messages go outwards as well, to the town's own service (functions/WEBHOOK.md); none as it comes. */
  outward: z.strictObject({ kinds: z.array(MessageKind).max(40) }).default({ kinds: [] }),
  /** How long before an end its holder is warned, how long a clock may stand still at most, how soon one level is told after another. */
  deadlines: z
    .strictObject({ warn: Period, hold: Period, next: Period })
    .default({ warn: { unit: "workingDays", count: 2 }, hold: { unit: "workingDays", count: 10 }, next: { unit: "workingDays", count: 3 } }),
});
export type CampaignSettings = z.infer<typeof CampaignSettings>;

/** `campaigns/{id}`: public, so it holds no person. */
export const Campaign = CampaignSettings.extend({
  status: z.enum(["preparing", "open", "closed"]),
  areas: z.array(AreaCode),
  split: z.strictObject({ at: Instant, action: z.string() }).nullable(),
  version: z.int(),
});
export type Campaign = z.infer<typeof Campaign>;

export const Count = z.strictObject({ households: z.number(), people: z.number() });
export type Count = z.infer<typeof Count>;

const counted = z.partialRecord(Status, Count);

/** `campaigns/{id}/villages/{code}`: public progress of one village, kept by increments. */
export const VillageProgress = z.strictObject({
  campaign: z.string(),
  code: VillageCode,
  name: z.string(),
  areas: z.array(AreaCode),
  /** People to identify and to exit (annex 2); 1 where the village itself is marked as poor (annex 8). */
  quota: z.partialRecord(Track, z.int().min(0)).nullable(),
  counts: z.strictObject({ identify: counted, exit: counted, village: counted.default({}) }),
  /** Of these, what is late and was told to the level above. */
  late: z.strictObject({ identify: counted, exit: counted, village: counted }).default({ identify: {}, exit: {}, village: {} }),
  /** Roles that it waits for and that nobody holds there. */
  unowned: z.array(StaffRole).default([]),
});
export type VillageProgress = z.infer<typeof VillageProgress>;

export const emptyCounts = (): VillageProgress["counts"] => ({ identify: {}, exit: {}, village: {} });
