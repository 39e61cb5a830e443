/**
 * What one run of the suite writes beside its data: logs, process ids, temporary files; and clearing up after
 * one that was killed.
 */
import { close, openSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAlive, run, send } from "./childProcess.ts";
import { CACHE, ROOT } from "./places.ts";

const RUNS = join(CACHE, "runs");
const LOGS = join(CACHE, "logs");
const LOGS_KEPT = 10;

/** The places of one run. Paths are absolute. */
export interface RunFolder {
  /** The id of the process that brought the suite up; it names everything that a killed run leaves. */
  readonly id: string;
  readonly folder: string;
  /** For sockets and shims, on the system's own temporary folder because socket paths must be short. */
  readonly temporary: string;
  readonly log: { readonly descriptor: number; readonly file: string };
  /** Notes a process that must not outlive the run. */
  remember(name: "group" | "tasks", pid: number): Promise<void>;
  remove(): Promise<void>;
}

/** Makes the places of a run, after ending what killed runs have left. */
export async function openRunFolder(): Promise<RunFolder> {
  await endLeftovers();
  const id = String(process.pid);
  const folder = join(RUNS, id);
  await mkdir(folder, { recursive: true });
  await mkdir(LOGS, { recursive: true });
  const temporary = await mkdtemp(join(tmpdir(), `lika-${id}-`));
  const file = join(LOGS, `${new Date().toISOString().replaceAll(":", "-")}-${id}.log`);
  const descriptor = openSync(file, "a");
  await dropOldLogs();
  return {
    id,
    folder,
    temporary,
    log: { descriptor, file },
    remember: (name, pid) => writeFile(join(folder, `${name}.pid`), String(pid)),
    async remove() {
      close(descriptor);
      await rm(folder, { recursive: true, force: true });
      await rm(temporary, { recursive: true, force: true });
    },
  };
}

async function dropOldLogs(): Promise<void> {
  const logs = (await readdir(LOGS)).filter((name) => name.endsWith(".log")).sort();
  for (const name of logs.slice(0, -LOGS_KEPT)) await rm(join(LOGS, name), { force: true });
}

interface Process {
  readonly pid: number;
  readonly group: number;
  readonly args: string;
}

/**
 * Ends the processes and removes the files of runs whose own process is gone (kill -9, a crash of the
 * machine).
 */
export async function endLeftovers(): Promise<void> {
  const ids = (await readdir(RUNS).catch(() => [])).filter((id) => !isAlive(Number(id)));
  if (ids.length === 0) return;
  const processes = await listProcesses();
  for (const id of ids) {
    for (const { pid } of await leftBy(id, processes)) send(pid, "SIGKILL");
    await rm(join(ROOT, `firebase.local.${id}.json`), { force: true });
    const temporary = (await readdir(tmpdir())).filter((name) => name.startsWith(`lika-${id}-`));
    for (const name of temporary) await rm(join(tmpdir(), name), { recursive: true, force: true });
    await rm(join(RUNS, id), { recursive: true, force: true });
  }
}

/** Process ids are used again, so each must also look like what the run started. */
async function leftBy(id: string, processes: readonly Process[]): Promise<Process[]> {
  const noted = async (name: string): Promise<number> =>
    Number(await readFile(join(RUNS, id, `${name}.pid`), "utf8").catch(() => "-1"));
  const [group, tasks] = [await noted("group"), await noted("tasks")];
  const isOurs = processes.some(
    (one) => one.group === group && one.args.includes(`firebase.local.${id}.json`),
  );
  return processes.filter(
    (one) =>
      (isOurs && one.group === group) ||
      one.args.includes(`/lika-${id}-`) ||
      (one.pid === tasks && one.args.includes("cloud-tasks-emulator")),
  );
}

async function listProcesses(): Promise<Process[]> {
  const { output } = await run({ command: "ps", args: ["-A", "-o", "pid=,pgid=,args="] });
  return output.split("\n").flatMap((line) => {
    const [, pid, group, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid && group && args ? [{ pid: Number(pid), group: Number(group), args }] : [];
  });
}
