import { CLIENT_ID, paths } from "../domain/paths.ts";
import { refuse } from "../domain/problems.ts";
import type { AnswerLevel } from "../domain/records.ts";
import { Complaint, Objection, Objector } from "../domain/records.ts";
import { database, read } from "../store/firestore.ts";

/** What the number of an objection or a complaint tells its sender: where it stands and the published answer. */
export type Answered = {
  kind: "objection" | "complaint";
  status: Objection["status"] | Complaint["status"];
  level: AnswerLevel;
  at: Date;
  dueAt: Date;
  answer: { text: string; at: Date } | null;
  /** Until when a dismissal can be appealed, once; null when it cannot. */
  appealUntil: Date | null;
  /** The number of the appeal that was filed. */
  appeal: string | null;
};

/** Of an answer what others than those in charge may read: the redacted text. */
export const publishedOf = (answer: { published: string; at: Date } | null) => answer && { text: answer.published, at: answer.at };

/** `number`: the name of the document (`filedAs`). @throws Refusal `numberUnknown` for anything but what somebody filed. */
export async function followAnswer(number: string): Promise<Answered> {
  if (!CLIENT_ID.test(number)) refuse("numberUnknown");
  const db = database();
  const [objectionDoc, complaintDoc] = await db.getAll(db.doc(paths.objection(number)), db.doc(paths.complaint(number)));
  const objection = read(Objection, objectionDoc);
  if (objection) {
    const { status, level, at, dueAt, answer, appealUntil, appeal } = objection;
    const isOpen = appealUntil !== null && appeal === null && new Date() < appealUntil;
    const told = appeal && read(Objector, await db.doc(paths.objector(number)).get())?.appeal;
    return { kind: "objection", status, level, at, dueAt, answer: publishedOf(answer), appealUntil: isOpen ? appealUntil : null, appeal: told ?? null };
  }
  const { status, at, dueAt, answer } = read(Complaint, complaintDoc) ?? refuse("numberUnknown");
  return { kind: "complaint", status, level: "supervisor", at, dueAt, answer: publishedOf(answer), appealUntil: null, appeal: null };
}
