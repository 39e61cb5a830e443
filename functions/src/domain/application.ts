import * as z from "zod";
import { AreaCode, VillageCode } from "./areas.ts";
import { Instant } from "./instant.ts";
import { Round } from "./notice/notice.ts";
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

const begun = {
  facts: Facts.nullable(),
  receiptNo: z.string().nullable(),
  /** Keyed hashes of its people's identity numbers, as claimed in `identities`. */
  identities: z.array(z.string()),
  /** When it came into its state, and by when its holder should act. */
  since: Instant.nullable(),
  dueAt: Instant.nullable(),
  returned: z.strictObject({ at: Instant, role: z.string(), reasons: z.string(), action: z.string() }).nullable(),
  hands: Hands,
  recused: z.array(z.string()),
  appraisal: z.strictObject({ action: z.string(), yes: z.int(), no: z.int(), abstain: z.int(), present: z.int() }).nullable(),
  notice: z.strictObject({ id: z.string(), round: Round, serial: z.int() }).nullable(),
  openObjections: z.int().min(0),
  chain: z.strictObject({ length: z.int(), hash: z.string() }),
};

/** `applications/{id}`: one household's way through the workflow. */
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
    returned: null,
    hands: { applied: null, verified: {}, published: [], reviewed: null },
    recused: [],
    appraisal: null,
    notice: null,
    openObjections: 0,
    chain: { length: 0, hash: "" },
  };
}
