import type { DocumentReference, DocumentSnapshot, Firestore, Transaction } from "@google-cloud/firestore";
import type { Action } from "../domain/action.ts";
import { Hidden } from "../domain/action.ts";
import type { ActionInput, ActionType } from "../domain/actionInputs.ts";
import type { Application } from "../domain/application.ts";
import { Campaign, VillageProgress } from "../domain/campaign.ts";
import { Notice } from "../domain/notice/notice.ts";
import { paths } from "../domain/paths.ts";
import { committedPeople } from "../domain/quota/split.ts";
import { Household, Objection, Staff, VillageRegister } from "../domain/records.ts";
import type { Track } from "../domain/status.ts";
import type { AtHand } from "../domain/workflow/case.ts";
import { receiptNumber } from "../secrets.ts";
import { readApplication } from "../store/applications.ts";
import { read } from "../store/firestore.ts";
import { bringsForm, readForms } from "./readForms.ts";

/** What an action's rows look at beside the applications; fetched only then, so that a list of 400 stays at 400 reads. */
type Need = "hidden" | "village" | "register" | "notice" | "objection";
const NEEDS: Partial<Record<ActionType, readonly Need[]>> = {
  submit: ["hidden"],
  recordSurvey: ["hidden"],
  publishNotice: ["village"],
  endNotice: ["notice"],
  approve: ["register"],
  answerObjection: ["objection"],
  raiseObjection: ["objection"],
};

/** A target and its place among the action's. */
export type Target = { id: string; place: number; ref: DocumentReference; application: Application | undefined };

/** Everything that deciding one action takes, read in one transaction. */
export type Gathered = {
  campaign: Campaign | undefined;
  staff: Staff | undefined;
  village: VillageProgress | undefined;
  targets: Target[];
  evidenceMissing: boolean;
  /** The hidden parts that came with it: gone once it is applied or refused. */
  hidden: DocumentReference[];
  notice: Notice | undefined;
  objection: Objection | undefined;
  register: VillageRegister | undefined;
  forTarget: (target: Target) => Pick<AtHand, "form" | "entry" | "receiptNo">;
  /** People who count against the village's size now, per track. */
  used: Record<Track, number>;
  now: Date;
};

/** Photos that an action refers to. */
export function evidenceOf(action: Action): string[] {
  if (action.type === "recordAppraisal") return (action.input as ActionInput<"recordAppraisal">).minutes ?? [];
  if (action.type === "publishNotice") return (action.input as ActionInput<"publishNotice">).boardPhotos ?? [];
  return [];
}

function needs(action: Action, what: Need): boolean {
  if (what === "register" && action.role !== "countyOffice") return false;
  return NEEDS[action.type]?.includes(what) ?? false;
}

type Reader = { db: Firestore; tx: Transaction };

async function getAll({ db, tx }: Reader, wanted: (string | undefined)[]): Promise<(DocumentSnapshot | undefined)[]> {
  const refs = wanted.map((path) => (path ? db.doc(path) : undefined));
  const present = refs.filter((ref) => ref !== undefined);
  const found = present.length > 0 ? await tx.getAll(...present) : [];
  const byPath = new Map(found.map((snapshot) => [snapshot.ref.path, snapshot]));
  return refs.map((ref) => (ref ? byPath.get(ref.path) : undefined));
}

/** Whether a photo that the action names is not there; only its kind is read, not the picture. */
async function isEvidenceMissing({ db, tx }: Reader, action: Action): Promise<boolean> {
  const ids = evidenceOf(action).filter((id) => typeof id === "string" && id.length > 0);
  if (ids.length === 0) return false;
  const found = await tx.getAll(...ids.map((id) => db.doc(paths.evidence(id))), { fieldMask: ["village"] });
  return found.some((snapshot) => snapshot.get("village") !== action.area);
}

/**
 * Reads what an action needs, in two rounds: by what it names itself, then by what those documents name. The clock
 * is the database's: the read time of this transaction.
 */
export async function gather(reader: Reader, actionId: string, action: Action): Promise<Gathered> {
  const input = (action.input ?? {}) as { notice?: unknown; objection?: unknown };
  const named = (what: "notice" | "objection") => {
    const id = input[what];
    return needs(action, what) && typeof id === "string" ? paths[what](id) : undefined;
  };
  const isStaff = !["applicant", "public", "clock"].includes(action.role);
  const [campaignDoc, staffDoc, villageDoc, noticeDoc, objectionDoc, ...rest] = await getAll(reader, [
    paths.campaign(action.campaign),
    isStaff ? paths.staff(action.by) : undefined,
    needs(action, "village") ? paths.village(action.campaign, action.area) : undefined,
    named("notice"),
    named("objection"),
    ...action.targets.map(paths.application),
    ...(needs(action, "hidden") ? action.targets.map((target) => paths.actionPrivate(actionId, target)) : []),
  ]);
  const targets = action.targets.map((id, at) => ({
    id,
    place: at,
    ref: reader.db.doc(paths.application(id)),
    application: readApplication(rest[at]),
  }));
  const hiddenDocs = rest.slice(targets.length);
  const hidden = hiddenDocs.map((snapshot) => Hidden.safeParse(snapshot?.data()).data ?? {});
  const objection = read(Objection, objectionDoc);
  const village = read(VillageProgress, villageDoc);
  const now = campaignDoc?.readTime.toDate() ?? new Date();
  const evidenceMissing = await isEvidenceMissing(reader, action);
  const campaign = read(Campaign, campaignDoc);
  const second = await secondRound(reader, { action, campaign, targets, hidden, objection });
  return {
    campaign,
    staff: read(Staff, staffDoc),
    village,
    targets,
    evidenceMissing,
    hidden: hiddenDocs.flatMap((snapshot) => (snapshot?.exists ? snapshot.ref : [])),
    notice: read(Notice, noticeDoc) ?? second.notice,
    objection,
    register: second.register,
    forTarget: second.forTarget,
    used: { identify: committedPeople(village?.counts.identify ?? {}), exit: committedPeople(village?.counts.exit ?? {}) },
    now,
  };
}

type SecondRound = { action: Action; campaign: Campaign | undefined; targets: Target[]; hidden: Hidden[]; objection: Objection | undefined };

/** What depends on the first documents: the notice behind an objection, the register and its entries, the identities in a form. */
async function secondRound(reader: Reader, { action, campaign, targets, hidden, objection }: SecondRound) {
  const forms = await readForms(reader, action, targets.map(({ id, application }, at) => ({ target: id, application, hidden: hidden[at] ?? {} })));
  const [noticeDoc, registerDoc, ...entries] = await getAll(reader, [
    objection && paths.notice(objection.notice),
    campaign && needs(action, "register") ? paths.villageRegister(campaign.register, action.area) : undefined,
    ...targets.map(({ application }) =>
      action.type === "proposeExit" && application?.household ? paths.household(application.household) : undefined,
    ),
  ]);
  return {
    notice: read(Notice, noticeDoc),
    register: read(VillageRegister, registerDoc),
    forTarget: (target: Target): Pick<AtHand, "form" | "entry" | "receiptNo"> => {
      const form = forms[target.place];
      const entry = read(Household, entries[target.place]);
      return { ...(form && { form }), ...(entry && { entry }), ...(bringsForm(action) && { receiptNo: receiptNumber(target.id) }) };
    },
  };
}
