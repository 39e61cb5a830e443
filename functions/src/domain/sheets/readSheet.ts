import { personKey } from "../forms/identityNumber.ts";
import type { Values } from "../forms/field.ts";
import { columnOf } from "./columns.ts";
import { gatherHouseholds } from "./gatherHouseholds.ts";
import type { Gathered } from "./gatherHouseholds.ts";
import { checkHousehold } from "./checkHousehold.ts";
import { readLines } from "./line.ts";
import type { Person } from "./line.ts";
import type { Villages } from "./places.ts";
import type { SheetProblem } from "./sheetProblems.ts";
import { sheetProblem } from "./sheetProblems.ts";
import type { Grid } from "./table.ts";
import { readTable } from "./table.ts";
import { quoteFrom } from "./typed.ts";

/** A household as a sheet tells it, ready to be entered. `form` is nested by section and holds numbers in clear. */
export type ReadHousehold = {
  /** Its first row. */
  row: number;
  village: string;
  /** The register's own number, when the sheet has one of that kind (domain.md, section 2.1). */
  no: string | null;
  householder: string;
  /** Everybody on the sheet, those without a number too. */
  memberCount: number;
  form: Values;
};

export type Counts = { rows: number; people: number; households: number; heldBack: number };

/** A whole sheet, understood: nothing may be entered while there is an error; the other lists stay apart. */
export type Understood = {
  /** The year that the rows name, if they do. */
  year: number | null;
  households: ReadHousehold[];
  errors: SheetProblem[];
  duplicates: SheetProblem[];
  withoutNumber: SheetProblem[];
  counts: Counts;
};

export type Settings = Villages & { latestYear: number };

const NEEDED = ["members.relation", "place.village"];

/**
 * Reads a sheet of persons into households. A household's cells given on its first row alone hold for all its rows; a
 * person who stands there twice, and one without a number, are listed apart, and a household that cannot do without
 * them is held back as a whole.
 */
export function readSheet(grid: Grid, settings: Settings): Understood {
  const table = readTable(grid, NEEDED);
  const errors = [...table.errors];
  const none: Understood = { year: null, households: [], errors, duplicates: [], withoutNumber: [], counts: { rows: 0, people: 0, households: 0, heldBack: 0 } };
  if (errors.length > 0) return none;
  const { persons, errors: cells } = readLines(table, settings);
  const { year, errors: wrongYears } = yearOf(persons, settings.latestYear);
  const { groups, errors: stray } = gatherHouseholds(persons);
  const last = year ?? settings.latestYear;
  const checked = groups.map((group) => ({ group, ...checkHousehold(group, last) }));
  errors.push(...cells, ...wrongYears, ...stray, ...checked.flatMap((one) => one.errors));
  const duplicates = findDuplicates(persons);
  const quote = quoteFrom(table);
  const repeated = new Set(duplicates.rows);
  const isHeld = (group: Gathered) => group.persons.some(({ row }) => repeated.has(row)) || !headOf(group)?.hasNumber;
  const entered = checked.flatMap(({ group, household }) => (household && !isHeld(group) ? [household] : []));
  return {
    year,
    households: entered,
    errors: errors.toSorted((one, other) => one.row - other.row).map(quote),
    duplicates: duplicates.problems.map(quote),
    withoutNumber: groups.flatMap(listWithoutNumber),
    counts: { rows: persons.length, people: persons.length, households: groups.length, heldBack: groups.filter(isHeld).length },
  };
}

const isHead = ({ given }: Person) => given.get("members.relation")?.value === "head";
const headOf = ({ persons }: Gathered) => persons.find(isHead);

function listWithoutNumber({ persons }: Gathered): SheetProblem[] {
  const column = columnOf("members.idNo");
  return persons
    .filter(({ hasNumber }) => !hasNumber)
    .map((person) => sheetProblem(isHead(person) ? "headNoNumber" : "noNumber", { row: person.row, at: person.numberAt, column }));
}

/** Every later row of a person who stands in an earlier one, and the rows of both. */
function findDuplicates(persons: readonly Person[]): { problems: SheetProblem[]; rows: number[] } {
  const first = new Map<string, number>();
  const problems: SheetProblem[] = [];
  const rows: number[] = [];
  for (const { row, given } of persons) {
    const number = given.get("members.idNo");
    if (!number) continue;
    const key = personKey(String(number.value));
    const other = first.get(key);
    if (other === undefined) first.set(key, row);
    else {
      problems.push(sheetProblem("repeatedPerson", number, { other }));
      rows.push(row, other);
    }
  }
  return { problems, rows };
}

function yearOf(persons: readonly Person[], latest: number): { year: number | null; errors: SheetProblem[] } {
  const years = persons.flatMap(({ given }) => given.get("year") ?? []);
  const year = years[0] ? Number(years[0].value) : null;
  const errors = years.flatMap((one) => {
    if (one.value !== year) return [sheetProblem("yearDiffers", one)];
    return year !== null && year > latest ? [sheetProblem("yearTooLate", one, { year: latest })] : [];
  });
  return { year, errors };
}
