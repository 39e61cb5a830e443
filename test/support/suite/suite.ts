/**
 * The local suite: Auth, Functions, Firestore, Hosting and Cloud Tasks on this machine, as one thing to start
 * and stop.
 *
 * `npm start` keeps one up for a person, `npm test` brings up its own, other commands use `withSuite`.
 */
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { build } from "../build.ts";
import { provide, type Provided } from "../tools/provision.ts";
import { reasonOf } from "../tools/way.ts";
import { kickUpkeep, queuePath, startCloudTasks } from "./cloudTasks.ts";
import {
  addressesOf,
  emulatorEnvironment,
  writeDemoSecret,
  writeFirebaseConfig,
  type Addresses,
} from "./config.ts";
import { startEmulators, type Emulator } from "./emulators.ts";
import { listenForEnd } from "./interrupt.ts";
import { ROOT, shown } from "./places.ts";
import { choosePorts, type Moved, type Ports } from "./ports.ts";
import { openRunFolder, type RunFolder } from "./runFolder.ts";
import { replaceSaved, savedExport } from "./savedData.ts";
import { findSuite, StoredAddresses } from "./suiteFile.ts";
import { Teardown } from "./teardown.ts";

export type { Addresses } from "./config.ts";

/**
 * A suite that is up: addresses as `127.0.0.1:PORT`, those of emulators that were not asked for lead nowhere.
 */
export interface Suite extends Addresses {
  /** The full name of a queue, as Cloud Tasks wants it. */
  queuePath(queue: string): string;
  /** Takes down a suite that this process started; for another's it does nothing. */
  stop(): Promise<void>;
}

/** A suite that this process has started, with what only its starter needs. */
export interface StartedSuite extends Suite {
  /** Settles with the name of a part that ended though nobody stopped it. */
  readonly broken: Promise<string>;
  readonly ports: Ports;
  readonly moved: readonly Moved[];
  /** Whether an earlier run's data was loaded. */
  readonly restored: boolean;
  /** Saves the data into its folder; from the first time on, `stop` saves as well. */
  save(): Promise<void>;
}

/** How to start a suite. Everything may be left out. */
export interface StartOptions {
  /** Folder to load data from and save it to. Without one the suite begins empty and forgets everything. */
  readonly dataFolder?: string;
  /** `usual` prefers the ports that people know; `any`, the default, leaves those alone; or those of a suite before. */
  readonly ports?: "usual" | "any" | Ports;
  /** Further environment for the functions, such as `{ UPKEEP_SECONDS: "2" }`. */
  readonly env?: Readonly<Record<string, string>>;
  /** The emulators to start, all by default. Cloud Tasks comes with the functions. */
  readonly only?: readonly Emulator[];
  /** Hears how far it is, a line at a time. */
  readonly say?: (line: string) => void;
  /** Gives up when aborted, and leaves nothing behind. */
  readonly signal?: AbortSignal;
}

interface Programs {
  readonly firestore: Provided;
  readonly tasks?: Provided;
}

const ALL_EMULATORS: readonly Emulator[] = ["auth", "functions", "firestore", "hosting"];
const silent = (): void => {};

/**
 * Builds what is needed and brings a suite up. Throws with the reason when it cannot; nothing is left running
 * then.
 */
export async function startSuite(options: StartOptions = {}): Promise<StartedSuite> {
  const programs = await prepare(options);
  // The pages are built while the emulators start. A failure is looked at when they are up.
  const pages = runsHosting(options) ? outcomeOf(build("web", options.signal)) : Promise.resolve(undefined);
  const teardown = new Teardown();
  try {
    const run = await openRunFolder();
    teardown.add(run.remove);
    const suite = await bringUp({ options, programs, run, teardown });
    const failure = await pages;
    if (failure) throw failure;
    if (runsFunctions(options)) await kickUpkeep(suite);
    return suite;
  } catch (error) {
    await teardown.run();
    await pages;
    throw error;
  }
}

/** The suite of `npm test`, inside a test; otherwise the one that `npm start` has up, if there is one. */
export async function currentSuite(): Promise<Suite | undefined> {
  const given = process.env["LIKA_SUITE"];
  const addresses = given ? StoredAddresses.parse(JSON.parse(given)) : await findSuite();
  return (
    addresses && { ...addresses, queuePath: (queue) => queuePath(addresses, queue), stop: async () => {} }
  );
}

/** Works with the suite that is up, or with an empty one that is brought up and taken down after. */
export async function withSuite<T>(
  work: (suite: Suite) => Promise<T>,
  options: StartOptions = {},
): Promise<T> {
  const up = await currentSuite();
  if (up) return work(up);
  const interrupt = listenForEnd();
  const suite = await startSuite({ ...options, signal: interrupt.signal });
  try {
    return await interrupt.during(work(suite));
  } finally {
    await suite.stop();
  }
}

function runsFunctions({ only = ALL_EMULATORS }: StartOptions): boolean {
  return only.includes("functions");
}

function runsHosting({ only = ALL_EMULATORS }: StartOptions): boolean {
  return only.includes("hosting");
}

async function prepare(options: StartOptions): Promise<Programs> {
  const { say = silent, signal } = options;
  if (!existsSync(join(ROOT, "firestore.rules")))
    throw new Error("firestore.rules is missing at the repository's root.");
  const firestore = await provide("hidane", { say, signal });
  if (runsHosting(options)) await mkdir(join(ROOT, "web/dist"), { recursive: true });
  if (!runsFunctions(options)) return { firestore };
  const tasks = await provide("cloudTasksEmulator", { say, signal });
  await writeDemoSecret();
  say("Building the functions …");
  await build("functions", signal);
  return { firestore, tasks };
}

interface BringUp {
  readonly options: StartOptions;
  readonly programs: Programs;
  readonly run: RunFolder;
  readonly teardown: Teardown;
}

/**
 * The order matters when it is run backwards: no more tasks, then the save, then the emulators, then the
 * files.
 */
async function bringUp({ options, programs, run, teardown }: BringUp): Promise<StartedSuite> {
  const { only = ALL_EMULATORS, say = silent, signal, dataFolder } = options;
  const { ports, moved } = await portsFor(options.ports);
  const suite = addressesOf(ports, run.log.file);
  const config = await writeFirebaseConfig(ports);
  teardown.add(config.remove);
  say("Starting the emulators …");
  const importFrom = dataFolder && savedExport(dataFolder);
  const env = { ...emulatorEnvironment(suite, run.temporary), ...options.env };
  const emulators = await startEmulators({
    firestore: programs.firestore,
    only,
    ports,
    config: config.path,
    env,
    run,
    importFrom,
    signal,
  });
  teardown.add(emulators.stop);
  const saving = savingTo(dataFolder, emulators.exportTo);
  teardown.add(saving.atTheEnd);
  const ended = [emulators.ended.then(() => "The Firebase emulators")];
  if (programs.tasks) {
    const tasks = await startCloudTasks(programs.tasks.path, { suite, run, signal });
    teardown.add(tasks.stop);
    ended.push(tasks.ended.then(() => "The Cloud Tasks emulator"));
  }
  return {
    ...suite,
    queuePath: (queue) => queuePath(suite, queue),
    ports,
    moved,
    restored: importFrom !== undefined,
    broken: Promise.race(ended),
    save: saving.save,
    stop: () => teardown.run(),
  };
}

async function portsFor(wish: StartOptions["ports"] = "any"): Promise<{ ports: Ports; moved: Moved[] }> {
  return typeof wish === "object" ? { ports: wish, moved: [] } : choosePorts(wish);
}

/** Nothing is saved before the first wish: a seed that was interrupted must not become the saved data. */
function savingTo(folder: string | undefined, exportTo: (target: string) => Promise<void>) {
  let wished = false;
  const save = async (): Promise<void> => {
    if (!folder) return;
    wished = true;
    await replaceSaved(folder, exportTo).catch((error: unknown) => {
      throw new Error(
        `The data could not be saved (${reasonOf(error)}); ${shown(folder)} holds the save before.`,
      );
    });
  };
  return { save, atTheEnd: async (): Promise<void> => (wished ? save() : undefined) };
}

function outcomeOf(work: Promise<void>): Promise<Error | undefined> {
  return work.then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  );
}
