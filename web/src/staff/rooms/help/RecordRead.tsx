import type { Field, Form, Section, Values } from "@domain/forms/field.ts";
import { holds } from "@domain/forms/field.ts";
import { Facts, Table } from "../../../shared/components.tsx";
import { inWords } from "../../../shared/form/inWords.ts";
import type { FormValue } from "../../../shared/form/value.ts";
import { rowsOf, valuesOf } from "../../../shared/form/value.ts";
import { say } from "../../../shared/language.tsx";
import { Answer } from "../../parts/FormRead.tsx";

type RecordReadProps = { form: Form; content: unknown; application: string; without?: readonly string[] };

const asValue = (content: unknown): FormValue => (typeof content === "object" && content !== null ? { ...content } : {});

/** A record in full, as facts; lists as tables. Only what was answered. */
export function RecordRead({ form, content, application, without = [] }: RecordReadProps) {
  const value = asValue(content);
  return (
    <>
      {form.sections.map((section) =>
        section.rows
          ? <Rows key={section.key} section={section} rows={rowsOf(value, section)} />
          : <Group key={section.key} section={section} values={valuesOf(value, section)} application={application} without={without} />,
      )}
    </>
  );
}

type GroupProps = { section: Section; values: Values; application: string; without: readonly string[] };

function Group({ section, values, application, without }: GroupProps) {
  const answered = section.fields.map(inUnitOf(values)).filter((field) => values[field.key] !== undefined && !without.includes(field.key) && holds(field.showWhen, values));
  if (answered.length === 0) return null;
  return (
    <Facts
      rows={answered.map((field) => [say(field), <Answer key={field.key} field={field} path={`${section.key}.${field.key}`} value={values[field.key]} reader={{ application, mayReveal: false }} />])}
    />
  );
}

/** A quantity is read with the unit that was written beside it, and that unit not once more. */
const inUnitOf = (values: Values) => (field: Field): Field => {
  const unit = values.unit;
  if (typeof unit !== "string" || values.quantity === undefined) return field;
  if (field.key === "quantity") return { ...field, unit: { zh: unit, en: unit } };
  return field.key === "unit" ? { ...field, key: "unit " } : field;
};

function Rows({ section, rows }: { section: Section; rows: readonly Values[] }) {
  if (rows.length === 0) return null;
  const hasUnit = rows.some(({ quantity }) => quantity !== undefined);
  const fields = section.fields.filter(({ key }) => !(key === "unit" && hasUnit) && rows.some((row) => row[key] !== undefined));
  const columns = fields.map((field: Field) => ({
    key: field.key, head: say(field), cell: (row: Values) => inWords(inUnitOf(row)(field), row[field.key]), ...(isFigure(field) && { align: "end" as const }),
  }));
  return (
    <>
      <h3>{say(section)}</h3>
      <Table rows={rows} columns={columns} caption={say(section)} quiet rowKey={({ id }) => String(id)} onPhone="stack" />
    </>
  );
}

const isFigure = ({ kind }: Field): boolean => kind === "money" || kind === "integer" || kind === "decimal";

/** The plan in force: in words first, then needs, targets and measures. */
export function PlanRead({ form, content, application }: RecordReadProps) {
  const sections = [...form.sections].sort((a, b) => Number(a.rows) - Number(b.rows));
  return <div class="planRead"><RecordRead form={{ ...form, sections }} content={content} application={application} /></div>;
}

/** The answers of one field of a record, in words. */
export function wordOf(form: Form, content: unknown, path: string): string {
  const [sectionKey = "", key = ""] = path.split(".");
  const section = form.sections.find((one) => one.key === sectionKey);
  const field = section?.fields.find((one) => one.key === key);
  return section && field ? inWords(field, valuesOf(asValue(content), section)[key]) : "";
}
