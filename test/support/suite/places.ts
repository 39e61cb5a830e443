/** Where things lie in the repository, and the names that every part of the local suite shares. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root, without a slash at the end. */
export const ROOT = fileURLToPath(new URL("../../..", import.meta.url)).replace(/[/\\]$/, "");

/** Everything a run may lose: logs, compile caches, the note of the suite that is up. Git ignores it. */
export const CACHE = join(ROOT, ".cache");

/** What `npm start` keeps from one run to the next. Git ignores it. */
export const SAVED_DATA = join(ROOT, ".data");

/** Begins with `demo-`, so no emulator and no SDK ever calls a real project. */
export const PROJECT_ID = "demo-lika";

/** Everything listens here and nowhere else. */
export const LOOPBACK = "127.0.0.1";

/** The region of all functions and queues, as in `functions/src/options.ts`. */
export const REGION = process.env["LIKA_REGION"] ?? "asia-east2";

/** Path of a program that a root package brings, by its file inside `node_modules`. */
export function packageFile(path: string): string {
  return join(ROOT, "node_modules", path);
}

/** A path as a person reads it: from the root, or from the home folder. */
export function shown(path: string): string {
  const home = process.env["HOME"];
  if (path.startsWith(`${ROOT}/`)) return path.slice(ROOT.length + 1);
  return home && path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
}
