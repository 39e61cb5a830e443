import type * as z from "zod";
import type { VillageMark } from "../actionInputs.ts";
import type { Campaign, CampaignVillage } from "../campaign.ts";
import type { Problem } from "../problems.ts";
import { problem } from "../problems.ts";
import type { Bilingual } from "../text.ts";

/** What the three tests are made on: rate as a share, net income per head in yuan, collective income in 10,000 yuan. */
export type VillageFacts = Partial<Pick<CampaignVillage, "rate" | "perCapita" | "collectiveIncomeWan">>;
/** A row of annex 8: what a village is ranked by. */
export type Ranked = Pick<CampaignVillage, "code" | "population" | "rate" | "advance">;

/** One test beside its threshold, in the same unit; `passed` is null while the figure is not known. */
export type VillageTest = Bilingual & {
  key: "rate" | "perCapita" | "collectiveIncomeWan";
  value: number | null;
  threshold: number;
  passed: boolean | null;
};

const above = (value: number, limit: number) => value > limit;
const below = (value: number, limit: number) => value < limit;
const atMost = (value: number, limit: number) => value <= limit;

/** 一高一低一无 (domain.md, section 7). The thresholds are the campaign's: published readings differ. */
const TESTS = [
  { key: "rate",                zh: "贫困发生率高", en: "high poverty rate",       limit: "rateAbove",              passes: above },
  { key: "perCapita",           zh: "人均纯收入低", en: "low net income per head", limit: "incomeBelow",            passes: below },
  { key: "collectiveIncomeWan", zh: "无集体收入",   en: "no collective income",    limit: "collectiveIncomeAtMost", passes: atMost },
] as const;

/** The three tests of a poor village, shown as passed or failed and never a refusal by themselves. */
export function villageTests(facts: VillageFacts, thresholds: Campaign["villageTests"]): VillageTest[] {
  return TESTS.map(({ key, zh, en, limit, passes }) => {
    const value = facts[key] ?? null;
    const threshold = thresholds[limit];
    return { key, zh, en, value, threshold, passed: value === null ? null : passes(value, threshold) };
  });
}

/** A village's place in annex 8, from 1; `poor` marks those proposed, `people` is rate × population. */
export type ProposedVillage = { code: string; rank: number; poor: boolean; people: number; reason: Bilingual };

const ADVANCES: Record<NonNullable<CampaignVillage["advance"]> | "unknown", Bilingual> = {
  notStarted: { zh: "未实施整村推进，优先", en: "whole-village advance not done, so first" },
  underWay:   { zh: "整村推进正在实施", en: "whole-village advance under way" },
  done:       { zh: "整村推进已实施", en: "whole-village advance done" },
  unknown:    { zh: "整村推进情况未填", en: "whole-village advance not told" },
};

function rankOf(village: Ranked) {
  const { code, rate, advance = "unknown" } = village;
  const people = rate * village.population;
  const percent = (rate * 100).toFixed(2);
  return {
    code, rate, people,
    // The plan, step 1 of the villages: first those where 整村推进 is 未实施; under way, done or not told is the rest.
    first: advance === "notStarted",
    reason: {
      zh: `${ADVANCES[advance].zh}；贫困人口约 ${Math.round(people)} 人，发生率 ${percent}%`,
      en: `${ADVANCES[advance].en}; about ${Math.round(people)} poor people, ${percent}%`,
    },
  };
}

/**
 * Annex 8: every village in order, `count` of them proposed as poor. First where the whole-village advance has not
 * been done, the rest by where the poor are most (number, then rate), ties by code (the plan; domain.md, section 6.4).
 */
export function proposeVillages(villages: readonly Ranked[], count: number): ProposedVillage[] {
  return villages
    .map(rankOf)
    .sort((a, b) => Number(b.first) - Number(a.first) || b.people - a.people || b.rate - a.rate || a.code.localeCompare(b.code))
    .map(({ code, people, reason }, at) => ({ code, rank: at + 1, poor: at < count, people: Math.round(people), reason }));
}

type Row = z.infer<typeof VillageMark>;
type Sized = Pick<Campaign, "quota" | "villages">;

/**
 * What is wrong with the marking of poor villages: a village missing or foreign, not exactly as many marked as the
 * campaign's size says, or a mark that differs from the proposal without a reason.
 */
export function checkVillageSplit({ quota, villages }: Sized, rows: readonly Row[]): Problem | undefined {
  const codes = new Set(rows.map(({ village }) => village));
  if (codes.size !== rows.length || codes.size !== villages.length || villages.some(({ code }) => !codes.has(code)))
    return problem("quotaVillages");
  const marked = rows.filter(({ poor }) => poor).length;
  if (marked !== quota.villages) return problem("villagesNotExact", { marked, total: quota.villages });
  const proposed = new Set(proposeVillages(villages, quota.villages).flatMap(({ code, poor }) => (poor ? [code] : [])));
  const unexplained = rows.filter(({ village, poor, reason }) => poor !== proposed.has(village) && reason.length < 2).length;
  return unexplained > 0 ? problem("overrideNeedsReason", { count: unexplained }) : undefined;
}
