/**
 * `npm test`: everything a change has to pass, on a suite of its own; `npm test -- domain rules` runs only
 * those projects, and any other word goes on to vitest. The last line is always `N passed, N failed`.
 */
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { auditDependencies } from "./audit.ts";
import { build } from "./build.ts";
import { PROJECTS, type Project } from "./projects.ts";
import { runHere } from "./suite/childProcess.ts";
import { clientEnvironment } from "./suite/config.ts";
import { logTail } from "./suite/emulators.ts";
import { listenForEnd, type Interrupt } from "./suite/interrupt.ts";
import { CACHE, packageFile, ROOT, shown } from "./suite/places.ts";
import { readRulesCoverage } from "./suite/rulesCoverage.ts";
import { startSuite, type StartedSuite } from "./suite/suite.ts";
import { StoredAddresses } from "./suite/suiteFile.ts";
import { provide } from "./tools/provision.ts";

const RESULTS = join(CACHE, "test-results.json");

/** What was asked for on the command line. */
interface Wish {
  readonly projects: readonly Project[];
  readonly everything: boolean;
  readonly forVitest: readonly string[];
}

/** How many checks held, and a line for each that did not and that vitest has not shown. */
interface Tally {
  passed: number;
  failed: number;
  readonly complaints: string[];
}

const say = (line: string): void => console.log(line);

function readWish(words: readonly string[]): Wish {
  const named = PROJECTS.filter(({ name }) => words.includes(name));
  const forVitest = words.filter((word) => !named.some(({ name }) => name === word));
  return { projects: named.length > 0 ? named : PROJECTS, everything: named.length === 0, forVitest };
}

/** A check of ours that is not a test of vitest's counts as one. */
async function check(tally: Tally, name: string, work: Promise<void>): Promise<boolean> {
  try {
    await work;
    tally.passed += 1;
    say(`${name}: ok`);
    return true;
  } catch (error) {
    tally.failed += 1;
    tally.complaints.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

/** A registry that does not answer is told at the end, and is neither held nor failed. */
async function audit(tally: Tally, signal: AbortSignal): Promise<void> {
  const { state, line } = await auditDependencies(signal);
  say(line);
  if (state === "held") tally.passed += 1;
  else tally.complaints.push(line);
  if (state === "failed") tally.failed += 1;
}

async function main(wish: Wish, interrupt: Interrupt, tally: Tally): Promise<void> {
  if (wish.everything) await check(tally, "every project has tests", mustHaveTests(wish.projects));
  if (wish.everything) await Promise.all((["types", "lint", "unused"] as const).map((what) => check(tally, what, build(what, interrupt.signal))));
  if (wish.everything) await audit(tally, interrupt.signal);
  const only = [...new Set(wish.projects.flatMap(({ needs }) => needs))];
  if (only.length === 0) return runVitest(wish, process.env, { interrupt, tally });
  const needsBrowser = wish.projects.some(({ name }) => name === "journeys");
  const browser = needsBrowser ? (await provide("chromium", { say, signal: interrupt.signal })).path : "";
  const suite = await startSuite({ only, say, signal: interrupt.signal });
  try {
    say(`The suite is up (log: ${shown(suite.logFile)}).`);
    await runVitest(wish, suiteEnvironment(suite, browser), { interrupt, tally });
    // Chosen files cannot evaluate every rule.
    if (wish.forVitest.length === 0 && wish.projects.some(({ name }) => name === "rules"))
      await check(tally, "rules coverage", coverRules(suite));
    if (tally.failed > 0) say(`\nThe end of ${shown(suite.logFile)}:\n${await logTail(suite.logFile)}`);
  } finally {
    await suite.stop();
  }
}

/** A project that lost its tests must not look like one whose tests pass. */
async function mustHaveTests(projects: readonly Project[]): Promise<void> {
  const empty: string[] = [];
  for (const { name } of projects) {
    const files = await readdir(join(ROOT, "test", name), { recursive: true }).catch(() => []);
    if (!files.some((file) => /\.test\.tsx?$/.test(file))) empty.push(`test/${name}`);
  }
  if (empty.length > 0) throw new Error(`no test in ${empty.join(", ")}`);
}

function suiteEnvironment(suite: StartedSuite, browser: string): NodeJS.ProcessEnv {
  const own = {
    LIKA_SUITE: JSON.stringify(StoredAddresses.parse(suite)),
    ...(browser ? { CHROMIUM_PATH: browser } : {}),
  };
  return { ...process.env, ...clientEnvironment(suite), ...own };
}

const Results = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

async function runVitest(
  { projects, forVitest }: Wish,
  env: NodeJS.ProcessEnv,
  { interrupt, tally }: { interrupt: Interrupt; tally: Tally },
): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  await rm(RESULTS, { force: true });
  const code = await runHere({
    command: process.execPath,
    args: [
      packageFile("vitest/vitest.mjs"),
      "run",
      "--config",
      "test/vitest.config.ts",
      ...projects.flatMap(({ name }) => ["--project", name]),
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${RESULTS}`,
      ...forVitest,
    ],
    cwd: ROOT,
    env,
    signal: interrupt.signal,
  });
  const text = await readFile(RESULTS, "utf8").catch(() => "");
  addResults(tally, text ? Results.parse(JSON.parse(text)) : undefined, code);
}

function addResults(tally: Tally, results: z.infer<typeof Results> | undefined, code: number): void {
  const before = tally.failed;
  tally.passed += results?.numPassedTests ?? 0;
  tally.failed += results?.numFailedTests ?? 0;
  for (const file of results?.testResults ?? []) {
    // A file that does not load has no failed test of its own.
    const hasFailedTest = file.assertionResults.some(({ status }) => status === "failed");
    if (file.status !== "failed" || hasFailedTest) continue;
    tally.failed += 1;
    tally.complaints.push(`${shown(file.name)} did not run`);
  }
  if (results && results.numPendingTests > 0)
    tally.complaints.push(`${results.numPendingTests} tests were skipped`);
  if (code === 0 || tally.failed > before) return;
  tally.failed += 1;
  tally.complaints.push(`vitest ended with code ${code}`);
}

async function coverRules(suite: StartedSuite): Promise<void> {
  const { expressions, lines, unevaluated } = await readRulesCoverage(suite);
  say(`\nRules coverage: ${expressions} expressions, ${lines.length} not evaluated both ways`);
  for (const line of lines) say(`  ${line}`);
  if (expressions === 0)
    throw new Error("the emulator counted nothing: do the tests use rulesProjectId(import.meta.url)?");
  if (unevaluated > 0) throw new Error(`${unevaluated} allow conditions were never evaluated (listed above)`);
}

const tally: Tally = { passed: 0, failed: 0, complaints: [] };
const interrupt = listenForEnd();
await main(readWish(process.argv.slice(2)), interrupt, tally).catch((error: Error) => {
  tally.failed += 1;
  tally.complaints.push(interrupt.signal.aborted ? "stopped before the end" : error.message);
});
for (const complaint of tally.complaints) say(`\n${complaint}`);
say(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed === 0 ? 0 : 1);
