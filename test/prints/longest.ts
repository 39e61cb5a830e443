import type { Field, Form, Section, Values } from "@domain/forms/field.ts";
import type { FormValue } from "../../web/src/shared/form/value.ts";

/* The longest that a form takes: every text as long as it may be, every list as full. Only for prints: no rule holds. */

/** Characters that old screens and fonts stumble over stand among the others. */
const TEXT = "阳屲社上墹台𠮷庆𬭎祥𡎚上沟垴，洋芋坡地多石块；遇旱减产（连年）。贷款养羊修圈舍，看病用钱凑不齐、孩子上学路又远，盼通水泥路";
const NAME = "阿卜都热合曼·尼牙孜·吐尔逊·巴合提努尔·屲𠮷𬭎·才让东知布卓玛拉毛措";

/** Text of exactly `length` UTF-16 units, as the forms count; another `seed`, another text. */
export function textOf(length: number, seed = 0): string {
  const characters = [...TEXT];
  let text = "";
  for (let at = seed; ; at += 1) {
    const next = characters[at % characters.length] ?? "";
    if (text.length + next.length > length) return text;
    text += next;
  }
}

/** A name as long as names may be. */
export const longestName = (): string => NAME.slice(0, 40);

const longestOption = ({ options = [] }: Field): string => [...options].sort((a, b) => b.zh.length - a.zh.length)[0]?.key ?? "";

const BY_KIND: Record<Field["kind"], (field: Field, seed: number) => unknown> = {
  text: ({ limits, key }, seed) => (/name|Name|by$|By$|head$/.test(key) && limits.length === 40 ? longestName() : /hone/.test(key) ? "0935-00000000-0000".slice(0, limits.length) : textOf(limits.length ?? 20, seed)),
  longText: ({ limits }, seed) => textOf(limits.length ?? 300, seed),
  integer: ({ limits }) => limits.max ?? 99,
  decimal: ({ limits }) => Math.min(limits.max ?? 99, 9999.99),
  money: ({ limits }) => (limits.max ?? 1000) - 0.01,
  yesNo: () => true,
  choice: longestOption,
  choices: ({ options = [], limits }) => options.slice(0, limits.most ?? 1).map(({ key }) => key),
  date: () => "2014-12-31",
  identity: () => "62062319561231491X4312",
  phone: () => "15400000000",
  account: () => "6200000000000000000000123",
  names: ({ limits }, seed) => Array.from({ length: limits.most ?? 1 }, (_, at) => (limits.length === 40 ? longestName() : textOf(limits.length ?? 20, seed + at))),
  photos: () => [],
};

const filled = (section: Section, seed: number): Values =>
  Object.fromEntries(section.fields.map((field, at) => [field.key, BY_KIND[field.kind](field, seed * 7 + at * 3)]));

/** A value of a form with everything as long as it may be; lists with their most rows, but no more than `most`. */
export function longest(form: Form, most = 12): FormValue {
  return Object.fromEntries(
    form.sections.map((section, at) => [
      section.key,
      section.rows ? Array.from({ length: Math.min(section.max, most) }, (_, row) => ({ ...filled(section, at + row), id: `r${row + 1}` })) : filled(section, at),
    ]),
  );
}
