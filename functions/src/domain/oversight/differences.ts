import type { Action, TargetOutcome } from "../action.ts";
import type { ActionInput, ActionType } from "../actionInputs.ts";
import type { Application } from "../application.ts";
import { MEETING_KINDS } from "../meeting.ts";
import type { Notice } from "../notice/notice.ts";
import { passedOverBy } from "../notice/waiting.ts";
import type { Actor } from "../roles.ts";
import type { Bilingual } from "../text.ts";

/** What one village has written: all that oversight looks at. */
export type Overseen = {
  applications: readonly (Application & { id: string })[];
  actions: readonly (Action & { id: string })[];
  notices: readonly (Notice & { id: string })[];
};

/** Where what was decided later is not what was decided before: what supervision asks first, and why. */
export const DIFFERENCES = {
  unexplained:   { zh: "未列入，没有理由", en: "not listed, no reason given" },
  leftOff:       { zh: "未列入本榜",       en: "left off a list" },
  overQuota:     { zh: "超出规模",         en: "beyond the size" },
  returned:      { zh: "退回",             en: "returned" },
  rejected:      { zh: "不予通过",         en: "rejected" },
  upheld:        { zh: "异议成立",         en: "objection upheld" },
  withdrawn:     { zh: "评议后撤回",       en: "withdrawn after the appraisal" },
  supplementary: MEETING_KINDS.supplementary,
  correction:    MEETING_KINDS.correction,
} as const satisfies Record<string, Bilingual>;
export type DifferenceKind = keyof typeof DIFFERENCES;

/** One difference: about whom, by whose act, when, and why. `by` is null where nobody acted. */
export type Difference = { kind: DifferenceKind; application: string; at: Date; by: { uid: string; role: Actor } | null; reason: Bilingual };

type Told = { kind: DifferenceKind; reason: Bilingual } | undefined;
type Teller = (input: never, about: { target: string; outcome: TargetOutcome; application: Application }) => Told;

const said = (kind: DifferenceKind, reason: string): Told => ({ kind, reason: { zh: reason, en: reason } });

/** Back before the first notice, or out: a return within the service is no difference of lists. */
const cameOff = (outcome: TargetOutcome): boolean => outcome.applied && ["surveyed", "rejected"].includes(outcome.to);

/** What each action tells of a household; anything but a difference is nothing. */
const TELLERS: Partial<Record<ActionType, Teller>> = {
  leaveOff: ({ reasons }: ActionInput<"leaveOff">, { target, outcome }) => (outcome.applied ? said("leftOff", reasons[target] ?? "") : undefined),
  publishNotice: (_input, { outcome }) => (!outcome.applied && outcome.problem.code === "overQuota" ? { kind: "overQuota", reason: outcome.problem } : undefined),
  return: ({ reasons }: ActionInput<"return">, { outcome }) => (cameOff(outcome) ? said("returned", reasons) : undefined),
  reject: ({ reasons }: ActionInput<"reject">, { outcome }) => (cameOff(outcome) ? said("rejected", reasons) : undefined),
  answerObjection: ({ decision, reasons }: ActionInput<"answerObjection">, { outcome }) => (decision === "uphold" && cameOff(outcome) ? said("upheld", reasons) : undefined),
  withdraw: ({ reasons }: ActionInput<"withdraw">, { outcome, application }) => (outcome.applied && application.meetings.length > 0 ? said("withdrawn", reasons) : undefined),
  recordAppraisal: ({ kind = "regular", reason }: Partial<ActionInput<"recordAppraisal">>, { outcome }) => (outcome.applied && kind !== "regular" ? said(kind, reason ?? "") : undefined),
};

/** A list of its round that it is not on, though nothing on record says why. */
function silentNotice({ id, ...one }: Overseen["applications"][number], { actions, notices }: Overseen): Overseen["notices"][number] | undefined {
  return passedOverBy(one, notices, (notice) => actions.find((action) => action.id === notice.id)?.outcome?.targets[id]?.applied === false);
}

/** Every difference of a village's households, latest first. */
export function differencesOf(overseen: Overseen): Difference[] {
  const households = overseen.applications.filter(({ track }) => track !== "village");
  const known = new Map(households.map((one) => [one.id, one]));
  const told = overseen.actions.flatMap(({ type, input, by: uid, role, at, outcome }) => {
    const tell = TELLERS[type];
    if (!tell) return [];
    return Object.entries(outcome?.targets ?? {}).flatMap(([target, one]): Difference[] => {
      const application = known.get(target);
      const difference = application && tell(input as never, { target, outcome: one, application });
      return difference ? [{ ...difference, application: target, at: outcome?.at ?? at, by: { uid, role } }] : [];
    });
  });
  const silent = households.flatMap((one): Difference[] => {
    const notice = silentNotice(one, overseen);
    return notice ? [{ kind: "unexplained", application: one.id, at: notice.opensAt, by: null, reason: { zh: "", en: "" } }] : [];
  });
  return [...silent, ...told].sort((a, b) => b.at.getTime() - a.at.getTime());
}
