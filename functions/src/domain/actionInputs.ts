import * as z from "zod";
import { RequestKind } from "./application.ts";
import { AreaCode, VillageCode } from "./areas.ts";
import { CampaignSettings } from "./campaign.ts";
import { MeetingKind } from "./meeting.ts";
import { CLIENT_ID } from "./paths.ts";
import { AnswerLevel } from "./records.ts";
import { MemberChange } from "./register.ts";
import { typedText } from "./text.ts";

const id = z.string().regex(CLIENT_ID);
const reason = typedText(2, 1000);
const note = typedText(0, 1000);
const people = z.int().min(0).max(10_000);

/** Votes of one household at the meeting (domain.md, section 5.4). */
export const Vote = z.strictObject({
  yes: people,
  no: people,
  abstain: people,
  /** Representatives who left the room for this household; `staff` when one of them has an account. */
  recused: z.array(z.strictObject({ name: typedText(1, 40), staff: id.optional(), reason })).max(20),
});
export type Vote = z.infer<typeof Vote>;

/**
 * One meeting of the villagers' representatives, with its votes per household. As an action it never changes; two
 * others than its recorder seal it (`confirmMeeting`).
 */
export const Meeting = z.strictObject({
  kind: MeetingKind.default("regular"),
  /** Why there is another meeting on a household, or what was wrong in the record. */
  reason: note.default(""),
  heldOn: z.iso.date(),
  place: typedText(1, 100),
  chair: typedText(1, 40),
  recorder: typedText(1, 40),
  tellers: z.array(typedText(1, 40)).min(1).max(4),
  method: z.enum(["secretBallot", "openBallot", "showOfHands"]),
  expected: people.min(1),
  present: people.min(1),
  minutes: z.array(id).min(1).max(6),
  /** Photos of the sheet that the representatives signed. */
  attendance: z.array(id).max(6).default([]),
  discussion: note,
  votes: z.record(id, Vote),
});
export type Meeting = z.infer<typeof Meeting>;

export const PublishNotice = z.strictObject({
  place: typedText(1, 100),
  phone: z.string().trim().regex(/^[\d\s()+-]{5,20}$/),
  boardPhotos: z.array(id).max(4),
});

/** `reasons` stay as they are, for staff; `published` is what the objector and the household read, without what is not theirs. */
export const AnswerObjection = z.strictObject({ objection: id, decision: z.enum(["dismiss", "uphold"]), reasons: reason, published: reason });

/** One village's row of annex 2, as the officer sets it; the reason is needed where it differs from the proposal. */
export const SplitRow = z.strictObject({
  village: VillageCode,
  identify: z.int().min(0).max(1_000_000),
  exit: z.int().min(0).max(1_000_000),
  reason: note,
});

/** One village's row of annex 8: marked as poor or not; the reason is needed where it differs from the proposal. */
export const VillageMark = z.strictObject({ village: VillageCode, poor: z.boolean(), reason: note });

/** One copy of a handbook in somebody's hands: one lies with the household, one with the village committee. */
export const Handover = z.strictObject({ receivedOn: z.iso.date(), by: typedText(1, 40) });

/** Written answers to the doubts of the checks, by rule. */
const answers = z.record(z.string().max(40), reason);

/**
 * What each action carries beside its targets. `survey` is opaque here: its schema is the form's own, chosen by
 * track and year when the action is applied (domain/forms).
 */
export const INPUTS = {
  /** The form lies in the draft; a village's application that came back brings it anew. */
  submit: z.strictObject({ form: z.unknown().optional() }),
  proposeExit: z.strictObject({}),
  recordSurvey: z.strictObject({ survey: z.unknown() }),
  recordAppraisal: Meeting,
  /** `meeting` is the action that recorded it: a record that was corrected meanwhile is not confirmed by mistake. */
  confirmMeeting: z.strictObject({ meeting: id }),
  verify: z.strictObject({ note: note.optional() }),
  publishNotice: PublishNotice,
  /** Why each household stays off the list that is being published, by target. */
  leaveOff: z.strictObject({ reasons: z.record(id, reason) }),
  endNotice: z.strictObject({ notice: id }),
  raiseObjection: z.strictObject({ objection: id, notice: id }),
  answerObjection: AnswerObjection,
  /** The system's own: an exit has ended the entry, so the way that led there ends too. */
  endService: z.strictObject({ exit: id }),
  approve: z.strictObject({ note: note.optional() }),
  return: z.strictObject({ reasons: reason }),
  reject: z.strictObject({ reasons: reason }),
  withdraw: z.strictObject({ reasons: reason }),
  hold: z.strictObject({ until: z.iso.datetime(), reason }),
  resume: z.strictObject({ reason }),
  warn: z.strictObject({}),
  escalate: z.strictObject({ to: AnswerLevel }),
  /** The system's own: what is kept of a failed application is over. */
  erase: z.strictObject({}),
  askCorrection: z.strictObject({ text: typedText(5, 500) }),
  answerCorrection: z.strictObject({ reply: reason }),
  extendNotice: z.strictObject({ closesAt: z.iso.datetime(), reason }),
  recordBoard: z.strictObject({ photo: id }),
  assignHelper: z.strictObject({ helper: z.unknown(), account: z.string().min(1).max(128).nullable() }),
  adoptPlan: z.strictObject({ plan: z.unknown() }),
  recordMeasure: z.strictObject({ measure: z.unknown() }),
  finishMeasure: z.strictObject({ record: id, done: z.unknown() }),
  recordVisit: z.strictObject({ visit: z.unknown() }),
  recordResult: z.strictObject({ result: z.unknown() }),
  confirmResult: z.strictObject({ record: id, how: z.enum(["signature", "fingerprint", "online"]) }),
  completeForm: z.strictObject({ form: z.unknown(), answers }),
  printHandbook: z.strictObject({}),
  issueHandbook: z.strictObject({ householdCopy: Handover, committeeCopy: Handover }),
  exportBatch: z.strictObject({ note: note.optional() }),
  enterData: z.strictObject({ batch: id }),
  reportToCounty: z.strictObject({ note: note.optional() }),
  runChecks: z.strictObject({}),
  answerFinding: z.strictObject({ rule: z.string().min(2).max(40), answer: reason }),
  passTrialRun: z.strictObject({ note: note.optional() }),
  updateYear: z.strictObject({ year: z.int().min(2000).max(2100), form: z.unknown(), changes: z.array(MemberChange).max(40), answers }),
  requestChange: z.strictObject({ kind: RequestKind, reason, people: z.array(z.string().max(12)).max(20).optional(), householder: typedText(1, 40).optional() }),
  saveCampaign: z.strictObject({ settings: CampaignSettings, open: z.boolean() }),
  splitQuota: z.strictObject({ rows: z.array(SplitRow).min(1).max(100) }),
  /** Of a village, or of the town itself. */
  answerVillageFinding: z.strictObject({ of: AreaCode, rule: z.string().min(2).max(40), answer: reason }),
  splitVillages: z.strictObject({ rows: z.array(VillageMark).min(1).max(100) }),
} as const;

export const ActionType = z.enum(Object.keys(INPUTS) as [keyof typeof INPUTS]);
export type ActionType = keyof typeof INPUTS;
export type ActionInput<T extends ActionType> = z.infer<(typeof INPUTS)[T]>;
