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

/** So many are asked for at once. */
const AT_ONCE = 4;

type Asking = { reason: string; told: (done: number) => void };

/** Asks for each number, with the reason; every one is recorded. The first refusal ends it. */
export async function revealAll(wanted: readonly Masks[], { reason, told }: Asking): Promise<{ ok: true; numbers: Numbers } | { ok: false; problem: Bilingual }> {
  const queue = wanted.flatMap(({ application, paths }) => paths.map((path) => ({ application, path })));
  const numbers: Numbers = Object.fromEntries(wanted.map(({ application }) => [application, {}]));
  let problem: Bilingual | undefined;
  let done = 0;
  const work = async () => {
    for (let next = queue.shift(); next && !problem; next = queue.shift()) {
      const { application, path } = next;
      const answer = await call<{ value: string }>("revealIdentity", { application, path, reason });
      if (!answer.ok) problem ??= answer.problem;
      else (numbers[application] ??= {})[path] = answer.result.value;
      told((done += 1));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return problem ? { ok: false, problem } : { ok: true, numbers };
}
