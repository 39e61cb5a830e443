import type { FieldProblem } from "@domain/problems.ts";
import type { Bilingual } from "@domain/text.ts";
import { forget, keepValue, keptValue } from "../../shared/kept.ts";
import { newFilingNumber } from "./number.ts";

/** What somebody types to object or complain. The id stays the same until it is filed, so that sending twice is once. */
export type Draft = { id: string; about: string; text: string; name: string; phone: string };

/** What was typed before, or an empty beginning; `key` says what it is about. */
export function openDraft(key: string): Draft {
  const kept = keptValue(key);
  const blank: Draft = { id: newFilingNumber(), about: "", text: "", name: "", phone: "" };
  if (typeof kept !== "object" || kept === null) return blank;
  const typed = Object.entries(kept).filter(([name, value]) => name in blank && typeof value === "string");
  return { ...blank, ...Object.fromEntries(typed) };
}

export function keepDraft(key: string, draft: Draft): void {
  keepValue(key, draft);
}

export function dropDraft(key: string): void {
  forget(key);
}

type Rule = readonly [keyof Draft, (value: string) => boolean, Bilingual];

/* The bounds of ObjectionRequest and ComplaintRequest (records.ts), whose schemas would bring zod along; test/web holds them together. */
const RULES: readonly Rule[] = [
  ["text", (text) => text.trim().length >= 5, { zh: "请写明内容，至少 5 个字。", en: "Say what it is, in at least 5 characters." }],
  ["text", (text) => text.trim().length <= 2000, { zh: "内容太长，最多 2000 字，请缩短。", en: "Too long: at most 2,000 characters." }],
  ["name", (name) => name.trim().length <= 40, { zh: "姓名太长，最多 40 个字。", en: "The name is too long: at most 40 characters." }],
  ["phone", (phone) => /^[\d\s()+-]{0,20}$/.test(phone.trim()), { zh: "电话只能写数字，最多 20 位；也可以不填。", en: "Write the phone in digits, at most 20, or leave it empty." }],
];
const ABOUT: Rule = ["about", (about) => about.trim().length >= 2 && about.trim().length <= 100, { zh: "请写明举报的是谁或什么职务，2 到 100 个字。", en: "Say whom or which office it is about, in 2 to 100 characters." }];

/** What must be mended before it is sent, one problem a field. */
export function checkDraft(draft: Draft, { withAbout = false } = {}): FieldProblem[] {
  const broken = [...(withAbout ? [ABOUT] : []), ...RULES].filter(([key, isFine]) => !isFine(draft[key]));
  return broken.map(([path, , sentence]) => ({ path, code: "filing", ...sentence }));
}
