import { paths } from "@domain/paths.ts";
import { deleteDoc, doc, serverTimestamp, setDoc, updateDoc } from "firebase/firestore";
import type { DraftToSend, Signer } from "../actions/post.ts";
import { draftWrites } from "../actions/post.ts";
import { database } from "./database.ts";
import { inTime } from "./patience.ts";

/**
 * Saves a draft as far as it is typed, so that it can be finished elsewhere. False when that did not work, or there is no answer: the
 * draft is then still on this device.
 */
export async function saveDraft(draft: DraftToSend, signer: Signer): Promise<boolean> {
  if (!navigator.onLine) return false;
  const { create, change } = draftWrites(draft, signer);
  const begin = () => setDoc(doc(database(), create.path), { ...create.data, createdAt: serverTimestamp() });
  const goOn = () => updateDoc(doc(database(), change.path), change.data);
  const [first, second] = draft.saved ? [goOn, begin] : [begin, goOn];
  try {
    await inTime(first().catch(second));
    return true;
  } catch {
    return false;
  }
}

/** Deletes a draft that is not wanted any more. False when that is not allowed or there is no connection. */
export async function deleteDraft(id: string): Promise<boolean> {
  try {
    await inTime(deleteDoc(doc(database(), paths.application(id))));
    return true;
  } catch {
    return false;
  }
}
