/** What `npm start` keeps between runs: an export of Firestore and of the accounts, replaced as a whole. */
import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";

/** Written last by firebase-tools, so an export that has it is complete. */
const COMPLETE = "firebase-export-metadata.json";

/**
 * The newest complete export in a folder: after a crash in the middle of a save it may be the new or the old
 * one.
 */
export function savedExport(folder: string): string | undefined {
  return ["export", "export.new", "export.old"]
    .map((name) => join(folder, name))
    .find((path) => existsSync(join(path, COMPLETE)));
}

/**
 * Saves by `write`, which fills an empty folder; what was saved before stays until the new one is complete.
 */
export async function replaceSaved(folder: string, write: (target: string) => Promise<void>): Promise<void> {
  const [current, next, last] = ["export", "export.new", "export.old"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await mkdir(folder, { recursive: true });
  await rm(next, { recursive: true, force: true });
  await write(next);
  if (!existsSync(join(next, COMPLETE)))
    throw new Error(`The export in ${next} is not complete; the last one was kept.`);
  await rm(last, { recursive: true, force: true });
  if (existsSync(current)) await rename(current, last);
  await rename(next, current);
  await rm(last, { recursive: true, force: true });
}
