/**
 * `npm run restore:try [-- --from FOLDER]`: whether a saved database can be brought back. Starts emulators that are
 * empty but for the export, and runs every check of `npm run verify` on it. The export itself is only read.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { linesOf, verify, type Verdict } from "../../verify/verify.ts";
import { openDatabase, withAccounts } from "../../seed/admin.ts";
import { listenForEnd } from "../suite/interrupt.ts";
import { SAVED_DATA, shown } from "../suite/places.ts";
import { savedExport } from "../suite/savedData.ts";
import { startSuite } from "../suite/suite.ts";
import { StepFailed } from "./runSteps.ts";

/** What came back: how many documents of each kind and how many accounts, and whether every promise holds. */
export type Restored = { counts: Record<string, number>; accounts: number; verdict: Verdict };

/** Counted, so that an export that lost a collection is seen: `verify` cannot miss what is not there. */
const COUNTED = ["campaigns", "applications", "actions", "households", "notices", "staff", "forms", "private"];

/** Counts what lies in a database. */
export async function countDocuments(where: { projectId: string; firestore: string; auth: string }): Promise<Omit<Restored, "verdict">> {
  const db = openDatabase(where);
  try {
    const counted = COUNTED.map(async (group) => [group, (await db.collectionGroup(group).count().get()).data().count] as const);
    const accounts = await withAccounts(where, async (auth) => (await auth.listUsers(1000)).users.length);
    return { counts: Object.fromEntries(await Promise.all(counted)), accounts };
  } finally {
    await db.terminate();
  }
}

/** Brings the newest export of a folder up by itself and looks at it, or at one campaign in it. @throws StepFailed when there is none */
export async function restoreFrom(folder: string, { campaign, signal }: { campaign?: string; signal?: AbortSignal } = {}): Promise<Restored> {
  if (!savedExport(folder)) throw new StepFailed(`There is no complete export in ${shown(folder)}.`, ["npm start saves one into .data when it stops"]);
  const suite = await startSuite({ dataFolder: folder, only: ["auth", "firestore"], ...(signal && { signal }) });
  try {
    return { ...(await countDocuments(suite)), verdict: await verify(suite, { ...(campaign && { campaign }) }) };
  } finally {
    await suite.stop();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { from: { type: "string", default: SAVED_DATA } } });
  const folder = existsSync(join(values.from, "export")) || values.from === SAVED_DATA ? values.from : join(values.from, "..");
  const interrupt = listenForEnd();
  const began = performance.now();
  const { counts, accounts, verdict } = await restoreFrom(folder, { signal: interrupt.signal });
  console.log(`${Object.entries(counts).map(([group, count]) => `${group} ${count}`).join(", ")}; accounts ${accounts}`);
  console.log(linesOf(verdict).join("\n"));
  console.log(`Restored and checked in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  process.exitCode = verdict.broken > 0 || verdict.campaigns.length === 0 ? 1 : 0;
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    if (error instanceof StepFailed) for (const way of error.wayOut) console.error(`  way out: ${way}`);
    process.exitCode = 1;
  });
  process.exit();
}
