/** `npm start`: the whole of Lika on this machine, with its data kept from one start to the next. */
import { listenForEnd, type Interrupt } from "./suite/interrupt.ts";
import { SAVED_DATA, shown } from "./suite/places.ts";
import { seedIfEmpty, type Demo } from "./suite/seeding.ts";
import { logTail } from "./suite/emulators.ts";
import { startSuite, type StartedSuite } from "./suite/suite.ts";
import { findSuite, noteSuite } from "./suite/suiteFile.ts";
import { table } from "./table.ts";

/** A machine that loses its power loses this much at most; a save takes a tenth of a second. */
const SAVE_EVERY = 3 * 60_000;

const say = (line: string): void => console.log(line);

/** Runs until it is told to end; gives the exit code. */
async function main(interrupt: Interrupt): Promise<number> {
  const other = await findSuite();
  if (other) {
    say(
      `Lika is up already at http://${other.hosting}, and would share ${shown(SAVED_DATA)} with this one. ` +
        "Stop it first (Ctrl-C where it runs).",
    );
    return 1;
  }
  const suite = await startSuite({ dataFolder: SAVED_DATA, ports: "usual", say, signal: interrupt.signal });
  const forget = await noteSuite(suite);
  try {
    return await serve(suite, interrupt);
  } finally {
    await forget();
    await suite.stop();
    say(`Stopped. The data is in ${shown(SAVED_DATA)}.`);
  }
}

async function serve(suite: StartedSuite, interrupt: Interrupt): Promise<number> {
  if (!suite.restored) say("No saved data: putting in the demo …");
  const demo = await interrupt.during(seedIfEmpty(suite));
  await suite.save();
  describe(suite, demo);
  const saving = setInterval(() => void suite.save().catch((error: Error) => say(error.message)), SAVE_EVERY);
  try {
    const broken = await interrupt.during(suite.broken);
    say(
      `${broken} ended by themselves. The end of ${shown(suite.logFile)}:\n${await logTail(suite.logFile)}`,
    );
    return 1;
  } finally {
    clearInterval(saving);
  }
}

function describe(suite: StartedSuite, demo: Demo): void {
  for (const { service, from, to } of suite.moved) say(`Port ${from} is taken, so ${service} is at ${to}.`);
  if (suite.restored)
    say(`Loaded what the last run saved in ${shown(SAVED_DATA)} (npm run reset begins anew).`);
  for (const line of demo.summary) say(line);
  say("");
  say(
    table([
      ["Public pages", `http://${suite.hosting}/`],
      ["Staff", `http://${suite.hosting}/staff`],
      ["Functions", suite.functionsBaseUrl],
      ["Firestore", suite.firestore],
      ["Auth", suite.auth],
      ["Cloud Tasks", suite.tasks],
      ["Log", shown(suite.logFile)],
    ]),
  );
  if (demo.accounts.length > 0) {
    say(
      "\nSign in as any of these. They are invented people in a demo: " +
        "no account of yours is used, and nothing leaves this machine.",
    );
    say(
      table([
        ["role", "角色", "e-mail", "password"],
        ...demo.accounts.map((one) => [one.role, one.zh, one.email, one.password]),
      ]),
    );
  }
  say("\nCtrl-C stops everything and keeps the data.");
  say(`Lika is ready at http://${suite.hosting}`);
}

const interrupt = listenForEnd();
void interrupt.requested.then(() => say("\nStopping …"));
const code = await main(interrupt).catch((error: Error) => {
  const wanted = interrupt.signal.aborted && ["EndRequested", "AbortError"].includes(error.name);
  if (!wanted) say(`\n${error.message}`);
  return wanted ? 0 : 1;
});
// A seed that was interrupted keeps asking emulators that are gone; it is not waited for.
process.exit(code);
