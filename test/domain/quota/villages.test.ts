import { checkVillageSplit, proposeVillages, villageTests } from "@domain/quota/villages.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { campaign2013, VILLAGES } from "../../seed/campaign2013.ts";

const THRESHOLDS = { rateAbove: 0.53, incomeBelow: 3064.8, collectiveIncomeAtMost: 0 };
const { quota } = campaign2013(new Date("2014-05-01"));
const advances = ["notStarted", "underWay", "done", undefined] as const;
const villages = VILLAGES.map((village, at) => ({ ...village, advance: at < 3 ? ("notStarted" as const) : ("done" as const) }));
const campaign = { quota, villages };
const proposed = () => proposeVillages(villages, quota.villages).map(({ code, poor }) => ({ village: code, poor, reason: "" }));

const anyVillage = fc.record({
  code: fc.stringMatching(/^\d{12}$/),
  population: fc.nat(3000),
  rate: fc.double({ min: 0, max: 1, noNaN: true }),
  advance: fc.constantFrom(...advances),
});
const anyVillages = fc.uniqueArray(anyVillage, { minLength: 1, maxLength: 20, selector: ({ code }) => code });

describe("the three tests of a poor village", () => {
  const passed = (facts: Parameters<typeof villageTests>[0]) => villageTests(facts, THRESHOLDS).map((test) => test.passed);

  it("pass above the rate, below the income, without collective income", () => {
    expect(passed({ rate: 0.531, perCapita: 3064.79, collectiveIncomeWan: 0 })).toEqual([true, true, true]);
    expect(passed({ rate: 0.53, perCapita: 3064.8, collectiveIncomeWan: 0.01 })).toEqual([false, false, false]);
  });

  it("say that they do not know where a figure is missing, which is not the same as 0", () => {
    expect(passed({ rate: 0.6 })).toEqual([true, null, null]);
    expect(passed({ rate: 0, perCapita: 0, collectiveIncomeWan: 0 })).toEqual([false, true, true]);
  });

  it("show each figure beside the campaign's threshold", () => {
    expect(villageTests({ rate: 0.3, perCapita: 2500 }, THRESHOLDS)).toMatchObject([
      { key: "rate", value: 0.3, threshold: 0.53, passed: false },
      { key: "perCapita", value: 2500, threshold: 3064.8, passed: true },
      { key: "collectiveIncomeWan", value: null, threshold: 0, passed: null },
    ]);
  });
});

describe("the split of the poor villages (annex 8)", () => {
  it("proposes first the villages without the whole-village advance, then those with the most poor people", () => {
    const ranked = proposeVillages(villages, 4);
    // 先明峡, 拉干 and 土城 have not had it; of the rest 野狐川 has the most poor people.
    expect(ranked.filter(({ poor }) => poor).map(({ code }) => code)).toEqual(["620623105201", "620623105202", "620623105200", "620623105203"]);
    expect(ranked.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(ranked[0]?.reason.zh).toBe("未实施整村推进，优先；贫困人口约 342 人，发生率 29.00%");
  });

  it("ranks every village once and marks exactly the count, whatever order they come in", () => {
    fc.assert(
      fc.property(anyVillages, fc.nat(25), (list, count) => {
        const ranked = proposeVillages(list, count);
        expect(ranked.map(({ code }) => code).sort()).toEqual(list.map(({ code }) => code).sort());
        expect(ranked.filter(({ poor }) => poor)).toHaveLength(Math.min(count, list.length));
        expect(proposeVillages([...list].reverse(), count)).toEqual(ranked);
      }),
    );
  });

  it("breaks ties by the village's code", () => {
    const even = ["3", "1", "2"].map((code) => ({ code, population: 100, rate: 0.2 }));
    expect(proposeVillages(even, 1).map(({ code }) => code)).toEqual(["1", "2", "3"]);
  });

  it("takes the proposal as it stands", () => {
    expect(checkVillageSplit(campaign, proposed())).toBeUndefined();
  });

  it("refuses one village too many, one missing, one twice and one of another town", () => {
    const rows = proposed();
    const last = rows.at(-1) ?? rows[0]!;
    expect(checkVillageSplit(campaign, rows.map((row) => (row === last ? { ...row, poor: true } : row)))).toMatchObject({ code: "villagesNotExact", details: { marked: 5, total: 4 } });
    expect(checkVillageSplit(campaign, rows.slice(0, -1))?.code).toBe("quotaVillages");
    expect(checkVillageSplit(campaign, [...rows.slice(0, -1), rows[0]!])?.code).toBe("quotaVillages");
    expect(checkVillageSplit(campaign, [...rows.slice(0, -1), { ...last, village: "620623104200" }])?.code).toBe("quotaVillages");
  });

  it("wants a reason for each mark that differs from the proposal", () => {
    const swap = (reason: string) => proposed().map((row, at) => (at === 3 || at === 4 ? { ...row, poor: !row.poor, reason } : row));
    expect(checkVillageSplit(campaign, swap("远"))).toMatchObject({ code: "overrideNeedsReason", details: { count: 2 } });
    expect(checkVillageSplit(campaign, swap("村道不通，群众意见集中"))).toBeUndefined();
  });
});
