/** What the staff's screens read, and how long it takes, when the register has grown a hundred times. */
import type { Opened } from "../alone/county.ts";
import type { Bench } from "../support/bench.ts";
import { alone } from "../support/bench.ts";
import type { Figures } from "../support/figures.ts";
import { figure } from "../support/figures.ts";

/** The floor is the same town in a database where nobody else is. */
export async function measurePage({ suite, sizes: { runs, settled: size, around } }: Bench): Promise<Figures> {
  const opened = await alone<Opened>({ kind: "screens", suite, size, around, runs });
  return Object.fromEntries(
    Object.entries(opened).flatMap(([name, { reads, time }]) => [
      [`page.${name}.reads`, figure(reads, "documents")],
      [`page.${name}.time`, figure(time, "ms")],
    ]),
  );
}
