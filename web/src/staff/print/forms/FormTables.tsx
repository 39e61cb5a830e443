import type { Form, Section } from "@domain/forms/field.ts";
import type { Hidden } from "@domain/forms/private.ts";
import { joinPrivate } from "@domain/forms/private.ts";
import type { FormValue } from "../../../shared/form/value.ts";
import { rowsOf, valuesOf } from "../../../shared/form/value.ts";
import { Pairs } from "./Pairs.tsx";
import { Rows } from "./Rows.tsx";

type FormTablesProps = {
  form: Form;
  value: FormValue;
  /** Only these sections, in this order; all of them unless told. */
  sections?: readonly string[];
  /** Numbers to print where the value holds their masks, by path. */
  numbers?: Hidden;
  /** Rows of a list that an empty form has to write on. */
  blankRows?: number;
  /** Names of the sections above their tables. */
  named?: boolean;
};

/** A filled form as a print draws it, from its schema alone: sections as tables, rows as rows, what is empty as blanks. */
export function FormTables({ form, value, sections, numbers = {}, blankRows = 0, named = true }: FormTablesProps) {
  const chosen = sections ? sections.flatMap((key) => form.sections.filter((one) => one.key === key)) : form.sections;
  const whole = joinPrivate(form, value, numbers) as FormValue;
  return (
    <>
      {chosen.map((section) => (
        <section key={section.key}>
          {named && <h3 class="group">{section.zh}</h3>}
          <Part section={section} value={whole} blankRows={blankRows} />
        </section>
      ))}
    </>
  );
}

function Part({ section, value, blankRows }: { section: Section; value: FormValue; blankRows: number }) {
  if (section.rows) return <Rows fields={section.fields} rows={rowsOf(value, section)} least={Math.max(1, Math.min(section.max, blankRows))} />;
  return <Pairs fields={section.fields} values={valuesOf(value, section)} />;
}

type RecordsProps = {
  /** The forms that make up one record, such as a measure and how it ended. */
  forms: readonly Form[];
  /** Of each record, the value of each form; what is not there yet is an empty one. */
  records: readonly (readonly FormValue[])[];
  /** Rows to write on when there are fewer records. */
  least?: number;
};

const keyOf = (form: Form, section: Section, field: string) => `${form.id}.${section.key}.${field}`;
const plainSections = (form: Form) => form.sections.filter(({ rows }) => !rows);

/** Several filled forms of one kind as the rows of one table, such as every measure of a household. */
export function Records({ forms, records, least = 1 }: RecordsProps) {
  const fields = forms.flatMap((form) => plainSections(form).flatMap((section) => section.fields.map((field) => ({ ...field, key: keyOf(form, section, field.key) }))));
  const rows = records.map((values) => Object.fromEntries(forms.flatMap((form, at) => entriesOf(form, values[at] ?? {}))));
  return <Rows fields={fields} rows={rows} least={least} />;
}

function entriesOf(form: Form, value: FormValue): [string, unknown][] {
  return plainSections(form).flatMap((section) => Object.entries(valuesOf(value, section)).map(([key, one]): [string, unknown] => [keyOf(form, section, key), one]));
}
