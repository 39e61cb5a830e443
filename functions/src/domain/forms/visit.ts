import type { ValueOf, Values } from "./field.ts";
import { form, schemaOf, section } from "./field.ts";
import { choice, computed, date, longText, money, names, optional, photos, text, yesNo } from "./fieldKinds.ts";
import { QUARTERS } from "./helpCodes2014.ts";

/** The quarter of a day; of nothing else. */
function quarterOf({ date: day }: Values): string | undefined {
  const month = typeof day === "string" ? Number(/^\d{4}-(\d\d)-\d\d$/.exec(day)?.[1]) : Number.NaN;
  return QUARTERS[Math.ceil(month / 3) - 1]?.key;
}

const upTo = (months: string, en: string) =>
  optional(money({ zh: `${months}月累计收入`, en: `Income, ${en}`, source: "[G1]" }));

const SECTIONS = [
  section({ key: "visit", zh: "走访", en: "The visit", source: "2.7" }, {
    date: date({ zh: "走访日期", en: "Date", source: "[G1]" }),
    quarter: computed(choice({ zh: "季度", en: "Quarter", options: QUARTERS, source: "[G1]" }), quarterOf),
    visitors: names({ zh: "走访人", en: "Visitors", least: 1, most: 5, source: "[G1]" }),
    unit: optional(text({ zh: "单位", en: "Unit", length: 60, source: "[G1]" })),
    work: longText({ zh: "做了什么", en: "What was done", length: 500, source: "[G1]" }),
    photos: optional(photos({
      zh: "照片", en: "Photos", help: { zh: "最多 6 张；不要拍证件。", en: "At most 6. No identity documents." }, most: 6,
      source: "[G1]",
    })),
  }),
  section({
    key: "income", zh: "收入监测", en: "Income so far",
    help: { zh: "从 1 月起累计，到哪个季度填到哪个季度。", en: "From January on, as far as the year has come." }, source: "2.7",
  }, {
    q1: upTo("1—3", "January to March"),
    q2: upTo("1—6", "January to June"),
    q3: upTo("1—9", "January to September"),
    q4: upTo("1—12", "January to December"),
    householderSigned: optional(yesNo({ zh: "户主是否签字", en: "Signed by the householder", source: "[G1]" })),
  }),
] as const;

export type Visit = ValueOf<typeof SECTIONS>;
const QUARTER_KEYS = QUARTERS.map(({ key }) => key);

/** A visit to a household or a village: the work book of the helpers. */
export const VISIT = form(
  { id: "visit", zh: "走访记录", en: "Visit", year: 2013, source: "domain.md, section 2.7" },
  SECTIONS,
  [
    {
      code: "incomeBeforeItsTime",
      source: "[D]",
      sentence: ({ zh, en }) => ({
        zh: `${zh}所指的季度走访时还没有到，请核对。`, en: `${en}: that quarter had not begun at the visit; check it.`,
      }),
      broken: ({ visit, income }) =>
        QUARTER_KEYS.slice(QUARTER_KEYS.indexOf(visit.quarter) + 1).flatMap((key) => (income[key] === undefined ? [] : [`income.${key}`])),
    },
  ],
);
export const Visit = schemaOf(VISIT);
