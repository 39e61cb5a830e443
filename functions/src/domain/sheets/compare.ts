import type { Field, Values } from "../forms/field.ts";
import { personKey } from "../forms/identityNumber.ts";
import { maskOf } from "../forms/masks.ts";
import type { Cell } from "./cells.ts";
import { isEmptyCell, textOf, writeField } from "./cells.ts";
import type { Column, SheetHousehold } from "./columns.ts";
import { COLUMNS, membersOf } from "./columns.ts";
import type { Person } from "./line.ts";
import type { Line, Placed } from "./table.ts";

/** One field in which two systems differ: as printed, numbers masked. */
export type Difference = { field: string; ours: string; theirs: string };

/** A line of theirs, with its cells as they came. */
export type TheirLine = { person: Person; line: Line };

/** What is theirs to give, and no fact of the household. */
const NOT_COMPARED = ["no", "personNo", "place.province", "place.prefecture", "place.county", "place.town"];

/** Long numbers in what could not be understood are not repeated. */
const safe = (text: string) => text.replace(/[\d*]{6,}[\dXx*]*/g, "****").slice(0, 60);
const isPrivate = (field: Field | undefined): field is Field => field?.private === true;

function printed(cell: Cell, field: Field | undefined): string {
  if (cell === null || cell === "") return "";
  return isPrivate(field) ? maskOf(field.kind, String(cell)) : String(cell);
}

const sameCell = (one: Cell, other: Cell) => String(one ?? "") === String(other ?? "");

type Theirs = { cell: Cell; shown: string };

/** What a cell of theirs says, by its field; as it stands where it says nothing that we know. */
function theirsOf({ person, line }: TheirLine, { column, at }: Placed): Theirs {
  const raw = line.cells[at];
  if (isEmptyCell(raw)) return { cell: null, shown: "" };
  const given = person.given.get(column.source);
  const { field } = column;
  if (given && field) {
    const cell = writeField(given.value, field);
    return { cell, shown: printed(cell, field) };
  }
  const text = textOf(raw);
  return { cell: given ? String(given.value) : text, shown: isPrivate(field) ? "****" : safe(text) };
}

const keyOf = ({ idNo }: Values) => (typeof idNo === "string" ? personKey(idNo) : "");
const numberIn = ({ person }: TheirLine) => String(person.given.get("members.idNo")?.value ?? "");

/** The member that a line tells of: by number, else, when the number is wrong there, by a name that only one has. */
function findMember(form: Values, line: TheirLine): Values | undefined {
  const byNumber = membersOf(form).find((member) => keyOf(member) === personKey(numberIn(line)));
  const name = line.person.given.get("members.name")?.value;
  const sameName = membersOf(form).filter((member) => member["name"] === name);
  return byNumber ?? (sameName.length === 1 ? sameName[0] : undefined);
}

/** Every field in which a household of the register and the lines that stand for it differ; none: taken in rightly. */
export function differencesOf(ours: SheetHousehold, theirs: readonly TheirLine[], columns: readonly Placed[]): Difference[] {
  const compared = columns.filter(({ column: { source, blank } }) => !blank && !NOT_COMPARED.includes(source));
  const matched = theirs.map((line) => ({ line, member: findMember(ours.form, line) }));
  const absent = membersOf(ours.form).filter((member) => !matched.some((one) => one.member === member));
  return [
    ...compared.filter(({ column }) => column.scope !== "member").flatMap((placed) => ofHousehold(ours, theirs, placed)),
    ...matched.flatMap(({ line, member }) => ofMember(ours, { line, member, columns: compared })),
    ...absent.map((member) => ({ field: "姓名", ours: String(member["name"] ?? ""), theirs: "" })),
  ];
}

function ofHousehold(ours: SheetHousehold, lines: readonly TheirLine[], placed: Placed): Difference[] {
  const { column } = placed;
  const cell = column.of({ household: ours, member: {}, at: 0 });
  const said = lines.map((line) => theirsOf(line, placed)).filter((one) => one.cell !== null);
  const told: readonly Theirs[] = said.length > 0 ? said : [{ cell: null, shown: "" }];
  const other = told.find((one) => !isSame(column, ours, { cell, theirs: one.cell }));
  return other ? [{ field: column.header, ours: printed(cell, column.field), theirs: other.shown }] : [];
}

/** A village is the same by its code, whatever name the sheet gives it. */
function isSame({ source }: Column, ours: SheetHousehold, { cell, theirs }: { cell: Cell; theirs: Cell }): boolean {
  return source === "place.village" && theirs !== null ? ours.no.startsWith(String(theirs)) : sameCell(cell, theirs);
}

type Match = { line: TheirLine; member: Values | undefined; columns: readonly Placed[] };

function ofMember(household: SheetHousehold, { line, member, columns }: Match): Difference[] {
  if (!member) return [{ field: "姓名", ours: "", theirs: safe(String(line.person.given.get("members.name")?.value ?? "")) }];
  return columns.filter(({ column }) => column.scope === "member").flatMap((placed) => {
    const { column } = placed;
    const cell = column.of({ household, member, at: 0 });
    const theirs = theirsOf(line, placed);
    return sameCell(cell, theirs.cell) ? [] : [{ field: column.header, ours: printed(cell, column.field), theirs: theirs.shown }];
  });
}

/** Headers of what a sheet says otherwise than the register: what it leaves empty says nothing. Both in clear. */
export function changedHeaders(ours: SheetHousehold, theirs: SheetHousehold): string[] {
  const pairs = membersOf(theirs.form).map((member) => ({ member, own: membersOf(ours.form).find((one) => keyOf(one) === keyOf(member)) }));
  const others = membersOf(ours.form).length !== pairs.length || pairs.some(({ own }) => !own);
  const changed = COLUMNS.filter(({ field }) => field).filter((column) => {
    const rows = column.scope === "member" ? pairs : [{ member: {}, own: {} }];
    return rows.some(({ member, own }) => {
      const said = column.of({ household: theirs, member, at: 0 });
      return own && said !== null && !sameCell(said, column.of({ household: ours, member: own, at: 0 }));
    });
  });
  return [...(others ? ["家庭成员"] : []), ...changed.map(({ header }) => header)];
}
