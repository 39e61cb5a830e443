import type { ActionType } from "../actionInputs.ts";
import type { Actor } from "../roles.ts";
import type { Status } from "../status.ts";
import type { Bilingual } from "../text.ts";

/** A check of procedure by name; its code is in guards.ts. Checks run in the row's order, and the first refusal counts. */
export type GuardName =
  | "ownApplication"
  | "notRecused"
  | "noKinInForm"
  | "applicantDoesNotVerify"
  | "verifiesOnce"
  | "freshReviewer"
  | "freshCountyReviewer"
  | "formIsSound"
  | "identitiesFree"
  | "notInRegister"
  | "lineExplained"
  | "exitAboveLine"
  | "exitSigned"
  | "registerEntryFree"
  | "quorumReached"
  | "votesAddUp"
  | "meetingHeld"
  | "meetingExplained"
  | "attendanceShown"
  | "onThisMeeting"
  | "confirmsOnce"
  | "meetingSealed"
  | "leftOffExplained"
  | "listIsWhole"
  | "evidenceArrived"
  | "withinQuota"
  | "noOpenObjection"
  | "onThisNotice"
  | "periodEnded"
  | "objectionStillOpen"
  | "answersAtItsLevel"
  | "answerTellsNoNumber"
  | "entryOpen"
  | "ownPairing"
  | "helperFits"
  | "measureOpen"
  | "resultUnconfirmed"
  | "checksPass"
  | "handbookIsCurrent"
  | "notTwiceInBatch"
  | "oneKindInBatch"
  | "takenIn"
  | "findingKnown"
  | "asksYou"
  | "questionsAnswered"
  | "checkedAndAnswered"
  | "yearFollows"
  | "requestComplete"
  | "leaversLiveThere"
  | "changesExplained"
  | "decidesRequest"
  | "entryHasEnded"
  | "clockRuns"
  | "holdFits"
  | "onHold"
  | "alarmIsDue"
  | "correctionOpen"
  | "noCorrectionOpen"
  | "retentionOver";

/** What an applied action does beside the new status, by name; its code is in effects.ts and serviceEffects.ts. */
export type EffectName =
  | "takeApplication"
  | "takeExitProposal"
  | "takeSurvey"
  | "recuse"
  | "takeAppraisal"
  | "takeConfirmation"
  | "takeVerification"
  | "enterNotice"
  | "leaveOff"
  | "leaveNotice"
  | "holdForObjection"
  | "settleObjection"
  | "giveBack"
  | "takeReview"
  | "makeRegisterEntry"
  | "registerVillage"
  | "endRegisterEntry"
  | "releaseIdentities"
  | "eraseForms"
  | "noteCorrection"
  | "settleCorrection"
  | "pair"
  | "keepPlan"
  | "keepMeasure"
  | "endMeasure"
  | "keepVisit"
  | "keepResult"
  | "confirmResult"
  | "keepRegistration"
  | "numberHandbook"
  | "handOverHandbook"
  | "listInBatch"
  | "keepFindings"
  | "keepAnswer"
  | "openRequest"
  | "closeRequest"
  | "carryOutRequest"
  | "leaveService"
  | "stopClock"
  | "resumeClock"
  | "warnHolder"
  | "tellLevelAbove";

/** Where an action leads when that depends on what it says; its code is in resolvers.ts. */
export type ResolverName = "byMajority" | "byVerifications" | "byAnswer" | "byCorrection" | "byRequest" | "unchanged";

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
  confirmMeeting:  { zh: "确认评议记录",   en: "confirm the meeting" },
  verify:          { zh: "核实",           en: "verify" },
  publishNotice:   { zh: "公示",           en: "publish notice" },
  leaveOff:        { zh: "不列入本榜",     en: "leave off the list" },
  endNotice:       { zh: "公示期满",       en: "end of notice" },
  raiseObjection:  { zh: "提出异议",       en: "objection" },
  answerObjection: { zh: "答复异议",       en: "answer objection" },
  approve:         { zh: "通过",           en: "approve" },
  return:          { zh: "退回",           en: "return" },
  reject:          { zh: "不予通过",       en: "reject" },
  withdraw:        { zh: "撤回申请",       en: "withdraw" },
  hold:            { zh: "暂停计时",       en: "stop the clock" },
  resume:          { zh: "恢复计时",       en: "let the clock run on" },
  warn:            { zh: "到期提醒",       en: "warning: soon due" },
  escalate:        { zh: "超期移交上级",   en: "late: passed to the level above" },
  erase:           { zh: "保存期满，删除个人信息", en: "personal data erased" },
  askCorrection:   { zh: "要求更正",       en: "ask for a correction" },
  answerCorrection: { zh: "答复更正要求",  en: "answer a correction" },
  extendNotice:    { zh: "延长公示",       en: "extend notice" },
  recordBoard:     { zh: "登记公示栏照片", en: "photo of the board" },
  assignHelper:    { zh: "结对帮扶",       en: "assign helper" },
  adoptPlan:       { zh: "制定帮扶计划",   en: "adopt plan" },
  recordMeasure:   { zh: "登记帮扶措施",   en: "record measure" },
  finishMeasure:   { zh: "登记措施完成",   en: "measure done" },
  recordVisit:     { zh: "登记走访",       en: "record visit" },
  recordResult:    { zh: "登记帮扶成效",   en: "record result" },
  confirmResult:   { zh: "确认帮扶成效",   en: "confirm result" },
  completeForm:    { zh: "填写登记表",     en: "complete the form" },
  printHandbook:   { zh: "印制扶贫手册",   en: "print handbook" },
  issueHandbook:   { zh: "发放扶贫手册",   en: "hand out handbook" },
  exportBatch:     { zh: "编入录入批次",   en: "put into an entry batch" },
  enterData:       { zh: "确认已录入",     en: "data entered" },
  reportToCounty:  { zh: "上报县扶贫办",   en: "report to the county" },
  runChecks:       { zh: "运行检查",       en: "run the checks" },
  answerFinding:   { zh: "答复疑点",       en: "answer finding" },
  passTrialRun:    { zh: "试运行通过",     en: "pass the trial run" },
  updateYear:      { zh: "年度更新",       en: "yearly update" },
  endService:      { zh: "脱贫退出，终止在册", en: "service ends by the exit" },
  requestChange:   { zh: "申请变更",       en: "request a change" },
  saveCampaign:    { zh: "设置工作方案",   en: "save campaign" },
  splitQuota:      { zh: "分解规模",       en: "split the size" },
  answerVillageFinding: { zh: "答复村镇疑点", en: "answer a question of the village or town" },
  splitVillages:   { zh: "分解贫困村",     en: "mark the poor villages" },
} as const satisfies Record<ActionType, Bilingual>;

/** Every state that a row may lead to. */
export function targetsOf(row: Transition): readonly Status[] {
  return typeof row.to === "string" ? [row.to] : row.to.oneOf;
}
