import * as z from "zod";
import type { Application } from "./application.ts";
import { facts } from "./survey.ts";
import type { Facts } from "./facts.ts";
import type { Rule, Section, ValueOf, Values } from "./field.ts";
import { form, schemaOf, section } from "./field.ts";
import {
  contactPhone, date, money, optional, personName, photos, pledge, text, yesNo,
} from "./fieldKinds.ts";
import { personKey } from "./identityNumber.ts";
import { cause, head } from "./surveyHousehold.ts";
import { income } from "./surveyIncome.ts";
import { durables, land, livestock, living, machinery, relocation } from "./surveyLiving.ts";
import { members } from "./surveyMembers.ts";
import { bornAfter, HOUSEHOLD_RULES } from "./surveyRules.ts";
import { isValues } from "./tidy.ts";

/** As that system writes it, but nothing that could be an identity number: 15 digits, or 18 characters. */
const nationalNo = z
  .string({ error: ({ input }) => (input === undefined ? "missing" : "notNationalNo") })
  .trim()
  .regex(/^(?!.*(?<!\d)\d{15}(?!\d))[0-9A-Za-z-]{1,17}$/, { error: "notNationalNo" });

const file = section({ key: "file", zh: "编号和照片", en: "Numbers and photo", source: "2.1" }, {
  nationalHouseholdNo: optional({
    ...text({
      zh: "贫困户编号", en: "Number in the national system", length: 17, national: "AAC001", source: "[G1][G3][G4]",
      help: { zh: "全国系统录入后给出，之前不填。", en: "Given by that system on entry; empty before." },
    }),
    schema: nationalNo,
  }),
  householderPhoto: optional(photos({
    zh: "户主照片", en: "Photo of the head",
    help: { zh: "印在扶贫手册上。", en: "Printed in the handbook." },
    most: 1, source: "[G7]",
  })),
  familyPlanningHousehold: optional(yesNo({ zh: "是否计划生育户", en: "Family-planning household", source: "[P2]" })),
});

const cost = (zh: string, en: string) => optional(money({ zh, en, source: "[G1][G2]" }));

const costs = section({
  key: "costs", zh: "生产经营性支出明细", en: "Cost of farming and business, by kind",
  help: { zh: "可以不填；填了的合计不能超过“生产经营性支出”。", en: "May stay empty; together not more than the cost above." },
  source: "2.5",
}, {
  farmSupplies: cost("农资（化肥、农药、种子）", "Fertiliser, pesticide, seed"),
  depreciation: cost("固定资产折旧和租赁费", "Depreciation and rent"),
  powerAndFuel: cost("水电燃料", "Water, power, fuel"),
  landRent: cost("承包土地、草场费", "Rent of land and pasture"),
  fodder: cost("饲草料", "Fodder"),
  vaccination: cost("防疫防治", "Vaccination and treatment"),
  youngStock: cost("种（仔）畜", "Breeding and young animals"),
  sales: cost("销售和通讯费", "Sales and telephone"),
  interest: cost("借贷利息", "Interest"),
});

const foot = section({ key: "foot", zh: "填表", en: "Filled in by", source: "2.7, form foot" }, {
  filledBy: personName({ zh: "填表人", en: "Filled in by", source: "[G2][K]" }),
  filledByPhone: optional(contactPhone({ zh: "填表人电话", en: "Their phone", source: "[G2][K]" })),
  checkedBy: personName({ zh: "审核人", en: "Checked by", source: "[G2][K]" }),
  checkedByPhone: optional(contactPhone({ zh: "审核人电话", en: "Their phone", source: "[G2][K]" })),
  filledOn: date({ zh: "填表日期", en: "Filled in on", source: "[G2][K]" }),
  householderSigned: pledge({ zh: "户主已签字", en: "The householder has signed", source: "[G2][K]" }),
});

/** The part that the survey knows already, section by section, under the same keys. */
const HOUSEHOLD = [head, cause, members, income, land, livestock, living, relocation, machinery, durables] as const;
const SECTIONS = [file, ...HOUSEHOLD, costs, foot] as const;

export type Registration = ValueOf<typeof SECTIONS>;

const sumOf = (parts: Values) => Object.values(parts).reduce<number>((sum, part) => sum + (typeof part === "number" ? part : 0), 0);

export const REGISTRATION_RULES: readonly Rule<Registration>[] = [
  ...HOUSEHOLD_RULES,
  bornAfter(({ foot }) => foot.filledOn, { zh: "填表日期", en: "the day of this form" }),
  {
    code: "costPartsAboveTotal",
    source: "2.5",
    sentence: () => ({
      zh: "支出明细的合计超过了“生产经营性支出”，请核对。", en: "The kinds of cost come to more than the cost of farming and business; check them.",
    }),
    broken: ({
      costs, income,
    }) => (Math.round(sumOf(costs) * 100) > Math.round(income.businessCost * 100) ? ["income.businessCost"] : []),
  },
];

/**
 * Annex 4, the registration form of a household, as it is typed. Helper, plan, measures and results are printed from
 * their own records; the register's number comes from the register (localHouseholdNo) and is no field.
 */
export const REGISTRATION = form(
  {
    id: "registration", zh: "贫困农户登记表", en: "Registration form of a household", year: 2013,
    source: "annex 4; domain.md, section 2",
  },
  SECTIONS,
  REGISTRATION_RULES,
);
export const Registration = schemaOf(REGISTRATION);

type Known = { survey: unknown; application?: unknown };

/**
 * A registration draft of what is known already: every section of the survey under its own key, and what the
 * application tells where the survey is silent. The values are the stored, masked ones; their hidden numbers have
 * the same paths in both forms, so the survey's private values fit as they are.
 */
export function prefillRegistration({ survey, application }: Known): Values {
  const known = isValues(survey) ? survey : {};
  const sections: readonly Section[] = HOUSEHOLD;
  const taken = sections.flatMap(({ key }) => (known[key] === undefined ? [] : [[key, structuredClone(known[key])] as const]));
  const draft: Values = Object.fromEntries(taken);
  return { ...draft, ...beneath(draft, fromApplication(application)) };
}

/** The sections of `draft` with the values of `more` where there are none. */
function beneath(draft: Values, more: Record<string, Values>): Values {
  return Object.fromEntries(
    Object.entries(more).map(([key, values]) => {
      const held = draft[key];
      return [key, { ...values, ...(isValues(held) ? held : {}) }];
    }),
  );
}

const filled = (values: Values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

function fromApplication(application: unknown): Record<string, Values> {
  if (!isValues(application)) return {};
  const part = (key: keyof Application): Values => {
    const held = application[key];
    return isValues(held) ? held : {};
  };
  const { groupName, address } = part("place");
  return {
    head: filled({
      householderName: part("householder").name, groupName, address, memberCount: part("people").memberCount,
    }),
    cause: filled({ mainCause: part("cause").mainCause, causeNote: part("cause").note }),
  };
}

/** What lists and notices need of a registration form. */
export function factsOfRegistration(registration: Registration): Facts {
  return facts(registration);
}

/** The keys of its members' identity numbers, to be hashed at once. */
export function peopleOfRegistration({ members }: Registration): string[] {
  return members.map(({ idNo }) => personKey(idNo));
}
