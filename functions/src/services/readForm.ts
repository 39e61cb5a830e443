import type { Firestore, Transaction } from "@google-cloud/firestore";
import type { Action, Hidden } from "../domain/action.ts";
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
type Sent = { action: Action; target: string; application: Application; hidden: Hidden };

const FORM_OF: Partial<Record<Action["type"], FormKind>> = { submit: "application", proposeExit: "exitProposal", recordSurvey: "survey" };

/**
 * Reads the form that came with an action: puts the hidden numbers back (those typed now, else those kept from
 * before), checks every field, and looks up whether one of its people already belongs to another application.
 */
export async function readForm(reader: Reader, { action, target, application, hidden }: Sent): Promise<ReadForm | undefined> {
  const kind = FORM_OF[action.type];
  if (!kind) return undefined;
  const content = kind === "survey" ? (action.input as ActionInput<"recordSurvey">).survey : application.form;
  const kept = kind === "survey" ? await keptPrivate(reader, target) : {};
  const form = received({ kind, track: application.track, content, hidden: { ...kept, ...hidden } });
  if (!form.ok) return form;
  const identities = [...new Set(form.people.map(hashIdentity))];
  const taken = await countTaken(reader, { campaign: action.campaign, target, identities });
  const { shown, facts, lineNote, signed } = form;
  return { ok: true, shown, hidden: form.hidden, facts, lineNote, signed, identities, taken, seal: seal(canonical(form.hidden)) };
}

async function keptPrivate({ db, tx }: Reader, target: string): Promise<Hidden> {
  const kept = await tx.get(db.doc(paths.applicationPrivate(target)));
  return (kept.data() ?? {}) as Hidden;
}

async function countTaken({ db, tx }: Reader, { campaign, target, identities }: { campaign: string; target: string; identities: string[] }): Promise<number> {
  if (identities.length === 0) return 0;
  const found = await tx.getAll(...identities.map((hash) => db.doc(paths.identity(campaign, hash))));
  return found.filter((snapshot) => (read(Identity, snapshot)?.application ?? target) !== target).length;
}
