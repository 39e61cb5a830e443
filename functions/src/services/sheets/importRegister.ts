import { randomUUID } from "node:crypto";
import type { Firestore } from "@google-cloud/firestore";
import * as z from "zod";
import { holds } from "../../domain/areas.ts";
import { Campaign } from "../../domain/campaign.ts";
import { CLIENT_ID, paths } from "../../domain/paths.ts";
import { refuse } from "../../domain/problems.ts";
import type { Audit } from "../../domain/records.ts";
import type { StaffRole } from "../../domain/roles.ts";
import type { Understood } from "../../domain/sheets/readSheet.ts";
import { readSheet } from "../../domain/sheets/readSheet.ts";
import type { ImportReport } from "../../domain/sheets/records.ts";
import { ImportRun } from "../../domain/sheets/records.ts";
import type { SheetProblem } from "../../domain/sheets/sheetProblems.ts";
import { typedText } from "../../domain/text.ts";
import { database, read } from "../../store/firestore.ts";
import type { Caller } from "../caller.ts";
import { claimNumbers } from "./claimNumbers.ts";
import type { Entered } from "./enterHouseholds.ts";
import { enterHouseholds } from "./enterHouseholds.ts";
import { readGrid, SheetFile } from "./readFile.ts";

/** The client makes `id`: asking again with it goes on with the same import. `commit: false` only reads. */
export const ImportRequest = z.strictObject({
  id: z.string().regex(CLIENT_ID),
  campaign: z.string().min(1).max(64),
  name: typedText(1, 120),
  ...SheetFile,
  commit: z.boolean(),
  reason: typedText(2, 200),
});
export type ImportRequest = z.infer<typeof ImportRequest>;

const MAY_IMPORT: readonly StaffRole[] = ["povertyOfficer", "campaignOffice"];
const MOST_LISTED = 500;

/**
 * Reads last year's register, or the national system's export, into the register. The whole file is understood first,
 * and nothing is written while it has an error; what is there already is never changed. @throws Refusal
 */
export async function importRegister(caller: Caller, request: ImportRequest): Promise<ImportReport> {
  const db = database();
  const campaign = read(Campaign, await db.doc(paths.campaign(request.campaign)).get()) ?? refuse("campaignUnknown");
  if (!MAY_IMPORT.some((role) => holds(caller.roles, role, campaign.town.code))) refuse("notHeld");
  const sheet = readSheet(await readGrid(request), { ...campaign, latestYear: campaign.year });
  const year = sheet.year ?? campaign.year - 1;
  if (!request.commit) return reportOf(sheet, { year, committed: false });
  if (sheet.errors.length > 0) refuse("importHasErrors", { count: sheet.errors.length });
  return enter(db, { caller, request, campaign, sheet, year });
}

type Work = { caller: Caller; request: ImportRequest; campaign: Campaign; sheet: Understood; year: number };

async function enter(db: Firestore, { caller, request, campaign, sheet, year }: Work): Promise<ImportReport> {
  const run = await openRun(db, { caller, request, campaign, sheet, year });
  try {
    const { claimed, conflicts } = await claimNumbers(db, campaign.register, sheet.households);
    const importing = { campaign: { ...campaign, id: request.campaign }, register: campaign.register, year, at: run.at };
    const note = (done: number) => run.note({ state: "writing", done });
    const entered = await enterHouseholds(db, importing, { claimed, note });
    const report = reportOf(sheet, { year, committed: true, entered, conflicts });
    await run.note({ state: "done", done: sheet.households.length, counts: report.counts });
    return report;
  } catch (error) {
    await run.note({ state: "failed" });
    throw error;
  }
}

type Run = { at: Date; note: (changes: Partial<ImportRun>) => Promise<void> };

/** Opens the document that shows the progress, and leaves the line of who brought the list in and why. */
async function openRun(db: Firestore, { caller, request, campaign, sheet, year }: Work): Promise<Run> {
  const ref = db.doc(paths.importRun(request.id));
  const at = new Date();
  await db.runTransaction(async (tx) => {
    const before = read(ImportRun, await tx.get(ref));
    if (before && before.campaign !== request.campaign) refuse("importOfOther");
    const { counts } = reportOf(sheet, { year, committed: true });
    const run: ImportRun = {
      campaign: request.campaign, register: campaign.register, areas: campaign.areas, by: caller.uid, at, name: request.name,
      total: sheet.households.length, done: 0, state: "reading", counts, changedAt: at,
    };
    tx.set(ref, run);
    const audit: Audit = { what: "importRegister", by: caller.uid, at, areas: campaign.areas, subject: request.campaign, reason: request.reason };
    tx.create(db.doc(paths.audit(randomUUID())), audit);
  });
  return { at, note: async (changes) => void (await ref.update({ ...changes, changedAt: new Date() })) };
}

type Outcome = { year: number; committed: boolean; entered?: Entered; conflicts?: SheetProblem[] };

function reportOf(sheet: Understood, { year, committed, entered, conflicts = [] }: Outcome): ImportReport {
  const { errors, duplicates, withoutNumber } = sheet;
  const byCode: Record<string, number> = {};
  for (const { code } of [...errors, ...duplicates, ...withoutNumber, ...conflicts]) byCode[code] = (byCode[code] ?? 0) + 1;
  return {
    committed,
    year,
    counts: {
      ...sheet.counts,
      entered: entered?.entered ?? 0,
      unchanged: entered?.unchanged ?? 0,
      different: entered?.different.length ?? 0,
      heldBack: sheet.counts.heldBack + conflicts.length,
      duplicates: duplicates.length,
      withoutNumber: withoutNumber.length,
      errors: errors.length,
    },
    byCode,
    errors: errors.slice(0, MOST_LISTED),
    duplicates: duplicates.slice(0, MOST_LISTED),
    withoutNumber: withoutNumber.slice(0, MOST_LISTED),
    conflicts: conflicts.slice(0, MOST_LISTED),
    different: (entered?.different ?? []).slice(0, MOST_LISTED),
  };
}
