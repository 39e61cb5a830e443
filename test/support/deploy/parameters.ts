/** The parameters of one deployment: `functions/.env.<project>`, which firebase-tools gives to the functions as well. */
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { z } from "zod";
import { ROOT, shown } from "../suite/places.ts";
import { StepFailed } from "./runSteps.ts";

const EMAIL = /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/;
/* Every value stands in a shell command, so none may hold what a shell reads. */
const nothingOr = (pattern: RegExp) => z.string().regex(new RegExp(`^$|${pattern.source}`));

/** What `functions/.env.example` explains, a row each. */
export const Parameters = z.object({
  LIKA_REGION: z.string().regex(/^[a-z]+-[a-z]+\d{1,2}$/),
  TASKS_SERVICE_ACCOUNT: nothingOr(EMAIL),
  OUTWARD_URL: nothingOr(/^https:\/\/[\w.:/-]+$/),
  APP_CHECK_KEY: nothingOr(/^[\w-]{20,80}$/),
  APP_CHECK: z.enum(["off", "enforce"]),
  ALERT_EMAIL: z.string().regex(EMAIL),
  BILLING_ACCOUNT: nothingOr(/^[0-9A-F]{6}(-[0-9A-F]{6}){2}$/),
  BUDGET: z.string().regex(/^\d+[A-Z]{3}$/),
}).refine(({ APP_CHECK, APP_CHECK_KEY }) => APP_CHECK === "off" || APP_CHECK_KEY !== "", {
  path: ["APP_CHECK_KEY"],
});
export type Parameters = z.infer<typeof Parameters>;

const EXAMPLE = join(ROOT, "functions/.env.example");

export const parameterFile = (project: string): string => join(ROOT, `functions/.env.${project}`);

/** Asks a person for one value; an empty answer takes the suggested one. Undefined: nobody is there to be asked. */
export type Ask = ((name: string, suggested: string) => Promise<string>) | undefined;

/**
 * The deployment's parameters. What is missing or wrong is asked for and kept in the file; with nobody to ask it is
 * named. @throws StepFailed
 */
export async function readParameters(project: string, ask: Ask, file = parameterFile(project)): Promise<Parameters> {
  const example = await readFile(EXAMPLE, "utf8");
  const own = existsSync(file) ? await readFile(file, "utf8") : example;
  const values: Record<string, string | undefined> = { ...parseEnv(example), ...parseEnv(own) };
  for (const name of wrongIn(values)) {
    if (ask) values[name] = (await ask(name, values[name] ?? "")) || values[name];
  }
  const wrong = wrongIn(values);
  if (wrong.length > 0) {
    throw new StepFailed(`${wrong.join(", ")}: missing or not well-formed.`, [
      ...(existsSync(file) ? [] : [`cp ${shown(EXAMPLE)} ${shown(file)}`]),
      `fill in ${shown(file)}; the lines above each value say what it is`,
    ]);
  }
  if (ask) await writeFile(file, filledIn(own, values));
  const known = Parameters.parse(values);
  return { ...known, TASKS_SERVICE_ACCOUNT: known.TASKS_SERVICE_ACCOUNT || `lika-tasks@${project}.iam.gserviceaccount.com` };
}

function wrongIn(values: Record<string, string | undefined>): string[] {
  const { error } = Parameters.safeParse(values);
  return [...new Set(error?.issues.map(({ path }) => String(path[0])))];
}

/** The same text with these values; its comments stay. */
function filledIn(text: string, values: Record<string, string | undefined>): string {
  return text.replace(/^([A-Z_]+)=.*$/gm, (_, name: string) => `${name}=${values[name] ?? ""}`);
}
