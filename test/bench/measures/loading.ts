/** How long a new instance takes to load the functions' code. */
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { CACHE, ROOT } from "../../support/suite/places.ts";
import type { Bench } from "../support/bench.ts";
import type { Figures } from "../support/figures.ts";
import { figure, inTurn } from "../support/figures.ts";

/**
 * What no functions can do without: the two SDKs' parts that a trigger, a task, a call and a database
 * take.
 */
const FLOOR = [
  "firebase-functions/v2/options", "firebase-functions/v2/firestore", "firebase-functions/v2/https",
  "firebase-functions/v2/tasks", "firebase-functions/v2/scheduler", "firebase-functions/params",
  "firebase-functions/v2", "firebase-admin/app", "firebase-admin/firestore",
];

/** Fresh processes, no compile cache; the files themselves are in the system's page cache after the first. */
export async function measureLoading({ sizes: { loads } }: Bench): Promise<Figures> {
  const floorFile = join(CACHE, "benchFloor.mjs");
  await writeFile(floorFile, FLOOR.map((name) => `import "${name}";\n`).join(""));
  const files = { ours: join(ROOT, "functions/lib/index.js"), floor: floorFile };
  await load(files.ours);
  await load(files.floor);
  const pair = await inTurn(loads, { ours: () => load(files.ours), floor: () => load(files.floor) });
  return { "loading.time": figure(pair, "ms") };
}

/** Milliseconds that a new process takes to import a file; Node's own start is not in it. */
async function load(file: string): Promise<number> {
  const script = `const start = performance.now(); await import(${JSON.stringify(pathToFileURL(file).href)});
    process.stdout.write(String(performance.now() - start)); process.exit();`;
  const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: "1", GCLOUD_PROJECT: "demo-lika" };
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], {
    env,
  });
  return Number(stdout);
}
