import { personKey } from "../forms/identityNumber.ts";
import { bare, isEmptyCell, textOf } from "./cells.ts";
import type { Cell } from "./cells.ts";
import type { SheetHousehold } from "./columns.ts";
import { membersOf } from "./columns.ts";
import type { Difference, TheirLine } from "./compare.ts";
import { differencesOf } from "./compare.ts";
import { readLines } from "./line.ts";
import type { Person } from "./line.ts";
import type { Villages } from "./places.ts";
import type { SheetProblem } from "./sheetProblems.ts";
import { sheetProblem } from "./sheetProblems.ts";
import type { Grid } from "./table.ts";
import { readTable } from "./table.ts";

/** What differs, for each household in the order asked; `missing` alone when nothing of it is there. */
export type Compared = { differences: Difference[][]; strangers: number };

/** The name of the difference that a household, or a field, is not there at all. */
export const MISSING = "missing";

type Asked = Villages & { households: readonly SheetHousehold[] };

/** Compares the national system's sheet of persons with the households that were handed to it. */
export function readReceipt(grid: Grid, { households, ...villages }: Asked): Compared | { problem: SheetProblem } {
  const table = readTable(grid, []);
  const [problem] = table.errors;
  if (problem) return { problem };
  const owners = ownersOf(households);
  const lines = new Map<SheetHousehold, TheirLine[]>();
  let strangers = 0;
  const { persons } = readLines(table, villages);
  for (const [at, line] of table.lines.entries()) {
    const person = persons[at];
    if (!person) continue;
    const household = owners(person);
    if (household) lines.set(household, [...(lines.get(household) ?? []), { person, line }]);
    else strangers += 1;
  }
  const differences = households.map((household) => {
    const found = lines.get(household);
    return found ? differencesOf(household, found, table.columns) : [{ field: MISSING, ours: "", theirs: "" }];
  });
  return { differences, strangers };
}

/** Finds the household of a line: by the person's number, the register's household number, or the head's number. */
function ownersOf(households: readonly SheetHousehold[]): (person: Person) => SheetHousehold | undefined {
  const byPerson = new Map(households.flatMap((one) => membersOf(one.form).map(({ idNo }) => [personKey(String(idNo)), one] as const)));
  const byNo = new Map(households.map((one) => [one.no, one]));
  const text = ({ given }: Person, source: string) => String(given.get(source)?.value ?? "");
  return (person) =>
    byPerson.get(personKey(text(person, "members.idNo"))) ?? byNo.get(text(person, "no")) ?? byPerson.get(personKey(text(person, "headIdNo")));
}

const ITEM = 2;
const VALUE = 4;

/** Compares a village's list of items (writeSheet.ts, `formSheet`) with the same list as it came back. */
export function readVillageReceipt(grid: Grid, ours: readonly (readonly Cell[])[]): Compared | { problem: SheetProblem } {
  const header = grid.slice(0, 10).findIndex((row) => row.some((cell) => bare(textOf(cell)) === "指标"));
  const names = (grid[header] ?? []).map((cell) => bare(textOf(cell)));
  const [part, serial, item, value] = ["部分", "序号", "指标", "内容"].map((name) => names.indexOf(name));
  if (header === -1 || item === undefined || value === undefined || value === -1) return { problem: sheetProblem("noItems", { row: 0 }) };
  const key = (cells: readonly unknown[]) => cells.map((cell) => bare(textOf(cell))).join("/");
  const at = (row: readonly unknown[], place: number | undefined) => (place === undefined || place === -1 ? "" : row[place]);
  const theirs = new Map(grid.slice(header + 1).map((row) => [key([at(row, part), at(row, serial), row[item]]), row[value]]));
  const known = ours.slice(1);
  const differences = known.flatMap((row): Difference[] => {
    const written = theirs.get(key([row[0], row[1], row[ITEM]]));
    const [own, other] = [textOf(row[VALUE]), isEmptyCell(written) ? "" : textOf(written)];
    return isSame(own, other) ? [] : [{ field: `${textOf(row[0])}：${textOf(row[ITEM])}`, ours: own, theirs: other.slice(0, 60) }];
  });
  const keys = new Set(known.map((row) => key([row[0], row[1], row[ITEM]])));
  return { differences: [differences], strangers: [...theirs].filter(([name, cell]) => !keys.has(name) && !isEmptyCell(cell)).length };
}

const isSame = (one: string, other: string) => one === other || (one !== "" && other !== "" && Number(one) === Number(other));
