/** The test projects: a folder each, what of the suite it needs, and how long one test may take. */
import type { Emulator } from "./suite/emulators.ts";

/** One row of `PROJECTS`. `patience` is milliseconds. */
export interface Project {
  readonly name: string;
  readonly needs: readonly Emulator[];
  readonly patience: number;
}

const EVERYTHING: readonly Emulator[] = ["auth", "functions", "firestore", "hosting"];

/** In the order in which those that share a suite take turns. */
export const PROJECTS: readonly Project[] = [
  { name: "domain",       needs: [],            patience: 20_000 },
  { name: "architecture", needs: [],            patience: 20_000 },
  { name: "deploy",       needs: [],            patience: 60_000 },
  { name: "rules",        needs: ["firestore"], patience: 60_000 },
  { name: "functions",    needs: EVERYTHING,    patience: 60_000 },
  { name: "attacks",      needs: EVERYTHING,    patience: 120_000 },
  { name: "prints",       needs: [],            patience: 60_000 },
  { name: "web",          needs: EVERYTHING,    patience: 60_000 },
  { name: "journeys",     needs: EVERYTHING,    patience: 120_000 },
];
