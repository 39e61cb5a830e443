import type { VillageProgress } from "../campaign.ts";
import type { Track } from "../status.ts";
import { Status, statusOf } from "../status.ts";

/** What a share is computed from. */
export type Weighted = { code: string; weight: number };

/**
 * Splits a whole number over villages by the largest remainder: floors first, the rest one each by the largest
 * fraction, ties by the village's code (domain.md, section 6.3). The shares always add up to `total`.
 * With no weight at all, every village weighs the same.
 */
export function largestRemainder(total: number, villages: readonly Weighted[]): Record<string, number> {
  const sum = villages.reduce((all, village) => all + village.weight, 0);
  const exact = villages.map(({ code, weight }) => {
    const share = sum > 0 ? (total * weight) / sum : total / villages.length;
    return { code, floor: Math.floor(share), rest: share - Math.floor(share) };
  });
  const left = total - exact.reduce((all, { floor }) => all + floor, 0);
  const lucky = [...exact]
    .sort((a, b) => b.rest - a.rest || a.code.localeCompare(b.code))
    .slice(0, left)
    .map(({ code }) => code);
  return Object.fromEntries(exact.map(({ code, floor }) => [code, floor + (lucky.includes(code) ? 1 : 0)]));
}

/** The proposed split of both lists: poor people by rate × registered people, exits by last year's stock. */
export function proposeSplit(
  quota: { identify: number; exit: number },
  villages: readonly { code: string; population: number; rate: number; stock: number }[],
): Record<string, { identify: number; exit: number }> {
  const identify = largestRemainder(quota.identify, villages.map((v) => ({ code: v.code, weight: v.rate * v.population })));
  const exit = largestRemainder(quota.exit, villages.map((v) => ({ code: v.code, weight: v.stock })));
  return Object.fromEntries(villages.map(({ code }) => [code, { identify: identify[code] ?? 0, exit: exit[code] ?? 0 }]));
}

/** What of a village counts against its size, from the first notice on: people, and of the village itself one. */
export function committed(counts: VillageProgress["counts"], track: Track): number {
  const unit = track === "village" ? "households" : "people";
  const counting = Status.options.filter((status) => statusOf(track, status).committed);
  return counting.reduce((sum, status) => sum + (counts[track][status]?.[unit] ?? 0), 0);
}
