/** The Firebase emulators, run by firebase-tools: start, export, and an end that leaves nothing behind. */
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { z } from "zod";
import type { Provided } from "../tools/provision.ts";
import { exitOf, isAlive, run, send, tail, waitUntil } from "./childProcess.ts";
import { LOOPBACK, packageFile, PROJECT_ID } from "./places.ts";
import type { Ports } from "./ports.ts";
import type { RunFolder } from "./runFolder.ts";

export type Emulator = "auth" | "functions" | "firestore" | "hosting";

/** One start of the emulators. Paths are absolute. */
export interface EmulatorRun {
  /** The Firestore emulator: hidane, or Java for the official one. */
  readonly firestore: Provided;
  readonly only: readonly Emulator[];
  readonly ports: Ports;
  readonly config: string;
  readonly env: NodeJS.ProcessEnv;
  /** firebase-tools leaves its debug logs and half-done exports where it is started: in this folder. */
  readonly run: RunFolder;
  readonly importFrom?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Emulators that run. */
export interface Emulators {
  /** Settles when firebase-tools ends, wanted or not. */
  readonly ended: Promise<number | null>;
  exportTo(folder: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Milliseconds: a start compiles the Auth emulator's schemas, 10 s of one core here; a slow laptop needs
 * more.
 */
const READY_WITHIN = 180_000;
const STOPPED_WITHIN = 20_000;
/** A start that is given up holds nothing worth waiting for. */
const GIVEN_UP_WITHIN = 1_500;

/**
 * Starts the emulators and waits until all answer and the functions are loaded. Throws with the log's last
 * lines when they do not; nothing is left running then.
 */
export async function startEmulators(what: EmulatorRun): Promise<Emulators> {
  const pidFile = join(what.run.folder, "firebase.pid");
  const [command = "", ...args] = commandLine(what, pidFile);
  const child = spawn(command, args, {
    cwd: what.run.folder,
    env: what.env,
    stdio: ["ignore", what.run.log.descriptor, what.run.log.descriptor],
    // A group and session of its own: Ctrl-C on a terminal reaches Lika alone, which then stops things in
    // order.
    detached: true,
  });
  const failed = new Promise<never>((_, reject) => child.once("error", reject));
  failed.catch(() => {});
  const group = child.pid ?? (await failed);
  const ended = exitOf(child);
  const stop = (patience: number): Promise<void> =>
    stopGroup({ group, pidFile, ended, ports: what.ports, patience });
  await what.run.remember("group", group);
  try {
    await ready(what, ended);
    if (what.only.includes("functions")) await functionsLoaded(what);
  } catch (error) {
    await stop(GIVEN_UP_WITHIN);
    throw error;
  }
  return { ended, stop: () => stop(STOPPED_WITHIN), exportTo: (folder) => exportTo(what.ports, folder) };
}

/**
 * The shell writes down its process id and becomes firebase-tools: `hidane exec` passes no signal on to it.
 */
function commandLine(what: EmulatorRun, pidFile: string): string[] {
  const firebase = [
    process.execPath,
    // It rejects to nobody when its queue does not empty within a minute, and would die of that.
    "--unhandled-rejections=warn",
    packageFile("firebase-tools/lib/bin/firebase.js"),
    "emulators:start",
    "--project",
    PROJECT_ID,
    "--config",
    what.config,
    "--only",
    what.only.join(","),
    ...(what.importFrom ? ["--import", what.importFrom] : []),
  ];
  const remembered = ["sh", "-c", 'echo $$ > "$1"; shift; exec "$@"', "sh", pidFile, ...firebase];
  return what.firestore.way === "official" ? remembered : [what.firestore.path, "exec", "--", ...remembered];
}

async function ready(what: EmulatorRun, ended: Promise<number | null>): Promise<void> {
  let over = false;
  void ended.then(() => (over = true));
  const says = async (text: string): Promise<boolean> =>
    (await readFile(what.run.log.file, "utf8")).includes(text);
  const up = await waitUntil(async () => over || (await says("All emulators ready")), {
    within: READY_WITHIN,
    every: 200,
    signal: what.signal,
  });
  if (over || !up) {
    const why = over ? "ended while starting" : `were not ready within ${READY_WITHIN / 1000} s`;
    throw new Error(
      `The emulators ${why}. The end of ${what.run.log.file}:\n${await logTail(what.run.log.file)}`,
    );
  }
}

const Backends = z.object({ backends: z.array(z.object({ functionTriggers: z.array(z.unknown()) })) });

/** firebase-tools calls itself ready even when the functions' code does not load. */
async function functionsLoaded(what: EmulatorRun): Promise<void> {
  const response = await fetch(`http://${LOOPBACK}:${what.ports.functions}/backends`);
  const { backends } = Backends.parse(await response.json());
  if (backends.every(({ functionTriggers }) => functionTriggers.length === 0)) {
    throw new Error(
      `The functions did not load. The end of ${what.run.log.file}:\n${await logTail(what.run.log.file)}`,
    );
  }
}

/** The last lines of a log, without colours and without firebase-tools' table of addresses. */
export async function logTail(file: string): Promise<string> {
  const text = stripVTControlCharacters(await readFile(file, "utf8").catch(() => ""));
  const told = text.split("\n").filter((line) => line.trim() && !/^[┌├└│]|^Issues\? Report/.test(line));
  return tail(told.join("\n"), 40);
}

/** By the emulators' hub, into a folder that firebase-tools makes. */
async function exportTo(ports: Ports, folder: string): Promise<void> {
  const response = await fetch(`http://${LOOPBACK}:${ports.hub}/_admin/export`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ path: folder, initiatedBy: "lika" }),
    signal: AbortSignal.timeout(120_000),
  });
  if (!response.ok) throw new Error(`The emulators could not export their data: ${await response.text()}`);
}

interface Group {
  readonly group: number;
  readonly pidFile: string;
  readonly ended: Promise<number | null>;
  readonly ports: Ports;
  readonly patience: number;
}

/**
 * One SIGINT to firebase-tools, which then stops its emulators in order; a second one would make it leave
 * them running. What is still there afterwards is killed.
 */
async function stopGroup({ group, pidFile, ended, ports, patience }: Group): Promise<void> {
  const firebase = Number(await readFile(pidFile, "utf8").catch(() => "0"));
  send(firebase || -group, "SIGINT");
  const late = setTimeout(() => send(-group, "SIGKILL"), patience);
  await ended;
  clearTimeout(late);
  await endGroup(group);
  for (const pid of await strayFirestore(ports)) send(pid, "SIGKILL");
}

/** Ends what is left of a process group. */
export async function endGroup(group: number): Promise<void> {
  if (await waitUntil(() => !isAlive(-group), { within: 2_000 })) return;
  send(-group, "SIGKILL");
  await waitUntil(() => !isAlive(-group), { within: 2_000 });
}

/** firebase-tools gives the Firestore emulator a group of its own; it is known by its jar and its port. */
async function strayFirestore(ports: Ports): Promise<number[]> {
  const { output } = await run({ command: "ps", args: ["-A", "-o", "pid=,args="] });
  const mine = new RegExp(`firestore.*\\.jar .*--port ${ports.firestore} `);
  return output
    .split("\n")
    .filter((line) => mine.test(line))
    .map((line) => Number.parseInt(line, 10));
}
