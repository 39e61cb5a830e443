import type { AreaCode, Roles } from "@domain/areas.ts";
import { levelOf } from "@domain/areas.ts";
import { inFours } from "@domain/letters.ts";
import type { Staff } from "@domain/records.ts";
import type { StaffRole } from "@domain/roles.ts";
import { ROLES } from "@domain/roles.ts";
import * as z from "zod";
import type { KnownCampaign } from "../../data/campaigns.ts";
import { areaName } from "../../session/offices.ts";
import type { ACCOUNT_PROBLEMS } from "./words.ts";

/** One role for one area, as picked. */
export type Seat = { role: StaffRole | ""; area: AreaCode | "" };
export type TypedAccount = { uid?: string; name: string; email: string; seats: Seat[]; disabled: boolean };

const NO_SEAT: Seat = { role: "", area: "" };
export const emptyAccount = (): TypedAccount => ({ name: "", email: "", seats: [NO_SEAT], disabled: false });
export const noSeat = (): Seat => NO_SEAT;

export function typedFrom({ id, name, email, roles, disabled }: Staff & { id: string }): TypedAccount {
  const seats = Object.entries(roles).flatMap(([role, areas]) => areas.map((area) => ({ role: role as StaffRole, area })));
  return { uid: id, name, email, seats, disabled };
}

/** The areas that an office may give a role for: those it knows inside its own, of the level that the role wants. */
export function areasFor(role: StaffRole | "", own: AreaCode, campaigns: readonly KnownCampaign[]): { code: AreaCode; name: { zh: string; en: string } }[] {
  const known = campaigns.flatMap(({ county, town, villages }) => [
    { code: county.code, name: county },
    { code: town.code, name: town },
    ...villages.map(({ code, name }) => ({ code, name: { zh: name, en: name } })),
  ]);
  if (!known.some(({ code }) => code === own)) known.push({ code: own, name: areaName(own, undefined) });
  const levels: readonly string[] = role === "" ? [] : ROLES[role].levels;
  const unique = new Map(known.filter(({ code }) => code.startsWith(own)).map((area) => [area.code, area]));
  return [...unique.values()].filter(({ code }) => levels.includes(levelOf(code)));
}

type AccountProblem = keyof typeof ACCOUNT_PROBLEMS;
export type ReadAccount = { ok: true; request: { uid?: string; name: string; email: string; roles: Roles; disabled: boolean } } | { ok: false; problems: AccountProblem[] };

/** Reads what was typed as the request of `saveStaff`. */
export function readAccount({ uid, name, email, seats, disabled }: TypedAccount): ReadAccount {
  const roles: Roles = {};
  for (const { role, area } of seats) if (role !== "" && area !== "") roles[role] = [...(roles[role] ?? []), area];
  const isTwice = Object.values(roles).some((areas) => new Set(areas).size !== areas.length);
  const isHalf = seats.some(({ role, area }) => role === "" || area === "");
  const problems: AccountProblem[] = [
    ...(name.trim() === "" ? (["name"] as const) : []),
    ...(z.email().max(100).safeParse(email.trim()).success ? [] : (["email"] as const)),
    ...(seats.length === 0 || isHalf || isTwice ? (["roles"] as const) : []),
  ];
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, request: { ...(uid !== undefined && { uid }), name: name.trim(), email: email.trim(), roles, disabled } };
}

/** Letters and digits that nobody confuses when they are copied by hand. */
const CLEAR = "abcdefghjkmnpqrstuvwxyz23456789";

/** A first password: twelve clear characters in three groups, easy to copy. */
export function firstPassword(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  const text = [...bytes].map((byte) => CLEAR[byte % CLEAR.length]).join("");
  return inFours(text);
}
