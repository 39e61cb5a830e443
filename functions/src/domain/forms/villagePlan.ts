import type { Rule, ValueOf } from "./field.ts";
import { form, rowsOf, schemaOf, section } from "./field.ts";
import { choice, choices, integer, longText, money, optional, text } from "./fieldKinds.ts";
import { HOUSEHOLDS, PEOPLE, PLACES, WAN } from "./units.ts";
import { NATIONAL_TASKS, PLAN_YEARS, VILLAGE_PLAN_CATEGORIES } from "./villageCodes2014.ts";

const covered = (zh: string, en: string, unit: typeof PEOPLE) =>
  optional(integer({ zh, en, min: 0, max: 100_000, unit, source: "[G2]" }));

/** A project of a village, planned or under way (domain.md, section 3.6). */
export const projectFields = {
  category: choice({ zh: "项目类别", en: "Category", options: VILLAGE_PLAN_CATEGORIES, source: "[G2]" }),
  nationalTask: optional(choice({
    zh: "对应的十项重点工作", en: "Which of the ten national tasks", options: NATIONAL_TASKS, source: "[P4][G5][K]",
  })),
  project: text({ zh: "项目名称", en: "Project", length: 80, source: "[G2]" }),
  unit: text({ zh: "单位", en: "Unit in charge", length: 60, source: "[G2]" }),
  scale: text({ zh: "建设规模", en: "Size", length: 80, source: "[G2]" }),
  site: text({ zh: "建设地点", en: "Site", length: 80, source: "[G2]" }),
  budgetWan: money({ zh: "投资估算", en: "Budget", max: 100_000, unit: WAN, source: "[G2]" }),
  naturalVillages: covered("覆盖自然村", "Natural villages reached", PLACES),
  households: covered("覆盖户数", "Households reached", HOUSEHOLDS),
  poorHouseholds: covered("其中贫困户", "Of them poor", HOUSEHOLDS),
  people: covered("覆盖人数", "People reached", PEOPLE),
};

const trained = (zh: string, en: string, printAt: string) =>
  optional(integer({ zh, en, min: 0, max: 10_000, unit: PEOPLE, printAt, source: "[G2]" }));

const SECTIONS = [
  rowsOf({
    key: "plans", zh: "规划建设项目", en: "Projects", min: 1, max: 30, row: { zh: "项目", en: "project", counter: "个" },
    source: "3.6",
  }, {
    ...projectFields,
    years: optional(choices({ zh: "实施年度", en: "Years", options: PLAN_YEARS, most: PLAN_YEARS.length, source: "[G2]" })),
  }),
  section({ key: "yulu", zh: "雨露计划人数", en: "People in the Yulu programme", source: "3.6" }, {
    college: trained("高等职业教育", "Vocational college", "B69"),
    vocational: trained("中等职业教育", "Secondary vocational school", "B70"),
    shortSkill: trained("短期技能培训", "Short courses", "B71"),
    practical: trained("农村实用技术培训", "Practical farming courses", "B72"),
    employed: optional(integer({
      zh: "其中实现就业", en: "Of them in work", min: 0, max: 10_000, unit: PEOPLE, source: "[G2]",
    })),
  }),
  section({ key: "summary", zh: "帮扶计划", en: "The plan", source: "3.6" }, {
    text: longText({ zh: "帮扶计划", en: "Plan in words", length: 2000, source: "[G2][S]" }),
  }),
] as const;

export type VillagePlan = ValueOf<typeof SECTIONS>;

export const VILLAGE_PLAN_RULES: readonly Rule<VillagePlan>[] = [
  {
    code: "poorAboveReached",
    source: "3.8",
    sentence: ({ zh, en }) => ({
      zh: `${zh}不能多于覆盖户数，请核对。`, en: `${en}: not more than the households reached; check both.`,
    }),
    broken: ({ plans }) =>
      plans.flatMap(({ households, poorHouseholds = 0 }, row) =>
        households !== undefined && poorHouseholds > households ? [`plans.${row}.poorHouseholds`] : [],
      ),
  },
];

/** A village's plan of help: its projects and its training. */
export const VILLAGE_PLAN = form(
  { id: "villagePlan", zh: "贫困村帮扶计划", en: "Plan of help for a village", year: 2013, source: "domain.md, section 3.6" },
  SECTIONS,
  VILLAGE_PLAN_RULES,
);
export const VillagePlan = schemaOf(VILLAGE_PLAN);
