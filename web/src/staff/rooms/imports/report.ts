import type { ImportCounts, ImportRun } from "@domain/sheets/records.ts";
import type { SheetProblem } from "@domain/sheets/sheetProblems.ts";

/** A household that is there otherwise than the file says (functions/src/services/sheets/enterHouseholds.ts). */
export type Different = { row: number; no: string; fields: string[] };

/** What `importRegister` answers (functions/src/services/sheets/importRegister.ts). */
export type ImportReport = {
  committed: boolean;
  year: number;
  counts: ImportCounts;
  byCode: Record<string, number>;
  errors: SheetProblem[];
  duplicates: SheetProblem[];
  withoutNumber: SheetProblem[];
  conflicts: SheetProblem[];
  different: Different[];
};

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
