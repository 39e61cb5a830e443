import { bare, isEmptyCell, textOf } from "./cells.ts";
import type { Column } from "./columns.ts";
import { findColumn } from "./columns.ts";
import type { SheetProblem } from "./sheetProblems.ts";
import { sheetProblem } from "./sheetProblems.ts";

/** A sheet as it came: rows of cells, from a spreadsheet or from pasted text. */
export type Grid = readonly (readonly unknown[])[];

export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 200;
const HEADER_WITHIN = 10;

/** A column that the header names, and where it stands. */
export type Placed = { column: Column; at: number };
/** One line of the sheet under the header; `row` as the spreadsheet counts. */
export type Line = { row: number; cells: readonly unknown[] };
export type Table = { header: number; columns: readonly Placed[]; lines: readonly Line[]; errors: readonly SheetProblem[] };

/** Columns without which nothing can be understood. */
const NEEDED = ["members.name", "members.idNo"] as const;

/**
 * Finds the header row by its names among the first ten, and the lines below it. `needed` are further columns that must
 * be there, by source. Empty lines, and a last line of sums, are passed over.
 */
export function readTable(grid: Grid, needed: readonly string[]): Table {
  const nothing = { header: 0, columns: [], lines: [] };
  const tooMuch = crowded(grid);
  if (tooMuch) return { ...nothing, errors: [tooMuch] };
  const header = findHeader(grid);
  if (header === undefined) {
    const isEmpty = grid.every((row) => row.every(isEmptyCell));
    return { ...nothing, errors: [sheetProblem(isEmpty ? "empty" : "noHeaderRow", { row: 0 })] };
  }
  const { columns, errors } = placeColumns(grid[header] ?? [], header + 1);
  const absent = needed.filter((source) => !columns.some(({ column }) => column.source === source));
  const missing = absent.map((source) => sheetProblem("columnMissing", { row: header + 1 }, { header: nameOf(source) }));
  const lines = grid.slice(header + 1).map((cells, below) => ({ row: header + 2 + below, cells }));
  return { header: header + 1, columns, lines: lines.filter((line) => holdsSomething(line, columns)), errors: [...errors, ...missing] };
}

const NAMES: Record<string, string> = { "members.relation": "与户主关系", "place.village": "村" };
const nameOf = (source: string) => NAMES[source] ?? source;

/** Whether a sheet has a header row: of several, the one that is meant. */
export const hasHeader = (grid: Grid): boolean => findHeader(grid) !== undefined;

/** What is too much to read at all, if it is. */
export function crowded(grid: Grid): SheetProblem | undefined {
  if (grid.length > MOST_ROWS + HEADER_WITHIN) return sheetProblem("tooManyRows", { row: 0 }, { most: MOST_ROWS });
  const isWide = grid.some((row) => row.length > MOST_COLUMNS && row.slice(MOST_COLUMNS).some((cell) => !isEmptyCell(cell)));
  return isWide ? sheetProblem("tooManyColumns", { row: 0 }, { most: MOST_COLUMNS }) : undefined;
}

function findHeader(grid: Grid): number | undefined {
  const found = grid.slice(0, HEADER_WITHIN).findIndex((row) => {
    const sources = new Set(row.map((cell) => findColumn(textOf(cell))?.source));
    return NEEDED.every((source) => sources.has(source));
  });
  return found === -1 ? undefined : found;
}

function placeColumns(cells: readonly unknown[], row: number): { columns: Placed[]; errors: SheetProblem[] } {
  const columns: Placed[] = [];
  const errors: SheetProblem[] = [];
  for (const [at, cell] of cells.slice(0, MOST_COLUMNS).entries()) {
    const column = bare(textOf(cell)) === "" ? undefined : findColumn(textOf(cell));
    if (!column || column.blank) continue;
    if (columns.some((known) => known.column === column)) errors.push(sheetProblem("columnTwice", { row, at, column }));
    else columns.push({ column, at });
  }
  return { columns, errors };
}

const SUMS = /^(合计|总计|小计|填表人|审核人|制表|备注|说明)/;

const OF_A_PERSON: readonly string[] = ["members.name", "members.idNo", "members.relation"];

function holdsSomething({ cells }: Line, columns: readonly Placed[]): boolean {
  if (columns.some(({ at, column }) => OF_A_PERSON.includes(column.source) && !isEmptyCell(cells[at]))) return true;
  const first = cells.find((cell) => !isEmptyCell(cell));
  return columns.some(({ at }) => !isEmptyCell(cells[at])) && !SUMS.test(bare(textOf(first)));
}

/** Text as a grid: cells between tabs (pasted) or commas (.csv), rows between line breaks; a quoted cell may hold both. */
export function gridOfText(text: string, mark: "\t" | "," = "\t"): string[][] {
  const cells = new RegExp(`(?:"((?:[^"]|"")*)"(?=[${mark}\n]|$)|([^${mark}\n]*))(${mark}|\n|$)`, "g");
  const rows: string[][] = [];
  let row: string[] = [];
  const body = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  for (const [, quoted, plain, end] of body.matchAll(cells)) {
    row.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end === mark) continue;
    rows.push(row);
    row = [];
  }
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell.trim() === "")) rows.pop();
  return rows;
}
