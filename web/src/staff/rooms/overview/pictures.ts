import { CAUSES } from "@domain/forms/codes2014.ts";
import { findCode } from "@domain/forms/codeList.ts";
import type { Campaign, VillageProgress } from "@domain/campaign.ts";
import { committed } from "@domain/quota/split.ts";
import type { HelpSum, VillageRegister } from "@domain/register.ts";
import type { Track } from "@domain/status.ts";
import { SINCE_APPROVAL, statusOf } from "@domain/status.ts";
import { say } from "../../../shared/language.tsx";
import { WORDS } from "../../../shared/words.ts";
import { boardRows, listOf } from "../board/standing.ts";
import { causeName } from "../money/MoneyTable.tsx";
import { byCause, ofVillage } from "../money/sums.ts";
import type { Picture, PictureRow } from "./picture.ts";
import { loadsTold, OVERVIEW_WORDS } from "./words.ts";

const whole = (value: number): string => value.toLocaleString("en");
/** Yuan as 10,000 yuan, as plans and accounts of a town write them. */
const wan = (yuan: number): string => (yuan / 10_000).toLocaleString("en", { maximumFractionDigits: 2 });

/** How many came to each state of the way, and what became of them. */
export function funnelOf(campaign: Campaign, villages: readonly VillageProgress[], track: Track, village: string): Picture {
  const rows = boardRows(campaign, villages, track).map(({ status, done, waiting, late }): PictureRow => ({
    key: status, name: say(statusOf(track, status)), values: [done, waiting - late, late], href: listOf(track, status, village),
  }));
  return { title: say(OVERVIEW_WORDS.funnel), head: say(OVERVIEW_WORDS.step), series: [say(OVERVIEW_WORDS.past), say(OVERVIEW_WORDS.waiting), say(OVERVIEW_WORDS.late)], rows, stacked: true, write: whole };
}

/** The main causes of poverty, the most frequent first. */
export function causesOf(counts: readonly { cause: string; households: number }[]): Picture {
  const rows = counts.filter(({ households }) => households > 0).sort((a, b) => b.households - a.households);
  return {
    title: say(OVERVIEW_WORDS.causes), head: say(OVERVIEW_WORDS.causes), series: [say(OVERVIEW_WORDS.households)], stacked: false, write: whole,
    rows: rows.map(({ cause, households }) => ({ key: cause, name: say(findCode(CAUSES, cause) ?? { zh: cause, en: cause }), values: [households] })),
  };
}

const APPROVED = [...SINCE_APPROVAL, "exited"] as const;

/** Each village's size beside what is listed and what was approved of it: people, and of the village itself one. */
export function quotaOf(villages: readonly VillageProgress[], track: Track): Picture {
  const unit = track === "village" ? "households" : "people";
  const approved = ({ counts }: VillageProgress) => APPROVED.reduce((sum, status) => sum + (counts[track][status]?.[unit] ?? 0), 0);
  return {
    title: say(track === "village" ? OVERVIEW_WORDS.quotaOfVillages : OVERVIEW_WORDS.quota), head: say(WORDS.village), stacked: false, write: whole,
    series: [say(OVERVIEW_WORDS.size), say(OVERVIEW_WORDS.listed), say(OVERVIEW_WORDS.approved)],
    rows: villages.map((one) => ({ key: one.code, name: one.name, values: [one.quota?.[track] ?? 0, committed(one.counts, track), approved(one)] })),
  };
}

type Loaded = Pick<VillageRegister, "helpers">;

/** Everybody who helps, over the villages, whoever has most first; and how the load is spread. */
export function loadsOf(registered: readonly Loaded[]): Picture & { spread: string } {
  const all = new Map<string, { name: string; households: number }>();
  for (const { helpers } of registered)
    for (const [key, { name, households }] of Object.entries(helpers)) {
      if (households > 0) all.set(key, { name, households: households + (all.get(key)?.households ?? 0) });
    }
  const rows = [...all].sort(([, a], [, b]) => b.households - a.households || a.name.localeCompare(b.name, "zh"));
  const sum = rows.reduce((total, [, { households }]) => total + households, 0);
  const mean = rows.length > 0 ? (sum / rows.length).toFixed(1) : "0";
  return {
    title: say(OVERVIEW_WORDS.loads), head: say(OVERVIEW_WORDS.helper), series: [say(OVERVIEW_WORDS.households)], stacked: false, write: whole,
    rows: rows.map(([key, { name, households }]) => ({ key, name, values: [households] })),
    spread: say(loadsTold({ helpers: rows.length, most: rows[0]?.[1].households ?? 0, mean })),
  };
}

const moneyRow = (key: string, name: string, { planned, paid, benefit }: HelpSum): PictureRow => ({ key, name, values: [planned, paid, benefit], href: "/staff/money" });
const moneySeries = (): string[] => [say(OVERVIEW_WORDS.planned), say(OVERVIEW_WORDS.paid), say(OVERVIEW_WORDS.benefit)];

type Summed = Pick<VillageRegister, "village" | "help">;

/** Money planned and paid and what came of it, village by village. */
export function moneyOf({ villages }: Pick<Campaign, "villages">, registered: readonly Summed[]): Picture {
  const rows = villages.flatMap(({ code, name }) => {
    const known = registered.find(({ village }) => village === code);
    return known ? [moneyRow(code, name, ofVillage(known))] : [];
  });
  return { title: say(OVERVIEW_WORDS.money), head: say(WORDS.village), series: moneySeries(), rows, stacked: false, write: wan };
}

/** The same by main cause of poverty. */
export function moneyByCause(registered: readonly Summed[]): Picture {
  const rows = byCause(registered).map(({ cause, sum }) => moneyRow(cause, causeName(cause), sum));
  return { title: say(OVERVIEW_WORDS.byCause), head: say(OVERVIEW_WORDS.causes), series: moneySeries(), rows, stacked: false, write: wan };
}
