import type { DocumentReference, Query } from "firebase/firestore";
import { onSnapshot } from "firebase/firestore";
import type * as z from "zod";
import type { WithId } from "./convert.ts";
import { readDocument } from "./convert.ts";
import type { Start } from "./live.ts";

/** Documents of a query. `unread` counts those that do not fit their schema: they are left out, never half-shown. */
export type Listed<T> = { rows: WithId<T>[]; unread: number };

/* Tells as well that the server has confirmed what was remembered, when nothing of it has changed. */
const CONFIRMED = { includeMetadataChanges: true } as const;

/** Listens to every document of a query. Of 1,200 households only those that changed are read again. */
export function listenToList<T extends object>(make: () => Query, schema: z.ZodType<T>): Start<Listed<T>> {
  return ({ next, fail }) => {
    const known = new Map<string, WithId<T> | undefined>();
    return onSnapshot(
      make(),
      CONFIRMED,
      (snapshot) => {
        for (const { type, doc } of snapshot.docChanges()) {
          if (type === "removed") known.delete(doc.id);
          else known.set(doc.id, readDocument(schema, doc));
        }
        const rows = [...known.values()].filter((row) => row !== undefined);
        next({ rows, unread: known.size - rows.length }, snapshot.metadata.fromCache);
      },
      ({ code }) => fail(code),
    );
  };
}

/** Listens to one document; null when there is none, or it does not fit. */
export function listenToOne<T extends object>(make: () => DocumentReference, schema: z.ZodType<T>): Start<WithId<T> | null> {
  return ({ next, fail }) =>
    onSnapshot(
      make(),
      CONFIRMED,
      (snapshot) => next(readDocument(schema, snapshot) ?? null, snapshot.metadata.fromCache),
      ({ code }) => fail(code),
    );
}
