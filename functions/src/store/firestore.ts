import type { DocumentSnapshot, Firestore } from "@google-cloud/firestore";
import type { App } from "firebase-admin/app";
import { getApps, initializeApp } from "firebase-admin/app";
import { getFirestore, Timestamp } from "firebase-admin/firestore";
import type * as z from "zod";

let ready: Firestore | undefined;

/** This project, by the rights of whoever runs it. firebase-functions may have made an app of its own by then, which is not the default one. */
export const ownApp = (): App => getApps().find(({ name }) => name === "[DEFAULT]") ?? initializeApp();

/** The database, connected on first use. */
export function database(): Firestore {
  if (!ready) {
    ready = getFirestore(ownApp());
    ready.settings({ ignoreUndefinedProperties: true });
  }
  return ready;
}

/** Firestore's timestamps as dates, all the way down; bytes and everything else as they are. */
export function withDates(value: unknown): unknown {
  if (value instanceof Timestamp) return value.toDate();
  if (Array.isArray(value)) return value.map(withDates);
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withDates(part)]));
}

/** A document as its schema says; undefined when there is none. @throws ZodError when it does not fit. */
export function read<T>(schema: z.ZodType<T>, snapshot: DocumentSnapshot | undefined): T | undefined {
  return snapshot?.exists ? schema.parse(withDates(snapshot.data())) : undefined;
}
