import type { Form } from "@domain/forms/field.ts";
import type { FormValue } from "../../../shared/form/value.ts";
import { valuesOf } from "../../../shared/form/value.ts";
import { inChinese } from "../chinese.ts";

/** The answer at a path such as `people.memberCount`, in words; empty when there is none. */
export function answer(form: Form, value: FormValue, path: string): string {
  const [sectionKey, key] = path.split(".");
  const section = form.sections.find((one) => one.key === sectionKey && !one.rows);
  const field = section?.fields.find((one) => one.key === key);
  return section && field ? inChinese(field, valuesOf(value, section)[field.key]) : "";
}

/** A value of a form as anything stored may be: no form at all is an empty one. */
export const asForm = (value: unknown): FormValue =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
