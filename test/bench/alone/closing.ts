/**
 * Closing one notice of many households: our two transactions beside one bare transaction of the same
 * size.
 */
import { paths } from "@domain/paths.ts";
import { carryOut } from "../../../functions/src/services/carryOut.ts";
import { endNotice } from "../../../functions/src/services/endNotice.ts";
import { database } from "../../../functions/src/store/firestore.ts";
import { LONG } from "../support/campaign.ts";
import type { Counts } from "../support/counter.ts";
import type { Pair } from "../support/figures.ts";
import { inTurn, timed } from "../support/figures.ts";
import type { Household } from "../support/households.ts";
import { documentsAt, households, VILLAGE_CODES, writeAll } from "../support/households.ts";
import { mustHaveApplied } from "./counts.ts";
import { openAlone, publishAlone } from "./village.ts";

const villages = [VILLAGE_CODES[0] ?? ""];

/**
 * Milliseconds of each run; `counts` are the reads and writes that the floor makes too. The first of each
 * is a warm-up.
 */
export async function timeClosing({
  size,
  runs,
  counts,
}: {
  size: number;
  runs: number;
  counts: Counts;
}): Promise<Pair> {
  const campaign = await openAlone(database(), LONG);
  const list = (run: number, part: number): Household[] =>
    households(size, { from: (2 * run + part) * size, villages });
  const pair = await inTurn(runs + 1, {
    ours: (run) => closeOurs(campaign, list(run, 0)),
    floor: (run) => closeBare(campaign, list(run, 1), counts),
  });
  return { ours: pair.ours.slice(1), floor: pair.floor.slice(1) };
}

async function closeOurs(campaign: string, list: readonly Household[]): Promise<number> {
  const db = database();
  const notice = await publishAlone(db, { campaign, list, closesAt: new Date(Date.now() - 1000) });
  let pending: string[] = [];
  const asked = await timed(() => endNotice(notice));
  const found = await db
    .collection("actions")
    .where("campaign", "==", campaign)
    .where("pending", "==", true)
    .get();
  pending = found.docs.map(({ id }) => id);
  const applied = await timed(async () => {
    for (const id of pending) await carryOut(id);
  });
  for (const id of pending) await mustHaveApplied(id, list.length);
  if ((await db.doc(paths.notice(notice)).get()).get("status") !== "closed")
    throw new Error(`notice ${notice} is still open`);
  return asked + applied;
}

async function closeBare(
  campaign: string,
  list: readonly Household[],
  { reads, writes }: Counts,
): Promise<number> {
  const db = database();
  await writeAll(db, documentsAt(list, { campaign, status: "villageNotice" }));
  const others = (count: number) =>
    Array.from({ length: count - list.length }, (_, at) => db.doc(`floorDocuments/other${at}`));
  await writeAll(
    db,
    others(Math.max(reads, writes)).map((ref) => [ref.path, { at: new Date() }] as const),
  );
  const refs = list.map(({ id }) => db.doc(paths.application(id)));
  const since = new Date();
  return timed(() =>
    db.runTransaction(async (tx) => {
      await tx.getAll(...refs, ...others(reads));
      for (const ref of refs)
        tx.update(ref, {
          status: "townReview",
          since,
          dueAt: since,
          chain: { length: 7, hash: "1".repeat(64) },
        });
      for (const ref of others(writes)) tx.update(ref, { at: since });
    }),
  );
}
