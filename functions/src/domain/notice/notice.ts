import * as z from "zod";
import { AreaCode, VillageCode } from "../areas.ts";
import { StaffRole } from "../roles.ts";
import { Track } from "../status.ts";
import { Instant } from "../instant.ts";

/** First notice (一榜) by the village, second (二榜) by the town. */
export const Round = z.enum(["village", "town"]);
export type Round = z.infer<typeof Round>;

export const ROUNDS = {
  village: { zh: "第一次公示", en: "First notice", issuer: { zh: "村民委员会", en: "the village committee" } },
  town:    { zh: "第二次公示", en: "Second notice", issuer: { zh: "镇人民政府", en: "the town government" } },
} as const satisfies Record<Round, object>;

/** One line of the public list, and all that the public ever sees of a household (domain.md, section 5.5). */
export const NoticeRow = z.strictObject({
  serial: z.int().min(1),
  group: z.string(),
  householder: z.string(),
  people: z.int().min(1),
  track: Track,
});
export type NoticeRow = z.infer<typeof NoticeRow>;

/** `notices/{id}`: the id is that of the action that published it. Read by anyone while it is open. */
export const Notice = z.strictObject({
  campaign: z.string(),
  rehearsal: z.boolean(),
  year: z.int(),
  village: VillageCode,
  villageName: z.string(),
  townName: z.string(),
  areas: z.array(AreaCode),
  round: Round,
  /** The one notice of a poor village, not of households: told beside the list, which a page of many notices leaves out. */
  ofVillage: z.boolean().default(false),
  list: z.array(NoticeRow).max(500),
  opensAt: Instant,
  closesAt: Instant,
  status: z.enum(["open", "closed"]),
  closedAt: Instant.nullable(),
  /** The end of which its publishers were reminded. */
  reminded: Instant.nullable().default(null),
  place: z.string(),
  phone: z.string(),
  boardPhotos: z.array(z.strictObject({ evidence: z.string(), at: Instant, by: z.string() })).max(10),
  extensions: z.array(z.strictObject({ closesAt: Instant, reason: z.string(), action: z.string() })).max(20),
  publishedBy: z.strictObject({ uid: z.string(), role: StaffRole, action: z.string() }),
});
export type Notice = z.infer<typeof Notice>;

/** `notices/{id}/private/households`: the applications behind the list, in the order of its serial numbers. */
export const NoticeHouseholds = z.strictObject({ applications: z.array(z.string()).max(500) });
export type NoticeHouseholds = z.infer<typeof NoticeHouseholds>;
