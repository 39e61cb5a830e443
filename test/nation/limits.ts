/** What must not be asked too often, how often it would be, and what then: so the first limit is known before it is met. */
import { COUNTS } from "./counts.ts";
import type { Place } from "./calculate.ts";
import { noticesOf } from "./calculate.ts";
import { HOUSEHOLDS_A_LIST, ONE_DAY, SECONDS, STEPS } from "./plan.ts";

/** The campaign's time (April to October 2014): working days, hours, and how much busier its busiest hour is than the mean. */
const SPAN_SECONDS = 150 * 6 * 3600;
export const PEAK = 10;

type Rate = (place: Place) => number;

const first = STEPS.household.first;
const actionsEach = first.reduce((sum, { times, inLists }) => sum + times / (inLists ? HOUSEHOLDS_A_LIST : 1), 0);
const singlesEach = first.reduce((sum, { times, inLists }) => sum + (inLists ? 0 : times), 0);
const writesEach = first.reduce((sum, { name, times }) => sum + COUNTS[name].household.writes * times, 0) + singlesEach;
const endOnOneDay: Rate = (place) => (noticesOf(place) / 2) * ONE_DAY;
const secondsEach = first.reduce((sum, { times, inLists }) => sum + times * (SECONDS.household + SECONDS.action / (inLists ? HOUSEHOLDS_A_LIST : 1)), 0);

const atPeak = (each: number): Rate => ({ households }) => (households * each * PEAK) / SPAN_SECONDS;

/** `most` a second (or at once); `rate` is what the place asks for in its busiest hour, all of it in one project. */
export type Limit = { what: string; most: number; unit: string; rate: Rate; remedy: string; source: string };

const FIRESTORE = "https://firebase.google.com/docs/firestore/best-practices";
const TASKS = "https://cloud.google.com/tasks/docs/quotas";
const OURS = "functions/src/options.ts, services/upkeep.ts";

/** `applyAction` takes 40 events at once in each of 20 instances, but an instance has one processor. */
const INSTANCES = 20;
/** Households a run of the upkeep, every five minutes. */
const ALARMS = 200 / 300;

export const LIMITS: readonly Limit[] = [
  {
    what: "a village's counters", most: 1, unit: "writes a second to one document", source: FIRESTORE,
    /* Its own people alone write there: five of them, an action a minute each. It does not grow with the place. */
    rate: () => 5 / 60,
    remedy: "the document is the village's own, so no place is too large; several people's lists at once are tried again by their transactions",
  },
  {
    what: "the clock's warnings", most: ALARMS, unit: "households a second", source: OURS,
    /* A step that a twentieth of the households is late with, on one day. */
    rate: ({ households }) => households / 20 / 86_400,
    remedy: "the warnings of one day come later, the longest late first; a larger BATCH, or one run for each county",
  },
  {
    what: "the processors of applyAction", most: INSTANCES, unit: "busy at once", source: OURS, rate: atPeak(secondsEach),
    remedy: "events wait in their queue and are delivered later; raise maxInstances (the quota of a region is 1,000 and more)",
  },
  {
    what: "the index of pending actions by their time", most: 500, unit: "writes a second", source: FIRESTORE,
    /* Each action enters it and leaves it. */
    rate: atPeak(2 * actionsEach),
    remedy: "one project for each county or prefecture: nothing reads across counties",
  },
  {
    what: "the index of alarms by their time", most: 500, unit: "writes a second", source: FIRESTORE, rate: atPeak(writesEach),
    remedy: "one project for each county or prefecture; within one, alarms spread over days and so over the index",
  },
  {
    what: "the queue of notices' ends", most: 500, unit: "tasks a second", source: TASKS,
    /* All notices of a round that end on one day within one hour. */
    rate: (place) => endOnOneDay(place) / 3600,
    remedy: "its own limit of 20 at once lets them wait some seconds; a queue for each county",
  },
  {
    what: "notices in their last day", most: 200, unit: "looked at in a run of the upkeep", source: OURS,
    rate: endOnOneDay,
    remedy: "those that end first are looked at first: a reminder or a lost timer's replacement comes later, none is missed that is due",
  },
  {
    what: "a new collection's traffic", most: 500, unit: "writes a second at first, half as much more every five minutes", source: FIRESTORE,
    rate: atPeak(writesEach),
    remedy: "a campaign begins village by village: its first hour is not its busiest",
  },
];

export const isMet = ({ most, rate }: Limit, place: Place): boolean => rate(place) > most;

/** Households of one project at which a limit is met; every rate but a village's own grows with them. */
export function metAt({ most, rate }: Limit): number {
  const [some, more] = [1_000_000, 2_000_000].map((households) => rate({ name: "", households, villages: 0, projects: 1 })) as [number, number];
  return more > some ? Math.floor((most / some) * 1_000_000) : Infinity;
}

/** The limit that is met first as the place grows. */
export function firstMet(): Limit {
  const [found] = LIMITS.toSorted((one, other) => metAt(one) - metAt(other));
  if (!found) throw new Error("there are no limits");
  return found;
}
