import type { ValueOf, Values } from "./field.ts";
import { form, schemaOf, section } from "./field.ts";
import { computed, date, decimal, integer, longText, money, optional, photos, text, yesNo } from "./fieldKinds.ts";
import { measureFields } from "./plan.ts";
import { HOUSEHOLDS, PEOPLE, WAN } from "./units.ts";
import { projectFields } from "./villagePlan.ts";

const MEASURE_SECTIONS = [
  section({ key: "measure", zh: "帮扶措施", en: "The measure", source: "2.7" }, {
    ...measureFields,
    note: optional(longText({ zh: "备注", en: "Note", length: 300, source: "[D]" })),
  }),
] as const;

/** A measure for a household, as it begins; one line of the handbook's pages. */
export const MEASURE = form(
  { id: "measure", zh: "帮扶措施", en: "Measure for a household", year: 2013, source: "domain.md, section 2.7" },
  MEASURE_SECTIONS,
  [
    {
      code: "quantityWithoutUnit",
      source: "9.3",
      sentence: ({ zh, en }) => ({ zh: `${zh}还没有填：写了数量就要写单位。`, en: `${en}: a quantity needs its unit; fill it in.` }),
      broken: ({ measure }) => (measure.quantity !== undefined && measure.unit === undefined ? ["measure.unit"] : []),
    },
  ],
);
export type Measure = ValueOf<typeof MEASURE_SECTIONS>;
export const Measure = schemaOf(MEASURE);

const evidence = () => optional(photos({
  zh: "照片", en: "Photos", help: { zh: "最多 6 张；不要拍证件。", en: "At most 6. No identity documents." }, most: 6,
  source: "[G1]",
}));

const DONE_SECTIONS = [
  section({ key: "done", zh: "完成情况", en: "How it ended", source: "2.7" }, {
    doneDate: date({ zh: "完成时间", en: "Done on", source: "[P5][G7]" }),
    amountPaid: money({ zh: "实际支出", en: "Really paid", source: "[P5][D]" }),
    quantity: optional(decimal({
      zh: "实际数量", en: "Quantity", min: 0, max: 1_000_000,
      unit: { zh: "（单位同计划）", en: "(in the plan's unit)" },
      source: "[G1]",
    })),
    householderSigned: yesNo({ zh: "户主是否签名", en: "Signed by the householder", source: "[P5][G7]" }),
    note: optional(longText({ zh: "备注", en: "Note", length: 300, source: "[D]" })),
    photos: evidence(),
  }),
] as const;

/** How a household's measure ended. */
export const MEASURE_DONE = form(
  { id: "measureDone", zh: "帮扶措施完成情况", en: "End of a measure", year: 2013, source: "domain.md, section 2.7" },
  DONE_SECTIONS,
  [],
);
export type MeasureDone = ValueOf<typeof DONE_SECTIONS>;
export const MeasureDone = schemaOf(MEASURE_DONE);

const VILLAGE_MEASURE_SECTIONS = [
  section({ key: "measure", zh: "帮扶项目", en: "The project", source: "3.6" }, {
    ...projectFields,
    plannedDate: date({ zh: "计划完成时间", en: "To be done by", source: "[G2]" }),
    note: optional(longText({ zh: "备注", en: "Note", length: 300, source: "[D]" })),
  }),
] as const;

/** A project for a village, as it begins. */
export const VILLAGE_MEASURE = form(
  { id: "villageMeasure", zh: "帮扶项目", en: "Measure for a village", year: 2013, source: "domain.md, section 3.6" },
  VILLAGE_MEASURE_SECTIONS,
  [
    {
      code: "poorAboveReached",
      source: "3.8",
      sentence: ({ zh, en }) => ({
        zh: `${zh}不能多于覆盖户数，请核对。`, en: `${en}: not more than the households reached; check both.`,
      }),
      broken: ({ measure: { households, poorHouseholds = 0 } }) =>
        households !== undefined && poorHouseholds > households ? ["measure.poorHouseholds"] : [],
    },
  ],
);
export type VillageMeasure = ValueOf<typeof VILLAGE_MEASURE_SECTIONS>;
export const VillageMeasure = schemaOf(VILLAGE_MEASURE);

const fund = (zh: string, en: string) => money({ zh, en, max: 100_000, unit: WAN, source: "[K]" });
const amount = (value: unknown) => (typeof value === "number" ? value : 0);

/** The sum of a project's funds, 万元. */
const sumOfFunds = ({ fundsCentralWan, fundsProvincialWan, fundsOtherWan }: Values) =>
  Math.round((amount(fundsCentralWan) + amount(fundsProvincialWan) + amount(fundsOtherWan)) * 100) / 100;

/** What was spent on a project and whom it reached, at its end and in its result (domain.md, section 3.7 [K]). */
export const fundsFields = {
  fundsCentralWan: fund("中央资金", "Central funds"),
  fundsProvincialWan: fund("省级资金", "Provincial funds"),
  fundsOtherWan: fund("其他资金", "Other funds"),
  fundsWan: computed(money({ zh: "资金合计", en: "Funds in all", max: 300_000, unit: WAN, source: "[D]" }), sumOfFunds),
  beneficiaryHouseholds: optional(integer({
    zh: "受益户数", en: "Households that benefit", min: 0, max: 100_000, unit: HOUSEHOLDS, source: "[K]",
  })),
  beneficiaries: integer({ zh: "受益人数", en: "People who benefit", min: 0, max: 100_000, unit: PEOPLE, source: "[K]" }),
  poorBeneficiaries: integer({ zh: "其中贫困人口", en: "Of them poor", min: 0, max: 100_000, unit: PEOPLE, source: "[K]" }),
};

const VILLAGE_DONE_SECTIONS = [
  section({ key: "done", zh: "完成情况", en: "How it ended", source: "3.7" }, {
    doneDate: date({ zh: "完成时间", en: "Done on", source: "[K]" }),
    scale: optional(text({ zh: "实际完成规模", en: "What was built", length: 80, source: "[D]" })),
    ...fundsFields,
    note: optional(longText({ zh: "备注", en: "Note", length: 300, source: "[D]" })),
    photos: evidence(),
  }),
] as const;

/** How a village's project ended: its money and whom it reached. */
export const VILLAGE_MEASURE_DONE = form(
  {
    id: "villageMeasureDone", zh: "帮扶项目完成情况", en: "End of a village's measure", year: 2013,
    source: "domain.md, section 3.7",
  },
  VILLAGE_DONE_SECTIONS,
  [
    {
      code: "poorAboveBeneficiaries",
      source: "[D]",
      sentence: ({ zh, en }) => ({ zh: `${zh}不能多于受益人数，请核对。`, en: `${en}: not more than all who benefit; check both.` }),
      broken: ({ done }) => (done.poorBeneficiaries > done.beneficiaries ? ["done.poorBeneficiaries"] : []),
    },
  ],
);
export type VillageMeasureDone = ValueOf<typeof VILLAGE_DONE_SECTIONS>;
export const VillageMeasureDone = schemaOf(VILLAGE_MEASURE_DONE);
