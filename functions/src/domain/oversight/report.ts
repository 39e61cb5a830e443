import type { Action } from "../action.ts";
import type { ActionInput, ActionType } from "../actionInputs.ts";
import { INPUTS } from "../actionInputs.ts";
import type { Campaign } from "../campaign.ts";
import type { MeetingKind } from "../meeting.ts";
import { quorumOf } from "../meeting.ts";
import type { Notice } from "../notice/notice.ts";
import { periodEnd } from "../notice/period.ts";
import type { Findings } from "../register.ts";
import type { Actor } from "../roles.ts";
import { isStaffRole } from "../workflow/offices.ts";
import type { Difference, Overseen } from "./differences.ts";
import { differencesOf } from "./differences.ts";

/** Whoever oversees asks of a notice: where, how long by rule and in fact, photos at both ends, what closed it. */
export type NoticeProof = Pick<Notice, "round" | "place" | "opensAt" | "closesAt" | "closedAt" | "extensions"> & {
  id: string;
  by: string;
  households: number;
  isOfVillage: boolean;
  /** The end by the campaign's period alone, as it is set now. */
  dueAt: Date;
  photos: { opening: number; closing: number };
  /** The clock's action that closed it. */
  closedBy: string | null;
  /** Whether the whole period ran; null while it does. */
  ran: boolean | null;
};

/** And of a meeting: how many came, what they decided, who wrote it down and who confirmed that. */
export type MeetingProof = Pick<ActionInput<"recordAppraisal">, "heldOn" | "place" | "expected" | "present" | "reason"> & {
  id: string;
  kind: MeetingKind;
  quorate: boolean;
  households: number;
  passed: number;
  photos: { attendance: number; minutes: number };
  recorder: string;
  confirmers: { role: Actor; uid: string }[];
};

export type Recusal = { application: string; name: string | null; uid: string | null; reason: string };
/** How often an account did what, in which role. */
export type Doing = { uid: string; role: Actor; type: ActionType; count: number };

export type OversightReport = {
  notices: NoticeProof[];
  meetings: MeetingProof[];
  differences: Difference[];
  recusals: Recusal[];
  findings: { open: number; answered: number };
  objections: { raised: number; dismissed: number; upheld: number };
  doings: Doing[];
};

type Read = Overseen & { campaign: Campaign; findings: readonly Findings[] };
type Done = Overseen["actions"][number];

const DAY_MS = 86_400_000;

function proofOf({ id, ...notice }: Overseen["notices"][number], { actions, campaign }: Read): NoticeProof {
  const { round, place, opensAt, closesAt, closedAt, extensions, list, boardPhotos, publishedBy } = notice;
  const dueAt = periodEnd(opensAt, campaign.notice[round], campaign.calendar);
  const closing = `end-${id}-${closesAt.getTime()}`;
  const within = (from: number, to: number) => boardPhotos.filter(({ at }) => at.getTime() >= from && at.getTime() <= to).length;
  return {
    id, round, place, opensAt, closesAt, closedAt, extensions, dueAt, by: publishedBy.uid, households: list.length,
    isOfVillage: list.some(({ track }) => track === "village"),
    photos: { opening: within(opensAt.getTime(), opensAt.getTime() + DAY_MS), closing: within(closesAt.getTime() - DAY_MS, Number.MAX_SAFE_INTEGER) },
    closedBy: actions.some((action) => action.id === closing && action.outcome !== undefined) ? closing : null,
    ran: closedAt && closedAt >= closesAt && closesAt >= dueAt,
  };
}

const appliedIn = ({ outcome }: Action): string[] => Object.entries(outcome?.targets ?? {}).flatMap(([target, one]) => (one.applied ? [target] : []));

function meetingsOf({ actions, campaign: { quorum } }: Read): MeetingProof[] {
  return actions.flatMap((action): MeetingProof[] => {
    const read = action.type === "recordAppraisal" ? INPUTS.recordAppraisal.safeParse(action.input).data : undefined;
    const applied = appliedIn(action);
    if (!read || applied.length === 0) return [];
    const { kind, reason, heldOn, place, expected, present, attendance, minutes } = read;
    const confirmed = actions.filter(({ type, input }) => type === "confirmMeeting" && (input as ActionInput<"confirmMeeting">).meeting === action.id);
    return [{
      id: action.id, kind, reason, heldOn, place, expected, present, households: applied.length,
      quorate: quorumOf(quorum, { expected, present }).reached,
      passed: applied.filter((target) => isNominated(action, target)).length,
      photos: { attendance: attendance.length, minutes: minutes.length },
      recorder: action.by,
      confirmers: confirmed.filter((one) => appliedIn(one).length > 0).map(({ role, by: uid }) => ({ role, uid })),
    }];
  });
}

function isNominated({ outcome }: Action, target: string): boolean {
  const one = outcome?.targets[target];
  return one?.applied === true && one.to === "nominated";
}

/** Who left the room for a household, and which accounts are kept away from it without having been there. */
function recusalsOf({ actions, applications }: Overseen): Recusal[] {
  const atMeetings = actions.flatMap((action) => {
    const votes = action.type === "recordAppraisal" ? (action.input as Partial<ActionInput<"recordAppraisal">>).votes : undefined;
    return appliedIn(action).flatMap((application) => (votes?.[application]?.recused ?? []).map(({ name, staff, reason }) => ({ application, name, uid: staff ?? null, reason })));
  });
  const known = new Set(atMeetings.map(({ application, uid }) => `${application} ${uid}`));
  const others = applications.flatMap(({ id: application, recused }) => recused.filter((uid) => !known.has(`${application} ${uid}`)).map((uid) => ({ application, name: null, uid, reason: "" })));
  return [...atMeetings, ...others];
}

function doingsOf(actions: readonly Done[]): Doing[] {
  const counted = new Map<string, Doing>();
  for (const action of actions) {
    const { by: uid, role, type } = action;
    const count = isStaffRole(role) ? appliedIn(action).length : 0;
    if (count === 0) continue;
    const key = `${uid} ${role} ${type}`;
    counted.set(key, { uid, role, type, count: (counted.get(key)?.count ?? 0) + count });
  }
  return [...counted.values()];
}

function objectionsOf(actions: readonly Done[]): OversightReport["objections"] {
  const answered = (decision: string) => actions.filter((action) => action.type === "answerObjection" && (action.input as ActionInput<"answerObjection">).decision === decision && appliedIn(action).length > 0).length;
  return { raised: actions.filter((action) => action.type === "raiseObjection" && appliedIn(action).length > 0).length, dismissed: answered("dismiss"), upheld: answered("uphold") };
}

/** All that a supervisor asks of one village, from what is on record and nothing else. */
export function reportOf(read: Read): OversightReport {
  const rows = read.findings.flatMap((one) => one.rows);
  return {
    notices: [...read.notices].sort((a, b) => a.opensAt.getTime() - b.opensAt.getTime()).map((notice) => proofOf(notice, read)),
    meetings: meetingsOf(read),
    differences: differencesOf(read),
    recusals: recusalsOf(read),
    findings: { open: read.findings.reduce((sum, { open }) => sum + open, 0), answered: rows.filter(({ answer }) => answer !== null).length },
    objections: objectionsOf(read.actions),
    doings: doingsOf(read.actions),
  };
}
