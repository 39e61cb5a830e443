import { unconfused } from "../domain/letters.ts";
import { paths } from "../domain/paths.ts";
import { refuse } from "../domain/problems.ts";
import { HandbookProof } from "../domain/records.ts";
import { readApplication } from "../store/applications.ts";
import { database, read } from "../store/firestore.ts";

/** What a handbook's code tells: the version, whether it is the last one, village and day. No person, no number. */
export type CheckedHandbook = { standing: "valid" | "superseded" | "ended"; version: number; village: string; printedAt: Date };

/** @throws Refusal `handbookUnknown` for anything but a code that was printed. */
export async function checkHandbook(code: string): Promise<CheckedHandbook> {
  const db = database();
  const clean = unconfused(code).replace(/[^0-9A-Z]/g, "");
  if (clean.length !== 16) refuse("handbookUnknown");
  const proof = read(HandbookProof, await db.doc(paths.handbook(clean)).get()) ?? refuse("handbookUnknown");
  const application = readApplication(await db.doc(paths.application(proof.application)).get()) ?? refuse("handbookUnknown");
  const last = application.handbook?.version ?? 0;
  const standing = application.status === "ended" ? "ended" : last > proof.version ? "superseded" : "valid";
  return { standing, version: proof.version, village: proof.villageName, printedAt: proof.at };
}
