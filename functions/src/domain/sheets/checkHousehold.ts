import type { Field, Values } from "../forms/field.ts";
import { holds } from "../forms/field.ts";
import { personKey } from "../forms/identityNumber.ts";
import { members as MEMBERS } from "../forms/surveyMembers.ts";
import { ON_SHEET, sectionOf } from "./columns.ts";
import type { Gathered } from "./gatherHouseholds.ts";
import { factsOf } from "./gatherHouseholds.ts";
import type { Given, Person } from "./line.ts";
import type { ReadHousehold } from "./readSheet.ts";
import type { SheetProblem } from "./sheetProblems.ts";
import { sheetProblem } from "./sheetProblems.ts";

type Facts = ReadonlyMap<string, Given>;
type Checked = { household?: ReadHousehold; errors: SheetProblem[] };

const isHead = ({ given }: Person) => given.get("members.relation")?.value === "head";

/** Checks what must agree between the rows and cells of one household (HH-01, ID rows of domain.md, section 8.2). */
export function checkHousehold(group: Gathered, year: number): Checked {
  const { persons } = group;
  const { facts, errors } = factsOf(group);
  const first = persons[0]?.row ?? 0;
  const heads = persons.filter(isHead);
  const [head, second] = heads;
  errors.push(...villageMissing(persons, facts));
  if (!head && !persons.some(({ wrong }) => wrong.has("members.relation"))) errors.push(sheetProblem("noHead", { row: first }));
  if (head && second) errors.push(sheetProblem("twoHeads", cellOf(second, "members.relation"), { other: head.row }));
  if (head && !second) errors.push(...headDiffers(head, facts));
  if (persons.length > MEMBERS.max) errors.push(sheetProblem("tooManyMembers", { row: first }, { most: MEMBERS.max }));
  const count = facts.get("head.memberCount");
  if (count && count.value !== persons.length) errors.push(sheetProblem("countDiffers", count));
  const told = persons.map((person) => ({ person, told: toldBy(person) }));
  errors.push(...numberDiffers(facts), ...told.flatMap((one) => personProblems(one.person, one.told, year)));
  const { form, errors: sums } = formOf(told, facts, head);
  errors.push(...sums);
  const village = facts.get("place.village")?.value;
  const isWrong = errors.length > 0 || persons.some(({ wrong }) => wrong.size > 0);
  if (isWrong || !head || village === undefined) return { errors };
  return {
    errors,
    household: {
      row: first, village: String(village), no: ownNumber(facts), householder: String(head.given.get("members.name")?.value), memberCount: persons.length, form,
    },
  };
}

const cellOf = ({ given, row }: Person, source: string) => given.get(source) ?? { row };

/** The village of a household, when no row names one. */
function villageMissing(persons: readonly Person[], facts: Facts): SheetProblem[] {
  const isTold = facts.has("place.village") || persons.some(({ wrong }) => wrong.has("place.village"));
  return isTold ? [] : [sheetProblem("cellMissing", { row: persons[0]?.row ?? 0 }, { header: "村" })];
}

function headDiffers(head: Person, facts: Facts): SheetProblem[] {
  const name = facts.get("head.householderName");
  const number = facts.get("headIdNo");
  const own = head.given.get("members.idNo");
  const wrong: (Given | undefined)[] = [
    name && name.value !== head.given.get("members.name")?.value ? name : undefined,
    number && own && personKey(String(number.value)) !== personKey(String(own.value)) ? number : undefined,
  ];
  return wrong.flatMap((cell) => (cell ? [sheetProblem("headDiffers", cell, { other: head.row })] : []));
}

/** A number of the register's kind (16 digits) must begin with the village; any other kind is the national system's. */
function numberDiffers(facts: Facts): SheetProblem[] {
  const no = facts.get("no");
  const village = facts.get("place.village");
  const isOurs = no !== undefined && /^\d{16}$/.test(String(no.value));
  return no && village && isOurs && !String(no.value).startsWith(String(village.value)) ? [sheetProblem("noDiffers", no)] : [];
}

function ownNumber(facts: Facts): string | null {
  const no = String(facts.get("no")?.value ?? "");
  return /^\d{16}$/.test(no) && Number(no.slice(12)) > 0 ? no : null;
}

/** Any other number is the national system's, and kept as far as its field takes it. */
function nationalNumber(facts: Facts): string | undefined {
  const no = facts.get("no")?.value;
  const field = ON_SHEET.sections.find(({ key }) => key === "file")?.fields.find(({ key }) => key === "nationalHouseholdNo");
  if (no === undefined || ownNumber(facts) !== null || facts.has("file.nationalHouseholdNo")) return undefined;
  const parsed = field?.schema.safeParse(no);
  return parsed?.success ? String(parsed.data) : undefined;
}

const derived = (field: Field, values: Values, whole: Values) => (field.computed ? field.derive?.(values, whole) : undefined);

type Told = ReadonlyMap<string, unknown>;
const TOLD_BY_NUMBER = MEMBERS.fields.filter(({ computed }) => computed);

/** What somebody's number tells: kind, sex, birth date. */
function toldBy({ given }: Person): Told {
  const idNo = given.get("members.idNo")?.value;
  return new Map(idNo === undefined ? [] : TOLD_BY_NUMBER.map((field) => [field.key, derived(field, { idNo }, {})]));
}

/** What the number tells must be what the cells say; nobody is born after the year. */
function personProblems({ given }: Person, told: Told, year: number): SheetProblem[] {
  const wrong = [...told].flatMap(([key, value]) => {
    const cell = given.get(`members.${key}`);
    return cell && value !== undefined && value !== cell.value ? [sheetProblem("numberDiffers", cell)] : [];
  });
  const born = told.get("birthDate");
  const idNo = given.get("members.idNo");
  const isLater = idNo && typeof born === "string" && Number(born.slice(0, 4)) > year;
  return isLater ? [...wrong, sheetProblem("bornLater", idNo, { year })] : wrong;
}

type Known = { person: Person; told: Told };

/** Facts by section and key; the members who have a number, numbered in the sheet's order. */
function formOf(persons: readonly Known[], facts: Facts, head: Person | undefined): { form: Values; errors: SheetProblem[] } {
  const sections: Record<string, Record<string, unknown>> = {};
  for (const { column, value } of facts.values()) {
    const [section, key] = column.source.split(".");
    if (!section || !key || !column.field) continue;
    (sections[section] ??= {})[key] = value;
  }
  const foreign = nationalNumber(facts);
  if (foreign) (sections.file ??= {}).nationalHouseholdNo = foreign;
  const own = { householderName: head?.given.get("members.name")?.value, memberCount: persons.length };
  const rows = persons.filter(({ person }) => person.hasNumber).map((one, at) => memberOf(one, at));
  return withSums({ ...sections, head: { ...sections.head, ...own }, members: rows }, facts);
}

function memberOf({ person: { given }, told }: Known, at: number): Values {
  const values: Record<string, unknown> = {};
  for (const { column, value } of given.values()) if (column.field && column.source.startsWith("members.")) values[column.field.key] = value;
  for (const [key, value] of told) if (value !== undefined) values[key] = value;
  return { id: `m${at + 1}`, ...shown(MEMBERS.fields, values) };
}

/** Without answers to what is not asked, such as the disease of somebody healthy. */
function shown(fields: readonly Field[], values: Values): Values {
  const asked = fields.filter(({ key, showWhen }) => values[key] !== undefined && holds(showWhen, values));
  return Object.fromEntries(asked.map(({ key }) => [key, values[key]]));
}

const PARTS = ["wage", "business", "property", "businessCost"];

/** Sums are worked out anew where all their parts are there, and must be what the sheet says; else they stay as given. */
function withSums(form: Values, facts: Facts): { form: Values; errors: SheetProblem[] } {
  const errors: SheetProblem[] = [];
  const next: Record<string, unknown> = { ...form };
  for (const section of ON_SHEET.sections.filter(({ rows }) => !rows)) {
    const values = sectionOf(form, section.key);
    const isKnown = section.key !== "income" || PARTS.every((key) => values[key] !== undefined);
    const sums = section.fields.flatMap((field) => {
      const value = isKnown ? derived(field, values, form) : undefined;
      const cell = facts.get(`${section.key}.${field.key}`);
      if (cell && value !== undefined && value !== cell.value) errors.push(sheetProblem("sumDiffers", cell));
      return value === undefined ? [] : [[field.key, value] as const];
    });
    const told = shown(section.fields, { ...values, ...Object.fromEntries(sums) });
    if (Object.keys(told).length > 0) next[section.key] = told;
  }
  return { form: next, errors: [...errors, ...causeRepeats(form, facts)] };
}

function causeRepeats(form: Values, facts: Facts): SheetProblem[] {
  const { mainCause, otherCauses } = sectionOf(form, "cause");
  const cell = facts.get("cause.otherCauses");
  return cell && Array.isArray(otherCauses) && otherCauses.includes(mainCause) ? [sheetProblem("causeRepeats", cell)] : [];
}
