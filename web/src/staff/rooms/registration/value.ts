import type { Campaign } from "@domain/campaign.ts";
import { checkRegistration } from "@domain/checks/registration.ts";
import type { Form } from "@domain/forms/field.ts";
import { prefillRegistration } from "@domain/forms/registration.ts";
import { tidy } from "@domain/forms/tidy.ts";
import { shanghaiDate } from "@domain/notice/period.ts";
import type { FieldProblem } from "@domain/problems.ts";
import type { Found } from "@domain/workflow/case.ts";
import type { FormValue } from "../../../shared/form/value.ts";
import { emptyValue } from "../../../shared/form/value.ts";
import type { Household } from "../../data/applications.ts";

/** Where this device keeps what a person has typed of a registration form. */
export const registrationKey = (application: string): string => `registration.${application}`;

/** The form as it is being filled in, with the written answers by rule, and when it was last changed here. */
export type Typed = { form: FormValue; answers: Record<string, string>; at: string };

type Known = { survey: unknown; applied: unknown; filledBy: string };

/** A registration form as it begins: what survey and application tell, and who fills it in today. */
export function beginRegistration(form: Form, { survey, applied, filledBy }: Known): FormValue {
  const known = prefillRegistration({ survey, application: applied });
  return JSON.parse(JSON.stringify({ ...emptyValue(form), ...known, foot: { filledBy, filledOn: shanghaiDate(new Date()) } }));
}

/** The draft as it was saved for others: the answers lie beside the sections. */
export function typedFrom({ answers, ...form }: Record<string, unknown>, at: Date): Typed {
  return { form, answers: asAnswers(answers), at: at.toISOString() };
}

const asAnswers = (value: unknown): Record<string, string> =>
  typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).filter((one): one is [string, string] => typeof one[1] === "string")) : {};

type Asked = { form: Form; value: FormValue; household: Household; campaign: Campaign; plan: unknown };

/** What the checks ask about the form as it stands; of other records nothing is known here. */
export function findingsIn({ form, value, household, campaign, plan }: Asked): Found[] {
  return checkRegistration({
    record: tidy(form, value), year: household.registration?.year ?? campaign.year, application: household, campaign, plan, sameNumber: 0,
  });
}

/** Findings beside their fields, each at every place that it names. */
export function besideFields(found: readonly Found[]): FieldProblem[] {
  return found.flatMap(({ rule, paths, zh, en }) => paths.map((path) => ({ path, code: rule, zh, en })));
}

/** Doubts that nobody has answered in writing. */
export function unanswered(found: readonly Found[], answers: Readonly<Record<string, string>>): Found[] {
  return found.filter(({ level, rule }) => level === "doubt" && (answers[rule] ?? "").trim().length < 2);
}

/** The answers that go with the form: those of doubts that are still there. */
export function answersFor(found: readonly Found[], answers: Readonly<Record<string, string>>): Record<string, string> {
  const given = found.filter(({ level }) => level === "doubt").map(({ rule }) => [rule, (answers[rule] ?? "").trim()]);
  return Object.fromEntries(given.filter(([, text = ""]) => text.length >= 2));
}
