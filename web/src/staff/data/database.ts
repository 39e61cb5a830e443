import type { Firestore, FirestoreSettings } from "firebase/firestore";
import {
  clearIndexedDbPersistence, connectFirestoreEmulator, initializeFirestore, persistentLocalCache, persistentMultipleTabManager, setLogLevel, terminate,
} from "firebase/firestore";
import { connection } from "../../shared/connection.ts";
import { firebaseApp } from "../session/account.ts";
import { aboardOf, forgetAboard } from "./aboard.ts";
import { inMemory } from "./memory.ts";

/* The SDK prints a refused write, personal data and all, to the console. */
setLogLevel("silent");

/** A village's forms are a few MB; the rest is room for photos that somebody looks at. */
const MOST_KEPT_BYTES = 100 * 1024 * 1024;

let opened: Firestore | undefined;
let opening: Promise<void> | undefined;

/** Connects to the database; has to be awaited once before anything listens or writes. */
export function openDatabase(uid: string): Promise<void> {
  opening ??= open(uid).finally(() => (opening = undefined));
  return opening;
}

/**
 * With a village along, what is read lives on this device and is there after a reload; otherwise in memory, and what
 * somebody else had along is deleted before anything is read.
 */
async function open(uid: string): Promise<void> {
  if (opened) return;
  const isAlong = aboardOf(uid) !== undefined;
  const localCache: FirestoreSettings["localCache"] = isAlong
    ? persistentLocalCache({ tabManager: persistentMultipleTabManager(), cacheSizeBytes: MOST_KEPT_BYTES })
    : inMemory();
  const [{ emulators }, app] = await Promise.all([connection(), firebaseApp()]);
  const db = initializeFirestore(app, { ignoreUndefinedProperties: true, localCache });
  if (emulators) connectFirestoreEmulator(db, emulators.firestore.host, emulators.firestore.port);
  if (!isAlong) await clear(db);
  opened = db;
}

async function clear(db: Firestore): Promise<void> {
  forgetAboard();
  await clearIndexedDbPersistence(db).catch(() => undefined);
}

/** Ends the connection and deletes what this device had along: for whoever signs out, or wants it off the device. */
export async function clearDatabase(): Promise<void> {
  forgetAboard();
  const db = opened;
  opened = undefined;
  if (!db) return;
  await terminate(db);
  await clear(db);
}

/** The database. @throws before `openDatabase` has come through. */
export function database(): Firestore {
  if (!opened) throw new Error("the database is not open yet");
  return opened;
}
