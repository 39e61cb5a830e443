import { createHash } from "node:crypto";
import type { Firestore } from "@google-cloud/firestore";
import { Action } from "@domain/action.ts";
import type { ActionType } from "@domain/actionInputs.ts";
import type { Application } from "@domain/application.ts";
import { Application as ApplicationDocument, begin, Draft } from "@domain/application.ts";
import { Campaign, VillageProgress } from "@domain/campaign.ts";
import { Notice, NoticeHouseholds } from "@domain/notice/notice.ts";
import { paths } from "@domain/paths.ts";
import { Identity, Objection, Receipt } from "@domain/records.ts";
import { Household, VillageRegister } from "@domain/register.ts";
import { isOfficeAction } from "@domain/workflow/offices.ts";
import type * as z from "zod";
import type { Broken } from "./invariant.ts";
import type { Reading } from "./reading.ts";
import { load } from "./reading.ts";
import type { ServiceMaterial } from "./serviceMaterial.ts";
import { gatherService } from "./serviceMaterial.ts";

/** Everything that one campaign has written, by id. Documents that do not fit their schema are in `malformed` alone. */
export type Material = ServiceMaterial & {
  id: string;
  campaign: Campaign | undefined;
  villages: Map<string, VillageProgress>;
  applications: Map<string, Application>;
  actions: Map<string, Action>;
  notices: Map<string, Notice>;
  /** Applications behind each notice, in the order of its serial numbers. */
  lists: Map<string, string[]>;
  objections: Map<string, Objection>;
  /** The register that the campaign writes: entries of earlier years included, and its villages by code. */
  entries: Map<string, Household>;
  registers: Map<string, VillageRegister>;
  identities: Map<string, Identity>;
  receipts: Map<string, Receipt>;
  /** Applications of other campaigns that register entries or receipts point to. */
  elsewhere: Set<string>;
  /** Paths of hidden parts that lie with actions. */
  hidden: { action: string; target: string }[];
  malformed: Broken[];
  read: number;
  now: Date;
};

/** Drafts as the workflow sees them; everything else as it stands. */
const AnyApplication: z.ZodType<Application> = Draft.transform(begin).or(ApplicationDocument);

const mapValues = <A, B>(map: Map<string, A>, change: (value: A) => B) =>
  new Map([...map].map(([id, value]) => [id, change(value)]));

/** Everything of one campaign, by reads alone. */
export async function gatherMaterial(db: Firestore, id: string): Promise<Material> {
  const reading: Reading = { db, malformed: [], read: 0 };
  const own = (collection: string) => db.collection(collection).where("campaign", "==", id);
  const [campaigns, villages, applications, actions, notices, objections, identities] = await Promise.all([
    load(reading, db.collection("campaigns").where("__name__", "==", db.doc(paths.campaign(id))), Campaign),
    load(reading, db.collection(`${paths.campaign(id)}/villages`), VillageProgress),
    load(reading, own("applications"), AnyApplication),
    load(reading, own("actions"), Action),
    load(reading, own("notices"), Notice),
    load(reading, own("objections"), Objection),
    load(reading, own("identities"), Identity),
  ]);
  const campaign = campaigns.get(id);
  const register = (collection: string) =>
    db.collection(collection).where("register", "==", campaign?.register ?? "");
  const [entries, registers, receipts, lists, hidden] = await Promise.all([
    load(reading, register("households"), Household),
    load(reading, register("villages"), VillageRegister),
    load(reading, db.collection("receipts"), Receipt),
    loadLists(reading, [...notices.keys()]),
    findHidden(db, actions),
  ]);
  const elsewhere = await findElsewhere(db, applications, [
    ...[...receipts.values()].map(({ application }) => application),
    ...[...entries.values()].flatMap((entry) => [
      entry.application,
      entry.exit,
      entry.ended?.application ?? null,
    ]),
  ]);
  const service = await gatherService(reading, { id, register: campaign?.register ?? "", applications, entries, registers });
  return {
    ...service,
    id,
    campaign,
    villages,
    applications,
    actions,
    notices,
    lists,
    objections,
    entries,
    registers: new Map([...registers.values()].map((one) => [one.village, one])),
    identities,
    receipts,
    elsewhere,
    hidden,
    malformed: reading.malformed,
    read: reading.read,
    now: new Date(),
  };
}

async function loadLists(reading: Reading, notices: string[]): Promise<Map<string, string[]>> {
  if (notices.length === 0) return new Map();
  const found = await reading.db.getAll(
    ...notices.map((notice) => reading.db.doc(paths.noticeHouseholds(notice))),
  );
  reading.read += found.length;
  const lists = found.flatMap((doc, at) => {
    const list = NoticeHouseholds.safeParse(doc.data());
    return list.success ? [[notices[at] ?? "", list.data] as const] : [];
  });
  return mapValues(new Map(lists), ({ applications }) => applications);
}

/** Actions that numbers come with. */
export const WITH_NUMBERS: readonly ActionType[] = ["submit", "recordSurvey", "completeForm", "updateYear"];

/** Hidden parts that still lie with actions which took a form. */
async function findHidden(db: Firestore, actions: Map<string, Action>): Promise<Material["hidden"]> {
  const withForm = [...actions].filter(([, { type }]) => WITH_NUMBERS.includes(type));
  const wanted = withForm.flatMap(([action, { targets }]) => targets.map((target) => ({ action, target })));
  if (wanted.length === 0) return [];
  const refs = wanted.map(({ action, target }) => db.doc(paths.actionPrivate(action, target)));
  const found = await db.getAll(...refs, { fieldMask: [] });
  return wanted.filter((_, at) => found[at]?.exists);
}

async function findElsewhere(
  db: Firestore,
  own: Map<string, Application>,
  wanted: (string | null)[],
): Promise<Set<string>> {
  const others = [...new Set(wanted)].filter((id) => id !== null).filter((id) => !own.has(id));
  if (others.length === 0) return new Set();
  const found = await db.getAll(...others.map((id) => db.doc(paths.application(id))), {
    fieldMask: ["campaign"],
  });
  return new Set(found.filter(({ exists }) => exists).map(({ id }) => id));
}

/** What became of one application under one action, where it was applied. */
export type Step = { actionId: string; action: Action; target: string; outcome: AppliedOutcome };
type AppliedOutcome = Extract<NonNullable<Action["outcome"]>["targets"][string], { applied: true }>;

/** Every household's history: its applied outcomes, ordered by their place. */
export function histories({ actions }: Material): Map<string, Step[]> {
  const byTarget = new Map<string, Step[]>();
  for (const [actionId, action] of actions) {
    if (isOfficeAction(action.type)) continue;
    for (const [target, outcome] of Object.entries(action.outcome?.targets ?? {})) {
      if (!outcome.applied) continue;
      byTarget.set(target, [...(byTarget.get(target) ?? []), { actionId, action, target, outcome }]);
    }
  }
  for (const steps of byTarget.values()) steps.sort((a, b) => a.outcome.seq - b.outcome.seq);
  return byTarget;
}

/** A household that left another: by which action, and when. */
export type Split = { action: string; at: Date; parent: string };

/** Households that began by a split, by the ids that the functions give them (workflow/serviceEffects.ts). */
export function splitsIn(steps: ReadonlyMap<string, readonly Step[]>): Map<string, Split> {
  const born = [...steps].flatMap(([parent, history]) => {
    const asked = history.filter(({ action: { type } }) => type === "requestChange" || type === "approve" || type === "return");
    return asked.flatMap(({ actionId, action, outcome }, at) => {
      const before = asked[at - 1]?.action;
      const isSplit = action.type === "approve" && before?.type === "requestChange" && (before.input as { kind?: unknown }).kind === "split";
      return isSplit && outcome.to === "inService" ? [[sha256(`${actionId}/${parent}`).slice(0, 20), { action: actionId, at: action.outcome?.at ?? action.at, parent }] as const] : [];
    });
  });
  return new Map(born);
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
