import type { Bilingual } from "@domain/text.ts";

export const COMPLAINT_WORDS = {
  title:     { zh: "举报", en: "Complaints" },
  lead:      { zh: "群众对工作人员的举报，只有监督部门能看到和答复。镇级逾期未答复的，移交县级。", en: "What the public tells of staff. Supervisors alone read and answer it; what the town leaves late passes to the county." },
  none:      { zh: "没有举报", en: "There are no complaints" },
  noneLead:  { zh: "群众在公开网页上提交举报后，会出现在这里。", en: "Complaints sent on the public pages appear here." },
  open:      { zh: "待答复", en: "To be answered" },
  answered:  { zh: "已答复", en: "Answered" },
  about:     { zh: "举报对象", en: "About" },
  village:   { zh: "所在村", en: "Village" },
  level:     { zh: "由谁答复", en: "Answered by" },
  town:      { zh: "镇级或县级监督", en: "supervisor of the town or county" },
  county:    { zh: "县级监督（镇级逾期移交）", en: "supervisor of the county (the town was late)" },
  sender:    { zh: "举报人", en: "Who complained" },
  show:      { zh: "查看举报人", en: "Show who complained" },
  answer:    { zh: "答复", en: "Answer" },
  finding:   { zh: "核查结论", en: "Finding" },
  founded:   { zh: "属实", en: "founded" },
  unfounded: { zh: "不属实", en: "unfounded" },
} as const satisfies Record<string, Bilingual>;
