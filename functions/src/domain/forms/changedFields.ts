import type { Field, Form, Section, Values } from "./field.ts";
import type { Label } from "./label.ts";
import { isValues } from "./tidy.ts";

/**
 * One difference between two values of a form. `path` is `land.farmland`, or by the row's id `members.m2.name`; a row
 * that came or went is one difference, `members.m2`, without a field. `row` is what the row calls itself: its first text.
 */
export type ChangedField = {
  path: string;
  section: Label;
  row: string | null;
  label: Label;
  field: Field | null;
  before: unknown;
  after: unknown;
};

const same = (before: unknown, after: unknown) => JSON.stringify(before) === JSON.stringify(after);
const nothing: Values = {};
const valuesOf = (held: unknown): Values => (isValues(held) ? held : nothing);

/** What changed between two values of a form, in the form's order; rows that have gone come last in their section. */
export function changedFields(form: Form, before: unknown, after: unknown): ChangedField[] {
  return form.sections.flatMap((section) => {
    const [old, now] = [valuesOf(before)[section.key], valuesOf(after)[section.key]];
    if (section.rows) return changedRows(section, rowsIn(old), rowsIn(now));
    return changedIn(section, { path: section.key, row: null }, [valuesOf(old), valuesOf(now)]);
  });
}

type Place = { path: string; row: string | null };

function changedIn(section: Section, { path, row }: Place, [before, after]: readonly [Values, Values]): ChangedField[] {
  return section.fields
    .filter(({ key }) => !same(before[key], after[key]))
    .map((field) => ({
      path: `${path}.${field.key}`, section: labelOf(section), row, label: labelOf(field), field, before: before[field.key], after: after[field.key],
    }));
}

/** Rows by their id; a row without one cannot be told from another and is left out. */
function rowsIn(held: unknown): Map<string, Values> {
  const rows = Array.isArray(held) ? held.filter(isValues) : [];
  return new Map(rows.flatMap((row) => (typeof row.id === "string" ? [[row.id, row] as const] : [])));
}

function changedRows(section: Section & { rows: true }, before: Map<string, Values>, after: Map<string, Values>): ChangedField[] {
  const gone = [...before.keys()].filter((id) => !after.has(id));
  return [...after.keys(), ...gone].flatMap((id) => {
    const [old, now] = [before.get(id), after.get(id)];
    const place = { path: `${section.key}.${id}`, row: nameOf(section, now ?? old ?? nothing) };
    if (old && now) return changedIn(section, place, [old, now]);
    return [{ ...place, section: labelOf(section), label: labelOf(section.row), field: null, before: old, after: now }];
  });
}

function nameOf({ fields }: Section, values: Values): string | null {
  const named = fields.find(({ kind }) => kind === "text");
  const value = named && values[named.key];
  return typeof value === "string" ? value : null;
}

const labelOf = ({ zh, en }: Label): Label => ({ zh, en });
