import { randomUUID } from "node:crypto";
import * as z from "zod";
import { VILLAGE_REGISTRATION } from "../../domain/forms/villageRegistration.ts";
import { CLIENT_ID, paths } from "../../domain/paths.ts";
import type { Audit } from "../../domain/records.ts";
import type { Cell } from "../../domain/sheets/cells.ts";
import { formSheet, personSheet } from "../../domain/sheets/writeSheet.ts";
import { TRACKS } from "../../domain/status.ts";
import { typedText } from "../../domain/text.ts";
import { database } from "../../store/firestore.ts";
import type { Caller } from "../caller.ts";
import type { Opened } from "./batches.ts";
import { householdsOf, openBatch, villageForm } from "./batches.ts";
import { writeWorkbook } from "./workbook.ts";

export const ExportRequest = z.strictObject({ batch: z.string().regex(CLIENT_ID), reason: typedText(2, 200) });
export type ExportRequest = z.infer<typeof ExportRequest>;

/** A file as the client saves it: its name, and the .xlsx in base64. */
export type Exported = { name: string; file: string };

/**
 * Writes a batch as the national system's columns, every number whole and as text, for a clerk to type in: one row a
 * person, or the fields of a village's form. Nothing leaves before it is recorded who took it out, and why. @throws Refusal
 */
export async function exportBatch(caller: Caller, { batch: id, reason }: ExportRequest): Promise<Exported> {
  const db = database();
  const opened = await openBatch(db, caller, id);
  const { batch, campaign } = opened;
  const rows: Cell[][] = batch.track === "village"
    ? formSheet(VILLAGE_REGISTRATION, await villageForm(db, opened))
    : personSheet(await householdsOf(db, opened));
  const audit: Audit = { what: "exportBatch", by: caller.uid, at: new Date(), areas: batch.areas, subject: id, reason };
  const village = campaign.villages.find(({ code }) => code === batch.village)?.name ?? batch.village;
  const [file] = await Promise.all([writeWorkbook({ name: village, rows }), db.doc(paths.audit(randomUUID())).create(audit)]);
  return { name: nameOf(opened, village), file: file.toString("base64") };
}

/** Day of the batch where the town is. */
const DAY = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short" });

function nameOf({ batch, campaign }: Opened, village: string): string {
  return `${campaign.town.zh}${village}${TRACKS[batch.track].zh}数据${DAY.format(batch.at)}.xlsx`;
}
