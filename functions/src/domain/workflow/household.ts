import { CONFIRMERS } from "../meeting.ts";
import type { Status } from "../status.ts";
import { FAILED, SINCE_APPROVAL, SINCE_NOTICE } from "../status.ts";
import { afterApproval } from "./service.ts";
import { askingRows } from "./asking.ts";
import type { Transition } from "./transition.ts";

const BEFORE_APPROVAL = [
  "submitted", "surveyed", "nominated", "notNominated", "verified", ...SINCE_NOTICE,
] as const satisfies readonly Status[];

const SINCE_SURVEY = ["surveyed", "nominated", "notNominated", "verified", ...SINCE_NOTICE] as const satisfies readonly Status[];

/** Wherever an objection may still wait for its answer. */
const ANYWHERE = [...BEFORE_APPROVAL, ...SINCE_APPROVAL, "ended", "exited", "rejected", "withdrawn"] as const satisfies readonly Status[];

/** From the survey to the county's desk the two lists go the same way (the plan's steps 2 and 3). */
const throughTheNotices: readonly Transition[] = [
  {
    step: 2, action: "recordAppraisal", from: ["surveyed", "nominated", "notNominated"], by: ["villageCommittee"],
    guards: ["evidenceArrived", "attendanceShown", "meetingHeld", "meetingExplained", "quorumReached", "votesAddUp", "questionsAnswered"],
    effects: ["takeAppraisal"], to: { oneOf: ["nominated", "notNominated"], decidedBy: "byMajority" },
  },
  {
    step: 2, action: "confirmMeeting", from: ["nominated", "notNominated"], by: CONFIRMERS,
    guards: ["onThisMeeting", "confirmsOnce"], effects: ["takeConfirmation"],
    to: { oneOf: ["nominated", "notNominated"], decidedBy: "unchanged" },
  },
  {
    step: 2, action: "verify", from: ["nominated"], by: ["villageCommittee", "povertyOfficer", "villageCadre"],
    guards: ["meetingSealed", "applicantDoesNotVerify", "verifiesOnce"], effects: ["takeVerification"],
    to: { oneOf: ["nominated", "verified"], decidedBy: "byVerifications" },
  },
  {
    step: 2, action: "publishNotice", from: ["verified"], by: ["villageCommittee"],
    guards: ["evidenceArrived", "noOpenObjection", "questionsAnswered", "withinQuota", "listIsWhole"], effects: ["enterNotice"], to: "villageNotice",
  },
  {
    step: 2, action: "leaveOff", from: ["verified"], by: ["villageCommittee"],
    guards: ["leftOffExplained"], effects: ["leaveOff"], to: "verified",
  },
  {
    step: 2, action: "endNotice", from: ["villageNotice"], by: ["clock"],
    guards: ["onThisNotice", "periodEnded", "noOpenObjection"], effects: ["leaveNotice"], to: "townReview",
  },
  {
    step: 3, action: "approve", from: ["townReview"], by: ["townGovernment"],
    guards: ["noOpenObjection", "questionsAnswered", "freshReviewer"], effects: ["takeReview"], to: "townApproved",
  },
  {
    step: 3, action: "publishNotice", from: ["townApproved"], by: ["povertyOfficer"],
    guards: ["evidenceArrived", "noOpenObjection", "questionsAnswered", "listIsWhole"], effects: ["enterNotice"], to: "townNotice",
  },
  {
    step: 3, action: "leaveOff", from: ["townApproved"], by: ["povertyOfficer"],
    guards: ["leftOffExplained"], effects: ["leaveOff"], to: "townApproved",
  },
  {
    step: 3, action: "endNotice", from: ["townNotice"], by: ["clock"],
    guards: ["onThisNotice", "periodEnded", "noOpenObjection"], effects: ["leaveNotice"], to: "countyReview",
  },
  {
    step: 3, action: "return", from: ["townReview"], by: ["townGovernment"],
    guards: ["freshReviewer"], effects: ["giveBack"], to: "surveyed",
  },
  {
    step: 3, action: "return", from: ["countyReview"], by: ["countyOffice"],
    guards: ["freshCountyReviewer"], effects: ["giveBack"], to: "surveyed",
  },
  {
    step: 3, action: "reject", from: ["townReview"], by: ["townGovernment"],
    guards: ["freshReviewer"], effects: ["releaseIdentities"], to: "rejected",
  },
  {
    step: 3, action: "reject", from: ["countyReview"], by: ["countyOffice"],
    guards: ["freshCountyReviewer"], effects: ["releaseIdentities"], to: "rejected",
  },
  ...askingRows(2, SINCE_SURVEY),
  /* An objection filed in time counts even when it is applied after the period's end: hence the later states. */
  {
    step: 3, action: "raiseObjection", from: SINCE_NOTICE, by: ["public"],
    guards: ["onThisNotice", "objectionStillOpen"], effects: ["holdForObjection"], to: { oneOf: SINCE_NOTICE, decidedBy: "unchanged" },
  },
  /* Every objection gets its answer, also when the household has gone back or away meanwhile. */
  {
    step: 3, action: "answerObjection", from: ANYWHERE,
    by: ["townGovernment", "countyOffice", "supervisor"],
    guards: ["answersAtItsLevel", "answerTellsNoNumber"], effects: ["settleObjection"],
    to: { oneOf: ANYWHERE, decidedBy: "byAnswer" },
  },
];

/** What a household may ask of its own record, and how long a failed one is kept. */
const ownRecord: readonly Transition[] = [
  {
    step: 2, action: "askCorrection", from: BEFORE_APPROVAL, by: ["applicant"],
    guards: ["ownApplication", "noCorrectionOpen"], effects: ["noteCorrection"], to: { oneOf: BEFORE_APPROVAL, decidedBy: "unchanged" },
  },
  {
    step: 2, action: "answerCorrection", from: BEFORE_APPROVAL, by: ["villageCommittee", "villageCadre", "povertyOfficer"],
    guards: ["notRecused", "correctionOpen"], effects: ["settleCorrection"], to: { oneOf: BEFORE_APPROVAL, decidedBy: "unchanged" },
  },
];

const ERASE: Transition = {
  step: 3, action: "erase", from: FAILED, by: ["clock"],
  guards: ["retentionOver"], effects: ["eraseForms"], to: { oneOf: FAILED, decidedBy: "unchanged" },
};

/** 贫困户: from a farmer's application to an entry of the register, and its years in service. */
export const IDENTIFY: readonly Transition[] = [
  {
    step: 2, action: "submit", from: ["draft"], by: ["applicant", "villageCommittee"],
    guards: ["ownApplication", "identitiesFree", "notInRegister"], effects: ["takeApplication", "recuse"], to: "submitted",
  },
  {
    step: 2, action: "recordSurvey", from: ["submitted", "surveyed", "notNominated"],
    by: ["villageCommittee", "villageCadre", "povertyOfficer"],
    guards: ["formIsSound", "lineExplained", "identitiesFree"], effects: ["takeSurvey", "recuse"], to: "surveyed",
  },
  ...throughTheNotices,
  {
    step: 3, action: "approve", from: ["countyReview"], by: ["countyOffice"],
    guards: ["noOpenObjection", "questionsAnswered", "freshCountyReviewer"], effects: ["makeRegisterEntry"], to: "approved",
  },
  {
    step: 2, action: "withdraw", from: BEFORE_APPROVAL, by: ["applicant", "villageCommittee"],
    guards: ["ownApplication"], effects: ["releaseIdentities"], to: "withdrawn",
  },
  ...ownRecord,
  ERASE,
  ...afterApproval({ helper: "helper", handbook: true, steps: { pair: 4, plan: 5, form: 6, handbook: 7, entry: 8, trial: 9, update: 10 } }),
];

/** 脱贫户: from last year's register to the end of its entry, with the householder's signature. */
export const EXIT: readonly Transition[] = [
  {
    step: 2, action: "proposeExit", from: ["draft"], by: ["villageCommittee", "villageCadre", "povertyOfficer"],
    guards: ["registerEntryFree"], effects: ["takeExitProposal"], to: "submitted",
  },
  {
    step: 2, action: "recordSurvey", from: ["submitted", "surveyed", "notNominated"],
    by: ["villageCommittee", "villageCadre", "povertyOfficer"],
    guards: ["formIsSound", "exitAboveLine", "exitSigned", "identitiesFree"], effects: ["takeSurvey", "recuse"],
    to: "surveyed",
  },
  ...throughTheNotices,
  {
    step: 3, action: "approve", from: ["countyReview"], by: ["countyOffice"],
    guards: ["noOpenObjection", "questionsAnswered", "freshCountyReviewer"], effects: ["endRegisterEntry"], to: "exited",
  },
  ERASE,
  {
    step: 2, action: "withdraw", from: BEFORE_APPROVAL, by: ["villageCommittee", "villageCadre", "povertyOfficer"],
    guards: [], effects: ["releaseIdentities"], to: "withdrawn",
  },
];
