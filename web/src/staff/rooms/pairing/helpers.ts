import type { AreaCode } from "@domain/areas.ts";
import { holds } from "@domain/areas.ts";
import { findCode } from "@domain/forms/codeList.ts";
import { HELPER_KINDS } from "@domain/forms/helpCodes2014.ts";
import type { Staff } from "@domain/records.ts";
import type { Pairing } from "@domain/register.ts";
import type { FormValue } from "../../../shared/form/value.ts";
import { say } from "../../../shared/language.tsx";

/** Somebody who may help: an account of the village, or whoever helps already. */
export type KnownHelper = {
  key: string;
  account: string | null;
  name: string;
  /** Key of HELPER_KINDS, as the last pairing tells; null for an account that has helped nobody yet. */
  kind: string | null;
  households: number;
  people: number;
  /** What was written down of the helper, for the next pairing. */
  form: FormValue | undefined;
};

type Account = Pick<Staff, "name" | "roles" | "disabled"> & { id: string };
type Known = { pairings: readonly Pairing[]; accounts: readonly Account[]; village: AreaCode };

const asForm = (value: unknown): FormValue | undefined => (typeof value === "object" && value !== null ? { ...value } : undefined);

/** The same person: by account, else by name and phone as they were written down. */
function keyOf({ account, name, helper }: Pick<Pairing, "account" | "name" | "helper">): string {
  const phone = (asForm(helper)?.helper as { phone?: unknown } | undefined)?.phone;
  return account ?? `${name} ${typeof phone === "string" ? phone : ""}`;
}

const rankOf = (kind: string | null): number => {
  const at = HELPER_KINDS.findIndex(({ key }) => key === kind);
  return at < 0 ? HELPER_KINDS.length : at;
};

/** What somebody is who helps, in words. */
export function kindName(kind: string | null): string {
  const code = findCode(HELPER_KINDS, kind);
  return code ? say(code) : "";
}

/** Everybody who can be chosen: in the plan's order of kinds, and whoever has least to do first. */
export function helpersFrom({ pairings, accounts, village }: Known): KnownHelper[] {
  const known = new Map<string, KnownHelper>();
  for (const { id, name, roles, disabled } of accounts) {
    if (!disabled && holds(roles, "helper", village)) known.set(id, { key: id, account: id, name, kind: null, households: 0, people: 0, form: undefined });
  }
  const inTime = pairings.filter(({ track }) => track !== "village").sort((a, b) => a.assigned.at.getTime() - b.assigned.at.getTime());
  for (const pairing of inTime) {
    const key = keyOf(pairing);
    const { households = 0, people = 0, form: before } = known.get(key) ?? {};
    const { account, name, kind } = pairing;
    known.set(key, { key, account, name, kind, households: households + 1, people: people + pairing.people, form: asForm(pairing.helper) ?? before });
  }
  return [...known.values()].sort((a, b) => rankOf(a.kind) - rankOf(b.kind) || a.households - b.households || a.name.localeCompare(b.name, "zh"));
}

/** The form that a pairing with this helper begins with: what is known, but its own start. */
export function formFor(helper: KnownHelper | undefined): FormValue {
  if (!helper?.form) return helper ? { helper: { name: helper.name }, org: {} } : { helper: {}, org: {} };
  const { startDate: _, ...rest } = helper.form.helper as Record<string, unknown>;
  return { ...helper.form, helper: rest };
}

/** Who stops helping, and how many of the chosen households each, when they are given to somebody else. */
export function endsFor(chosen: readonly { helper: { name: string; account: string | null } | null }[]): { name: string; households: number }[] {
  const names = chosen.flatMap(({ helper }) => (helper ? [helper.name] : []));
  return [...new Set(names)].map((name) => ({ name, households: names.filter((one) => one === name).length }));
}
