import type { HelpSum, VillageRegister } from "@domain/register.ts";

export const KEYS = ["planned", "paid", "benefit", "measures", "finished", "results"] as const satisfies readonly (keyof HelpSum)[];

export const NOTHING: HelpSum = { planned: 0, paid: 0, benefit: 0, measures: 0, finished: 0, results: 0 };

export function added(sums: readonly HelpSum[]): HelpSum {
  return Object.fromEntries(KEYS.map((key) => [key, sums.reduce((all, sum) => all + sum[key], 0)])) as HelpSum;
}

type Summed = Pick<VillageRegister, "help">;

/** Everything of a village, its own projects and those of its households. */
export const ofVillage = ({ help }: Summed): HelpSum => added(Object.values(help));

/** What of a village's sums is for its households: without the village's own projects. */
export const forHouseholds = ({ help: { village: _own, ...households } }: Summed): HelpSum => added(Object.values(households));

/** By cause over villages: most money first; `village` stands for the villages' own projects. */
export function byCause(villages: readonly Summed[]): { cause: string; sum: HelpSum }[] {
  const causes = [...new Set(villages.flatMap(({ help }) => Object.keys(help)))];
  return causes
    .map((cause) => ({ cause, sum: added(villages.map(({ help }) => help[cause] ?? NOTHING)) }))
    .sort((a, b) => Number(a.cause === "village") - Number(b.cause === "village") || b.sum.paid - a.sum.paid || b.sum.planned - a.sum.planned || a.cause.localeCompare(b.cause));
}

/** What wants a second look: money without anything come of it, or poor households and no money. */
export type Note = "withoutMoney" | "withoutResult";

export function noteOf({ planned, paid, results }: HelpSum, households: number | undefined): Note | undefined {
  if (paid > 0 && results === 0) return "withoutResult";
  return households !== undefined && households > 0 && planned === 0 ? "withoutMoney" : undefined;
}
