import type { Firestore, Query, QueryDocumentSnapshot } from "@google-cloud/firestore";
import type * as z from "zod";
import { withDates } from "../../functions/src/store/firestore.ts";
import type { Broken } from "./invariant.ts";

/** A reading under way: what it has found malformed, and how many documents it has read. */
export type Reading = { db: Firestore; malformed: Broken[]; read: number };

/** Reads documents into a map by id, and notes those that their schema does not know. */
export async function load<T>(reading: Reading, query: Query, schema: z.ZodType<T>): Promise<Map<string, T>> {
  const { docs } = await query.get();
  reading.read += docs.length;
  return new Map(docs.flatMap((doc) => parsed(reading, doc, schema)));
}

export function parsed<T>({ malformed }: Reading, doc: QueryDocumentSnapshot, schema: z.ZodType<T>): [string, T][] {
  const result = schema.safeParse(withDates(doc.data()));
  if (result.success) return [[doc.id, result.data]];
  const where = result.error.issues
    .slice(0, 3)
    .map(({ code, path }) => `${path.map(String).join(".")} ${code}`);
  malformed.push({ document: doc.ref.path, why: `does not fit its schema: ${where.join(", ")}` });
  return [];
}
