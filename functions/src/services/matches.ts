import { FieldValue } from "firebase-admin/firestore";
import type { Firestore } from "@google-cloud/firestore";
import type { Hit } from "../domain/matches.ts";
import { Match } from "../domain/matches.ts";
import { paths } from "../domain/paths.ts";
import { Identity } from "../domain/records.ts";
import { read } from "../store/firestore.ts";

/** People written, or looked up, in one round. */
const AT_ONCE = 400;

/** Whoever of these people belongs to an application of the campaign: how many, and to which. */
export type Known = { people: number; applications: string[] };

/**
 * Holds something against these people, by their hashes, and tells who of them is known by now. Written before it is
 * looked: a survey that comes in between either sees the hit, or is seen here.
 */
export async function putHits(db: Firestore, campaign: string, hit: Hit, hashes: readonly string[], note: (done: number) => Promise<void> = async () => undefined): Promise<Known> {
  const known: Known = { people: 0, applications: [] };
  for (let from = 0; from < hashes.length; from += AT_ONCE) {
    const part = hashes.slice(from, from + AT_ONCE);
    const batch = db.batch();
    const kept = { campaign, lists: FieldValue.arrayUnion(hit.list), hits: FieldValue.arrayUnion(hit) };
    for (const hash of part) batch.set(db.doc(paths.match(campaign, hash)), kept, { merge: true });
    await batch.commit();
    const found = await holdersOf(db, campaign, part);
    known.people += found.length;
    known.applications.push(...found);
    await note(from + part.length);
  }
  return { people: known.people, applications: [...new Set(known.applications)] };
}

/** The application of each of these people, as far as they belong to one. */
async function holdersOf(db: Firestore, campaign: string, hashes: readonly string[]): Promise<string[]> {
  if (hashes.length === 0) return [];
  const found = await db.getAll(...hashes.map((hash) => db.doc(paths.identity(campaign, hash))));
  return found.flatMap((snapshot) => read(Identity, snapshot)?.application ?? []);
}

/**
 * Takes back what a list, or a declaration, holds against people: at most so many rounds, so that it may go on at
 * another time. `isDone` when nothing of it is left.
 */
export async function dropHits(db: Firestore, campaign: string, list: string, mostRounds: number): Promise<{ applications: string[]; isDone: boolean }> {
  const applications: string[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    const hashes = await dropRound(db, campaign, list);
    applications.push(...(await holdersOf(db, campaign, hashes)));
    if (hashes.length < AT_ONCE) return { applications: [...new Set(applications)], isDone: true };
  }
  return { applications: [...new Set(applications)], isDone: false };
}

function dropRound(db: Firestore, campaign: string, list: string): Promise<string[]> {
  return db.runTransaction(async (tx) => {
    const found = await tx.get(db.collection("matches").where("lists", "array-contains", list).limit(AT_ONCE));
    for (const doc of found.docs) {
      const match = read(Match, doc);
      const hits = match?.hits.filter((hit) => hit.list !== list) ?? [];
      if (!match || hits.length === 0) tx.delete(doc.ref);
      else tx.update(doc.ref, { hits, lists: match.lists.filter((one) => one !== list) });
    }
    return found.docs.map(({ id }) => id.slice(campaign.length + 1));
  });
}
