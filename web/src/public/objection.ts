import type { FieldProblem } from "@domain/problems.ts";
import type { Bilingual } from "@domain/text.ts";
import { forget, keepValue, keptValue } from "../shared/kept.ts";
import { newId } from "../shared/ids.ts";

/** What somebody types to object. The id stays the same until it is filed, so that sending twice is once. */
export type Draft = { id: string; text: string; name: string; phone: string };

const keyOf = (notice: string, serial: number) => `objection.${notice}.${serial}`;

const isDraft = (value: unknown): value is Draft =>
  typeof value === "object" && value !== null && ["id", "text", "name", "phone"].every((key) => typeof Reflect.get(value, key) === "string");

/** What was typed before about this line, or an empty beginning. */
export function openDraft(notice: string, serial: number): Draft {
  const kept = keptValue(keyOf(notice, serial));
  return isDraft(kept) ? kept : { id: newId(), text: "", name: "", phone: "" };
}

export function keepDraft(notice: string, serial: number, draft: Draft): void {
  keepValue(keyOf(notice, serial), draft);
}

export function dropDraft(notice: string, serial: number): void {
  forget(keyOf(notice, serial));
}

/* The bounds of ObjectionRequest (records.ts), whose schema would bring zod along; test/web holds the two together. */
const RULES: readonly (readonly [keyof Draft, (value: string) => boolean, Bilingual])[] = [
  ["text", (text) => text.trim().length >= 5, { zh: "请写明异议的内容，至少 5 个字。", en: "Say what you object to, in at least 5 characters." }],
  ["text", (text) => text.trim().length <= 2000, { zh: "异议太长，最多 2000 字，请缩短。", en: "Too long: at most 2,000 characters." }],
  ["name", (name) => name.trim().length <= 40, { zh: "姓名太长，最多 40 个字。", en: "The name is too long: at most 40 characters." }],
  ["phone", (phone) => /^[\d\s()+-]{0,20}$/.test(phone.trim()), { zh: "电话只能写数字，最多 20 位；也可以不填。", en: "Write the phone in digits, at most 20, or leave it empty." }],
];

/** What must be mended before it is sent, one problem a field. */
export function checkDraft(draft: Draft): FieldProblem[] {
  const broken = RULES.filter(([key, isFine]) => !isFine(draft[key]));
  return broken.map(([path, , sentence]) => ({ path, code: "objection", ...sentence }));
}
