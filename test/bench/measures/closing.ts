/** How long the end of one large notice takes, once somebody has asked for it. */
import type { Counted } from "../alone/counts.ts";
import type { Bench } from "../support/bench.ts";
import { alone } from "../support/bench.ts";
import type { Figures, Pair } from "../support/figures.ts";
import { figure } from "../support/figures.ts";

/** Our transactions beside one bare transaction with as many reads and writes; no proxy between. */
export async function measureClosing({
  suite,
  sizes: { list: size, closings: runs },
}: Bench): Promise<Figures> {
  const { "endNotice.list": counted } = await alone<Counted>({
    kind: "count",
    suite,
    size,
    only: ["endNotice.list"],
  });
  if (!counted) throw new Error("the end of a notice was not counted");
  const pair = await alone<Pair>({ kind: "close", suite, size, runs, counts: counted.ours });
  return { "closing.time": figure(pair, "ms") };
}
