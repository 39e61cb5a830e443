/** The same town beside nobody, and beside a hundred times as many households of other towns. */
import { areasOf } from "@domain/areas.ts";
import { Firestore } from "@google-cloud/firestore";
import { newId } from "../../play/player.ts";
import { LONG } from "../support/campaign.ts";
import type { Pair } from "../support/figures.ts";
import { inTurn, timed } from "../support/figures.ts";
import type { Household } from "../support/households.ts";
import { households, VILLAGE_CODES, writeAll } from "../support/households.ts";
import { documentsAt, entryOf } from "../support/service.ts";
import { documentsOf, SAMPLES } from "./actions.ts";
import type { Place, ScreenName } from "./screens.ts";
import { openScreen, SCREENS } from "./screens.ts";
import { openAlone } from "./village.ts";

/** Other towns' villages, of the same county, and of another. */
const others = (at: number): string => `62${String(1000 + (at % 97)).padStart(4, "0")}${String(100 + (at % 7))}${String(200 + (at % 11))}`;

export type Opened = Record<ScreenName, { reads: Pair; time: Pair }>;

/** Each screen in a database of `town` households (floor) and in one of `town` and `around` others (ours), in turn. */
export async function timeScreens({ size: town, around, runs }: { size: number; around: number; runs: number }): Promise<Opened> {
  const alone = { floor: await settle("floor", town, 0), ours: await settle("ours", town, around) };
  const opened = {} as Opened;
  for (const name of Object.keys(SCREENS) as ScreenName[]) {
    const reads: Pair = { ours: [], floor: [] };
    const open = (side: keyof Pair) => async () => {
      const { db, place } = alone[side];
      return timed(async () => reads[side].push(await openScreen(db, name, place)));
    };
    const pair = await inTurn(runs + 1, { ours: open("ours"), floor: open("floor") });
    opened[name] = { reads, time: { ours: pair.ours.slice(1), floor: pair.floor.slice(1) } };
  }
  await Promise.all(Object.values(alone).map(({ db }) => db.terminate()));
  return opened;
}

/** A project of its own with a town whose households stand everywhere after the approval, and so many around it. */
async function settle(name: string, town: number, around: number): Promise<{ db: Firestore; place: Place }> {
  const db = new Firestore({ projectId: `${process.env["GCLOUD_PROJECT"]}-${name}`, ignoreUndefinedProperties: true });
  const campaign = await openAlone(db, LONG);
  const all = households(town);
  const lists = [...Map.groupBy(all, ({ village }) => village).values()];
  for (const list of lists) await writeList(db, list, campaign);
  const [one] = lists[0] ?? [];
  if (!one) throw new Error("a town without households");
  if (around > 0) await surround(db, one, around);
  return { db, place: { campaign, village: VILLAGE_CODES[0] ?? "", application: one.id, entry: entryOf(one, campaign) } };
}

async function writeList(db: Firestore, list: readonly Household[], campaign: string): Promise<void> {
  const statuses = ["approved", "handbookIssued", "reported", "inService"] as const;
  const standing = list.map((household, at) => documentsAt([household], { campaign, status: statuses[at % statuses.length] ?? "approved" }));
  await writeAll(db, [...standing.flat(), ...documentsOf(SAMPLES.runChecks, { id: newId(), list, campaign })]);
}

/** Other towns: the least of each household that the same queries could meet. */
async function surround(db: Firestore, model: Household, around: number): Promise<void> {
  const writer = db.bulkWriter({ throttling: false });
  const documents = documentsAt([model], { campaign: "elsewhere", status: "inService" });
  for (let at = 0; at < around; at += 1) {
    const village = others(at);
    const areas = areasOf(village);
    for (const [path, data] of documents) {
      const [collection = "", , ...below] = path.split("/");
      if (below.length > 0) continue;
      void writer.set(db.doc(`${collection}/elsewhere-${at}`), { ...data, village, areas, campaign: `elsewhere-${at % 100}` });
    }
    if (at % 2_000 === 1_999) await writer.flush();
  }
  await writer.close();
}

