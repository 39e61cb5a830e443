/** `.cache/suite.json`: the addresses of the suite that `npm start` has up, for the other commands. */
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { isAlive } from "./childProcess.ts";
import type { Addresses } from "./config.ts";
import { CACHE } from "./places.ts";
import { answers } from "./ports.ts";

const FILE = join(CACHE, "suite.json");

/** Addresses as they are read back, from the file or from the environment of the tests. */
export const StoredAddresses = z.object({
  projectId: z.string(),
  region: z.string(),
  hosting: z.string(),
  functions: z.string(),
  firestore: z.string(),
  auth: z.string(),
  tasks: z.string(),
  functionsBaseUrl: z.string(),
  logFile: z.string(),
}) satisfies z.ZodType<Addresses>;

const StoredSuite = z.object({ pid: z.number().int(), suite: StoredAddresses });

/** Notes that this process has a suite up; gives how to take the note back. */
export async function noteSuite(suite: Addresses): Promise<() => Promise<void>> {
  await mkdir(CACHE, { recursive: true });
  await writeFile(FILE, JSON.stringify({ pid: process.pid, suite: StoredAddresses.parse(suite) }, null, 2));
  return async () => {
    if ((await readNote())?.pid === process.pid) await rm(FILE, { force: true });
  };
}

/** The suite that another process has up, if its process lives and its Firestore answers. */
export async function findSuite(): Promise<Addresses | undefined> {
  const note = await readNote();
  if (!note || !isAlive(note.pid)) return undefined;
  return (await answers(Number(note.suite.firestore.split(":")[1]))) ? note.suite : undefined;
}

async function readNote(): Promise<z.infer<typeof StoredSuite> | undefined> {
  if (!existsSync(FILE)) return undefined;
  const text = await readFile(FILE, "utf8");
  const parsed = StoredSuite.safeParse(text ? JSON.parse(text) : undefined);
  return parsed.success ? parsed.data : undefined;
}
