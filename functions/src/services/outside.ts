import { neighboursIn } from "../domain/checks/neighbours.ts";
import type { PlaceKey } from "../domain/checks/neighbours.ts";
import type { Outside } from "../domain/checks/registration.ts";
import { paths } from "../domain/paths.ts";
import { Place, RegisteredPerson } from "../domain/records.ts";
import { Household } from "../domain/register.ts";
import type { SharedPlace } from "../domain/workflow/case.ts";
import { hashPlace } from "../secrets.ts";
import { read } from "../store/firestore.ts";
import type { Reader } from "./reading.ts";
import { getAll } from "./reading.ts";

/** One household of which the checks want to know what lies outside its record. */
export type Asking = {
  application: string;
  /** Keyed hashes of its people. */
  people: readonly string[];
  /** Keyed hashes of the places it was counted in so far. */
  before: readonly string[];
  /** What it has in common with others by the record at hand; undefined: as before. */
  keys?: readonly PlaceKey[];
  /** Its entries of the register, where its people may well stand; undefined: nobody asks. */
  entries?: readonly (string | null)[];
};

export type Told = { outside: Omit<Outside, "matches" | "lists">; places: SharedPlace[]; left: SharedPlace[] };

type Where = { campaign: string; register: string };

/**
 * What the outside says of households: the register by person, other households by place. However many ask, one round, and a second one where somebody stands in another entry of the register.
 */
export async function readOutside(reader: Reader, { campaign, register }: Where, asking: readonly Asking[]): Promise<Told[]> {
  const own = asking.map((one) => ({ ...one, now: one.keys?.map(({ kind, text }) => ({ kind, hash: hashPlace(text) })) }));
  const known = [...new Set(own.flatMap((one) => (one.entries ? one.people : [])))];
  const hashes = [...new Set(own.flatMap(({ before, now = [] }) => [...before, ...now.map(({ hash }) => hash)]))];
  const found = await getAll(reader, [
    ...known.map((hash) => paths.person(register, hash)),
    ...hashes.map((hash) => paths.place(campaign, hash)),
  ]);
  const entries = new Map(known.map((hash, at) => [hash, read(RegisteredPerson, found[at])?.household]));
  const places = new Map(hashes.map((hash, at) => [hash, read(Place, found[known.length + at])]));
  const strangeOf = ({ people: members, entries: mine }: Asking) =>
    mine ? members.flatMap((hash) => entries.get(hash) ?? []).filter((entry) => !mine.includes(entry)) : [];
  const standing = await standingAmong(reader, own.flatMap(strangeOf));
  return own.map((one) => {
    const shared = (hash: string) => {
      const place = places.get(hash);
      const others = Object.entries(place?.households ?? {}).flatMap(([application, village]) => (application === one.application ? [] : [{ application, village }]));
      return { hash, kind: place?.kind ?? "lone", others };
    };
    const now = one.now ?? one.before.map((hash) => ({ hash, kind: shared(hash).kind }));
    const held = now.map(({ hash, kind }) => ({ ...shared(hash), kind }));
    return {
      outside: { ...neighboursIn(held), elsewhere: strangeOf(one).filter((entry) => standing.has(entry)).length },
      places: held,
      left: one.before.filter((hash) => !now.some((place) => place.hash === hash)).map(shared),
    };
  });
}

/** Which of these entries of the register still stand. */
async function standingAmong(reader: Reader, entries: readonly string[]): Promise<Set<string>> {
  const found = await getAll(reader, [...new Set(entries)].map(paths.household));
  return new Set(found.flatMap((snapshot) => (snapshot && read(Household, snapshot)?.status === "registered" ? [snapshot.id] : [])));
}
