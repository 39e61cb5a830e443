/** How late after its end a notice is seen closed: alone, and when many end together. */
import { collection, query, where } from "firebase/firestore";
import { TOWN } from "../../seed/campaign2013.ts";
import { newId } from "../../play/player.ts";
import { openAlone } from "../alone/village.ts";
import type { Bench } from "../support/bench.ts";
import { setFloorTimer } from "../support/benchSuite.ts";
import { LONG } from "../support/campaign.ts";
import type { Figures, Pair } from "../support/figures.ts";
import { figure, percentile } from "../support/figures.ts";
import { households, VILLAGE_CODES, writeAll } from "../support/households.ts";
import { hangNotices } from "../support/notices.ts";
import { Watch } from "../support/watch.ts";

const HOUSEHOLDS_A_NOTICE = 5;
/** Enough for every worker that two dispatches at once call for. */
const WARM_UP = 6;
/** Time to set the timers before they are due: seconds for one, and for each further one. */
const SET_UP = { first: 1, each: 0.02 };

/** Beside each notice: a task due at the same instant whose function writes one document. */
export async function measureLate(bench: Bench): Promise<Figures> {
  const { runs, alone, notices } = bench.sizes;
  await round(bench, WARM_UP);
  const single = await rounds(bench, alone, 1);
  const together = await rounds(bench, runs, notices);
  const of = (found: Round[], percent: number): Pair => ({
    ours: found.map(({ ours }) => percentile(ours, percent)),
    floor: found.map(({ floor }) => percentile(floor, percent)),
  });
  return {
    "late.alone": figure(of(single, 50), "ms"),
    "late.together.p50": figure(of(together, 50), "ms"),
    "late.together.last": figure(of(together, 100), "ms"),
  };
}

/** How late each was in one round, in milliseconds. */
type Round = { ours: number[]; floor: number[] };

async function rounds(bench: Bench, count: number, notices: number): Promise<Round[]> {
  const found: Round[] = [];
  for (let at = 0; at < count; at += 1) found.push(await round(bench, notices));
  return found;
}

async function round(bench: Bench, notices: number): Promise<Round> {
  const inSeconds = SET_UP.first + notices * SET_UP.each;
  return {
    ours: await hangAndWait(bench, notices, inSeconds),
    floor: await setAndWait(bench, notices, inSeconds),
  };
}

async function hangAndWait(bench: Bench, notices: number, inSeconds: number): Promise<number[]> {
  const campaign = await openAlone(bench.db, LONG);
  const lists = Array.from({ length: notices }, (_, at) =>
    households(HOUSEHOLDS_A_NOTICE, {
      from: at * HOUSEHOLDS_A_NOTICE,
      villages: [VILLAGE_CODES[at % VILLAGE_CODES.length] ?? ""],
    }),
  );
  const hung = await hangNotices(bench, { campaign, lists, inSeconds });
  return hung.closed();
}

async function setAndWait({ suite, db, people }: Bench, count: number, inSeconds: number): Promise<number[]> {
  const run = newId();
  const ids = Array.from({ length: count }, () => newId());
  await writeAll(
    db,
    ids.map((id) => [`floorAnswers/${id}`, { campaign: run, areas: [TOWN], status: "open" }] as const),
  );
  const officer = await people.find("officer");
  const answers = query(
    collection(officer.db, "floorAnswers"),
    where("campaign", "==", run),
    where("areas", "array-contains", TOWN),
  );
  const watch = await Watch.over(answers, "answered");
  const at = new Date(Date.now() + inSeconds * 1000);
  await Promise.all(ids.map((id) => setFloorTimer(suite, id, at)));
  const seen = await Promise.all(ids.map((id) => watch.when(id, 120 + inSeconds)));
  watch.end();
  return seen.map((instant) => instant - at.getTime());
}
