import { HOUSEHOLD_PLAN } from "@domain/forms/plan.ts";
import { VILLAGE_PLAN } from "@domain/forms/villagePlan.ts";
import { parseForm } from "@domain/forms/parse.ts";
import { describe, expect, it } from "vitest";
import { asked, beginningOf } from "../../web/src/staff/rooms/help/begin.ts";
import type { Household } from "../../web/src/staff/data/applications.ts";
import type { Helping } from "../../web/src/staff/data/help.ts";
import { inventHousehold } from "../seed/invent.ts";
import { isOverdue, nextSteps, unrecorded } from "../../web/src/staff/rooms/help/next.ts";

const TODAY = "2014-08-20";
const helper = { pairing: "p", account: "uid", name: "李某", kind: "linkedCadre", from: "2014-07-01" };
const plan = { record: "plan-1", at: new Date("2014-07-20T00:00:00Z") };
const household = { status: "planned" as const, plan, helper, dueAt: null };
const record = (kind: "measure" | "visit" | "result", content: unknown, more: object = {}) => ({ kind, content, done: null, confirmed: null, ...more });
const visited = record("visit", { visit: { date: "2014-07-02" } });

describe("what waits to be done for a household that is helped", () => {
  it("is the plan, and nothing else before it", () => {
    expect(nextSteps({ ...household, status: "paired", plan: null }, [], TODAY).map(({ key }) => key)).toEqual(["plan"]);
  });

  it("is nothing without a helper, and nothing once its service has ended", () => {
    expect(nextSteps({ ...household, helper: null }, [], TODAY)).toEqual([]);
    expect(nextSteps({ ...household, status: "ended" }, [], TODAY)).toEqual([]);
  });

  it("is a visit in every quarter", () => {
    expect(nextSteps(household, [], TODAY).map(({ key }) => key)).toEqual(["visit"]);
    expect(nextSteps(household, [visited], TODAY)).toEqual([]);
    expect(nextSteps(household, [visited], "2014-10-01").map(({ key }) => key)).toEqual(["visit"]);
  });

  it("is a measure past its day until its end is recorded", () => {
    const late = record("measure", { measure: { plannedDate: "2014-08-01" } });
    expect(nextSteps(household, [visited, late], TODAY)).toMatchObject([{ key: "measure", late: true }]);
    expect(isOverdue({ ...late, done: { content: {}, at: new Date(), by: "u", action: "a" } }, TODAY)).toBe(false);
    expect(isOverdue(record("measure", { measure: { plannedDate: TODAY } }), TODAY)).toBe(false);
  });

  it("is the householder's confirmation of each result", () => {
    expect(nextSteps(household, [visited, record("result", {})], TODAY).map(({ key }) => key)).toEqual(["confirm"]);
  });
});

it("offers the lines of the plan that nobody has recorded yet", () => {
  const measures = [{ id: "a", category: "industry", content: "购买种羊 10 只" }, { id: "b", category: "house", content: "修缮房屋" }];
  expect(unrecorded({ measures }, [record("measure", { measure: { category: "industry", content: "购买种羊 10 只" } })])).toEqual([measures[1]]);
  expect(unrecorded({ plans: [{ id: "c", category: "road", project: "通社道路" }] }, [])).toHaveLength(1);
  expect(unrecorded(undefined, [])).toEqual([]);
});

describe("a household's first plan", () => {
  const { survey } = inventHousehold({ seed: 11, village: { code: "620623105206", name: "阳屲村" }, track: "identify" });
  const known = { household: { track: "identify" } as Household, plan: undefined, records: [], today: TODAY, survey, campaign: { line: 2736, year: 2013 }, name: "李某" };

  it("begins with each target of the two years ahead and its present state as the survey found it", () => {
    const { targets = [] } = beginningOf({ kind: "plan" }, known) as { targets?: { year: number; target: string; present: boolean; planned: boolean }[] };
    expect([...new Set(targets.map(({ year }) => year))]).toEqual([2014, 2015]);
    expect(targets).toHaveLength(12);
    expect(targets.filter(({ target }) => target === "aboveLine").every(({ present }) => present === survey.income.perCapitaNetIncome > 2736)).toBe(true);
    expect(targets.every(({ present, planned }) => present === planned)).toBe(true);
  });

  it("needs no more than a need and the plan in words", () => {
    const { needs: [first], ...begun } = beginningOf({ kind: "plan" }, known) as { needs: object[] };
    const typed = { ...begun, needs: [{ ...first, category: "funds", need: "本钱" }], summary: { text: "养羊", exitYear: 2016 } };
    expect(parseForm(HOUSEHOLD_PLAN, typed)).toMatchObject({ ok: true });
  });

  it("begins without targets where nobody has surveyed, and a village's with none", () => {
    expect(beginningOf({ kind: "plan" }, { ...known, survey: undefined })).toMatchObject({ targets: [] });
    expect(Object.keys(asked(VILLAGE_PLAN, beginningOf({ kind: "plan" }, { ...known, household: { track: "village" } as Household })))).not.toContain("targets");
  });

  it("is afterwards the plan in force, whatever the survey says", () => {
    const content = { needs: [], targets: [], measures: [], summary: { text: "养羊", exitYear: 2015 } };
    expect(beginningOf({ kind: "plan" }, { ...known, plan: { content } as unknown as Helping })).toBe(content);
  });
});
