import * as z from "zod";
import type { Status } from "../status.ts";
import type { Bilingual } from "../text.ts";

/** The steps that an open question may stand before, in their order. What stands before one stands before all that follow. */
export const FindingStep = z.enum(["appraisal", "notice", "townReview", "countyReview", "registration", "trial"]);
export type FindingStep = z.infer<typeof FindingStep>;

export const FINDING_STEPS = {
  appraisal:    { zh: "民主评议", en: "the appraisal" },
  notice:       { zh: "公示",     en: "the notice" },
  townReview:   { zh: "镇审核",   en: "the town's review" },
  countyReview: { zh: "县复审",   en: "the county's review" },
  registration: { zh: "填登记表", en: "the registration form" },
  trial:        { zh: "试运行",   en: "the trial run" },
} as const satisfies Record<FindingStep, Bilingual>;

/** The step that comes next for a household in a state: the second notice asks no more than the review before it. */
export const STEP_AHEAD: Partial<Record<Status, FindingStep>> = {
  surveyed: "appraisal",
  notNominated: "appraisal",
  nominated: "appraisal",
  verified: "notice",
  townReview: "townReview",
  townApproved: "townReview",
  countyReview: "countyReview",
};

/** The steps up to this one, itself included. */
export function stepsUpTo(step: FindingStep): readonly FindingStep[] {
  return FindingStep.options.slice(0, FindingStep.options.indexOf(step) + 1);
}
