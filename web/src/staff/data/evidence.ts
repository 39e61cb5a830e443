import { Bytes, doc, getDoc } from "firebase/firestore";
import { useEffect, useState } from "preact/hooks";
import { pictureOf } from "../actions/parcelStore.ts";
import { database } from "./database.ts";

export type Picture = { state: "loading" } | { state: "missing" } | { state: "ready"; url: string };

const LOADING: Picture = { state: "loading" };

/** One photo of the database, as an address that an `<img>` can show while the component is there. */
export const usePicture = (path: string): Picture => useBlob(path, fetchPicture);

/** One photo that still waits on this device. */
export const useWaitingPicture = (id: string): Picture => useBlob(id, waitingPicture);

async function waitingPicture(id: string): Promise<Blob | undefined> {
  const bytes = await pictureOf(id);
  return bytes && new Blob([bytes as Uint8Array<ArrayBuffer>], { type: "image/jpeg" });
}

function useBlob(path: string, fetch: (path: string) => Promise<Blob | undefined>): Picture {
  const [picture, setPicture] = useState<Picture>(LOADING);
  useEffect(() => {
    let url: string | undefined;
    let here = true;
    setPicture(LOADING);
    void fetch(path).then((blob) => {
      if (!here) return;
      url = blob && URL.createObjectURL(blob);
      setPicture(url ? { state: "ready", url } : { state: "missing" });
    });
    return () => {
      here = false;
      if (url) URL.revokeObjectURL(url);
    };
  }, [path]);
  return picture;
}

/** The picture itself; undefined when it cannot be read. */
export async function fetchPicture(path: string): Promise<Blob | undefined> {
  try {
    const snapshot = await getDoc(doc(database(), path));
    const data: unknown = snapshot.get("data");
    if (!(data instanceof Bytes)) return undefined;
    return new Blob([data.toUint8Array() as Uint8Array<ArrayBuffer>], { type: String(snapshot.get("contentType")) });
  } catch {
    return undefined;
  }
}
