import { findCode } from "@domain/forms/codeList.ts";
import type { Field } from "@domain/forms/field.ts";
import { say } from "../language.tsx";
import { dayOf } from "../time.ts";
import { WORDS } from "../words.ts";

const DAY = /^\d{4}-\d\d-\d\d$/;

/** A value as people read it: labels of codes, yes and no, days, figures with their unit. */
export function inWords(field: Field, value: unknown): string {
  if (value === undefined || value === null || value === "") return say({ zh: "—", en: "—" });
  if (typeof value === "boolean") {
    const { yes, no } = field.answers ?? WORDS;
    return say(value ? yes : no);
  }
  if (Array.isArray(value)) return value.map((one) => inWords(field, one)).join(say({ zh: "、", en: ", " }));
  if (field.kind === "date" && typeof value === "string" && DAY.test(value)) return say(dayOf(value));
  const code = field.options && findCode(field.options, value);
  if (code) return say(code);
  const unit = field.unit ? ` ${say(field.unit)}` : "";
  return `${String(value)}${unit}`;
}
