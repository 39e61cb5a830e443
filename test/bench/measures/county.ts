/** A town's screens, actions and staff, alone and within a county of a hundred times as many households. */
import type { County, Size } from "../alone/county.ts";
import type { Bench } from "../support/bench.ts";
import { alone } from "../support/bench.ts";
import { memoryOf } from "../support/memory.ts";
import type { Figures } from "../support/figures.ts";
import { figure, percentile } from "../support/figures.ts";

/** The floor is the same town in a database where nobody else is. */
export async function measureCounty({ suite, sizes: { settled: size, around, staff, readers, looks: runs }, say }: Bench): Promise<Figures> {
  const before = await memoryOf(suite.firestore);
  const { alone: less, within: more, seed } = await alone<County>({ kind: "county", suite, size, around, staff, readers, runs });
  const after = await memoryOf(suite.firestore);
  say(`  ${seed.documents} documents of ${around} households in ${Math.round(seed.seconds)} s; the emulator grew from ${before} to ${after} MB`);
  const pair = (of: (size: Size) => readonly number[]) => ({ ours: [...of(more)], floor: [...of(less)] });
  const late = (of: (size: Size) => readonly number[]) => ({ ours: [percentile(of(more), 95)], floor: [percentile(of(less), 95)] });
  const timesOf = (name: string, of: (size: Size) => readonly number[]): [string, Figures[string]][] => [
    [`${name}.time`, figure(pair(of), "ms")],
    [`${name}.late`, figure(late(of), "ms, 95 of 100")],
  ];
  const screens = Object.keys(more.screens).flatMap((key) => {
    const name = key as keyof Size["screens"];
    return [[`county.${name}.reads`, figure(pair((one) => one.screens[name].reads), "documents")] as const, ...timesOf(`county.${name}`, (one) => one.screens[name].time)];
  });
  const actions = Object.keys(more.actions).flatMap((key) => {
    const name = key as keyof Size["actions"];
    const documents = (one: Size) => one.actions[name].counts.map(({ reads, writes, deletes }) => reads + writes + deletes);
    return [[`county.${name}.documents`, figure(pair(documents), "documents")] as const, ...timesOf(`county.${name}`, (one) => one.actions[name].time)];
  });
  return Object.fromEntries([
    ...screens,
    ...actions,
    ["county.staff.documents", figure(pair((one) => [one.staff.documents]), "documents")],
    ...timesOf("county.staff", (one) => one.staff.time),
  ]) as Figures;
}
