import { villageTests } from "../quota/villages.ts";
import type { Bilingual } from "../text.ts";
import type { Check } from "./check.ts";
import { when } from "./finding.ts";
import type { Identified, VillageRecord } from "./villageRecord.ts";
import { AREAS } from "./villageRecord.ts";

/** A figure of the village, and what its registered poor households come to. */
type Compared = Bilingual & {
  path: string;
  village: (record: VillageRecord) => number | undefined;
  known: (sums: Identified) => number;
};

const AREA_NAMES = {
  farmland:      { zh: "耕地",     en: "farmland" },
  irrigated:     { zh: "有效灌溉", en: "irrigated land" },
  woodland:      { zh: "林地",     en: "woodland" },
  grainForGreen: { zh: "退耕还林", en: "farmland turned to forest" },
  orchard:       { zh: "林果",     en: "orchard" },
  pasture:       { zh: "牧草地",   en: "pasture" },
  water:         { zh: "水域",     en: "water" },
} as const;

/** The village's land is at least that of its poor households [G4]. */
const LAND: readonly Compared[] = AREAS.map((key) => ({
  path: `land.${key}`, ...AREA_NAMES[key], village: ({ land }) => land[key], known: ({ land }) => land[key],
}));

/** Households in want: the village has at least as many as its poor households among them [D]. */
const WANTS: readonly Compared[] = [
  {
    path: "living.dangerousHouseHouseholds", zh: "危房户", en: "dangerous houses",
    village: ({ living }) => living.dangerousHouseHouseholds, known: ({ dangerousHouse }) => dangerousHouse,
  },
  {
    path: "infrastructure.waterUnsafeHouseholds", zh: "饮水不安全户", en: "unsafe water",
    village: ({ infrastructure }) => infrastructure.waterUnsafeHouseholds, known: ({ waterUnsafe }) => waterUnsafe,
  },
  {
    path: "infrastructure.waterDifficultHouseholds", zh: "饮水困难户", en: "water hard to get",
    village: ({ infrastructure }) => infrastructure.waterDifficultHouseholds, known: ({ waterDifficult }) => waterDifficult,
  },
  {
    path: "infrastructure.noHouseholdPowerHH", zh: "未通电户", en: "no power",
    village: ({ infrastructure }) => infrastructure.noHouseholdPowerHH, known: ({ withoutPower }) => withoutPower,
  },
];

/** Households of a kind, each of at least one person. */
const HOUSEHOLDS = [
  { households: "households",              people: "population",        zh: "全村", en: "the village" },
  { households: "poorHouseholds",          people: "poorPopulation",    zh: "贫困户", en: "poor households" },
  { households: "minLivingHouseholds",     people: "minLivingPop",      zh: "低保户", en: "minimum-living households" },
  { households: "fiveGuaranteeHouseholds", people: "fiveGuaranteePop",  zh: "五保户", en: "five-guarantee households" },
] as const;

/** Rows of which the registered households come to more than the village says; an empty figure says nothing. */
const exceeded = (rows: readonly Compared[], record: VillageRecord, sums: Identified | null) =>
  rows.flatMap(({ path, zh, en, village, known }) => {
    const [said, sum] = [village(record), sums ? known(sums) : 0];
    return said !== undefined && sum > said ? [{ path, zh: `${zh} ${sum} 对 ${said}`, en: `${en} ${sum} against ${said}` }] : [];
  });

/** Checks of a village's form (domain.md, section 3.8). A part above its whole is a rule of the form itself. */
export const VILLAGE_CHECKS = [
  {
    id: "VI-01", source: "3.8 [D]", level: "doubt", on: "village", asks: "villageCommittee", blocks: "registration",
    zh: "贫困户数、人口数与名册不符", en: "Poor households or people differ from the register",
    find: ({ residents: { poorHouseholds, poorPopulation } }, { identified }) => {
      if (!identified || poorHouseholds === undefined || poorPopulation === undefined) return [];
      const { households, people } = identified;
      const paths = [
        ...(poorHouseholds === households ? [] : ["residents.poorHouseholds"]),
        ...(poorPopulation === people ? [] : ["residents.poorPopulation"]),
      ];
      return when(paths.length > 0, paths, {
        zh: `表上贫困户 ${poorHouseholds} 户 ${poorPopulation} 人，名册上是 ${households} 户 ${people} 人。请核对后改正或说明。`,
        en: `The form says ${poorHouseholds} poor households with ${poorPopulation} people, the register ${households} with ${people}. Correct it or explain.`,
      });
    },
  },
  {
    id: "VI-02", source: "3.8 [G4]", level: "doubt", on: "village", asks: "villageCommittee", blocks: "registration",
    zh: "贫困户土地之和超过全村", en: "The poor households' land exceeds the village's",
    find: (record, { identified }) => {
      const rows = exceeded(LAND, record, identified);
      return when(rows.length > 0, rows.map(({ path }) => path), {
        zh: `贫困户之和超过全村（亩）：${rows.map(({ zh }) => zh).join("，")}。请核对单位和数目。`,
        en: `The poor households come to more than the village (mu): ${rows.map(({ en }) => en).join(", ")}. Check the units and the figures.`,
      });
    },
  },
  {
    id: "VI-03", source: "3.8 [D]", level: "doubt", on: "village", asks: "villageCommittee", blocks: "registration",
    zh: "有困难的贫困户多于全村", en: "More poor households in want than the village has",
    find: (record, { identified }) => {
      const rows = exceeded(WANTS, record, identified);
      return when(rows.length > 0, rows.map(({ path }) => path), {
        zh: `登记表中的贫困户多于全村户数：${rows.map(({ zh }) => zh).join("，")}。请核对两边的数。`,
        en: `More poor households than the village has: ${rows.map(({ en }) => en).join(", ")}. Check both figures.`,
      });
    },
  },
  {
    id: "VI-04", source: "[D]", level: "doubt", on: "village", asks: "villageCommittee", blocks: "registration",
    zh: "人数少于户数", en: "Fewer people than households",
    find: ({ residents }) => {
      const rows = HOUSEHOLDS.filter(({ households, people }) => residents[people] < residents[households]);
      return when(rows.length > 0, rows.map(({ people }) => `residents.${people}`), {
        zh: `人数少于户数：${rows.map(({ zh }) => zh).join("、")}。请核对是否填反。`,
        en: `Fewer people than households: ${rows.map(({ en }) => en).join(", ")}. Perhaps they were exchanged.`,
      });
    },
  },
  {
    id: "VI-05", source: "7", level: "lead", on: "village", asks: "povertyOfficer", blocks: null,
    zh: "三项标准没有全部达到", en: "Not all three tests passed",
    find: ({ residents: { poorPopulation, registeredRuralPopulation: registered }, development }, { thresholds }) => {
      const { perCapitaNetIncome: perCapita, collectiveIncomeWan } = development;
      const rate = poorPopulation !== undefined && registered > 0 ? poorPopulation / registered : undefined;
      const tests = villageTests({ rate, perCapita, collectiveIncomeWan }, thresholds);
      const failed = tests.filter(({ passed }) => passed === false);
      return when(failed.length > 0, ["development"], {
        zh: `三项标准中没有达到：${failed.map(({ zh }) => zh).join("、")}。仅供参考，不影响确定。`,
        en: `Tests not passed: ${failed.map(({ en }) => en).join(", ")}. For information only; it decides nothing.`,
      });
    },
  },
  {
    id: "VI-06", source: "[S]", level: "error", on: "village", asks: "povertyOfficer", blocks: "registration",
    zh: "没有帮扶单位", en: "No support unit",
    find: (_, { supportUnit }) =>
      when(!supportUnit, [], {
        zh: "这个村现在没有联村帮扶单位。请镇扶贫专干安排结对。",
        en: "The village has no support unit now. The poverty officer pairs it with one.",
      }),
  },
  {
    id: "QU-01", source: "[S]", level: "doubt", on: "village", asks: "povertyOfficer", blocks: "registration",
    zh: "识别人数超过规模", en: "More people identified than the village's size",
    // The town's totals, and four villages of eleven, are held exact by the splits (quota/).
    find: (_, { identified, quota }) => {
      const people = identified?.people ?? 0;
      return when(quota !== null && people > quota, ["residents.poorPopulation"], {
        zh: `名册上有贫困人口 ${people} 人，本村规模 ${quota} 人。请说明原因。`,
        en: `The register holds ${people} poor people; the village's size is ${quota}. Explain.`,
      });
    },
  },
] as const satisfies readonly Check<"village">[];
