import { refuse } from "../../domain/problems.ts";
import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import * as z from "zod";
import type { Grid } from "../../domain/sheets/table.ts";
import { gridOfText, hasHeader } from "../../domain/sheets/table.ts";
import type { Entry } from "../../domain/sheets/zip.ts";
import { entriesOf } from "../../domain/sheets/zip.ts";

const MB = 1024 * 1024;
const MOST_BYTES = 10 * MB;
/** A town's people take 10 MB; what is opened takes some six times as much memory. */
const MOST_UNPACKED = 40 * MB;

/** A spreadsheet in base64, or the text that was pasted. */
export const SheetFile = { file: z.string().max(14 * MB).optional(), text: z.string().max(MOST_BYTES).optional() };
export type SheetFile = { file?: string | undefined; text?: string | undefined };

const inflate = promisify(inflateRaw);
const STORED = 0;
const DEFLATED = 8;

/** Reads the cells, of the first sheet that has a header row, else of the first. @throws Refusal */
export async function readGrid({ file, text }: SheetFile): Promise<Grid> {
  if (file === undefined) return text === undefined ? refuse("fileMissing") : gridOfText(text);
  const bytes = Buffer.from(file, "base64");
  if (bytes.length > MOST_BYTES) refuse("fileTooLarge", { most: MOST_BYTES / MB });
  if (bytes.subarray(0, 4).equals(Buffer.from("d0cf11e0", "hex"))) refuse("fileOld");
  await checkUnpacks(bytes);
  const sheets = await openSheets(bytes);
  const found = sheets.find(({ data }) => hasHeader(data)) ?? sheets[0];
  return found?.data ?? [];
}

/* The library is loaded with the first file, not with every function's start. */
async function openSheets(bytes: Buffer): Promise<{ data: Grid }[]> {
  const { default: readExcelFile } = await import("read-excel-file/node");
  return readExcelFile(bytes).catch(() => refuse("fileUnreadable"));
}

/**
 * Refuses a file that unpacks to too much before the library unpacks it: by the sizes that it declares, and then by
 * unpacking each entry no further than that, because what is declared may be a lie.
 */
async function checkUnpacks(bytes: Buffer): Promise<void> {
  const entries = entriesOf(bytes) ?? refuse("fileUnreadable");
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > MOST_UNPACKED) refuse("fileUnpacksTooLarge", { most: MOST_UNPACKED / MB });
  for (const entry of entries) await checkEntry(bytes, entry);
}

async function checkEntry(bytes: Buffer, { method, unpacked, from, to }: Entry): Promise<void> {
  const packed = bytes.subarray(from, to);
  if (method !== STORED && method !== DEFLATED) refuse("fileUnreadable");
  if (method === STORED) return packed.length === unpacked ? checkXml(packed) : refuse("fileUnreadable");
  const whole = await inflate(packed, { maxOutputLength: Math.max(1, unpacked) }).catch(() => refuse("fileUnreadable"));
  if (whole.length !== unpacked) refuse("fileUnreadable");
  checkXml(whole);
}

function checkXml(entry: Buffer): void {
  checkDepth(entry);
  checkReach(entry);
}

const [SLASH, QUESTION, EXCLAMATION] = Buffer.from("/?!");
/** A sheet is some ten levels deep, and each of its tags ends before the next begins; the library keeps each level that is open, and looks anew for each end. */
const DEEPEST = 1_000;
const BYTE_ORDER_MARK = "\ufeff";

function checkDepth(xml: Buffer): void {
  if (!xml.toString("utf8", 0, 64).replace(BYTE_ORDER_MARK, "").trimStart().startsWith("<")) return;
  let [depth, unended, end] = [0, 0, -1];
  for (let at = xml.indexOf("<"), following = 0; at !== -1; at = following) {
    following = xml.indexOf("<", at + 1);
    /* Looked for once, however many tags have the same end, or none. */
    if (end < at) end = xml.indexOf(">", at);
    if (end === -1) end = xml.length;
    if (following !== -1 && following < end) unended += 1;
    const next = xml[at + 1];
    if (next === SLASH) depth -= 1;
    else if (next !== QUESTION && next !== EXCLAMATION && xml[end - 1] !== SLASH) depth += 1;
    if (depth > DEEPEST || unended > DEEPEST) refuse("fileUnreadable");
  }
}

const MOST_CELLS = 5_000_000;
const PLACE = /\sr\s*=\s*["']([^"']*)["']/g;

/** The library makes room for every cell up to the last one named: a single cell in the farthest corner would take all memory. */
function checkReach(xml: Buffer): void {
  let [rows, columns] = [1, 1];
  for (const [, place = ""] of xml.toString("latin1").matchAll(PLACE)) {
    if (place.includes("&")) refuse("fileUnreadable");
    const [, letters = "", digits = "1"] = /^([A-Za-z]{0,9})(\d{0,9})$/.exec(place) ?? [];
    rows = Math.max(rows, Number(digits));
    columns = Math.max(columns, [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0));
  }
  if (rows * columns > MOST_CELLS) refuse("fileUnpacksTooLarge", { most: MOST_UNPACKED / MB });
}
