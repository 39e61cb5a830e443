import type { Field, Form, Values } from "@domain/forms/field.ts";
import type { Label } from "@domain/forms/label.ts";
import { isMask } from "@domain/forms/masks.ts";
import { parseForm } from "@domain/forms/parse.ts";
import type { Hidden } from "@domain/forms/private.ts";
import { mapGroups, tidy } from "@domain/forms/tidy.ts";
import type { FieldProblem } from "@domain/problems.ts";
import type { FormValue } from "../../shared/form/value.ts";

/** A form as this device can judge it: what may be shown and what may not, or what is wrong. */
export type Checked = { ok: true; shown: unknown; hidden: Hidden } | { ok: false; problems: FieldProblem[] };

/** The text at a path such as `members.0.idNo`. */
function textAt(value: FormValue, path: string): unknown {
  return path.split(".").reduce<unknown>((held, key) => (typeof held === "object" && held !== null ? (held as Record<string, unknown>)[key] : undefined), value);
}

/** A number that was kept from before stands as its mask; only the functions know it, and they put it back. */
const isKeptNumber = (value: FormValue, { path, code }: FieldProblem): boolean => {
  const text = textAt(value, path);
  return code === "privateMissing" && typeof text === "string" && isMask(text);
};

/** A form with what is computed, and what is wrong with it; `wasKept`: masks stand for numbers that are known. */
export function readForm(form: Form, value: FormValue, wasKept: boolean): { whole: unknown; problems: FieldProblem[] } {
  const parsed = parseForm(form, value);
  if (parsed.ok) return { whole: parsed.value, problems: [] };
  const whole = tidy(form, value);
  const problems = parsed.problems.filter((one) => !wasKept || !isKeptNumber(value, one));
  return { whole, problems: problems.length > 0 ? problems : brokenRules(form, whole) };
}

/** The field at a path such as `members.0.idNo`, and what a sentence calls it. */
function placeOf({ sections }: Form, path: string): { field: Field | undefined; where: Label } {
  const [sectionKey, ...rest] = path.split(".");
  const section = sections.find(({ key }) => key === sectionKey);
  const field = section?.fields.find(({ key }) => key === rest.at(-1));
  const { zh, en } = field ?? section ?? { zh: "这张表", en: "This form" };
  const row = section?.rows && rest.length > 0 ? Number(rest[0]) + 1 : undefined;
  if (!section?.rows || row === undefined) return { field, where: { zh: `“${zh}”`, en: `"${en}"` } };
  return { field, where: { zh: `第 ${row} ${section.row.counter}${section.row.zh}的“${zh}”`, en: `"${en}" of ${section.row.en} ${row}` } };
}

/**
 * The rules between fields, of a form in which masks stand for known numbers: all but those on the numbers themselves,
 * for masks may be alike where numbers are not. The functions hold the form to the rest.
 */
function brokenRules(form: Form, whole: unknown): FieldProblem[] {
  return form.rules.flatMap((rule) =>
    rule.broken(whole).flatMap((path) => {
      const { field, where } = placeOf(form, path);
      return field?.private ? [] : [{ path, code: rule.code, ...rule.sentence(where) }];
    }),
  );
}

/**
 * What of a half-filled form may be saved for others to go on with: numbers that were typed here are left out, so that
 * nobody takes their masks for numbers that are known.
 */
export function withoutTyped(form: Form, value: FormValue): FormValue {
  const cleared = mapGroups(form, value, ({ fields }, values: Values) => {
    const typed = fields.filter((field) => field.private && typeof values[field.key] === "string" && !isMask(String(values[field.key]), field.kind)).map(({ key }) => key);
    return Object.fromEntries(Object.entries(values).filter(([key]) => !typed.includes(key)));
  });
  return typeof cleared === "object" && cleared !== null ? { ...cleared } : {};
}
