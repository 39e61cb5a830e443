import type { Bilingual } from "@domain/text.ts";

export const CAMPAIGN_WORDS = {
  title:     { zh: "工作设置", en: "Campaign settings" },
  lead:      { zh: "一次工作与另一次不同的全在这里：期限、公示期、规模、各村。保存后马上生效，已经开始的公示期不变。", en: "Everything that differs from one campaign to the next. It counts once saved; notices that are open keep their period." },
  version:   { zh: "第几版", en: "Version" },
  preparing: { zh: "筹备中", en: "being prepared" },
  open:      { zh: "进行中", en: "open" },
  closed:    { zh: "已结束", en: "closed" },
  save:      { zh: "保存设置", en: "Save the settings" },
  saveOpen:  { zh: "保存并启动", en: "Save and open" },
  saved:     { zh: "设置已保存。", en: "The settings are saved." },
  copy:      { zh: "以此为样本新建一次工作", en: "Begin a new campaign from this one" },
  copyLead:  { zh: "正在新建：保存后成为另一次工作，原来的不变。", en: "A new campaign: saved, it stands beside the old one." },
  cancel:    { zh: "放弃修改", en: "Drop the changes" },
  basics:    { zh: "基本情况", en: "Basics" },
  sizes:     { zh: "标准和规模", en: "Line and sizes" },
  periods:   { zh: "公示和异议", en: "Notices and objections" },
  steps:     { zh: "各步骤的最后期限", en: "Last day of each step" },
  clocks:    { zh: "各环节的办理时限", en: "Time for each stage" },
  clocksLead: { zh: "进入环节后多久应当办完；空着就只按步骤的最后期限。", en: "How long the holder has from entry; empty: only the step's last day counts." },
  outward:   { zh: "对外发送", en: "Outwards" },
  calendar:  { zh: "节假日", en: "Holidays" },
  villages:  { zh: "各村", en: "Villages" },
  addVillage: { zh: "增加一个村", en: "Add a village" },
  holidays:  { zh: "放假日期", en: "Days off" },
  workdays:  { zh: "调休上班日期", en: "Make-up days" },
  datesHelp: { zh: "一行一个，如 2014-10-01。按国务院办公厅当年通知填写。", en: "One a line, such as 2014-10-01, as the State Council announces." },
  code:      { zh: "12 位区划代码", en: "Code, 12 digits" },
  name:      { zh: "村名", en: "Name" },
  aliases:   { zh: "别名（用顿号分开）", en: "Other names" },
  population: { zh: "乡村人口", en: "People" },
  stock:     { zh: "上年在册人口", en: "Last year's stock" },
  rate:      { zh: "贫困发生率", en: "Poverty rate" },
  perCapita: { zh: "人均纯收入（元）", en: "Income per head (yuan)" },
  collectiveIncomeWan: { zh: "集体收入（万元）", en: "Collective income (10,000 yuan)" },
  advance:   { zh: "整村推进", en: "Whole-village advance" },
  pastoral:  { zh: "牧区村（牧草地多不提示）", en: "Pastoral (large pastures are not asked about)" },
  tests:     { zh: "贫困村三项指标和检查口径", en: "Tests of a poor village, and of the checks" },
  villageSteps: { zh: "贫困村各步骤的最后期限", en: "Last day of each step for poor villages" },
  readOnly:  { zh: "只能查看；由领导小组办公室设置。", en: "To be read only; the campaign's office sets it." },
} as const satisfies Record<string, Bilingual>;

export const UNITS = {
  calendarDays: { zh: "日（自然日）", en: "calendar days" },
  workingDays:  { zh: "个工作日", en: "working days" },
  seconds:      { zh: "秒（仅演练）", en: "seconds (rehearsal)" },
} as const satisfies Record<string, Bilingual>;

export const QUOTA_MODES = {
  off:      { zh: "不控制", en: "off" },
  advisory: { zh: "超过时提示", en: "told when passed" },
  hard:     { zh: "超过不能公示（留后备名单）", en: "refused when passed (reserve list)" },
} as const satisfies Record<string, Bilingual>;
