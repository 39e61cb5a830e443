import * as z from "zod";
import { VillageCode } from "./areas.ts";
import { CampaignSettings } from "./campaign.ts";
import { CLIENT_ID } from "./paths.ts";

const id = z.string().regex(CLIENT_ID);
const reason = z.string().trim().min(2).max(1000);
const note = z.string().trim().max(1000);
const people = z.int().min(0).max(10_000);

/** Votes of one household at the meeting (domain.md, section 5.4). */
export const Vote = z.strictObject({
  yes: people,
  no: people,
  abstain: people,
  /** Representatives who left the room for this household; `staff` when one of them has an account. */
  recused: z.array(z.strictObject({ name: z.string().trim().min(1).max(40), staff: id.optional(), reason })).max(20),
});
export type Vote = z.infer<typeof Vote>;

/** One meeting of the villagers' representatives, with its votes per household; sealed by being an action. */
export const Meeting = z.strictObject({
  heldOn: z.iso.date(),
  place: z.string().trim().min(1).max(100),
  chair: z.string().trim().min(1).max(40),
  recorder: z.string().trim().min(1).max(40),
  tellers: z.array(z.string().trim().min(1).max(40)).min(1).max(4),
  method: z.enum(["secretBallot", "openBallot", "showOfHands"]),
  expected: people.min(1),
  present: people.min(1),
  minutes: z.array(id).min(1).max(6),
  discussion: note,
  votes: z.record(id, Vote),
});
export type Meeting = z.infer<typeof Meeting>;

export const PublishNotice = z.strictObject({
  place: z.string().trim().min(1).max(100),
  phone: z.string().trim().regex(/^[\d\s()+-]{5,20}$/),
  boardPhotos: z.array(id).max(4),
});

export const AnswerObjection = z.strictObject({ objection: id, decision: z.enum(["dismiss", "uphold"]), reasons: reason });

/** One village's row of annex 2, as the officer sets it; the reason is needed where it differs from the proposal. */
export const SplitRow = z.strictObject({
  village: VillageCode,
  identify: z.int().min(0).max(1_000_000),
  exit: z.int().min(0).max(1_000_000),
  reason: note,
});

/**
 * What each action carries beside its targets. `survey` is opaque here: its schema is the form's own, chosen by
 * track and year when the action is applied (domain/forms).
 */
export const INPUTS = {
  submit: z.strictObject({}),
  proposeExit: z.strictObject({}),
  recordSurvey: z.strictObject({ survey: z.unknown() }),
  recordAppraisal: Meeting,
  verify: z.strictObject({ note: note.optional() }),
  publishNotice: PublishNotice,
  endNotice: z.strictObject({ notice: id }),
  raiseObjection: z.strictObject({ objection: id, notice: id }),
  answerObjection: AnswerObjection,
  approve: z.strictObject({ note: note.optional() }),
  return: z.strictObject({ reasons: reason }),
  reject: z.strictObject({ reasons: reason }),
  withdraw: z.strictObject({ reasons: reason }),
  extendNotice: z.strictObject({ closesAt: z.iso.datetime(), reason }),
  recordBoard: z.strictObject({ photo: id }),
  saveCampaign: z.strictObject({ settings: CampaignSettings, open: z.boolean() }),
  splitQuota: z.strictObject({ rows: z.array(SplitRow).min(1).max(100) }),
} as const;

export const ActionType = z.enum(Object.keys(INPUTS) as [keyof typeof INPUTS]);
export type ActionType = keyof typeof INPUTS;
export type ActionInput<T extends ActionType> = z.infer<(typeof INPUTS)[T]>;
