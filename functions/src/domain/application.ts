import * as z from "zod";
import { AreaCode, VillageCode } from "./areas.ts";
import { MeasureCategory } from "./forms/livingCodes2014.ts";
import { Instant } from "./instant.ts";
import { MeetingKind } from "./meeting.ts";
import { Round } from "./notice/notice.ts";
import { AnswerLevel } from "./records.ts";
import { StaffRole } from "./roles.ts";
import { Status, Track } from "./status.ts";

/** The few facts of a household that lists, meetings and notices need. */
export const Facts = z.strictObject({
  householder: z.string(),
  groupName: z.string(),
  memberCount: z.int().min(1),
  residentCount: z.int().nullable(),
  laborCount: z.int().nullable(),
  perCapitaNetIncome: z.number().nullable(),
  mainCause: z.string().nullable(),
  attribute: z.string().nullable(),
});
export type Facts = z.infer<typeof Facts>;

/** Who did what, so that nobody acts twice where the plan wants two people (design.md, section 1). */
export const Hands = z.strictObject({
  applied: z.string().nullable(),
  verified: z.partialRecord(StaffRole, z.string()),
  published: z.array(z.string()),
  reviewed: z.string().nullable(),
});
export type Hands = z.infer<typeof Hands>;

/** What a client writes while an application is a draft; everything else is the functions'. */
export const Draft = z.strictObject({
  campaign: z.string(),
  track: Track,
  village: VillageCode,
  areas: z.array(AreaCode),
  status: z.literal("draft"),
  /** The farmer's own account; null when a clerk writes on behalf. */
  applicant: z.string().nullable(),
  createdBy: z.string(),
  createdAt: Instant,
  form: z.unknown(),
  /** Exit track: the entry of last year's register. */
  household: z.string().nullable(),
});
export type Draft = z.infer<typeof Draft>;

/** Who helps it now; the whole record is the pairing. `account` is null for a helper who does not sign in. */
export const Helped = z.strictObject({
  pairing: z.string(),
  account: z.string().nullable(),
  name: z.string(),
  kind: z.string(),
  from: z.iso.date(),
});
export type Helped = z.infer<typeof Helped>;

/** The last print of its handbook: of which form, and whether both copies were handed over. */
export const Handbook = z.strictObject({
  version: z.int().min(1),
  /** What the QR code says: proves the version, and tells nothing of the household. */
  code: z.string(),
  registration: z.string(),
  at: Instant,
  issued: z.strictObject({ at: Instant, action: z.string() }).nullable(),
});
export type Handbook = z.infer<typeof Handbook>;

/** What is asked of a household in service that somebody else decides. */
export const RequestKind = z.enum(["split", "merge", "naturalEnd", "wrongIdentification"]);
export type RequestKind = z.infer<typeof RequestKind>;

/** Who decides each request: an error in the identification goes back to the county that approved it. */
export const DECIDED_BY = {
  split: "townGovernment",
  merge: "townGovernment",
  naturalEnd: "townGovernment",
  wrongIdentification: "countyOffice",
} as const satisfies Record<RequestKind, StaffRole>;

const Requested = z.strictObject({ kind: RequestKind, reason: z.string(), people: z.array(z.string()), householder: z.string().nullable(), action: z.string(), at: Instant, by: z.string() });

/** A clock that was stopped, once in a state: from when until when at most, why, and by when the household was due before. */
export const Hold = z.strictObject({ at: Instant, until: Instant, ended: Instant.nullable(), due: Instant, reason: z.string(), role: StaffRole, action: z.string() });
export type Hold = z.infer<typeof Hold>;

/** To which level it went last for being late, and how often by then. */
export const Escalated = z.strictObject({ to: AnswerLevel, at: Instant, times: z.int() });
export type Escalated = z.infer<typeof Escalated>;
/** What the checks still ask about it: how many, by which rules (the campaign says which step each stands before), and when they last ran. */
export const Questions = z.strictObject({ open: z.int().min(0), rules: z.array(z.string()), ranAt: Instant.nullable() });
export type Questions = z.infer<typeof Questions>;

const NO_QUESTIONS: Questions = { open: 0, rules: [], ranAt: null };

const begun = {
  facts: Facts.nullable(),
  receiptNo: z.string().nullable(),
  /** Keyed hashes of its people's identity numbers, as claimed in `identities`. */
  identities: z.array(z.string()),
  /** When it came into its state, and by when its holder should act. */
  since: Instant.nullable(),
  dueAt: Instant.nullable(),
  /** When the clock has something to say of it next: a warning before the end, then one level after another. */
  alarmAt: Instant.nullable().default(null),
  hold: Hold.nullable().default(null),
  escalated: Escalated.nullable().default(null),
  /** While its history is that long, the clock spoke last, and whoever saw it at least as long as `fresh` missed nothing else. */
  told: z.strictObject({ length: z.int(), fresh: z.int() }).nullable().default(null),
  returned: z.strictObject({ at: Instant, role: z.string(), reasons: z.string(), action: z.string() }).nullable(),
  hands: Hands,
  recused: z.array(z.string()),
  /** The meeting that counts: its votes, who recorded it, who confirmed the record; `meeting.ts` says when it is sealed. */
  appraisal: z
    .strictObject({
      action: z.string(), yes: z.int(), no: z.int(), abstain: z.int(), present: z.int(),
      by: z.string().default(""), confirmedBy: z.partialRecord(StaffRole, z.string()).default({}),
    })
    .nullable(),
  /** Every meeting that spoke on it, the first one first: a correction does not hide what it corrects. */
  meetings: z.array(z.strictObject({ action: z.string(), at: Instant, kind: MeetingKind, reason: z.string(), nominated: z.boolean() })).default([]),
  /** Why it is not on the list of that round, though it might have been. */
  leftOff: z.strictObject({ round: Round, reasons: z.string(), at: Instant, by: z.string(), action: z.string() }).nullable().default(null),
  notice: z.strictObject({ id: z.string(), round: Round, serial: z.int() }).nullable(),
  openObjections: z.int().min(0),
  questions: Questions.default(NO_QUESTIONS),
  /** Keyed hashes of where its people may be counted with others: a lone person's place, an own phone (`places`). */
  places: z.array(z.string()).default([]),
  /** An entry of the register that its people stand in from before: a poor household again, or still. */
  former: z.string().nullable().default(null),
  helper: Helped.nullable().default(null),
  /** The plan in force: its help record. */
  plan: z.strictObject({ record: z.string(), at: Instant }).nullable().default(null),
  /** Kinds of the measures recorded for a household, so that a check of many of them need not read every record. */
  measures: z.array(MeasureCategory).default([]),
  /** The registration form in force: its year, and the action that completed it. */
  registration: z.strictObject({ year: z.int(), action: z.string(), at: Instant }).nullable().default(null),
  handbook: Handbook.nullable().default(null),
  /** The export batch it is entered by; none again once its form was corrected. */
  batch: z.string().nullable().default(null),
  request: Requested.nullable().default(null),
  /** What the household says is wrong in it, until the village has answered. */
  correction: z.strictObject({ text: z.string(), at: Instant, action: z.string(), reply: z.string().nullable() }).nullable().default(null),
  /** When its personal data were erased. */
  erased: Instant.nullable().default(null),
  chain: z.strictObject({ length: z.int(), hash: z.string() }),
};

/** `applications/{id}`: the way of one household, or of a village, through the workflow. */
export const Application = Draft.extend({ ...begun, status: Status });
export type Application = z.infer<typeof Application>;

/** A draft as the workflow sees it: nothing has happened to it yet. */
export function begin(draft: Draft): Application {
  return {
    ...draft,
    facts: null,
    receiptNo: null,
    identities: [],
    since: null,
    dueAt: null,
    alarmAt: null,
    hold: null,
    escalated: null,
    told: null,
    returned: null,
    hands: { applied: null, verified: {}, published: [], reviewed: null },
    recused: [],
    appraisal: null,
    meetings: [],
    leftOff: null,
    notice: null,
    openObjections: 0,
    questions: NO_QUESTIONS,
    places: [],
    former: null,
    helper: null,
    plan: null,
    measures: [],
    registration: null,
    handbook: null,
    batch: null,
    request: null,
    correction: null,
    erased: null,
    chain: { length: 0, hash: "" },
  };
}
