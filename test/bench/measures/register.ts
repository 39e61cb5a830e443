/** Whole towns in and out of the register, and the run of the checks over one. */
import type { Imported } from "../alone/importing.ts";
import type { Bench } from "../support/bench.ts";
import { alone } from "../support/bench.ts";
import type { Figures, Pair } from "../support/figures.ts";
import { figure } from "../support/figures.ts";

/** One file of the whole town into a new register, and once more when all of it is there. */
export async function measureImport({ suite, sizes: { runs, town: size } }: Bench): Promise<Figures> {
  const { first, again } = await alone<Imported>({ kind: "import", suite, size, runs });
  return { "import.first": figure(first, "ms"), "import.again": figure(again, "ms") };
}

/** A batch of each village as its file. */
export async function measureExport({ suite, sizes: { runs, town: size } }: Bench): Promise<Figures> {
  return { "export.town": figure(await alone<Pair>({ kind: "export", suite, size, runs }), "ms") };
}

/** The checks over every registration, by lists. */
export async function measureTrial({ suite, sizes: { runs, checked: size } }: Bench): Promise<Figures> {
  return { "trial.checks": figure(await alone<Pair>({ kind: "check", suite, size, runs }), "ms") };
}
