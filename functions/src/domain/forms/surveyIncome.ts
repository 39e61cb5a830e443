import type { Values } from "./field.ts";
import { section } from "./field.ts";
import { computed, money, optional } from "./fieldKinds.ts";

/** The parts of transferred income; a part left empty is not received (domain.md, section 2.5). */
const TRANSFERS = [
  "transferFamilyPlanning", "transferMinLiving", "transferFiveGuarantee", "transferPension", "transferEcology",
  "transferOther",
] as const;

/** Sums of the year, yuan; undefined where the household's people are not known. */
export type Totals = { transfer: number; grossIncome: number; netIncome: number; perCapitaNetIncome: number | undefined };

const amount = (value: unknown) => (typeof value === "number" ? value : 0);
/** Two decimals; the `+ 0` keeps -0 out. */
const cents = (value: number) => Math.round(value * 100) / 100 + 0;

/**
 * The sums of IN-01: transfer of its parts, gross of the four kinds, net without the cost of production, net per
 * registered member (domain.md, section 2.5: the denominator). Empty parts count as nothing received.
 */
export function totalsOf(income: Values, memberCount: unknown): Totals {
  const transfer = cents(TRANSFERS.reduce((sum, key) => sum + amount(income[key]), 0));
  const grossIncome = cents(amount(income.wage) + amount(income.business) + amount(income.property) + transfer);
  const netIncome = cents(grossIncome - amount(income.businessCost));
  const people = amount(memberCount);
  return {
    transfer, grossIncome, netIncome, perCapitaNetIncome: people >= 1 ? cents(netIncome / people) : undefined,
  };
}

const total = (key: keyof Totals) => (income: Values, { head }: Values) =>
  totalsOf(income, typeof head === "object" && head !== null && "memberCount" in head ? head.memberCount : undefined)[key];
const SUM = { min: -100_000_000, max: 100_000_000 };

/** Income of the reference year, yuan (domain.md, section 2.5). Zero is written as 0: an empty field is a question. */
export const income = section({
  key: "income", zh: "收入情况", en: "Income of the year",
  help: {
    zh: "填登记年度全年的数，单位：元。没有的填 0。", en: "The whole reference year, in yuan. Write 0 where there is none.",
  },
  source: "2.5",
}, {
  wage: money({ zh: "工资性收入", en: "Wages", national: "AAC073", source: "[P2][G1][G3]" }),
  business: money({
    zh: "生产经营性收入", en: "Farm and business income", national: "AAC071", source: "[P2][G1][G3]",
  }),
  property: money({ zh: "财产性收入", en: "Income from property", national: "AAC072", source: "[P2][G1][G3]" }),
  transferFamilyPlanning: optional(money({
    zh: "计划生育金", en: "Family-planning payment", national: "AAC076", source: "[G1][G3]",
  })),
  transferMinLiving: optional(money({
    zh: "低保金", en: "Minimum-living payment", national: "AAC077", source: "[G1][G3]",
  })),
  transferFiveGuarantee: optional(money({
    zh: "五保金", en: "Five-guarantee payment", national: "AAC086", source: "[G1][G3]",
  })),
  transferPension: optional(money({ zh: "养老保险金", en: "Pension", national: "AAC087", source: "[G1][G3]" })),
  transferEcology: optional(money({
    zh: "生态补偿金", en: "Ecological compensation", national: "AAC078", source: "[G1][G3]",
  })),
  transferOther: optional(money({
    zh: "其他转移性收入", en: "Other transfers", national: "AAC083", source: "[G1][G3]",
  })),
  businessCost: money({
    zh: "生产经营性支出", en: "Cost of farming and business",
    help: {
      zh: "种子、化肥、农药、饲草料、防疫、水电、燃料等。", en: "Seed, fertiliser, fodder, vaccination, power, fuel and the like.",
    },
    national: "AAC074", source: "[P2][G1][G3]",
  }),
  cashIncome: optional(money({ zh: "家庭全部现金收入", en: "All income in cash", source: "[P2]" })),
  taxes: optional(money({
    zh: "税费支出", en: "Taxes and fees", help: { zh: "只作参考，不从纯收入中减去。", en: "For the record: not taken from the net income." },
    source: "5.3",
  })),
  transfer: computed(money({
    zh: "转移性收入", en: "Transfers", ...SUM, national: "AAC085", source: "[G1][G3]",
  }), total("transfer")),
  grossIncome: computed(money({
    zh: "家庭总收入", en: "Gross income", ...SUM, national: "AAC081", source: "[P2][G3]",
  }), total("grossIncome")),
  netIncome: computed(money({
    zh: "纯收入", en: "Net income", ...SUM, national: "AAC079", source: "[P31][P33][G1]",
  }), total("netIncome")),
  perCapitaNetIncome: computed(money({
    zh: "人均纯收入", en: "Net income per head", ...SUM, national: "AAC082", source: "[P31][P33][G1]",
  }), total("perCapitaNetIncome")),
});
