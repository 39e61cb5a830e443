import type { Parcel } from "./parcel.ts";

/*
 * Where parcels wait: IndexedDB, which holds photos and survives the closing of the page. Photos lie apart, so that a
 * day's worth of them is not in memory while one fills in a form. A browser may refuse it (private windows); then they
 * wait in memory, and `isLasting` says so.
 */

const NAME = "lika-outbox";
const VERSION = 2;
const PARCELS = "parcels";
const PICTURES = "pictures";

const inMemory = { parcels: new Map<string, Parcel>(), pictures: new Map<string, Uint8Array>() };
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
      const request = indexedDB.open(NAME, VERSION);
      request.onupgradeneeded = ({ oldVersion }) => {
        if (oldVersion < 1) request.result.createObjectStore(PARCELS, { keyPath: "id" });
        request.result.createObjectStore(PICTURES);
      };
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

const storeOf = (db: IDBDatabase, name: string, mode: IDBTransactionMode) => db.transaction(name, mode).objectStore(name);

/** Keeps a parcel, with its picture when it is new: both or neither. @throws when the device is full. */
export async function keepParcel(parcel: Parcel, picture?: Uint8Array): Promise<void> {
  const db = await open();
  if (!db) {
    inMemory.parcels.set(parcel.id, parcel);
    if (picture) inMemory.pictures.set(parcel.id, picture);
    return;
  }
  const work = db.transaction([PARCELS, PICTURES], "readwrite");
  work.objectStore(PARCELS).put(parcel);
  if (picture) work.objectStore(PICTURES).put(picture, parcel.id);
  await new Promise<void>((resolve, reject) => {
    work.oncomplete = () => resolve();
    work.onabort = () => reject(work.error);
  });
}

/** The picture of a parcel that waits. */
export async function pictureOf(id: string): Promise<Uint8Array | undefined> {
  const db = await open();
  return db ? settled(storeOf(db, PICTURES, "readonly").get(id)) : inMemory.pictures.get(id);
}

export async function dropParcel(id: string): Promise<void> {
  const db = await open();
  if (db) {
    await settled(storeOf(db, PARCELS, "readwrite").delete(id));
    await settled(storeOf(db, PICTURES, "readwrite").delete(id));
  }
  inMemory.parcels.delete(id);
  inMemory.pictures.delete(id);
}

/** Everything that waits on this device for one person, in order. */
export async function listParcels(uid: string): Promise<Parcel[]> {
  const db = await open();
  const all: Parcel[] = db ? await settled(storeOf(db, PARCELS, "readonly").getAll()) : [...inMemory.parcels.values()];
  return all.filter((parcel) => parcel.uid === uid).sort((a, b) => a.order - b.order);
}
