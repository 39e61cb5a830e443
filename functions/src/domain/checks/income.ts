import { totalsOf } from "../forms/surveyIncome.ts";
import type { Bilingual } from "../text.ts";
import type { Check, Finding, HouseholdRecord } from "./check.ts";
import { isAged, peopleOf, when } from "./finding.ts";

/** Yuan. Below the first a year's or a month's wage was mistyped, above the second a month's was [G4]. */
const WAGE = { least: 100, mostMonthly: 30_000 };
/** From this age the residents' pension is paid [K]. */
const PENSION_AGE = 60;

const UNPAID = {
  zh: "有人务工，工资性收入却为 0。请核实后补填或说明。",
  en: "Somebody works away from the farm, yet there are no wages. Fill them in or explain.",
};
const UNEARNED = {
  zh: "有工资性收入，却没有人填务工。请核实是谁的收入并补填或说明。",
  en: "There are wages, yet nobody works away from the farm. Say whose they are.",
};

const monthsOf = ({ members }: HouseholdRecord) => members.reduce((sum, { migrantMonths = 0 }) => sum + migrantMonths, 0);
const isPaid = (amount: number | undefined) => (amount ?? 0) > 0;

type Payment = { path: string; name: Bilingual; mark: Bilingual };
const PAYMENTS = {
  minLiving: {
    path: "income.transferMinLiving",
    name: { zh: "低保金", en: "minimum-living payment" },
    mark: { zh: "低保户", en: "a minimum-living household" },
  },
  fiveGuarantee: {
    path: "income.transferFiveGuarantee",
    name: { zh: "五保金", en: "five-guarantee payment" },
    mark: { zh: "五保户", en: "a five-guarantee household" },
  },
  pension: {
    path: "income.transferPension",
    name: { zh: "养老保险金", en: "pension" },
    mark: { zh: `满 ${PENSION_AGE} 岁的参保人`, en: `somebody insured of ${PENSION_AGE} or more` },
  },
} as const satisfies Record<string, Payment>;

/** A payment without the mark that goes with it, or the mark without the payment. */
function unmatched({ path, name, mark }: Payment, marked: boolean, paid: boolean): Finding[] {
  return [
    ...when(marked && !paid, [path], {
      zh: `有${mark.zh}，却没有${name.zh}。请核对后补填或说明。`,
      en: `There is ${mark.en}, yet no ${name.en}. Check it; fill it in or explain.`,
    }),
    ...when(paid && !marked, [path], {
      zh: `有${name.zh}，却没有${mark.zh}。请核对后改正或说明。`,
      en: `There is a ${name.en}, yet no sign of ${mark.en}. Check it; correct or explain.`,
    }),
  ];
}

/** Income of the year (domain.md, section 8.2, IN). */
export const INCOME_CHECKS = [
  {
    id: "IN-01", source: "[G1]", level: "error", on: "household", asks: "villageCommittee", blocks: "registration",
    zh: "收入合计不符", en: "Sums of income differ",
    // The form computes its sums; a record that came from elsewhere may bring its own.
    find: ({ income, head: { memberCount } }) => {
      const sums = totalsOf(income, memberCount);
      const keys = ["transfer", "grossIncome", "netIncome", "perCapitaNetIncome"] as const;
      const paths = keys.filter((key) => income[key] !== undefined && income[key] !== sums[key]).map((key) => `income.${key}`);
      return when(paths.length > 0, paths, {
        zh: "转移性收入、总收入、纯收入或人均纯收入与各项之和不符。请打开登记表重新保存。",
        en: "The transfers, gross, net or income per head are not the sums of their parts. Open the form and save it again.",
      });
    },
  },
  {
    id: "IN-02", source: "[S], form [G4]", level: "doubt", on: "household", asks: "povertyOfficer", blocks: "notice", track: "identify",
    zh: "人均纯收入达到或超过标准", en: "Income per head at or above the line",
    // The other direction, below the line on the list of exits, stops that household's survey (problems.ts: belowLine).
    find: ({ income, head }, { line }) => {
      const perHead = totalsOf(income, head.memberCount).perCapitaNetIncome;
      return when(perHead !== undefined && perHead >= line, ["income.perCapitaNetIncome"], {
        zh: `人均纯收入 ${perHead} 元，达到或超过 ${line} 元的标准。请写明列入贫困户的理由，或提出脱贫。`,
        en: `Net income per head is ${perHead} yuan, at or above the line of ${line}. Say why it is listed as poor, or propose its exit.`,
      });
    },
  },
  {
    id: "IN-03", source: "[G4]", level: "doubt", on: "household", asks: "villageCadre", blocks: "registration",
    zh: "工资数额不合常理", en: "Wages hardly possible",
    find: (record) => {
      const { wage } = record.income;
      const months = monthsOf(record);
      const monthly = months > 0 ? wage / months : undefined;
      const odd = wage < WAGE.least || (monthly !== undefined && (monthly < WAGE.least || monthly > WAGE.mostMonthly));
      return when(wage > 0 && odd, ["income.wage"], {
        zh: `工资性收入全年 ${wage} 元，务工合计 ${months} 个月，数额过低或过高。请核对单位是否为元、月数是否有误。`,
        en: `Wages of ${wage} yuan for ${months} month(s) of work are too low or too high. Check whether they are in yuan, and the months.`,
      });
    },
  },
  {
    id: "IN-04", source: "[G4] pattern", level: "doubt", on: "household", asks: "villageCadre", blocks: "registration",
    zh: "工资与务工不一致", en: "Wages and work do not agree",
    find: (record) => {
      const works = monthsOf(record) > 0;
      return when(works !== isPaid(record.income.wage), ["income.wage"], works ? UNPAID : UNEARNED);
    },
  },
  {
    id: "IN-05", source: "[G4] pattern", level: "doubt", on: "household", asks: "villageCommittee", blocks: "registration",
    zh: "低保、五保、养老金与身份不一致", en: "Payments and standing do not agree",
    find: (record, context) => {
      const { income, head: { attribute } } = record;
      const people = peopleOf(record, context);
      const isInsured = people.some(({ age, member }) => isAged(age, PENSION_AGE) && member.inResidentPension);
      // Whoever is of age, or insured, may draw the pension of another scheme: a payment to nobody such is what is odd.
      const mayDraw = people.some(({ age, member }) => age === undefined || isAged(age, PENSION_AGE) || member.inResidentPension);
      const pension = isPaid(income.transferPension);
      const found = [
        ...unmatched(PAYMENTS.minLiving, attribute === "minLiving" || attribute === "minLivingPoor", isPaid(income.transferMinLiving)),
        ...unmatched(PAYMENTS.fiveGuarantee, attribute === "fiveGuarantee", isPaid(income.transferFiveGuarantee)),
        ...unmatched(PAYMENTS.pension, isInsured || (pension && mayDraw), pension),
      ];
      if (found.length === 0) return [];
      return [{
        paths: found.flatMap(({ paths }) => paths),
        zh: found.map(({ zh }) => zh).join(""),
        en: found.map(({ en }) => en).join(" "),
      }];
    },
  },
] as const satisfies readonly Check<"household">[];
