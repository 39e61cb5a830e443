import type { Bilingual } from "@domain/text.ts";

export const MEETING_WORDS = {
  title:      { zh: "民主评议会", en: "Appraisal meeting" },
  lead:       { zh: "一次村民代表会议评议本村全部已调查的农户，两份名单一起评议。逐户登记票数。", en: "One meeting of the villagers' representatives appraises every surveyed household of the village, both lists together. Votes are recorded per household." },
  none:       { zh: "没有待评议的农户", en: "No household waits for the appraisal" },
  noneLead:   { zh: "入户调查登记后，农户会出现在这里。", en: "Households appear here once their survey is recorded." },
  meeting:    { zh: "会议情况", en: "The meeting" },
  heldOn:     { zh: "开会日期", en: "Date" },
  place:      { zh: "地点", en: "Place" },
  chair:      { zh: "主持人", en: "Chair" },
  recorder:   { zh: "记录人", en: "Recorder" },
  teller:     { zh: "监票、计票人", en: "Teller" },
  addTeller:  { zh: "增加一人", en: "Add one" },
  method:     { zh: "表决方式", en: "Way of voting" },
  expected:   { zh: "应到代表", en: "Representatives expected" },
  present:    { zh: "实到代表", en: "Representatives present" },
  minutes:    { zh: "会议记录照片", en: "Photos of the minutes" },
  minutesHelp: { zh: "必须有，1 到 6 张：签到页、会议记录、计票单。", en: "Needed, 1 to 6: the signatures, the minutes, the tally." },
  discussion: { zh: "讨论情况", en: "Discussion" },
  votes:      { zh: "逐户票数", en: "Votes per household" },
  yes:        { zh: "赞成", en: "Yes" },
  no:         { zh: "反对", en: "No" },
  abstain:    { zh: "弃权", en: "Abstained" },
  recusals:   { zh: "回避", en: "Recused" },
  verdict:    { zh: "结果", en: "Result" },
  nominated:  { zh: "通过", en: "nominated" },
  notNominated: { zh: "未通过", en: "not nominated" },
  again:      { zh: "上次未通过", en: "Not nominated before" },
  sealed:     { zh: "登记后即封存：票数和会议情况不能再改。请对照会议记录逐户核对后再登记。", en: "Recording seals it: neither votes nor meeting can be changed afterwards. Compare every household with the minutes first." },
  record:     { zh: "登记评议结果", en: "Record the appraisal" },
  confirm:    { zh: "确认登记并封存", en: "Record and seal" },
  who:        { zh: "回避的代表姓名", en: "Name of the representative" },
  why:        { zh: "回避的理由", en: "Reason" },
  me:         { zh: "就是我本人（以后也不再办理这一户）", en: "It is me (I then take no further part in this household)" },
} as const satisfies Record<string, Bilingual>;

export const METHODS = {
  secretBallot: { zh: "无记名投票", en: "secret ballot" },
  openBallot:   { zh: "记名投票", en: "open ballot" },
  showOfHands:  { zh: "举手表决", en: "show of hands" },
} as const satisfies Record<string, Bilingual>;

/** What is said of each entry that is missing or wrong. */
export const MEETING_PROBLEMS = {
  heldOn:     { zh: "请填写开会日期，不能晚于今天。", en: "Give the date of the meeting, not later than today." },
  place:      { zh: "请填写开会地点。", en: "Give the place." },
  chair:      { zh: "请填写主持人姓名。", en: "Name the chair." },
  recorder:   { zh: "请填写记录人姓名。", en: "Name the recorder." },
  tellers:    { zh: "请至少填写一名监票、计票人。", en: "Name at least one teller." },
  method:     { zh: "请选择表决方式。", en: "Choose the way of voting." },
  expected:   { zh: "请填写应到代表人数。", en: "Give the number expected." },
  present:    { zh: "请填写实到代表人数，不能多于应到。", en: "Give the number present, not more than expected." },
  minutes:    { zh: "请附上会议记录照片，至少一张。", en: "Attach at least one photo of the minutes." },
  votes:      { zh: "票数没有填全，或者合计多于实到人数。", en: "The votes are incomplete, or more than were present." },
  none:       { zh: "没有选入任何一户。", en: "No household is part of the meeting." },
} as const satisfies Record<string, Bilingual>;
