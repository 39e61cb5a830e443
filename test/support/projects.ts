/** The test projects: a folder each, what of the suite it needs, how many files may run at once, how long a test may take. */
import type { Emulator } from "./suite/emulators.ts";

/** One row of `PROJECTS`. `patience` is milliseconds. */
export interface Project {
  readonly name: string;
  readonly needs: readonly Emulator[];
  /** Files that run at the same time. More than one only where each file keeps to a database or a town of its own. */
  readonly atOnce: number;
  readonly patience: number;
}

const EVERYTHING: readonly Emulator[] = ["auth", "functions", "firestore", "hosting"];
/** As many as there are processors: a project that needs nothing of the suite. */
const ALL = 0;

/** In the order in which those that share a suite take turns. */
export const PROJECTS: readonly Project[] = [
  { name: "domain",       needs: [],            atOnce: ALL, patience: 20_000 },
  { name: "architecture", needs: [],            atOnce: ALL, patience: 20_000 },
  { name: "deploy",       needs: [],            atOnce: ALL, patience: 60_000 },
  { name: "prints",       needs: [],            atOnce: ALL, patience: 60_000 },
  { name: "rules",        needs: ["firestore"], atOnce: 1,   patience: 60_000 },
  { name: "services",     needs: EVERYTHING,    atOnce: 3,   patience: 120_000 },
  { name: "functions",    needs: EVERYTHING,    atOnce: 2,   patience: 60_000 },
  { name: "operations",   needs: EVERYTHING,    atOnce: 1,   patience: 60_000 },
  { name: "attacks",      needs: EVERYTHING,    atOnce: 1,   patience: 120_000 },
  { name: "web",          needs: EVERYTHING,    atOnce: 1,   patience: 60_000 },
  { name: "journeys",     needs: EVERYTHING,    atOnce: 2,   patience: 120_000 },
];
