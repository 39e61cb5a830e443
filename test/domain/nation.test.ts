import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Place } from "../nation/calculate.ts";
import { documentsLeft, placeOf, plus, stepOf, sum, times, yearOf, yuanOf } from "../nation/calculate.ts";
import { LEFT } from "../nation/counts.ts";
import { firstMet, isMet, LIMITS, metAt } from "../nation/limits.ts";
import { page, yuanEach } from "../nation/page.ts";
import { HOUSEHOLDS_A_LIST, PHOTOS, PLACES, STEPS } from "../nation/plan.ts";
import type { Priced } from "../nation/prices.ts";
import { PRICES, YUAN_A_DOLLAR } from "../nation/prices.ts";
import { documentBytes, indexBytes } from "../nation/storage.ts";

/** From counts to yuan: the sums, the limits, and that the page says what they say. */

const PRICED = Object.keys(PRICES) as Priced[];

describe("the page of figures", () => {
  it("says what the calculation says: npm run nation -- --write draws it anew", () => {
    expect(readFileSync(new URL("../../docs/SCALE.md", import.meta.url), "utf8")).toBe(page());
  });

  it("is short enough to be read", () => {
    expect(page().split("\n").length).toBeLessThanOrEqual(150);
  });
});

describe("the sums", () => {
  it("take a visit as it was counted: four times its own documents, the rule's read and the outcome's two", () => {
    expect(stepOf({ name: "recordVisit helper", times: 4, inLists: false })).toMatchObject({ reads: 4 * (4 + 1 + 2), writes: 4 * (3 + 1), deletes: 0, invocations: 4, tasks: 0 });
  });

  it("give each household its share of a list, which costs as much as all shares together", () => {
    const { reads, writes, invocations, tasks } = times(stepOf({ name: "publishNotice villageCommittee", times: 1, inLists: true }), HOUSEHOLDS_A_LIST);
    const found = [reads, writes, invocations, tasks].map((value) => Number(value.toFixed(6)));
    expect(found).toEqual([7 + HOUSEHOLDS_A_LIST + 3, 4 + HOUSEHOLDS_A_LIST + 1, 1, 2]);
  });

  it("add up a year from its steps and looks, and a place from its households, villages and periodic runs", () => {
    const steps = plus(...STEPS.household.later.map(stepOf));
    const year = yearOf("household", "later");
    expect(year.writes).toBeCloseTo(steps.writes, 9);
    expect(year.reads).toBeGreaterThan(steps.reads);
    const nobody: Place = { name: "", households: 0, villages: 0, projects: 1 };
    const [none, one, many] = [nobody, { ...nobody, households: 1 }, { ...nobody, households: 1000 }].map((place) => placeOf(place, "first").writes) as [number, number, number];
    expect(many - none).toBeCloseTo(1000 * (one - none), 6);
    expect(placeOf(nobody, "first").invocations).toBe(105_120);
  });

  it("pay for everything that is used, and for nothing else", () => {
    for (const name of PRICED) {
      const used = { ...times(yearOf("household", "first"), 0), [name]: PRICES[name].per * 10 };
      expect(sum(yuanOf(used))).toBeCloseTo(10 * PRICES[name].usd * YUAN_A_DOLLAR, 9);
      expect(placeOf(PLACES.nation, "first")[name]).toBeGreaterThan(0);
    }
    expect(yuanEach("household", "first")).toBeGreaterThan(yuanEach("household", "later"));
  });

  it("count what is left by its documents, and photos beside them", () => {
    const counted = LEFT.household.reduce((all, { each, list }) => all + each.documents + list.documents / HOUSEHOLDS_A_LIST, 0);
    expect(documentsLeft("household")).toBeCloseTo(counted + PHOTOS.household, 9);
  });
});

describe("bytes", () => {
  it("of a document are what Firestore's own example says", () => {
    const task = { type: "Personal", done: false, priority: 1, description: "Learn Cloud Firestore" };
    expect(documentBytes("users/jeff/tasks/my_task_id", task)).toBe(147);
  });

  it("of index entries leave out what is exempt, and count a composite index once for each area", () => {
    const entry = { areas: ["620623", "620623805"], pending: true, at: new Date(0), input: { text: "x".repeat(1000) } };
    const without = indexBytes("actions/one", { ...entry, input: {} });
    expect(indexBytes("actions/one", entry)).toBe(without);
    expect(indexBytes("actions/one", { ...entry, areas: ["620623"] })).toBeLessThan(without);
  });
});

describe("limits", () => {
  it("are met by no town, and by the nation in one project", () => {
    expect(LIMITS.filter((limit) => isMet(limit, PLACES.town))).toEqual([]);
    expect(LIMITS.filter((limit) => isMet(limit, PLACES.nation)).length).toBeGreaterThan(3);
  });

  it("are met where their rate reaches them, and the first of them is told", () => {
    for (const limit of LIMITS) {
      const households = metAt(limit);
      if (households === Infinity) continue;
      const at = (many: number): Place => ({ name: "", households: many, villages: 0, projects: 1 });
      expect([isMet(limit, at(households * 0.99)), isMet(limit, at(households * 1.01))]).toEqual([false, true]);
      expect(metAt(firstMet())).toBeLessThanOrEqual(households);
    }
  });
});
