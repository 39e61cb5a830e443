import type { Given, Person } from "./line.ts";
import type { SheetProblem } from "./sheetProblems.ts";
import { sheetProblem } from "./sheetProblems.ts";

/** The rows of one household, in the sheet's order. */
export type Gathered = { persons: Person[] };

const textIn = ({ given }: Person, source: string) => {
  const found = given.get(source);
  return found === undefined ? undefined : String(found.value);
};

/**
 * Puts rows together into households: by the household number, else by the head's identity number, else in order, a new
 * household beginning with each head. A row without either goes on with the household before it, as in sheets whose
 * cells are merged.
 */
export function gatherHouseholds(persons: readonly Person[]): { groups: Gathered[]; errors: SheetProblem[] } {
  const groups = new Map<string, Gathered>();
  const errors: SheetProblem[] = [];
  let current: { key: string; head: string | undefined } | undefined;
  for (const person of persons) {
    const no = textIn(person, "no");
    const isHead = textIn(person, "members.relation") === "head";
    const head = textIn(person, "headIdNo") ?? (isHead ? textIn(person, "members.idNo") : undefined);
    const goesOn = current && no === undefined && !isHead && (head === undefined || head === current.head);
    const key = goesOn ? current?.key : keyOf({ no, head, row: person.row, isHead });
    if (key === undefined) {
      errors.push(sheetProblem("noHousehold", { row: person.row }));
      continue;
    }
    current = { key, head: head ?? (goesOn || current?.key === key ? current?.head : undefined) };
    const group = groups.get(key) ?? { persons: [] };
    group.persons.push(person);
    groups.set(key, group);
  }
  return { groups: [...groups.values()], errors };
}

type Marks = { no: string | undefined; head: string | undefined; row: number; isHead: boolean };

function keyOf({ no, head, row, isHead }: Marks): string | undefined {
  if (no !== undefined) return `no ${no}`;
  if (head !== undefined) return `head ${head}`;
  return isHead ? `row ${row}` : undefined;
}

/** A household's own facts: the first cell that gives each, and every later cell that says something else. */
export function factsOf({ persons }: Gathered): { facts: Map<string, Given>; errors: SheetProblem[] } {
  const facts = new Map<string, Given>();
  const errors: SheetProblem[] = [];
  for (const { given } of persons) {
    for (const [source, cell] of given) {
      if (cell.column.scope === "member") continue;
      const known = facts.get(source);
      if (!known) facts.set(source, cell);
      else if (!isSame(known.value, cell.value)) errors.push(sheetProblem("differsInside", cell, { other: known.row }));
    }
  }
  return { facts, errors };
}

const isSame = (one: unknown, other: unknown) => one === other || (typeof one === "object" && JSON.stringify(one) === JSON.stringify(other));
