import { createHmac } from "node:crypto";
import { Timestamp } from "firebase-admin/firestore";
import { Campaign } from "../domain/campaign.ts";
import { Message, MESSAGES } from "../domain/messages.ts";
import { paths } from "../domain/paths.ts";
import { outwardSecret, outwardUrl } from "../settings.ts";
import { database, read } from "../store/firestore.ts";
import { sendingTimer, setTimer } from "../timers/timers.ts";
import { say } from "./messages.ts";

const DAY_MS = 86_400_000;
/** A receiver that does not answer within that time is tried again. */
const PATIENCE_MS = 10_000;
/** A message that old and never tried has lost its task. */
const GRACE_MS = 300_000;
const BATCH = 50;

/** `again`: not taken, to be tried again. `none`: nothing to send, or sent before. */
export type Sent = "sent" | "again" | "failed" | "none";

/** The signature of a body at a time, as functions/WEBHOOK.md tells the receiver to check it. */
export const signatureOf = (timestamp: string, body: string): string =>
  `v1=${createHmac("sha256", outwardSecret.value()).update(`${timestamp}.${body}`).digest("hex")}`;

function bodyOf(id: string, { kind, campaign, areas, role, account, facts, at }: Message): string {
  const { text, zh, en, room } = MESSAGES[kind];
  return JSON.stringify({ id, kind, campaign, areas, to: { role, account }, title: { zh, en }, text: text(facts), link: `/staff/${room}`, at: at.toISOString() });
}

/** Sends a message to the town's service, once it is taken never again; a message without anybody in it, only a place and figures. */
export async function sendOutward(id: string, now: Date): Promise<Sent> {
  const ref = database().doc(paths.message(id));
  const message = read(Message, await ref.get());
  const url = outwardUrl();
  if (message?.sending?.state !== "waiting") return "none";
  if (!url || now.getTime() - message.sending.since.getTime() > DAY_MS) {
    await giveUp(id, now);
    return "failed";
  }
  const isTaken = await post(url, id, bodyOf(id, message), now);
  const { since, tries } = message.sending;
  await ref.update({ sending: { state: isTaken ? "sent" : "waiting", tries: tries + 1, since, at: isTaken ? now : null } });
  return isTaken ? "sent" : "again";
}

async function post(url: string, id: string, body: string, now: Date): Promise<boolean> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const headers = { "content-type": "application/json; charset=utf-8", "lika-id": id, "lika-timestamp": timestamp, "lika-signature": signatureOf(timestamp, body) };
  try {
    return (await fetch(url, { method: "POST", headers, body, redirect: "error", signal: AbortSignal.timeout(PATIENCE_MS) })).ok;
  } catch {
    return false;
  }
}

/** Gives a message up after its day, and tells the campaign's office, once a day however many there are. */
async function giveUp(id: string, now: Date): Promise<void> {
  const db = database();
  await db.runTransaction(async (tx) => {
    const ref = db.doc(paths.message(id));
    const message = read(Message, await tx.get(ref));
    if (message?.sending?.state !== "waiting") return;
    const campaign = read(Campaign, await tx.get(db.doc(paths.campaign(message.campaign))));
    tx.update(ref, { sending: { ...message.sending, state: "failed", at: now } });
    if (!campaign) return;
    const facts = { place: campaign.town.zh, many: 1, track: "identify" as const, status: null, roles: [] };
    const source = `outward ${message.campaign} ${Math.floor(now.getTime() / DAY_MS)}`;
    say(tx, { source, campaign: message.campaign, outward: { kinds: [] }, area: campaign.town.code, to: { role: "campaignOffice" }, kind: "outwardFailed", facts, at: now });
  });
}

/** Finds what lost its task, and what is a day old. Returns how many were looked after. */
export async function sendLeftovers(now: Date): Promise<number> {
  const before = Timestamp.fromMillis(now.getTime() - GRACE_MS);
  const left = await database().collection("messages").where("sending.state", "==", "waiting").where("sending.since", "<=", before).orderBy("sending.since").limit(BATCH).get();
  for (const { id, ...doc } of left.docs.map((one) => ({ id: one.id, since: (one.get("sending.since") as Timestamp).toMillis() }))) {
    if (now.getTime() - doc.since > DAY_MS) await giveUp(id, now);
    else await setTimer(sendingTimer(id, now));
  }
  return left.size;
}
