import type { ActionInput } from "@domain/actionInputs.ts";
import type { Outcome } from "@domain/action.ts";
import type { MeetingKind } from "@domain/meeting.ts";
import type { ProblemCode } from "@domain/problems.ts";
import type { Applicant } from "../applicant.ts";
import { draftOf, surveyOf } from "../applicant.ts";
import type { Player } from "../player.ts";
import { newId } from "../player.ts";
import type { Hand, Stage } from "../stage.ts";

/* What a village does with its households, as the web client sends it. */

const idsOf = (applicants: readonly { id: string }[]) => applicants.map(({ id }) => id);

/** What an application is sent as: the draft, the action and the hidden numbers in one commit. */
export function applicationOf(applicant: Applicant, sent = draftOf(applicant)) {
  const { id, village, track, entry } = applicant;
  const hidden = Object.keys(sent.hidden).length > 0 && { hidden: { [id]: sent.hidden } };
  return {
    type: track === "exit" ? ("proposeExit" as const) : ("submit" as const),
    area: village.code,
    targets: [id],
    input: {},
    drafts: [{ id, track, form: sent.shown, ...(entry && { household: entry }) }],
    ...hidden,
  };
}

/** A farmer, or the clerk on behalf, applies. Gives the receipt number. */
export async function apply({ stage, player }: Hand, applicant: Applicant): Promise<string> {
  const outcome = await stage.act(player, applicationOf(applicant));
  const mine = outcome.targets[applicant.id];
  return (mine?.applied && mine.receiptNo) || "";
}

/** What a survey is sent as, or a changed one. */
export function surveyAction(applicant: Applicant, sent = surveyOf(applicant)) {
  const { id, village } = applicant;
  return {
    type: "recordSurvey" as const,
    area: village.code,
    targets: [id],
    input: { survey: sent.shown },
    hidden: { [id]: sent.hidden },
  };
}

/** The survey of one household. */
export async function survey({ stage, player }: Hand, applicant: Applicant): Promise<void> {
  await stage.act(player, surveyAction(applicant));
}

/** A meeting of 45 villagers' representatives. */
export type Meeting = {
  present: number;
  /** Households that do not get more than half. */
  outvoted?: readonly Applicant[];
  /** For each household, an account that left the room. */
  recused?: Readonly<Record<string, string>>;
  /** The first one, unless told. */
  kind?: MeetingKind;
  reason?: string;
  /** When the meeting must not count: the refusal's name. */
  refusal?: ProblemCode;
};

const EXPECTED = 45;

function minutesOf(
  applicants: readonly Applicant[],
  { present, outvoted = [], recused = {}, kind = "regular", reason = "" }: Meeting,
  [minutes, attendance]: readonly [string, string],
): ActionInput<"recordAppraisal"> {
  const votes = applicants.map(({ id }) => {
    const left = recused[id];
    const yes = outvoted.some((one) => one.id === id) ? Math.floor(present / 2) : present - 3;
    const who = left ? [{ name: "何某", staff: left, reason: "与户主是堂兄弟" }] : [];
    return [id, { yes, no: 1, abstain: 1, recused: who }] as const;
  });
  return {
    kind,
    reason,
    heldOn: "2014-06-10",
    place: "村委会会议室",
    chair: "许某",
    recorder: "曹某",
    tellers: ["蔡某", "何某"],
    method: "secretBallot",
    expected: EXPECTED,
    present,
    minutes: [minutes],
    attendance: [attendance],
    discussion: "逐户评议",
    votes: Object.fromEntries(votes),
  };
}

/** One meeting for all these households. Gives the action that recorded it. */
export async function appraise(
  { stage, player }: Hand,
  applicants: readonly Applicant[],
  meeting: Meeting,
): Promise<string> {
  const id = newId();
  const [first] = applicants;
  if (!first) return id;
  const photos = [newId(), newId()] as const;
  const part = {
    id,
    type: "recordAppraisal" as const,
    area: first.village.code,
    targets: idsOf(applicants),
    input: minutesOf(applicants, meeting, photos),
    photos: [...photos],
  };
  if (meeting.refusal) await stage.isRefused(player, part, meeting.refusal);
  else await stage.act(player, part);
  return id;
}

/** What a confirmation of a meeting's record is sent as. */
export function confirmationOf(applicants: readonly Applicant[], meeting: string) {
  const area = applicants[0]?.village.code ?? "";
  return { type: "confirmMeeting" as const, area, targets: idsOf(applicants), input: { meeting } };
}

/** Two who did not record the meeting confirm what was written down. */
export async function confirm(stage: Stage, applicants: readonly Applicant[], { meeting, by }: { meeting: string; by: readonly Player[] }): Promise<void> {
  if (applicants.length === 0) return;
  for (const player of by) await stage.act(player, confirmationOf(applicants, meeting));
}

/** Verifies a list, having looked at each household's page. */
export async function verify(
  { stage, player }: Hand,
  applicants: readonly Applicant[],
  refused: Record<string, ProblemCode> = {},
): Promise<void> {
  const [first] = applicants;
  if (!first) return;
  const seen = await seenBy(stage.by(player), applicants);
  await stage.act(
    player,
    { type: "verify", area: first.village.code, targets: idsOf(applicants), input: {}, seen },
    refused,
  );
}

/** The length of each household's history as this person's list shows it. */
export async function seenBy(
  { stage, player }: Hand,
  applicants: readonly Applicant[],
): Promise<Record<string, number>> {
  const [first] = applicants;
  if (!first) return {};
  const listed = await stage.beside(() => player.listVillage(stage.campaign, first.village.code));
  return Object.fromEntries(applicants.map(({ id }) => [id, listed.get(id)?.length ?? -1]));
}

/** Says why households that might be on the next list are not. */
export async function leaveOff({ stage, player }: Hand, applicants: readonly Applicant[], reason: string): Promise<void> {
  const [first] = applicants;
  if (!first) return;
  const reasons = Object.fromEntries(idsOf(applicants).map((id) => [id, reason]));
  await stage.act(player, { type: "leaveOff", area: first.village.code, targets: idsOf(applicants), input: { reasons } });
}

/** Publishes a notice: its id, and the serial number of each household, or of the village, on it. */
export async function publish(
  { stage, player }: Hand,
  applicants: readonly Pick<Applicant, "id" | "village">[],
  refused: Record<string, ProblemCode> = {},
): Promise<{ id: string; serials: Map<string, number> }> {
  const id = newId();
  const photo = newId();
  const area = applicants[0]?.village.code ?? "";
  const input = { place: "村委会公告栏", phone: "0935-0000000", boardPhotos: [photo] };
  const outcome = await stage.act(
    player,
    { id, type: "publishNotice", area, targets: idsOf(applicants), input, photos: [photo] },
    refused,
  );
  if (outcome.applied > 0) stage.counts.notices += 1;
  return { id, serials: serialsOf(outcome) };
}

function serialsOf({ targets }: Outcome): Map<string, number> {
  return new Map(
    Object.entries(targets).flatMap(([id, one]) =>
      one.applied && one.serial ? [[id, one.serial] as const] : [],
    ),
  );
}

/** Withdraws one application. */
export async function withdraw({ stage, player }: Hand, { id, village }: Applicant): Promise<void> {
  await stage.act(player, {
    type: "withdraw",
    area: village.code,
    targets: [id],
    input: { reasons: "家里商量后决定不申请了" },
  });
}
