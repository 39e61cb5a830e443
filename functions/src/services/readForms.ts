import type { DocumentSnapshot, Firestore, Transaction } from "@google-cloud/firestore";
import type { Action } from "../domain/action.ts";
import { Hidden } from "../domain/action.ts";
import type { ActionInput } from "../domain/actionInputs.ts";
import type { Application } from "../domain/application.ts";
import { canonical } from "../domain/chain.ts";
import type { FormKind } from "../domain/forms/received.ts";
import { received } from "../domain/forms/received.ts";
import { paths } from "../domain/paths.ts";
import { Identity } from "../domain/records.ts";
import type { ReadForm } from "../domain/workflow/case.ts";
import { hashIdentity, seal } from "../secrets.ts";
import { read } from "../store/firestore.ts";

type Reader = { db: Firestore; tx: Transaction };
/** One target's form as it came: its application, and the numbers typed with the action. */
export type Sent = { target: string; application: Application | undefined; hidden: Hidden };

const FORM_OF: Partial<Record<Action["type"], FormKind>> = { submit: "application", proposeExit: "exitProposal", recordSurvey: "survey" };

/** Whether an action brings a form with it. */
export const bringsForm = ({ type }: Action): boolean => FORM_OF[type] !== undefined;

/**
 * Reads the forms that came with an action: puts the hidden numbers back (those typed now, else those kept from
 * before), checks every field, and looks up which people already belong to another application. However many
 * targets, it is one round for the kept numbers and one for the identities.
 */
export async function readForms(reader: Reader, action: Action, sent: readonly Sent[]): Promise<(ReadForm | undefined)[]> {
  const kind = FORM_OF[action.type];
  if (!kind) return sent.map(() => undefined);
  const kept = kind === "survey" ? await getAll(reader, sent.map(({ target }) => paths.applicationPrivate(target))) : [];
  const forms = sent.map(({ application, hidden }, at) => application && parse(kind, action, application, { ...keptIn(kept[at]), ...hidden }));
  const hashes = [...new Set(forms.flatMap((form) => (form?.ok ? form.identities : [])))];
  const found = await getAll(reader, hashes.map((hash) => paths.identity(action.campaign, hash)));
  const holders = new Map(hashes.map((hash, at) => [hash, read(Identity, found[at])?.application]));
  return forms.map((form, at) => {
    if (!form?.ok) return form;
    const target = sent[at]?.target;
    return { ...form, taken: form.identities.filter((hash) => (holders.get(hash) ?? target) !== target).length };
  });
}

function parse(kind: FormKind, action: Action, { track, form: draft }: Application, hidden: Hidden): ReadForm {
  const content = kind === "survey" ? (action.input as ActionInput<"recordSurvey">).survey : draft;
  const form = received({ kind, track, content, hidden });
  if (!form.ok) return form;
  const { people, ...rest } = form;
  return { ...rest, identities: [...new Set(people.map(hashIdentity))], taken: 0, seal: seal(canonical(form.hidden)) };
}

const keptIn = (snapshot: DocumentSnapshot | undefined): Hidden => Hidden.safeParse(snapshot?.data()).data ?? {};

async function getAll({ db, tx }: Reader, wanted: readonly string[]): Promise<DocumentSnapshot[]> {
  return wanted.length > 0 ? tx.getAll(...wanted.map((path) => db.doc(path))) : [];
}
