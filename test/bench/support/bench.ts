/** What every measurement works with. */
import { fork } from "node:child_process";
import { join } from "node:path";
import type { Firestore } from "@google-cloud/firestore";
import type { Task } from "../alone/alone.ts";
import type { BenchSuite } from "./benchSuite.ts";
import type { Figures } from "./figures.ts";
import type { People } from "./people.ts";

/** How much is measured: the sizes that the figures are promised for, and those of a smoke run. */
export const SIZES = {
  full: {
    runs: 3, list: 400, samples: 40, loads: 9, closings: 5, alone: 5, notices: 200, burst: 1000, byLists: 1000, bySingles: 250, town: 873, checked: 1200, settled: 1000, around: 99_000, staff: 1000, readers: 64, looks: 9,
  },
  quick: {
    runs: 1, list: 20, samples: 5, loads: 3, closings: 1, alone: 1, notices: 6, burst: 20, byLists: 10, bySingles: 5, town: 33, checked: 30, settled: 44, around: 200, staff: 20, readers: 20, looks: 2,
  },
} as const;
export type Sizes = Record<keyof (typeof SIZES)["full"], number>;

export type Bench = {
  suite: BenchSuite;
  /** The suite's database by its administrator's hand. */
  db: Firestore;
  people: People;
  sizes: Sizes;
  /** Says something on standard error. */
  say: (line: string) => void;
};

/** One measurement; its figures' names begin with its own. */
export type Measure = { name: string; about: string; run: (bench: Bench) => Promise<Figures> };

type Answer = { answer?: unknown; error?: string };

/** Has a task done by the services' own code, alone with its data in a process of its own. */
export function alone<T>(task: Task): Promise<T> {
  const register = join(import.meta.dirname, "../../support/register.mjs");
  const child = fork(join(import.meta.dirname, "../alone/alone.ts"), {
    execArgv: ["--import", register],
    stdio: ["ignore", 2, 2, "ipc"],
  });
  return new Promise((resolve, reject) => {
    child.once("message", ({ answer, error }: Answer) =>
      error === undefined ? resolve(answer as T) : reject(new Error(error)),
    );
    child.once("exit", (code) => reject(new Error(`the services' process ended with ${code}`)));
    child.send(task);
  });
}
