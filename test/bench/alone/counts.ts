/** Reads and writes of each action, counted on the wire while the services' own code runs. */
import type { Outcome } from "@domain/action.ts";
import { paths } from "@domain/paths.ts";
import { carryOut } from "../../../functions/src/services/carryOut.ts";
import { endNotice } from "../../../functions/src/services/endNotice.ts";
import { database } from "../../../functions/src/store/firestore.ts";
import { newId } from "../../play/player.ts";
import { LONG } from "../support/campaign.ts";
import type { Counter, Counts } from "../support/counter.ts";
import type { Household } from "../support/households.ts";
import { households, VILLAGE_CODES, writeAll } from "../support/households.ts";
import type { SampleName } from "./actions.ts";
import { documentsBefore, documentsOf, SAMPLES } from "./actions.ts";
import { openAlone, publishAlone } from "./village.ts";

/** Ours and a bare transaction's, for one household and for a list. */
export type Counted = Record<string, { targets: number; ours: Counts; floor: Counts }>;

const VILLAGE = VILLAGE_CODES[0] ?? "";

/** Every count, or those named, for lists of that size, by `<action>.single` and `<action>.list`. */
export async function countAll(
  counter: Counter,
  { size, only }: { size: number; only?: readonly string[] },
): Promise<Counted> {
  const counted: Counted = {};
  let from = 0;
  for (const { name, kind, count } of plan(counter)) {
    const targets = kind === "single" ? 1 : size;
    if (only && !only.includes(`${name}.${kind}`)) continue;
    const list = households(targets, { from, villages: [VILLAGE] });
    from += targets;
    counted[`${name}.${kind}`] = { targets, ours: await count(list), floor: await countFloor(counter, list) };
  }
  return counted;
}

type Counting = {
  name: string;
  kind: "single" | "list";
  count: (list: readonly Household[]) => Promise<Counts>;
};

function plan(counter: Counter): Counting[] {
  const samples = Object.entries(SAMPLES).flatMap(([name, { inLists }]) => {
    const count = (list: readonly Household[]) => countSample(counter, name as SampleName, list);
    const single = { name, kind: "single", count } as const;
    return inLists ? [single, { name, kind: "list", count } as const] : [single];
  });
  const count = (list: readonly Household[]) => countEnding(counter, list);
  return [
    ...samples,
    { name: "endNotice", kind: "single", count },
    { name: "endNotice", kind: "list", count },
  ];
}

async function countSample(counter: Counter, name: SampleName, list: readonly Household[]): Promise<Counts> {
  const db = database();
  const campaign = await openAlone(db, LONG);
  const row = SAMPLES[name];
  if (name === "recordSurvey") await submitFirst(campaign, list);
  else await writeAll(db, documentsBefore(row, list, campaign));
  const id = newId();
  await writeAll(db, documentsOf(row, { id, list, campaign }));
  const counts = await counter.during(() => carryOut(id));
  await mustHaveApplied(id, list.length);
  return counts;
}

/** A survey meets what the application has left: numbers that are kept, and identities that are claimed. */
async function submitFirst(campaign: string, list: readonly Household[]): Promise<void> {
  const id = newId();
  await writeAll(database(), documentsOf(SAMPLES.submit, { id, list, campaign }));
  await carryOut(id);
  await mustHaveApplied(id, list.length);
}

/** The end of a notice: the timer's function, then the clock's action that it appends. */
async function countEnding(counter: Counter, list: readonly Household[]): Promise<Counts> {
  const db = database();
  const campaign = await openAlone(db, LONG);
  const notice = await publishAlone(db, { campaign, list, closesAt: new Date(Date.now() - 1000) });
  const asked = await counter.during(() => endNotice(notice));
  const appended = await db
    .collection("actions")
    .where("campaign", "==", campaign)
    .where("pending", "==", true)
    .get();
  const applied = await counter.during(async () => {
    for (const { id } of appended.docs) await carryOut(id);
  });
  for (const { id } of appended.docs) await mustHaveApplied(id, list.length);
  return { reads: asked.reads + applied.reads, writes: asked.writes + applied.writes, deletes: asked.deletes + applied.deletes };
}

/** One read and one write a household, two more writes: what the counter makes of a bare transaction. */
async function countFloor(counter: Counter, list: readonly Household[]): Promise<Counts> {
  const db = database();
  const refs = list.map(({ id }) => db.doc(paths.application(id)));
  return counter.during(() =>
    db.runTransaction(async (tx) => {
      for (const { ref } of await tx.getAll(...refs)) tx.update(ref, { since: new Date() });
      for (const name of ["action", "village"]) tx.set(db.doc(`floorDocuments/${name}`), { at: new Date() });
    }),
  );
}

export async function mustHaveApplied(id: string, targets: number): Promise<void> {
  const outcome = (await database().doc(paths.action(id)).get()).get("outcome") as Outcome | undefined;
  if (outcome?.applied === targets) return;
  const first = outcome && Object.values(outcome.targets).find(({ applied }) => !applied);
  const why = outcome?.problem?.en ?? (first && !first.applied ? first.problem.en : "no outcome");
  throw new Error(`Action ${id} applied ${outcome?.applied ?? 0} of ${targets}: ${why}`);
}
