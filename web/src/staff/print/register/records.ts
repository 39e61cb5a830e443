import type { HelpRecord } from "@domain/register.ts";
import { asForm } from "../forms/answer.ts";
import type { FormValue } from "../../../shared/form/value.ts";

/** Who helped from when to when, as the pairing holds it. `until` is null while it goes on. */
export type HelperOf = { helper: unknown; from: string; until: string | null };

/** Help as a sheet prints it: the measures with their ends, the results with how they were confirmed. */
export type HelpOf = {
  helpers: readonly HelperOf[];
  plan: unknown;
  measures: readonly Pick<HelpRecord, "content" | "done">[];
  results: readonly Pick<HelpRecord, "content" | "confirmed">[];
};

export const NO_HELP: HelpOf = { helpers: [], plan: null, measures: [], results: [] };

/** A measure beside its end, for a table of both. */
export const measureValues = ({ measures }: HelpOf): FormValue[][] => measures.map(({ content, done }) => [asForm(content), asForm(done?.content)]);

export const resultValues = ({ results }: HelpOf): FormValue[][] => results.map(({ content }) => [asForm(content)]);
