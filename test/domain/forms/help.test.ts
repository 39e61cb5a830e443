import { describe, expect, it } from "vitest";
import { benefitYuan, paidYuan, plannedYuan, yuanOf } from "@domain/forms/amounts.ts";
import { HELPER, nameOfHelper, nameOfSupportUnit, SUPPORT_UNIT } from "@domain/forms/helper.ts";
import { MEASURE, MEASURE_DONE, VILLAGE_MEASURE_DONE } from "@domain/forms/measure.ts";
import { parseForm } from "@domain/forms/parse.ts";
import { HOUSEHOLD_PLAN, prefillPlan } from "@domain/forms/plan.ts";
import { RESULT } from "@domain/forms/result.ts";
import { VILLAGE_PLAN } from "@domain/forms/villagePlan.ts";
import { VISIT } from "@domain/forms/visit.ts";
import { inventHelper, inventMeasure, inventMeasureDone, inventPlan, inventResult, inventSupportUnit, inventVisit } from "../../seed/inventHelp.ts";
import { inventVillage } from "../../seed/inventVillage.ts";
import { VILLAGE, changed, complaints, problemsOf, registration, sampleOf } from "./samples.ts";

const helper = () => inventHelper({ seed: 1, village: VILLAGE, kind: "linkedCadre" });

describe("a helper", () => {
  it.each(["15412345678", "0935-3121234", "09353121234", "010-62345678", "０９３５－３１２１２３４", "154 1234 5678"])("may be called at %s", (phone) => {
    expect(complaints(HELPER, changed(helper(), "helper.phone", phone))).toEqual([]);
  });

  it.each(["3121234", "12345678901", "1541234567", "154****5678", "没有"])("cannot be called at %s", (phone) => {
    expect(complaints(HELPER, changed(helper(), "helper.phone", phone))).toEqual(["helper.phone notContactPhone"]);
  });

  it("has nothing private: no identity number, and a phone that the handbook prints", () => {
    const fields = [...HELPER.sections, ...SUPPORT_UNIT.sections].flatMap((section) => [...section.fields]);
    expect(fields.filter(({ kind, private: hidden }) => hidden || kind === "identity")).toEqual([]);
  });

  it("is called by name, kind and start; the first unit stands for a village's support", () => {
    const value = helper();
    expect(nameOfHelper(value)).toEqual({ name: value.helper.name, kind: "linkedCadre", from: value.helper.startDate });
    expect(nameOfHelper({ ...value, helper: { ...value.helper, startDate: undefined } }).from).toBeNull();
    const support = inventSupportUnit({ seed: 1 });
    expect(nameOfSupportUnit(support)).toEqual({ name: support.units[0]?.name, kind: "supportUnit", from: support.units[0]?.helpFrom });
  });

  it("needs a unit for a village, and counts units in their own measure word", () => {
    expect(complaints(SUPPORT_UNIT, { units: [], team: [] })).toEqual(["units tooFew"]);
    expect(problemsOf(SUPPORT_UNIT, changed(inventSupportUnit({ seed: 1 }), "units.0.name", ""))[0]).toMatchObject({ zh: "第 1 个单位的“单位名称”还没有填，请填写。", en: '"Unit" of unit 1: it is empty; fill it in.' });
  });
});

describe("a plan", () => {
  it("has at most three needs", () => {
    const needs = Array.from({ length: 4 }, (_, at) => ({ id: `n${at}`, category: "funds", need: "本钱" }));
    expect(complaints(HOUSEHOLD_PLAN, { ...inventPlan({ seed: 1 }), needs })).toEqual(["needs tooMany"]);
  });

  it("begins with every target of every year and what is reached already", () => {
    const draft = prefillPlan({ household: registration(), line: 2736, years: [2014, 2015] });
    expect(draft.targets).toHaveLength(12);
    expect(draft.targets).toContainEqual(expect.objectContaining({ year: 2015, target: "aboveLine", present: false }));
    const summary = { text: "养羊", exitYear: 2016 };
    expect(complaints(HOUSEHOLD_PLAN, { ...draft, summary })).toEqual([]);
  });

  it("of a village has at least one project", () => {
    expect(complaints(VILLAGE_PLAN, changed(sampleOf(VILLAGE_PLAN), "plans", []))).toEqual(["plans tooFew"]);
  });
});

describe("measures, visits and results", () => {
  it("say who pays, at least one", () => {
    expect(complaints(MEASURE, changed(inventMeasure({ seed: 1 }), "measure.payers", []))).toEqual(["measure.payers tooFew"]);
    expect(complaints(MEASURE, changed(inventMeasure({ seed: 1 }), "measure.payers", ["县第1中学（示范）"]))).toEqual([]);
  });

  it("may end without the householder's signature, but not without saying so", () => {
    const done = inventMeasureDone({ seed: 1 });
    expect(complaints(MEASURE_DONE, changed(done, "done.householderSigned", false))).toEqual([]);
    expect(complaints(MEASURE_DONE, changed(done, "done.householderSigned", undefined))).toEqual(["done.householderSigned missing"]);
    expect(complaints(RESULT, changed(inventResult({ seed: 1 }), "result.householderSigned", undefined))).toEqual(["result.householderSigned missing"]);
  });

  it("add a project's funds up, whatever is typed there", () => {
    const value = changed(changed(sampleOf(VILLAGE_MEASURE_DONE), "done.fundsCentralWan", 10.1), "done.fundsProvincialWan", 20.2);
    const read = parseForm(VILLAGE_MEASURE_DONE, changed(changed(value, "done.fundsOtherWan", 0), "done.fundsWan", 1));
    expect(read).toMatchObject({ ok: true, value: { done: { fundsWan: 30.3 } } });
  });

  it.each([["2014-01-01", "q1"], ["2014-03-31", "q1"], ["2014-04-01", "q2"], ["2014-09-30", "q3"], ["2014-12-31", "q4"]])("a visit on %s is of %s", (day, quarter) => {
    const read = parseForm(VISIT, { ...inventVisit({ seed: 1 }), visit: { ...inventVisit({ seed: 1 }).visit, date: day }, income: {} });
    expect(read).toMatchObject({ ok: true, value: { visit: { quarter } } });
  });

  it("come to yuan, of a household and of a village", () => {
    const { measure, measureDone, result } = inventVillage({ seed: 1, village: VILLAGE });
    expect(plannedYuan(measure)).toBe(yuanOf(measure.measure.budgetWan));
    expect(paidYuan(measureDone)).toBe(yuanOf(measureDone.done.fundsWan));
    expect(benefitYuan(result)).toBe(0);
    expect([yuanOf(0), yuanOf(0.07), yuanOf(12.34), yuanOf(179.99)]).toEqual([0, 700, 123_400, 1_799_900]);
    expect(plannedYuan(inventMeasure({ seed: 1 }))).toBe(inventMeasure({ seed: 1 }).measure.amount);
    expect(paidYuan(inventMeasureDone({ seed: 1 }))).toBe(inventMeasureDone({ seed: 1 }).done.amountPaid);
    expect(benefitYuan(inventResult({ seed: 1 }))).toBe(inventResult({ seed: 1 }).result.amount);
  });

  it("are invented to answer the cause, the same for the same seed", () => {
    expect(inventMeasure({ seed: 3, cause: "schooling" }).measure.category).toBe("yuluTraining");
    expect(inventPlan({ seed: 3, cause: "illness" }).needs[0]?.category).toBe("medical");
    expect(inventPlan({ seed: 3, cause: "illness" }).measures[0]).toMatchObject(inventMeasure({ seed: 3, cause: "illness" }).measure);
    expect(inventHelper({ seed: 9, village: VILLAGE })).toEqual(inventHelper({ seed: 9, village: VILLAGE }));
  });
});
