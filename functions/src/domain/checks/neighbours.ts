import { isMask } from "../forms/masks.ts";
import type { PlaceKind } from "../records.ts";
import type { HouseholdContext, HouseholdRecord } from "./check.ts";

/** What other households of the campaign tell about one. */
export type Neighbours = Pick<HouseholdContext, "samePhone" | "loneNeighbours">;

/** Something that households may have in common; the text is hashed before it is kept anywhere. */
export type PlaceKey = { kind: PlaceKind; text: string };

/**
 * Where a person alone lives, and whose surname they bear in which group: by either, several of them raise a question
 * (HH-07). And a phone that the household calls its own (ID-06). Masks tell nothing.
 */
export function placesOf(village: string, { head, members }: HouseholdRecord): PlaceKey[] {
  const phone = head.phoneOwner === "own" && head.phone && !isMask(head.phone) ? [{ kind: "phone", text: head.phone } as const] : [];
  if (members.length !== 1) return phone;
  const at = [head.address, `${head.groupName} ${head.householderName.slice(0, 1)}`];
  return [...phone, ...at.map((place) => ({ kind: "lone", text: `${village} ${place}` }) as const)];
}

type Held = { kind: PlaceKind; others: readonly { application: string }[] };

/** How many others share the places of a household, each counted once a kind. */
export function neighboursIn(places: readonly Held[]): Neighbours {
  const others = (kind: PlaceKind) =>
    new Set(places.filter((place) => place.kind === kind).flatMap((place) => place.others.map(({ application }) => application))).size;
  return { samePhone: others("phone"), loneNeighbours: others("lone") };
}
