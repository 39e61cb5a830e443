import type { Campaign } from "./campaign.ts";
import { endOfDay, periodEnd } from "./notice/period.ts";
import type { Status, Track } from "./status.ts";
import { statusOf } from "./status.ts";

/**
 * By when the holder of a state should have acted: the state's own clock or the plan's date for its step, whichever
 * is sooner. Null where no person has to act.
 */
export function dueAt(campaign: Campaign, track: Track, status: Status, since: Date): Date | null {
  const { holders, step } = statusOf(track, status);
  if (holders.length === 0 || holders.some((holder) => holder === "clock")) return null;
  const clock = campaign.clocks[status];
  const by = (track === "village" ? campaign.villageSteps : campaign.steps).find((row) => row.step === step)?.by;
  const ends = [clock && periodEnd(since, clock, campaign.calendar), by && endOfDay(by)].filter((end) => end instanceof Date);
  return ends.length === 0 ? null : new Date(Math.min(...ends.map((end) => end.getTime())));
}
