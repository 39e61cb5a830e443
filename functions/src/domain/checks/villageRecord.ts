import type { Campaign } from "../campaign.ts";
import type { VillageRegistration } from "../forms/villageRegistration.ts";
import type { HouseholdRecord } from "./check.ts";

/** A village as its registration form (annex 11) holds it. */
export type VillageRecord = Pick<VillageRegistration, "residents" | "land" | "development" | "infrastructure" | "living">;

/** Land of which both forms hold an area, mu. */
export const AREAS = ["farmland", "irrigated", "woodland", "grainForGreen", "orchard", "pasture", "water"] as const;
type Area = (typeof AREAS)[number];

/** What the registered poor households of a village come to. */
export type Identified = {
  households: number;
  people: number;
  dangerousHouse: number;
  waterUnsafe: number;
  waterDifficult: number;
  withoutPower: number;
  land: Record<Area, number>;
};

/** What the village's checks know from outside its record. */
export type VillageContext = {
  /** The sums of the village's registered poor households (identifiedOf), or null where they are not at hand. */
  identified: Identified | null;
  /** People to identify in the village (annex 2), or null before the split. */
  quota: number | null;
  /** Whether a support unit is paired with it now. */
  supportUnit: boolean;
  thresholds: Campaign["villageTests"];
};

/** The context in which nothing outside the record raises a finding: for a screen that has only the record at hand. */
export const villageAlone = (thresholds: VillageContext["thresholds"]): VillageContext =>
  ({ identified: null, quota: null, supportUnit: true, thresholds });

const cents = (value: number) => Math.round(value * 100) / 100;

/** What of a household's form is added up; an imported one may tell less. */
type Summed = Pick<HouseholdRecord, "members" | "land"> & { living: Partial<HouseholdRecord["living"]> };

/** The sums that the village's form is compared with, added to those of households before; an area left empty adds nothing. */
export function identifiedOf(records: readonly Summed[], before?: Identified): Identified {
  const count = (key: Exclude<keyof Identified, "land">, holds: (record: Summed) => boolean) => (before?.[key] ?? 0) + records.filter(holds).length;
  const area = (key: Area) => cents(records.reduce((sum, { land }) => sum + (land[key] ?? 0), before?.land[key] ?? 0));
  return {
    households: count("households", () => true),
    people: records.reduce((sum, { members }) => sum + members.length, before?.people ?? 0),
    dangerousHouse: count("dangerousHouse", ({ living }) => living.dangerGrade === "gradeC" || living.dangerGrade === "gradeD"),
    waterUnsafe: count("waterUnsafe", ({ living }) => living.waterSafe === false),
    waterDifficult: count("waterDifficult", ({ living }) => living.waterDifficult === true),
    withoutPower: count("withoutPower", ({ living }) => living.hasHouseholdPower === false),
    land: {
      farmland: area("farmland"), irrigated: area("irrigated"), woodland: area("woodland"), grainForGreen: area("grainForGreen"),
      orchard: area("orchard"), pasture: area("pasture"), water: area("water"),
    },
  };
}
