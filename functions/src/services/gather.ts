import type { DocumentReference } from "@google-cloud/firestore";
import type { Action } from "../domain/action.ts";
import { Hidden } from "../domain/action.ts";
import type { ActionType } from "../domain/actionInputs.ts";
import type { Application } from "../domain/application.ts";
import { Campaign, VillageProgress } from "../domain/campaign.ts";
import { Notice } from "../domain/notice/notice.ts";
import { paths } from "../domain/paths.ts";
import { committed } from "../domain/quota/split.ts";
import { Objection, Staff } from "../domain/records.ts";
import { VillageFindings, VillageRegister } from "../domain/register.ts";
import { Batch } from "../domain/sheets/records.ts";
import type { Track } from "../domain/status.ts";
import type { AtHand } from "../domain/workflow/case.ts";
import { handbookCode, receiptNumber } from "../secrets.ts";
import { readApplication } from "../store/applications.ts";
import { read } from "../store/firestore.ts";
import { checkRecords, villageSums } from "./checkRecords.ts";
import type { Erasable } from "./erasure.ts";
import { gatherErasable } from "./erasure.ts";
import { isEvidenceMissing } from "./evidence.ts";
import { readHits } from "./kin.ts";
import { livingIn } from "./living.ts";
import { foundOf, namedPath, needs, needsRegister, noticeBehind, splits, TARGET_PATHS, targetPaths } from "./needs.ts";
import { countPassedOver } from "./passedOver.ts";
import { bringsForm, readForms } from "./readForms.ts";
import type { Reader } from "./reading.ts";
import { getAll } from "./reading.ts";

/** A target and its place among the action's. */
export type Target = { id: string; place: number; ref: DocumentReference; application: Application | undefined };

type ForTarget = Omit<AtHand, "evidenceMissing" | "quota" | "noticeSerial" | "entrySerial" | "notice" | "objection">;

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
  passedOver: number;
  /** What is asked of the village as a whole. */
  together: VillageFindings | undefined;
  register: VillageRegister | undefined;
  forTarget: (target: Target) => ForTarget;
  /** What goes of a target whose time is over. */
  erasable: ReadonlyMap<string, Erasable>;
  /** What counts against the village's size now, per track. */
  used: Record<Track, number>;
  now: Date;
};

/**
 * Reads what an action needs, in two rounds: by what it names itself, then by what those documents name. The clock
 * is the database's: the read time of this transaction.
 */
export async function gather(reader: Reader, actionId: string, action: Action): Promise<Gathered> {
  const isStaff = !["applicant", "public", "clock"].includes(action.role);
  const [campaignDoc, staffDoc, villageDoc, noticeDoc, objectionDoc, batchDoc, accountDoc, togetherDoc, ...rest] = await getAll(reader, [
    paths.campaign(action.campaign),
    isStaff ? paths.staff(action.by) : undefined,
    needs(action, "village") ? paths.village(action.campaign, action.area) : undefined,
    namedPath(action, "notice"),
    namedPath(action, "objection"),
    namedPath(action, "batch"),
    namedPath(action, "account"),
    needs(action, "together") ? paths.villageFindings(action.campaign, action.area) : undefined,
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
  const evidenceMissing = await isEvidenceMissing(reader, action, targets);
  const campaign = read(Campaign, campaignDoc);
  const second = campaign && (await secondRound(reader, { action, campaign, village, targets, hidden, objection }));
  const erasable = new Map(action.type === "erase" ? await Promise.all(action.targets.map(async (id) => [id, await gatherErasable(reader, action.area, id)] as const)) : []);
  const passedOver = await countPassedOver(reader, action, targets);
  const batch = read(Batch, batchDoc);
  const helper = read(Staff, accountDoc);
  const mixed = new Set(targets.flatMap(({ application }) => (application ? [application.track === "village"] : []))).size > 1;
  return {
    campaign,
    staff: read(Staff, staffDoc),
    village,
    targets,
    evidenceMissing,
    hidden: hiddenDocs.flatMap((snapshot) => (snapshot?.exists ? snapshot.ref : [])),
    notice: read(Notice, noticeDoc) ?? second?.notice,
    objection,
    passedOver,
    together: read(VillageFindings, togetherDoc),
    register: second?.register,
    forTarget: (target) => ({ ...second?.forTarget(target), ...(batch && { batch }), ...(helper && { helper }), ...(mixed && { mixed }) }),
    erasable,
    used: {
      identify: village ? committed(village.counts, "identify") : 0,
      exit: village ? committed(village.counts, "exit") : 0,
      village: village ? committed(village.counts, "village") : 0,
    },
    now,
  };
}

/** Actions that run the checks over a registration form. */
const CHECKED: readonly ActionType[] = ["completeForm", "updateYear", "runChecks"];

type SecondRound = { action: Action; campaign: Campaign; village: VillageProgress | undefined; targets: Target[]; hidden: Hidden[]; objection: Objection | undefined };

/** What depends on the first documents: the notice behind an objection, the register, what stands beside each target, the people in a form. */
async function secondRound(reader: Reader, { action, campaign, village, targets, hidden, objection }: SecondRound) {
  const [noticeDoc, registerDoc, ...beside] = await getAll(reader, [
    noticeBehind(objection),
    needsRegister(action) ? paths.villageRegister(campaign.register, action.area) : undefined,
    ...targets.flatMap(({ id, application }) =>
      application ? targetPaths({ action, id, application, campaign }) : Array.from({ length: TARGET_PATHS }, () => undefined),
    ),
  ]);
  const found = targets.map((_target, at) => foundOf(beside.slice(at * TARGET_PATHS, (at + 1) * TARGET_PATHS)));
  const ofVillage = targets.some(({ application }) => application?.track === "village") && village;
  const sums = ofVillage && CHECKED.includes(action.type) ? await villageSums(reader, campaign, village) : undefined;
  const forms = await readForms(reader, { action, campaign, village: sums }, targets.map(({ id, application }, at) => (
    { target: id, application, hidden: hidden[at] ?? {}, beside: found[at] ?? { kept: undefined } }
  )));
  const held = action.type === "runChecks" ? await readHits(reader, action.campaign, targets.map(({ application }) => application?.identities ?? [])) : undefined;
  const checked = action.type !== "runChecks" ? undefined : await checkRecords(reader, { ...campaign, id: action.campaign }, targets.flatMap(({ id, application }, at) => {
    const besideTarget = found[at];
    return application && besideTarget ? [{ id, application, beside: besideTarget, hits: held?.of[at] ?? [], lists: held?.lists ?? [] }] : [];
  }), sums);
  return {
    notice: read(Notice, noticeDoc),
    register: read(VillageRegister, registerDoc),
    forTarget: ({ id, place, application }: Target): ForTarget => {
      const form = forms[place];
      const { version, survey: _survey, kept, ...atHand } = found[place] ?? { kept: undefined };
      return {
        ...atHand,
        ...(version && application && splits(action, application) && { living: livingIn(version, kept) }),
        ...(form && { form }),
        ...(bringsForm(action) && { receiptNo: receiptNumber(id) }),
        ...(action.type === "printHandbook" && { handbookCode: handbookCode(id, (application?.handbook?.version ?? 0) + 1) }),
        ...(checked && { found: checked.get(id) ?? [] }),
        ...(held && { hits: held.of[place] ?? [] }),
      };
    },
  };
}
