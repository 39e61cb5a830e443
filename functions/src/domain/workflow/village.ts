import type { Status } from "../status.ts";
import { SINCE_APPROVAL, SINCE_NOTICE } from "../status.ts";
import { afterApproval } from "./service.ts";
import type { Transition } from "./transition.ts";

const BEFORE_APPROVAL = ["submitted", ...SINCE_NOTICE.filter((status) => status !== "villageNotice")] as const satisfies readonly Status[];
const LISTED = ["townNotice", "countyReview"] as const satisfies readonly Status[];
const ANYWHERE = [...BEFORE_APPROVAL, ...SINCE_APPROVAL, "ended", "rejected", "withdrawn"] as const satisfies readonly Status[];

/**
 * 贫困村: a village applies of its own will, after consultation; the town reviews, one notice by the town, the county
 * decides. `submitted` is an application that came back and waits to be sent anew.
 */
export const VILLAGE: readonly Transition[] = [
  {
    step: 2, action: "submit", from: ["draft", "submitted"], by: ["villageCommittee"],
    guards: ["formIsSound", "identitiesFree", "evidenceArrived"], effects: ["takeApplication"], to: "townReview",
  },
  {
    step: 2, action: "approve", from: ["townReview"], by: ["townGovernment"],
    guards: ["noOpenObjection", "freshReviewer"], effects: ["takeReview"], to: "townApproved",
  },
  { step: 2, action: "return", from: ["townReview"], by: ["townGovernment"], guards: ["freshReviewer"], effects: ["giveBack"], to: "submitted" },
  { step: 2, action: "reject", from: ["townReview"], by: ["townGovernment"], guards: ["freshReviewer"], effects: ["releaseIdentities"], to: "rejected" },
  {
    step: 3, action: "publishNotice", from: ["townApproved"], by: ["povertyOfficer"],
    guards: ["evidenceArrived", "noOpenObjection", "withinQuota"], effects: ["enterNotice"], to: "townNotice",
  },
  {
    step: 3, action: "endNotice", from: ["townNotice"], by: ["clock"],
    guards: ["onThisNotice", "periodEnded", "noOpenObjection"], effects: ["leaveNotice"], to: "countyReview",
  },
  {
    step: 3, action: "approve", from: ["countyReview"], by: ["countyLeadingGroup", "countyOffice"],
    guards: ["noOpenObjection", "freshCountyReviewer"], effects: ["registerVillage"], to: "approved",
  },
  { step: 3, action: "return", from: ["countyReview"], by: ["countyLeadingGroup", "countyOffice"], guards: ["freshCountyReviewer"], effects: ["giveBack"], to: "submitted" },
  { step: 3, action: "reject", from: ["countyReview"], by: ["countyLeadingGroup", "countyOffice"], guards: ["freshCountyReviewer"], effects: ["releaseIdentities"], to: "rejected" },
  {
    step: 3, action: "raiseObjection", from: LISTED, by: ["public"],
    guards: ["onThisNotice", "objectionStillOpen"], effects: ["holdForObjection"], to: { oneOf: LISTED, decidedBy: "unchanged" },
  },
  {
    step: 3, action: "answerObjection", from: ANYWHERE, by: ["townGovernment", "countyOffice", "supervisor"],
    guards: ["answersAtItsLevel", "answerTellsNoNumber"], effects: ["settleObjection"], to: { oneOf: ANYWHERE, decidedBy: "byAnswer" },
  },
  { step: 2, action: "withdraw", from: BEFORE_APPROVAL, by: ["villageCommittee"], guards: [], effects: ["releaseIdentities"], to: "withdrawn" },
  ...afterApproval({ helper: "supportUnit", handbook: false, steps: { pair: 4, plan: 5, form: 6, handbook: 6, entry: 7, trial: 8, update: 9 } }),
];
