import type { Field, Form, Section, Values } from "@domain/forms/field.ts";
import { holds } from "@domain/forms/field.ts";
import type { ComponentChildren } from "preact";
import { Facts } from "../../shared/components.tsx";
import { inWords } from "../../shared/form/inWords.ts";
import type { FormValue } from "../../shared/form/value.ts";
import { rowsOf, valuesOf } from "../../shared/form/value.ts";
import { say } from "../../shared/language.tsx";
import { Masked } from "./Masked.tsx";
import { Photo } from "./Photos.tsx";

type FormReadProps<T> = {
  form: Form<T>;
  value: FormValue;
  application: string;
  mayReveal: boolean;
  /** Sections that are shown elsewhere. */
  without?: readonly string[];
};

type Reader = { application: string; mayReveal: boolean };

/** A filled form to be read: each section folded, with only what was answered. */
export function FormRead<T>({ form, value, without = [], ...reader }: FormReadProps<T>) {
  return (
    <>
      {form.sections
        .filter(({ key }) => !without.includes(key) && value[key] !== undefined)
        .map((section) => (
          <details class="folded" key={section.key}>
            <summary>{say(section)}</summary>
            {section.rows
              ? rowsOf(value, section).map((row) => <Group key={String(row.id)} section={section} prefix={`${section.key}.${String(row.id)}`} values={row} reader={reader} />)
              : <Group section={section} prefix={section.key} values={valuesOf(value, section)} reader={reader} />}
          </details>
        ))}
    </>
  );
}

type GroupProps = { section: Section; prefix: string; values: Values; reader: Reader };

function Group({ section, prefix, values, reader }: GroupProps) {
  const answered = section.fields.filter((field) => values[field.key] !== undefined && holds(field.showWhen, values));
  if (answered.length === 0) return <p class="soft">{say({ zh: "没有填写", en: "nothing filled in" })}</p>;
  return <Facts rows={answered.map((field) => [say(field), <Answer key={field.key} field={field} path={`${prefix}.${field.key}`} value={values[field.key]} reader={reader} />])} />;
}

type AnswerProps = { field: Field; path: string; value: unknown; reader: Reader };

/** One answer: a number under its mask, photos as pictures, everything else in words. */
export function Answer({ field, path, value, reader }: AnswerProps): ComponentChildren {
  if (field.private && typeof value === "string") return <Masked {...reader} path={path} mask={value} label={say(field)} />;
  if (field.kind === "photos" && Array.isArray(value)) {
    return <span class="photoRow">{value.map((photo, at) => <Photo key={String(photo)} evidence={String(photo)} name={`${say(field)} ${at + 1}`} />)}</span>;
  }
  return <>{inWords(field, value)}</>;
}
