/**
 * `npm run bench`: Lika's figures, each beside a floor measured in the same run (README.md tells what they mean).
 *
 *     node --import ./test/support/register.mjs test/bench/bench.ts [--json] [--quick] [--only name] [--around N]
 */
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { openAccounts } from "../seed/accounts.ts";
import { openDatabase, withAccounts } from "../seed/admin.ts";
import { CAST } from "../seed/cast.ts";
import { clientEnvironment } from "../support/suite/config.ts";
import type { Interrupt } from "../support/suite/interrupt.ts";
import { listenForEnd } from "../support/suite/interrupt.ts";
import { table } from "../support/table.ts";
import { measureBurst } from "./measures/burst.ts";
import { measureClosing } from "./measures/closing.ts";
import { measureCounty } from "./measures/county.ts";
import { measureHandbooks } from "./measures/handbooks.ts";
import { measureLate } from "./measures/late.ts";
import { measureLoading } from "./measures/loading.ts";
import { measureFirst } from "./measures/first.ts";
import { measureExport, measureImport, measureTrial } from "./measures/register.ts";
import { measureSeen } from "./measures/seen.ts";
import { measureTable } from "./measures/table.ts";
import { measureWay } from "./measures/way.ts";
import { measureWire } from "./measures/wire.ts";
import type { Bench, Measure, Sizes } from "./support/bench.ts";
import { SIZES } from "./support/bench.ts";
import { startBenchSuite } from "./support/benchSuite.ts";
import type { Figures } from "./support/figures.ts";
import { rowsOf } from "./support/figures.ts";
import { People } from "./support/people.ts";

/** In the order in which they run; a figure's name begins with its measure's. */
const MEASURES: readonly Measure[] = [
  { name: "loading", about: "loading the functions' code",                            run: measureLoading },
  { name: "seen",    about: "an action until another client sees the new state",      run: measureSeen },
  { name: "wire",    about: "reads, writes and invocations of each action",           run: measureWire },
  { name: "closing", about: "closing one large notice",                               run: measureClosing },
  { name: "late",    about: "how late after its end a notice is seen closed",         run: measureLate },
  { name: "burst",   about: "many actions at once until the last is applied",         run: measureBurst },
  { name: "way",     about: "households from submission to approval, and CPU", run: measureWay },
  { name: "import",  about: "a whole town's list into the register, and again",       run: measureImport },
  { name: "export",  about: "a whole town's batches as files",                        run: measureExport },
  { name: "trial",   about: "the checks over a town's registrations",                 run: measureTrial },
  { name: "handbooks", about: "one document of a signing session, as the browser prints it", run: measureHandbooks },
  { name: "first",   about: "the public's first page on an old phone and a slow net",  run: measureFirst },
  { name: "table",   about: "a town's households in the browser: filter, sort, scroll", run: measureTable },
  /* Last: it leaves a county in the database, which the emulator looks through for whatever is asked after it. */
  { name: "county",  about: "a town's screens, actions and staff within a county a hundred times as large", run: measureCounty },
];

const say = (line: string): void => console.error(line);

async function measureAll(bench: Bench, chosen: readonly Measure[]): Promise<Figures> {
  const figures: Figures = {};
  for (const { name, about, run } of chosen) {
    const start = Date.now();
    say(`\n${name}: ${about} …`);
    const found = await run(bench);
    Object.assign(figures, found);
    say(table(rowsOf(found)));
    say(
      `  (${Math.round((Date.now() - start) / 1000)} s, load ${loadavg()
        .map((load) => load.toFixed(1))
        .join(" ")})`,
    );
  }
  return figures;
}

/** `around`: of another number of households than the county's, where a machine bears no more. */
function sizesOf({ quick, around }: { quick?: boolean; around?: string }): Sizes {
  const sizes = quick ? SIZES.quick : SIZES.full;
  return around === undefined ? sizes : { ...sizes, around: Number(around) };
}

async function main(interrupt: Interrupt): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: "boolean" }, quick: { type: "boolean" }, only: { type: "string" }, around: { type: "string" } },
  });
  const chosen = MEASURES.filter(
    ({ name }) => values.only === undefined || values.only.split(".")[0] === name,
  );
  if (chosen.length === 0)
    throw new Error(`--only takes one of: ${MEASURES.map(({ name }) => name).join(", ")}`);
  say(
    `Load before: ${loadavg()
      .map((load) => load.toFixed(2))
      .join(" ")}`,
  );
  const suite = await startBenchSuite(say, interrupt.signal);
  Object.assign(process.env, clientEnvironment(suite));
  const db = openDatabase(suite);
  const people = new People(suite);
  try {
    await withAccounts(suite, (auth) => openAccounts({ auth, db }, CAST));
    const bench: Bench = { suite, db, people, sizes: sizesOf(values), say };
    const all = await interrupt.during(measureAll(bench, chosen));
    const wanted = Object.entries(all).filter(([name]) => name.startsWith(values.only ?? ""));
    if (values.json) console.log(JSON.stringify(Object.fromEntries(wanted), null, 2));
  } finally {
    await people.leave().catch(() => {});
    await suite.stop();
  }
}

const interrupt = listenForEnd();
await main(interrupt).catch((error: Error) => {
  say(`\n${error.stack ?? error.message}`);
  process.exitCode = 1;
});
// The client SDK keeps timers and connections of its own.
process.exit();
