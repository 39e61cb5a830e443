import * as z from "zod";
import { AreaCode, Roles, VillageCode } from "./areas.ts";
import { Instant } from "./instant.ts";
import { Round } from "./notice/notice.ts";
import { CLIENT_ID } from "./paths.ts";
import type { StaffRole } from "./roles.ts";
import { Track } from "./status.ts";
import { typedText } from "./text.ts";

/** `staff/{uid}`: an account's roles; the sign-in token carries the same, and `version` tells when it is old. */
export const Staff = z.strictObject({
  name: typedText(1, 40),
  email: z.email().max(100),
  roles: Roles,
  /** Every area of its roles with the areas around them, for the directory. */
  areas: z.array(AreaCode),
  version: z.int(),
  disabled: z.boolean(),
  updatedAt: Instant,
  updatedBy: z.string(),
});
export type Staff = z.infer<typeof Staff>;

/** Who answers an objection: the level above the one that published; `supervisor` when that was late. */
export const AnswerLevel = z.enum(["town", "county", "supervisor"]);
export type AnswerLevel = z.infer<typeof AnswerLevel>;

/** Which role answers at each level (design.md, section 4: the level above the one that published). */
export const ANSWERED_BY = { town: "townGovernment", county: "countyOffice", supervisor: "supervisor" } as const satisfies Record<AnswerLevel, StaffRole>;

/** `objections/{id}`: read by the level that answers, never by the village. Who objected lies in `private`. */
export const Objection = z.strictObject({
  campaign: z.string(),
  village: VillageCode,
  areas: z.array(AreaCode),
  notice: z.string(),
  round: Round,
  serial: z.int(),
  application: z.string(),
  householder: z.string(),
  text: z.string(),
  at: Instant,
  dueAt: Instant,
  level: AnswerLevel,
  escalations: z.array(z.strictObject({ from: AnswerLevel, to: AnswerLevel, at: Instant })),
  /** Whether it holds the household yet: the public's action that does so comes a moment after the objection. */
  held: z.boolean(),
  status: z.enum(["open", "dismissed", "upheld"]),
  /** The reasons as they were given, untouched, and beside them what the objector and the household read. */
  answer: z.strictObject({ reasons: z.string(), published: z.string(), at: Instant, action: z.string(), by: z.string() }).nullable(),
  /** How many photos came with it, in `photos`. */
  photos: z.int().min(0).default(0),
  /** The dismissed objection that this one appeals, once. */
  appeals: z.string().nullable().default(null),
  /** Until when its dismissal can be appealed, and the appeal that was filed. */
  appealUntil: Instant.nullable().default(null),
  appeal: z.string().nullable().default(null),
  /** Whether who sent it is no longer kept (the campaign's `retention`). */
  senderErased: z.boolean().default(false),
});
export type Objection = z.infer<typeof Objection>;

/** `{objections,complaints}/{id}/private/objector`: as far as somebody gave it; and of an objection, the number of its appeal. */
export const Objector = z.strictObject({ name: z.string().max(40), phone: z.string().max(20), appeal: z.string().optional() });
export type Objector = z.infer<typeof Objector>;

/** Photos that come with an objection or a complaint: so many, each below so many bytes once decoded. */
export const MOST_PHOTOS = 3;
export const PHOTO_BYTES = 300 * 1024;

const base64 = z.string().max(Math.ceil(PHOTO_BYTES / 3) * 4).regex(/^[A-Za-z0-9+/]+={0,2}$/);
const sender = {
  name: typedText(0, 40).default(""),
  phone: z.string().trim().regex(/^[\d\s()+-]{0,20}$/).default(""),
};
const ownNumber = z.string().min(16).max(50).regex(CLIENT_ID);
const told = typedText(5, 2000);

/** What anyone may send to object (`fileObjection`). The id is the sender's, so sending twice is once. */
export const ObjectionRequest = z.strictObject({
  id: ownNumber,
  notice: z.string().regex(CLIENT_ID),
  serial: z.int().min(1).max(500),
  text: told,
  photos: z.array(base64).max(MOST_PHOTOS).default([]),
  ...sender,
});
export type ObjectionRequest = z.infer<typeof ObjectionRequest>;

/** What the objector may send once against a dismissal (`fileAppeal`): the number of the objection is the proof. */
export const AppealRequest = z.strictObject({ id: ownNumber, objection: z.string().regex(CLIENT_ID), text: told });
export type AppealRequest = z.infer<typeof AppealRequest>;

/**
 * `complaints/{id}`: somebody's conduct, told to the supervisors of the area and read by nobody else: not by the
 * campaign's office, not by the person it is about.
 */
export const Complaint = z.strictObject({
  campaign: z.string(),
  /** Where it happened; `areas` is what the supervisors read it by. */
  village: VillageCode,
  areas: z.array(AreaCode),
  /** Whom it is about, in the words of whoever complains. */
  about: z.string(),
  text: z.string(),
  photos: z.int().min(0),
  at: Instant,
  dueAt: Instant,
  /** The town's supervisor answers first; what is late is the county's alone. */
  level: z.enum(["town", "county"]),
  status: z.enum(["open", "founded", "unfounded"]),
  answer: z.strictObject({ reasons: z.string(), published: z.string(), at: Instant, by: z.string() }).nullable(),
  senderErased: z.boolean().default(false),
});
export type Complaint = z.infer<typeof Complaint>;

/** What anyone may send to complain of staff (`fileComplaint`). */
export const ComplaintRequest = z.strictObject({
  id: ownNumber,
  campaign: z.string().regex(CLIENT_ID),
  village: VillageCode,
  about: typedText(2, 100),
  text: told,
  photos: z.array(base64).max(MOST_PHOTOS).default([]),
  ...sender,
});
export type ComplaintRequest = z.infer<typeof ComplaintRequest>;

/** `identities/{campaign}_{hash}`: this person belongs to that application, and to no other of the campaign. */
export const Identity = z.strictObject({ campaign: z.string(), application: z.string(), track: Track });
export type Identity = z.infer<typeof Identity>;

/** What households may have in common that raises a question (checks/neighbours.ts). */
export const PlaceKind = z.enum(["lone", "phone"]);
export type PlaceKind = z.infer<typeof PlaceKind>;

/** `places/{campaign}_{hash}`: which applications, each with its village, share a lone person's place or an own phone. */
export const Place = z.strictObject({ campaign: z.string(), kind: PlaceKind, households: z.record(z.string(), VillageCode) });
export type Place = z.infer<typeof Place>;

/** `people/{register}_{hash}`: the entry of the register that this person stands in, or stood in last. */
export const RegisteredPerson = z.strictObject({ register: z.string(), household: z.string() });
export type RegisteredPerson = z.infer<typeof RegisteredPerson>;

/** `receipts/{number}`: which application a receipt number stands for; read by functions alone. */
export const Receipt = z.strictObject({ application: z.string() });
export type Receipt = z.infer<typeof Receipt>;

/** `handbooks/{code}`: what the QR code of a printed handbook stands for; read by functions alone. */
export const HandbookProof = z.strictObject({ application: z.string(), villageName: z.string(), no: z.string(), version: z.int(), at: Instant });
export type HandbookProof = z.infer<typeof HandbookProof>;

/** `audit/{id}`: who saw or took out identity numbers, saw who objected, brought a list in, or changed an account, and why. */
export const Audit = z.strictObject({
  what: z.enum(["revealIdentity", "revealObjector", "saveStaff", "importRegister", "exportBatch", "takeReceipt", "print", "takeList", "removeList", "declareRelatives", "endDeclaration"]),
  by: z.string(),
  at: Instant,
  areas: z.array(AreaCode),
  subject: z.string(),
  reason: z.string(),
});
export type Audit = z.infer<typeof Audit>;
