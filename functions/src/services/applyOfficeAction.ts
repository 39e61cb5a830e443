import type { Firestore, Transaction } from "@google-cloud/firestore";
import type { Action, Outcome } from "../domain/action.ts";
import type { ActionInput } from "../domain/actionInputs.ts";
import { INPUTS } from "../domain/actionInputs.ts";
import { areasOf, isInside } from "../domain/areas.ts";
import { Campaign, emptyCounts, VillageProgress } from "../domain/campaign.ts";
import { isOpen } from "../domain/checks/questions.ts";
import { digestAction } from "../domain/chain.ts";
import { Notice } from "../domain/notice/notice.ts";
import { paths } from "../domain/paths.ts";
import type { Problem } from "../domain/problems.ts";
import { problem, Refusal, refuse } from "../domain/problems.ts";
import { checkSplit } from "../domain/quota/checkSplit.ts";
import { checkVillageSplit } from "../domain/quota/villages.ts";
import { Staff } from "../domain/records.ts";
import type { FindingRow } from "../domain/register.ts";
import { VillageFindings } from "../domain/register.ts";
import type { StaffRole } from "../domain/roles.ts";
import { admit } from "../domain/workflow/decide.ts";
import type { OfficeAction } from "../domain/workflow/offices.ts";
import { OFFICE_ACTIONS } from "../domain/workflow/offices.ts";
import { sha256 } from "../secrets.ts";
import { read } from "../store/firestore.ts";
import { findingsTogether } from "./evenness.ts";

type Work = { db: Firestore; tx: Transaction; id: string; action: Action; campaign: Campaign | undefined; now: Date };
/** What an office action led to; a refusal is thrown. */
type Done = { to: string; notice?: { id: string; closesAt: Date } };

const WORKERS: Record<OfficeAction, (work: Work) => Promise<Done>> = { saveCampaign, splitQuota, splitVillages, extendNotice, recordBoard, answerVillageFinding };

/** Applies an action upon the campaign or a notice: one target, the same promises as for households. */
export async function applyOfficeAction(
  { db, tx }: { db: Firestore; tx: Transaction },
  id: string,
  action: Action,
): Promise<{ outcome: Outcome; notice?: Done["notice"] }> {
  const [campaignDoc, staffDoc] = await tx.getAll(db.doc(paths.campaign(action.campaign)), db.doc(paths.staff(action.by)));
  const now = campaignDoc?.readTime.toDate() ?? new Date();
  const campaign = read(Campaign, campaignDoc);
  const staff = read(Staff, staffDoc);
  const person = { uid: action.by, role: action.role, roles: staff?.roles ?? {}, disabled: staff?.disabled ?? false };
  const target = action.targets[0] ?? "";
  const refused = (why: Problem) => ({ at: now, applied: 0, refused: 1, targets: { [target]: { applied: false as const, problem: why } }, problem: why });
  try {
    const why = admit(action, person, campaign ?? planned(action));
    if (why) return { outcome: refused(why) };
    const onCampaign = OFFICE_ACTIONS[action.type as OfficeAction].on === "campaign";
    if (action.targets.length !== 1 || (onCampaign && target !== action.campaign)) return { outcome: refused(problem("oneTarget")) };
    const { to, notice } = await WORKERS[action.type as OfficeAction]({ db, tx, id, action, campaign, now });
    const applied = { applied: true as const, to, seq: (campaign?.version ?? 0) + 1, hash: digestAction(id, action, sha256) };
    return { outcome: { at: now, applied: 1, refused: 0, targets: { [target]: applied } }, ...(notice && { notice }) };
  } catch (error) {
    if (error instanceof Refusal) return { outcome: refused(error.problem) };
    throw error;
  }
}

/** A campaign that is only about to be made is judged by the settings that make it. */
function planned(action: Action): Campaign | undefined {
  const parsed = action.type === "saveCampaign" ? INPUTS.saveCampaign.safeParse(action.input) : undefined;
  if (!parsed?.success) return undefined;
  return { ...parsed.data.settings, status: "preparing", areas: [], split: null, version: 0 };
}

async function saveCampaign({ db, tx, action, campaign }: Work): Promise<Done> {
  const { settings, open } = INPUTS.saveCampaign.parse(action.input);
  if (settings.town.code !== action.area || settings.villages.some(({ code }) => !code.startsWith(settings.town.code))) refuse("outsideOwnArea");
  const inSeconds = [settings.notice.village, settings.notice.town, settings.objection.answer].some(({ unit }) => unit === "seconds");
  if (inSeconds && !settings.rehearsal) refuse("onlyRehearsal");
  const isChanged = campaign && (campaign.rehearsal !== settings.rehearsal || campaign.register !== settings.register);
  if (isChanged) refuse("registerStays");
  if (settings.rehearsal !== (settings.register === action.campaign)) refuse("rehearsalRegister");
  const codes = settings.villages.map(({ code }) => code);
  if (new Set(codes).size !== codes.length || campaign?.villages.some(({ code }) => !codes.includes(code))) refuse("quotaVillages");
  const refs = codes.map((code) => db.doc(paths.village(action.campaign, code)));
  const existing = await tx.getAll(...refs);
  const status = open ? "open" : (campaign?.status ?? "preparing");
  tx.set(db.doc(paths.campaign(action.campaign)), {
    ...settings,
    status,
    areas: areasOf(settings.town.code),
    split: campaign?.split ?? null,
    version: (campaign?.version ?? 0) + 1,
  } satisfies Campaign);
  settings.villages.forEach(({ code, name }, at) => {
    const ref = refs[at];
    if (!ref) return;
    if (existing[at]?.exists) tx.update(ref, { name });
    else {
      const counts = emptyCounts();
      tx.set(ref, { campaign: action.campaign, code, name, areas: areasOf(code), quota: null, counts, late: emptyCounts(), unowned: [] } satisfies VillageProgress);
    }
  });
  return { to: status };
}

async function splitQuota({ db, tx, id, action, campaign, now }: Work): Promise<Done> {
  const { rows } = INPUTS.splitQuota.parse(action.input);
  if (!campaign) refuse("wrongCampaign");
  if (campaign.town.code !== action.area) refuse("outsideOwnArea");
  const refs = campaign.villages.map(({ code }) => db.doc(paths.village(action.campaign, code)));
  const villages = (await tx.getAll(...refs)).map((snapshot) => read(VillageProgress, snapshot)).filter((row) => row !== undefined);
  const before = read(VillageFindings, await tx.get(db.doc(paths.villageFindings(action.campaign, action.area))));
  const wrong = checkSplit(campaign, villages, rows);
  if (wrong) throw new Refusal(wrong);
  for (const { village, identify, exit } of rows) tx.update(db.doc(paths.village(action.campaign, village)), { "quota.identify": identify, "quota.exit": exit });
  tx.update(db.doc(paths.campaign(action.campaign)), { split: { at: now, action: id }, version: campaign.version + 1 });
  const asked = db.doc(paths.villageFindings(action.campaign, action.area));
  const findings = findingsTogether({ campaign: action.campaign, area: action.area, now, before }, { rates: ratesOf(campaign, rows) });
  if (findings) tx.set(asked, findings);
  return { to: "split" };
}

/** Of each village the share of its people that is to be identified, beside the rate it was computed from. */
function ratesOf({ villages }: Campaign, rows: ActionInput<"splitQuota">["rows"]): { share: number; rate: number }[] {
  return rows.flatMap(({ village, identify }) => {
    const known = villages.find(({ code }) => code === village);
    return known && known.population > 0 ? [{ share: identify / known.population, rate: known.rate }] : [];
  });
}

/** A question of a village, or of the town, is answered in writing and stays to be read. */
async function answerVillageFinding({ db, tx, id, action, now }: Work): Promise<Done> {
  const { of, rule, answer } = INPUTS.answerVillageFinding.parse(action.input);
  if (!isInside(of, action.area)) refuse("outsideOwnArea");
  const ref = db.doc(paths.villageFindings(action.campaign, of));
  const findings = read(VillageFindings, await tx.get(ref));
  const isAsked = (row: FindingRow) => row.rule === rule && row.settledAt === null;
  if (!findings?.rows.some(isAsked)) refuse("findingUnknown");
  const said = { text: answer, by: action.by, role: action.role as StaffRole, at: now, action: id };
  const rows = findings.rows.map((row) => (isAsked(row) ? { ...row, answer: row.answer ?? said } : row));
  tx.set(ref, { ...findings, rows, open: rows.filter(isOpen).length });
  return { to: "answered" };
}

/** Annex 8: which villages are marked as poor, exactly as many as the campaign names. */
async function splitVillages({ db, tx, action, campaign }: Work): Promise<Done> {
  const { rows } = INPUTS.splitVillages.parse(action.input);
  if (!campaign) refuse("wrongCampaign");
  if (campaign.town.code !== action.area) refuse("outsideOwnArea");
  const wrong = checkVillageSplit(campaign, rows);
  if (wrong) throw new Refusal(wrong);
  for (const { village, poor } of rows) tx.update(db.doc(paths.village(action.campaign, village)), { "quota.village": poor ? 1 : 0 });
  tx.update(db.doc(paths.campaign(action.campaign)), { version: campaign.version + 1 });
  return { to: "split" };
}

/** The notice that an action is about, if the role is the one that publishes its round. */
async function ownNotice({ db, tx, action }: Work): Promise<{ id: string; notice: Notice }> {
  const id = action.targets[0] ?? "";
  const notice = read(Notice, await tx.get(db.doc(paths.notice(id)))) ?? refuse("noticeUnknown");
  if (notice.campaign !== action.campaign || notice.village !== action.area) refuse("wrongVillage");
  const publisher: StaffRole = notice.round === "village" ? "villageCommittee" : "povertyOfficer";
  if (action.role !== publisher) refuse("outsideOwnArea");
  return { id, notice };
}

async function extendNotice(work: Work): Promise<Done> {
  const { id, notice } = await ownNotice(work);
  const { closesAt, reason } = INPUTS.extendNotice.parse(work.action.input);
  const end = new Date(closesAt);
  if (notice.status !== "open") refuse("noticeClosed");
  if (end <= notice.closesAt) refuse("endNotLater");
  if (notice.extensions.length >= 20) refuse("noticeFull");
  const extensions = [...notice.extensions, { closesAt: end, reason, action: work.id }];
  work.tx.update(work.db.doc(paths.notice(id)), { closesAt: end, extensions });
  return { to: "open", notice: { id, closesAt: end } };
}

async function recordBoard(work: Work): Promise<Done> {
  const { id, notice } = await ownNotice(work);
  const { photo } = work.action.input as ActionInput<"recordBoard">;
  const [found] = await work.tx.getAll(work.db.doc(paths.evidence(photo)), { fieldMask: ["village"] });
  if (found?.get("village") !== notice.village) refuse("evidenceMissing");
  if (notice.boardPhotos.length >= 10) refuse("noticeFull");
  const boardPhotos = [...notice.boardPhotos, { evidence: photo, at: work.now, by: work.action.by }];
  work.tx.update(work.db.doc(paths.notice(id)), { boardPhotos });
  return { to: notice.status };
}

