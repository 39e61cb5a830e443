import type { Parcel } from "./parcel.ts";

/*
 * Where parcels wait: IndexedDB, which holds photos and survives the closing of the page. A browser may refuse it
 * (private windows); then they wait in memory, and `isLasting` says so.
 */

const NAME = "lika-outbox";
const STORE = "parcels";

const inMemory = new Map<string, Parcel>();
let opened: Promise<IDBDatabase | undefined> | undefined;

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function open(): Promise<IDBDatabase | undefined> {
  opened ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "id" });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(undefined);
    } catch {
      resolve(undefined);
    }
  });
  return opened;
}

/** Whether what waits here outlives the page. */
export async function isLasting(): Promise<boolean> {
  return (await open()) !== undefined;
}

const storeOf = (db: IDBDatabase, mode: IDBTransactionMode) => db.transaction(STORE, mode).objectStore(STORE);

export async function keepParcel(parcel: Parcel): Promise<void> {
  const db = await open();
  if (db) await settled(storeOf(db, "readwrite").put(parcel));
  else inMemory.set(parcel.id, parcel);
}

export async function dropParcel(id: string): Promise<void> {
  const db = await open();
  if (db) await settled(storeOf(db, "readwrite").delete(id));
  inMemory.delete(id);
}

/** Everything that waits on this device for one person, in order. */
export async function listParcels(uid: string): Promise<Parcel[]> {
  const db = await open();
  const all: Parcel[] = db ? await settled(storeOf(db, "readonly").getAll()) : [...inMemory.values()];
  return all.filter((parcel) => parcel.uid === uid).sort((a, b) => a.order - b.order);
}
