import type { Campaign, VillageProgress } from "@domain/campaign.ts";
import type { Actor } from "@domain/roles.ts";
import type { Track } from "@domain/status.ts";
import { Status, statusOf } from "@domain/status.ts";
import { WORKFLOW } from "@domain/workflow/tracks.ts";
import { targetsOf } from "@domain/workflow/transition.ts";

/** One state of the way: how many stand in it, how many of these are late, how many are past it, with whom, by when. */
export type BoardRow = { status: Status; holders: readonly Actor[]; by: string | null; done: number; waiting: number; late: number; unowned: readonly Actor[] };

/** States that end the way elsewhere: nobody there has done the steps before. */
const ASIDE: readonly Status[] = ["notNominated", "ended", "rejected", "withdrawn"];

/** The states of a track in which somebody, or the clock, is waited for, in the order of the plan. */
export function boardStates(track: Track): Status[] {
  /* An answer to an objection, and what leaves all as it is, lead nowhere of their own. */
  const reached = new Set(WORKFLOW[track].filter(({ action, to }) => action !== "answerObjection" && (typeof to === "string" || to.decidedBy !== "unchanged")).flatMap(targetsOf));
  return Status.options.filter((status) => status !== "draft" && reached.has(status) && statusOf(track, status).holders.length > 0);
}

const countIn = (part: "counts" | "late", villages: readonly VillageProgress[], track: Track, status: Status): number =>
  villages.reduce((sum, village) => sum + (village[part][track][status]?.households ?? 0), 0);

/** How the villages stand together, state by state, from their own counters. */
export function boardRows(campaign: Campaign, villages: readonly VillageProgress[], track: Track): BoardRow[] {
  const past = (status: Status) => Status.options.filter((other) => Status.options.indexOf(other) > Status.options.indexOf(status) && !ASIDE.includes(other));
  const steps = track === "village" ? campaign.villageSteps : campaign.steps;
  return boardStates(track).map((status) => {
    const { holders, step } = statusOf(track, status);
    const waiting = countIn("counts", villages, track, status);
    const nobody = new Set<Actor>(villages.flatMap((village) => (village.counts[track][status]?.households ? village.unowned : [])));
    return {
      status, holders, waiting,
      by: steps.find((one) => one.step === step)?.by ?? null,
      done: past(status).reduce((sum, other) => sum + countIn("counts", villages, track, other), 0),
      late: countIn("late", villages, track, status),
      unowned: holders.filter((holder) => nobody.has(holder)),
    };
  });
}

/** Where the list behind a figure is. */
export const listOf = (track: Track, status: Status, village: string): string =>
  track === "village" ? "/staff/villages" : `/staff/households?${new URLSearchParams({ ...(village && { village }), status, track })}`;
