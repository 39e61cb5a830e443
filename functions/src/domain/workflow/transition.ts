import type { ActionType } from "../actionInputs.ts";
import type { Actor } from "../roles.ts";
import type { Status } from "../status.ts";
import type { Bilingual } from "../text.ts";

/** A check of procedure by name; its code is in guards.ts. Checks run in the row's order, and the first refusal counts. */
export type GuardName =
  | "ownApplication"
  | "notRecused"
  | "applicantDoesNotVerify"
  | "verifiesOnce"
  | "freshReviewer"
  | "freshCountyReviewer"
  | "surveyIsSound"
  | "identitiesFree"
  | "lineExplained"
  | "exitAboveLine"
  | "exitSigned"
  | "registerEntryFree"
  | "quorumReached"
  | "votesAddUp"
  | "evidenceArrived"
  | "withinQuota"
  | "noOpenObjection"
  | "onThisNotice"
  | "periodEnded"
  | "objectionStillOpen"
  | "answersAtItsLevel";

/** What an applied action does beside the new status, by name; its code is in effects.ts. */
export type EffectName =
  | "takeApplication"
  | "takeExitProposal"
  | "takeSurvey"
  | "takeAppraisal"
  | "takeVerification"
  | "enterNotice"
  | "leaveNotice"
  | "holdForObjection"
  | "settleObjection"
  | "giveBack"
  | "takeReview"
  | "makeRegisterEntry"
  | "endRegisterEntry"
  | "releaseIdentities";

/** Where an action leads when that depends on what it says; its code is in resolvers.ts. */
export type ResolverName = "byMajority" | "byVerifications" | "byAnswer" | "unchanged";

/** One row of a track: the plan's rule of procedure. */
export type Transition = {
  /** The plan's step. */
  step: number;
  action: ActionType;
  from: readonly Status[];
  by: readonly Actor[];
  guards: readonly GuardName[];
  effects: readonly EffectName[];
  /** The next state, or every state it may lead to and what decides between them. */
  to: Status | { oneOf: readonly Status[]; decidedBy: ResolverName };
};

/** Name of each action on buttons and in a household's history. */
export const ACTIONS = {
  submit:          { zh: "提交申请",       en: "submit" },
  proposeExit:     { zh: "提出脱贫",       en: "propose exit" },
  recordSurvey:    { zh: "登记入户调查",   en: "record survey" },
  recordAppraisal: { zh: "登记民主评议",   en: "record appraisal" },
  verify:          { zh: "核实",           en: "verify" },
  publishNotice:   { zh: "公示",           en: "publish notice" },
  endNotice:       { zh: "公示期满",       en: "end of notice" },
  raiseObjection:  { zh: "提出异议",       en: "objection" },
  answerObjection: { zh: "答复异议",       en: "answer objection" },
  approve:         { zh: "通过",           en: "approve" },
  return:          { zh: "退回",           en: "return" },
  reject:          { zh: "不予通过",       en: "reject" },
  withdraw:        { zh: "撤回申请",       en: "withdraw" },
  extendNotice:    { zh: "延长公示",       en: "extend notice" },
  recordBoard:     { zh: "登记公示栏照片", en: "photo of the board" },
  saveCampaign:    { zh: "设置工作方案",   en: "save campaign" },
  splitQuota:      { zh: "分解规模",       en: "split the size" },
} as const satisfies Record<ActionType, Bilingual>;

/** Every state that a row may lead to. */
export function targetsOf(row: Transition): readonly Status[] {
  return typeof row.to === "string" ? [row.to] : row.to.oneOf;
}
