/**
 * The services' own code in a process of its own, on a project where no trigger listens: nobody else touches its
 * documents. A parent forks it, sends one task, and hears the answer.
 */
import { clientEnvironment } from "../../support/suite/config.ts";
import type { Addresses } from "../../support/suite/config.ts";
import { Counter } from "../support/counter.ts";
import type { Counts } from "../support/counter.ts";
import { writeStaff } from "../support/people.ts";
import { QUIET_PROJECT } from "../support/benchSuite.ts";
import { database } from "../../../functions/src/store/firestore.ts";
import { timeClosing } from "./closing.ts";
import { timeChecks } from "./checking.ts";
import { countAll } from "./counts.ts";
import { timeExport } from "./exporting.ts";
import { timeImport } from "./importing.ts";
import type { CountyTask } from "./county.ts";
import { timeCounty } from "./county.ts";

export type Task =
  | { kind: "count"; suite: Addresses; size: number; only?: readonly string[] }
  | { kind: "close"; suite: Addresses; size: number; runs: number; counts: Counts }
  | { kind: "import" | "export" | "check"; suite: Addresses; size: number; runs: number }
  | ({ kind: "county"; suite: Addresses } & Omit<CountyTask, "firestore">);

const TIMED = { import: timeImport, export: timeExport, check: timeChecks };

async function perform(task: Task): Promise<object> {
  const suite = { ...task.suite, projectId: QUIET_PROJECT };
  Object.assign(process.env, clientEnvironment(suite));
  if (task.kind !== "count" && task.kind !== "county") {
    await writeStaff(database());
    return task.kind === "close" ? timeClosing(task) : TIMED[task.kind](task);
  }
  const counter = await Counter.before(suite.firestore);
  process.env["FIRESTORE_EMULATOR_HOST"] = counter.address;
  try {
    await writeStaff(database());
    return task.kind === "county" ? await timeCounty(counter, { ...task, firestore: suite.firestore }) : await countAll(counter, task);
  } finally {
    await database().terminate();
    counter.end();
  }
}

process.once("message", (task: Task) => {
  perform(task).then(
    (answer) => process.send?.({ answer }, () => process.disconnect()),
    (error: Error) => process.send?.({ error: error.stack ?? error.message }, () => process.exit(1)),
  );
});
