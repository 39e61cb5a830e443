import type { Meeting } from "@domain/actionInputs.ts";
import { Meeting as MeetingInput } from "@domain/actionInputs.ts";
import type { Campaign } from "@domain/campaign.ts";
import type { MeetingKind } from "@domain/meeting.ts";
import { shanghaiDate } from "@domain/notice/period.ts";
import { quorumOf as quorumBy } from "@domain/meeting.ts";
import type { MEETING_PROBLEMS } from "./words.ts";

/** One who left the room for a household; `isMe` when that is the clerk who types. */
export type Recusal = { name: string; reason: string; isMe: boolean };
/** Votes as typed, so that an empty field is not a zero. */
export type TypedVote = { yes: string; no: string; abstain: string; recused: Recusal[] };

/** The whole meeting as typed; kept on the device until it has been recorded. */
export type TypedMeeting = {
  kind: MeetingKind;
  reason: string;
  heldOn: string;
  place: string;
  chair: string;
  recorder: string;
  tellers: string[];
  method: "" | Meeting["method"];
  expected: string;
  present: string;
  minutes: string[];
  attendance: string[];
  discussion: string;
  votes: Record<string, TypedVote>;
  /** Households that a person has taken out of a first meeting, or into a later one. */
  switched: string[];
};

export const beginMeeting = (place: string): TypedMeeting => ({
  kind: "regular",
  reason: "",
  heldOn: shanghaiDate(new Date()),
  place,
  chair: "",
  recorder: "",
  tellers: [""],
  method: "",
  expected: "",
  present: "",
  minutes: [],
  attendance: [],
  discussion: "",
  votes: {},
  switched: [],
});

export const EMPTY_VOTE: TypedVote = { yes: "", no: "", abstain: "", recused: [] };

/** A whole number as typed, full-width digits too; undefined when it is none. */
export function wholeNumber(text: string): number | undefined {
  const clean = text.normalize("NFKC").trim();
  return /^\d{1,4}$/.test(clean) ? Number(clean) : undefined;
}

/** Whether enough came: two thirds, or what the campaign says. Undefined while the numbers are not typed. */
export function quorumOf({ expected, present }: TypedMeeting, { quorum }: Campaign): { needed: number; reached: boolean } | undefined {
  const all = wholeNumber(expected);
  const came = wholeNumber(present);
  if (!all || came === undefined) return undefined;
  return quorumBy(quorum, { expected: all, present: came });
}

export type Verdict = "nominated" | "notNominated" | "tooMany" | "missing";

/** What a household's votes come to: more than half of those present must say yes. An empty no or abstention is none. */
export function verdictOf(vote: TypedVote, present: string): Verdict {
  const [yes, no, abstain, came] = [vote.yes, vote.no || "0", vote.abstain || "0", present].map(wholeNumber);
  if (yes === undefined || no === undefined || abstain === undefined || !came) return "missing";
  if (yes + no + abstain + vote.recused.length > came) return "tooMany";
  return 2 * yes > came ? "nominated" : "notNominated";
}

export type MeetingProblem = keyof typeof MEETING_PROBLEMS;
/** `unsound`: the households whose votes are not whole, or more than were present. */
export type ReadMeeting = { ok: true; meeting: Meeting } | { ok: false; problems: MeetingProblem[]; unsound: string[] };

/** Reads what was typed as the action's input, for the households that are part of the meeting. */
export function readMeeting(typed: TypedMeeting, ids: readonly string[], uid: string): ReadMeeting {
  const number = (text: string) => wholeNumber(text) ?? Number.NaN;
  const unsound = ids.filter((id) => ["missing", "tooMany"].includes(verdictOf(typed.votes[id] ?? EMPTY_VOTE, typed.present)));
  const votes = ids.map((id) => {
    const { yes, no, abstain, recused } = typed.votes[id] ?? EMPTY_VOTE;
    const out = recused.map(({ name, reason, isMe }) => ({ name: name.trim(), reason: reason.trim(), ...(isMe && { staff: uid }) }));
    return [id, { yes: number(yes), no: number(no || "0"), abstain: number(abstain || "0"), recused: out }] as const;
  });
  const { switched: _switched, ...rest } = typed;
  const input = {
    ...rest,
    reason: typed.kind === "regular" ? "" : typed.reason.trim(),
    tellers: typed.tellers.map((name) => name.trim()).filter(Boolean),
    expected: number(typed.expected),
    present: number(typed.present),
    votes: Object.fromEntries(votes),
  };
  const parsed = MeetingInput.safeParse(input);
  const wrong = new Set((parsed.error?.issues ?? []).map(({ path }) => String(path[0]) as MeetingProblem));
  if (typed.attendance.length === 0) wrong.add("attendance");
  if (typed.kind !== "regular" && typed.reason.trim().length < 2) wrong.add("reason");
  if (typed.heldOn > shanghaiDate(new Date())) wrong.add("heldOn");
  if (number(typed.present) > number(typed.expected)) wrong.add("present");
  if (ids.length === 0) wrong.add("none");
  if (unsound.length > 0) wrong.add("votes");
  if (!parsed.success || wrong.size > 0) return { ok: false, problems: [...wrong], unsound };
  return { ok: true, meeting: parsed.data };
}
