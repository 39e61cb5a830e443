import type { Household } from "../data/applications.ts";
import { numeral } from "../print/chinese.ts";
import { householderOf } from "./status.tsx";

/** Chinese names in the order of their pronunciation. One collator, for a new one each time takes a second for 1,200 names. */
export const byChinese: (a: string, b: string) => number = new Intl.Collator("zh-CN").compare;

/** The greatest first: a twelve holds a two as well. */
const NUMERALS = Array.from({ length: 99 }, (_, at) => ({ value: 99 - at, text: numeral(99 - at) }));
const known = new Map<string, number>();

/** The number in a group's name, in figures or in characters; a name without one comes after all that have one. */
function numberIn(name: string): number {
  const before = known.get(name);
  if (before !== undefined) return before;
  const figures = /\d+/.exec(name.normalize("NFKC"))?.[0];
  const number = figures ? Number(figures) : (NUMERALS.find(({ text }) => name.includes(text))?.value ?? Infinity);
  known.set(name, number);
  return number;
}

/** Groups of a village by their number, whichever way it is written, then by name. */
export function byGroup(a: string, b: string): number {
  const [one, other] = [numberIn(a), numberIn(b)];
  return one === other ? byChinese(a, b) : one - other;
}

/** Households of a village as its people look for them: by group, then by householder. */
export const byHousehold = (a: Household, b: Household): number =>
  byGroup(a.facts?.groupName ?? "", b.facts?.groupName ?? "") || byChinese(householderOf(a), householderOf(b));

/** The same over several villages. */
export const byPlace = (a: Household, b: Household): number => a.village.localeCompare(b.village) || byHousehold(a, b);
