import type { Form } from "@domain/forms/field.ts";
import { APPLICATION } from "@domain/forms/application.ts";
import { EXIT_PROPOSAL } from "@domain/forms/exitProposal.ts";
import { CHANGES } from "@domain/forms/changes.ts";
import { HELPER, SUPPORT_UNIT } from "@domain/forms/helper.ts";
import { MEASURE, MEASURE_DONE, VILLAGE_MEASURE, VILLAGE_MEASURE_DONE } from "@domain/forms/measure.ts";
import type { FieldProblem } from "@domain/forms/parse.ts";
import { parseForm } from "@domain/forms/parse.ts";
import { HOUSEHOLD_PLAN } from "@domain/forms/plan.ts";
import { REGISTRATION } from "@domain/forms/registration.ts";
import { RESULT, VILLAGE_RESULT } from "@domain/forms/result.ts";
import { EXIT_SURVEY, SURVEY } from "@domain/forms/survey.ts";
import { VILLAGE_APPLICATION } from "@domain/forms/villageApplication.ts";
import { VILLAGE_PLAN } from "@domain/forms/villagePlan.ts";
import { VILLAGE_REGISTRATION } from "@domain/forms/villageRegistration.ts";
import { VISIT } from "@domain/forms/visit.ts";
import { inventHousehold } from "../../seed/invent.ts";
import { inventHelper, inventMeasure, inventMeasureDone, inventPlan, inventResult, inventSupportUnit, inventVisit } from "../../seed/inventHelp.ts";
import { inventRegistration, inventYearLater } from "../../seed/inventRegistration.ts";
import { inventVillage } from "../../seed/inventVillage.ts";

export const VILLAGE = { code: "620623105206", name: "阳屲村" };

const identify = (seed: number) => inventHousehold({ seed, village: VILLAGE, track: "identify", memberCount: 4 });
const exit = (seed: number) => inventHousehold({ seed: seed + 5000, village: VILLAGE, track: "exit", memberCount: 3 });
const village = (seed: number) => inventVillage({ seed, village: VILLAGE });
export const registration = (seed = 1) => inventRegistration({ seed, survey: identify(seed).survey });
export const later = (seed = 1) => inventYearLater({ seed, registration: registration(seed), year: 2014 });

type Sample = { form: Form; value: (seed: number) => unknown };

/** Every form, and a sound value of it for every seed. */
export const SAMPLES: readonly Sample[] = [
  { form: APPLICATION,          value: (seed) => identify(seed).application },
  { form: EXIT_PROPOSAL,        value: (seed) => exit(seed).exitProposal },
  { form: SURVEY,               value: (seed) => identify(seed).survey },
  { form: EXIT_SURVEY,          value: (seed) => exit(seed).survey },
  { form: HELPER,               value: (seed) => inventHelper({ seed, village: VILLAGE }) },
  { form: SUPPORT_UNIT,         value: (seed) => inventSupportUnit({ seed }) },
  { form: HOUSEHOLD_PLAN,       value: (seed) => inventPlan({ seed }) },
  { form: VILLAGE_PLAN,         value: (seed) => village(seed).plan },
  { form: MEASURE,              value: (seed) => inventMeasure({ seed }) },
  { form: MEASURE_DONE,         value: (seed) => inventMeasureDone({ seed }) },
  { form: VILLAGE_MEASURE,      value: (seed) => village(seed).measure },
  { form: VILLAGE_MEASURE_DONE, value: (seed) => village(seed).measureDone },
  { form: VISIT,                value: (seed) => inventVisit({ seed }) },
  { form: RESULT,               value: (seed) => inventResult({ seed }) },
  { form: VILLAGE_RESULT,       value: (seed) => village(seed).result },
  { form: REGISTRATION,         value: registration },
  { form: VILLAGE_APPLICATION,  value: (seed) => village(seed).application },
  { form: VILLAGE_REGISTRATION, value: (seed) => village(seed).registration },
  { form: CHANGES,              value: (seed) => ({ changes: later(seed).changes.map((change, at) => ({ id: `c${at}`, ...change })) }) },
];
export const FORMS: readonly Form[] = SAMPLES.map(({ form }) => form);

/** Every form with a sound value of an invented household or village. */
export function filled(seed: number): { form: Form; value: unknown }[] {
  return SAMPLES.map(({ form, value }) => ({ form, value: value(seed) }));
}

/** The sound value of one form. */
export function sampleOf(form: Form, seed = 1): unknown {
  return SAMPLES.find((sample) => sample.form === form)?.value(seed);
}

export const application = () => identify(1).application;
export const survey = () => identify(1).survey;

/** What is wrong with a value; empty when it is sound. */
export function problemsOf(form: Form, value: unknown): FieldProblem[] {
  const parsed = parseForm(form, value);
  return parsed.ok ? [] : parsed.problems;
}

/** The same as `path code` lines, to compare at a glance. */
export const complaints = (form: Form, value: unknown) => problemsOf(form, value).map(({ path, code }) => `${path} ${code}`);

/** The value with one place changed; undefined takes it out. */
export function changed<T>(value: T, path: string, to: unknown): unknown {
  const copy: unknown = structuredClone(value);
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const parent = keys.reduce<unknown>((at, key) => Reflect.get(Object(at), key), copy);
  if (to === undefined) Reflect.deleteProperty(Object(parent), last);
  else Reflect.set(Object(parent), last, to);
  return copy;
}
