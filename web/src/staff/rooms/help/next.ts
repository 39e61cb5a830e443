import type { Application } from "@domain/application.ts";
import type { HelpRecord } from "@domain/register.ts";
import type { Bilingual } from "@domain/text.ts";

/** Something to do for a household that is helped; `late` when its day is past. */
export type NextStep = Bilingual & { key: "plan" | "measure" | "visit" | "confirm"; late: boolean };

type Helped = Pick<Application, "status" | "plan" | "helper" | "dueAt">;
type Told = Pick<HelpRecord, "kind" | "content" | "done" | "confirmed">;

const partOf = (content: unknown, key: string): Record<string, unknown> => {
  const part = (content as Record<string, unknown> | null)?.[key];
  return typeof part === "object" && part !== null ? { ...part } : {};
};

/** The last day of a measure's plan, YYYY-MM-DD. */
export const plannedDateOf = ({ content }: Pick<HelpRecord, "content">): string => String(partOf(content, "measure").plannedDate ?? "");

/** Under way, and past the day by which it was to be done. */
export const isOverdue = (record: Told, today: string): boolean => record.kind === "measure" && !record.done && plannedDateOf(record) < today;

/** 2014-08-03 → 2014 q3. */
const quarterOf = (day: string): string => `${day.slice(0, 4)} q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** What waits to be done for a household, the most pressing first; `today` is the day in Shanghai. */
export function nextSteps({ status, plan, helper, dueAt }: Helped, records: readonly Told[], today: string): NextStep[] {
  if (!helper || status === "ended") return [];
  const late = dueAt !== null && status === "paired" && dueAt < new Date();
  if (!plan) return [{ key: "plan", late, zh: "制定帮扶计划", en: "Make the plan of help" }];
  const steps: NextStep[] = [];
  const overdue = records.filter((record) => isOverdue(record, today)).length;
  if (overdue > 0) steps.push({ key: "measure", late: true, zh: `${overdue} 项措施已过计划时间，登记完成情况`, en: `${overdue} measure(s) past their day: record how they ended` });
  const visits = records.filter(({ kind }) => kind === "visit").map(({ content }) => quarterOf(String(partOf(content, "visit").date ?? "")));
  if (!visits.includes(quarterOf(today))) steps.push({ key: "visit", late: false, zh: "本季度还没有走访", en: "No visit this quarter yet" });
  const open = records.filter(({ kind, confirmed }) => kind === "result" && !confirmed).length;
  if (open > 0) steps.push({ key: "confirm", late: false, zh: `${open} 项成效待户主确认`, en: `${open} result(s) for the householder to confirm` });
  return steps;
}

type PlannedMeasure = Record<string, unknown> & { id?: unknown };

/** Measures of a household's plan, or projects of a village's, that nobody has recorded yet: known by category and name. */
export function unrecorded(plan: unknown, records: readonly Told[]): PlannedMeasure[] {
  const { measures, plans } = (plan ?? {}) as { measures?: unknown; plans?: unknown };
  const planned = measures ?? plans;
  const known = records.filter(({ kind }) => kind === "measure").map(({ content }) => sameAs(partOf(content, "measure")));
  return (Array.isArray(planned) ? (planned as PlannedMeasure[]) : []).filter((row) => !known.includes(sameAs(row)));
}

const sameAs = ({ category, content, project }: Record<string, unknown>): string => `${String(category)} ${String(content ?? project ?? "")}`;
