import type { ImportReport, ImportRun } from "@domain/sheets/records.ts";

/** What a check or an import may be followed by. `same`: everything was there already. */
export type Verdict = "errors" | "ready" | "same" | "done";

export function verdictOf({ committed, counts }: Pick<ImportReport, "committed" | "counts">): Verdict {
  if (counts.errors > 0) return "errors";
  if (!committed) return "ready";
  return counts.entered === 0 && counts.unchanged > 0 ? "same" : "done";
}

const SLOW_MS = 10 * 60_000;

/** Whether a run that is not over has not moved for so long that it was probably cut off. */
export function isStuck({ state, changedAt }: Pick<ImportRun, "state" | "changedAt">, now: Date): boolean {
  return (state === "reading" || state === "writing") && now.getTime() - changedAt.getTime() > SLOW_MS;
}
