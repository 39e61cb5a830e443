import { describe, expect, it } from "vitest";
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
