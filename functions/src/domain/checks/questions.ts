import type { Campaign } from "../campaign.ts";
import type { FindingRow } from "../register.ts";
import type { StaffRole } from "../roles.ts";
import { checkOf } from "./checks.ts";
import { FindingStep, stepsUpTo } from "./steps.ts";

/** The step that a rule stands before in this campaign: the rule's own, unless the campaign says otherwise. */
export function stepOf({ findings: { blocks } }: Pick<Campaign, "findings">, rule: string): FindingStep | null {
  return blocks[rule] === undefined ? (checkOf(rule)?.blocks ?? null) : blocks[rule];
}

/** Whether a question still waits: the fact is there, and it is an error, or a doubt without an answer. */
export function isOpen({ level, answer, settledAt }: Pick<FindingRow, "level" | "answer" | "settledAt">): boolean {
  return settledAt === null && (level === "error" || (level === "doubt" && answer === null));
}

/** Open rules by the step that each stands before. */
export type Blocking = Partial<Record<FindingStep, string[]>>;

export function blockingIn(campaign: Pick<Campaign, "findings">, rows: readonly FindingRow[]): Blocking {
  const open = rows.filter(isOpen).map(({ rule }) => ({ rule, step: stepOf(campaign, rule) }));
  const steps = FindingStep.options.map((step) => [step, open.filter((one) => one.step === step).map(({ rule }) => rule)] as const);
  return Object.fromEntries(steps.filter(([, rules]) => rules.length > 0));
}

/** The open rules that stand before a step, or before one that comes earlier. */
export function waitingBefore(blocking: Blocking, step: FindingStep): string[] {
  return stepsUpTo(step).flatMap((one) => blocking[one] ?? []);
}

/** From the village upwards: who may answer in whose place. */
const LADDER: readonly StaffRole[] = ["villageCommittee", "villageCadre", "povertyOfficer", "townGovernment", "countyOffice"];
/** A helper stands beside the ladder: the village's cadre answers in its place. */
const BESIDE: Partial<Record<StaffRole, StaffRole>> = { helper: "villageCadre" };
/** What is asked of help, a support unit answers for its village as a helper does for a household. */
const HELPING: Partial<Record<StaffRole, StaffRole>> = { supportUnit: "helper" };

/** Whether a role answers for whom a question asks: that role itself, or a superior of it. */
export function mayAnswer(role: StaffRole, asks: StaffRole): boolean {
  if (role === asks || HELPING[role] === asks) return true;
  const [own, asked] = [LADDER.indexOf(role), LADDER.indexOf(BESIDE[asks] ?? asks)];
  return own >= 0 && asked >= 0 && own >= asked;
}
