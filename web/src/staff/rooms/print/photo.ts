import { paths } from "@domain/paths.ts";
import { Bytes, doc, getDoc } from "firebase/firestore";
import { database } from "../../data/database.ts";

/** A photo kept as evidence, as an address that a sheet can show; undefined when it cannot be read. */
export async function photoOf(evidence: unknown): Promise<string | undefined> {
  if (typeof evidence !== "string") return undefined;
  try {
    const snapshot = await getDoc(doc(database(), paths.evidence(evidence)));
    const data: unknown = snapshot.get("data");
    if (!(data instanceof Bytes)) return undefined;
    return URL.createObjectURL(new Blob([data.toUint8Array() as Uint8Array<ArrayBuffer>], { type: String(snapshot.get("contentType")) }));
  } catch {
    return undefined;
  }
}
