import { isEmptyCell, readField, readLongNumber, textOf } from "./cells.ts";
import type { Read } from "./cells.ts";
import type { Column } from "./columns.ts";
import type { Villages } from "./places.ts";
import { findVillage, isPlace } from "./places.ts";
import type { SheetProblem } from "./sheetProblems.ts";
import { sheetProblem } from "./sheetProblems.ts";
import type { Line, Placed, Table } from "./table.ts";

/** A value, and the cell that gave it. */
export type Given = { value: unknown; row: number; at: number; column: Column };

/** One line understood: what it says, by the source of each column; what is empty, or wrong, is absent. */
export type Person = {
  row: number;
  given: ReadonlyMap<string, Given>;
  /** Sources whose cell is wrong: what is missing for that reason is not told twice. */
  wrong: ReadonlySet<string>;
  hasNumber: boolean;
  numberAt: number;
};

/** Stands where a person has no identity number yet. */
const NO_NUMBER = /^(9{6,}.*|无|没有|未办|未办理|暂无)$/;

type Reader = (cell: unknown, villages: Villages) => Read;

const inside = (level: "county" | "town"): Reader => (cell, villages) =>
  isPlace(level, textOf(cell), villages[level]) ? {} : { code: "otherTown" };

const readYear: Reader = (cell) => {
  const year = Number(textOf(cell).replace(/年度?$/, ""));
  return Number.isInteger(year) && year > 1900 && year < 2200 ? { value: year } : { code: "notNumber" };
};

/** Columns that stand for no field of a form. */
const READERS: Readonly<Record<string, Reader>> = {
  "place.province": () => ({}),
  "place.prefecture": () => ({}),
  "place.county": inside("county"),
  "place.town": inside("town"),
  "place.village": (cell, villages) => {
    const value = findVillage(textOf(cell), villages);
    return value === undefined ? { code: "unknownVillage" } : { value };
  },
  no: readLongNumber,
  personNo: readLongNumber,
  year: readYear,
};

function readCell(cell: unknown, column: Column, villages: Villages): Read {
  if (isEmptyCell(cell)) return {};
  const reader = READERS[column.source];
  if (reader) return reader(cell, villages);
  return column.field ? readField(cell, column.field) : {};
}

/** Cells that every line must have; the number is a case of its own. */
const ON_EVERY_LINE: readonly string[] = ["members.name", "members.relation"];

/** How many different cells of a column are kept understood: a household's are the same on each of its rows. */
const REMEMBERED = 1_000;

/** Reads the cells of each column, those that came before without reading them again. */
function rememberingReader(villages: Villages): (cell: unknown, column: Column) => Read {
  const known = new Map<Column, Map<unknown, Read>>();
  return (cell, column) => {
    const before = known.get(column) ?? new Map<unknown, Read>();
    known.set(column, before);
    const found = before.get(cell) ?? readCell(cell, column, villages);
    if (before.size < REMEMBERED && typeof cell !== "object") before.set(cell, found);
    return found;
  };
}

/** Reads every line; each cell that cannot be understood is a problem by its row and column. */
export function readLines({ lines, columns }: Pick<Table, "lines" | "columns">, villages: Villages): { persons: Person[]; errors: SheetProblem[] } {
  const read = rememberingReader(villages);
  const errors: SheetProblem[] = [];
  const persons = lines.map((line) => readLine(line, { columns, read, errors }));
  return { persons, errors };
}

type Reading = { columns: readonly Placed[]; read: (cell: unknown, column: Column) => Read; errors: SheetProblem[] };

function readLine({ row, cells }: Line, { columns, read, errors }: Reading): Person {
  const given = new Map<string, Given>();
  const wrong = new Set<string>();
  const number = columns.find(({ column }) => column.source === "members.idNo");
  const numberCell = number && cells[number.at];
  const hasNumber = !isEmptyCell(numberCell) && !NO_NUMBER.test(textOf(numberCell));
  for (const { column, at } of columns) {
    if (column.source === "members.idNo" && !hasNumber) continue;
    const isMissing = ON_EVERY_LINE.includes(column.source) && isEmptyCell(cells[at]);
    const { value, code = isMissing ? "missing" : undefined } = read(cells[at], column);
    if (code !== undefined) {
      wrong.add(column.source);
      errors.push(sheetProblem(code, { row, at, column }));
    }
    if (value !== undefined) given.set(column.source, { value, row, at, column });
  }
  return { row, given, wrong, hasNumber, numberAt: number?.at ?? 0 };
}
