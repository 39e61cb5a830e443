import * as z from "zod";
import { areasOf, holds, isInside } from "../domain/areas.ts";
import { Campaign } from "../domain/campaign.ts";
import { periodEnd } from "../domain/notice/period.ts";
import { CLIENT_ID, paths } from "../domain/paths.ts";
import { refuse } from "../domain/problems.ts";
import type { ComplaintRequest } from "../domain/records.ts";
import { Complaint } from "../domain/records.ts";
import { hasNumber, typedText } from "../domain/text.ts";
import { database, read } from "../store/firestore.ts";
import type { Caller } from "./caller.ts";
import { keepPhotos, readPhotos } from "./filedPhotos.ts";
import { holdBack } from "./flood.ts";

export type FiledComplaint = { complaint: string; dueAt: Date };

/** Takes a complaint about staff, for the supervisors of the area alone. Sent twice with the same id, it counts once. @throws Refusal */
export async function fileComplaint(request: ComplaintRequest, source: string): Promise<FiledComplaint> {
  const { id, campaign: name, village, about, text } = request;
  const db = database();
  const ref = db.doc(paths.complaint(id));
  const photos = readPhotos(request.photos);
  return db.runTransaction(async (tx) => {
    const [existing, campaignDoc] = await tx.getAll(ref, db.doc(paths.campaign(name)));
    const filed = read(Complaint, existing);
    if (filed) return { complaint: id, dueAt: filed.dueAt };
    const campaign = read(Campaign, campaignDoc) ?? refuse("wrongCampaign");
    if (!campaign.villages.some(({ code }) => code === village)) refuse("wrongVillage");
    const now = campaignDoc?.readTime.toDate() ?? new Date();
    const { perHour, answer } = campaign.objection;
    const count = await holdBack(tx, { source, about: `complaints ${village}`, perHour, now });
    const complaint: Complaint = {
      campaign: name, village, areas: areasOf(village), about, text, photos: photos.length, at: now,
      dueAt: periodEnd(now, answer, campaign.calendar), level: "town", status: "open", answer: null, senderErased: false,
    };
    tx.create(ref, complaint);
    tx.create(db.doc(paths.complainant(id)), { name: request.name, phone: request.phone });
    keepPhotos(tx, paths.complaint(id), photos);
    count();
    return { complaint: id, dueAt: complaint.dueAt };
  });
}

export const ComplaintAnswer = z.strictObject({
  complaint: z.string().regex(CLIENT_ID),
  finding: z.enum(["founded", "unfounded"]),
  reasons: typedText(2, 1000),
  published: typedText(2, 1000),
});

/**
 * A supervisor's answer. Not an action: actions are read by all staff of the area, and this concerns one of them.
 * @throws Refusal
 */
export async function answerComplaint(caller: Caller, { complaint: id, finding, reasons, published }: z.infer<typeof ComplaintAnswer>): Promise<{ status: string }> {
  if (hasNumber(published)) refuse("answerTellsNumber");
  const db = database();
  const ref = db.doc(paths.complaint(id));
  return db.runTransaction(async (tx) => {
    const snapshot = await tx.get(ref);
    const complaint = read(Complaint, snapshot) ?? refuse("complaintUnknown");
    if (!holds(caller.roles, "supervisor", complaint.village)) refuse("complaintUnknown");
    if (complaint.status !== "open") refuse("complaintAnswered");
    const isCountys = (caller.roles.supervisor ?? []).some((area) => isInside(complaint.village, area) && area.length === 6);
    if (complaint.level === "county" && !isCountys) refuse("complaintAbove");
    const at = snapshot.readTime.toDate();
    tx.update(ref, { status: finding, answer: { reasons, published, at, by: caller.uid } });
    return { status: finding };
  });
}

/** Passes a complaint that the town's supervisor left unanswered to the county's alone, with a clock of its own. */
export async function escalateComplaint(id: string, now: Date): Promise<boolean> {
  const db = database();
  const ref = db.doc(paths.complaint(id));
  return db.runTransaction(async (tx) => {
    const complaint = read(Complaint, await tx.get(ref));
    if (!complaint || complaint.status !== "open" || complaint.dueAt > now) return false;
    const campaign = read(Campaign, await tx.get(db.doc(paths.campaign(complaint.campaign))));
    if (!campaign) return false;
    tx.update(ref, { level: "county", dueAt: periodEnd(now, campaign.objection.answer, campaign.calendar) });
    return true;
  });
}
