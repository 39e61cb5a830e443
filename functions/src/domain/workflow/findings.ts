import type { Questions } from "../application.ts";
import type { Stage } from "../checks/check.ts";
import { checkOf } from "../checks/checks.ts";
import { isOpen, mayAnswer, openRules, stepOf } from "../checks/questions.ts";
import type { FindingRow, Findings } from "../register.ts";
import { isStaffRole } from "./offices.ts";
import type { CaseAtRow, Found } from "./case.ts";

/** As many rows as one record's document holds; of the settled ones the oldest go first. */
const MOST_ROWS = 100;

type Answer = NonNullable<FindingRow["answer"]>;

export const answerOf = ({ person, now, actionId }: CaseAtRow, text: string): Answer => {
  if (!isStaffRole(person.role)) throw new Error("only staff answer a question");
  return { text, by: person.uid, role: person.role, at: now, action: actionId };
};

/** The same question: one rule, at the same places, in the same words. */
const isSame = (one: Found) => ({ rule, paths, zh, settledAt }: FindingRow) =>
  settledAt === null && rule === one.rule && zh === one.zh && paths.join() === one.paths.join();

/** The answer that stands to a question, given before it was asked again. */
export function standingAnswer(before: Findings | undefined, one: Found): Answer | null {
  return before?.rows.find(isSame(one))?.answer ?? null;
}

/**
 * Whether the answer that comes with a form counts. What the form itself gives rise to, whoever fills it in answers;
 * what was asked before it, for the sake of an earlier step, is answered by whom it asks.
 */
export function answersOnForm({ campaign, person: { role }, atHand: { findings } }: CaseAtRow, one: Found): boolean {
  const step = stepOf(campaign, one.rule);
  const asks = checkOf(one.rule)?.asks;
  const isOfForm = step === null || step === "registration" || step === "trial" || !findings?.rows.some(isSame(one));
  return isOfForm || (asks !== undefined && isStaffRole(role) && mayAnswer(role, asks));
}

type Run = { found: readonly Found[]; stage: Stage; answers?: Readonly<Record<string, string>> };

/**
 * The rows after a run: what is asked again keeps its answer; what is no longer found is settled and stays to be read;
 * what only the other record can tell is left as it was.
 */
function rowsAfter(c: CaseAtRow, { found, stage, answers = {} }: Run): FindingRow[] {
  const before = c.atHand.findings?.rows ?? [];
  const live = found.map((one): FindingRow => {
    const same = before.find(isSame(one));
    const text = answersOnForm(c, one) ? answers[one.rule] : undefined;
    const answer = text ? answerOf(c, text) : (same?.answer ?? null);
    return { ...one, raisedAt: same?.raisedAt ?? c.now, settledAt: null, answer: one.level === "error" ? null : answer };
  });
  const rest = before.filter((row) => !found.some((one) => isSame(one)(row)));
  const after = rest.map((row) => {
    const isOfOther = (checkOf(row.rule)?.of ?? stage) !== stage;
    return row.settledAt === null && !isOfOther ? { ...row, settledAt: c.now } : row;
  });
  const settled = after.filter(({ settledAt }) => settledAt !== null);
  return [...live, ...after.filter(({ settledAt }) => settledAt === null), ...settled].slice(0, MOST_ROWS);
}

export type Kept = { findings: Findings; questions: Questions };

/** Rows as they are stored, and what the application carries of them for its guards. */
export function keptRows(c: CaseAtRow, { subject, registration, ranAt }: Pick<Findings, "subject" | "registration" | "ranAt">, rows: FindingRow[]): Kept {
  const { campaign, village, areas, track } = c.application;
  const open = rows.filter(isOpen).length;
  return {
    findings: { campaign, village, areas, track, subject, registration, ranAt, open, rows },
    questions: { open, rules: openRules(rows), ranAt },
  };
}

/** What a run of the checks leaves. */
export function runOf(c: CaseAtRow, head: Pick<Findings, "subject" | "registration">, run: Run): Kept {
  return keptRows(c, { ...head, ranAt: c.now }, rowsAfter(c, run));
}
