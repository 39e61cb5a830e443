/**
 * The way by Google's own Firestore emulator: a jar that firebase-tools downloads, run by Java 21 or newer.
 */
import { run, tail } from "../suite/childProcess.ts";
import { packageFile, ROOT } from "../suite/places.ts";
import { findOnPath, isOlder, type Way } from "./way.ts";

/** Required by firebase-tools since 15.0. */
const OLDEST_JAVA = "21";

/** The program's path is Java's: there is nothing else that Lika starts itself. */
export const official: Way = {
  title: "official emulator",
  async look() {
    const java = await findOnPath(["java"]);
    if (!java) return { state: "impossible", reason: `no Java; ${OLDEST_JAVA} or newer is needed` };
    const { output } = await run({ command: java, args: ["-version"], timeout: 15_000 });
    const version = /version "([^"]+)"/.exec(output)?.[1] ?? tail(output, 1);
    if (isOlder(`${version}.0`, OLDEST_JAVA)) {
      return { state: "impossible", reason: `Java ${OLDEST_JAVA} or newer is needed; here is ${version}` };
    }
    return { state: "possible", note: `download the jar by firebase-tools, run by Java ${version}` };
  },
  async take(_tool, { signal }) {
    const { code, output } = await run({
      command: process.execPath,
      args: [packageFile("firebase-tools/lib/bin/firebase.js"), "setup:emulators:firestore"],
      cwd: ROOT,
      timeout: 5 * 60_000,
      signal,
    });
    if (code !== 0) throw new Error(tail(output, 3));
    return (await findOnPath(["java"])) ?? "java";
  },
  remedy: () => `install Java ${OLDEST_JAVA} or newer, for example from https://adoptium.net`,
};
