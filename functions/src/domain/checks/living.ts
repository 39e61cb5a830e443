import type { Bilingual } from "../text.ts";
import type { Check, HouseholdContext, HouseholdRecord } from "./check.ts";
import { when } from "./finding.ts";

type Area = Bilingual & {
  key: Exclude<keyof HouseholdRecord["land"], "inCooperative">;
  most: (context: HouseholdContext) => number;
};

/** Mu above which an area is asked about [G4]. An area of 0 is none, an empty one unknown: neither is asked about. */
const AREAS: readonly Area[] = [
  { key: "farmland",      zh: "耕地",     en: "farmland",  most: () => 100 },
  { key: "woodland",      zh: "林地",     en: "woodland",  most: () => 200 },
  { key: "grainForGreen", zh: "退耕还林", en: "farmland turned to forest", most: () => 200 },
  { key: "orchard",       zh: "林果",     en: "orchard",   most: () => 200 },
  // Tianzhu's herders hold whole hillsides [D].
  { key: "pasture",       zh: "牧草地",   en: "pasture",   most: ({ pastoral }) => (pastoral ? 2_000 : 100) },
  { key: "water",         zh: "水面",     en: "water",     most: () => 100 },
];
/** Kilometres: a village's farthest house is seldom farther from its road. */
const FARTHEST_KM = 5;
/** Square metres: above this the house is asked about [D]. */
const LARGEST_HOUSE = 200;

/** Land, house, road and water (domain.md, section 8.2, LI). */
export const LIVING_CHECKS = [
  {
    id: "LI-01", source: "[G4]; pasture [D]", level: "doubt", on: "household", asks: "villageCommittee", blocks: "registration",
    zh: "土地面积过大", en: "Land unusually large",
    find: ({ land }, context) => {
      const large = AREAS.filter(({ key, most }) => (land[key] ?? 0) > most(context));
      return when(large.length > 0, large.map(({ key }) => `land.${key}`), {
        zh: `${large.map(({ zh, most }) => `${zh}超过 ${most(context)} 亩`).join("，")}。请核对单位是否为亩，租来的地不算。`,
        en: `More than usual: ${large.map(({ en, most }) => `${en} above ${most(context)} mu`).join(", ")}. Check that it is in mu; rented land does not count.`,
      });
    },
  },
  {
    id: "LI-02", source: "[G4]", level: "doubt", on: "household", asks: "villageCommittee", blocks: "registration",
    zh: "与主干路距离过远", en: "Far from the main road",
    find: ({ living: { distanceToMainRoadKm: km = 0 } }) =>
      when(km > FARTHEST_KM, ["living.distanceToMainRoadKm"], {
        zh: `与村主干路距离填了 ${km} 公里，可能把米当成了公里。请核对。`,
        en: `The main road is ${km} km away; perhaps these are metres. Check it.`,
      }),
  },
  {
    id: "LI-03", source: "[G4]; size [D]", level: "doubt", on: "household", asks: "villageCadre", blocks: "registration",
    zh: "无住房或住房过大", en: "No house, or a very large one",
    find: ({ living: { houseArea } }) =>
      when(houseArea === 0 || houseArea > LARGEST_HOUSE, ["living.houseArea"], houseArea === 0
        ? {
          zh: "住房面积为 0。请说明现住何处、如何解决住房。",
          en: "The house is 0 m². Say where they live, and what is to be done.",
        }
        : {
          zh: `住房面积 ${houseArea} 平方米，超过 ${LARGEST_HOUSE} 平方米。请核对，属实的请说明。`,
          en: `The house is ${houseArea} m², above ${LARGEST_HOUSE}. Check it; explain if true.`,
        }),
  },
  {
    id: "LI-04", source: "[G4]; second part [D]", level: "doubt", on: "household", asks: "villageCommittee", blocks: "registration",
    zh: "饮水困难却填安全", en: "Water hard to get, yet safe",
    find: ({ living: { waterDifficult, waterSafe } }) =>
      when(waterDifficult && waterSafe, ["living.waterSafe"], {
        zh: "饮水困难和饮水安全同时填“是”。请核对，属实的请说明。",
        en: "Water is both hard to get and safe. Check it; explain if true.",
      }),
  },
] as const satisfies readonly Check<"household">[];
