import type { Track } from "@domain/status.ts";
import type { Household } from "../../data/applications.ts";
import { byHousehold } from "../../parts/order.ts";

const yesShare = ({ appraisal }: Household): number => (appraisal && appraisal.present > 0 ? appraisal.yes / appraisal.present : 0);
const income = ({ facts }: Household): number => facts?.perCapitaNetIncome ?? Number.MAX_SAFE_INTEGER;
export const peopleIn = (households: readonly Household[]): number => households.reduce((sum, { facts }) => sum + (facts?.memberCount ?? 0), 0);

/** The order of the reserve list: a greater share of yes first, then the lower income; for exits the higher. */
export function ranked(track: Track, households: readonly Household[]): Household[] {
  const sign = track === "exit" ? -1 : 1;
  return [...households].sort((a, b) => yesShare(b) - yesShare(a) || sign * (income(a) - income(b)) || a.id.localeCompare(b.id));
}

/** As many from the top as the size has room for; the first that does not fit ends the list. No size: all of them. */
export function withinSize(households: readonly Household[], room: number | undefined): Set<string> {
  if (room === undefined) return new Set(households.map(({ id }) => id));
  const chosen = new Set<string>();
  let left = room;
  for (const { id, facts } of households) {
    left -= facts?.memberCount ?? 0;
    if (left < 0) break;
    chosen.add(id);
  }
  return chosen;
}

/** Households that stand before a chosen one and are not chosen themselves: passing over them wants a second look. */
export function passedOver(households: readonly Household[], chosen: ReadonlySet<string>): Household[] {
  const last = households.findLastIndex(({ id }) => chosen.has(id));
  return households.slice(0, last + 1).filter(({ id }) => !chosen.has(id));
}

/** The order on the public list: poor households before exits, then by group and name. */
export const inListOrder = (a: Household, b: Household): number => Number(a.track === "exit") - Number(b.track === "exit") || byHousehold(a, b);
