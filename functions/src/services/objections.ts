import type { Action } from "../domain/action.ts";
import type { Application } from "../domain/application.ts";
import { Campaign } from "../domain/campaign.ts";
import { Notice, NoticeHouseholds } from "../domain/notice/notice.ts";
import { periodEnd } from "../domain/notice/period.ts";
import { paths } from "../domain/paths.ts";
import { refuse } from "../domain/problems.ts";
import type { AnswerLevel, ObjectionRequest } from "../domain/records.ts";
import { Objection } from "../domain/records.ts";
import { readApplication } from "../store/applications.ts";
import { database, read } from "../store/firestore.ts";
import { keepPhotos, readPhotos } from "./filedPhotos.ts";
import { holdBack } from "./flood.ts";

/** The level above the one that published (design.md, section 4). */
const LEVEL_ABOVE: Record<Notice["round"], AnswerLevel> = { village: "town", town: "county" };

export type Filed = { objection: string; dueAt: Date };

/**
 * Takes an objection to one line of an open notice and appends the public's action that holds this household.
 * Sent twice with the same id, it counts once. @throws Refusal when the notice is over, the line unknown, or too
 * many come from one source.
 */
export async function fileObjection(request: ObjectionRequest, source: string): Promise<Filed> {
  const db = database();
  const ref = db.doc(paths.objection(request.id));
  const photos = readPhotos(request.photos);
  return db.runTransaction(async (tx) => {
    const [existing, noticeDoc, householdsDoc] = await tx.getAll(
      ref,
      db.doc(paths.notice(request.notice)),
      db.doc(paths.noticeHouseholds(request.notice)),
    );
    const filed = read(Objection, existing);
    if (filed) return { objection: request.id, dueAt: filed.dueAt };
    const now = noticeDoc?.readTime.toDate() ?? new Date();
    const notice = read(Notice, noticeDoc) ?? refuse("noticeUnknown");
    if (notice.status !== "open" || now >= notice.closesAt) refuse("noticeClosed");
    const target = read(NoticeHouseholds, householdsDoc)?.applications[request.serial - 1] ?? refuse("notOnNotice");
    const [applicationDoc, campaignDoc] = await tx.getAll(db.doc(paths.application(target)), db.doc(paths.campaign(notice.campaign)));
    const application = readApplication(applicationDoc);
    if (application?.notice?.id !== request.notice) refuse("notOnThisNotice");
    const campaign = read(Campaign, campaignDoc) ?? refuse("wrongCampaign");
    const count = await holdBack(tx, { source, about: request.notice, perHour: campaign.objection.perHour, now });
    const objection = newObjection({ request, notice, application, target, campaign, now });
    tx.create(ref, objection);
    tx.create(db.doc(paths.objector(request.id)), { name: request.name, phone: request.phone });
    keepPhotos(tx, paths.objection(request.id), photos);
    count();
    tx.create(db.doc(paths.action(`objection-${request.id}`)), publicAction(request.id, objection, request.notice));
    return { objection: request.id, dueAt: objection.dueAt };
  });
}

type Filing = { request: ObjectionRequest; notice: Notice; target: string; now: Date };

function newObjection({ request, notice, application, target, campaign, now }: Filing & { application: Application; campaign: Campaign }): Objection {
  return {
    campaign: notice.campaign,
    village: notice.village,
    areas: notice.areas,
    notice: request.notice,
    round: notice.round,
    serial: request.serial,
    application: target,
    householder: application.facts?.householder ?? "",
    text: request.text,
    at: now,
    dueAt: periodEnd(now, campaign.objection.answer, campaign.calendar),
    level: LEVEL_ABOVE[notice.round],
    escalations: [],
    held: false,
    status: "open",
    answer: null,
    photos: request.photos.length,
    appeals: null,
    appealUntil: null,
    appeal: null,
    senderErased: false,
  };
}

/** What the household's history says of it: that there is one, never by whom or what. `notice` is the one it stands on now. */
export function publicAction(objection: string, { campaign, village, areas, application, at }: Objection, notice: string): Action {
  return {
    type: "raiseObjection", campaign, area: village, areas, by: "public", role: "public",
    at, targets: [application], input: { objection, notice }, pending: true,
  };
}
