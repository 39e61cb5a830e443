/** Figures of the bench: each is our value beside a floor that was measured in the same run. */

/**
 * `ratio` tells how many times worse than the floor we are, also where more is better: 1 is as good, 1.5
 * is the aim.
 */
export type Figure = { value: number; floor: number; ratio: number; unit: string };
export type Figures = Record<string, Figure>;

/** The same thing measured several times, ours and the floor's in turn. */
export type Pair = { ours: number[]; floor: number[] };

/**
 * The middle value of at least one; of an even number the lower middle, so that it is one that was
 * measured.
 */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The value below or at which `percent` of all lie. @throws when there are none. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
  if (found === undefined) throw new Error("nothing was measured");
  return found;
}

/** A figure of medians. */
export function figure({ ours, floor }: Pair, unit: string, better: "less" | "more" = "less"): Figure {
  const [value, least] = [median(ours), median(floor)];
  const ratio = better === "less" ? value / least : least / value;
  return { value: rounded(value), floor: rounded(least), ratio: rounded(ratio), unit };
}

/** Four significant digits: more would claim what no run can tell. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

/** Measures in turn, ours then the floor, `runs` times. */
export async function inTurn(
  runs: number,
  work: { ours: (run: number) => Promise<number>; floor: (run: number) => Promise<number> },
): Promise<Pair> {
  const pair: Pair = { ours: [], floor: [] };
  for (let run = 0; run < runs; run += 1) {
    pair.ours.push(await work.ours(run));
    pair.floor.push(await work.floor(run));
  }
  return pair;
}

/** Milliseconds that something takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The figures as lines of a table for people. */
export function rowsOf(figures: Figures): string[][] {
  const mark = (ratio: number): string => (ratio > 1.5 ? "above 1.5" : "");
  return Object.entries(figures).map(([name, { value, floor, ratio, unit }]) => [
    name,
    String(value),
    String(floor),
    `x ${ratio}`,
    unit,
    mark(ratio),
  ]);
}
