import type { DocumentSnapshot } from "firebase/firestore";
import { Timestamp } from "firebase/firestore";
import type * as z from "zod";

/** Firestore's timestamps as dates, all the way down; bytes and everything else as they are. */
export function withDates(value: unknown): unknown {
  if (value instanceof Timestamp) return value.toDate();
  if (Array.isArray(value)) return value.map(withDates);
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withDates(part)]));
}

/** A document with its id. */
export type WithId<T> = T & { id: string };

/** A document as its schema says, or undefined when it is missing or does not fit. */
export function readDocument<T extends object>(schema: z.ZodType<T>, snapshot: DocumentSnapshot): WithId<T> | undefined {
  const data = snapshot.data({ serverTimestamps: "estimate" });
  if (!data) return undefined;
  const parsed = schema.safeParse(withDates(data));
  return parsed.success ? { ...parsed.data, id: snapshot.id } : undefined;
}
