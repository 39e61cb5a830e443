import type { Firestore } from "@google-cloud/firestore";
import { areasOf } from "@domain/areas.ts";
import { paths } from "@domain/paths.ts";
import type { Household, VillageRegister } from "@domain/register.ts";
import { inventHousehold } from "./invent.ts";

/** A household of last year's register. */
export type Listed = { village: { code: string; name: string }; seed: number; people: number };

/** The campaign that made last year's entries, before this system was there. */
const LAST_YEAR = "saishisi-2012";
const SINCE = new Date("2012-12-31T04:00:00Z");

/**
 * Writes last year's register, as an import would: entries numbered in order in each village, and the next free
 * number. Gives the entries' ids, in the order given.
 */
export async function writeRegister(
  db: Firestore,
  register: string,
  households: readonly Listed[],
): Promise<string[]> {
  const serials = new Map<string, number>();
  const batch = db.batch();
  const ids = households.map((listed) => {
    const { code } = listed.village;
    const serial = (serials.get(code) ?? 0) + 1;
    serials.set(code, serial);
    const no = `${code}${String(serial).padStart(4, "0")}`;
    batch.create(db.doc(paths.household(`${register}-${no}`)), entryOf(register, no, listed));
    return `${register}-${no}`;
  });
  for (const [village, last] of serials) {
    const next: VillageRegister = { register, village, areas: areasOf(village), nextSerial: last + 1, poor: null, help: {}, helpers: {} };
    batch.create(db.doc(paths.villageRegister(register, village)), next);
  }
  await batch.commit();
  return ids;
}

function entryOf(register: string, no: string, { village, seed, people }: Listed): Household {
  const {
    survey: { head, cause },
  } = inventHousehold({ seed, village, track: "exit", memberCount: people });
  return {
    register,
    no,
    campaign: LAST_YEAR,
    application: null,
    village: village.code,
    areas: areasOf(village.code),
    householder: head.householderName,
    groupName: head.groupName,
    memberCount: people,
    mainCause: cause.mainCause,
    status: "registered",
    since: SINCE,
    exit: null,
    helper: null,
    former: null,
    year: null,
    ended: null,
  };
}
