import type { CodeList } from "../forms/codeList.ts";
import type { Field } from "../forms/field.ts";
import { cleanIdentity } from "../forms/identityNumber.ts";
import { ALIASES } from "./labels.ts";

/** What a cell of a written sheet holds: text stays text for ever, amounts are numbers. */
export type Cell = string | number | null;

/** What a cell of a sheet that came says, or the name of what is wrong with it. Neither: the cell is empty. */
export type Read = { value?: unknown; code?: string };

/** The letters of a column, counted from 0: A, B, … Z, AA. */
export function letterOf(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letterOf(Math.floor(at / 26) - 1) + last;
}

/** Text that the national tool wraps as ="…", so that a spreadsheet keeps every digit (domain.md, section 9.4). */
const WRAPPED = /^=\s*"([^"]*)"$/;

/** A cell as text. Days are written YYYY-MM-DD. */
export function textOf(cell: unknown): string {
  if (typeof cell === "string") return unwrapped(cell);
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? "" : cell.toISOString().slice(0, 10);
  return typeof cell === "boolean" ? (cell ? "是" : "否") : String(cell);
}

function unwrapped(cell: string): string {
  const text = (cell.includes("\u00a0") ? cell.replaceAll("\u00a0", " ") : cell).trim();
  return text.startsWith("=") ? (WRAPPED.exec(text)?.[1] ?? text).trim() : text;
}

/** What people write into a cell that they leave empty. */
const NOTHING = /^[-—－/\\]*$/;
export function isEmptyCell(cell: unknown): boolean {
  return typeof cell === "number" ? false : NOTHING.test(textOf(cell));
}

/** Labels and headers compare half-width, without spaces and without what stands in brackets. */
export function bare(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "").replace(/\(.*?\)/g, "").replace(/[*:：]/g, "");
}

const SCIENTIFIC = /^\d+(\.\d+)?e\+?\d+$/i;
/** Excel keeps 15 digits of a number; the rest of a longer one are zeros and lost. */
const KEPT = 1e15;

/** A long number that must be text: identity, account, household number. */
export function readLongNumber(cell: unknown): Read {
  if (isEmptyCell(cell)) return {};
  if (typeof cell === "number" && (!Number.isInteger(cell) || cell >= KEPT)) return { code: "lostDigits" };
  const text = cleanIdentity(textOf(cell));
  return SCIENTIFIC.test(text) ? { code: "lostDigits" } : { value: text };
}

function readNumber(cell: unknown, unit: string | undefined): Read {
  if (typeof cell === "number") return { value: cell };
  const text = textOf(cell).normalize("NFKC").replace(/[\s,]/g, "");
  const figure = unit && text.endsWith(unit.normalize("NFKC")) ? text.slice(0, -unit.length) : text;
  return /^[+-]?\d+(\.\d+)?$/.test(figure) ? { value: Number(figure) } : { code: "notNumber" };
}

const YES = ["是", "有", "1", "y", "yes", "true", "√"];
const NO = ["否", "无", "没有", "0", "n", "no", "false", "×"];

function readYesNo(cell: unknown): Read {
  const text = bare(textOf(cell)).toLowerCase();
  if (YES.includes(text)) return { value: true };
  return NO.includes(text) ? { value: false } : { code: "notYesNo" };
}

const written = new WeakMap<CodeList, Map<string, string>>();

/** Every way to write the entries of a list, to their keys: a town's sheet asks a hundred thousand times. */
function waysToWrite(list: CodeList): Map<string, string> {
  const known = written.get(list);
  if (known) return known;
  const ways = new Map<string, string>();
  const add = (way: string, key: string) => void (ways.has(way) || ways.set(way, key));
  for (const { key, zh } of list) add(bare(zh), key);
  for (const { key, code } of list) for (const way of [code, code.replace(/^0/, "")]) add(way, key);
  for (const { key, zh } of list) for (const [way, label] of Object.entries(ALIASES)) if (label === zh) add(way, key);
  for (const { key, zh } of list) if (zh.endsWith("族")) add(bare(zh).slice(0, -1), key);
  written.set(list, ways);
  return ways;
}

/** The key that a label or code of a list stands for, by its own names and by what people write instead. */
export const findLabel = (list: CodeList, text: string): string | undefined => waysToWrite(list).get(bare(text));

function readChoice(cell: unknown, list: CodeList): Read {
  const key = findLabel(list, textOf(cell));
  return key === undefined ? { code: "unknownLabel" } : { value: key };
}

/** Marks between several choices; 、 also stands inside some labels, so the whole is tried first. */
const BETWEEN = /[,，、;；|\s]+/;

function readChoices(cell: unknown, list: CodeList): Read {
  const whole = findLabel(list, textOf(cell));
  if (whole !== undefined) return { value: [whole] };
  const keys = textOf(cell).split(BETWEEN).filter((part) => part !== "").map((part) => findLabel(list, part));
  return keys.some((key) => key === undefined) ? { code: "unknownLabel" } : { value: keys };
}

function readDate(cell: unknown): Read {
  const text = textOf(cell).normalize("NFKC").replace(/[年月./]/g, "-").replace(/日$/, "");
  const [, year, month, day] = /^(\d{4})-?(\d{1,2})-?(\d{1,2})(?:[T ].*)?$/.exec(text) ?? [];
  if (!year || !month || !day) return { code: "notDate" };
  return { value: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` };
}

type Reader = (cell: unknown, field: Field) => Read;
const asText: Reader = (cell) => ({ value: textOf(cell) });
const asNumber: Reader = (cell, { unit }) => readNumber(cell, unit?.zh);

const READERS: Record<Field["kind"], Reader> = {
  text: asText,
  longText: asText,
  integer: asNumber,
  decimal: asNumber,
  money: asNumber,
  yesNo: readYesNo,
  choice: (cell, { options = [] }) => readChoice(cell, options),
  choices: (cell, { options = [] }) => readChoices(cell, options),
  date: readDate,
  identity: readLongNumber,
  phone: readLongNumber,
  account: readLongNumber,
  names: (cell) => ({ value: textOf(cell).split(BETWEEN) }),
  photos: () => ({}),
};

/** Reads a cell that is not empty, as its field wants it. */
export function readField(cell: unknown, field: Field): Read {
  const read = READERS[field.kind](cell, field);
  if (read.code !== undefined || read.value === undefined) return read;
  const parsed = field.schema.safeParse(read.value);
  if (parsed.success) return { value: parsed.data };
  const code = parsed.error.issues[0]?.message ?? "wrongType";
  const cutOff = code === "identityChecksum" && /^\d{15}000$/.test(String(read.value));
  return { code: cutOff ? "lostDigits" : code };
}

/** A field's value as the cell of a sheet: codes by their Chinese labels, amounts as numbers. */
export function writeField(value: unknown, { kind, options = [] }: Field): Cell {
  if (value === undefined || value === null) return null;
  const label = (key: unknown) => options.find((option) => option.key === key)?.zh ?? String(key);
  if (kind === "yesNo") return value === true ? "是" : "否";
  if (kind === "choice") return label(value);
  if (Array.isArray(value)) return value.map(kind === "choices" ? label : String).join("，");
  return typeof value === "number" ? value : String(value);
}
