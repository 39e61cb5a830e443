import * as z from "zod";
import type { Field, Form, Section, Values } from "./field.ts";
import { RowId } from "./field.ts";
import { isMask, maskOf } from "./masks.ts";
import { mapGroups } from "./tidy.ts";

/** Private values by path: `householder.idNo`, or `members.<id of the row>.idNo`. */
export type Hidden = Record<string, string>;

/**
 * Takes the private values out: `shown` holds their masks, `hidden` the values by path. Works on half-filled drafts
 * too. A value that already is a mask stays and is not hidden. What is no text, or in a row without an id, is masked
 * and not kept.
 */
export function splitPrivate<T>(form: Form<T>, value: T): { shown: T; hidden: Hidden } {
  const hidden: Hidden = {};
  const shown = mapPrivate(form, value, ({ kind }, path, text) => {
    if (text.trim() === "" || isMask(text, kind)) return text;
    if (path) hidden[path] = text;
    return maskOf(kind, text);
  });
  return { shown, hidden };
}

/**
 * Puts private values back where their masks stand. A mask without a hidden value stays, and is then the problem
 * `privateMissing` of parseForm: so a person who sees only masks can save a form again without knowing the numbers.
 */
export function joinPrivate<T>(form: Form<T>, shown: T, hidden: Hidden): T {
  const kept = new Map(Object.entries(hidden));
  return mapPrivate(form, shown, ({ kind }, path = "", text) => (isMask(text, kind) ? (kept.get(path) ?? text) : text));
}

type Change = (field: Field, path: string | undefined, text: string) => string;

/** The value with each private text changed. The only cast: a changed text leaves the value's type as it was. */
function mapPrivate<T>(form: Form<T>, value: T, change: Change): T {
  return mapGroups(form, value, (section, values) => ({ ...values, ...changed(section, values, change) })) as T;
}

function changed(section: Section, values: Values, change: Change): Values {
  const prefix = prefixOf(section, values);
  const texts = section.fields.flatMap((field) => {
    const text = field.private ? values[field.key] : undefined;
    if (text === undefined || text === null) return [];
    const path = prefix && `${prefix}.${field.key}`;
    return [[field.key, typeof text === "string" ? change(field, path, text) : maskOf(field.kind, "")] as const];
  });
  return Object.fromEntries(texts);
}

function prefixOf({ key, rows }: Section, values: Values): string | undefined {
  if (!rows) return key;
  return RowId.safeParse(values.id).success ? `${key}.${String(values.id)}` : undefined;
}

const shownSchemas = new WeakMap<Form, z.ZodType>();

/**
 * The strict schema of the shown part: private fields are masks or absent, so a clear number in it is refused. The
 * type is the form's own, as in splitPrivate; absent private and computed fields are the difference.
 */
export function shownSchemaOf<T>(form: Form<T>): z.ZodType<T> {
  const known = shownSchemas.get(form);
  const schema = known ?? z.strictObject(Object.fromEntries(form.sections.map((part) => [part.key, shownSection(part)])));
  if (!known) shownSchemas.set(form, schema);
  return schema as z.ZodType<T>;
}

function shownSection(section: Section): z.ZodType {
  const shape = Object.fromEntries(section.fields.map((field) => [field.key, shownField(field)]));
  if (!section.rows) return z.strictObject(shape);
  return z.array(z.strictObject({ id: RowId, ...shape })).min(section.min).max(section.max);
}

function shownField({ kind, schema, private: hidden, computed }: Field): z.ZodType {
  if (!hidden) return computed ? schema.optional() : schema;
  return z.string().refine((text) => isMask(text, kind), { error: "privateInTheOpen" }).optional();
}
