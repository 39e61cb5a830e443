import type { Rule, ValueOf, Values } from "./field.ts";
import { form, rowsOf, schemaOf, section } from "./field.ts";
import {
  choice, date, decimal, integer, longText, money, optional, text, unitNames, yesNo,
} from "./fieldKinds.ts";
import { NEEDS, PLAN_TARGETS, type PlanTarget } from "./helpCodes2014.ts";
import { MEASURE_CATEGORIES } from "./livingCodes2014.ts";
import type { Survey } from "./survey.ts";
import { isValues } from "./tidy.ts";
import { YEAR } from "./units.ts";

const item = (zh: string, en: string) => ({ zh, en, counter: "项" });
const YEARS = { min: 2014, max: 2020, unit: YEAR };

/** What a measure is, in a plan and when it is recorded (domain.md, section 2.7). */
export const measureFields = {
  category: choice({ zh: "项目类别", en: "Category", options: MEASURE_CATEGORIES, source: "[P5][G7][G1]" }),
  content: text({
    zh: "帮扶内容", en: "What is done", placeholder: { zh: "如：购买种羊 10 只", en: "such as ten breeding sheep" }, length: 200,
    source: "[P5][G7]",
  }),
  payers: unitNames({
    zh: "出资（帮扶）单位", en: "Who pays",
    help: { zh: "可以有几个；农户自筹也写上。", en: "There may be several; the household's own share too." },
    least: 1, most: 5, source: "[P5][G1]",
  }),
  amount: money({
    zh: "金额", en: "Amount", help: { zh: "全部投入；不花钱的填 0。", en: "All of it; 0 when it costs nothing." },
    source: "[P5][G1]",
  }),
  quantity: optional(decimal({
    zh: "数量", en: "Quantity", min: 0, max: 1_000_000,
    unit: { zh: "（按下面的单位）", en: "(of the unit below)" },
    source: "[G1]",
  })),
  unit: optional(text({
    zh: "单位", en: "Unit", placeholder: { zh: "如：只、亩", en: "such as head, mu" }, length: 10, source: "[G1]",
  })),
  plannedDate: date({ zh: "计划完成时间", en: "To be done by", source: "[P5][G7]" }),
};

const SECTIONS = [
  rowsOf({
    key: "needs", zh: "帮扶需求", en: "Needs", min: 0, max: 3, row: item("需求", "need"),
    help: { zh: "最多三项，最要紧的写在前面。", en: "At most three, the most pressing first." }, source: "2.7",
  }, {
    category: choice({ zh: "需求类别", en: "Category", options: NEEDS, printAt: "A54", source: "[G2]" }),
    need: text({ zh: "具体需求", en: "The need", length: 120, printAt: "A55", source: "[G2]" }),
    presentState: optional(text({ zh: "现状", en: "Present state", length: 120, printAt: "A56", source: "[G2]" })),
    difficulty: optional(text({ zh: "困难", en: "Difficulty", length: 120, printAt: "A57", source: "[G2]" })),
  }),
  rowsOf({
    key: "targets", zh: "分年度目标", en: "Targets by year", min: 0, max: 42, row: item("目标", "target"), source: "2.7",
  }, {
    year: integer({ zh: "年度", en: "Year", ...YEARS, source: "[G1]" }),
    target: choice({ zh: "目标", en: "Target", options: PLAN_TARGETS, source: "[G1]" }),
    present: yesNo({ zh: "现状是否达到", en: "Reached now", source: "[G1]" }),
    planned: yesNo({ zh: "计划当年达到", en: "Planned for the year", source: "[G1]" }),
    done: optional(yesNo({ zh: "年底是否达到", en: "Reached at the year's end", source: "[G1]" })),
  }),
  rowsOf({
    key: "measures", zh: "计划措施", en: "Planned measures", min: 0, max: 20, row: item("措施", "measure"), source: "2.7",
  }, measureFields),
  section({ key: "summary", zh: "帮扶计划", en: "The plan", source: "2.7" }, {
    text: longText({ zh: "帮扶计划", en: "Plan in words", length: 1000, source: "[G1][G7]" }),
    exitYear: integer({ zh: "计划脱贫年度", en: "Planned year of exit", ...YEARS, source: "[G1][G2]" }),
  }),
] as const;

export type HouseholdPlan = ValueOf<typeof SECTIONS>;

export const PLAN_RULES: readonly Rule<HouseholdPlan>[] = [
  {
    code: "targetRepeats",
    source: "[D]",
    sentence: ({ zh, en }) => ({
      zh: `${zh}与前面同一年度的目标重复，请删去一项。`, en: `${en}: the same target of the same year stands above; remove one.`,
    }),
    broken: ({ targets }) => {
      const seen = targets.map(({ year, target }) => `${year} ${target}`);
      return seen.flatMap((one, row) => (seen.indexOf(one) < row ? [`targets.${row}.target`] : []));
    },
  },
  {
    code: "targetBeyondExit",
    source: "[D]",
    sentence: ({ zh, en }) => ({
      zh: `${zh}晚于计划脱贫年度，请核对。`, en: `${en}: it is later than the planned year of exit; check both.`,
    }),
    broken: ({
      targets, summary,
    }) => targets.flatMap(({ year }, row) => (year > summary.exitYear ? [`targets.${row}.year`] : [])),
  },
  {
    code: "quantityWithoutUnit",
    source: "9.3",
    sentence: ({ zh, en }) => ({ zh: `${zh}还没有填：写了数量就要写单位。`, en: `${en}: a quantity needs its unit; fill it in.` }),
    broken: ({ measures }) =>
      measures.flatMap(({
        quantity, unit,
      }, row) => (quantity !== undefined && unit === undefined ? [`measures.${row}.unit`] : [])),
  },
];

/** A household's plan of help: its needs, its targets year by year, the measures meant for it. */
export const HOUSEHOLD_PLAN = form(
  { id: "plan", zh: "贫困户帮扶计划", en: "Plan of help for a household", year: 2013, source: "domain.md, section 2.7" },
  SECTIONS,
  PLAN_RULES,
);
export const HouseholdPlan = schemaOf(HOUSEHOLD_PLAN);

type Household = Pick<Survey, "cause" | "members" | "income" | "living">;

/** Whether a target is reached already, as far as the survey or the registration form tells. */
const REACHED: Record<PlanTarget, (household: Household, line: number) => boolean> = {
  aboveLine:        ({ income }, line) => income.perCapitaNetIncome > line,
  safeHouse:        ({ living }) => living.houseArea > 0 && living.dangerGrade === "none",
  noDropout:        () => true,
  noIllnessPoverty: ({ cause }) => cause.mainCause !== "illness" && !cause.otherCauses?.includes("illness"),
  coopMedical:      ({ members }) => members.every(({ inNewRuralCoopMedical }) => inNewRuralCoopMedical),
  pension:          ({ members }) => members.every(({ inResidentPension, studentStatus, birthDate }) =>
    inResidentPension || studentStatus !== "notStudent" || birthDate > "1997-12-31"),
};

/** The years whose targets a plan begins with: the two after the campaign's, as far as the plan's years go. */
export const planYears = (year: number): number[] => [year + 1, year + 2].filter((one) => one >= YEARS.min && one <= YEARS.max);

/** Whether a survey, as it is kept, holds every part that the targets are read from. */
const tellsTargets = (survey: unknown): survey is Household =>
  isValues(survey) && Array.isArray(survey.members) && [survey.cause, survey.income, survey.living].every(isValues);

/**
 * A plan draft with every target of every year and its present state, so that only the plan is typed. Drop-outs are
 * not asked in a survey, so that target begins as reached; a pension is for those of 16 and more who have left school.
 * Of a household without a survey nothing is known, so it begins without targets. `line` in yuan.
 */
export function prefillPlan({ household, line, years }: { household: unknown; line: number; years: readonly number[] }): Values {
  if (!tellsTargets(household)) return { needs: [], targets: [], measures: [] };
  const targets = years.flatMap((year) =>
    PLAN_TARGETS.map(({ key, code }) => {
      const present = REACHED[key](household, line);
      return { id: `t${year}-${code}`, year, target: key, present, planned: present };
    }),
  );
  return { needs: [], targets, measures: [] };
}
