import type { Facts } from "./facts.ts";
import type { Rule, ValueOf, Values } from "./field.ts";
import { form, schemaOf, section } from "./field.ts";
import { contactPhone, date, longText, optional, personName } from "./fieldKinds.ts";
import { isValues } from "./tidy.ts";
import { factsOfVillage } from "./villageApplication.ts";
import { basics, residents, villageLand, villageLivestock } from "./villageBasics.ts";
import { development, infrastructure, specialIndustries } from "./villageDevelopment.ts";
import { services, villageLiving } from "./villageLiving.ts";
import { notAbove } from "./villageRules.ts";

const foot = section({ key: "foot", zh: "填表和意见", en: "Filled in by, and opinions", source: "3.7, form foot" }, {
  committeeHead: personName({ zh: "村委会主任", en: "Head of the committee", source: "[G2]" }),
  responsiblePhone: optional(contactPhone({ zh: "负责人电话", en: "Their phone", source: "[G2]" })),
  checkedBy: personName({ zh: "审核人（村支书）", en: "Checked by the party secretary", source: "[G2]" }),
  checkedByPhone: optional(contactPhone({ zh: "审核人电话", en: "Their phone", source: "[G2]" })),
  filledBy: personName({ zh: "填报人", en: "Filled in by", source: "[G2]" }),
  filledOn: date({ zh: "填表日期", en: "Filled in on", source: "[G2]" }),
  selfOpinion: longText({ zh: "村委会自评意见", en: "The committee's opinion", length: 500, source: "[G2]" }),
  townOpinion: optional(longText({ zh: "乡镇审核意见", en: "The town's opinion", length: 500, source: "[G2]" })),
  countyOpinion: optional(longText({ zh: "县审定意见", en: "The county's decision", length: 500, source: "[G2]" })),
});

const SECTIONS = [
  basics, residents, villageLand, villageLivestock, development, specialIndustries, infrastructure, villageLiving, services, foot,
] as const;

export type VillageRegistration = ValueOf<typeof SECTIONS>;

/** Parts that are never above their whole: section 3.8 names some, the others say the same of their like [D]. */
const PARTS: readonly [code: string, part: string, whole: string, source: string][] = [
  ["poorHouseholdsAboveAll",      "residents.poorHouseholds",                "residents.households",                "3.8"],
  ["minLivingAboveAll",           "residents.minLivingHouseholds",           "residents.households",                "3.8 [D]"],
  ["fiveGuaranteeAboveAll",       "residents.fiveGuaranteeHouseholds",       "residents.households",                "3.8 [D]"],
  ["poorPopulationAboveAll",      "residents.poorPopulation",                "residents.population",                "3.8 [D]"],
  ["poorAboveRegistered",         "residents.poorPopulation",                "residents.registeredRuralPopulation", "3.2 [D]"],
  ["minLivingPopAboveAll",        "residents.minLivingPop",                  "residents.population",                "3.8"],
  ["fiveGuaranteePopAboveAll",    "residents.fiveGuaranteePop",              "residents.population",                "3.8 [D]"],
  ["minorityAboveAll",            "residents.minorityPop",                   "residents.population",                "3.8 [D]"],
  ["womenAboveAll",               "residents.womenPop",                      "residents.population",                "3.8 [D]"],
  ["disabledAboveAll",            "residents.disabledPop",                   "residents.population",                "3.8 [D]"],
  ["laborAboveAll",               "residents.laborPop",                      "residents.population",                "3.8 [D]"],
  ["migrantAboveAll",             "residents.migrantPop",                    "residents.population",                "3.8 [D]"],
  ["irrigatedAboveFarmland",      "land.irrigated",                          "land.farmland",                       "3.8"],
  ["coopPoorAboveAll",            "development.poorHouseholdsInCoop",        "residents.poorHouseholds",            "3.8 [D]"],
  ["waterUnsafeAboveAll",         "infrastructure.waterUnsafeHouseholds",    "residents.households",                "3.8"],
  ["waterDifficultAboveAll",      "infrastructure.waterDifficultHouseholds", "residents.households",                "3.8 [D]"],
  ["tapWaterAboveAll",            "infrastructure.tapWaterHouseholds",       "residents.households",                "3.8 [D]"],
  ["unpavedVillagesAboveAll",     "infrastructure.naturalVillagesUnpaved",   "basics.naturalVillages",              "3.8 [D]"],
  ["dangerousHousesAboveAll",     "living.dangerousHouseHouseholds",         "residents.households",                "3.8"],
  ["overdueAboveLoans",           "living.overdueHouseholds",                "living.loanHouseholds",               "3.8 [D]"],
];

/** A rule on a sum: the figures of one section together are not above another figure of the form. */
type Sum = { code: string; source: string; section: string; keys: readonly string[]; zh: string; en: string };
const SUMS: readonly Sum[] = [
  {
    code: "poorKindsAboveAll", source: "3.1 [D]", section: "residents",
    keys: ["poorGeneral", "poorMinLivingPoor", "poorMinLiving", "poorFiveGuarantee", "poorHouseholds"],
    zh: "各类贫困户的合计超过了“贫困户数”，请核对。", en: "The kinds of poor households come to more than the poor households; check them.",
  },
  {
    code: "incomeBandsAboveAll", source: "3.2 [D]", section: "development",
    keys: ["incomeBelow1000", "income1000To2000", "income2000To2800", "income2800AndMore", "households"],
    zh: "分组户数的合计超过了“总户数”，请核对。", en: "The households by income come to more than the households; check them.",
  },
];

const figure = (values: unknown, key: string) => {
  const found: unknown = isValues(values) ? values[key] : undefined;
  return typeof found === "number" ? found : 0;
};

/** The last of `keys` is the whole, in the section of the households; the others are its parts. */
function sumNotAbove({ code, source, section: key, keys, zh, en }: Sum): Rule<Values> {
  const parts = keys.slice(0, -1);
  const whole = keys.at(-1) ?? "";
  return {
    code,
    source,
    sentence: () => ({ zh, en }),
    broken: (value) => {
      const sum = parts.reduce((total, part) => total + figure(value[key], part), 0);
      return sum > figure(value.residents, whole) ? [`${key}.${parts[0]}`] : [];
    },
  };
}

export const VILLAGE_RULES: readonly Rule<Values>[] = [
  ...PARTS.map(([code, part, whole, source]) => notAbove(code, source, SECTIONS, [part, whole])),
  ...SUMS.map(sumNotAbove),
];

/**
 * Annex 11, the registration form of a village, as it is typed: five of its seven aspects and the foot. Help and
 * results, the other two, are printed from their own records.
 */
export const VILLAGE_REGISTRATION = form(
  {
    id: "villageRegistration", zh: "贫困村登记表", en: "Registration form of a village", year: 2013,
    source: "annex 11; domain.md, section 3",
  },
  SECTIONS,
  VILLAGE_RULES,
);
export const VillageRegistration = schemaOf(VILLAGE_REGISTRATION);

/** What lists need of a village's registration form, in the words of a household's. */
export function factsOfVillageRegistration({ basics, residents, development }: VillageRegistration): Facts {
  return factsOfVillage({
    villageName: basics.villageName,
    population: residents.population,
    laborCount: residents.laborPop,
    perCapitaNetIncome: development.perCapitaNetIncome,
  });
}

/** A registration draft of what a village's application tells already. */
export function prefillVillageRegistration({ application }: { application: unknown }): Values {
  const part = (key: string): Values => {
    const held: unknown = isValues(application) ? application[key] : undefined;
    return isValues(held) ? held : {};
  };
  const { villageName, naturalVillages, ...people } = part("village");
  const { perCapitaNetIncome, collectiveIncomeWan, wholeVillageAdvance } = part("standard");
  return {
    basics: filled({ villageName, villageAttribute: "poor", wholeVillageAdvance, naturalVillages }),
    residents: filled(people),
    development: filled({ perCapitaNetIncome, collectiveIncomeWan }),
  };
}

const filled = (values: Values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
