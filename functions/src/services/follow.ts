import { Campaign } from "../domain/campaign.ts";
import { inFours, unconfused } from "../domain/letters.ts";
import type { MeetingKind } from "../domain/meeting.ts";
import { Notice } from "../domain/notice/notice.ts";
import { paths } from "../domain/paths.ts";
import { refuse } from "../domain/problems.ts";
import type { AnswerLevel } from "../domain/records.ts";
import { Objection, Receipt } from "../domain/records.ts";
import type { Actor } from "../domain/roles.ts";
import type { Status, Track } from "../domain/status.ts";
import { statusOf } from "../domain/status.ts";
import { readApplication } from "../store/applications.ts";
import { database, read } from "../store/firestore.ts";
import { publishedOf } from "./answers.ts";

/** What a receipt number tells: where it stands, with whom, since when, until when. No person, no number. */
export type Followed = {
  track: Track;
  status: Status;
  holders: readonly Actor[];
  village: string;
  since: Date | null;
  until: Date | null;
  returned: string | null;
  heldByObjection: boolean;
  /** Meetings on it beside the first, and records put right: what changed after the seal is told to the household too. */
  again: { kind: MeetingKind; at: Date; reason: string }[];
  /** Late, and which level above was told; a clock that stands still, until when; since when the present helper is. */
  late: AnswerLevel | null;
  stoppedUntil: Date | null;
  helperFrom: string | null;
  objections: ToldObjection[];
};

/** An objection to this household, as itself may know of it: who answers and by when, then the published answer. Never who objected, when, or in which words. */
export type ToldObjection = Pick<Objection, "status" | "level" | "dueAt"> & { answer: { text: string; at: Date } | null };

/** Few households meet more; the latest are told. */
const MOST_OBJECTIONS = 20;

async function objectionsTo(application: string): Promise<ToldObjection[]> {
  const found = await database().collection("objections").where("application", "==", application).get();
  const all = found.docs.flatMap((doc) => read(Objection, doc) ?? []).sort((a, b) => b.at.getTime() - a.at.getTime());
  return all.slice(0, MOST_OBJECTIONS).map(({ status, level, dueAt, answer }) => ({ status, level, dueAt, answer: publishedOf(answer) }));
}

/** @throws Refusal `receiptUnknown` for anything but a number that was handed out. */
export async function follow(number: string): Promise<Followed> {
  const db = database();
  const clean = unconfused(number).replace(/[^0-9A-Z]/g, "");
  if (clean.length !== 12) refuse("receiptUnknown");
  const path = paths.receipt(inFours(clean));
  const receipt = read(Receipt, await db.doc(path).get()) ?? refuse("receiptUnknown");
  const application = readApplication(await db.doc(paths.application(receipt.application)).get()) ?? refuse("receiptUnknown");
  const campaign = read(Campaign, await db.doc(paths.campaign(application.campaign)).get());
  const { track, status, since, dueAt, returned, openObjections, village, meetings, escalated, hold, helper } = application;
  const onNotice = status === "villageNotice" || status === "townNotice" ? application.notice : null;
  const notice = onNotice ? read(Notice, await db.doc(paths.notice(onNotice.id)).get()) : undefined;
  return {
    track,
    status,
    holders: statusOf(track, status).holders,
    village: campaign?.villages.find(({ code }) => code === village)?.name ?? "",
    since,
    until: notice?.closesAt ?? dueAt,
    returned: returned?.reasons ?? null,
    heldByObjection: openObjections > 0,
    again: meetings.filter(({ kind }) => kind !== "regular").map(({ kind, at, reason }) => ({ kind, at, reason })),
    late: escalated?.to ?? null,
    stoppedUntil: hold && !hold.ended && hold.until > new Date() ? hold.until : null,
    helperFrom: helper?.from ?? null,
    objections: await objectionsTo(receipt.application),
  };
}
