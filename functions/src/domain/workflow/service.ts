import { FORM_FILLERS as FILLERS } from "../roles.ts";
import type { Status } from "../status.ts";
import { SINCE_APPROVAL } from "../status.ts";
import { askingRows } from "./asking.ts";
import type { Transition } from "./transition.ts";

/** What differs between a household and a village once they are approved. */
type Kind = {
  helper: "helper" | "supportUnit";
  handbook: boolean;
  /** The plan's number of each step. */
  steps: Record<"pair" | "plan" | "form" | "handbook" | "entry" | "trial" | "update", number>;
};

const SINCE_FORM = ["registered", "handbookIssued", "entered", "reported", "inService"] as const satisfies readonly Status[];

const staying = (from: readonly Status[]) => ({ from, to: { oneOf: from, decidedBy: "unchanged" } }) as const;

/** From the approval to the register in service, and its years there: the same rows for households and villages. */
export function afterApproval({ helper, handbook, steps }: Kind): readonly Transition[] {
  const helpers = [...FILLERS, helper] as const;
  const beforeEntry: Status = handbook ? "handbookIssued" : "registered";
  const sinceForm = SINCE_FORM.filter((status) => handbook || status !== "handbookIssued");
  const sincePlan: readonly Status[] = ["planned", ...sinceForm];
  /* A household has its survey to be checked until its form is there; a village has only the form. */
  const checkable: readonly Status[] = handbook ? ["approved", "paired", "planned", ...sinceForm] : sinceForm;
  const sincePairing: readonly Status[] = ["paired", ...sincePlan];
  return [
    { step: steps.pair, action: "assignHelper", by: ["povertyOfficer", "villageCadre"], guards: ["formIsSound", "entryOpen", "helperFits"], effects: ["pair"], from: ["approved"], to: "paired" },
    { step: steps.pair, action: "assignHelper", by: ["povertyOfficer", "villageCadre"], guards: ["formIsSound", "entryOpen", "helperFits"], effects: ["pair"], ...staying(sincePairing) },
    { step: steps.plan, action: "adoptPlan", by: helpers, guards: ["ownPairing", "formIsSound", "entryOpen"], effects: ["keepPlan"], from: ["paired"], to: "planned" },
    { step: steps.plan, action: "adoptPlan", by: helpers, guards: ["ownPairing", "formIsSound", "entryOpen"], effects: ["keepPlan"], ...staying(sincePlan) },
    { step: steps.plan, action: "recordVisit", by: helpers, guards: ["ownPairing", "formIsSound", "evidenceArrived"], effects: ["keepVisit"], ...staying(sincePairing) },
    { step: steps.plan, action: "recordMeasure", by: helpers, guards: ["ownPairing", "formIsSound", "entryOpen"], effects: ["keepMeasure"], ...staying(sincePlan) },
    { step: steps.plan, action: "finishMeasure", by: helpers, guards: ["ownPairing", "measureOpen", "formIsSound", "evidenceArrived"], effects: ["endMeasure"], ...staying(sincePlan) },
    { step: steps.plan, action: "recordResult", by: helpers, guards: ["ownPairing", "formIsSound", "entryOpen", "evidenceArrived"], effects: ["keepResult"], ...staying(sincePlan) },
    { step: steps.plan, action: "confirmResult", by: handbook ? [...FILLERS, "applicant"] : FILLERS, guards: ["ownApplication", "resultUnconfirmed"], effects: ["confirmResult"], ...staying(sincePlan) },
    { step: steps.form, action: "completeForm", by: FILLERS, guards: ["formIsSound", "entryOpen", "identitiesFree", "checksPass"], effects: ["keepRegistration", "recuse"], from: ["planned"], to: "registered" },
    {
      step: steps.form, action: "completeForm", by: FILLERS, guards: ["formIsSound", "entryOpen", "identitiesFree", "checksPass"], effects: ["keepRegistration", "recuse"],
      from: sinceForm.filter((status) => status !== "inService"), to: { oneOf: handbook ? ["registered", "handbookIssued"] : ["registered"], decidedBy: "byCorrection" },
    },
    ...(handbook ? handbookRows(steps.handbook) : []),
    { step: steps.entry, action: "exportBatch", by: FILLERS, guards: ["entryOpen", "notTwiceInBatch", "oneKindInBatch"], effects: ["listInBatch"], ...staying([beforeEntry]) },
    { step: steps.entry, action: "enterData", by: FILLERS, guards: ["takenIn"], effects: [], from: [beforeEntry], to: "entered" },
    { step: steps.entry, action: "reportToCounty", by: ["povertyOfficer"], guards: ["entryOpen"], effects: [], from: ["entered"], to: "reported" },
    ...askingRows(steps.trial, checkable, [helper]),
    { step: steps.trial, action: "passTrialRun", by: ["povertyOfficer", "countyOffice"], guards: ["entryOpen", "checkedAndAnswered"], effects: [], from: ["reported"], to: "inService" },
    { step: steps.update, action: "updateYear", by: FILLERS, guards: ["formIsSound", "entryOpen", "yearFollows", "changesExplained", "identitiesFree", "checksPass"], effects: ["keepRegistration", "recuse"], ...staying(["inService"]) },
    { step: steps.update, action: "requestChange", by: FILLERS, guards: ["entryOpen", "requestComplete"], effects: ["openRequest"], from: ["inService"], to: "changeReview" },
    {
      step: steps.update, action: "approve", by: ["townGovernment", "countyOffice"], guards: ["decidesRequest", "leaversLiveThere"], effects: ["carryOutRequest"],
      from: ["changeReview"], to: { oneOf: ["inService", "ended"], decidedBy: "byRequest" },
    },
    /* An exit that the county approved has ended the entry (the plan, step 3); only households leave that way. */
    ...(handbook ? [{ step: steps.update, action: "endService", by: ["clock"], guards: ["entryHasEnded"], effects: ["leaveService"], from: SINCE_APPROVAL, to: "ended" } as const] : []),
    { step: steps.update, action: "return", by: ["townGovernment", "countyOffice"], guards: ["decidesRequest"], effects: ["closeRequest"], from: ["changeReview"], to: "inService" },
  ];
}

/** 扶贫手册: printed in numbered versions; two copies, two receipts. */
const handbookRows = (step: number): readonly Transition[] => [
  { step, action: "printHandbook", by: FILLERS, guards: ["entryOpen"], effects: ["numberHandbook"], ...staying(SINCE_FORM) },
  { step, action: "issueHandbook", by: FILLERS, guards: ["entryOpen", "handbookIsCurrent"], effects: ["handOverHandbook"], from: ["registered"], to: "handbookIssued" },
  { step, action: "issueHandbook", by: FILLERS, guards: ["entryOpen", "handbookIsCurrent"], effects: ["handOverHandbook"], ...staying(["handbookIssued", "entered", "reported", "inService"]) },
];
