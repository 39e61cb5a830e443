import { benefitYuan, paidYuan, plannedYuan } from "../forms/amounts.ts";
import type { Measure, MeasureDone, VillageMeasure, VillageMeasureDone } from "../forms/measure.ts";
import type { Result, VillageResult } from "../forms/result.ts";
import type { HelpSum } from "../register.ts";

/* Each takes the value of a form that a guard has found sound (formIsSound), of the track's own kind. Yuan. */

/** What a measure that begins adds to its village's sums. */
export const plannedSum = (form: unknown): Partial<HelpSum> => ({ measures: 1, planned: plannedYuan(form as Measure | VillageMeasure) });

/** What the end of a measure adds. */
export const paidSum = (form: unknown): Partial<HelpSum> => ({ finished: 1, paid: paidYuan(form as MeasureDone | VillageMeasureDone) });

/** What a result adds. */
export const benefitSum = (form: unknown): Partial<HelpSum> => ({ results: 1, benefit: benefitYuan(form as Result | VillageResult) });
