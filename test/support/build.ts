/**
 * Builds what the suite and a deployment run: the functions by tsc, the pages by Vite; and checks everything
 * without running it: types, lint and layout (.oxlintrc.json), and what nobody uses (knip.json).
 *
 * On the command line: `node test/support/build.ts functions|web|types|lint|unused`, one or several.
 */
import { existsSync } from "node:fs";
import { mkdir, readdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { run, tail } from "./suite/childProcess.ts";
import { CACHE, packageFile, ROOT } from "./suite/places.ts";

const SOURCE = join(ROOT, "functions/src");
const OUTPUT = join(ROOT, "functions/lib");
const BUILD_NOTE = join(CACHE, "functions.tsbuildinfo");

/** What can be built, and the program that does it. */
const BUILDS = {
  functions: { args: [packageFile("typescript/bin/tsc"), "-p", "functions"] },
  web:       { args: [packageFile("vite/bin/vite.js"), "build", "web", "--logLevel", "warn"] },
  types:     { args: [packageFile("typescript/bin/tsc"), "-p", "."] },
  lint:      { args: [packageFile("oxlint/bin/oxlint"), "--format", "unix"] },
  unused:    { args: [packageFile("knip/bin/knip.js"), "--no-progress"] },
} as const;

export type Build = keyof typeof BUILDS;

/** Builds one thing; throws with the compiler's own words when that fails. */
export async function build(what: Build, signal?: AbortSignal): Promise<void> {
  if (what === "functions") await forgetStaleOutput();
  const { code, output } = await run({
    command: process.execPath,
    args: BUILDS[what].args,
    cwd: ROOT,
    signal,
  });
  if (code === 0) return;
  const [program, ...args] = BUILDS[what].args;
  throw new BuildFailed(`${basename(program)} ${args.join(" ")} failed:\n${tail(output, 40)}`);
}

/** A build that did not succeed; the message holds what the compiler said. */
export class BuildFailed extends Error {
  override readonly name = "BuildFailed";
}

/**
 * Removes output whose source is gone, or it would be uploaded for ever; and tsc's note of what it has
 * written, when somebody removed the output. The rest stays: the functions emulator reloads on every changed
 * file.
 */
async function forgetStaleOutput(): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  if (!existsSync(join(OUTPUT, "index.js"))) await rm(BUILD_NOTE, { force: true });
  if (!existsSync(OUTPUT)) return;
  for (const file of await readdir(OUTPUT, { recursive: true })) {
    if (!file.endsWith(".js")) continue;
    if (!existsSync(join(SOURCE, file.replace(/\.js$/, ".ts")))) await rm(join(OUTPUT, file));
  }
}

if (import.meta.main) {
  const wanted = process.argv.slice(2);
  const known = wanted.filter((name): name is Build => name in BUILDS);
  if (known.length === 0 || known.length < wanted.length) {
    console.error(`Build what? Any of: ${Object.keys(BUILDS).join(", ")}`);
    process.exitCode = 1;
  }
  for (const outcome of await Promise.allSettled(known.map((name) => build(name)))) {
    if (outcome.status === "fulfilled") continue;
    console.error(outcome.reason instanceof Error ? outcome.reason.message : outcome.reason);
    process.exitCode = 1;
  }
}
