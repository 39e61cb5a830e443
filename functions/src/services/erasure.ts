import type { DocumentReference, Transaction } from "@google-cloud/firestore";
import type { ActionType } from "../domain/actionInputs.ts";
import { areasOf } from "../domain/areas.ts";
import { canonical } from "../domain/chain.ts";
import { paths } from "../domain/paths.ts";
import { sha256 } from "../secrets.ts";
import { withDates } from "../store/firestore.ts";
import { photosOf } from "./evidence.ts";
import type { Reader } from "./reading.ts";

/** Actions that tell of the people of one household; who decided what, and why, stays. */
const TELLING: readonly ActionType[] = ["submit", "proposeExit", "recordSurvey", "answerFinding", "withdraw", "askCorrection", "answerCorrection"];

/** What one application leaves behind: documents that go, and actions of which only the hash of the input stays. */
export type Erasable = { gone: DocumentReference[]; blanked: { ref: DocumentReference; input: string }[] };

const photosIn = (input: unknown): string[] => photosOf(Object.getOwnPropertyDescriptor(input ?? {}, "survey")?.value, "visit");

/** Finds what is to be erased of an application, in the transaction that erases it. */
export async function gatherErasable({ db, tx }: Reader, village: string, id: string): Promise<Erasable> {
  /* By the index of histories: targets alone have none. */
  const { docs } = await tx.get(db.collection("actions").where("areas", "==", areasOf(village)).where("targets", "array-contains", id).orderBy("at"));
  const telling = docs.filter((doc) => TELLING.includes(doc.get("type") as ActionType) && (doc.get("targets") as string[]).length === 1);
  const photos = telling.flatMap((doc) => photosIn(doc.get("input")));
  return {
    gone: [paths.applicationPrivate(id), paths.surveyForm(id), paths.findings(id), ...photos.map(paths.evidence)].map((path) => db.doc(path)),
    blanked: telling.map((doc) => ({ ref: doc.ref, input: sha256(canonical(withDates(doc.get("input")))) })),
  };
}

/** Erases it: the chain goes on being proved by what is left. */
export function erase(tx: Transaction, { gone, blanked }: Erasable, at: Date): void {
  for (const ref of gone) tx.delete(ref);
  for (const { ref, input } of blanked) tx.update(ref, { input: {}, erased: { at, input } });
}
