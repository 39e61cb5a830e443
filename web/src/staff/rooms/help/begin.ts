import type { Campaign } from "@domain/campaign.ts";
import type { Form } from "@domain/forms/field.ts";
import { planYears, prefillPlan } from "@domain/forms/plan.ts";
import type { FormValue } from "../../../shared/form/value.ts";
import { newRow } from "../../../shared/form/value.ts";
import type { Help } from "./HelpCards.tsx";
import type { Doing } from "./HelpForms.tsx";

const partOf = (content: unknown, key: string): Record<string, unknown> => {
  const part = (content as Record<string, unknown> | null | undefined)?.[key];
  return typeof part === "object" && part !== null ? { ...part } : {};
};

/** Of what is known, only what this form asks: households and villages are asked for different things. */
export function asked({ sections }: Form, known: FormValue): FormValue {
  const kept = sections.flatMap((section) => {
    const values = known[section.key];
    if (values === undefined) return [];
    if (section.rows) return [[section.key, values] as const];
    const own = partOf(known, section.key);
    return [[section.key, Object.fromEntries(section.fields.flatMap(({ key }) => (own[key] === undefined ? [] : [[key, own[key]]])))] as const];
  });
  return Object.fromEntries(kept);
}

type Known = Pick<Help, "household" | "plan" | "records" | "today"> & {
  /** What was found when the household was surveyed; undefined where there was no survey. */
  survey: unknown;
  campaign: Pick<Campaign, "line" | "year">;
  /** Of whoever writes. */
  name: string;
};

/** What a form begins with: the plan in force or the targets as the survey tells them, the line of the plan, today and whoever writes. */
export function beginningOf({ kind, record, from }: Pick<Doing, "record" | "from"> & { kind: Exclude<Doing["kind"], "confirm"> }, known: Known): FormValue {
  const { plan, records, today, name } = known;
  if (kind === "plan") return plan ? (plan.content as FormValue) : firstPlan(known);
  if (kind === "visit") return { visit: { date: today, visitors: [name] } };
  if (kind === "result") return { result: { date: today, year: Number(today.slice(0, 4)), doneDate: today } };
  if (kind === "measure") {
    const { id: _, ...planned } = from ?? {};
    return { measure: planned };
  }
  const { amount, quantity } = partOf(records.find(({ id }) => id === record)?.content, "measure");
  return { done: { doneDate: today, amountPaid: amount, quantity } };
}

/** Every target of the years ahead with its present state, and a first need to fill in. */
function firstPlan({ household: { track }, survey, campaign: { line, year } }: Known): FormValue {
  const targets = track === "village" ? {} : prefillPlan({ household: survey, line, years: planYears(year) });
  return { ...targets, needs: [newRow()] };
}
