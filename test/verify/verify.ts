/** `npm run verify`: whether the data keep every promise of the product. Reads only. */
import { parseArgs } from "node:util";
import type { Firestore } from "@google-cloud/firestore";
import type { Bilingual } from "@domain/text.ts";
import type { Where } from "../seed/admin.ts";
import { openDatabase } from "../seed/admin.ts";
import { currentSuite } from "../support/suite/suite.ts";
import type { Broken } from "./invariant.ts";
import type { InvariantId } from "./invariants.ts";
import { INVARIANTS, NUMBERS } from "./invariants.ts";
import { checkNumbers } from "./invariants/numbers.ts";
import { gatherMaterial } from "./material.ts";

export type Checked = Bilingual & { id: InvariantId; checked: number; broken: Broken[] };

/** Every invariant with what was found; `broken` counts the documents that break one. */
export type Verdict = { campaigns: string[]; invariants: Checked[]; broken: number };

const idsOf = Object.keys(INVARIANTS) as (keyof typeof INVARIANTS)[];

/** Checks one campaign, or every campaign of the database. Writes nothing. */
export async function verify(where: Where, { campaign }: { campaign?: string } = {}): Promise<Verdict> {
  const db = openDatabase(where);
  try {
    return await verifyDatabase(db, campaign);
  } finally {
    await db.terminate();
  }
}

async function verifyDatabase(db: Firestore, campaign: string | undefined): Promise<Verdict> {
  const campaigns = campaign
    ? [campaign]
    : (await db.collection("campaigns").listDocuments()).map(({ id }) => id);
  const invariants: Checked[] = idsOf.map((id) => ({
    id,
    zh: INVARIANTS[id].zh,
    en: INVARIANTS[id].en,
    checked: 0,
    broken: [],
  }));
  for (const id of campaigns) {
    const material = await gatherMaterial(db, id);
    for (const row of invariants) {
      if (row.id === "numbers") continue;
      const { checked, broken } = INVARIANTS[row.id].check(material);
      row.checked += checked;
      row.broken.push(...broken);
    }
  }
  invariants.push({ id: "numbers", ...NUMBERS, ...(await checkNumbers(db)) });
  return { campaigns, invariants, broken: invariants.reduce((sum, row) => sum + row.broken.length, 0) };
}

/** So many broken documents are named; the rest are counted. */
const MOST_NAMED = 10;

/** One line for each invariant; under a broken one, the documents. */
export function linesOf({ campaigns, invariants, broken }: Verdict): string[] {
  const lines = invariants.flatMap(({ zh, en, checked, broken: documents }) => [
    `${documents.length === 0 ? "✓" : "✗"} ${zh} · ${en}: ${checked} checked${documents.length > 0 ? `, ${documents.length} broken` : ""}`,
    ...documents.slice(0, MOST_NAMED).map(({ document, why }) => `    ${document}: ${why}`),
    ...(documents.length > MOST_NAMED ? [`    … and ${documents.length - MOST_NAMED} more`] : []),
  ]);
  const kept = invariants.filter((row) => row.broken.length === 0).length;
  return [
    ...lines,
    `${kept} of ${invariants.length} promises kept in ${campaigns.length} campaign(s), ${broken} broken document(s)`,
  ];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      campaign: { type: "string" },
      json: { type: "boolean", default: false },
      project: { type: "string" },
    },
  });
  const where: Where | undefined = values.project ? { projectId: values.project } : await currentSuite();
  if (!where) throw new Error("No suite is up (npm start), and no --project was named.");
  const verdict = await verify(where, { ...(values.campaign && { campaign: values.campaign }) });
  console.log(values.json ? JSON.stringify(verdict, undefined, 2) : linesOf(verdict).join("\n"));
  process.exitCode = verdict.broken > 0 ? 1 : 0;
}

if (import.meta.main) {
  await main().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 2;
  });
}
