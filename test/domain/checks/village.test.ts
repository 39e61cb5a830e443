import { CHECKS, runChecks } from "@domain/checks/checks.ts";
import type { VillageContext, VillageRecord } from "@domain/checks/villageRecord.ts";
import { identifiedOf, villageAlone } from "@domain/checks/villageRecord.ts";
import type { VillageRegistration } from "@domain/forms/villageRegistration.ts";
import { describe, expect, it } from "vitest";
import { changed } from "../forms/samples.ts";
import { QUIET } from "./householdCases.ts";

const RECORD: VillageRecord = {
  residents: {
    households: 260, poorHouseholds: 1, minLivingHouseholds: 20, fiveGuaranteeHouseholds: 3, population: 980,
    registeredRuralPopulation: 1000, poorPopulation: 4, minLivingPop: 55, fiveGuaranteePop: 3, disabledPop: 12, laborPop: 500,
  },
  land: { farmland: 2600, pasture: 40_000 },
  development: { povertyRate: 0.4, perCapitaNetIncome: 2400, collectiveIncomeWan: 0 },
  infrastructure: { pavedToTown: true, busService: false },
  living: { dangerousHouseHouseholds: 5 },
};
const IDENTIFIED = { ...identifiedOf([QUIET]), land: { ...identifiedOf([]).land, farmland: 12 } };
const CONTEXT: VillageContext = {
  identified: IDENTIFIED,
  quota: 4,
  supportUnit: true,
  thresholds: { rateAbove: 0.003, incomeBelow: 3064.8, collectiveIncomeAtMost: 0 },
};

type Change = { set?: Record<string, unknown>; context?: Partial<VillageContext> };
type VillageCheckId = (typeof CHECKS)["village"][number]["id"];

const rules = ({ set = {}, context = {} }: Change) => {
  const record = Object.entries(set).reduce<unknown>((value, [path, to]) => changed(value, path, to), RECORD);
  return runChecks("village", record as VillageRecord, { ...CONTEXT, ...context }).map(({ rule }) => rule);
};
const sums = (more: Partial<typeof IDENTIFIED>) => ({ identified: { ...IDENTIFIED, ...more } });

const CASES: Record<VillageCheckId, { fires: Change; quiet: Change }> = {
  "VI-01": { fires: { set: { "residents.poorPopulation": 5 } }, quiet: { set: { "residents.poorPopulation": 5 }, context: sums({ people: 5 }) } },
  "VI-02": { fires: { set: { "land.farmland": 11.9 } }, quiet: { set: { "land.farmland": 12 } } },
  "VI-03": { fires: { context: sums({ dangerousHouse: 6 }) }, quiet: { context: sums({ dangerousHouse: 5, waterUnsafe: 9 }) } },
  "VI-04": { fires: { set: { "residents.minLivingPop": 19 } }, quiet: { set: { "residents.minLivingPop": 20 } } },
  "VI-05": { fires: { set: { "development.collectiveIncomeWan": 0.01 } }, quiet: { set: { "development.perCapitaNetIncome": 3064.79 } } },
  "VI-06": { fires: { context: { supportUnit: false } }, quiet: { context: { supportUnit: true } } },
  "QU-01": { fires: { context: { quota: 3 } }, quiet: { context: { quota: null } } },
};

describe("the checks of a village", () => {
  it("find nothing in the village that the cases start from", () => {
    expect(rules({})).toEqual([]);
  });

  it.each(CHECKS.village.map(({ id }) => id))("%s is raised by its case, and not by what lies beside it", (id: VillageCheckId) => {
    expect(rules(CASES[id].fires)).toContain(id);
    expect(rules(CASES[id].quiet)).not.toContain(id);
  });

  it("ask nothing of an empty form, nor of sums that are not at hand", () => {
    const empty = Object.keys(RECORD).reduce<unknown>((value, key) => changed(value, key, undefined), RECORD);
    expect(runChecks("village", empty as VillageRecord, CONTEXT)).toEqual([]);
    expect(runChecks("village", { ...RECORD, residents: { ...RECORD.residents, poorPopulation: 99 } }, villageAlone(CONTEXT.thresholds))).toEqual([]);
  });

  it("compare with the sums of the households, in which an empty area adds nothing", () => {
    const unsafe = { ...QUIET, living: { ...QUIET.living, dangerGrade: "gradeC" as const, waterSafe: false }, land: { farmland: 3.15 } };
    expect(identifiedOf([unsafe, { ...unsafe, land: { farmland: 0.1, pasture: 7 } }])).toMatchObject({
      households: 2, people: 8, dangerousHouse: 2, waterUnsafe: 2, waterDifficult: 0, withoutPower: 0,
      land: { farmland: 3.25, pasture: 7, woodland: 0 },
    });
  });

  it("add page to page, to the cent", () => {
    const some = { ...QUIET, living: { ...QUIET.living, hasHouseholdPower: false }, land: { farmland: 0.1, water: 1 } };
    const all = [some, QUIET, some];
    expect(identifiedOf(all.slice(1), identifiedOf(all.slice(0, 1)))).toEqual(identifiedOf(all));
  });

  it("take the village's registration form as it stands", () => {
    const fits = (registration: VillageRegistration): VillageRecord => registration;
    expect(fits).toBeTypeOf("function");
  });
});
