/** Many actions at once, until the last is applied. */
import type { Query } from "@google-cloud/firestore";
import { setTimeout as sleep } from "node:timers/promises";
import { areasOf } from "@domain/areas.ts";
import { doc, serverTimestamp, writeBatch } from "firebase/firestore";
import { newId } from "../../play/player.ts";
import type { Player } from "../../play/player.ts";
import { openAlone } from "../alone/village.ts";
import type { Bench } from "../support/bench.ts";
import { LONG } from "../support/campaign.ts";
import type { Figures } from "../support/figures.ts";
import { figure, inTurn } from "../support/figures.ts";
import type { Household } from "../support/households.ts";
import { documentsAt, households, writeAll } from "../support/households.ts";

/** Clients that send at once: every client has its own connection, and sends without waiting for answers. */
const DESKS = 8;

/**
 * The town approves single households of all villages at once. Beside it: as many documents made, each
 * answered.
 */
export async function measureBurst(bench: Bench): Promise<Figures> {
  const { runs, burst } = bench.sizes;
  const desks = await Promise.all(
    Array.from({ length: DESKS }, (_, desk) => bench.people.find("town", desk)),
  );
  await sendAll(bench, desks, 10);
  await answerAll(bench, desks, 10);
  const pair = await inTurn(runs, {
    ours: () => sendAll(bench, desks, burst),
    floor: () => answerAll(bench, desks, burst),
  });
  return { "burst.time": figure(pair, "s") };
}

async function sendAll({ db }: Bench, desks: readonly Player[], count: number): Promise<number> {
  const campaign = await openAlone(db, LONG);
  const list = households(count);
  await writeAll(db, documentsAt(list, { campaign, status: "townReview" }));
  const applied = db.collection("actions").where("campaign", "==", campaign).where("pending", "==", false);
  const send = (desk: Player, { id, village }: Household) =>
    desk.append({ type: "approve", campaign, area: village, targets: [id], input: {} });
  const seconds = await untilAll(count, applied, () => spread(desks, list, send));
  const approved = await db
    .collection("applications")
    .where("campaign", "==", campaign)
    .where("status", "==", "townApproved")
    .count()
    .get();
  if (approved.data().count !== count) throw new Error(`${approved.data().count} of ${count} were approved`);
  return seconds;
}

async function answerAll({ db }: Bench, desks: readonly Player[], count: number): Promise<number> {
  const run = newId();
  const list = households(count);
  await writeAll(
    db,
    list.map(({ id }) => [`floorAnswers/${id}`, { campaign: run, status: "open" }] as const),
  );
  const answered = db
    .collection("floorAnswers")
    .where("campaign", "==", run)
    .where("status", "==", "answered");
  const send = (desk: Player, { id, village }: Household) =>
    writeBatch(desk.db)
      .set(doc(desk.db, "floor", id), { campaign: run, areas: areasOf(village), at: serverTimestamp() })
      .commit();
  return untilAll(count, answered, () => spread(desks, list, send));
}

async function spread(
  desks: readonly Player[],
  list: readonly Household[],
  send: (desk: Player, household: Household) => Promise<unknown>,
): Promise<void> {
  await Promise.all(list.map((household, at) => send(desks[at % desks.length] as Player, household)));
}

/**
 * Seconds from the first commit to the last document that came to what the query asks for, by the
 * database's clock.
 */
export async function untilAll(count: number, query: Query, send: () => Promise<unknown>): Promise<number> {
  const start = Date.now();
  await send();
  const deadline = start + 300_000;
  while ((await query.count().get()).data().count < count) {
    if (Date.now() > deadline) throw new Error(`fewer than ${count} within 300 s`);
    await sleep(200);
  }
  const { docs } = await query.get();
  return (Math.max(...docs.map(({ updateTime }) => updateTime.toMillis())) - start) / 1000;
}
