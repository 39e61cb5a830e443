import type { DocumentSnapshot, Firestore, Transaction } from "@google-cloud/firestore";

/** The transaction that an action is decided in. */
export type Reader = { db: Firestore; tx: Transaction };

/** The documents at these paths, in their order, in one round; undefined where no path is given. */
export async function getAll({ db, tx }: Reader, wanted: readonly (string | undefined)[]): Promise<(DocumentSnapshot | undefined)[]> {
  const refs = wanted.map((path) => (path ? db.doc(path) : undefined));
  const present = refs.filter((ref) => ref !== undefined);
  const found = present.length > 0 ? await tx.getAll(...present) : [];
  const byPath = new Map(found.map((snapshot) => [snapshot.ref.path, snapshot]));
  return refs.map((ref) => (ref ? byPath.get(ref.path) : undefined));
}
