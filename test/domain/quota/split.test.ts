import { emptyCounts } from "@domain/campaign.ts";
import { checkSplit } from "@domain/quota/checkSplit.ts";
import { largestRemainder, proposeSplit } from "@domain/quota/split.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { campaign2013, VILLAGES } from "../../seed/campaign2013.ts";

const campaign = { ...campaign2013(new Date("2014-05-01")), status: "open" as const, areas: [], split: null, version: 1 };
const progress = VILLAGES.map(({ code, name }) => ({ campaign: "c", code, name, areas: [], quota: null, counts: emptyCounts(), late: { identify: {}, exit: {}, village: {} }, unowned: [] }));
const proposed = () => Object.entries(proposeSplit(campaign.quota, campaign.villages)).map(([village, row]) => ({ village, ...row, reason: "" }));

describe("the split of the town's size (annex 2)", () => {
  it("always adds up, and no share is a whole person off its exact part", () => {
    const village = fc.record({ code: fc.stringMatching(/^\d{12}$/), weight: fc.integer({ min: 0, max: 5000 }) });
    fc.assert(
      fc.property(fc.nat(10_000), fc.uniqueArray(village, { minLength: 1, maxLength: 30, selector: ({ code }) => code }), (total, villages) => {
        const shares = largestRemainder(total, villages);
        const sum = villages.reduce((all, { weight }) => all + weight, 0);
        expect(Object.values(shares).reduce((a, b) => a + b, 0)).toBe(total);
        if (sum > 0) for (const { code, weight } of villages) expect(Math.abs((shares[code] ?? 0) - (total * weight) / sum)).toBeLessThan(1);
      }),
    );
  });

  it("breaks ties by the village's code, whatever the order", () => {
    const even = ["3", "1", "2"].map((code) => ({ code, weight: 1 }));
    expect(largestRemainder(4, even)).toEqual({ "1": 2, "2": 1, "3": 1 });
  });

  it("splits the plan's 3,492 and 133 exactly over the eleven villages", () => {
    const rows = proposed();
    expect(rows.reduce((sum, { identify }) => sum + identify, 0)).toBe(3492);
    expect(rows.reduce((sum, { exit }) => sum + exit, 0)).toBe(133);
    expect(checkSplit(campaign, progress, rows)).toBeUndefined();
  });

  it("refuses a total that is one off, a missing village, and an override without a reason", () => {
    const rows = proposed();
    const moved = (by: number, reason: string) => rows.map((row, at) => (at === 0 ? { ...row, identify: row.identify + by, reason } : at === 1 ? { ...row, identify: row.identify - by, reason } : row));
    expect(checkSplit(campaign, progress, rows.map((row, at) => (at === 0 ? { ...row, identify: row.identify + 1 } : row)))?.code).toBe("quotaNotExact");
    expect(checkSplit(campaign, progress, rows.slice(1))?.code).toBe("quotaVillages");
    expect(checkSplit(campaign, progress, moved(3, ""))?.code).toBe("overrideNeedsReason");
    expect(checkSplit(campaign, progress, moved(3, "搬迁户较多"))).toBeUndefined();
  });

  it("does not go below what a village has listed already", () => {
    const rows = proposed();
    const listed = progress.map((row, at) => (at === 0 ? { ...row, counts: { ...emptyCounts(), identify: { villageNotice: { households: 90, people: rows[0]!.identify + 1 } } } } : row));
    expect(checkSplit(campaign, listed, rows)?.code).toBe("quotaBelowListed");
  });
});
