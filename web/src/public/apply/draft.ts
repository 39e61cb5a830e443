import type { Problem, FieldProblem } from "@domain/problems.ts";
import { APPLICATION } from "@domain/forms/application.ts";
import type { Section } from "@domain/forms/field.ts";
import { parseForm } from "@domain/forms/parse.ts";
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
  return parsed.problems.filter(({ path }) =>
    sections.some(({ key }) => path === key || path.startsWith(`${key}.`)),
  );
}

/** The step at which a field is asked. */
export function stepOf(path: string): number {
  const at = QUESTIONS.findIndex(({ key }) => path === key || path.startsWith(`${key}.`));
  return at < 0 ? CHECK : at + 1;
}
