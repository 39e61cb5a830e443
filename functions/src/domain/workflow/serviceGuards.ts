import type { ActionInput } from "../actionInputs.ts";
import { DECIDED_BY } from "../application.ts";
import { holds } from "../areas.ts";
import { checkOf } from "../checks/checks.ts";
import { mayAnswer, openRules, stepOf, waitingBefore } from "../checks/questions.ts";
import type { FindingStep } from "../checks/steps.ts";
import { stepsUpTo } from "../checks/steps.ts";
import type { FieldProblem, Problem } from "../problems.ts";
import { problem } from "../problems.ts";
import type { StaffRole } from "../roles.ts";
import { ROLES } from "../roles.ts";
import type { CaseAtRow, Found, Guard } from "./case.ts";
import { answersOnForm, standingAnswer } from "./findings.ts";
import { isStaffRole } from "./offices.ts";
import { leaversLiveThere, requestComplete } from "./split.ts";
import { ACTIONS } from "./transition.ts";

const BEFORE_FORM: readonly (FindingStep | null)[] = stepsUpTo("registration");

const asFields = (found: readonly Found[]): FieldProblem[] =>
  found.map(({ rule, paths, zh, en }) => ({ path: paths[0] ?? "", code: rule, zh, en }));

/** Errors stop a form; a doubt only asks for a written answer (domain.md, section 8.2). */
function checksPass(c: CaseAtRow): Problem | undefined {
  const { atHand: { form, findings }, input, campaign } = c;
  if (!form?.ok) return undefined;
  const errors = form.found.filter(({ level }) => level === "error");
  if (errors.length > 0) return problem("formHasErrors", { count: errors.length }, asFields(errors));
  const { answers } = input as ActionInput<"completeForm" | "updateYear">;
  const asked = form.found.filter(({ level, rule }) => level === "doubt" && BEFORE_FORM.includes(stepOf(campaign, rule)));
  const doubts = asked.filter((one) => !(answers[one.rule] && answersOnForm(c, one)) && !standingAnswer(findings, one));
  return doubts.length > 0 ? problem("doubtsUnanswered", { count: doubts.length }, asFields(doubts)) : undefined;
}

/** Guards of what follows the approval, for households and villages alike. */
export const SERVICE_GUARDS = {
  /** An entry that an exit or a request has ended takes nothing more. */
  entryOpen: ({ application: { track }, atHand: { entry } }) =>
    track === "village" || entry?.status === "registered" ? undefined : problem("entryEnded"),

  entryHasEnded: ({ atHand: { entry } }) => (entry?.status === "ended" ? undefined : problem("registerUnknown")),

  ownPairing: ({ person, application: { helper } }) => {
    if (person.role !== "helper" && person.role !== "supportUnit") return undefined;
    return helper?.account === person.uid ? undefined : problem("notPaired");
  },

  helperFits: (c) => {
    const { account } = c.input as ActionInput<"assignHelper">;
    const { helper } = c.application;
    if (account && c.application.recused.includes(account)) return problem("helperRecused");
    const role = c.application.track === "village" ? "supportUnit" : "helper";
    const { helper: staff } = c.atHand;
    const isHelper = staff && !staff.disabled && holds(staff.roles, role, c.application.village);
    if (account && !isHelper) return problem("notAHelper", { roleZh: ROLES[role].zh, roleEn: ROLES[role].en });
    return account !== null && helper?.account === account ? problem("sameHelper") : undefined;
  },

  measureOpen: ({ atHand: { help } }) => {
    if (help?.kind !== "measure") return problem("recordUnknown");
    return help.done ? problem("measureDone") : undefined;
  },

  resultUnconfirmed: ({ atHand: { help }, input, person }) => {
    /* A signature is taken on paper; only the householder confirms online. */
    if ((input as ActionInput<"confirmResult">).how === "online" && person.role !== "applicant") return problem("notYours");
    if (help?.kind !== "result") return problem("recordUnknown");
    return help.confirmed ? problem("resultConfirmed") : undefined;
  },

  checksPass,

  handbookIsCurrent: ({ application: { handbook, registration } }) => {
    if (!handbook) return problem("handbookUnprinted");
    if (handbook.registration !== registration?.action) return problem("handbookOutdated");
    return handbook.issued ? problem("handbookIssued") : undefined;
  },

  notTwiceInBatch: ({ application: { batch } }) => (batch ? problem("alreadyInBatch") : undefined),

  oneKindInBatch: ({ atHand: { mixed } }) => (mixed ? problem("batchMixed") : undefined),

  takenIn: (c) => {
    const { batch: id } = c.input as ActionInput<"enterData">;
    const { batch } = c.atHand;
    if (!batch || c.application.batch !== id) return problem("notInThisBatch");
    if (!batch.receipt) return problem("receiptMissing");
    if (batch.receipt.taken.includes(c.target)) return undefined;
    const count = batch.receipt.differences.filter(({ application }) => application === c.target).length;
    return problem("receiptDiffers", { count });
  },

  findingKnown: ({ input, atHand: { findings } }) => {
    const { rule } = input as ActionInput<"answerFinding">;
    const row = findings?.rows.find((one) => one.rule === rule && one.settledAt === null);
    if (!row) return problem("findingUnknown");
    return row.level === "error" ? problem("findingIsError") : undefined;
  },

  asksYou: ({ input, person: { role } }) => {
    const asks = checkOf((input as ActionInput<"answerFinding">).rule)?.asks;
    if (!asks || (isStaffRole(role) && mayAnswer(role, asks))) return undefined;
    return problem("notAsked", { askedZh: ROLES[asks].zh, askedEn: ROLES[asks].en });
  },

  checkedAndAnswered: ({ application: { registration }, atHand: { findings }, campaign }) => {
    if (!findings || findings.registration !== registration?.action) return problem("notChecked");
    const count = waitingBefore(campaign, openRules(findings.rows), "trial").length;
    return count > 0 ? problem("findingsOpen", { count }) : undefined;
  },

  yearFollows: ({ input, application: { registration } }) => {
    const { year } = input as ActionInput<"updateYear">;
    const next = (registration?.year ?? 0) + 1;
    return year === next || year === registration?.year ? undefined : problem("yearDoesNotFollow", { year, next });
  },

  changesExplained: ({ atHand: { form } }) =>
    form?.ok && form.unexplained.length > 0 ? problem("changesUnexplained", { count: form.unexplained.length }, [...form.unexplained]) : undefined,

  requestComplete,
  leaversLiveThere,

  decidesRequest: ({ application: { request }, person }) => {
    if (!request) return problem("failed");
    const role: StaffRole = DECIDED_BY[request.kind];
    if (person.role !== role) {
      const { zh, en } = ROLES[role];
      return problem("roleNotAllowed", { roleZh: ROLES[person.role].zh, roleEn: ROLES[person.role].en, rolesZh: zh, rolesEn: en });
    }
    if (request.by !== person.uid) return undefined;
    const [before, now] = [ACTIONS.requestChange, ACTIONS.approve];
    return problem("sameHands", { beforeZh: before.zh, beforeEn: before.en, actionZh: now.zh, actionEn: now.en });
  },
} as const satisfies Record<string, Guard>;
