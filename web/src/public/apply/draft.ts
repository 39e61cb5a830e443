import type { Problem, FieldProblem } from "@domain/problems.ts";
import { APPLICATION } from "@domain/forms/application.ts";
import type { Form, Section } from "@domain/forms/field.ts";
import { parseForm } from "@domain/forms/parse.ts";
import { tidy } from "@domain/forms/tidy.ts";
import type { FormValue } from "../../shared/form/value.ts";
import { emptyValue } from "../../shared/form/value.ts";
import { newId } from "../../shared/ids.ts";
import { forget, keepValue, keptValue } from "../../shared/kept.ts";

/** The last section is the pledge, given on the page that shows everything once more; the others are the questions. */
export const QUESTIONS: readonly Section[] = APPLICATION.sections.slice(0, -1);
export const PLEDGE: readonly Section[] = APPLICATION.sections.slice(-1);

/** Where somebody is: 0 chooses the village, then one question each, and at the end the page that shows everything. */
export const CHECK = QUESTIONS.length + 1;

/**
 * An application on this device until its receipt is here. Both ids are made once, so that sending it again is
 * harmless; a refused action gets a new one, for the refused one stays as it is.
 */
export type ApplyDraft = {
  village: string;
  form: FormValue;
  step: number;
  /** Whether one answer is being corrected: the next step is then the page that shows everything again. */
  revising: boolean;
  application: string;
  action: string;
  /** `may`: sent, and no answer came, so it may have arrived. `did`: the server has it. */
  sent: "not" | "may" | "did";
  /** Whether the draft is in the database already, from an action that was refused. */
  exists: boolean;
  refused: (Pick<Problem, "zh" | "en" | "fields"> & { form: FormValue }) | null;
};

export function newDraft(): ApplyDraft {
  const ids = { application: newId(), action: newId() };
  return {
    village: "",
    form: emptyValue(APPLICATION),
    step: 0,
    revising: false,
    ...ids,
    sent: "not",
    exists: false,
    refused: null,
  };
}

const keyOf = (campaign: string) => `apply.${campaign}`;

const isDraft = (value: unknown): value is ApplyDraft =>
  typeof value === "object" &&
  value !== null &&
  ["village", "application", "action", "sent"].every((key) => typeof Reflect.get(value, key) === "string") &&
  typeof Reflect.get(value, "form") === "object" &&
  Number.isInteger(Reflect.get(value, "step"));

/** What was begun on this device, or a new beginning. */
export function openDraft(campaign: string): ApplyDraft {
  const kept = keptValue(keyOf(campaign));
  return isDraft(kept) ? { ...kept, step: Math.max(0, Math.min(kept.step, CHECK)) } : newDraft();
}

export function keepDraft(campaign: string, draft: ApplyDraft): void {
  keepValue(keyOf(campaign), draft);
}

/** Takes everything typed off the device, identity number and all. */
export function dropDraft(campaign: string): void {
  forget(keyOf(campaign));
}

/** Whether anything has been typed that somebody might want to take off a shared device. */
export function isBegun({ village, form }: ApplyDraft): boolean {
  return (
    village !== "" ||
    Object.values(form).some(
      (values) => typeof values === "object" && values !== null && Object.keys(values).length > 0,
    )
  );
}

/** What is wrong with the answers to some of the questions; rules between questions speak once each has its answer. */
export function problemsIn(sections: readonly Section[], form: FormValue): FieldProblem[] {
  const parsed = parseForm(APPLICATION, form);
  if (parsed.ok) return [];
  const isHere = ({ path }: { path: string }) =>
    sections.some(({ key }) => path === key || path.startsWith(`${key}.`));
  const wrong = parsed.problems.filter(isHere);
  return wrong.length > 0 ? wrong : brokenRules(form).filter(isHere);
}

/** The form's check speaks of its rules only once every question has its answer; here one question is asked at a time. */
function brokenRules(value: FormValue): FieldProblem[] {
  const { sections, rules }: Form = APPLICATION;
  const whole = tidy(APPLICATION, value);
  return rules.flatMap((rule) =>
    rule.broken(whole).map((path) => {
      const { zh, en } = sections.find(({ key }) => path.startsWith(`${key}.`)) ?? APPLICATION;
      return { path, code: rule.code, ...rule.sentence({ zh, en }) };
    }),
  );
}

/** Where a step leads once it is answered. */
export const after = ({ step, revising }: ApplyDraft): Pick<ApplyDraft, "step" | "revising"> => ({
  step: revising ? CHECK : step + 1,
  revising: false,
});

/** The step at which a field is asked. */
export function stepOf(path: string): number {
  const at = QUESTIONS.findIndex(({ key }) => path === key || path.startsWith(`${key}.`));
  return at < 0 ? CHECK : at + 1;
}
