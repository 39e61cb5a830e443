import type { Outcome } from "@domain/action.ts";
import type { Found } from "@domain/workflow/case.ts";

/** The doubts that a refused form came back with: some rest on other records, so only the functions can raise them. */
export function doubtsIn(outcome: Outcome, target: string): Found[] {
  const own = outcome.targets[target];
  if (!own || own.applied || own.problem.code !== "doubtsUnanswered") return [];
  return (own.problem.fields ?? []).map(({ path, code, zh, en }) => ({ rule: code, level: "doubt", paths: path ? [path] : [], zh, en }));
}

/** What the form itself raises, and after it what only the functions have asked. */
export const besides = (found: readonly Found[], elsewhere: readonly Found[]): Found[] =>
  [...found, ...elsewhere.filter(({ rule }) => !found.some((one) => one.rule === rule))];
