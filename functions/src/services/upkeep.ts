import { Timestamp } from "firebase-admin/firestore";
import { NEXT_LEVEL } from "../domain/deadline.ts";
import { periodEnd } from "../domain/notice/period.ts";
import { Campaign } from "../domain/campaign.ts";
import { Notice } from "../domain/notice/notice.ts";
import { paths } from "../domain/paths.ts";
import type { MessageFacts } from "../domain/messages.ts";
import { problem } from "../domain/problems.ts";
import { ANSWERED_BY, Objection } from "../domain/records.ts";
import { database, read } from "../store/firestore.ts";
import { upkeepSeconds } from "../settings.ts";
import { closingTimer, setTimer } from "../timers/timers.ts";
import { appendAlarms } from "./alarms.ts";
import { refusedWhole } from "./applyAction.ts";
import { carryOut } from "./carryOut.ts";
import { escalateComplaint } from "./complaints.ts";
import { endList } from "./lists.ts";
import { endNotice, isToRemind, LAST_DAY_MS, remindOfEnd } from "./endNotice.ts";
import { findUnowned } from "./owners.ts";
import { sendLeftovers } from "./outward.ts";
import { placeOf, say } from "./messages.ts";
import type { Retired } from "./retention.ts";
import { endRetention, NOTHING_RETIRED } from "./retention.ts";

/** What one periodic run found to do. */
export type Upkeep = Retired & { finished: number; ended: number; timers: number; escalated: number; expired: number; alarms: number; failed: number };

/** An action that old without an outcome was left by a trigger that died. */
const GRACE_MS = 30_000;
const BATCH = 200;
/** Outside lists past their time, and how much of one is taken away in one run. */
const FEW = 3;
const ROUNDS = 5;
/** What has failed for that long will not come through, and must not stand in the way of others. */
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Refuses an action that fails again and again, by name, so that its sender learns of it. */
async function giveUp(id: string, now: Date): Promise<void> {
  await database().doc(paths.action(id)).update({ outcome: refusedWhole(problem("failed"), now), pending: false });
}

/** Whether this is the first run of an hour: who is in charge where changes rarely, and asking reads every account. */
const isFullHour = (now: Date): boolean => now.getTime() % HOUR_MS < upkeepSeconds() * 1000;

/** Each of a list in turn; one that fails is counted and left for the next run. */
async function each<T>(items: T[], work: (item: T) => Promise<void>): Promise<number> {
  let failed = 0;
  for (const item of items) await work(item).catch(() => (failed += 1));
  return failed;
}

/**
 * Finishes what a lost task or a killed function left: actions without an outcome, notices past their end, notices in their
 * last day whose timer is gone, objections and households past their due date, outside lists past their time. Safe to run
 * at any time, twice, or beside itself.
 */
export async function runUpkeep(now: Date): Promise<Upkeep> {
  const db = database();
  const done: Upkeep = { finished: 0, ended: 0, timers: 0, escalated: 0, expired: 0, alarms: 0, failed: 0, ...NOTHING_RETIRED };
  const [stuck, open, late, complaints, expired] = await Promise.all([
    db.collection("actions").where("pending", "==", true).orderBy("at").limit(BATCH).get(),
    /* Of what hangs only what ends within a day wants its timer back, or a reminder: a county has far more hanging. */
    db.collection("notices").where("status", "==", "open").where("closesAt", "<=", Timestamp.fromMillis(now.getTime() + LAST_DAY_MS)).orderBy("closesAt").limit(BATCH).get(),
    db.collection("objections").where("status", "==", "open").where("dueAt", "<=", Timestamp.fromDate(now)).limit(BATCH).get(),
    db.collection("complaints").where("status", "==", "open").where("dueAt", "<=", Timestamp.fromDate(now)).limit(BATCH).get(),
    db.collection("lists").where("expiresAt", "<=", Timestamp.fromDate(now)).orderBy("expiresAt").limit(FEW).get(),
  ]);
  const old = stuck.docs.filter((doc) => doc.createTime.toMillis() < now.getTime() - GRACE_MS);
  done.failed += await each(old, async ({ id, createTime }) => {
    await carryOut(id).catch((error: unknown) => {
      if (createTime.toMillis() > now.getTime() - DAY_MS) throw error;
      return giveUp(id, now);
    });
    done.finished += 1;
  });
  done.failed += await each(open.docs, async (doc) => {
    const closesAt = (doc.get("closesAt") as Timestamp).toDate();
    if (closesAt <= now) {
      if ((await endNotice(doc.id)) === "ended") done.ended += 1;
      return;
    }
    await setTimer(closingTimer({ id: doc.id, closesAt }, now));
    done.timers += 1;
    const notice = read(Notice, doc);
    if (notice && isToRemind(notice, now)) await remindOfEnd(doc.id, now);
  });
  done.failed += await each(late.docs, async ({ id }) => {
    if (await escalate(id, now)) done.escalated += 1;
  });
  done.failed += await each(complaints.docs, async ({ id }) => {
    if (await escalateComplaint(id, now)) done.escalated += 1;
  });
  done.failed += await each(expired.docs, async (doc) => {
    if (await endList(doc.id, String(doc.get("campaign")), { now, mostRounds: ROUNDS })) done.expired += 1;
  });
  await lookRound(now, done);
  return done;
}

/** Once an hour what is kept no longer goes. Then what nobody did is told: where nobody is in charge, what is soon due, what is late. */
async function lookRound(now: Date, done: Upkeep): Promise<void> {
  if (isFullHour(now)) {
    done.failed += await each([now], async () => void Object.assign(done, await endRetention(now)));
    const campaigns = await database().collection("campaigns").where("status", "==", "open").select().get();
    done.failed += await each(campaigns.docs, async ({ id }) => void (await findUnowned(id, now)));
  }
  done.failed += await each([now], async () => void (await sendLeftovers(now)));
  done.failed += await each(await appendAlarms(now), async (id) => {
    done.alarms += (await carryOut(id)).applied;
  });
}

/** Passes an objection that was not answered in time to the next level, with a clock of its own. */
async function escalate(id: string, now: Date): Promise<boolean> {
  const db = database();
  const ref = db.doc(paths.objection(id));
  return db.runTransaction(async (tx) => {
    const objection = read(Objection, await tx.get(ref));
    if (!objection || objection.status !== "open" || objection.dueAt > now) return false;
    const campaign = read(Campaign, await tx.get(db.doc(paths.campaign(objection.campaign))));
    if (!campaign) return false;
    const to = NEXT_LEVEL[objection.level];
    const escalations = [...objection.escalations, { from: objection.level, to, at: now }].slice(-20);
    const { campaign: of, village, escalations: { length } } = objection;
    const facts = { place: placeOf(campaign, village), many: 1, track: "identify", status: null, roles: [] } satisfies MessageFacts;
    say(tx, { source: `${id} ${length}`, campaign: of, outward: campaign.outward, area: village, to: { role: ANSWERED_BY[to] }, kind: "objectionPassedOn", facts, at: now });
    tx.update(ref, { level: to, escalations, dueAt: periodEnd(now, campaign.objection.answer, campaign.calendar) });
    return true;
  });
}
