/** A village and its notices, written by hand: for measurements that begin behind them. */
import type { Campaign } from "@domain/campaign.ts";
import { emptyCounts } from "@domain/campaign.ts";
import { areasOf } from "@domain/areas.ts";
import type { Notice } from "@domain/notice/notice.ts";
import type { Period } from "@domain/notice/period.ts";
import { paths } from "@domain/paths.ts";
import type { Firestore } from "@google-cloud/firestore";
import { TOWN, VILLAGES } from "../../seed/campaign2013.ts";
import { uidOf } from "../../seed/accounts.ts";
import { committeeOf } from "../../seed/cast.ts";
import { newId } from "../../play/player.ts";
import { newCampaign, settingsOf } from "../support/campaign.ts";
import type { Household } from "../support/households.ts";
import { applicationAt, formsOf, writeAll } from "../support/households.ts";

/** A campaign that is open in every village. */
export async function openAlone(db: Firestore, period: Period): Promise<string> {
  const campaign = newCampaign();
  const settings: Campaign = {
    ...settingsOf(campaign, period),
    status: "open",
    areas: areasOf(TOWN),
    split: null,
    version: 1,
  };
  const villages = VILLAGES.flatMap(({ code, name }) => [
    [
      paths.village(campaign, code),
      { campaign, code, name, areas: areasOf(code), quota: null, counts: emptyCounts() },
    ] as const,
    [
      paths.villageRegister(campaign, code),
      { register: campaign, village: code, areas: areasOf(code), nextSerial: 1 },
    ] as const,
  ]);
  await writeAll(db, [[paths.campaign(campaign), settings], ...villages]);
  return campaign;
}

/** What a notice needs: its campaign, its households of one village, its end. */
export type Hanging = { campaign: string; list: readonly Household[]; closesAt: Date };

/** Documents of an open village notice with its households on it; the first is the notice itself. */
export function noticeDocuments(
  id: string,
  { campaign, list, closesAt }: Hanging,
): (readonly [string, object])[] {
  const village = list[0]?.village ?? "";
  const publisher = uidOf(committeeOf(village));
  const rows = list.map((household, at) => {
    const { householder, groupName: group, memberCount: people } = formsOf(household).facts;
    return { serial: at + 1, group, householder, people, track: "identify" as const };
  });
  const notice: Notice = {
    campaign,
    rehearsal: true,
    year: 2013,
    village,
    villageName: "村",
    townName: "镇",
    areas: areasOf(village),
    round: "village",
    ofVillage: false,
    list: rows,
    opensAt: new Date(),
    closesAt,
    status: "open",
    closedAt: null, reminded: null,
    place: "村委会",
    phone: "0935-0000000",
    boardPhotos: [],
    extensions: [],
    publishedBy: { uid: publisher, role: "villageCommittee", action: id },
  };
  return [
    [paths.notice(id), notice],
    [paths.noticeHouseholds(id), { applications: list.map((household) => household.id) }],
    ...list.map(
      (household) =>
        [
          paths.application(household.id),
          applicationAt(household, { campaign, status: "villageNotice", notice: id }),
        ] as const,
    ),
  ];
}

/** Hangs a notice up. */
export async function publishAlone(db: Firestore, hanging: Hanging): Promise<string> {
  const id = newId();
  await writeAll(db, noticeDocuments(id, hanging));
  return id;
}
