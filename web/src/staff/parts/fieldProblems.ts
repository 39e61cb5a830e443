import type { Outcome } from "@domain/action.ts";
import type { FieldProblem } from "@domain/problems.ts";

/** What a refusal says of single fields of the form that was sent for a household. */
export function fieldProblemsOf(outcome: Outcome, target: string): readonly FieldProblem[] {
  const own = outcome.targets[target];
  const problem = own && !own.applied ? own.problem : outcome.problem;
  return problem?.fields ?? [];
}
