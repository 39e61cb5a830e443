import type { Application } from "@domain/application.ts";
import type { FindingLevel } from "@domain/checks/check.ts";
import { checkOf } from "@domain/checks/checks.ts";
import { isOpen } from "@domain/checks/questions.ts";
import type { FindingRow, Findings } from "@domain/register.ts";
import type { Status } from "@domain/status.ts";
import type { Bilingual } from "@domain/text.ts";

/** States in which a form is complete, so that it can be checked. */
export const CHECKABLE: readonly Status[] = ["registered", "handbookIssued", "entered", "reported", "inService"];

export type RuleTally = Bilingual & { rule: string; level: FindingLevel; found: number; open: number };

const RANK: Record<FindingLevel, number> = { error: 0, doubt: 1, lead: 2 };

/** How often each rule has found something, and how much of it is open: errors first, then by what is open. */
export function tallyByRule(findings: readonly Pick<Findings, "rows">[]): RuleTally[] {
  const groups = Map.groupBy(findings.flatMap(({ rows }) => rows).filter(({ settledAt }) => settledAt === null), ({ rule }) => rule);
  return [...groups]
    .map(([rule, rows]): RuleTally => {
      const known = checkOf(rule);
      return { rule, level: rows[0]?.level ?? "lead", zh: known?.zh ?? rule, en: known?.en ?? rule, found: rows.length, open: rows.filter(isOpen).length };
    })
    .sort((a, b) => RANK[a.level] - RANK[b.level] || b.open - a.open || b.found - a.found || a.rule.localeCompare(b.rule));
}

/** What of a record's findings is drawn: of one rule or of all, everything or only what is open. */
export function shownRows({ rows }: Pick<Findings, "rows">, { rule, onlyOpen }: { rule: string; onlyOpen: boolean }): FindingRow[] {
  return rows
    .filter((row) => row.settledAt === null && (rule === "" || row.rule === rule) && (!onlyOpen || isOpen(row)))
    .sort((a, b) => RANK[a.level] - RANK[b.level]);
}

type Checked = Pick<Application, "registration">;
/** `stale`: never checked, or the form was completed anew since. */
export type CheckState = "clear" | "open" | "stale";

export function checkState({ registration }: Checked, findings: Pick<Findings, "registration" | "open"> | undefined): CheckState {
  if (!findings || findings.registration !== registration?.action) return "stale";
  return findings.open > 0 ? "open" : "clear";
}

const MOST_TARGETS = 500;

/** The targets of a village's check runs, no more in one action than it may name. */
export function inActions(ids: readonly string[]): string[][] {
  const parts = Math.ceil(ids.length / MOST_TARGETS);
  return Array.from({ length: parts }, (_, at) => ids.slice(at * MOST_TARGETS, (at + 1) * MOST_TARGETS));
}
