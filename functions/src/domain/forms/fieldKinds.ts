import * as z from "zod";
import type { CodeList } from "./codeList.ts";
import { enumOf } from "./codeList.ts";
import type { Condition, FieldSpec, Limits, Values } from "./field.ts";
import { cleanIdentity, findIdentityProblem } from "./identityNumber.ts";
import type { Label } from "./label.ts";
import { isMask } from "./masks.ts";

/*
 * One builder for each kind of field. The `error` of every check is the name of a sentence (sentences.ts), so that a
 * person never reads zod's own English.
 */

type About = Label & {
  source: string;
  unit?: Label;
  help?: Label;
  placeholder?: Label;
  answers?: { yes: Label; no: Label };
  printAt?: string;
  national?: string;
};

/** Missing when there is nothing, else the named problem. */
const or = (code: string) => ({ error: (issue: { input?: unknown }) => (issue.input === undefined ? "missing" : code) });

/** Control, format and broken characters: they hide text, turn it round, or break spreadsheets. */
const HIDDEN_CHARACTERS = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
/** An account or an identity number, also one written in three parts: they have fields of their own. */
const LONG_NUMBER = /\d{15}|\d{6}[ -]*(?:19|20)\d{6}[ -]*\d{3}[\dXx]/;

const isClean = (text: string) => !HIDDEN_CHARACTERS.test(text.replace(/[\n\t]/g, ""));
const holdsNoNumber = (text: string) => !LONG_NUMBER.test(text.normalize("NFKC"));

type Pattern = { code: string; fits: (text: string) => boolean };

function words(length: number, patterns: Pattern[] = [], tidy = (text: string) => text) {
  let schema = z.string(or("notText")).overwrite((text) => tidy(text.replace(/\r\n?/g, "\n").trim()));
  schema = schema.min(1, { error: "missing" }).max(length, { error: "tooLong" });
  schema = schema.refine(isClean, { error: "hiddenCharacter" }).refine(holdsNoNumber, { error: "holdsNumber" });
  for (const { code, fits } of patterns) schema = schema.refine(fits, { error: code });
  return schema;
}

const ONE_LINE = { code: "oneLine", fits: (text: string) => !/[\n\t]/.test(text) };
/** Letters of any script, the private ones that stand in for rare characters, and the dots inside long names. */
const NAME = { code: "notName", fits: (text: string) => /^[\p{L}\p{M}\p{Co}· '-]+$/u.test(text) };
const oneDot = (text: string) => text.replace(/[•・‧∙⋅.．]/g, "·").replace(/ +/g, " ");
const name = () => words(40, [ONE_LINE, NAME], oneDot);

/** A line of text of at most `length` characters. */
export function text({ length, ...about }: About & { length: number }) {
  const drawn = { ...about, limits: { length }, inputMode: "text" } as const;
  return { ...drawn, kind: "text", required: true, schema: words(length, [ONE_LINE]) } as const satisfies FieldSpec;
}

/** Several lines. */
export function longText({ length, ...about }: About & { length: number }) {
  const schema = words(length);
  return { ...about, kind: "longText", required: true, schema, limits: { length } } as const satisfies FieldSpec;
}

/** A person's name, up to 40 characters; every middle dot is stored as the same one, so that names compare. */
export function personName(about: About) {
  const drawn = { ...about, limits: { length: 40 }, inputMode: "text" } as const;
  return { ...drawn, kind: "text", required: true, schema: name() } as const satisfies FieldSpec;
}

/** Up to `most` names of people, at least `least`. */
export function names({ least, most, ...about }: About & { least: number; most: number }) {
  const schema = z.array(name(), or("notList")).min(least, { error: "tooFew" }).max(most, { error: "tooMany" });
  const limits = { least, most, length: 40 };
  return { ...about, kind: "names", required: true, schema, limits } as const satisfies FieldSpec;
}

/** Up to `most` names of units, at least `least`; drawn like names of people. */
export function unitNames({ least, most, ...about }: About & { least: number; most: number }) {
  const one = words(60, [ONE_LINE]);
  const schema = z.array(one, or("notList")).min(least, { error: "tooFew" }).max(most, { error: "tooMany" });
  const limits = { least, most, length: 60 };
  return { ...about, kind: "names", required: true, schema, limits } as const satisfies FieldSpec;
}

/** Ids of photos kept as evidence (paths.ts: identifiers that a client makes). */
export function photos({ most, ...about }: About & { most: number }) {
  const isPhoto = (id: string) => /^[A-Za-z0-9_-]{8,64}$/.test(id) && holdsNoNumber(id);
  const photo = z.string(or("notPhoto")).refine(isPhoto, { error: "notPhoto" });
  const schema = z.array(photo, or("notList")).max(most, { error: "tooMany" }).refine(differ, { error: "repeated" });
  return { ...about, kind: "photos", required: true, schema, limits: { most } } as const satisfies FieldSpec;
}

const differ = (list: string[]) => new Set(list).size === list.length;

type Bounds = { min: number; max: number };
type Numeric = About & Bounds;

function number({ min, max, decimals }: Bounds & { decimals: number }) {
  return z
    .number(or("notNumber"))
    .min(min, { error: "outOfRange" })
    .max(max, { error: "outOfRange" })
    .refine((value) => Number(value.toFixed(decimals)) === value, { error: decimals === 0 ? "notWhole" : "tooFine" });
}

/** A count. */
export function integer({ min, max, ...about }: Numeric) {
  const limits = { min, max, decimals: 0 };
  const schema = number(limits);
  return { ...about, kind: "integer", required: true, schema, limits, inputMode: "numeric" } as const satisfies FieldSpec;
}

/** A measure with up to `decimals` places, two unless told. */
export function decimal({ min, max, decimals = 2, ...about }: Numeric & { decimals?: number }) {
  const limits = { min, max, decimals };
  const schema = number(limits);
  return { ...about, kind: "decimal", required: true, schema, limits, inputMode: "decimal" } as const satisfies FieldSpec;
}

const YUAN = { zh: "元", en: "yuan" };

/** Yuan, at most two decimals, from 0 unless told. */
export function money({ min = 0, max = 10_000_000, ...about }: About & Partial<Bounds>) {
  const limits = { min, max, decimals: 2 };
  const schema = number(limits);
  const drawn = { unit: YUAN, ...about, limits, inputMode: "decimal" } as const;
  return { ...drawn, kind: "money", required: true, schema } as const satisfies FieldSpec;
}

export function yesNo(about: About) {
  const schema = z.boolean(or("notYesNo"));
  return { ...about, kind: "yesNo", required: true, schema, limits: {} } as const satisfies FieldSpec;
}

/** A promise or a signature without which the form does not count. */
export function pledge(about: About) {
  const schema = z.literal(true, or("mustBeTrue"));
  return { ...about, kind: "yesNo", mustBe: true, required: true, schema, limits: {} } as const satisfies FieldSpec;
}

/** One of a code list, stored by its key. */
export function choice<const L extends CodeList>({ options, ...about }: About & { options: L }) {
  const schema = z.enum(enumOf(options).enum, or("notInList"));
  return { ...about, kind: "choice", required: true, schema, options, limits: {} } as const satisfies FieldSpec;
}

/** Up to `most` different ones of a code list. */
export function choices<const L extends CodeList>({ options, most, ...about }: About & { options: L; most: number }) {
  const one = z.enum(enumOf(options).enum, or("notInList"));
  const schema = z.array(one, or("notList")).max(most, { error: "tooMany" }).refine(differ, { error: "repeated" });
  return { ...about, kind: "choices", required: true, schema, options, limits: { most } } as const satisfies FieldSpec;
}

/** A day, as YYYY-MM-DD. */
export function date(about: About) {
  const limits: Limits = {};
  const schema = z.iso.date(or("notDate")).refine((day) => day >= "1900-01-01" && day < "2100", { error: "notDate" });
  return { ...about, kind: "date", required: true, schema, limits, inputMode: "numeric" } as const satisfies FieldSpec;
}

/** A private number: cleaned, masks told apart from wrong ones, then `find` says what is wrong. */
function privateNumber(clean: (text: string) => string, find: (text: string) => string | undefined) {
  return z
    .string(or("notText"))
    .overwrite(clean)
    .check((context) => {
      const code = isMask(context.value) ? "privateMissing" : find(context.value);
      if (code) context.issues.push({ code: "custom", message: code, input: context.value });
    });
}

const squeeze = (text: string) => text.normalize("NFKC").replace(/[\s-]/g, "");

/** An identity number or a disability certificate's (identityNumber.ts). */
export function identity(about: About) {
  const schema = privateNumber(cleanIdentity, (text) => (text === "" ? "missing" : findIdentityProblem(text)));
  const drawn = { ...about, inputMode: "text", limits: { length: 22 } } as const;
  return { ...drawn, kind: "identity", private: true, required: true, schema } as const satisfies FieldSpec;
}

/** A mobile number of 11 digits. */
export function phone(about: About) {
  const schema = privateNumber(squeeze, (text) => (/^1[3-9]\d{9}$/.test(text) ? undefined : "notPhone"));
  const drawn = { ...about, inputMode: "tel", limits: { length: 11 } } as const;
  return { ...drawn, kind: "phone", private: true, required: true, schema } as const satisfies FieldSpec;
}

/** A mobile number, or a landline with its area code. */
const CONTACT = { code: "notContactPhone", fits: (text: string) => /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(-\d{1,4})?)$/.test(text) };

/** The phone of somebody who can be called for their office: printed in handbooks, so it is no private field. */
export function contactPhone(about: About) {
  const schema = words(18, [ONE_LINE, CONTACT], (text) => text.normalize("NFKC").replace(/\s/g, ""));
  const drawn = { ...about, inputMode: "tel", limits: { length: 18 } } as const;
  return { ...drawn, kind: "text", required: true, schema } as const satisfies FieldSpec;
}

/** A bank account of 10 to 25 digits. */
export function account(about: About) {
  const schema = privateNumber(squeeze, (text) => (/^\d{10,25}$/.test(text) ? undefined : "notAccount"));
  const drawn = { ...about, inputMode: "numeric", limits: { length: 25 } } as const;
  return { ...drawn, kind: "account", private: true, required: true, schema } as const satisfies FieldSpec;
}

/** The same field, which may stay empty. Empty is absent from the value: never 0, never "". */
export function optional<S extends z.ZodType>(spec: FieldSpec<S>): FieldSpec<z.ZodOptional<S>> {
  return { ...spec, required: false, schema: spec.schema.optional() };
}

/** The same field, asked and required only when a sibling has that value. */
export function shownWhen<S extends z.ZodType>(showWhen: Condition, spec: FieldSpec<S>): FieldSpec<z.ZodOptional<S>> {
  return { ...spec, showWhen, schema: spec.schema.optional() };
}

/** The same field, always asked, required only when a sibling has that value. */
export function requiredWhen<S extends z.ZodType>(when: Condition, spec: FieldSpec<S>): FieldSpec<z.ZodOptional<S>> {
  return { ...spec, required: false, requiredWhen: when, schema: spec.schema.optional() };
}

/** The same field, filled from others and never typed. `derive` answers undefined when those are not sound. */
export function computed<S extends z.ZodType>(
  spec: FieldSpec<S>,
  derive: (values: Values, whole: Values) => unknown,
): FieldSpec<S> {
  return { ...spec, computed: true, derive };
}
