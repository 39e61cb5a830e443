import type { Firestore } from "@google-cloud/firestore";
import { isInside } from "../domain/areas.ts";
import { declaredCadre } from "../domain/forms/application.ts";
import type { Hit, MatchKind } from "../domain/matches.ts";
import { HELD, Match } from "../domain/matches.ts";
import { paths } from "../domain/paths.ts";
import { Staff } from "../domain/records.ts";
import { read } from "../store/firestore.ts";
import type { Reader } from "./reading.ts";
import { getAll } from "./reading.ts";

/** What is held against the people of each household, by their hashes, and of which kinds a whole list is held: one round. */
export async function readHits(reader: Reader, campaign: string, households: readonly (readonly string[])[]): Promise<{ of: Hit[][]; lists: MatchKind[] }> {
  const hashes = [...new Set([...households.flat(), HELD])];
  const found = await getAll(reader, hashes.map((hash) => paths.match(campaign, hash)));
  const hits = new Map(hashes.map((hash, at) => [hash, read(Match, found[at])?.hits ?? []]));
  const hitsOf = (hash: string) => hits.get(hash) ?? [];
  return { of: households.map((people) => people.flatMap(hitsOf)), lists: hitsOf(HELD).map(({ kind }) => kind) };
}

/** Firestore's bound of an `in`. On an application further names are the checks' alone: EX-05 asks about them. */
const MOST_NAMES = 30;

/**
 * The accounts of the area's staff whom applications name as relatives. A name may be two people's: then both stay out,
 * which costs a colleague's help; the other mistake would cost a household its fairness.
 */
export async function readNamedCadres({ db, tx }: Reader, village: string, applications: readonly unknown[]): Promise<Hit[][]> {
  const declared = applications.map(declaredCadre);
  const names = [...new Set(declared.flatMap((name) => name ?? []))].slice(0, MOST_NAMES);
  if (names.length === 0) return applications.map(() => []);
  const found = await tx.get(db.collection("staff").where("name", "in", names));
  const working = found.docs.filter((doc) => Object.values(read(Staff, doc)?.roles ?? {}).flat().some((area) => isInside(village, area)));
  return declared.map((name) => working
    .filter((doc) => doc.get("name") === name)
    .map(({ id }) => ({ kind: "staffRelative", list: "application", staff: id })));
}

/** The accounts of a town, and of the levels above it, by the names that a list of relatives gives its cadres. */
export async function accountsNamed(db: Firestore, town: string, wanted: readonly string[]): Promise<Map<string, string[]>> {
  const names = [...new Set(wanted)];
  const parts = Array.from({ length: Math.ceil(names.length / MOST_NAMES) }, (_, at) => names.slice(at * MOST_NAMES, (at + 1) * MOST_NAMES));
  const found = await Promise.all(parts.map((part) => db.collection("staff").where("name", "in", part).get()));
  const here = found.flatMap(({ docs }) => docs).filter((doc) => Object.values(read(Staff, doc)?.roles ?? {}).flat().some((area) => isInside(area, town) || isInside(town, area)));
  return new Map([...Map.groupBy(here, (doc) => String(doc.get("name")))].map(([name, docs]) => [name, docs.map(({ id }) => id)]));
}
