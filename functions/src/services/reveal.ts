import { randomUUID } from "node:crypto";
import * as z from "zod";
import { Hidden } from "../domain/action.ts";
import { holds } from "../domain/areas.ts";
import { CLIENT_ID, paths } from "../domain/paths.ts";
import { refuse } from "../domain/problems.ts";
import type { Audit } from "../domain/records.ts";
import { ANSWERED_BY, Complaint, Objection, Objector } from "../domain/records.ts";
import { NUMBER_READERS } from "../domain/roles.ts";
import { typedText } from "../domain/text.ts";
import { readApplication } from "../store/applications.ts";
import { database, read } from "../store/firestore.ts";
import type { Caller } from "./caller.ts";

export const RevealRequest = z.strictObject({
  application: z.string().regex(CLIENT_ID),
  path: z.string().min(1).max(120),
  reason: typedText(2, 200),
});

/** Shows one masked number, and records who saw whose, when and why, in the same transaction. @throws Refusal */
export async function reveal(caller: Caller, { application, path, reason }: z.infer<typeof RevealRequest>): Promise<{ value: string }> {
  const db = database();
  return db.runTransaction(async (tx) => {
    const [applicationDoc, privateDoc] = await tx.getAll(db.doc(paths.application(application)), db.doc(paths.applicationPrivate(application)));
    const found = readApplication(applicationDoc) ?? refuse("unknownTarget");
    if (!NUMBER_READERS.some((role) => holds(caller.roles, role, found.village))) refuse("notHeld");
    const value: unknown = privateDoc?.data()?.[path];
    if (typeof value !== "string") refuse("privateMissing");
    const audit: Audit = { what: "revealIdentity", by: caller.uid, at: new Date(), areas: found.areas, subject: application, reason };
    tx.create(db.doc(paths.audit(randomUUID())), audit);
    return { value };
  });
}

export const PrintRequest = z.strictObject({
  applications: z.array(z.string().regex(CLIENT_ID)).min(1).max(100),
  reason: typedText(2, 200),
});

/**
 * Gives the numbers of whole households for a print that carries them, by application and path, and records each
 * household with who and why. All or none. @throws Refusal
 */
export async function revealForPrint(caller: Caller, { applications, reason }: z.infer<typeof PrintRequest>): Promise<Record<string, Hidden>> {
  const db = database();
  const ids = [...new Set(applications)];
  return db.runTransaction(async (tx) => {
    const docs = await tx.getAll(...ids.map((id) => db.doc(paths.application(id))), ...ids.map((id) => db.doc(paths.applicationPrivate(id))));
    const at = new Date();
    return Object.fromEntries(ids.map((id, place) => {
      const found = readApplication(docs[place]) ?? refuse("unknownTarget");
      if (!NUMBER_READERS.some((role) => holds(caller.roles, role, found.village))) refuse("notHeld");
      tx.create(db.doc(paths.audit(randomUUID())), { what: "print", by: caller.uid, at, areas: found.areas, subject: id, reason } satisfies Audit);
      return [id, Hidden.safeParse(docs[ids.length + place]?.data()).data ?? {}];
    }));
  });
}

export const ObjectorRequest = z.strictObject({ objection: z.string().regex(CLIENT_ID), reason: typedText(2, 200) });

/** Tells whoever answers an objection who sent it, as far as that was given, and records it. @throws Refusal */
export async function revealObjector(caller: Caller, { objection: id, reason }: z.infer<typeof ObjectorRequest>): Promise<Pick<Objector, "name" | "phone">> {
  const db = database();
  return db.runTransaction(async (tx) => {
    const [objectionDoc, complaintDoc, objectorDoc, complainantDoc] = await tx.getAll(
      db.doc(paths.objection(id)), db.doc(paths.complaint(id)), db.doc(paths.objector(id)), db.doc(paths.complainant(id)),
    );
    const objection = read(Objection, objectionDoc);
    const filed = objection ?? read(Complaint, complaintDoc) ?? refuse("objectionUnknown");
    const roles = objection ? [ANSWERED_BY[objection.level], "supervisor" as const] : ["supervisor" as const];
    if (!roles.some((role) => holds(caller.roles, role, filed.village))) refuse("notHeld");
    const { name, phone } = read(Objector, objection ? objectorDoc : complainantDoc) ?? refuse("senderErased");
    /* The campaign's office reads the record too, and a complaint may be about it: that line is kept, and listed for nobody. */
    const areas = objection ? filed.areas : [];
    tx.create(db.doc(paths.audit(randomUUID())), { what: "revealObjector", by: caller.uid, at: new Date(), areas, subject: id, reason } satisfies Audit);
    return { name, phone };
  });
}
