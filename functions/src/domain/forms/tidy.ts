import type { Field, Form, Section, Values } from "./field.ts";
import { holds } from "./field.ts";

/** Whether something is an object with keys: not null, not a list. */
export function isValues(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One group of fields of a form's value: a section, or one row of a repeated one, and where it stands. */
export type Group = { section: Section; path: (string | number)[]; values: Values };

/** Every section and row of a value, as far as it has the form's shape. Anything else is passed over. */
export function* eachGroup<T>({ sections }: Form<T>, value: unknown): Generator<Group> {
  if (!isValues(value)) return;
  for (const section of sections) {
    const held = value[section.key];
    if (!section.rows && isValues(held)) yield { section, path: [section.key], values: held };
    if (!section.rows || !Array.isArray(held)) continue;
    for (const [row, values] of held.entries()) {
      if (isValues(values)) yield { section, path: [section.key, row], values };
    }
  }
}

/** The value with every section's and row's fields changed; what has not the form's shape stays as it is. */
export function mapGroups<T>(form: Form<T>, value: unknown, change: (section: Section, values: Values) => Values): unknown {
  if (!isValues(value)) return value;
  const changed = { ...value };
  for (const section of form.sections) {
    const held = value[section.key];
    const each = (values: unknown) => (isValues(values) ? change(section, values) : values);
    if (held !== undefined) changed[section.key] = section.rows && Array.isArray(held) ? held.map(each) : each(held);
  }
  return changed;
}

/**
 * What a person meant: an empty field is absent, a field that is no longer asked is dropped, a section left out is an
 * empty one, computed fields are computed. Numbers are never made: an empty number stays absent and does not become 0.
 */
export function tidy<T>(form: Form<T>, input: unknown): unknown {
  if (!isValues(input)) return input;
  const begun = Object.fromEntries(form.sections.map(({ key, rows }) => [key, rows ? [] : {}]));
  const whole = mapGroups(form, { ...begun, ...withoutEmpty(input) }, tidyGroup);
  return isValues(whole) ? mapGroups(form, whole, (section, values) => compute(section, values, whole)) : whole;
}

const isEmpty = (value: unknown) =>
  value === undefined || value === null || (typeof value === "string" && value.trim() === "");

function withoutEmpty(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;
const isLeftOver = (field: Field, values: Values) => !holds(field.showWhen, values);

function tidyGroup({ fields }: Section, values: Values): Values {
  const filled = withoutEmpty(values);
  const dropped = fields.filter((field) => isLeftOver(field, filled) || (!field.required && isEmptyList(filled[field.key])));
  const keys = new Set(dropped.map(({ key }) => key));
  return Object.fromEntries(Object.entries(filled).filter(([key]) => !keys.has(key)));
}

function compute({ fields }: Section, values: Values, whole: Values): Values {
  const derived = fields.flatMap((field) => {
    const value = field.derive?.(values, whole);
    return value === undefined ? [] : [[field.key, value] as const];
  });
  return { ...values, ...Object.fromEntries(derived) };
}
