/** What a way to a program is, and what all ways share: the cache, and seeing that a program runs here. */
import { access, constants } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { run, tail } from "../suite/childProcess.ts";
import type { Tool } from "./tools.ts";

/** What can be said of a way without changing anything. */
export type Look =
  | { readonly state: "here"; readonly path: string }
  | { readonly state: "possible"; readonly note: string }
  | { readonly state: "impossible"; readonly reason: string };

/** How far a longer job is; one line each time. */
export type Say = (line: string) => void;

/** What `take` works with. */
export interface Taking {
  readonly say: Say;
  readonly signal?: AbortSignal | undefined;
}

/** One way to a program. */
export interface Way {
  readonly title: string;
  /** Looks without changing anything; at most a few seconds. */
  look(tool: Tool): Promise<Look>;
  /**
   * Gets the program and gives its path; throws with the reason when it cannot. Absent where looking is all.
   */
  take?(tool: Tool, taking: Taking): Promise<string>;
  /** What a person can do so that this way works. */
  remedy?(tool: Tool): string;
}

/** This machine as releases and packages name it. */
export const PLATFORM = `${process.platform}-${process.arch}`;

/** Where programs got by Lika are kept, for every clone of it: `~/.cache/lika`, or under XDG_CACHE_HOME. */
export function cacheFolder(): string {
  return join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "lika");
}

/** The folder of one program in one version; the program is `bin/<command>` in it. */
export function toolFolder(tool: Tool): string {
  return join(cacheFolder(), `${tool.command}-${tool.version}`);
}

/** Where a program got by Lika ends up. */
export function cachedPath(tool: Tool): string {
  return join(toolFolder(tool), "bin", tool.command);
}

/** Finds the first of several names on PATH, or in further folders. */
export async function findOnPath(
  names: readonly string[],
  also: readonly string[] = [],
): Promise<string | undefined> {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), ...also].filter(
    (folder) => folder !== "",
  );
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (await isProgram(path)) return path;
    }
  }
  return undefined;
}

/** Whether a file is there and may be run. */
export function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Why a file cannot serve as this program here; undefined when it can. */
export async function whyNot(tool: Tool, path: string): Promise<string | undefined> {
  if (!(await isProgram(path))) return `${path} is not a program that can be run`;
  const env = { ...process.env };
  delete env["LISTEN_ADDR"];
  try {
    const { output } = await run({ command: path, args: tool.check.args, env, timeout: 15_000 });
    if (!tool.check.expect.test(output))
      return `${path} does not run here: ${tail(output, 2) || "it says nothing"}`;
    const { least } = tool.check;
    if (least && isOlder(output, least)) return `${path} is older than ${least}: ${tail(output, 1)}`;
    return undefined;
  } catch (error) {
    return `${path} does not run here: ${reasonOf(error)}`;
  }
}

/** Whether the first version in a text is older than another. */
export function isOlder(text: string, least: string): boolean {
  const found = /\d+(\.\d+)+/.exec(text)?.[0];
  if (!found) return true;
  const [have, want] = [found, least].map((version) => version.split(".").map(Number));
  for (const [place, wanted] of (want ?? []).entries()) {
    const own = have?.[place] ?? 0;
    if (own !== wanted) return own < wanted;
  }
  return false;
}

/** The words of an error, with the cause that `fetch` hides behind "fetch failed". */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : "";
  return `${error.message}${cause}`;
}
