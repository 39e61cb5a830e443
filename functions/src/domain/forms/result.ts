import type { ValueOf } from "./field.ts";
import { form, schemaOf, section } from "./field.ts";
import { choice, date, integer, longText, money, optional, photos, text, yesNo } from "./fieldKinds.ts";
import { MEASURE_CATEGORIES } from "./livingCodes2014.ts";
import { fundsFields } from "./measure.ts";
import { YEAR } from "./units.ts";
import { VILLAGE_PLAN_CATEGORIES } from "./villageCodes2014.ts";

const evidence = () => optional(photos({
  zh: "照片", en: "Photos", help: { zh: "最多 6 张；不要拍证件。", en: "At most 6. No identity documents." }, most: 6,
  source: "[D]",
}));

const SECTIONS = [
  section({ key: "result", zh: "帮扶成效", en: "What came of it", source: "2.7" }, {
    date: date({ zh: "时间", en: "Date", source: "[P5][G7]" }),
    category: choice({ zh: "项目类别", en: "Category", options: MEASURE_CATEGORIES, source: "[P5][D]" }),
    result: longText({
      zh: "成效内容", en: "Result", help: { zh: "写项目完成后实际得到的好处。", en: "The real benefit received after the measure." },
      length: 300, source: "[P5][G7]",
    }),
    amount: money({
      zh: "受益金额", en: "Benefit", help: { zh: "不能折算成钱的填 0。", en: "0 when it is not money." }, source: "[P5]",
    }),
    householderSigned: yesNo({ zh: "户主是否签名", en: "Signed by the householder", source: "[P5][G7]" }),
    photos: evidence(),
  }),
] as const;

/** What came of a household's measure; one line of the handbook's pages. */
export const RESULT = form(
  { id: "result", zh: "帮扶成效", en: "Result for a household", year: 2013, source: "domain.md, section 2.7" },
  SECTIONS,
  [],
);
export type Result = ValueOf<typeof SECTIONS>;
export const Result = schemaOf(RESULT);

const VILLAGE_SECTIONS = [
  section({ key: "result", zh: "帮扶成效", en: "What came of it", source: "3.7" }, {
    year: integer({ zh: "年度", en: "Year", min: 2014, max: 2020, unit: YEAR, source: "[K]" }),
    project: text({ zh: "项目名称", en: "Project", length: 80, source: "[K]" }),
    category: choice({ zh: "项目类别", en: "Category", options: VILLAGE_PLAN_CATEGORIES, source: "[D]" }),
    ...fundsFields,
    doneDate: date({ zh: "完成时间", en: "Done on", source: "[K]" }),
    effect: longText({ zh: "成效", en: "Effect", length: 500, source: "[K]" }),
    photos: evidence(),
  }),
] as const;

/** What came of a village's project. No source lists its fields: they are general knowledge and ours [K][D]. */
export const VILLAGE_RESULT = form(
  { id: "villageResult", zh: "贫困村帮扶成效", en: "Result for a village", year: 2013, source: "domain.md, section 3.7" },
  VILLAGE_SECTIONS,
  [
    {
      code: "poorAboveBeneficiaries",
      source: "[D]",
      sentence: ({ zh, en }) => ({ zh: `${zh}不能多于受益人数，请核对。`, en: `${en}: not more than all who benefit; check both.` }),
      broken: ({ result }) => (result.poorBeneficiaries > result.beneficiaries ? ["result.poorBeneficiaries"] : []),
    },
  ],
);
export type VillageResult = ValueOf<typeof VILLAGE_SECTIONS>;
export const VillageResult = schemaOf(VILLAGE_RESULT);
