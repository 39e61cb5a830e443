import { personKey } from "../forms/identityNumber.ts";
import { bare, isEmptyCell, letterOf, readField, textOf } from "./cells.ts";
import { columnOf } from "./columns.ts";
import type { SheetProblem } from "./sheetProblems.ts";
import { sheetProblem } from "./sheetProblems.ts";
import type { Grid } from "./table.ts";
import { crowded } from "./table.ts";

/** A column that may be chosen, by the letter that the spreadsheet shows and its heading, if there is one. */
export type ListColumn = { at: number; letter: string; header: string };

/** What an outside list says: the people's keys, each once, to be hashed at once; nothing else of it is looked at. */
export type ReadList = {
  column: ListColumn | null;
  columns: ListColumn[];
  rows: number;
  people: string[];
  /** Lines of somebody who stood further up, and lines without a number. */
  repeated: number;
  empty: number;
  /** On a list of relatives: whose relative each person is, by the cadre's name; nobody where no column tells. */
  kin: { person: string; cadre: string }[];
  errors: SheetProblem[];
};

/** `column`: the one that was chosen. `ofKin`: a list of cadres' relatives, of which the cadres' names are read as well. */
type Asked = { column?: number | undefined; ofKin?: boolean };

const NUMBER = columnOf("members.idNo");
const HEADER_WITHIN = 10;
const MOST_SHOWN = 60;

/** How offices call the column, best first: a person's own number before that of the head or of a company's owner. */
const NAMES = [/^(公民)?身份证?号码?$|^身份证$|^证件号码?$|^身份证明号码?$/, /(身份证|身份证明|证件|公民身份).*号|身份证/] as const;

/** On a list of relatives the cadre's own number often stands first. */
const KIN_NUMBER = /(亲属|家属|近亲|关系人).*(身份证|证件)/;
const CADRE = /(干部|工作人员|公职人员|申报人|本人).*姓名|^(干部|工作人员|公职人员|申报人)$/;

function findHeader(grid: Grid, names: readonly RegExp[]): { row: number; at: number } | undefined {
  for (const name of names)
    for (const [row, cells] of grid.slice(0, HEADER_WITHIN).entries()) {
      const at = cells.findIndex((cell) => name.test(bare(textOf(cell))));
      if (at !== -1) return { row, at };
    }
  return undefined;
}

const isLongNumber = (cell: unknown) => /^\d{15}/.test(textOf(cell).replace(/\s/g, ""));

/** A row that holds a number is somebody's line and not to be shown; the first row then heads nothing. */
function headerRow(grid: Grid, found: { row: number } | undefined): number | undefined {
  if (found) return found.row;
  return grid[0]?.some(isLongNumber) === false ? 0 : undefined;
}

function columnsOf(grid: Grid, header: number | undefined): ListColumn[] {
  const width = Math.min(MOST_SHOWN, Math.max(0, ...grid.slice(0, HEADER_WITHIN).map((row) => row.length)));
  const heads = header === undefined ? [] : (grid[header] ?? []);
  return Array.from({ length: width }, (_, at) => ({ at, letter: letterOf(at), header: textOf(heads[at]).slice(0, 30) }));
}

function readNumber(cell: unknown): { key?: string; code?: string } {
  const text = textOf(cell);
  if (text.startsWith("=")) return { code: "formula" };
  if (text.includes("*")) return { code: "hiddenNumber" };
  if (!NUMBER.field) return { code: "wrongType" };
  const { value, code } = readField(cell, NUMBER.field);
  return code === undefined ? { key: personKey(String(value)) } : { code };
}

/**
 * Reads the identity numbers of an outside list, from the column chosen or else the one that the header names. A line
 * that is wrong is told by its row and left out; the others count.
 */
export function readList(grid: Grid, { column: chosen, ofKin = false }: Asked = {}): ReadList {
  const found = findHeader(grid, ofKin ? [KIN_NUMBER, ...NAMES] : NAMES);
  const header = headerRow(grid, found);
  const columns = columnsOf(grid, header);
  const column = columns.find(({ at }) => at === (chosen ?? found?.at)) ?? null;
  const nothing = { column, columns, rows: 0, people: [], repeated: 0, empty: 0, kin: [] };
  const tooMuch = crowded(grid);
  if (tooMuch) return { ...nothing, errors: [tooMuch] };
  if (grid.every((row) => row.every(isEmptyCell))) return { ...nothing, errors: [sheetProblem("empty", { row: 0 })] };
  if (!column) return { ...nothing, errors: [sheetProblem("noNumberColumn", { row: 0 })] };
  const cadre = ofKin ? findHeader(grid, [CADRE])?.at : undefined;
  return { ...nothing, ...readLines(grid, header === undefined ? 0 : header + 1, { ...column, ...(cadre !== undefined && { cadre }) }) };
}

function readLines(grid: Grid, first: number, { at, header, cadre }: ListColumn & { cadre?: number }): Omit<ReadList, "column" | "columns"> {
  const people = new Set<string>();
  const kin = new Map<string, ReadList["kin"][number]>();
  const sum = { rows: 0, repeated: 0, empty: 0, errors: [] as SheetProblem[] };
  for (const [below, cells] of grid.slice(first).entries()) {
    if (cells.every(isEmptyCell)) continue;
    sum.rows += 1;
    if (isEmptyCell(cells[at])) {
      sum.empty += 1;
      continue;
    }
    const { key, code } = readNumber(cells[at]);
    if (key === undefined) sum.errors.push(sheetProblem(code ?? "wrongType", { row: first + below + 1, at, column: { ...NUMBER, header } }));
    else {
      const name = cadre === undefined ? "" : bare(textOf(cells[cadre]));
      const isNew = !people.has(key) || (name !== "" && !kin.has(`${key} ${name}`));
      if (!isNew) sum.repeated += 1;
      people.add(key);
      if (name !== "") kin.set(`${key} ${name}`, { person: key, cadre: name });
    }
  }
  return { ...sum, people: [...people], kin: [...kin.values()] };
}
