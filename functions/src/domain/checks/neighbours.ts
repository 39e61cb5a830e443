import { isMask } from "../forms/masks.ts";
import type { HouseholdContext, HouseholdRecord } from "./check.ts";

/** What other households of the same check run tell about one. */
export type Neighbours = Pick<HouseholdContext, "samePhone" | "loneNeighbours">;

const ownPhone = ({ head }: HouseholdRecord) =>
  head.phoneOwner === "own" && head.phone && !isMask(head.phone) ? head.phone : undefined;

/** Where a person alone lives, and whose surname they bear in which group: by either, several of them raise a question (HH-07). */
function lonePlaces({ head, members }: HouseholdRecord): string[] {
  if (members.length !== 1) return [];
  return [`at ${head.address}`, `of ${head.groupName} ${head.householderName.slice(0, 1)}`];
}

function index(records: ReadonlyMap<string, HouseholdRecord>, keysOf: (record: HouseholdRecord) => readonly string[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [id, record] of records)
    for (const key of keysOf(record)) found.set(key, (found.get(key) ?? new Set()).add(id));
  return found;
}

/** Compares the households of one village with one another; linear in their number. */
export function neighboursAmong(records: ReadonlyMap<string, HouseholdRecord>): (id: string) => Neighbours {
  const phonesOf = (record: HouseholdRecord) => [ownPhone(record) ?? []].flat();
  const phones = index(records, phonesOf);
  const places = index(records, lonePlaces);
  return (id) => {
    const record = records.get(id);
    if (!record) return { samePhone: 0, loneNeighbours: 0 };
    const others = (keys: readonly string[], held: Map<string, Set<string>>) => new Set(keys.flatMap((key) => [...(held.get(key) ?? [])])).size;
    return {
      samePhone: Math.max(0, others(phonesOf(record), phones) - 1),
      loneNeighbours: Math.max(0, others(lonePlaces(record), places) - 1),
    };
  };
}
