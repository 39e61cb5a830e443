import { Timestamp } from "firebase-admin/firestore";
import { clockAction } from "../domain/action.ts";
import { Campaign } from "../domain/campaign.ts";
import { Declaration } from "../domain/matches.ts";
import { paths } from "../domain/paths.ts";
import { FAILED } from "../domain/status.ts";
import { database, read } from "../store/firestore.ts";
import { endDeclaration } from "./declarations.ts";
import { photosOf } from "./evidence.ts";

const DAY = 86_400_000;
/** So many of each kind in one run. */
const BATCH = 100;

const before = (now: Date, days: number) => Timestamp.fromMillis(now.getTime() - days * DAY);

/** What one run took away. */
export type Retired = { erased: number; drafts: number; senders: number; declarations: number };
export const NOTHING_RETIRED: Retired = { erased: 0, drafts: 0, senders: 0, declarations: 0 };

/**
 * Takes away what a campaign keeps no longer: of applications that failed, by the clock's own action; drafts that nobody
 * sent; who sent an objection or a complaint that was answered long ago; and what the staff declared of themselves and not since. Safe to
 * run twice.
 */
export async function endRetention(now: Date): Promise<Retired> {
  const done = { ...NOTHING_RETIRED };
  const campaigns = await database().collection("campaigns").get();
  for (const snapshot of campaigns.docs) {
    const campaign = read(Campaign, snapshot);
    if (!campaign) continue;
    done.erased += await eraseFailed(snapshot.id, campaign, now);
    done.drafts += await eraseDrafts(snapshot.id, before(now, campaign.retention.draftDays));
    for (const collection of ["objections", "complaints"]) done.senders += await forgetSenders(collection, snapshot.id, before(now, campaign.retention.senderDays));
    done.declarations += await endDeclarations(snapshot.id, campaign, now);
  }
  return done;
}

async function eraseFailed(id: string, { retention }: Campaign, now: Date): Promise<number> {
  const db = database();
  const found = await db.collection("applications")
    .where("campaign", "==", id).where("erased", "==", null).where("status", "in", FAILED).where("since", "<=", before(now, retention.failedDays))
    .orderBy("since").limit(BATCH).get();
  let erased = 0;
  for (const doc of found.docs) {
    const action = clockAction({ type: "erase", campaign: id, area: String(doc.get("village")), at: now, targets: [doc.id], input: {} });
    /* One for each time it failed: a household that came back and failed again is erased again. */
    const since = (doc.get("since") as Timestamp).toMillis();
    erased += await db.doc(paths.action(`erase-${doc.id}-${since}`)).create(action).then(() => 1, () => 0);
  }
  return erased;
}

/** Drafts that nobody touched since, with their photos. One that is touched or sent at that moment stays. */
async function eraseDrafts(campaign: string, until: Timestamp): Promise<number> {
  const db = database();
  const found = await db.collection("applications")
    .where("campaign", "==", campaign).where("status", "==", "draft").where("createdAt", "<=", until).orderBy("createdAt").limit(BATCH).get();
  let erased = 0;
  for (const draft of found.docs) {
    const forms = (await draft.ref.collection("drafts").get()).docs;
    const all = [draft, ...forms];
    if (all.some(({ updateTime }) => updateTime.toMillis() > until.toMillis())) continue;
    const batch = db.batch();
    for (const { ref, updateTime } of all) batch.delete(ref, { lastUpdateTime: updateTime });
    for (const photo of all.flatMap((doc) => photosOf(doc.get("form"), "consultation"))) batch.delete(db.doc(paths.evidence(photo)));
    erased += await batch.commit().then(() => 1, () => 0);
  }
  return erased;
}

async function endDeclarations(campaign: string, { retention }: Campaign, now: Date): Promise<number> {
  const found = await database().collection("declarations")
    .where("campaign", "==", campaign).where("at", "<=", before(now, retention.kinDays)).orderBy("at").limit(BATCH).get();
  const ended = found.docs.flatMap((doc) => read(Declaration, doc) ?? []);
  for (const one of ended) await endDeclaration(campaign, one, { now, why: "retention" });
  return ended.length;
}

async function forgetSenders(collection: string, campaign: string, until: Timestamp): Promise<number> {
  const db = database();
  const found = await db.collection(collection)
    .where("campaign", "==", campaign).where("senderErased", "==", false).where("answer.at", "<=", until).limit(BATCH).get();
  if (found.empty) return 0;
  const batch = db.batch();
  for (const { ref } of found.docs) {
    batch.delete(ref.collection("private").doc("objector"));
    batch.update(ref, { senderErased: true });
  }
  await batch.commit();
  return found.size;
}
