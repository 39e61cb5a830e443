import type { ActionInput } from "../actionInputs.ts";
import { recusedBy } from "../matches.ts";
import { CONFIRMERS_NEEDED, confirmationsLacking, kindsOpen, MEETING_KINDS, quorumOf } from "../meeting.ts";
import { shanghaiDate } from "../notice/period.ts";
import { checkOf } from "../checks/checks.ts";
import { waitingBefore } from "../checks/questions.ts";
import { STEP_AHEAD } from "../checks/steps.ts";
import type { Problem } from "../problems.ts";
import { problem } from "../problems.ts";
import { ANSWERED_BY } from "../records.ts";
import { ROLES } from "../roles.ts";
import { TRACKS } from "../status.ts";
import type { CaseAtRow, Guard } from "./case.ts";
import { hasNumber } from "../text.ts";
import { hitsOf } from "./case.ts";
import { CLOCK_GUARDS } from "./clock.ts";
import { SERVICE_GUARDS } from "./serviceGuards.ts";
import type { GuardName } from "./transition.ts";
import { ACTIONS } from "./transition.ts";

/** Guards of every row, before its own: nobody acts on a relative's household (design.md, section 1). */
export const EVERY_ROW: readonly GuardName[] = ["notRecused", "noKinInForm"];

/** Guards that need only the household, the person and the campaign: the client runs them too, to say why a button is off. */
export const STANDING_GUARDS: readonly GuardName[] = [
  "ownApplication",
  "notRecused",
  "meetingSealed",
  "confirmsOnce",
  "applicantDoesNotVerify",
  "verifiesOnce",
  "freshReviewer",
  "freshCountyReviewer",
  "noOpenObjection",
  "correctionOpen",
  "noCorrectionOpen",
  "questionsAnswered",
  "ownPairing",
  "handbookIsCurrent",
  "notTwiceInBatch",
  "decidesRequest",
  "clockRuns",
];

const DAY = 86_400_000;

const instant = (date: Date) => {
  const text = new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
  return { closesZh: text, closesEn: text };
};

/** Another pair of hands: refuses when this person did the named earlier act. */
function otherHands(c: CaseAtRow, before: { zh: string; en: string }, did: boolean): Problem | undefined {
  const { zh, en } = ACTIONS[c.row.action];
  return did ? problem("sameHands", { beforeZh: before.zh, beforeEn: before.en, actionZh: zh, actionEn: en }) : undefined;
}

function didVillageWork({ application: { hands }, person }: CaseAtRow): boolean {
  const done = [hands.applied, ...Object.values(hands.verified), ...hands.published];
  return done.includes(person.uid);
}

function meetingOf(c: CaseAtRow): ActionInput<"recordAppraisal"> {
  return c.input as ActionInput<"recordAppraisal">;
}

/** What stands before the next step is answered first; the refusal names each question and whom it asks. */
function questionsAnswered({ application: { questions, status }, campaign }: CaseAtRow): Problem | undefined {
  const step = STEP_AHEAD[status];
  const waiting = (step ? waitingBefore(campaign, questions.rules, step) : []).flatMap((rule) => checkOf(rule) ?? []);
  if (waiting.length === 0) return undefined;
  const rulesZh = waiting.map(({ zh, asks }) => `${zh}（${ROLES[asks].zh}）`).join("、");
  const rulesEn = waiting.map(({ en, asks }) => `${en} (${ROLES[asks].en})`).join("; ");
  return problem("questionsOpen", { count: waiting.length, rulesZh, rulesEn }, waiting.map(({ id, zh, en }) => ({ path: "", code: id, zh, en })));
}

export const GUARDS: Record<GuardName, Guard> = {
  ...SERVICE_GUARDS,
  ...CLOCK_GUARDS,

  ownApplication: ({ person, application }) =>
    person.role === "applicant" && application.applicant !== person.uid ? problem("notYours") : undefined,

  notRecused: ({ person, application }) => (application.recused.includes(person.uid) ? problem("recused") : undefined),

  /* Somebody may have joined the household, or declared it, since it was last looked at. */
  noKinInForm: ({ person, atHand }) => (recusedBy(hitsOf(atHand)).includes(person.uid) ? problem("recused") : undefined),

  applicantDoesNotVerify: (c) =>
    c.person.role === "villageCommittee" ? undefined : otherHands(c, ACTIONS.submit, c.application.hands.applied === c.person.uid),

  verifiesOnce: (c) => {
    const { verified } = c.application.hands;
    const role = c.person.role as keyof typeof verified;
    if (verified[role]) return problem("verifiedAlready", { roleZh: ROLES[role].zh, roleEn: ROLES[role].en });
    return otherHands(c, ACTIONS.verify, Object.values(verified).includes(c.person.uid));
  },

  freshReviewer: (c) => otherHands(c, ACTIONS.verify, didVillageWork(c)),

  freshCountyReviewer: (c) =>
    otherHands(c, ACTIONS.verify, didVillageWork(c)) ??
    otherHands(c, ACTIONS.approve, c.application.hands.reviewed === c.person.uid),

  formIsSound: ({ atHand: { form } }) => {
    if (!form) return problem("privateMissing");
    return form.ok ? undefined : problem("invalidInput", {}, form.problems);
  },

  identitiesFree: ({ atHand: { form } }) => {
    if (!form) return problem("privateMissing");
    if (!form.ok) return problem("invalidInput", {}, form.problems);
    return form.taken > 0 ? problem("identityTaken", { count: form.taken }) : undefined;
  },

  notInRegister: ({ atHand: { form } }) => (form?.ok && form.inRegister ? problem("inRegister") : undefined),

  lineExplained: ({ atHand: { form }, campaign: { line } }) => {
    if (!form?.ok) return undefined;
    const perHead = form.facts?.perCapitaNetIncome ?? 0;
    return perHead >= line && form.lineNote.length < 4 ? problem("lineNeedsReason", { perHead, line }) : undefined;
  },

  exitAboveLine: ({ atHand: { form }, campaign: { line } }) => {
    if (!form?.ok) return undefined;
    const perHead = form.facts?.perCapitaNetIncome ?? 0;
    return perHead < line ? problem("belowLine", { perHead, line }) : undefined;
  },

  exitSigned: ({ atHand: { form } }) => (form?.ok && !form.signed ? problem("householderUnsigned") : undefined),

  registerEntryFree: ({ application, target, atHand: { form, entry } }) => {
    if (form && !form.ok) return problem("invalidInput", {}, form.problems);
    if (!entry || entry.status !== "registered" || entry.village !== application.village) return problem("registerUnknown");
    return entry.exit && entry.exit !== target ? problem("exitProposed") : undefined;
  },

  quorumReached: (c) => {
    const { expected, present } = meetingOf(c);
    const { needed, reached } = quorumOf(c.campaign.quorum, { expected, present });
    return reached ? undefined : problem("quorumMissed", { expected, present, needed });
  },

  votesAddUp: (c) => {
    const { present, votes } = meetingOf(c);
    const vote = votes[c.target];
    if (!vote) return problem("voteMissing");
    const sum = vote.yes + vote.no + vote.abstain + vote.recused.length;
    return sum > present ? problem("votesDoNotAdd", { sum, present }) : undefined;
  },

  attendanceShown: (c) => (meetingOf(c).attendance.length > 0 ? undefined : problem("attendanceMissing")),

  meetingHeld: (c) => (meetingOf(c).heldOn > shanghaiDate(c.now) ? problem("meetingInFuture") : undefined),

  meetingExplained: (c) => {
    const { kind, reason } = meetingOf(c);
    const open = kindsOpen(c.application);
    if (!open.includes(kind)) {
      const { zh: kindZh, en: kindEn } = MEETING_KINDS[kind];
      const openZh = open.map((one) => MEETING_KINDS[one].zh).join("、");
      return problem("meetingOfOtherKind", { kindZh, kindEn, openZh, openEn: open.map((one) => MEETING_KINDS[one].en).join(", ") });
    }
    return kind !== "regular" && reason.length < 2 ? problem("meetingNeedsReason") : undefined;
  },

  onThisMeeting: ({ application: { appraisal }, input }) =>
    appraisal?.action === (input as ActionInput<"confirmMeeting">).meeting ? undefined : problem("meetingOther"),

  /* The recorder's own word is the record; a confirmation is somebody else's. */
  confirmsOnce: (c) => {
    const { appraisal } = c.application;
    if (!appraisal) return problem("meetingOther");
    const { by, confirmedBy } = appraisal;
    const role = c.person.role as keyof typeof confirmedBy;
    if (confirmedBy[role]) return problem("confirmedAlready", { roleZh: ROLES[role].zh, roleEn: ROLES[role].en });
    return otherHands(c, ACTIONS.recordAppraisal, by === c.person.uid) ??
      otherHands(c, ACTIONS.confirmMeeting, Object.values(confirmedBy).includes(c.person.uid));
  },

  meetingSealed: ({ application: { appraisal } }) => {
    const lacking = appraisal ? confirmationsLacking(appraisal) : CONFIRMERS_NEEDED;
    return lacking > 0 ? problem("meetingUnsealed", { lacking }) : undefined;
  },

  leftOffExplained: (c) => ((c.input as ActionInput<"leaveOff">).reasons[c.target] ? undefined : problem("leftOffUnexplained")),

  /* Last of its row: whoever is refused for a reason of its own is told that one. */
  listIsWhole: ({ atHand: { passedOver = 0 } }) => (passedOver > 0 ? problem("passedOver", { count: passedOver }) : undefined),

  evidenceArrived: ({ atHand }) => (atHand.evidenceMissing ? problem("evidenceMissing") : undefined),

  withinQuota: ({ application, campaign, atHand: { quota } }) => {
    if (!quota || campaign.quotaMode !== "hard") return undefined;
    return overQuota(application, quota);
  },

  noOpenObjection: ({ application: { openObjections: count } }) =>
    count > 0 ? problem("heldByObjection", { count }) : undefined,

  questionsAnswered,

  onThisNotice: (c) => {
    const { notice } = c.input as ActionInput<"endNotice">;
    return c.application.notice?.id === notice ? undefined : problem("notOnThisNotice");
  },

  periodEnded: ({ atHand: { notice }, now }) => {
    if (!notice) return problem("noticeUnknown");
    return now < notice.closesAt ? problem("noticeStillOpen", instant(notice.closesAt)) : undefined;
  },

  /* The answer may have come first: then there is nothing left to hold. */
  objectionStillOpen: ({ atHand: { objection } }) => (objection?.status === "open" ? undefined : problem("objectionAnswered")),

  answersAtItsLevel: ({ atHand: { objection }, target, person }) => {
    if (!objection || objection.application !== target) return problem("objectionUnknown");
    if (objection.status !== "open") return problem("objectionAnswered");
    const role = ANSWERED_BY[objection.level];
    const { zh: levelZh, en: levelEn } = ROLES[role];
    return person.role === role || person.role === "supervisor" ? undefined : problem("notTheLevelAbove", { levelZh, levelEn });
  },

  noCorrectionOpen: ({ application: { correction } }) => (correction && correction.reply === null ? problem("correctionOpen") : undefined),

  correctionOpen: ({ application: { correction } }) => (correction && correction.reply === null ? undefined : problem("correctionNone")),

  retentionOver: ({ application: { since, erased }, campaign: { retention }, now }) =>
    !erased && since && now.getTime() >= since.getTime() + retention.failedDays * DAY ? undefined : problem("stillKept"),

  answerTellsNoNumber: (c) =>
    hasNumber((c.input as ActionInput<"answerObjection">).published) ? problem("answerTellsNumber") : undefined,
};

/** The refusal, or in advisory mode the warning, of a household that passes its village's size. */
export function overQuota(
  { track, facts }: CaseAtRow["application"],
  { limit, used }: { limit: number; used: number },
): Problem | undefined {
  const people = track === "village" ? 1 : (facts?.memberCount ?? 0);
  if (used + people <= limit) return undefined;
  return problem("overQuota", { limit, used, people, trackZh: TRACKS[track].zh, trackEn: TRACKS[track].en });
}
