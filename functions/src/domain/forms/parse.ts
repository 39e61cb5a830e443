import type * as z from "zod";
import type { Field, Form, Rule, Section, Values } from "./field.ts";
import { isRequired, schemaOf } from "./field.ts";
import type { Label } from "./label.ts";
import { shownSchemaOf } from "./private.ts";
import type { About, SentenceName } from "./sentences.ts";
import { isSentenceName, sentence } from "./sentences.ts";
import { eachGroup, isValues, tidy } from "./tidy.ts";

/** One thing wrong with a form: where (`members.0.idNo`), its name, and a sentence that tells the way out. */
export type FieldProblem = Label & { path: string; code: string };

export type Parsed<T> = { ok: true; value: T } | { ok: false; problems: FieldProblem[] };

/** More than this nobody reads, and a hostile form must not grow an outcome without end. */
const MOST_PROBLEMS = 100;

/**
 * Reads a form as it came: tidies it (tidy.ts), checks every field, then the rules between them. Never throws. The
 * value parses again to itself; a wrong form gives at most one problem a path.
 */
export function parseForm<T>(form: Form<T>, input: unknown): Parsed<T> {
  return read(form, input, { schema: schemaOf(form), rules: form.rules });
}

/**
 * Reads the shown part of a form: private fields must be masks, or absent (private.ts). The rules between fields are
 * for the whole form, once it is joined again: masks may be alike where numbers are not.
 */
export function parseShown<T>(form: Form<T>, input: unknown): Parsed<T> {
  return read(form, input, { schema: shownSchemaOf(form), rules: [] });
}

type Reading<T> = { schema: z.ZodType<T>; rules: readonly Rule<T>[] };

function read<T>(form: Form<T>, input: unknown, { schema, rules }: Reading<T>): Parsed<T> {
  const crowds = crowded(form, input);
  if (crowds.length > 0) return { ok: false, problems: crowds };
  const tidied = tidy(form, input);
  const parsed = schema.safeParse(tidied);
  const problems = [...(parsed.error?.issues ?? []).flatMap((issue) => explain(form, issue)), ...unanswered(form, tidied)];
  if (!parsed.success || problems.length > 0) return { ok: false, problems: presentable(form, problems) };
  const broken = brokenRules(form, rules, parsed.data);
  return broken.length > 0 ? { ok: false, problems: presentable(form, broken) } : { ok: true, value: parsed.data };
}

/** One problem a path, and none of computed fields as long as what they are computed from is the trouble. */
function presentable<T>(form: Form<T>, problems: FieldProblem[]): FieldProblem[] {
  const typed = problems.filter(({ path }) => !placeOf(form, path.split(".")).field?.computed);
  const told = typed.length > 0 ? typed : problems;
  const first = new Map<string, FieldProblem>();
  for (const problem of told) if (!first.has(problem.path)) first.set(problem.path, problem);
  return [...first.values()].slice(0, MOST_PROBLEMS);
}

type Place = { section?: Section | undefined; row?: number | undefined; field?: Field | undefined };

/** The section, row and field that a path leads to, as far as the form knows them. */
function placeOf<T>(form: Form<T>, [sectionKey, ...rest]: readonly PropertyKey[]): Place {
  const section = form.sections.find(({ key }) => key === sectionKey);
  if (!section) return {};
  const row = section.rows && rest.length > 0 ? Number(rest[0]) : undefined;
  const key = section.rows ? rest[1] : rest[0];
  return { section, row, field: section.fields.find((field) => field.key === key) };
}

/** How a sentence calls a place: “姓名”, or 第 2 位家庭成员的“姓名”. */
function nameOf({ section, row, field }: Place): Label {
  if (!section) return { zh: "这张表", en: "This form" };
  const inner = field ?? (row === undefined ? section : undefined);
  const quoted = inner && { zh: `“${inner.zh}”`, en: `"${inner.en}"` };
  if (row === undefined || !section.rows) return quoted ?? { zh: section.zh, en: section.en };
  const person = { zh: `第 ${row + 1} ${section.row.counter}${section.row.zh}`, en: `${section.row.en} ${row + 1}` };
  if (quoted) return { zh: `${person.zh}的${quoted.zh}`, en: `${quoted.en} of ${person.en}` };
  return { zh: person.zh, en: person.en.charAt(0).toUpperCase() + person.en.slice(1) };
}

function aboutOf(place: Place): About {
  const { section, field } = place;
  const limits = field?.limits ?? (section?.rows ? { least: section.min, most: section.max } : {});
  return { where: nameOf(place), limits, kind: field?.kind, unit: field?.unit };
}

function tell<T>(form: Form<T>, path: readonly PropertyKey[], code: SentenceName): FieldProblem {
  return { path: path.map(String).join("."), code, ...sentence(code, aboutOf(placeOf(form, path))) };
}

/** A key that the form does not know, as far as it is safe to repeat: it might itself be somebody's number. */
const safeKey = (key: string) => (/^[A-Za-z][A-Za-z_]{0,39}$/.test(key) ? key : "?");

/** Every zod issue as named problems. */
function explain<T>(form: Form<T>, issue: z.core.$ZodIssue): FieldProblem[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.slice(0, MOST_PROBLEMS).map((key) => {
      const where = { zh: `“${safeKey(key)}”`, en: `"${safeKey(key)}"` };
      const path = [...issue.path.map(String), safeKey(key)].join(".");
      return { path, code: "unknownKey", ...sentence("unknownKey", { where, limits: {} }) };
    });
  }
  if (issue.path.length === 0) return [tell(form, [], "notAForm")];
  return [tell(form, issue.path, isSentenceName(issue.message) ? issue.message : "wrongType")];
}

/** Fields that are required only because of what stands beside them. */
function unanswered<T>(form: Form<T>, tidied: unknown): FieldProblem[] {
  return [...eachGroup(form, tidied)].flatMap(({ section, path, values }) =>
    section.fields
      .filter((field) => values[field.key] === undefined && (field.showWhen ?? field.requiredWhen) && isRequired(field, values))
      .map((field) => tell(form, [...path, field.key], "missing")),
  );
}

function brokenRules<T>(form: Form<T>, rules: readonly Rule<T>[], value: T): FieldProblem[] {
  return rules.flatMap((rule) =>
    rule.broken(value).map((path) => ({ path, code: rule.code, ...rule.sentence(nameOf(placeOf(form, path.split(".")))) })),
  );
}

/** Lists far beyond their limit are refused unread: reading every entry is what a hostile form would like. */
function crowded<T>(form: Form<T>, input: unknown): FieldProblem[] {
  if (!isValues(input)) return [];
  const over = (list: unknown, most = Infinity) => Array.isArray(list) && list.length > most;
  return form.sections.flatMap((section) => {
    const held = input[section.key];
    if (section.rows) return over(held, section.max) ? [tell(form, [section.key], "tooMany")] : [];
    const values: Values = isValues(held) ? held : {};
    const full = section.fields.filter(({ key, limits }) => over(values[key], limits.most));
    return full.map(({ key }) => tell(form, [section.key, key], "tooMany"));
  });
}
