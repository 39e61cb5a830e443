import type { Firestore } from "firebase/firestore";
import { connectFirestoreEmulator, initializeFirestore, setLogLevel } from "firebase/firestore";
import { connection } from "../../shared/connection.ts";
import { firebaseApp } from "../session/account.ts";
import { inMemory } from "./memory.ts";

/* The SDK prints a refused write, personal data and all, to the console. */
setLogLevel("silent");

let opened: Firestore | undefined;

/** Connects to the database; has to be awaited once before anything listens or writes. */
export async function openDatabase(): Promise<void> {
  if (opened) return;
  const [{ emulators }, app] = await Promise.all([connection(), firebaseApp()]);
  if (opened) return;
  const db = initializeFirestore(app, { ignoreUndefinedProperties: true, localCache: inMemory() });
  if (emulators) connectFirestoreEmulator(db, emulators.firestore.host, emulators.firestore.port);
  opened = db;
}

/** The database. @throws before `openDatabase` has come through. */
export function database(): Firestore {
  if (!opened) throw new Error("the database is not open yet");
  return opened;
}
