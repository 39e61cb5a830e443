import type { Bilingual } from "@domain/text.ts";

export const OVERVIEW_WORDS = {
  title:     { zh: "概览", en: "Overview" },
  lead:      { zh: "用图看整个工作：走到哪一步，卡在哪个村，为什么贫困，名额用了多少，谁帮得多，钱花出了什么。每张图下面都有同样数字的表格。", en: "The campaign in pictures: how far it is, where it waits, why people are poor, how much of the size is used, who helps how many, what the money brought. Every picture has its table below." },
  print:     { zh: "打印", en: "Print" },
  list:      { zh: "名单", en: "List" },
  asTable:   { zh: "看表格", en: "As a table" },
  none:      { zh: "还没有开始办理", en: "Nothing has begun yet" },
  noneLead:  { zh: "有农户申请以后，这里就有图。", en: "The pictures appear once somebody has applied." },
  funnel:    { zh: "走到哪一步", en: "How far they are" },
  funnelLead: { zh: "一行是一个环节：到过这个环节的有多少，其中多少已经往下走，多少正等在这里，多少超期。", en: "One line a state: how many came to it, how many of them went on, wait here in time, or are late." },
  step:      { zh: "环节", en: "State" },
  past:      { zh: "已往下走", en: "Went on" },
  waiting:   { zh: "等在这里", en: "Waiting" },
  late:      { zh: "超期", en: "Late" },
  matrix:    { zh: "各村各环节", en: "By state and village" },
  matrixLead: { zh: "颜色越深，等在那里的越多；点数字看名单。", en: "The darker, the more wait there; a figure leads to its list." },
  causes:    { zh: "致贫原因", en: "Causes of poverty" },
  causesLead: { zh: "从第一次公示起，列入名单的贫困户按主要致贫原因计数。", en: "Poor households on the list, from the first notice on, by main cause." },
  households: { zh: "户", en: "Households" },
  noCause:   { zh: "还没有列入名单的贫困户", en: "No poor household is on the list yet" },
  quota:     { zh: "规模、列入、批准（人）", en: "Size, listed, approved (people)" },
  quotaOfVillages: { zh: "规模、列入、批准（村）", en: "Size, listed, approved (villages)" },
  quotaLead: { zh: "规模分解以后才有“规模”；列入从第一次公示算起。", en: "There is a size once it is split; listed counts from the first notice on." },
  size:      { zh: "规模", en: "Size" },
  listed:    { zh: "列入", en: "Listed" },
  approved:  { zh: "批准", en: "Approved" },
  loads:     { zh: "帮扶责任人各帮多少户", en: "Helpers by their households" },
  helper:    { zh: "帮扶责任人", en: "Helper" },
  noHelper:  { zh: "还没有结对", en: "Nobody is paired yet" },
  money:     { zh: "各村资金和成效（万元）", en: "Money and results by village (10,000 yuan)" },
  byCause:   { zh: "各致贫原因的资金和成效（万元）", en: "Money and results by cause (10,000 yuan)" },
  planned:   { zh: "计划投入", en: "Planned" },
  paid:      { zh: "实际支出", en: "Paid" },
  benefit:   { zh: "受益", en: "Benefit" },
  noMoney:   { zh: "还没有登记措施", en: "No measure is recorded yet" },
} as const satisfies Record<string, Bilingual>;

/** How the load is spread, in one sentence. */
export const loadsTold = ({ helpers, most, mean }: { helpers: number; most: number; mean: string }): Bilingual => ({
  zh: `共 ${helpers} 名帮扶责任人，平均每人 ${mean} 户，最多的一人 ${most} 户。`,
  en: `${helpers} helper(s), ${mean} households each on average, ${most} at most.`,
});
