import type { Campaign } from "@domain/campaign.ts";
import type { Form } from "@domain/forms/field.ts";
import { isMask } from "@domain/forms/masks.ts";
import { parseForm } from "@domain/forms/parse.ts";
import type { Hidden } from "@domain/forms/private.ts";
import { splitPrivate } from "@domain/forms/private.ts";
import { tidy } from "@domain/forms/tidy.ts";
import { shanghaiDate } from "@domain/notice/period.ts";
import type { FieldProblem } from "@domain/problems.ts";
import { problem } from "@domain/problems.ts";
import type { Track } from "@domain/status.ts";
import type { FormValue } from "../../../shared/form/value.ts";
import { emptyValue, newRow } from "../../../shared/form/value.ts";
import type { Household } from "../../data/applications.ts";

/** Where this device keeps what a person has typed of a survey. */
export const surveyKey = (uid: string, application: string): string => `survey.${uid}.${application}`;

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

export type Checked = { ok: true; shown: unknown; hidden: Hidden } | { ok: false; problems: FieldProblem[] };

/** The text at a path such as `members.0.idNo`. */
function textAt(value: FormValue, path: string): unknown {
  return path.split(".").reduce<unknown>((held, key) => (typeof held === "object" && held !== null ? (held as Part)[key] : undefined), value);
}

/** A number that was kept from before stands as its mask; only the functions know it, and they put it back. */
const isKeptNumber = (value: FormValue, { path, code }: FieldProblem): boolean => {
  const text = textAt(value, path);
  return code === "privateMissing" && typeof text === "string" && isMask(text);
};

/** Checks a survey as the functions will, as far as this device can, and parts it into what is shown and what is not. */
export function checkSurvey({ form, value, track, campaign, wasKept }: { form: Form; value: FormValue; track: Track; campaign: Campaign; wasKept: boolean }): Checked {
  const parsed = parseForm(form, value);
  const wrong = parsed.ok ? [] : parsed.problems.filter((one) => !wasKept || !isKeptNumber(value, one));
  const whole = parsed.ok ? parsed.value : tidy(form, value);
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
