/**
 * Households from their submission to their approval: how many a second, and at what CPU time of the
 * server.
 */
import { paths } from "@domain/paths.ts";
import { doc, writeBatch } from "firebase/firestore";
import { newId } from "../../play/player.ts";
import type { Player } from "../../play/player.ts";
import type { Bench } from "../support/bench.ts";
import { openCampaign } from "../support/campaign.ts";
import { canTellCpu, cpuSeconds } from "../support/cpu.ts";
import type { Figures, Pair } from "../support/figures.ts";
import { figure } from "../support/figures.ts";
import type { Household } from "../support/households.ts";
import { draftOf, formsOf, households, VILLAGE_CODES } from "../support/households.ts";
import { untilAll } from "../support/settled.ts";
import type { Manner, Step } from "./route.ts";
import { listsOf, ROUTE, sendingOf } from "./route.ts";

/** Five villages, so that a list of 1,000 households is five lists of 200. */
const VILLAGES = VILLAGE_CODES.slice(0, 5);

/** Seconds of work and CPU seconds of the server's processes, for one household. */
type Cost = { seconds: number; cpu: number };
type Walk = (bench: Bench, list: readonly Household[], manner: Manner) => Promise<number>;

export async function measureWay(bench: Bench): Promise<Figures> {
  const { runs, byLists, bySingles } = bench.sizes;
  if (!canTellCpu) bench.say("CPU seconds are told on Linux alone, so those figures are left out.");
  await costOf(bench, { walk: walkOurs, count: 5, manner: "lists" });
  await costOf(bench, { walk: walkBare, count: 5, manner: "lists" });
  const figures: Figures = {};
  for (const [manner, count] of [
    ["lists", byLists],
    ["singles", bySingles],
  ] as const) {
    const rate: Pair = { ours: [], floor: [] };
    const cpu: Pair = { ours: [], floor: [] };
    for (let run = 0; run < runs; run += 1) {
      for (const [side, walk] of [
        ["ours", walkOurs],
        ["floor", walkBare],
      ] as const) {
        const cost = await costOf(bench, { walk, count, manner });
        rate[side].push(1 / cost.seconds);
        cpu[side].push(cost.cpu * 1000);
      }
    }
    figures[`way.${manner}.rate`] = figure(rate, "households a second", "more");
    if (canTellCpu) figures[`way.${manner}.cpu`] = figure(cpu, "CPU s a 1,000 households");
  }
  return figures;
}

async function costOf(
  bench: Bench,
  { walk, count, manner }: { walk: Walk; count: number; manner: Manner },
): Promise<Cost> {
  const list = households(count, { villages: VILLAGES });
  list.forEach(formsOf);
  const before = canTellCpu ? await cpuSeconds(bench.suite.servers) : 0;
  const seconds = await walk(bench, list, manner);
  const after = canTellCpu ? await cpuSeconds(bench.suite.servers) : 0;
  return { seconds: seconds / count, cpu: (after - before) / count };
}

/** Walks the whole way by actions. Seconds, without those in which a notice only hangs. */
async function walkOurs(bench: Bench, list: readonly Household[], manner: Manner): Promise<number> {
  const campaign = await openCampaign(await bench.people.find("office"), { unit: "seconds", count: 1 });
  const start = Date.now();
  let hanging = 0;
  for (const step of ROUTE) {
    const sent = await sendStep(bench, { step, list, manner, campaign });
    if (step.hangs) hanging += await untilEnded(bench, sent);
  }
  const seconds = (Date.now() - start - hanging) / 1000;
  const found = await bench.db.getAll(...list.map(({ id }) => bench.db.doc(paths.application(id))));
  const approved = found.filter((application) => application.get("status") === "approved").length;
  if (approved !== list.length) throw new Error(`${approved} of ${list.length} households were approved`);
  return seconds;
}

type Sent = { step: Step; list: readonly Household[]; manner: Manner; campaign: string };

/** Sends every action of a step, and waits until the last is applied. Their ids. */
async function sendStep(bench: Bench, { step, list, manner, campaign }: Sent): Promise<string[]> {
  const send = async (part: readonly Household[]): Promise<string> => {
    const player = await playerOf(bench, step, part);
    return player.append(sendingOf(step, part, campaign));
  };
  const ids = await Promise.all(listsOf(step, list, manner).map(send));
  await untilAll(bench.db, ids.map(paths.action), (action) => action.get("pending") === false);
  return ids;
}

const playerOf = ({ people }: Bench, { by }: Step, [first]: readonly Household[]): Promise<Player> =>
  people.find(by(first?.village ?? "").key);

/** Waits until the notices have ended. Milliseconds in which there was nothing to do but to wait. */
async function untilEnded({ db }: Bench, notices: readonly string[]): Promise<number> {
  const published = Date.now();
  const found = await db.getAll(...notices.map((id) => db.doc(paths.notice(id))));
  const end = Math.max(...found.map((notice) => notice.get("closesAt").toMillis() as number));
  await untilAll(db, notices.map(paths.notice), (notice) => notice.get("status") === "closed");
  return Math.max(0, end - published);
}

/**
 * Writes the bare documents of the same way, by the same clients: for each action what it brings, then
 * what it leaves.
 */
async function walkBare(bench: Bench, list: readonly Household[], manner: Manner): Promise<number> {
  const campaign = newId();
  const start = Date.now();
  for (const step of ROUTE) {
    const write = async (part: readonly Household[]): Promise<void> => {
      const { db } = await playerOf(bench, step, part);
      const { brought, left } = step.bare;
      const whole = brought > 0;
      await writeBare(db, { part, each: brought, whole, campaign });
      await writeBare(db, { part, each: left, whole, campaign });
    };
    await Promise.all(listsOf(step, list, manner).map(write));
  }
  return (Date.now() - start) / 1000;
}

type Bare = { part: readonly Household[]; each: number; whole: boolean; campaign: string };

/**
 * One commit: so many documents a household, the first of them `whole` where a form goes with it, and one
 * for the action.
 */
async function writeBare(db: Player["db"], { part, each, whole, campaign }: Bare): Promise<void> {
  const batch = writeBatch(db);
  batch.set(doc(db, "floorDocuments", newId()), {
    campaign,
    at: new Date(),
    targets: part.map(({ id }) => id),
  });
  for (const household of part) {
    for (let at = 0; at < each; at += 1) {
      const data =
        whole && at === 0
          ? draftOf(household, { campaign, createdBy: "bench" })
          : { campaign, at: new Date() };
      batch.set(doc(db, "floorDocuments", `${household.id}-${at}`), data);
    }
  }
  await batch.commit();
}
