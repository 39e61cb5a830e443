import type { VillageProgress } from "@domain/campaign.ts";
import type { ProposedVillage } from "@domain/quota/villages.ts";
import { describe, expect, it } from "vitest";
import { noticeKind } from "../../web/src/staff/parts/noticeKind.ts";
import { kindWords } from "../../web/src/staff/rooms/changes/words.ts";
import { countOf, isMarked, marksFrom, rowsFrom, unexplainedIn } from "../../web/src/staff/rooms/marks/typedMarks.ts";
import { beginApplication } from "../../web/src/staff/rooms/villages/begin.ts";
import { factsIn, inUnit, testsOf } from "../../web/src/staff/rooms/villages/tests.ts";

const [A, B, C] = ["620623105201", "620623105202", "620623105203"] as const;
const proposed: ProposedVillage[] = [A, B, C].map((code, at) => ({ code, rank: at + 1, poor: at < 2, people: 100, reason: { zh: "", en: "" } }));
const known = (code: string, village?: number): VillageProgress => ({
  campaign: "campaign-1", code, name: code, areas: [], quota: village === undefined ? null : { village }, counts: { identify: {}, exit: {}, village: {} }, late: { identify: {}, exit: {}, village: {} }, unowned: [],
});

describe("marking the poor villages", () => {
  it("begins with what is proposed, and later with what was set", () => {
    expect(isMarked([known(A)])).toBe(false);
    const first = marksFrom({ proposed, villages: [known(A)], reasons: {} });
    expect([first[A]?.poor, first[B]?.poor, first[C]?.poor]).toEqual([true, true, false]);
    const villages = [known(A, 1), known(B, 0), known(C, 1)];
    const set = marksFrom({ proposed, villages, reasons: { [B]: "已实施整村推进" } });
    expect([set[A]?.poor, set[B]?.poor, set[C]?.poor]).toEqual([true, false, true]);
    expect(set[B]?.reason).toBe("已实施整村推进");
  });

  it("asks for a reason only where a mark differs from the proposal, and sends none elsewhere", () => {
    const typed = { [A]: { poor: true, reason: "多写的" }, [B]: { poor: false, reason: " " }, [C]: { poor: true, reason: "贫困面大" } };
    expect(countOf(typed)).toBe(2);
    expect(unexplainedIn(typed, proposed)).toEqual([B]);
    const campaign = { villages: [A, B, C].map((code) => ({ code, name: code, aliases: [], population: 1, stock: 0, rate: 0.5 })) };
    expect(rowsFrom(campaign, typed, proposed)).toEqual([
      { village: A, poor: true, reason: "" }, { village: B, poor: false, reason: "" }, { village: C, poor: true, reason: "贫困面大" },
    ]);
  });
});

describe("the three tests of a village's application", () => {
  const villageTests = { rateAbove: 0.53, incomeBelow: 3064.8, collectiveIncomeAtMost: 0 };
  const form = { village: { poorPopulation: 600, registeredRuralPopulation: 1000 }, standard: { perCapitaNetIncome: 3100, collectiveIncomeWan: 0 } };

  it("are passed, failed or not told", () => {
    expect(testsOf(form, { villageTests }).map(({ key, passed }) => [key, passed])).toEqual([["rate", true], ["perCapita", false], ["collectiveIncomeWan", true]]);
    expect(testsOf({}, { villageTests }).map(({ passed }) => passed)).toEqual([null, null, null]);
    expect(testsOf(null, { villageTests }).map(({ value }) => value)).toEqual([null, null, null]);
  });

  it("take the rate as a share of one, whatever the form shows it as", () => {
    expect(factsIn(form)).toEqual({ rate: 0.6, perCapita: 3100, collectiveIncomeWan: 0 });
    expect(inUnit("rate", 0.534)).toBe("53.4%");
    expect(inUnit("perCapita", 3064.8)).toBe("3,064.8 元");
  });

  it("stand in an application that begins with what the campaign knows", () => {
    const villages = [{ code: A, name: "拉干村", aliases: [], population: 1000, stock: 0, rate: 0.6, perCapita: 2900, collectiveIncomeWan: 0, advance: "notStarted" as const }];
    const begun = beginApplication({ villages }, A);
    expect(testsOf(begun, { villageTests }).map(({ passed }) => passed)).toEqual([true, true, true]);
    expect(begun.village).toMatchObject({ villageName: "拉干村", poorPopulation: 600 });
    expect(begun.consultation).toEqual({});
  });
});

describe("what is said of a village", () => {
  it("is its own notice, not the second of its households", () => {
    expect([true, false].map((ofVillage) => noticeKind({ ofVillage, round: "town" }).zh)).toEqual(["贫困村公示", "第二次公示"]);
  });

  it("tells of its end without a word of members of a household", () => {
    for (const kind of ["naturalEnd", "wrongIdentification"] as const) {
      const { zh, lead } = kindWords(kind, "village");
      expect(`${zh}${lead.zh}`).toContain("村");
      expect(`${zh}${lead.zh}`).not.toMatch(/家庭|成员|销户/);
      expect(kindWords(kind, "identify").lead.zh).not.toContain("村");
    }
  });
});
