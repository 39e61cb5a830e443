/** Many actions at once, until the last is applied. */
import { areasOf } from "@domain/areas.ts";
import { paths } from "@domain/paths.ts";
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
import { untilAll } from "../support/settled.ts";

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
  const send = (desk: Player, { id, village }: Household) =>
    desk.append({ type: "approve", campaign, area: village, targets: [id], input: {} });
  const start = Date.now();
  const ids = await spread(desks, list, send);
  const end = await untilAll(db, ids.map(paths.action), (action) => action.get("pending") === false);
  const found = await db.getAll(...list.map(({ id }) => db.doc(paths.application(id))));
  const approved = found.filter((application) => application.get("status") === "townApproved").length;
  if (approved !== count) throw new Error(`${approved} of ${count} were approved`);
  return (end - start) / 1000;
}

async function answerAll({ db }: Bench, desks: readonly Player[], count: number): Promise<number> {
  const run = newId();
  const list = households(count);
  const answers = list.map(({ id }) => `floorAnswers/${id}`);
  await writeAll(
    db,
    answers.map((path) => [path, { campaign: run, status: "open" }] as const),
  );
  const send = (desk: Player, { id, village }: Household) =>
    writeBatch(desk.db)
      .set(doc(desk.db, "floor", id), { campaign: run, areas: areasOf(village), at: serverTimestamp() })
      .commit();
  const start = Date.now();
  await spread(desks, list, send);
  const end = await untilAll(db, answers, (answer) => answer.get("status") === "answered");
  return (end - start) / 1000;
}

function spread<T>(
  desks: readonly Player[],
  list: readonly Household[],
  send: (desk: Player, household: Household) => Promise<T>,
): Promise<T[]> {
  return Promise.all(list.map((household, at) => send(desks[at % desks.length] as Player, household)));
}
