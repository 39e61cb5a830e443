import type { Form, Values } from "../forms/field.ts";
import { isValues } from "../forms/tidy.ts";
import type { Cell } from "./cells.ts";
import { writeField } from "./cells.ts";
import type { Place, SheetHousehold } from "./columns.ts";
import { COLUMNS, membersOf } from "./columns.ts";
import { PREFECTURES, PROVINCES } from "./labels.ts";

/** One row for each person, the facts of the household on every row, under the national system's header. */
export function personSheet(households: readonly SheetHousehold[]): Cell[][] {
  const rows = households.flatMap((household) =>
    membersOf(household.form).map((member, at) => COLUMNS.map((column) => column.of({ household, member, at }))),
  );
  return [COLUMNS.map(({ header }) => header), ...rows];
}

/** The names of the areas around a village, as the campaign and the division codes tell them. */
export function placeOf(village: string, names: { county: string; town: string; village: string }): Place {
  return { province: PROVINCES[village.slice(0, 2)] ?? "", prefecture: PREFECTURES[village.slice(0, 4)] ?? "", ...names };
}

const HEADER = ["部分", "序号", "指标", "单位", "内容"];

/** A form as a list to type in from: each field with its unit and value, repeated rows numbered (annex 11). */
export function formSheet<T>({ sections }: Form<T>, value: Values): Cell[][] {
  const rows = sections.flatMap((section): Cell[][] => {
    const held = value[section.key];
    const groups = section.rows ? (Array.isArray(held) ? held.filter(isValues) : []) : [isValues(held) ? held : {}];
    return groups.flatMap((values, at) =>
      section.fields.map((field) => [section.zh, section.rows ? String(at + 1) : null, field.zh, field.unit?.zh ?? null, writeField(values[field.key], field)]),
    );
  });
  return [HEADER, ...rows];
}
