import { randomUUID } from "node:crypto";
import * as z from "zod";
import { VILLAGE_REGISTRATION } from "../../domain/forms/villageRegistration.ts";
import { CLIENT_ID, paths } from "../../domain/paths.ts";
import { refuse } from "../../domain/problems.ts";
import type { Audit } from "../../domain/records.ts";
import type { Difference } from "../../domain/sheets/compare.ts";
import type { Compared } from "../../domain/sheets/readReceipt.ts";
import { readReceipt, readVillageReceipt } from "../../domain/sheets/readReceipt.ts";
import type { EntryReceipt } from "../../domain/sheets/records.ts";
import type { SheetProblem } from "../../domain/sheets/sheetProblems.ts";
import { formSheet } from "../../domain/sheets/writeSheet.ts";
import { database } from "../../store/firestore.ts";
import type { Caller } from "../caller.ts";
import type { Opened } from "./batches.ts";
import { householdsOf, openBatch, villageForm } from "./batches.ts";
import { readGrid, SheetFile } from "./readFile.ts";

export const ReceiptRequest = z.strictObject({ batch: z.string().regex(CLIENT_ID), ...SheetFile });
export type ReceiptRequest = z.infer<typeof ReceiptRequest>;

/** What the batch's document holds of differences; the rest is only counted. */
const MOST_KEPT = 1_000;

/** What the receipt says: how many are taken in rightly, and in how many fields the others differ. */
export type Taken = { taken: number; differences: number; strangers: number };

/**
 * Compares what the national system says it took in with the register, field by field, and keeps the outcome at the
 * batch. It may be brought as often as wished: the last one counts. @throws Refusal
 */
export async function takeReceipt(caller: Caller, request: ReceiptRequest): Promise<Taken> {
  const db = database();
  const opened = await openBatch(db, caller, request.batch);
  const grid = await readGrid(request);
  const compared = opened.batch.track === "village"
    ? readVillageReceipt(grid, formSheet(VILLAGE_REGISTRATION, await villageForm(db, opened)))
    : readReceipt(grid, { ...opened.campaign, households: await householdsOf(db, opened) });
  if ("problem" in compared) refuse("receiptUnreadable", sentencesOf(compared.problem));
  const receipt = receiptOf(opened, compared, { by: caller.uid, at: new Date() });
  const audit: Audit = { what: "takeReceipt", by: caller.uid, at: receipt.at, areas: opened.batch.areas, subject: request.batch, reason: "receipt" };
  await db.batch().update(opened.ref, { receipt }).create(db.doc(paths.audit(randomUUID())), audit).commit();
  return { taken: receipt.taken.length, differences: compared.differences.flat().length, strangers: compared.strangers };
}

const sentencesOf = ({ zh, en }: SheetProblem) => ({ zh, en });

function receiptOf({ batch }: Opened, { differences, strangers }: Compared, made: Pick<EntryReceipt, "by" | "at">): EntryReceipt {
  const each = batch.lines.map(({ application }, at) => ({ application, found: differences[at] ?? [] }));
  const listed = each.flatMap(({ application, found }) => found.map((difference: Difference) => ({ application, ...difference })));
  return { ...made, taken: each.filter(({ found }) => found.length === 0).map(({ application }) => application), differences: listed.slice(0, MOST_KEPT), strangers };
}
