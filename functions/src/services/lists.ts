import { randomUUID } from "node:crypto";
import type { Firestore } from "@google-cloud/firestore";
import * as z from "zod";
import { holds } from "../domain/areas.ts";
import { Campaign } from "../domain/campaign.ts";
import { PAID } from "../domain/checks/outside.ts";
import { HELD, ListKind, OutsideList, WHOLE_LISTS } from "../domain/matches.ts";
import { CLIENT_ID, paths } from "../domain/paths.ts";
import { refuse } from "../domain/problems.ts";
import type { Audit } from "../domain/records.ts";
import type { StaffRole } from "../domain/roles.ts";
import type { ReadList } from "../domain/sheets/readList.ts";
import { readList } from "../domain/sheets/readList.ts";
import type { ListReport } from "../domain/sheets/records.ts";
import { gridOfText, MOST_COLUMNS } from "../domain/sheets/table.ts";
import { typedText } from "../domain/text.ts";
import { hashIdentity } from "../secrets.ts";
import { database, read } from "../store/firestore.ts";
import type { Caller } from "./caller.ts";
import { accountsNamed } from "./kin.ts";
import { dropHits, putHits } from "./matches.ts";
import { recheck } from "./recheck.ts";
import { readGrid, SheetFile } from "./sheets/readFile.ts";

/** The client makes `id`: asking again with it goes on with the same list. `commit: false` only reads. */
export const ListRequest = z.strictObject({
  id: z.string().regex(CLIENT_ID),
  campaign: z.string().min(1).max(64),
  kind: ListKind,
  source: typedText(2, 100),
  column: z.int().min(0).max(MOST_COLUMNS).optional(),
  ...SheetFile,
  commit: z.boolean(),
});
export type ListRequest = z.infer<typeof ListRequest>;

export const ListRemoval = z.strictObject({ list: z.string().regex(CLIENT_ID), reason: typedText(2, 200) });
export type ListRemoval = z.infer<typeof ListRemoval>;

const MAY_TAKE: readonly StaffRole[] = ["povertyOfficer", "campaignOffice"];
const MOST_LISTED = 500;
const DAY_MS = 86_400_000;

async function campaignFor(db: Firestore, caller: Caller, id: string): Promise<Campaign> {
  const campaign = read(Campaign, await db.doc(paths.campaign(id)).get()) ?? refuse("campaignUnknown");
  if (!MAY_TAKE.some((role) => holds(caller.roles, role, campaign.town.code))) refuse("notHeld");
  return campaign;
}

/** Text that came from a file has commas, text that was pasted has tabs, in its first line already. */
const markIn = (text: string) => (text.split("\n", 1)[0]?.includes("\t") ? "\t" : ",");

/**
 * Reads an outside list and holds it against the people of the campaign, those of today and those who come later, by
 * their hashes alone: neither the file nor a name or number of it is kept. Lines that are wrong are told and left out.
 * @throws Refusal
 */
export async function takeList(caller: Caller, request: ListRequest): Promise<ListReport> {
  const db = database();
  const campaign = await campaignFor(db, caller, request.campaign);
  const grid = request.text === undefined ? await readGrid(request) : gridOfText(request.text, markIn(request.text));
  const ofKin = request.kind === "staffRelative";
  const list = readList(grid, { column: request.column, ofKin });
  const kin = ofKin ? await cadresOf(db, campaign, list) : null;
  if (!request.commit) return reportOf(list, { committed: false, matched: 0, kin });
  if (list.people.length === 0) refuse("listEmpty");
  const matched = await enter(db, { caller, request, campaign, people: list.people, kin: kin?.byAccount ?? new Map() });
  return reportOf(list, { committed: true, matched, kin });
}

type Cadres = { byAccount: Map<string, string[]>; recusing: number; nameless: number };

/** The relatives of each account that a list names: with these it is kept away as if it had declared them. */
async function cadresOf(db: Firestore, { town }: Campaign, { people, kin }: ReadList): Promise<Cadres> {
  const accounts = await accountsNamed(db, town.code, kin.map(({ cadre }) => cadre));
  const held = kin.flatMap(({ person, cadre }) => (accounts.get(cadre) ?? []).map((account) => ({ account, person })));
  const recusing = new Set(held.map(({ person }) => person)).size;
  const byAccount = new Map([...Map.groupBy(held, ({ account }) => account)].map(([account, lines]) => [account, lines.map(({ person }) => person)]));
  return { byAccount, recusing, nameless: people.length - recusing };
}

type Work = { caller: Caller; request: ListRequest; campaign: Campaign; people: readonly string[]; kin: Cadres["byAccount"] };

async function enter(db: Firestore, work: Work): Promise<number> {
  const { request: { id, campaign, kind }, people, kin } = work;
  const { at, note } = await openList(db, work);
  try {
    for (const [staff, relatives] of kin) await putHits(db, campaign, { kind, list: id, staff }, relatives.map(hashIdentity));
    if (WHOLE_LISTS.includes(kind)) await putHits(db, campaign, { kind, list: id }, [HELD]);
    const known = await putHits(db, campaign, { kind, list: id }, people.map(hashIdentity), (done) => note({ done }));
    await recheck(campaign, [...new Set([...known.applications, ...(await markedWith(db, campaign, kind))])], at);
    await note({ state: "done", matched: known.people });
    return known.people;
  } catch (error) {
    await note({ state: "failed" });
    throw error;
  }
}

/** Households that say of themselves what a whole list says: they are looked at also where they are not on it. */
async function markedWith(db: Firestore, campaign: string, kind: ListKind): Promise<string[]> {
  if (!WHOLE_LISTS.includes(kind)) return [];
  const found = await db.collection("applications").where("campaign", "==", campaign).where("facts.attribute", "in", PAID).select().get();
  return found.docs.map(({ id }) => id);
}

/** Opens the document that tells of the list, and leaves the line of who brought it. */
async function openList(db: Firestore, { caller, request: { id, campaign: campaignId, kind, source }, campaign, people }: Work) {
  const ref = db.doc(paths.list(id));
  const at = new Date();
  await db.runTransaction(async (tx) => {
    const before = read(OutsideList, await tx.get(ref));
    if (before && (before.campaign !== campaignId || before.kind !== kind || before.state === "removing")) refuse("importOfOther");
    const list: OutsideList = {
      campaign: campaignId, areas: campaign.areas, kind, source, people: people.length, done: 0, matched: 0, state: "writing", by: caller.uid,
      at, changedAt: at, expiresAt: new Date(at.getTime() + campaign.lists.keepDays * DAY_MS),
    };
    tx.set(ref, list);
    tx.create(db.doc(paths.audit(randomUUID())), { what: "takeList", by: caller.uid, at, areas: campaign.areas, subject: id, reason: source } satisfies Audit);
  });
  return { at, note: async (changes: Partial<OutsideList>) => void (await ref.update({ ...changes, changedAt: new Date() })) };
}

/** Takes a list back before its time, for a reason; its findings settle by themselves. @throws Refusal */
export async function removeList(caller: Caller, { list: id, reason }: ListRemoval): Promise<{ removed: boolean }> {
  const db = database();
  const list = read(OutsideList, await db.doc(paths.list(id)).get()) ?? refuse("listUnknown");
  await campaignFor(db, caller, list.campaign);
  const audit: Audit = { what: "removeList", by: caller.uid, at: new Date(), areas: list.areas, subject: id, reason };
  await db.doc(paths.audit(randomUUID())).create(audit);
  return { removed: await endList(id, list.campaign, { now: audit.at, mostRounds: Number.POSITIVE_INFINITY }) };
}

/** Takes away what a list has brought, and then the list. False when there is more to do than one run takes. */
export async function endList(id: string, campaign: string, { now, mostRounds }: { now: Date; mostRounds: number }): Promise<boolean> {
  const db = database();
  const ref = db.doc(paths.list(id));
  /* From now on it would be begun anew under this id; and who looks sees it go. */
  await ref.update({ state: "removing", expiresAt: now, changedAt: now });
  const { applications, isDone } = await dropHits(db, campaign, id, mostRounds);
  const marked = isDone ? await markedWith(db, campaign, ListKind.parse((await ref.get()).get("kind"))) : [];
  await recheck(campaign, [...new Set([...applications, ...marked])], now);
  if (isDone) await ref.delete();
  return isDone;
}

function reportOf({ people, errors, ...list }: ReadList, { committed, matched, kin }: { committed: boolean; matched: number; kin: Cadres | null }): ListReport {
  const byCode: Record<string, number> = {};
  for (const { code } of errors) byCode[code] = (byCode[code] ?? 0) + 1;
  const { rows, repeated, empty, column, columns } = list;
  return { committed, column, columns, byCode, kin: kin && { recusing: kin.recusing, nameless: kin.nameless }, counts: { rows, people: people.length, repeated, empty, errors: errors.length, matched }, errors: errors.slice(0, MOST_LISTED) };
}
