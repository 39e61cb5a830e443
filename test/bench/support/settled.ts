/** Waiting for functions to have done their work, without a load that would show in the figures. */
import { setTimeout as sleep } from "node:timers/promises";
import type { DocumentSnapshot, Firestore } from "@google-cloud/firestore";

/** Milliseconds from one look to the next. */
const POLL = 50;
const PATIENCE_MS = 300_000;

/**
 * Waits until all of these documents hold, and gives the instant of the last one's change by the database's clock.
 * Looks at one document at a time: a query makes the emulator look through the whole collection.
 * @throws after five minutes.
 */
export async function untilAll(
  db: Firestore,
  paths: readonly string[],
  holds: (found: DocumentSnapshot) => boolean,
): Promise<number> {
  const deadline = Date.now() + PATIENCE_MS;
  let waiting = paths.map((path) => db.doc(path));
  let last = 0;
  for (let next = waiting.at(-1); next; next = waiting.at(-1)) {
    while (!holds(await next.get())) {
      if (Date.now() > deadline) throw new Error(`${waiting.length} of ${paths.length} are still waiting.`);
      await sleep(POLL);
    }
    const found = await db.getAll(...waiting);
    const done = found.filter(holds);
    last = Math.max(last, ...done.map(({ updateTime }) => updateTime?.toMillis() ?? 0));
    waiting = found.filter((one) => !holds(one)).map(({ ref }) => ref);
  }
  return last;
}
