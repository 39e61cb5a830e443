import type { Form } from "@domain/forms/field.ts";
import type { Hidden } from "@domain/forms/private.ts";
import type { Bilingual } from "@domain/text.ts";
import type { FormValue } from "../../../shared/form/value.ts";
import { rowsOf, valuesOf } from "../../../shared/form/value.ts";
import { call } from "../../actions/call.ts";

/** The masked numbers of one application. */
export type Masks = { application: string; paths: readonly string[] };
/** Whole numbers by application. */
export type Numbers = Record<string, Hidden>;

/** Where a filled form holds a mask, as private.ts names the place. */
export function maskedPaths(form: Form, value: FormValue): string[] {
  return form.sections.flatMap((section) => {
    const groups = section.rows ? rowsOf(value, section) : [valuesOf(value, section)];
    return groups.flatMap((values) =>
      section.fields
        .filter((field) => field.private && typeof values[field.key] === "string" && values[field.key] !== "")
        .map(({ key }) => (section.rows ? `${section.key}.${String(values.id)}.${key}` : `${section.key}.${key}`)),
    );
  });
}

/** Households that one call gives the numbers of. */
const AT_ONCE = 50;

type Asking = { reason: string; told: (done: number) => void };

/** Asks for the numbers of each household, with the reason; every household is recorded. The first refusal ends it. */
export async function revealAll(wanted: readonly Masks[], { reason, told }: Asking): Promise<{ ok: true; numbers: Numbers } | { ok: false; problem: Bilingual }> {
  const numbers: Numbers = {};
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const part = wanted.slice(from, from + AT_ONCE);
    const answer = await call<Numbers>("revealForPrint", { applications: part.map(({ application }) => application), reason });
    if (!answer.ok) return { ok: false, problem: answer.problem };
    for (const { application, paths } of part) {
      const kept = Object.entries(answer.result[application] ?? {});
      numbers[application] = Object.fromEntries(kept.filter(([path]) => paths.includes(path)));
    }
    told(from + part.length);
  }
  return { ok: true, numbers };
}
