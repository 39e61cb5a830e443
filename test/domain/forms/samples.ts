import type { Form } from "@domain/forms/field.ts";
import { APPLICATION } from "@domain/forms/application.ts";
import { EXIT_PROPOSAL } from "@domain/forms/exitProposal.ts";
import type { FieldProblem } from "@domain/forms/parse.ts";
import { parseForm } from "@domain/forms/parse.ts";
import { EXIT_SURVEY, SURVEY } from "@domain/forms/survey.ts";
import { inventHousehold } from "../../seed/invent.ts";

export const VILLAGE = { code: "620623105206", name: "阳屲村" };
export const FORMS: readonly Form[] = [APPLICATION, EXIT_PROPOSAL, SURVEY, EXIT_SURVEY];

const identify = (seed: number) => inventHousehold({ seed, village: VILLAGE, track: "identify", memberCount: 4 });
const exit = (seed: number) => inventHousehold({ seed, village: VILLAGE, track: "exit", memberCount: 3 });

/** Every form with a sound value of an invented household. */
export function filled(seed: number): { form: Form; value: unknown }[] {
  const leaving = exit(seed + 5000);
  return [
    { form: APPLICATION, value: identify(seed).application },
    { form: SURVEY, value: identify(seed).survey },
    { form: EXIT_PROPOSAL, value: leaving.exitProposal },
    { form: EXIT_SURVEY, value: leaving.survey },
  ];
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
