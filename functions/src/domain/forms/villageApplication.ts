import type { Facts } from "./facts.ts";
import type { ValueOf, Values } from "./field.ts";
import { form, schemaOf, section } from "./field.ts";
import { choice, computed, date, decimal, integer, longText, money, optional, photos, pledge, text } from "./fieldKinds.ts";
import { HOUSEHOLDS, PEOPLE, PERCENT, PLACES, WAN } from "./units.ts";
import { notAbove } from "./villageRules.ts";
import { WHOLE_VILLAGE_ADVANCES } from "./villageCodes2014.ts";

const count = (value: unknown) => (typeof value === "number" && value >= 0 ? value : undefined);

/** Poverty rate in percent, two decimals: poor people of the registered rural population (domain.md, section 3.2). */
export function povertyRateOf({ poorPopulation, registeredRuralPopulation }: Values): number | undefined {
  const poor = count(poorPopulation);
  const registered = count(registeredRuralPopulation);
  return poor === undefined || !registered ? undefined : Math.round((poor * 10_000) / registered) / 100;
}

/** Above 100 it is wrong, but then a sentence about the two figures says so. */
export const povertyRate = decimal({
  zh: "贫困发生率", en: "Poverty rate", min: 0, max: 100_000_000, unit: PERCENT, source: "[S][K]",
});
export const collectiveIncomeWan = money({
  zh: "村级集体经济收入", en: "Income of the village collective",
  help: { zh: "单位是万元。没有的填 0，不要空着。", en: "In 10,000 yuan. Write 0 when there is none; do not leave it empty." },
  max: 100_000, unit: WAN, national: "AAD302", source: "[G2][G3][P9]",
});
export const villagePerCapitaNetIncome = money({
  zh: "农民年人均纯收入", en: "Net income per head", max: 1_000_000, national: "AAD301", source: "[G2][G3]",
});

const people = (zh: string, en: string, source: string, min = 0) =>
  integer({ zh, en, min, max: 100_000, unit: PEOPLE, source });

const SECTIONS = [
  section({ key: "village", zh: "村的情况", en: "The village", source: "5.2" }, {
    villageName: text({ zh: "村名", en: "Village", length: 20, source: "[P9]" }),
    naturalVillages: integer({
      zh: "自然村（村民小组）数", en: "Natural villages", min: 0, max: 200, unit: PLACES, source: "[P9]",
    }),
    households: integer({ zh: "总户数", en: "Households", min: 1, max: 20_000, unit: HOUSEHOLDS, source: "[P9]" }),
    population: people("总人口数", "People", "[P9]", 1),
    registeredRuralPopulation: integer({
      zh: "农村户籍人口", en: "Registered rural population",
      help: { zh: "2013 年底户籍数；贫困发生率的分母。", en: "As registered at the end of 2013; the poverty rate is of these." },
      min: 1, max: 100_000, unit: PEOPLE, source: "[K]",
    }),
    poorHouseholds: integer({
      zh: "贫困户数", en: "Poor households", min: 0, max: 20_000, unit: HOUSEHOLDS, source: "[P9]",
    }),
    poorPopulation: people("贫困人口数", "Poor people", "[P9]"),
  }),
  section({
    key: "standard", zh: "三项指标", en: "The three tests", source: "7",
    help: { zh: "填 2013 年全年的数。", en: "For the year 2013." },
  }, {
    povertyRate: computed(povertyRate, (_values, { village }) => povertyRateOf(Object(village))),
    perCapitaNetIncome: villagePerCapitaNetIncome,
    collectiveIncomeWan,
    wholeVillageAdvance: choice({
      zh: "整村推进", en: "Whole-village advance", help: { zh: "未实施的村优先。", en: "Villages without it come first." },
      options: WHOLE_VILLAGE_ADVANCES, source: "[S][P]",
    }),
  }),
  section({ key: "reasons", zh: "申请理由", en: "Why the village applies", source: "5.2" }, {
    description: longText({
      zh: "村情简介", en: "The village in words",
      help: {
        zh: "自然条件、基础设施、经济、教育卫生、社会保障。", en: "Natural conditions, infrastructure, economy, schools and health, social security.",
      },
      length: 1500, source: "[P9]",
    }),
  }),
  section({
    key: "consultation", zh: "征求群众意见", en: "Consultation of the villagers", source: "[S] step 2",
  }, {
    heldOn: date({ zh: "讨论日期", en: "Discussed on", source: "[S]" }),
    place: text({ zh: "地点", en: "Place", length: 60, source: "[D]" }),
    present: integer({ zh: "参加人数", en: "People present", min: 1, max: 5000, unit: PEOPLE, source: "[D]" }),
    record: longText({ zh: "意见和讨论情况", en: "What was said", length: 1000, source: "[S]" }),
    photos: optional(photos({ zh: "会议记录照片", en: "Photos of the record", most: 6, source: "[D]" })),
  }),
  section({ key: "pledge", zh: "请确认", en: "Please confirm", source: "5.2" }, {
    signedOn: date({ zh: "申请日期", en: "Date", source: "[P9]" }),
    sealed: pledge({
      zh: "情况属实，村委会自愿申请并已盖章", en: "True, of the committee's own will, and sealed by it", source: "[P9][S]",
    }),
  }),
] as const;

export type VillageApplication = ValueOf<typeof SECTIONS>;

/** Annex 9, a village's application to the town government. */
export const VILLAGE_APPLICATION = form(
  {
    id: "villageApplication", zh: "贫困村申请书", en: "Application of a poor village", year: 2013,
    source: "annex 9; domain.md, section 5.2",
  },
  SECTIONS,
  [
    notAbove("poorHouseholdsAboveAll", "3.8", SECTIONS, ["village.poorHouseholds", "village.households"]),
    notAbove("poorPopulationAboveAll", "3.8", SECTIONS, ["village.poorPopulation", "village.population"]),
    notAbove("poorAboveRegistered", "3.2", SECTIONS, ["village.poorPopulation", "village.registeredRuralPopulation"]),
  ],
);
export const VillageApplication = schemaOf(VILLAGE_APPLICATION);

/** A village in the words of a household's facts: its name, its people, its income. */
export function factsOfVillageApplication({ village, standard }: VillageApplication): Facts {
  return factsOfVillage({
    villageName: village.villageName, population: village.population, laborCount: null, perCapitaNetIncome: standard.perCapitaNetIncome,
  });
}

type Village = { villageName: string; population: number; laborCount: number | null; perCapitaNetIncome: number };

/** Facts of a village: `householder` is its name, `memberCount` its people. */
export function factsOfVillage({ villageName, population, laborCount, perCapitaNetIncome }: Village): Facts {
  return {
    householder: villageName,
    groupName: "",
    memberCount: population,
    residentCount: null,
    laborCount,
    perCapitaNetIncome,
    mainCause: null,
    attribute: null,
  };
}
