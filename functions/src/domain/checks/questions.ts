import type { Campaign } from "../campaign.ts";
import type { FindingRow } from "../register.ts";
import type { StaffRole } from "../roles.ts";
import { checkOf } from "./checks.ts";
import type { FindingStep } from "./steps.ts";
import { stepsUpTo } from "./steps.ts";

/** The step that a rule stands before in this campaign: the rule's own, unless the campaign says otherwise. */
export function stepOf({ findings: { blocks } }: Pick<Campaign, "findings">, rule: string): FindingStep | null {
  return blocks[rule] === undefined ? (checkOf(rule)?.blocks ?? null) : blocks[rule];
}

/** Whether a question still waits: the fact is there, and it is an error, or a doubt without an answer. */
export function isOpen({ level, answer, settledAt }: Pick<FindingRow, "level" | "answer" | "settledAt">): boolean {
  return settledAt === null && (level === "error" || (level === "doubt" && answer === null));
}

/** The rules that still wait for an answer. */
export const openRules = (rows: readonly FindingRow[]): string[] => [...new Set(rows.filter(isOpen).map(({ rule }) => rule))];

/** Which of these rules stand before a step, or before one that comes earlier: as the campaign says now. */
export function waitingBefore(campaign: Pick<Campaign, "findings">, rules: readonly string[], step: FindingStep): string[] {
  const upTo = stepsUpTo(step);
  return rules.filter((rule) => upTo.some((one) => one === stepOf(campaign, rule)));
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
