/** A job that several commands of one user may want at once, such as compiling a program, done by one of them. */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isAlive } from "../suite/childProcess.ts";
import type { Taking } from "./way.ts";

const LOOK_EVERY_MS = 500;

/**
 * Runs `work` while no other process on this machine holds `lock`, a folder made for it. Whoever waits says so once; a
 * lock whose process is gone is taken over.
 */
export async function oneAtATime<T>(lock: string, { say, signal }: Taking, work: () => Promise<T>): Promise<T> {
  const owner = join(lock, "pid");
  await mkdir(join(lock, ".."), { recursive: true });
  for (let told = false; !(await made(lock)); ) {
    const pid = Number(await readFile(owner, "utf8").catch(() => "0"));
    if (pid > 0 && !isAlive(pid)) {
      await rm(lock, { recursive: true, force: true });
      continue;
    }
    if (!told) say(`Waiting for another command that is doing it (process ${pid || "unknown"}; if there is none: rm -r ${lock}).`);
    told = true;
    await pause(LOOK_EVERY_MS, undefined, { signal });
  }
  try {
    await writeFile(owner, String(process.pid));
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

/** Makes a folder; false when it is there already. */
function made(folder: string): Promise<boolean> {
  return mkdir(folder).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") return false;
      throw error;
    },
  );
}
