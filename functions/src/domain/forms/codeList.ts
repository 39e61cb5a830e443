import * as z from "zod";
import type { Label } from "./label.ts";

/** One entry of a code list. `key` is stored; `code` is what the national system and the printed form call it. */
export type Code = Label & { key: string; code: string };
export type CodeList = readonly Code[];

/** The enum of a list's keys, in code order. */
export function enumOf<const T extends CodeList>(list: T) {
  return z.enum(list.map(({ key }) => key) as [T[number]["key"], ...T[number]["key"][]]);
}

/** The entry with that key, or undefined: labels for screens, codes for prints and exports. */
export function findCode(list: CodeList, key: unknown): Code | undefined {
  return list.find((entry) => entry.key === key);
}
