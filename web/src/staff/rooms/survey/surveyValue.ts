import type { Campaign } from "@domain/campaign.ts";
import type { Form } from "@domain/forms/field.ts";
import { splitPrivate } from "@domain/forms/private.ts";
import { shanghaiDate } from "@domain/notice/period.ts";
import type { FieldProblem } from "@domain/problems.ts";
import { problem } from "@domain/problems.ts";
import type { Track } from "@domain/status.ts";
import type { FormValue } from "../../../shared/form/value.ts";
import { emptyValue, newRow } from "../../../shared/form/value.ts";
import type { Household } from "../../data/applications.ts";
import type { Checked } from "../../parts/checkForm.ts";
import { readForm } from "../../parts/checkForm.ts";

/** Where this device keeps what a person has typed of a survey. */
export const surveyKey = (application: string): string => `survey.${application}`;

type Part = Record<string, unknown>;
const partOf = (form: unknown, key: string): Part => {
  const part = typeof form === "object" && form !== null ? (form as Part)[key] : undefined;
  return typeof part === "object" && part !== null ? { ...part } : {};
};

/** A survey as it begins: what the application told already, but no number, which only the card tells. */
export function beginSurvey(form: Form, { facts, form: applied }: Household): FormValue {
  const name = facts?.householder;
  const shared = { householderName: name, groupName: facts?.groupName, memberCount: facts?.memberCount };
  const head = { ...shared, address: partOf(applied, "place").address, standard: "national" };
  const { mainCause, note } = partOf(applied, "cause");
  const members = [{ ...newRow(), name, relation: "head" }, ...Array.from({ length: (facts?.memberCount ?? 1) - 1 }, newRow)];
  const begun = { ...emptyValue(form), head, cause: { mainCause, causeNote: note }, members, visit: { surveyedOn: shanghaiDate(new Date()) } };
  return JSON.parse(JSON.stringify(begun));
}

/** Checks a survey as the functions will, as far as this device can, and parts it into what is shown and what is not. */
export function checkSurvey({ form, value, track, campaign, wasKept }: { form: Form; value: FormValue; track: Track; campaign: Campaign; wasKept: boolean }): Checked {
  const { whole, problems: wrong } = readForm(form, value, wasKept);
  const problems = [...wrong, ...lineProblems(whole, track, campaign)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, ...splitPrivate<unknown>(form, whole) };
}

/** The campaign's line, beside the fields that answer it. */
function lineProblems(whole: unknown, track: Track, { line }: Campaign): FieldProblem[] {
  const perHead = partOf(whole, "income").perCapitaNetIncome;
  if (typeof perHead !== "number") return [];
  const { lineNote } = partOf(whole, "line");
  const isExplained = typeof lineNote === "string" && lineNote.trim().length >= 4;
  if (track === "identify" && perHead >= line && !isExplained) return [at("line.lineNote", problem("lineNeedsReason", { perHead, line }))];
  if (track === "exit" && perHead < line) return [at("income.perCapitaNetIncome", problem("belowLine", { perHead, line }))];
  return [];
}

const at = (path: string, { code, zh, en }: { code: string; zh: string; en: string }): FieldProblem => ({ path, code, zh, en });
