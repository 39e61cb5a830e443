/** What the staff's pages ask for (web/src/staff/data), by the administrator's hand: the same documents. */
import { areasOf } from "@domain/areas.ts";
import { paths } from "@domain/paths.ts";
import type { Status } from "@domain/status.ts";
import { SINCE_APPROVAL } from "@domain/status.ts";
import type { DocumentReference, Firestore, Query } from "@google-cloud/firestore";
import { TOWN } from "../../seed/campaign2013.ts";

/** One village, one of its households. */
export type Place = { campaign: string; village: string; application: string; entry: string };
type Asked = Query | DocumentReference;
type Screen = (db: Firestore, place: Place) => Asked[];

const inVillage = (db: Firestore, path: string, { village }: Place) => db.collection(path).where("areas", "==", areasOf(village));
const ofCampaign = (db: Firestore, path: string, place: Place) => inVillage(db, path, place).where("campaign", "==", place.campaign);
const applications = (db: Firestore, place: Place, statuses: readonly Status[]) => ofCampaign(db, "applications", place).where("status", "in", statuses);
const board: Screen = (db, { campaign }) => [db.collection(`${paths.campaign(campaign)}/villages`)];

/** By the names of their figures. */
export const SCREENS = {
  household: (db, place) => [
    db.doc(paths.application(place.application)),
    inVillage(db, `${paths.application(place.application)}/forms`, place),
    inVillage(db, "actions", place).where("targets", "array-contains", place.application).orderBy("at"),
    inVillage(db, `${paths.household(place.entry)}/versions`, place),
  ],
  pairing: (db, place) => [...board(db, place), applications(db, place, SINCE_APPROVAL), ofCampaign(db, "pairings", place).where("until", "==", null)],
  entry: (db, place) => [
    ...board(db, place),
    applications(db, place, ["registered", "handbookIssued", "entered", "reported", "inService"]),
    ofCampaign(db, "batches", place),
  ],
  trial: (db, place) => [...board(db, place), applications(db, place, ["reported", "inService"]), ofCampaign(db, "findings", place)],
  board,
  tasks: (db, { campaign }) => [
    db.collection("applications").where("areas", "array-contains", TOWN).where("campaign", "==", campaign).where("status", "in", ["approved", "entered"]),
  ],
} as const satisfies Record<string, Screen>;
export type ScreenName = keyof typeof SCREENS;

/** Opens a screen: all it asks for at once. Documents read, as they are billed: a query that finds nothing counts for one. */
export async function openScreen(db: Firestore, name: ScreenName, place: Place): Promise<number> {
  const reads = SCREENS[name](db, place).map(async (asked) => ("where" in asked ? Math.max(1, (await asked.get()).size) : (await asked.get(), 1)));
  return (await Promise.all(reads)).reduce((sum, one) => sum + one, 0);
}
