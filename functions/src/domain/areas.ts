import * as z from "zod";
import type { Level, StaffRole } from "./roles.ts";
import { ROLES } from "./roles.ts";

/** Division codes: county 6 digits, town 9, village 12 (domain.md, section 9.2). */
export const CountyCode = z.string().regex(/^\d{6}$/);
export const TownCode = z.string().regex(/^\d{9}$/);
export const VillageCode = z.string().regex(/^\d{12}$/);
export const AreaCode = z.union([CountyCode, TownCode, VillageCode]);
export type AreaCode = z.infer<typeof AreaCode>;

const LEVEL_BY_LENGTH: Record<number, Level> = { 6: "county", 9: "town", 12: "village" };

/** The level of a division code. @throws when it is none of the three. */
export function levelOf(area: AreaCode): Level {
  const level = LEVEL_BY_LENGTH[area.length];
  if (!level) throw new Error("not a division code");
  return level;
}

/** A code and the areas around it, widest first: what a document that staff read carries as `areas`. */
export function areasOf(area: AreaCode): AreaCode[] {
  return [6, 9, 12].filter((length) => length <= area.length).map((length) => area.slice(0, length));
}

/** Whether `inner` is `outer` itself or lies inside it. */
export function isInside(inner: AreaCode, outer: AreaCode): boolean {
  return inner.startsWith(outer);
}

/** What an account may do, and where: each role with the areas it is held for. The shape of the claim. */
export const Roles = z.partialRecord(
  z.enum(Object.keys(ROLES).filter((role) => !["applicant", "public", "clock"].includes(role)) as [StaffRole]),
  z.array(AreaCode).min(1).max(20),
);
export type Roles = Partial<Record<StaffRole, AreaCode[]>>;

/** Whether a role is held for an area or for one around it. */
export function holds(roles: Roles, role: StaffRole, area: AreaCode): boolean {
  return (roles[role] ?? []).some((held) => isInside(area, held));
}
