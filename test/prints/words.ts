import type { Form } from "@domain/forms/field.ts";
import { HELPER, SUPPORT_UNIT } from "@domain/forms/helper.ts";
import { APPLICATION } from "@domain/forms/application.ts";
import { MEASURE, MEASURE_DONE, VILLAGE_MEASURE, VILLAGE_MEASURE_DONE } from "@domain/forms/measure.ts";
import { HOUSEHOLD_PLAN } from "@domain/forms/plan.ts";
import { REGISTRATION } from "@domain/forms/registration.ts";
import { RESULT, VILLAGE_RESULT } from "@domain/forms/result.ts";
import { VILLAGE_APPLICATION } from "@domain/forms/villageApplication.ts";
import { VILLAGE_PLAN } from "@domain/forms/villagePlan.ts";
import { VILLAGE_REGISTRATION } from "@domain/forms/villageRegistration.ts";
import type { FormValue } from "../../web/src/shared/form/value.ts";
import { rowsOf, valuesOf } from "../../web/src/shared/form/value.ts";
import { inChinese } from "../../web/src/staff/print/chinese.ts";
import type { Kind } from "./samples.ts";
import { PAPERS } from "./samples.ts";

/** Every text, figure and name that a filled form holds, as prints write it. */
export function wordsOf(form: Form, value: unknown): string[] {
  const held = (typeof value === "object" && value !== null ? value : {}) as FormValue;
  return form.sections.flatMap((section) => {
    const groups = section.rows ? rowsOf(held, section) : [valuesOf(held, section)];
    return groups.flatMap((values) => section.fields.filter(({ kind }) => kind !== "photos" && kind !== "yesNo" && kind !== "date").flatMap((field) => {
      const value = values[field.key];
      return field.kind === "choices" && Array.isArray(value) ? value.map((one) => inChinese(field, one)) : [inChinese(field, value)];
    }));
  });
}

/** What a household's application, in its letter, must say. */
export const householdLetterWords = (kind: Kind): string[] => wordsOf(APPLICATION, PAPERS.household[kind].application);

/** What a village's letter must say. */
export const villageLetterWords = (kind: Kind): string[] => wordsOf(VILLAGE_APPLICATION, PAPERS.village[kind].application);

/** What a registration form must say: the form itself, the helpers, the plan, the measures, the results. */
export function formWords(subject: "household" | "village", kind: Kind): string[] {
  const { registration, help } = PAPERS[subject][kind];
  const isHousehold = subject === "household";
  return [
    ...wordsOf(isHousehold ? REGISTRATION : VILLAGE_REGISTRATION, registration),
    ...help.helpers.flatMap(({ helper }) => wordsOf(isHousehold ? HELPER : SUPPORT_UNIT, helper)),
    ...wordsOf(isHousehold ? HOUSEHOLD_PLAN : VILLAGE_PLAN, help.plan),
    ...help.measures.flatMap(({ content, done }) => [...wordsOf(isHousehold ? MEASURE : VILLAGE_MEASURE, content), ...wordsOf(isHousehold ? MEASURE_DONE : VILLAGE_MEASURE_DONE, done?.content)]),
    ...help.results.flatMap(({ content }) => wordsOf(isHousehold ? RESULT : VILLAGE_RESULT, content)),
  ];
}

/** Fields of the forms that a handbook does not have (domain.md, section 4). */
const NOT_IN_HANDBOOK = /^(bankName|bankAccount|costs|politics|skill|education|orgAddress|sex)$/;

/** What a handbook must say: names and numbers of its people, its helpers, its plan, measures and results. */
export function handbookWords(kind: Kind): string[] {
  const { registration, help } = PAPERS.household[kind];
  const only = (form: Form, keys: (section: string, field: string) => boolean): Form => ({
    ...form,
    sections: form.sections.map((section) => ({ ...section, fields: section.fields.filter((field) => keys(section.key, field.key)) })),
  });
  const people = only(REGISTRATION, (section, field) => section === "members" ? ["name", "idNo", "diseaseType"].includes(field) : section === "cause" || (section === "head" && ["householderName", "phone", "address"].includes(field)));
  const helper = only(HELPER, (_, field) => !NOT_IN_HANDBOOK.test(field));
  const plan = only(HOUSEHOLD_PLAN, (section, field) => section === "needs" || (section === "summary" && field === "text"));
  const measure = only(MEASURE, (_, field) => field !== "note");
  return [
    ...wordsOf(people, registration),
    ...help.helpers.flatMap((one) => wordsOf(helper, one.helper)),
    ...wordsOf(plan, help.plan),
    ...help.measures.flatMap(({ content }) => wordsOf(measure, content)),
    ...help.results.flatMap(({ content }) => wordsOf(RESULT, content)),
  ];
}
