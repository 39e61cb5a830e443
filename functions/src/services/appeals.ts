import type { Application } from "../domain/application.ts";
import { Campaign } from "../domain/campaign.ts";
import { NEXT_LEVEL } from "../domain/deadline.ts";
import { periodEnd } from "../domain/notice/period.ts";
import { paths } from "../domain/paths.ts";
import { refuse } from "../domain/problems.ts";
import type { AppealRequest } from "../domain/records.ts";
import { Objection, Objector } from "../domain/records.ts";
import { readApplication } from "../store/applications.ts";
import { database, read } from "../store/firestore.ts";
import { holdBack } from "./flood.ts";
import type { Filed } from "./objections.ts";
import { publicAction } from "./objections.ts";

/**
 * Takes the one appeal against a dismissed objection: an objection of its own, to the next level, which holds the
 * household like the first where it is not decided yet. Who knows the number of an objection is its sender (`filedAs`), and
 * is told the `number` of the appeal by it. Sent twice with the same id, it counts once. @throws Refusal
 */
export async function fileAppeal(request: AppealRequest, source: string, number = request.id): Promise<Filed> {
  const db = database();
  const [ref, firstRef] = [db.doc(paths.objection(request.id)), db.doc(paths.objection(request.objection))];
  return db.runTransaction(async (tx) => {
    const [existing, firstDoc] = await tx.getAll(ref, firstRef);
    const filed = read(Objection, existing);
    if (filed) return { objection: request.id, dueAt: filed.dueAt };
    const first = read(Objection, firstDoc) ?? refuse("appealUnknown");
    const now = firstDoc?.readTime.toDate() ?? new Date();
    if (first.status === "open") refuse("appealTooEarly");
    if (first.appeal || !first.appealUntil || now >= first.appealUntil) refuse("appealNotOpen");
    const [applicationDoc, campaignDoc, hiddenDoc] = await tx.getAll(
      db.doc(paths.application(first.application)), db.doc(paths.campaign(first.campaign)), db.doc(paths.objector(request.objection)),
    );
    const application = readApplication(applicationDoc) ?? refuse("appealUnknown");
    const campaign = read(Campaign, campaignDoc) ?? refuse("wrongCampaign");
    const count = await holdBack(tx, { source, about: request.objection, perHour: campaign.objection.perHour, now });
    const appeal = newAppeal({ request, first, application, campaign, now });
    tx.create(ref, appeal);
    const objector = read(Objector, hiddenDoc);
    tx.create(db.doc(paths.objector(request.id)), objector ?? { name: "", phone: "" });
    if (objector) tx.update(db.doc(paths.objector(request.objection)), { appeal: number });
    tx.update(firstRef, { appeal: request.id });
    count();
    tx.create(db.doc(paths.action(`objection-${request.id}`)), publicAction(request.id, appeal, appeal.notice));
    return { objection: request.id, dueAt: appeal.dueAt };
  });
}

type Appealing = { request: AppealRequest; first: Objection; application: Application; campaign: Campaign; now: Date };

/** It stands on the notice that the household is on now: the period that runs is that one's. */
function newAppeal({ request, first, application: { notice }, campaign, now }: Appealing): Objection {
  return {
    ...first,
    ...(notice && { notice: notice.id, round: notice.round, serial: notice.serial }),
    text: request.text,
    at: now,
    dueAt: periodEnd(now, campaign.objection.answer, campaign.calendar),
    level: NEXT_LEVEL[first.level],
    escalations: [],
    held: false,
    status: "open",
    answer: null,
    photos: 0,
    appeals: request.objection,
    appealUntil: null,
    appeal: null,
    senderErased: false,
  };
}
