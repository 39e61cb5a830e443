import type { Field, Form, Section, Values } from "@domain/forms/field.ts";
import type { FieldProblem } from "@domain/problems.ts";
import { newId } from "../ids.ts";

/** A form's value while somebody is typing: sections of fields, or lists of rows, as yet unchecked. */
export type FormValue = Readonly<Record<string, unknown>>;

const isValues = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The fields of a section. */
export function valuesOf(value: FormValue, section: Section): Values {
  const held = value[section.key];
  return isValues(held) ? held : {};
}

/** The rows of a repeated section. */
export function rowsOf(value: FormValue, section: Section): readonly Values[] {
  const held = value[section.key];
  return Array.isArray(held) ? held.filter(isValues) : [];
}

/** The values with one field set; an undefined one is taken out, so that empty never becomes a value. */
export function withField(values: Values, key: string, next: unknown): Values {
  const { [key]: _, ...others } = values;
  return next === undefined ? others : { ...others, [key]: next };
}

/** A new empty row; its id lets hidden values find it again. */
export const newRow = (): Values => ({ id: newId(8) });

/** What a form begins with: as many empty rows as it must have. */
export function emptyValue<T>({ sections }: Form<T>): FormValue {
  return Object.fromEntries(
    sections.map((section) => [section.key, section.rows ? Array.from({ length: section.min }, newRow) : {}]),
  );
}

/** The id of the control at a path such as `members.0.idNo`: where an error summary leads. */
export const controlId = (path: string) => `f-${path.replaceAll(".", "-")}`;

/** The problem of a field: its own, or the first of its parts (one name of a list of names). */
export function problemAt(problems: readonly FieldProblem[], path: string): FieldProblem | undefined {
  return (
    problems.find((problem) => problem.path === path) ??
    problems.find((problem) => problem.path.startsWith(`${path}.`))
  );
}

/** Problems as the error summary lists them, in the order of the form. */
export function listed(
  problems: readonly FieldProblem[],
  say: (text: FieldProblem) => string,
): { id: string; text: string }[] {
  return problems.map((problem) => ({ id: controlId(problem.path), text: say(problem) }));
}

const FULL_WIDTH: readonly Field["kind"][] = ["longText", "choices", "names", "photos"];

/** Whether a field takes the whole width of the form: long answers and lists. */
export const isWide = ({ kind, mustBe, options = [] }: Field) =>
  FULL_WIDTH.includes(kind) || mustBe === true || (kind === "choice" && isShort(options));

/** Few enough options to show them all at once. */
export const isShort = (options: readonly unknown[]) => options.length <= 6;

/**
 * A number as typed: full-width digits, spaces and thousands separators are understood. Whatever is no number stays
 * text, so that the form's own check can say so; empty is absent.
 */
export function readNumber(typed: string): number | string | undefined {
  const clean = typed.normalize("NFKC").replace(/[\s,，]/g, "");
  if (clean === "") return undefined;
  return /^-?\d+(\.\d+)?$/.test(clean) ? Number(clean) : typed;
}
