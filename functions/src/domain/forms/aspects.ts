import type { Label } from "./label.ts";

/** What fills an aspect: sections of the registration form, or records of their own. */
export type Aspect = Label & {
  key: string;
  sections: readonly string[];
  records: readonly ("helper" | "plan" | "measure" | "result")[];
};

/** The six aspects of a household's registration form and handbook (the plan) [S]. */
export const HOUSEHOLD_ASPECTS = [
  {
    key: "family", zh: "家庭基本情况", en: "the family", records: [],
    sections: ["file", "head", "members", "income", "costs", "land", "livestock", "living", "relocation", "machinery", "durables"],
  },
  { key: "cause",    zh: "致贫原因",   en: "causes of poverty", sections: ["cause"], records: [] },
  { key: "helper",   zh: "帮扶责任人", en: "the helper",        sections: [], records: ["helper"] },
  { key: "plan",     zh: "帮扶计划",   en: "the plan",          sections: [], records: ["plan"] },
  { key: "measures", zh: "帮扶措施",   en: "measures",          sections: [], records: ["measure"] },
  { key: "results",  zh: "帮扶成效",   en: "results",           sections: [], records: ["result"] },
] as const satisfies readonly Aspect[];

/** The seven aspects of a village's registration form (the plan) [S]. */
export const VILLAGE_ASPECTS = [
  {
    key: "basics", zh: "基本情况", en: "basics", sections: ["basics", "residents", "land", "livestock"],
    records: [],
  },
  {
    key: "development", zh: "发展水平", en: "level of development",
    sections: ["development", "specialIndustries"], records: [],
  },
  { key: "infrastructure", zh: "基础设施状况", en: "infrastructure",         sections: ["infrastructure"], records: [] },
  { key: "living",         zh: "生产生活条件", en: "production and living",  sections: ["living"], records: [] },
  { key: "services",       zh: "公共服务情况", en: "public services",        sections: ["services"], records: [] },
  { key: "help",           zh: "帮扶情况",     en: "help",                   sections: [], records: ["helper", "plan", "measure"] },
  { key: "results",        zh: "帮扶成效",     en: "results",                sections: [], records: ["result"] },
] as const satisfies readonly Aspect[];
