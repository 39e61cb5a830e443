import * as z from "zod";
import type { CodeList } from "./codeList.ts";
import type { Label } from "./label.ts";

/** How a field is drawn and read. `names` is a short list of people, `photos` of evidence ids. */
export type Kind =
  | "text" | "longText" | "integer" | "decimal" | "money" | "yesNo" | "choice" | "choices"
  | "date" | "identity" | "phone" | "account" | "names" | "photos";

/** Values of one section or row by key, before anything is known about them. */
export type Values = Readonly<Record<string, unknown>>;

/** True when the sibling field `key` (same section, same row) has one of these values. */
export type Condition = { key: string; equals: string | boolean | readonly string[] };

/** Bounds for the person who types; the schema enforces the same ones. Counts are for lists. */
export type Limits = { min?: number; max?: number; decimals?: number; length?: number; least?: number; most?: number };

/** One field of a form: everything that screens, prints, spreadsheets and checks need to know of it. */
export type Field<S extends z.ZodType = z.ZodType> = Label & {
  key: string;
  kind: Kind;
  /** With `showWhen`: required when it is shown. Computed fields are required of the stored form, not of a person. */
  required: boolean;
  schema: S;
  limits: Limits;
  unit?: Label;
  help?: Label;
  placeholder?: Label;
  inputMode?: "text" | "numeric" | "decimal" | "tel";
  options?: CodeList;
  /** What yes and no are called where the question is not one of yes and no. */
  answers?: { yes: Label; no: Label };
  /** Only masks of it are shown (private.ts). */
  private?: true;
  /** Never believed when typed: `derive` fills it. Drawn read-only. */
  computed?: true;
  derive?: (values: Values, whole: Values) => unknown;
  /** A pledge: a box that must be ticked. */
  mustBe?: true;
  /** Asked only then; a value left over from before is dropped. */
  showWhen?: Condition;
  /** Always asked, required only then. */
  requiredWhen?: Condition;
  /** Number on the printed form of 2014. Provinces renumber from A15 on, so later fields have none. */
  printAt?: string;
  /** Code of the field in the national system. */
  national?: string;
  /** Marks of domain.md, section 13. */
  source: string;
};
/** A field before its section has given it a key. */
export type FieldSpec<S extends z.ZodType = z.ZodType> = Omit<Field<S>, "key">;

type Head<K extends string> = Label & { key: K; help?: Label; source: string };
/** What one row is called; `counter` is its Chinese measure word: 位 is for people alone. */
export type RowName = Label & { counter: string };

/** A group of fields, or with `rows` a repeated row; each row then has an `id` made by the client. */
export type Section<K extends string = string, S extends z.ZodType = z.ZodType> = Head<K> & {
  fields: readonly Field[];
  schema: S;
} & ({ rows: false } | { rows: true; min: number; max: number; row: RowName });

/** A rule between fields: where it is broken (paths such as `members.0.idNo`), and the sentence for that place. */
export type Rule<T> = {
  code: string;
  source: string;
  sentence: (where: Label) => Label;
  broken(value: T): string[];
};

/** A form of one year: what is asked, in order, and the rules between the answers. */
export type Form<T = unknown> = Label & {
  id: string;
  year: number;
  source: string;
  sections: readonly Section[];
  rules: readonly Rule<T>[];
  schema: z.ZodType<T>;
};

type Specs = Record<string, FieldSpec>;
type ShapeOf<F extends Specs> = { [K in keyof F]: F[K]["schema"] };
type Shape = Record<string, z.ZodType>;
/** The value of a form with these sections. */
export type ValueOf<S extends readonly Section[]> = { [P in S[number] as P["key"]]: z.infer<P["schema"]> };

/** Short random text that a client gives each row, so that hidden values find it again. No dots: see private.ts. */
export const RowId = z.string({ error: "rowId" }).regex(/^[A-Za-z0-9_-]{1,12}$/, { error: "rowId" });

const keyed = (specs: Specs): Field[] => Object.entries(specs).map(([key, spec]) => ({ ...spec, key }));

/** Each field's schema by key. The only cast: Object.entries forgets which key had which type. */
function shapeOf<F extends Specs>(specs: F): ShapeOf<F> {
  return Object.fromEntries(Object.entries(specs).map(([key, { schema }]) => [key, schema])) as ShapeOf<F>;
}

/** A group of fields, drawn in the order written. */
export function section<const K extends string, F extends Specs>(head: Head<K>, specs: F) {
  return { ...head, rows: false, fields: keyed(specs), schema: z.strictObject(shapeOf(specs)) } as const;
}

/** A repeated row, such as one for each member of the household. */
export function rowsOf<const K extends string, F extends Specs>(
  head: Head<K> & { min: number; max: number; row: RowName },
  specs: F,
) {
  const row = z.strictObject({ id: RowId, ...shapeOf(specs) });
  const schema = z.array(row).min(head.min, { error: "tooFew" }).max(head.max, { error: "tooMany" });
  return { ...head, rows: true, fields: keyed(specs), schema } as const;
}

/** Puts sections and rules together. */
export function form<const S extends readonly Section[]>(
  head: Label & { id: string; year: number; source: string },
  sections: S,
  rules: readonly Rule<ValueOf<S>>[],
): Form<ValueOf<S>> {
  const shape: Shape = Object.fromEntries(sections.map(({ key, schema }) => [key, schema]));
  return { ...head, sections, rules, schema: z.strictObject(shape) as unknown as z.ZodType<ValueOf<S>> };
}

/** The strict schema of a form's value, nested by section: its shape, without the rules between fields (parse.ts). */
export function schemaOf<T>({ schema }: Form<T>): z.ZodType<T> {
  return schema;
}

/** Whether a condition holds among the values of a section or row. No condition always holds. */
export function holds(condition: Condition | undefined, values: Values): boolean {
  if (!condition) return true;
  const value = values[condition.key];
  const { equals } = condition;
  return Array.isArray(equals) ? equals.includes(value) : value === equals;
}

/** Whether a person must fill in a field, given the values beside it: for screens, and for parse.ts. */
export function isRequired(field: Field, values: Values): boolean {
  if (field.requiredWhen) return holds(field.requiredWhen, values);
  return field.required && holds(field.showWhen, values);
}
