import type { Campaign } from "@domain/campaign.ts";
import { checkRegistration } from "@domain/checks/registration.ts";
import { effectOf, isOfYear, presentForm } from "@domain/forms/changes.ts";
import type { Form, Values } from "@domain/forms/field.ts";
import type { ChangeKind } from "@domain/forms/helpCodes2014.ts";
import { CHANGE_KINDS } from "@domain/forms/helpCodes2014.ts";
import { tidy } from "@domain/forms/tidy.ts";
import { shanghaiDate } from "@domain/notice/period.ts";
import type { MemberChange, Version } from "@domain/register.ts";
import type { Found } from "@domain/workflow/case.ts";
import type { FormValue } from "../../../shared/form/value.ts";
import type { Household } from "../../data/applications.ts";

/** Why one member came or went, as it is being told; `kind` is empty until somebody has chosen. */
export type Reason = { kind: ChangeKind | ""; on: string; note: string };
/** A year's update as it is being typed; reasons by the id of the member's row. */
export type Typed = { form: FormValue; answers: Record<string, string>; reasons: Record<string, Reason>; at: string };

/** Where this device keeps what a person has typed of a year's update. */
export const updateKey = (application: string, year: number): string => `update.${application}.${year}`;

const membersOf = (form: unknown): Values[] => {
  const members = (form as { members?: unknown } | null | undefined)?.members;
  return Array.isArray(members) ? (members as Values[]) : [];
};

/** Who came and who went between two forms, each known by the id of the row. */
export type Came = { row: string; name: string; effect: "in" | "out" };

export function whoChanged(before: unknown, after: unknown): Came[] {
  const [old, now] = [membersOf(before), membersOf(after)];
  const known = (rows: readonly Values[], id: unknown) => rows.some((row) => row.id === id);
  const told = (rows: readonly Values[], effect: Came["effect"]): Came[] => rows.map(({ id, name }) => ({ row: String(id), name: String(name ?? ""), effect }));
  return [...told(now.filter(({ id }) => !known(old, id)), "in"), ...told(old.filter(({ id }) => !known(now, id)), "out")];
}

/** The kinds of change that bring somebody in, or take somebody out. */
export const kindsFor = (effect: Came["effect"]) => CHANGE_KINDS.filter((kind) => kind.effect === effect);

export const NO_REASON: Reason = { kind: "", on: "", note: "" };

export type ReasonProblem = { row: string; what: "kind" | "on" };

/** What is missing of the reasons: a kind that fits, and a day in the year. */
export function reasonProblems(changed: readonly Came[], reasons: Typed["reasons"], year: number): ReasonProblem[] {
  return changed.flatMap(({ row, effect }): ReasonProblem[] => {
    const { kind, on } = reasons[row] ?? NO_REASON;
    const fits = kind !== "" && effectOf(kind) === effect;
    const isDated = kind === "" ? on.startsWith(`${year}-`) : isOfYear({ kind, on }, year);
    return [...(fits ? [] : [{ row, what: "kind" } as const]), ...(isDated ? [] : [{ row, what: "on" } as const])];
  });
}

/** The changes as the action carries them. */
export function changesFrom(changed: readonly Came[], reasons: Typed["reasons"]): MemberChange[] {
  return changed.flatMap(({ row, name }) => {
    const { kind, on, note } = reasons[row] ?? NO_REASON;
    return kind === "" ? [] : [{ kind, row, on, ...(name && { name: name.slice(0, 40) }), ...(note.trim() && { note: note.trim() }) }];
  });
}

/** The reasons as a version has kept them, to be corrected. */
export const reasonsFrom = (changes: readonly MemberChange[]): Typed["reasons"] =>
  Object.fromEntries(changes.map(({ row, kind, on, note = "" }) => [row, { kind, on, note }]));

type Begin = { year: number; versions: readonly Version[]; filledBy: string };

/** What an update begins with: the version of that year to be corrected, else last year's form to be signed anew. */
export function beginUpdate({ year, versions, filledBy }: Begin): { typed: Typed; before: Version | undefined } | undefined {
  const now = versions.map((version) => ({ ...version, form: presentForm(version) }));
  const own = now.find((version) => version.year === year);
  const before = now.find((version) => version.year === year - 1);
  if (own?.form) return { typed: { form: own.form as FormValue, answers: own.answers, reasons: reasonsFrom(own.changes), at: "" }, before };
  if (!before?.form) return undefined;
  const form = before.form as FormValue;
  const { householderSigned: _signed, sealed: _sealed, ...foot } = (form.foot ?? {}) as Values;
  return { typed: { form: { ...form, foot: { ...foot, filledBy, filledOn: shanghaiDate(new Date()) } }, answers: {}, reasons: {}, at: "" }, before };
}

const asRecord = (value: unknown): Record<string, unknown> => (typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {});

/** An update as it was saved for others: everything that is no section lies beside them. */
export function typedFrom({ answers, reasons, year, ...form }: Record<string, unknown>, at: Date): { typed: Typed; year: number } {
  return { typed: { form, answers: asRecord(answers) as Typed["answers"], reasons: asRecord(reasons) as Typed["reasons"], at: at.toISOString() }, year: Number(year) };
}

type Asked = { form: Form; value: FormValue; year: number; application: Household; campaign: Campaign; plan: unknown };

/** What the checks ask about the year's form as it stands; of other records nothing is known here. */
export const findingsFor = ({ form, value, year, application, campaign, plan }: Asked): Found[] =>
  checkRegistration({ record: tidy(form, value), year, application, campaign, plan, sameNumber: 0 });

/** The years that can be updated: the one after the campaign's, up to the one that has begun. */
export function updateYears(campaign: Pick<Campaign, "year">, today: string): number[] {
  const last = Math.max(campaign.year + 1, Number(today.slice(0, 4)));
  return Array.from({ length: Math.min(12, last - campaign.year) }, (_, at) => campaign.year + 1 + at);
}
