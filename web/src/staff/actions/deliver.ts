import { Bytes, doc, getDoc, serverTimestamp, writeBatch } from "firebase/firestore";
import { database } from "../data/database.ts";
import { renewToken } from "../session/account.ts";
import type { Parcel, Write } from "./parcel.ts";

/** What became of one attempt. `unreachable`: no answer yet; it may be tried again, now or later, without harm. */
export type Delivery = "arrived" | "refused" | "unreachable";

/** After so long without an answer the connection counts as gone. */
const PATIENCE_MS = 12_000;

function documentOf({ data, now = [], bytes = [] }: Write): Record<string, unknown> {
  const stamped = now.map((key) => [key, serverTimestamp()] as const);
  const pictures = bytes.map((key) => [key, Bytes.fromUint8Array(data[key] as Uint8Array)] as const);
  return { ...data, ...Object.fromEntries(stamped), ...Object.fromEntries(pictures) };
}

function commit(writes: readonly Write[]): Promise<void> {
  const batch = writeBatch(database());
  for (const write of writes) {
    const ref = doc(database(), write.path);
    if (write.how === "create") batch.set(ref, documentOf(write));
    else batch.update(ref, documentOf(write));
  }
  return batch.commit();
}

const codeOf = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : "");
/** Answers of the database that another attempt cannot change. */
const FINAL = ["permission-denied", "invalid-argument", "not-found", "already-exists", "failed-precondition"];

/** Whether an earlier attempt came through after all: then the rules refuse the second, and the document is there. */
async function hasArrived({ proof, uid }: Parcel): Promise<boolean> {
  try {
    return (await getDoc(doc(database(), proof))).get("by") === uid;
  } catch (error) {
    if (codeOf(error) === "permission-denied") return false;
    throw error;
  }
}

async function tryOnce(parcel: Parcel): Promise<Delivery> {
  for (const writes of [parcel.writes, parcel.otherwise ?? []]) {
    if (writes.length === 0) continue;
    try {
      await commit(writes);
      return "arrived";
    } catch (error) {
      if (!FINAL.includes(codeOf(error))) return "unreachable";
      if (await hasArrived(parcel)) return "arrived";
    }
  }
  return "refused";
}

/** Delivers a parcel; when it is refused, once more with a new token: the account may just have changed. */
async function insist(parcel: Parcel): Promise<Delivery> {
  try {
    const first = await tryOnce(parcel);
    if (first !== "refused") return first;
    await renewToken();
    return await tryOnce(parcel);
  } catch {
    return "unreachable";
  }
}

/** Attempts that the SDK still has in hand: it sends them by itself once there is a connection. */
const underWay = new Map<string, Promise<Delivery>>();

/** One attempt. Asking again while the last one has no answer waits for that same one. */
export function deliver(parcel: Parcel): Promise<Delivery> {
  const attempt = underWay.get(parcel.id) ?? insist(parcel).finally(() => underWay.delete(parcel.id));
  underWay.set(parcel.id, attempt);
  const patience = new Promise<Delivery>((resolve) => setTimeout(resolve, PATIENCE_MS, "unreachable"));
  return Promise.race([attempt, patience]);
}
