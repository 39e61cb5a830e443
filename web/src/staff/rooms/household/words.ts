import type { RequestKind } from "@domain/application.ts";
import type { Bilingual } from "@domain/text.ts";

/** What may be asked for a household in service that somebody else decides. */
export const REQUESTS = {
  split:      { zh: "分户", en: "split" },
  merge:      { zh: "并入他户", en: "merge" },
  naturalEnd: { zh: "自然销户", en: "end of the household" },
  wrongIdentification: { zh: "错评清退", en: "wrongly identified" },
} as const satisfies Record<RequestKind, Bilingual>;

export const PAGE_WORDS = {
  missing:      { zh: "没有找到这一户", en: "This household was not found" },
  missingLead:  { zh: "可能不在您的地区，或者草稿已经删除。", en: "It may lie outside your area, or the draft was deleted." },
  now:          { zh: "现在的情况", en: "Where it stands" },
  heldBy:       { zh: "由谁办理", en: "Held by" },
  over:         { zh: "已办结", en: "finished" },
  receiptNo:    { zh: "受理编号", en: "Receipt number" },
  registerNo:   { zh: "户编号", en: "Register number" },
  facts:        { zh: "家庭概况", en: "The household" },
  members:      { zh: "家庭成员", en: "Members" },
  cause:        { zh: "主要致贫原因", en: "Main cause" },
  attribute:    { zh: "贫困户属性", en: "Kind of household" },
  residents:    { zh: "常住人口", en: "Residents" },
  labor:        { zh: "劳动力", en: "Able to work" },
  registration: { zh: "登记表", en: "Registration form" },
  print:        { zh: "打印", en: "Print" },
  survey:       { zh: "入户调查表", en: "Survey" },
  application:  { zh: "申请书", en: "Application" },
  proposal:     { zh: "脱贫提名表", en: "Proposal of exit" },
  noSurvey:     { zh: "还没有入户调查。", en: "There is no survey yet." },
  actions:      { zh: "现在可以办理", en: "What can be done now" },
  noActions:    { zh: "您现在的职责在这一环节没有可办理的事项。", en: "There is nothing for your role to do at this stage." },
  others:       { zh: "其他人可以办理", en: "Others can do" },
  history:      { zh: "办理记录", en: "History" },
  historyNone:  { zh: "还没有办理记录。", en: "Nothing has been done yet." },
  returnedBy:   { zh: "已退回，请按意见重办", en: "Returned: to be done again" },
  confirmed:    { zh: "评议记录", en: "Record of the meeting" },
  appraisal:    { zh: "评议票数", en: "Votes at the meeting" },
  notice:       { zh: "公示", en: "Notice" },
  serial:       { zh: "序号", en: "No." },
  steps:        { zh: "办理进度", en: "Steps" },
  farmer:       { zh: "农户本人", en: "the farmer" },
  refused:      { zh: "没有办成", en: "refused" },
  pending:      { zh: "正在办理", en: "being carried out" },
  photos:       { zh: "照片", en: "Photos" },
  minutes:      { zh: "会议记录照片", en: "photo of the minutes" },
} as const satisfies Record<string, Bilingual>;
