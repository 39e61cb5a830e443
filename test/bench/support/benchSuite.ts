/** The suite of the bench: Lika's own functions and, beside them as a second codebase, the floor. */
import { readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { build } from "../../support/build.ts";
import { provide } from "../../support/tools/provision.ts";
import { queuePath, startCloudTasks } from "../../support/suite/cloudTasks.ts";
import type { Addresses } from "../../support/suite/config.ts";
import {
  addressesOf,
  emulatorEnvironment,
  writeDemoSecret,
  writeFirebaseConfig,
} from "../../support/suite/config.ts";
import { startEmulators } from "../../support/suite/emulators.ts";
import { ROOT } from "../../support/suite/places.ts";
import { choosePorts } from "../../support/suite/ports.ts";
import type { RunFolder } from "../../support/suite/runFolder.ts";
import { openRunFolder } from "../../support/suite/runFolder.ts";
import { Teardown } from "../../support/suite/teardown.ts";

/**
 * Same data, other project: no trigger listens there, so services that are run by hand are alone with
 * their actions.
 */
export const QUIET_PROJECT = "demo-lika-quiet";

/** Addresses, and the processes whose CPU seconds count as the server's. */
export type BenchSuite = Addresses & { servers: number[]; stop(): Promise<void> };

/** The least that a rule can ask: that somebody has signed in. */
const FLOOR_RULES = ["floor", "floorAnswers", "floorDocuments"]
  .map(
    (name) =>
      `    match /${name}/{id} {\n      allow read, create, update: if request.auth != null;\n    }\n`,
  )
  .join("\n");

/** Lika's rules with the floor's before the deny-all at their end. */
async function writeRules(file: string): Promise<void> {
  const rules = await readFile(join(ROOT, "firestore.rules"), "utf8");
  const end = rules.lastIndexOf("match /{document=**}");
  if (end < 0) throw new Error("firestore.rules has no deny-all at its end.");
  await writeFile(file, `${rules.slice(0, end)}${FLOOR_RULES}\n    ${rules.slice(end)}`);
}

/** Adds the floor's codebase and rules to the run's firebase.json. */
async function addFloor(config: string, rules: string): Promise<void> {
  const shipped = JSON.parse(await readFile(config, "utf8")) as { functions: object[]; firestore: object };
  const functions = [
    ...shipped.functions,
    { source: "test/bench/floor", codebase: "floor", runtime: "nodejs24" },
  ];
  await writeFile(
    config,
    JSON.stringify({ ...shipped, functions, firestore: { ...shipped.firestore, rules } }, null, 2),
  );
}

/**
 * Builds the functions and the pages and brings the suite up, without the periodic run, which would show in the figures.
 * Nothing is left running when it throws.
 */
export async function startBenchSuite(
  say: (line: string) => void,
  signal?: AbortSignal,
): Promise<BenchSuite> {
  const firestore = await provide("hidane", { say, signal });
  const tasks = await provide("cloudTasksEmulator", { say, signal });
  await writeDemoSecret();
  await build("functions", signal);
  await build("web", signal);
  const teardown = new Teardown();
  try {
    const run = await openRunFolder();
    teardown.add(run.remove);
    const { ports } = await choosePorts("any");
    const suite = addressesOf(ports, run.log.file);
    const config = await writeFirebaseConfig(ports);
    teardown.add(config.remove);
    const rules = join(run.folder, "bench.rules");
    await writeRules(rules);
    await addFloor(config.path, relative(ROOT, rules));
    const env = { ...emulatorEnvironment(suite, run.temporary), UPKEEP_SECONDS: "3600" };
    const emulators = await startEmulators({
      firestore,
      only: ["auth", "functions", "firestore", "hosting"],
      ports,
      config: config.path,
      env,
      run,
      signal,
    });
    teardown.add(emulators.stop);
    const queues = await startCloudTasks(tasks.path, { suite, run, signal });
    teardown.add(queues.stop);
    await createQueue(suite, "floorTimer");
    await createQueue({ ...suite, projectId: QUIET_PROJECT }, "closeNotice");
    return { ...suite, servers: await serversOf(run), stop: () => teardown.run() };
  } catch (error) {
    await teardown.run();
    throw error;
  }
}

async function serversOf(run: RunFolder): Promise<number[]> {
  const pids = ["group", "tasks"].map(async (name) =>
    Number(await readFile(join(run.folder, `${name}.pid`), "utf8")),
  );
  return Promise.all(pids);
}

/** A queue with as many dispatches at once as the suite gives its own. */
async function createQueue(suite: Addresses, queue: string): Promise<void> {
  const name = queuePath(suite, queue);
  await callTasks(suite, name.replace(/\/[^/]+$/, ""), { name, rateLimits: { maxConcurrentDispatches: 2 } });
}

/** Creates a task of the floor: its function is called at that instant. */
export async function setFloorTimer(suite: Addresses, id: string, at: Date): Promise<void> {
  const url = `${suite.functionsBaseUrl}/floorTimer`;
  const body = Buffer.from(JSON.stringify({ data: { id } })).toString("base64");
  await callTasks(suite, `${queuePath(suite, "floorTimer")}/tasks`, {
    task: {
      scheduleTime: at.toISOString(),
      httpRequest: { url, httpMethod: "POST", headers: { "content-type": "application/json" }, body },
    },
  });
}

async function callTasks(suite: Addresses, path: string, body: object): Promise<void> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`http://${suite.tasks}/v2/${path}`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`The Cloud Tasks emulator refused ${path}: ${await response.text()}`);
}
