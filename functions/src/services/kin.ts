import { isInside } from "../domain/areas.ts";
import { declaredCadre } from "../domain/forms/application.ts";
import type { Hit } from "../domain/matches.ts";
import { Match } from "../domain/matches.ts";
import { paths } from "../domain/paths.ts";
import { Staff } from "../domain/records.ts";
import { read } from "../store/firestore.ts";
import type { Reader } from "./reading.ts";
import { getAll } from "./reading.ts";

/** What is held against the people of each household, by their hashes: one round, however many. */
export async function readHits(reader: Reader, campaign: string, households: readonly (readonly string[])[]): Promise<Hit[][]> {
  const hashes = [...new Set(households.flat())];
  const found = await getAll(reader, hashes.map((hash) => paths.match(campaign, hash)));
  const hits = new Map(hashes.map((hash, at) => [hash, read(Match, found[at])?.hits ?? []]));
  return households.map((people) => people.flatMap((hash) => hits.get(hash) ?? []));
}

/** Firestore's bound of an `in`. Further names are the checks' alone: EX-05 asks about them. */
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
