import { describe, expect, it } from "vitest";
import { CHANGES } from "@domain/forms/changes.ts";
import type { Form } from "@domain/forms/field.ts";
import { SUPPORT_UNIT } from "@domain/forms/helper.ts";
import { MEASURE, VILLAGE_MEASURE, VILLAGE_MEASURE_DONE } from "@domain/forms/measure.ts";
import { HOUSEHOLD_PLAN } from "@domain/forms/plan.ts";
import { REGISTRATION } from "@domain/forms/registration.ts";
import { VILLAGE_RESULT } from "@domain/forms/result.ts";
import { VILLAGE_APPLICATION } from "@domain/forms/villageApplication.ts";
import { VILLAGE_PLAN } from "@domain/forms/villagePlan.ts";
import { VILLAGE_REGISTRATION } from "@domain/forms/villageRegistration.ts";
import { VISIT } from "@domain/forms/visit.ts";
import { changed, complaints, FORMS, registration, sampleOf } from "./samples.ts";

/** A sound form with some places changed. */
function spoiled(form: Form, changes: Record<string, unknown>): unknown {
  return Object.entries(changes).reduce((value, [path, to]) => changed(value, path, to), sampleOf(form));
}

const LEADER = { id: "t8", name: "甲乙", unit: "示范站", phone: "15400000001", from: "2014-07-01", isLeader: true, isFirstSecretary: false };
const TARGET = { id: "x1", year: 2015, target: "safeHouse", present: false, planned: true };
const PLANNED = { id: "x1", category: "industry", content: "种羊", payers: ["示范站"], amount: 1000, quantity: 5, plannedDate: "2014-09-30" };
const CHANGE = { id: "c1", kind: "death", row: "m4", on: "2014-03-02" };
const first = registration().members[0];

/** Every rule of every form once: what is done to a sound form, and the one complaint that follows. */
const BROKEN: readonly [Form, Record<string, unknown>, string][] = [
  [SUPPORT_UNIT,         { team: [LEADER, { ...LEADER, id: "t9" }] }, "team twoLeaders"],
  [SUPPORT_UNIT,         { team: [{ ...LEADER, to: "2014-06-30" }] }, "team.0.to endsBeforeStart"],
  [HOUSEHOLD_PLAN,       { targets: [TARGET, { ...TARGET, id: "x2" }] }, "targets.1.target targetRepeats"],
  [HOUSEHOLD_PLAN,       { targets: [{ ...TARGET, year: 2020 }] }, "targets.0.year targetBeyondExit"],
  [HOUSEHOLD_PLAN,       { measures: [PLANNED] }, "measures.0.unit quantityWithoutUnit"],
  [VILLAGE_PLAN,         { "plans.0.households": 10, "plans.0.poorHouseholds": 11 }, "plans.0.poorHouseholds poorAboveReached"],
  [MEASURE,              { "measure.quantity": 2, "measure.unit": "" }, "measure.unit quantityWithoutUnit"],
  [VILLAGE_MEASURE,      { "measure.households": 10, "measure.poorHouseholds": 11 }, "measure.poorHouseholds poorAboveReached"],
  [VILLAGE_MEASURE_DONE, { "done.beneficiaries": 9, "done.poorBeneficiaries": 10 }, "done.poorBeneficiaries poorAboveBeneficiaries"],
  [VILLAGE_RESULT,       { "result.beneficiaries": 9, "result.poorBeneficiaries": 10 }, "result.poorBeneficiaries poorAboveBeneficiaries"],
  [VISIT,                { "visit.date": "2014-05-10", income: { q1: 500, q2: 900, q3: 1000 } }, "income.q3 incomeBeforeItsTime"],
  [CHANGES,              { changes: [CHANGE, { ...CHANGE, id: "c2", kind: "moveOut" }] }, "changes.1.kind changeRepeats"],

  [REGISTRATION, { "members.0.relation": "other" }, "members oneHead"],
  [REGISTRATION, { "head.memberCount": 5 }, "head.memberCount memberCountDiffers"],
  [REGISTRATION, { "head.householderName": "扎西" }, "head.householderName headNameDiffers"],
  [REGISTRATION, { cause: { mainCause: "lackLand", otherCauses: ["lackLand"] } }, "cause.otherCauses causeRepeats"],
  [REGISTRATION, { "members.2.migrantWork": undefined, "members.2.migrantMonths": 3 }, "members.2.migrantMonths monthsWithoutWork"],
  [REGISTRATION, { "land.farmland": 2, "land.irrigated": 2.5 }, "land.irrigated irrigatedAboveFarmland"],
  [REGISTRATION, { "members.1.idNo": `${first?.idNo.slice(0, 18)}43` }, "members.1.idNo sameIdentity"],
  [REGISTRATION, { "members.1.id": first?.id }, "members.1 sameRow"],
  [REGISTRATION, { costs: { fodder: 9_000_000 } }, "income.businessCost costPartsAboveTotal"],

  [VILLAGE_APPLICATION, { "village.households": 10, "village.poorHouseholds": 11 }, "village.poorHouseholds poorHouseholdsAboveAll"],
  [VILLAGE_APPLICATION, { "village.population": 10, "village.poorPopulation": 11 }, "village.poorPopulation poorPopulationAboveAll"],
  [VILLAGE_APPLICATION, { "village.registeredRuralPopulation": 10, "village.poorPopulation": 11 }, "village.poorPopulation poorAboveRegistered"],

  [VILLAGE_REGISTRATION, { "residents.poorHouseholds": 19_000 }, "residents.poorHouseholds poorHouseholdsAboveAll"],
  [VILLAGE_REGISTRATION, { "residents.minLivingHouseholds": 19_000 }, "residents.minLivingHouseholds minLivingAboveAll"],
  [VILLAGE_REGISTRATION, { "residents.fiveGuaranteeHouseholds": 19_000 }, "residents.fiveGuaranteeHouseholds fiveGuaranteeAboveAll"],
  [VILLAGE_REGISTRATION, { "residents.registeredRuralPopulation": 99_999, "residents.poorPopulation": 99_998 }, "residents.poorPopulation poorPopulationAboveAll"],
  [VILLAGE_REGISTRATION, { "residents.registeredRuralPopulation": 10, "residents.poorPopulation": 11 }, "residents.poorPopulation poorAboveRegistered"],
  [VILLAGE_REGISTRATION, { "residents.minLivingPop": 99_999 }, "residents.minLivingPop minLivingPopAboveAll"],
  [VILLAGE_REGISTRATION, { "residents.fiveGuaranteePop": 99_999 }, "residents.fiveGuaranteePop fiveGuaranteePopAboveAll"],
  [VILLAGE_REGISTRATION, { "residents.minorityPop": 99_999 }, "residents.minorityPop minorityAboveAll"],
  [VILLAGE_REGISTRATION, { "residents.womenPop": 99_999 }, "residents.womenPop womenAboveAll"],
  [VILLAGE_REGISTRATION, { "residents.disabledPop": 99_999 }, "residents.disabledPop disabledAboveAll"],
  [VILLAGE_REGISTRATION, { "residents.laborPop": 99_999 }, "residents.laborPop laborAboveAll"],
  [VILLAGE_REGISTRATION, { "residents.migrantPop": 99_999 }, "residents.migrantPop migrantAboveAll"],
  [VILLAGE_REGISTRATION, { "land.irrigated": 9_999_999 }, "land.irrigated irrigatedAboveFarmland"],
  [VILLAGE_REGISTRATION, { "development.poorHouseholdsInCoop": 19_000 }, "development.poorHouseholdsInCoop coopPoorAboveAll"],
  [VILLAGE_REGISTRATION, { "infrastructure.waterUnsafeHouseholds": 19_000 }, "infrastructure.waterUnsafeHouseholds waterUnsafeAboveAll"],
  [VILLAGE_REGISTRATION, { "infrastructure.waterDifficultHouseholds": 19_000 }, "infrastructure.waterDifficultHouseholds waterDifficultAboveAll"],
  [VILLAGE_REGISTRATION, { "infrastructure.tapWaterHouseholds": 19_000 }, "infrastructure.tapWaterHouseholds tapWaterAboveAll"],
  [VILLAGE_REGISTRATION, { "infrastructure.naturalVillagesUnpaved": 900 }, "infrastructure.naturalVillagesUnpaved unpavedVillagesAboveAll"],
  [VILLAGE_REGISTRATION, { "living.dangerousHouseHouseholds": 19_000 }, "living.dangerousHouseHouseholds dangerousHousesAboveAll"],
  [VILLAGE_REGISTRATION, { "living.overdueHouseholds": 19_000 }, "living.overdueHouseholds overdueAboveLoans"],
  [VILLAGE_REGISTRATION, { "residents.poorGeneral": 19_000 }, "residents.poorGeneral poorKindsAboveAll"],
  [VILLAGE_REGISTRATION, { "development.income2000To2800": 19_000 }, "development.incomeBelow1000 incomeBandsAboveAll"],
];

describe("rules between the fields of the forms after approval", () => {
  it.each(BROKEN.map(([form, changes, complaint]) => ({ id: form.id, form, changes, complaint })))("$id: $complaint, and nothing else", ({ form, changes, complaint }) => {
    expect(complaints(form, sampleOf(form))).toEqual([]);
    expect(complaints(form, spoiled(form, changes))).toEqual([complaint]);
  });

  it("tell of a birth after the day on which the form was filled in", () => {
    const early = spoiled(REGISTRATION, { "foot.filledOn": "1910-01-01" });
    expect(complaints(REGISTRATION, early)).toEqual(registration().members.map((_, row) => `members.${row}.idNo bornAfterSurvey`));
  });

  it("are all broken above, or with the survey's own", () => {
    const told = new Set(BROKEN.map(([form, , complaint]) => `${form.id} ${complaint.split(" ")[1]}`));
    const elsewhere = ["application", "survey", "exitSurvey"];
    const untold = FORMS.filter(({ id }) => !elsewhere.includes(id)).flatMap(({ id, rules }) => rules.map(({ code }) => `${id} ${code}`));
    expect(untold.filter((one) => !told.has(one))).toEqual(["registration bornAfterSurvey"]);
  });
});
