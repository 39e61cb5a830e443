import type { ActionInput } from "@domain/actionInputs.ts";
import { Handover } from "@domain/actionInputs.ts";
import type { FieldProblem } from "@domain/problems.ts";
import { BOOK_WORDS } from "./words.ts";

/** A signing session as it is typed: one day, who signs as a rule, and who signs for whom instead. */
export type Session = { receivedOn: string; household: string; committee: string; others: Record<string, string> };

type Receipts = ActionInput<"issueHandbook">;
/** One action: the households whose copies were signed for by the same people. */
export type Receipt = { targets: string[]; input: Receipts };

/** What is missing of a session. */
export function problemsOf({ receivedOn, household, committee }: Session, today: string): FieldProblem[] {
  const isNamed = (by: string) => Handover.shape.by.safeParse(by).success;
  const isDay = Handover.shape.receivedOn.safeParse(receivedOn).success && receivedOn <= today;
  return [
    ...(isDay ? [] : [{ path: "receivedOn", code: "missing", ...BOOK_WORDS.dateMissing }]),
    ...(isNamed(household) ? [] : [{ path: "household", code: "missing", ...BOOK_WORDS.nameMissing }]),
    ...(isNamed(committee) ? [] : [{ path: "committee", code: "missing", ...BOOK_WORDS.nameMissing }]),
  ];
}

/** The receipts of a session: households signed for by the same person go together. */
export function receiptsOf({ receivedOn, household, committee, others }: Session, chosen: readonly string[]): Receipt[] {
  const signer = (id: string) => (others[id] ?? "").trim().slice(0, 40) || household.trim();
  return [...Map.groupBy(chosen, signer)].map(([by, targets]) => ({
    targets,
    input: { householdCopy: { receivedOn, by }, committeeCopy: { receivedOn, by: committee.trim() } },
  }));
}
