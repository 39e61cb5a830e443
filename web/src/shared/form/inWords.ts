import { findCode } from "@domain/forms/codeList.ts";
import type { Field } from "@domain/forms/field.ts";
import { say } from "../language.tsx";
import { WORDS } from "../words.ts";

/** A value as people read it: labels of codes, yes and no, figures with their unit. */
export function inWords(field: Field, value: unknown): string {
  if (value === undefined || value === null || value === "") return say({ zh: "—", en: "—" });
  if (typeof value === "boolean") return say(value ? WORDS.yes : WORDS.no);
  if (Array.isArray(value)) return value.map((one) => inWords(field, one)).join(say({ zh: "、", en: ", " }));
  const code = field.options && findCode(field.options, value);
  if (code) return say(code);
  const unit = field.unit ? ` ${say(field.unit)}` : "";
  return `${String(value)}${unit}`;
}
