/** Taking a whole town out, a batch a village: ours beside the same documents read and the same files written. */
import { paths } from "@domain/paths.ts";
import { personSheet } from "@domain/sheets/writeSheet.ts";
import { getCaller } from "../../../functions/src/services/caller.ts";
import { householdsOf, openBatch } from "../../../functions/src/services/sheets/batches.ts";
import { exportBatch } from "../../../functions/src/services/sheets/exportBatch.ts";
import { writeWorkbook } from "../../../functions/src/services/sheets/workbook.ts";
import { database } from "../../../functions/src/store/firestore.ts";
import { newId } from "../../play/player.ts";
import { uidOf } from "../../seed/accounts.ts";
import { castMember } from "../../seed/cast.ts";
import { LONG } from "../support/campaign.ts";
import type { Pair } from "../support/figures.ts";
import { inTurn, timed } from "../support/figures.ts";
import { households, VILLAGE_CODES, writeAll } from "../support/households.ts";
import { batchDocument, batchOf, documentsAt, entryOf, YEAR } from "../support/service.ts";
import { openAlone } from "./village.ts";

type Sheet = Parameters<typeof writeWorkbook>[0];
type Batch = { id: string; paths: string[]; sheet: Sheet };

/** Milliseconds of each run; the first of each is a warm-up. */
export async function timeExport({ size, runs }: { size: number; runs: number }): Promise<Pair> {
  const campaign = await openAlone(database(), LONG);
  const batches = await batchesOf(campaign, size);
  const officer = await getCaller(uidOf(castMember("officer")));
  const pair = await inTurn(runs + 1, {
    ours: () =>
      timed(async () => {
        for (const { id } of batches) await exportBatch(officer, { batch: id, reason: "录入全国系统" });
      }),
    floor: () =>
      timed(async () => {
        for (const batch of batches) await exportBare(batch);
      }),
  });
  return { ours: pair.ours.slice(1), floor: pair.floor.slice(1) };
}

/** Every village's batch, with the paths of what it is made of, and its file's cells. */
async function batchesOf(campaign: string, size: number): Promise<Batch[]> {
  const db = database();
  const officer = await getCaller(uidOf(castMember("officer")));
  const villages = Map.groupBy(households(size), ({ village }) => village);
  const found: Batch[] = [];
  for (const village of VILLAGE_CODES) {
    const list = villages.get(village) ?? [];
    const id = batchOf(list);
    await writeAll(db, [...documentsAt(list, { campaign, status: "entered", batch: id }), [paths.batch(id), batchDocument(list, campaign)]]);
    const rows = personSheet(await householdsOf(db, await openBatch(db, officer, id)));
    const homes = list.map((household) => paths.household(entryOf(household, campaign)));
    const beside = homes.flatMap((home) => [home, paths.version(home, YEAR), paths.versionPrivate(home, YEAR)]);
    found.push({ id, paths: [paths.campaign(campaign), paths.batch(id), ...beside], sheet: { name: village, rows } });
  }
  return found;
}

async function exportBare({ paths: wanted, sheet }: Batch): Promise<void> {
  const db = database();
  await db.getAll(...wanted.map((path) => db.doc(path)));
  await db.doc(`floorDocuments/${newId()}`).create({ at: new Date() });
  await writeWorkbook(sheet);
}
