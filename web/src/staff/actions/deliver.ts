import type { Write as RestWrite } from "../../shared/rest.ts";
import { commit, getDocument, RestError } from "../../shared/rest.ts";
import { bearer, renewToken } from "../session/account.ts";
import type { Parcel, Write } from "./parcel.ts";
import { pictureOf } from "./parcelStore.ts";

/*
 * Parcels go by plain HTTP and not by the database's SDK: that one would keep a write of its own beside this outbox, and
 * send it behind its back; and one attempt has to end with an answer or with none.
 */

/** What became of one attempt. `unreachable`: no answer; it may be tried again, now or later, without harm. */
export type Delivery = "arrived" | "refused" | "unreachable";

/** After so long without an answer the connection counts as gone; a photo may take its time on a weak signal. */
const PATIENCE_MS = { action: 30_000, evidence: 180_000 } as const;

/** Answers that another attempt cannot change: not asked rightly, not allowed, not there, there already. */
const FINAL = [400, 403, 404, 409];
const NOT_SIGNED_IN = 401;

const restWrite = ({ path, how, data, now, picture }: Write, bytes: Uint8Array | undefined): RestWrite => ({
  path,
  fields: picture ? { ...data, [picture]: bytes } : data,
  ...(now && { now }),
  ...(how === "change" && { only: Object.keys(data) }),
});

/** Whether an earlier attempt came through after all: then the second is refused, and the document is there. */
async function hasArrived({ proof, uid }: Parcel, token: string): Promise<boolean> {
  try {
    return (await getDocument(proof, token, ["by"]))?.["by"] === uid;
  } catch (error) {
    if (error instanceof RestError && error.status === 403) return false;
    throw error;
  }
}

async function tryOnce(parcel: Parcel): Promise<Delivery> {
  const [token, bytes] = await Promise.all([bearer(), parcel.kind === "evidence" ? pictureOf(parcel.id) : undefined]);
  for (const writes of [parcel.writes, parcel.otherwise ?? []]) {
    if (writes.length === 0) continue;
    try {
      await commit(writes.map((write) => restWrite(write, bytes)), token, AbortSignal.timeout(PATIENCE_MS[parcel.kind]));
      return "arrived";
    } catch (error) {
      if (!(error instanceof RestError) || !FINAL.includes(error.status)) throw error;
      if (await hasArrived(parcel, token)) return "arrived";
    }
  }
  return "refused";
}

/** Delivers a parcel; when it is refused, once more with a new token: the account may just have changed. */
export async function deliver(parcel: Parcel): Promise<Delivery> {
  try {
    const first = await tryOnce(parcel);
    if (first !== "refused") return first;
    await renewToken();
    return await tryOnce(parcel);
  } catch (error) {
    if (error instanceof RestError && error.status === NOT_SIGNED_IN) await renewToken();
    return "unreachable";
  }
}
