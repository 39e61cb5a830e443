import type { DocumentSnapshot, Transaction } from "@google-cloud/firestore";
import { FieldValue } from "firebase-admin/firestore";
import { paths } from "../domain/paths.ts";
import { refuse } from "../domain/problems.ts";
import { hashSource } from "../secrets.ts";
import { database } from "../store/firestore.ts";

const HOUR = 3_600_000;

/** A source can be forged by whoever calls past the hosting, so what is written to has a limit of its own: so many sources' worth. */
const CROWD = 20;

const countOf = (counter: DocumentSnapshot | undefined): number => Number(counter?.get("count") ?? 0);

/** Who sends, under a hash that nobody turns back; to what; and how many an hour are taken from one source. */
export type Flood = { source: string; about: string; perHour: number; now: Date };

/**
 * Slows down whoever sends too much, by source and by what is written to. Reads at once; the returned function counts
 * this one, after the transaction's other reads. @throws Refusal
 */
export async function holdBack(tx: Transaction, { source, about, perHour, now }: Flood): Promise<() => void> {
  const hour = Math.floor(now.getTime() / HOUR);
  const refs = [source, about].map((what) => database().doc(paths.limit(hashSource(`${what} ${hour}`))));
  const [ofSource, ofAll] = await tx.getAll(...refs);
  if (countOf(ofSource) >= perHour || countOf(ofAll) >= perHour * CROWD) refuse("tooManyObjections");
  const expiresAt = new Date(now.getTime() + 2 * HOUR);
  return () => {
    for (const ref of refs) tx.set(ref, { count: FieldValue.increment(1), expiresAt }, { merge: true });
  };
}
