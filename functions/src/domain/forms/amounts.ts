import type { Measure, MeasureDone, VillageMeasure, VillageMeasureDone } from "./measure.ts";
import type { Result, VillageResult } from "./result.ts";

/*
 * Money of help in one unit, yuan, so that households and villages add up: the office sees what was meant, what was
 * paid and what came of it.
 */

/** A figure in 万元 as yuan, to the cent. */
export const yuanOf = (wan: number): number => Math.round(wan * 1_000_000) / 100;

/** What a measure is to cost. Yuan. */
export function plannedYuan({ measure }: Measure | VillageMeasure): number {
  return "amount" in measure ? measure.amount : yuanOf(measure.budgetWan);
}

/** What was really paid for it. Yuan. */
export function paidYuan({ done }: MeasureDone | VillageMeasureDone): number {
  return "amountPaid" in done ? done.amountPaid : yuanOf(done.fundsWan);
}

/** The benefit of a household's result; a village's counts people, not money. Yuan. */
export function benefitYuan({ result }: Result | VillageResult): number {
  return "amount" in result ? result.amount : 0;
}
