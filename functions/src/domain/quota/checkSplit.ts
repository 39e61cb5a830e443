import type * as z from "zod";
import type { SplitRow } from "../actionInputs.ts";
import type { Campaign, VillageProgress } from "../campaign.ts";
import type { Problem } from "../problems.ts";
import { problem } from "../problems.ts";
import { HOUSEHOLD_TRACKS } from "../status.ts";
import { committed, proposeSplit } from "./split.ts";

type Row = z.infer<typeof SplitRow>;

/**
 * What is wrong with a split of the town's size over its villages: a village missing or foreign, a total that is not
 * exact, a figure that differs from the proposal without a reason, or one below what is already listed.
 */
export function checkSplit(campaign: Campaign, villages: readonly VillageProgress[], rows: readonly Row[]): Problem | undefined {
  const codes = new Set(rows.map(({ village }) => village));
  if (codes.size !== rows.length || codes.size !== campaign.villages.length || campaign.villages.some(({ code }) => !codes.has(code)))
    return problem("quotaVillages");
  for (const track of HOUSEHOLD_TRACKS) {
    const sum = rows.reduce((all, row) => all + row[track], 0);
    if (sum !== campaign.quota[track]) return problem("quotaNotExact", { sum, total: campaign.quota[track] });
  }
  const proposed = proposeSplit(campaign.quota, campaign.villages);
  const differs = ({ village, identify, exit }: Row) => identify !== proposed[village]?.identify || exit !== proposed[village]?.exit;
  const unexplained = rows.filter((row) => differs(row) && row.reason.length < 2).length;
  if (unexplained > 0) return problem("overrideNeedsReason", { count: unexplained });
  const below = villages.filter(({ code, counts }) => {
    const row = rows.find(({ village }) => village === code);
    return row && (row.identify < committed(counts, "identify") || row.exit < committed(counts, "exit"));
  }).length;
  return below > 0 && campaign.quotaMode === "hard" ? problem("quotaBelowListed", { count: below }) : undefined;
}
