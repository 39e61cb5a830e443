import type { Label } from "./label.ts";
import { decimal, integer, money, optional } from "./fieldKinds.ts";
import { HOUSEHOLDS, KM, MU, PEOPLE, PLACES, WAN } from "./units.ts";

/*
 * Builders of the village form's figures. Each takes labels, the source and the numbers that the field has elsewhere.
 * An empty figure is unknown, 0 is none; those that the checks of domain.md, section 3.8 want filled are `asked`.
 */

type Named = Label & { source: string; help?: Label; national?: string; printAt?: string };

export const peopleAsked = (about: Named) => integer({ ...about, min: 0, max: 100_000, unit: PEOPLE });
export const householdsAsked = (about: Named) => integer({ ...about, min: 0, max: 20_000, unit: HOUSEHOLDS });
export const placesAsked = (about: Named) => integer({ ...about, min: 0, max: 1_000, unit: PLACES });
export const people = (about: Named) => optional(peopleAsked(about));
export const households = (about: Named) => optional(householdsAsked(about));
export const places = (about: Named) => optional(placesAsked(about));
export const km = (about: Named) => optional(decimal({ ...about, min: 0, max: 500, unit: KM }));
export const mu = (about: Named) => optional(decimal({ ...about, min: 0, max: 10_000_000, unit: MU }));
export const wan = (about: Named) => optional(money({ ...about, max: 100_000, unit: WAN }));
