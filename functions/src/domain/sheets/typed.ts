import { letterOf, textOf } from "./cells.ts";
import type { Column } from "./columns.ts";
import type { SheetProblem } from "./sheetProblems.ts";
import type { Table } from "./table.ts";

/** What is quoted of a long text. */
const MOST = 40;
const [FIRST, LAST] = [3, 2];

/** Columns beside the private fields whose cells are somebody's number. */
const NUMBERS: readonly string[] = ["headIdNo"];

/** Of a number only its ends, so that whoever has the sheet finds the cell; of a short one nothing. */
function ends(number: string): string {
  const isLong = number.length > 2 * (FIRST + LAST);
  return isLong ? `${number.slice(0, FIRST)}***${number.slice(-LAST)}` : "***";
}

/** Numbers as long as a phone's, wherever somebody typed them. */
const LONG_NUMBER = /\d[\d\s-]{8,}[\dX]/giu;

/** What stands in a cell, as it may be shown: numbers of people in numbers' own columns, and long ones anywhere, by their ends. */
export function quoteCell(cell: unknown, column: Column | undefined): string {
  const text = textOf(cell).normalize("NFKC").replace(/\s+/gu, " ");
  const isPrivate = column !== undefined && (column.field?.private === true || NUMBERS.includes(column.source));
  if (isPrivate && /\d/.test(text)) return ends(text);
  const shown = text.replace(LONG_NUMBER, ends);
  return shown.length > MOST ? `${shown.slice(0, MOST)}…` : shown;
}

/** Adds to a problem of one cell what was typed there. */
export function quoteFrom({ lines, columns }: Table): (problem: SheetProblem) => SheetProblem {
  const rows = new Map(lines.map(({ row, cells }) => [row, cells]));
  const places = new Map(columns.map((placed) => [letterOf(placed.at), placed]));
  return (problem) => {
    const placed = places.get(problem.column);
    const typed = placed && quoteCell(rows.get(problem.row)?.[placed.at], placed.column);
    return typed ? { ...problem, typed } : problem;
  };
}
