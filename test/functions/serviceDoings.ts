import type { Hidden } from "@domain/action.ts";
import type { ActionInput, ActionType } from "@domain/actionInputs.ts";
import type { Cause } from "@domain/forms/codes2014.ts";
import { joinPrivate, splitPrivate } from "@domain/forms/private.ts";
import type { Registration } from "@domain/forms/registration.ts";
import { REGISTRATION } from "@domain/forms/registration.ts";
import type { Survey } from "@domain/forms/survey.ts";
import { SURVEY } from "@domain/forms/survey.ts";
import { newId } from "../play/player.ts";
import { inventHelper, inventMeasure, inventMeasureDone, inventPlan, inventResult, inventVisit } from "../seed/inventHelp.ts";
import { inventRegistration, inventYearLater } from "../seed/inventRegistration.ts";
import { inventVillage } from "../seed/inventVillage.ts";
import type { Sample } from "./households.ts";
import type { Doing } from "./office.ts";
import { areaOf, idsOf } from "./office.ts";

/** What is done once households and villages are approved; each form is the track's own. */

const villageOf = ({ seed, village, householder }: Sample) => inventVillage({ seed, village: { code: village, name: householder } });
const isVillage = ({ draft }: Sample) => draft.track === "village";
const first = ([sample]: readonly Sample[]): Sample => {
  if (!sample) throw new Error("nobody is named");
  return sample;
};
const to = (samples: readonly Sample[]) => ({ targets: idsOf(samples), area: areaOf(samples) });

export function assignment(samples: readonly Sample[], account: string | null, seed = first(samples).seed): Doing<"assignHelper"> {
  const sample = first(samples);
  const helper = isVillage(sample) ? villageOf(sample).supportUnit : inventHelper({ seed, village: { code: sample.village, name: "本村" } });
  return { type: "assignHelper", ...to(samples), input: { helper, account } };
}

export function plan(samples: readonly Sample[], cause?: Cause): Doing<"adoptPlan"> {
  const { seed } = first(samples);
  const form = isVillage(first(samples)) ? villageOf(first(samples)).plan : inventPlan({ seed, ...(cause && { cause }) });
  return { type: "adoptPlan", ...to(samples), input: { plan: form } };
}

export function visit(samples: readonly Sample[]): Doing<"recordVisit"> {
  return { type: "recordVisit", ...to(samples), input: { visit: inventVisit(first(samples)) } };
}

/** The records of help bear the id of the action that brought them. */
export function measure(samples: readonly Sample[], id = newId()): Doing<"recordMeasure"> & { id: string } {
  const sample = first(samples);
  return { type: "recordMeasure", id, ...to(samples), input: { measure: isVillage(sample) ? villageOf(sample).measure : inventMeasure(sample) } };
}

export function measureDone(sample: Sample, record: string): Doing<"finishMeasure"> {
  const done = isVillage(sample) ? villageOf(sample).measureDone : inventMeasureDone(sample);
  return { type: "finishMeasure", ...to([sample]), input: { record, done } };
}

export function result(samples: readonly Sample[], id = newId()): Doing<"recordResult"> & { id: string } {
  const sample = first(samples);
  return { type: "recordResult", id, ...to(samples), input: { result: isVillage(sample) ? villageOf(sample).result : inventResult(sample) } };
}

export function confirmation(sample: Sample, record: string): Doing<"confirmResult"> {
  return { type: "confirmResult", ...to([sample]), input: { record, how: "signature" } };
}

/** The registration form of a household in whole, numbers and all. */
export function registrationOf({ seed, survey: { shown, hidden } }: Sample): Registration {
  return inventRegistration({ seed, survey: joinPrivate(SURVEY, shown as Survey, hidden) });
}

/** Its form with something else in it, as a client holds it: masks instead of numbers. */
export function changedForm(sample: Sample, change: (form: Registration) => void): Registration {
  const form = structuredClone(registrationOf(sample));
  change(form);
  return splitPrivate(REGISTRATION, form).shown;
}

type Filled = { answers?: Record<string, string>; form?: unknown; hidden?: Hidden };

/** The numbers are not typed again: those of the survey are put back. */
export function registration(sample: Sample, { answers = {}, form, hidden = {} }: Filled = {}): Doing<"completeForm"> {
  const shown = form ?? (isVillage(sample) ? villageOf(sample).registration : splitPrivate(REGISTRATION, registrationOf(sample)).shown);
  return { type: "completeForm", ...to([sample]), input: { form: shown, answers }, hidden: { [sample.id]: hidden } };
}

export function handover(samples: readonly Sample[]): Doing<"issueHandbook"> {
  const copy = { receivedOn: "2014-08-20", by: "某某" };
  return { type: "issueHandbook", ...to(samples), input: { householdCopy: copy, committeeCopy: { ...copy, by: "某文书" } } };
}

export function batching(samples: readonly Sample[], id = newId()): Doing<"exportBatch"> & { id: string } {
  return { type: "exportBatch", id, ...to(samples), input: {} };
}

export function entering(samples: readonly Sample[], batch: string): Doing<"enterData"> {
  return { type: "enterData", ...to(samples), input: { batch } };
}

/** Actions that say no more than that it is done. */
export function plainly<T extends "printHandbook" | "reportToCounty" | "runChecks" | "passTrialRun">(type: T, samples: readonly Sample[]): Doing {
  return { type: type as ActionType, ...to(samples), input: {} };
}

type Later = { year: number; form?: Registration; changes?: ActionInput<"updateYear">["changes"]; answers?: Record<string, string>; hidden?: Hidden };

/** The form of a year later; without `form` and `changes` as it may well have gone. */
export function update(sample: Sample, { year, answers = {}, hidden = {}, ...told }: Later): Doing<"updateYear"> {
  if (isVillage(sample)) return { type: "updateYear", ...to([sample]), input: { year, form: villageOf(sample).registration, changes: [], answers } };
  const later = inventYearLater({ seed: sample.seed, registration: registrationOf(sample), year });
  const { form, changes = [] } = told.form ? { form: told.form, changes: told.changes } : later;
  return { type: "updateYear", ...to([sample]), input: { year, form: splitPrivate(REGISTRATION, form).shown, changes, answers }, hidden: { [sample.id]: hidden } };
}

export function request(sample: Sample, input: Omit<ActionInput<"requestChange">, "reason">): Doing<"requestChange"> {
  return { type: "requestChange", ...to([sample]), input: { reason: "家庭情况有变", ...input } };
}

/** A whole form as a client holds it: masks instead of numbers. */
export const masked = (form: Registration): Registration => splitPrivate(REGISTRATION, form).shown;
