import type { Bilingual } from "@domain/text.ts";

export const BOARD_WORDS = {
  title:    { zh: "进度与时限", en: "Progress and deadlines" },
  lead:     { zh: "每个环节、每个村：办了多少，还有多少，哪些超期，由谁办，什么时候办完。", en: "Each step and village: done, waiting, late, by whom, by when." },
  list:     { zh: "名单", en: "List" },
  step:     { zh: "环节", en: "State" },
  owner:    { zh: "由谁办", en: "With" },
  by:       { zh: "应办完", en: "Due by" },
  done:     { zh: "已办", en: "Done" },
  waiting:  { zh: "待办", en: "Waiting" },
  late:     { zh: "超期", en: "Late" },
  unowned:  { zh: "无人负责", en: "nobody in charge" },
  owned:    { zh: "都有人负责", en: "nobody missing" },
  byVillage: { zh: "各村", en: "By village" },
  byStep:   { zh: "各环节", en: "By state" },
  grid:     { zh: "各村各环节：待办（超期）", en: "By village and state: waiting (late)" },
  none:     { zh: "还没有开始办理", en: "Nothing has begun yet" },
  complaints: { zh: "对工作人员的举报只有监督部门看得到，不计入下面各村的数。", en: "Complaints about staff: supervisors alone see them, and they are not in the figures below." },
  lateNote: { zh: "超期数由系统每几分钟核对一次。", en: "What is late is checked every few minutes." },
} as const satisfies Record<string, Bilingual>;
