import type { Bilingual } from "@domain/text.ts";

export const SURVEY_WORDS = {
  title:      { zh: "入户调查", en: "Surveys" },
  lead:       { zh: "退回的排在最前。没有网络也可以填写：内容保存在本机，有网络后自动发送。", en: "Returned ones come first. You can work without a connection: everything is kept on this device and sent later." },
  none:       { zh: "没有待调查的农户", en: "No household waits for a survey" },
  noneLead:   { zh: "农户申请受理后会出现在这里。", en: "Households appear here once their application is received." },
  waiting:    { zh: "待入户调查", en: "To be surveyed" },
  done:       { zh: "已调查，可以修改重报", en: "Surveyed; may be corrected" },
  begin:      { zh: "调查", en: "Survey" },
  correct:    { zh: "修改", en: "Correct" },
  here:       { zh: "本机有未提交的内容", en: "unsent work on this device" },
  kept:       { zh: "填写的内容随时保存在本机", en: "Everything you type is kept on this device" },
  submit:     { zh: "检查并提交调查表", en: "Check and submit the survey" },
  done1:      { zh: "调查已登记，进入民主评议。", en: "The survey is recorded; the appraisal follows." },
  list:       { zh: "回到调查列表", en: "To the list" },
  questions:  { zh: "看疑点", en: "See the questions" },
  meeting:    { zh: "去民主评议", en: "To the appraisal" },
  see:        { zh: "查看这一户", en: "See the household" },
  notNow:     { zh: "这一户现在不能登记调查", en: "This household cannot be surveyed now" },
  startOver:  { zh: "放弃本机内容，用已登记的调查表", en: "Drop this device's version and use the recorded one" },
  newer:      { zh: "本机保存着没有提交的内容，已为您恢复。", en: "Unsent work was found on this device and is shown." },
  offlineSent: { zh: "可以离开这一页，继续下一户。要改，先收回。", en: "You may leave this page and go on with the next household. To change it, take it back first." },
} as const satisfies Record<string, Bilingual>;
