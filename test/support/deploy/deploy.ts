/**
 * `npm run deploy -- --project ID [--dry-run]`: from an empty Firebase project to a running town, and later from one
 * version to the next. Steps that have been done before are left alone (docs/DEPLOY.md).
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { ROOT } from "../suite/places.ts";
import { configOf } from "./deployment.ts";
import { readParameters, type Ask } from "./parameters.ts";
import { linesOf, runSteps, StepFailed } from "./runSteps.ts";
import { configFile, stepsOf } from "./steps.ts";

const say = (line: string): void => console.log(line);

/** A project's id as Google has it: it stands in shell commands. */
const PROJECT = /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { project: { type: "string" }, "dry-run": { type: "boolean", default: false } } });
  const project = values.project ?? "";
  if (!PROJECT.test(project)) throw new StepFailed("Which project? A project's id is needed.", ["npm run deploy -- --project ID", "firebase projects:list"]);
  if (project.startsWith("demo-")) throw new StepFailed("A project that begins with demo- exists on no cloud.", ["npm start runs everything on this machine"]);
  const deployment = { project, parameters: await readParameters(project, process.stdin.isTTY ? askHere : undefined) };
  const steps = stepsOf(deployment);
  if (values["dry-run"]) {
    for (const step of steps) say(linesOf(step).join("\n"));
    return;
  }
  await writeFile(join(ROOT, configFile(project)), await configOf(deployment));
  await runSteps(steps, { say });
  say(`\nLika stands at https://${project}.web.app. The first account: npm run first-office -- --project ${project} --campaign FILE --name NAME --email E-MAIL`);
}

const askHere: Ask = async (name, suggested) => {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await terminal.question(`${name}${suggested ? ` [${suggested}]` : ""}: `)).trim();
  } finally {
    terminal.close();
  }
};

await main().catch((error: unknown) => {
  if (!(error instanceof StepFailed)) throw error;
  console.error(`\n${error.message}`);
  for (const way of error.wayOut) console.error(`  way out: ${way}`);
  process.exitCode = 1;
});
