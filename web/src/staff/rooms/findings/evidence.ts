import type { Field, Form } from "@domain/forms/field.ts";
import type { Label } from "@domain/forms/label.ts";

export type Evidence = { label: Label; field: Field; value: unknown };

const at = (held: unknown, key: string): unknown => (typeof held === "object" && held !== null ? (held as Record<string, unknown>)[key] : undefined);

/** What the record holds at the places that a finding names; numbers and pictures are left to the record itself. */
export function evidenceAt(form: Form, value: unknown, paths: readonly string[]): Evidence[] {
  return paths.flatMap((path) => {
    const [sectionKey = "", ...rest] = path.split(".");
    const section = form.sections.find(({ key }) => key === sectionKey);
    const field = section?.fields.find(({ key }) => key === rest.at(-1));
    if (!section || !field || field.private || field.kind === "photos") return [];
    const row = section.rows ? Number(rest[0]) + 1 : undefined;
    const label = row === undefined ? { zh: field.zh, en: field.en } : { zh: `第 ${row} 位 ${field.zh}`, en: `${field.en} of ${row}` };
    return [{ label, field, value: rest.reduce(at, at(value, sectionKey)) }];
  });
}
