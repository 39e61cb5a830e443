import type { Application } from "./application.ts";
import type { Campaign } from "./campaign.ts";
import { endOfDay, onWorkingDay, periodEnd, periodStart, shanghaiDate } from "./notice/period.ts";
import type { AnswerLevel } from "./records.ts";
import type { Actor } from "./roles.ts";
import type { Status, Track } from "./status.ts";
import { statusOf } from "./status.ts";

/**
 * By when the holder of a state should have acted: the state's own clock or the plan's date for its step, whichever
 * is sooner. Null where no person has to act.
 */
export function dueAt(campaign: Campaign, track: Track, status: Status, since: Date): Date | null {
  const known = reckoned.get(campaign) ?? new Map<string, Date | null>();
  reckoned.set(campaign, known);
  const key = `${track} ${status} ${since.getTime()}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const due = reckon(campaign, track, status, since);
  known.set(key, due);
  return due;
}

/** A list comes into one state at one instant: its days are counted once, not once a household. */
const reckoned = new WeakMap<Campaign, Map<string, Date | null>>();

function reckon(campaign: Campaign, track: Track, status: Status, since: Date): Date | null {
  const { holders, step } = statusOf(track, status);
  if (holders.length === 0 || holders.some((holder) => holder === "clock")) return null;
  const clock = campaign.clocks[status];
  const by = (track === "village" ? campaign.villageSteps : campaign.steps).find((row) => row.step === step)?.by;
  const ends = [clock && periodEnd(since, clock, campaign.calendar), by && endOfDay(by)].filter((end) => end instanceof Date);
  return ends.length === 0 ? null : new Date(Math.min(...ends.map((end) => end.getTime())));
}

/** The parts of an application that begin anew with a state: since when, until when, and nothing said of it yet. */
export type Entering = Pick<Application, "status" | "since" | "dueAt" | "alarmAt" | "hold" | "escalated">;

export function entering(campaign: Campaign, track: Track, status: Status, since: Date): Entering {
  const due = dueAt(campaign, track, status, since);
  return { status, since, dueAt: due, alarmAt: firstAlarm(campaign, since, due), hold: null, escalated: null };
}

/** When the clock has something to say first: the warning before the end, or the end itself when that is too near. */
export function firstAlarm({ deadlines, calendar }: Campaign, since: Date, due: Date | null): Date | null {
  if (!due) return null;
  const warning = periodStart(due, deadlines.warn, calendar);
  return warning > since ? warning : due;
}

/** The end of a clock that stood still for so long: as much later, on a working day. */
export function laterBy(due: Date, stood: number, { calendar }: Campaign): Date {
  const later = new Date(due.getTime() + stood);
  return stood < DAY ? later : onWorkingDay(later, calendar);
}
const DAY = 86_400_000;

/** The last instant to which a clock may be stopped now: the end of the last day that the campaign allows. */
export function longestHold({ deadlines: { hold }, calendar }: Campaign, now: Date): Date {
  const end = periodEnd(now, hold, calendar);
  return hold.unit === "seconds" ? end : endOfDay(shanghaiDate(end));
}

/** Who is told when a level was late, on an objection and on every other deadline alike; nobody above the supervisor. */
export const NEXT_LEVEL = { town: "county", county: "supervisor", supervisor: "supervisor" } as const satisfies Record<AnswerLevel, AnswerLevel>;

/** The level above each actor that may hold a household. */
const ABOVE: Partial<Record<Actor, AnswerLevel>> = {
  villageCommittee: "town", villageCadre: "town", povertyOfficer: "town", helper: "town", supportUnit: "town",
  townGovernment: "county", countyOffice: "supervisor", countyLeadingGroup: "supervisor",
};

const LADDER = ["town", "county", "supervisor"] as const satisfies readonly AnswerLevel[];

/** What the clock has to say of a household now: that its end is near, or to which level above it goes for being late. */
export type Alarm = { kind: "warn" } | { kind: "escalate"; to: AnswerLevel };

export function alarmOf({ track, status, dueAt: due, alarmAt, escalated }: Application, now: Date): Alarm | undefined {
  if (!due || !alarmAt || now < alarmAt) return undefined;
  if (now < due) return { kind: "warn" };
  if (escalated) return { kind: "escalate", to: NEXT_LEVEL[escalated.to] };
  const { holders } = statusOf(track, status);
  return { kind: "escalate", to: LADDER.find((level) => holders.some((holder) => ABOVE[holder] === level)) ?? "supervisor" };
}
