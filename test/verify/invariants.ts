import { checkFinished, checkWellFormed } from "./invariants/actions.ts";
import { checkChains } from "./invariants/chain.ts";
import { checkHidden, checkIdentities, checkReceipts } from "./invariants/identities.ts";
import { checkDifferences, checkMeetings } from "./invariants/meetings.ts";
import { checkLists, checkNobodyLeft, checkPeriods } from "./invariants/notices.ts";
import { checkAnswers, checkHolds } from "./invariants/objections.ts";
import { checkCounters, checkQuota, checkSplitExact } from "./invariants/quota.ts";
import { checkEndings, checkEntries } from "./invariants/register.ts";
import { checkOnce } from "./invariants/once.ts";
import { checkHelped, checkLoads, checkReleased } from "./invariants/pairings.ts";
import { checkAnswered, checkEntered, checkHandbooks, checkKnown } from "./invariants/service.ts";
import { checkStatuses } from "./invariants/statuses.ts";
import { checkFormSums, checkKept, checkVersions } from "./invariants/versions.ts";
import { checkHelpSums, checkPoorVillages } from "./invariants/villages.ts";
import type { Invariant } from "./invariant.ts";

/** What the data of a campaign must keep, whatever happened to it. */
export const INVARIANTS = {
  wellFormed:  { zh: "每份数据都符合格式",             en: "every document is what its schema says",                check: checkWellFormed },
  finished:    { zh: "每个操作都有结果",               en: "every action was finished within a minute",             check: checkFinished },
  chains:      { zh: "办理经过未被改动",               en: "no history was touched: every chain recomputes",        check: checkChains },
  statuses:    { zh: "每一步都符合流程",               en: "every state follows from its actions, row by row",      check: checkStatuses },
  meetings:    { zh: "评议记录两方确认后才核实",       en: "nobody is verified before two others confirmed",      check: checkMeetings },
  differences: { zh: "名单每处差异都有理由",           en: "every difference between lists has its reason",       check: checkDifferences },
  counters:    { zh: "各村统计与申请一致",             en: "every village's counters are what a recount gives",     check: checkCounters },
  quota:       { zh: "列入人数不超规模",               en: "nobody is listed beyond a village's size",              check: checkQuota },
  splitExact:  { zh: "规模分解合计正好",               en: "the split adds up to the town's figures",               check: checkSplitExact },
  identities:  { zh: "一人只在一户登记",               en: "one person belongs to one application",                 check: checkIdentities },
  hidden:      { zh: "保密内容不留在操作中",           en: "hidden numbers do not stay with applied actions",       check: checkHidden },
  receipts:    { zh: "受理编号对应唯一申请",           en: "every receipt number leads to its application",         check: checkReceipts },
  entries:     { zh: "名册与批准的申请一一对应",       en: "register entries and approved applications match",      check: checkEntries },
  endings:     { zh: "退出名册与批准的脱贫一一对应",   en: "ended entries and approved exits match",                check: checkEndings },
  holds:       { zh: "异议与暂停办理一致",             en: "households are held by exactly their open objections",  check: checkHolds },
  answers:     { zh: "每件异议都有来历和答复",         en: "every objection was raised and answered by an action",  check: checkAnswers },
  periods:     { zh: "公示期满且未缩短",               en: "every notice hung for its whole period",                check: checkPeriods },
  lists:       { zh: "公示名单与发布的一致",           en: "every notice lists what its action published",          check: checkLists },
  nobodyLeft:  { zh: "公示结束无人滞留",               en: "nobody without an objection stays on an ended notice",  check: checkNobodyLeft },
  helped:      { zh: "在册户、村每天都有帮扶人",       en: "everybody in the register has one helper every day",    check: checkHelped },
  released:    { zh: "不在册的没有帮扶人",             en: "whoever is not in the register has no helper",          check: checkReleased },
  loads:       { zh: "帮扶户数与结对一致",             en: "every helper's households are as many as counted",      check: checkLoads },
  versions:    { zh: "登记表逐年齐全",                 en: "yearly versions are complete, each by an action",       check: checkVersions },
  kept:        { zh: "证件号码与登记表一致",           en: "the numbers kept are those of the form",                check: checkKept },
  formSums:    { zh: "登记表人数与统计一致",           en: "the forms' people are the entries' and the counters'",  check: checkFormSums },
  handbooks:   { zh: "扶贫手册编号连续可查",           en: "handbooks are numbered without a gap, codes resolve",   check: checkHandbooks },
  entered:     { zh: "录入的都有回执",                 en: "who was entered had been taken in",                     check: checkEntered },
  answered:    { zh: "疑点计数一致，在册前全部答复",   en: "questions are counted, none was open on the way into service",                      check: checkAnswered },
  helpSums:    { zh: "资金成效统计与记录一致",         en: "money and results are what the records add up to",      check: checkHelpSums },
  poorVillages: { zh: "贫困村与规模分解一致",          en: "poor villages are those marked and approved",           check: checkPoorVillages },
  once:        { zh: "一人不在两户同时在册",           en: "nobody is in service in two households at once",        check: checkOnce },
  known:       { zh: "名册人员对应在册户",             en: "everybody the register knows stands in an entry",       check: checkKnown },
} as const satisfies Record<string, Invariant>;

/** What must hold of the whole database, beside the promises of each campaign. */
export const NUMBERS = { zh: "身份证号只在保密处", en: "no identity number stands outside private documents" } as const;

export type InvariantId = keyof typeof INVARIANTS | "numbers";
