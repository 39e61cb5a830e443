import type { Field } from "@domain/forms/field.ts";

/** A line of a table is this many units wide; the columns of the table are these units. */
export const LINE = 32;
/** A label beside its answer takes this much. */
export const LABEL = 5;
/** Width of a unit on an upright sheet, and of a character of a table with its share of the gap, mm. */
const UNIT = 182 / LINE;
const CHARACTER = 3.25;
const PADDING = 2.6;

/** Something with the units it wants, and after packing with those it got. */
export type Packed<T> = { item: T; units: number };

/**
 * Puts things of different widths into lines of `line` units, in order; what is left of a line goes to its widest
 * things, so that every line is full.
 */
export function pack<T>(items: readonly Packed<T>[], line: number): Packed<T>[][] {
  const lines: Packed<T>[][] = [];
  let left = 0;
  for (const { item, units } of items) {
    const wanted = Math.min(units, line);
    const last = lines.at(-1);
    if (!last || wanted > left) {
      lines.push([{ item, units: wanted }]);
      left = line - wanted;
    } else {
      last.push({ item, units: wanted });
      left -= wanted;
    }
  }
  return lines.map((one) => stretch(one, line));
}

function stretch<T>(line: readonly Packed<T>[], width: number): Packed<T>[] {
  const total = line.reduce((sum, { units }) => sum + units, 0);
  const exact = line.map(({ item, units }) => ({ item, units: Math.floor((units * width) / total) }));
  let rest = width - exact.reduce((sum, { units }) => sum + units, 0);
  const widest = [...exact].sort((a, b) => b.units - a.units);
  for (let at = 0; rest > 0; at = (at + 1) % widest.length, rest -= 1) {
    const one = widest[at];
    if (one) one.units += 1;
  }
  return exact;
}

const longestOf = ({ options = [] }: Field): number => Math.max(0, ...options.map(({ zh }) => zh.length));

/** Whether every option is printed with a box to tick: in the forms' own cells, where there is room. */
export const isTicked = ({ kind, options = [] }: Field): boolean =>
  kind === "yesNo" || ((kind === "choice" || kind === "choices") && options.length <= 14);

/** What a field wants of a form's line, its label included. */
export function unitsOfPair(field: Field): number {
  const { kind, options = [], limits } = field;
  if (isTicked(field) && kind !== "yesNo") {
    const width = options.reduce((sum, { zh }) => sum + (zh.length + 1.1) * CHARACTER + 3, PADDING);
    return Math.min(LINE, LABEL + Math.ceil(width / UNIT));
  }
  if (kind === "text") return (limits.length ?? 0) <= 20 ? 10 : (limits.length ?? 0) <= 60 ? 16 : LINE;
  if (kind === "longText" || kind === "choices" || kind === "photos") return LINE;
  if (kind === "identity" || kind === "account" || kind === "names") return 16;
  return 10;
}

const UNITS_BY_KIND: Partial<Record<Field["kind"], number>> = {
  longText: 7, money: 3, identity: 6, phone: 4, account: 7, date: 4, names: 6, photos: 2, choices: 6,
};

/** What a field wants of a row of a list. */
export function unitsOfCell(field: Field): number {
  const { kind, limits } = field;
  if (kind === "yesNo") return field.zh.length <= 8 ? 2 : 3;
  if (kind === "text") return (limits.length ?? 0) <= 10 ? 3 : (limits.length ?? 0) <= 20 ? 4 : (limits.length ?? 0) <= 60 ? 5 : 7;
  if (kind === "choice") return longestOf(field) <= 2 ? 2 : longestOf(field) <= 7 ? 3 : longestOf(field) <= 10 ? 4 : 5;
  if (kind === "integer" || kind === "decimal") return (limits.max ?? 0) < 100 ? 2 : 3;
  return UNITS_BY_KIND[kind] ?? 4;
}
