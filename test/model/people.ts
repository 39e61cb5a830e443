import { Campaign, VillageProgress } from "@domain/campaign.ts";
import type { CampaignSettings } from "@domain/campaign.ts";
import { CHECKS } from "@domain/checks/checks.ts";
import { paths } from "@domain/paths.ts";
import { Household } from "@domain/register.ts";
import type { Track } from "@domain/status.ts";
import type { Firestore } from "@google-cloud/firestore";
import { withDates } from "../../functions/src/store/firestore.ts";
import type { Sample } from "../functions/households.ts";
import { exitingHousehold, poorHousehold, poorVillage, writeRegister } from "../functions/households.ts";
import type { Town } from "../functions/town.ts";
import { ALL_SEATS, personAt, staffOf } from "../functions/town.ts";
import { HOUSEHOLDS } from "./anyMove.ts";
import { Reference } from "./reference.ts";

/** Who lives in a run's town: up to `HOUSEHOLDS` households, the last two in the second village, and a village that is poor itself. */
export type Wish = { households: number; twoVillages: boolean; poorVillage: boolean };

/** Nothing that the checks ask stands before a step here: the reference does not know what they ask. */
export const NOTHING_BLOCKS = { findings: { blocks: Object.fromEntries(CHECKS.household.map(({ id }) => [id, null])) } } satisfies Partial<CampaignSettings>;

/** Two of them are on last year's register, and the last names the same people as the one before. */
function samplesOf(town: Town, ids: readonly string[], { households, twoVillages, poorVillage: isPoor }: Wish): Sample[] {
  return Array.from({ length: households }, (_, at) => {
    const village = twoVillages && at >= HOUSEHOLDS - 2 ? town.second : town.first;
    const seed = 1000 + (at === HOUSEHOLDS - 1 ? at - 1 : at);
    if (at < 2) return exitingHousehold({ village, seed, memberCount: 3, household: ids[at] ?? "" });
    return at === 2 && isPoor ? poorVillage({ village, seed }) : poorHousehold({ village, seed, memberCount: 3 });
  });
}

/** A run's people, and the same town in memory. The campaign is open and its size is split. */
export async function settle(db: Firestore, town: Town, wish: Wish): Promise<{ town: Town; samples: Sample[]; reference: Reference }> {
  const look = async (path: string) => withDates((await db.doc(path).get()).data());
  const ids = await writeRegister(db, town, town.first, 2);
  const campaign = Campaign.parse(await look(paths.campaign(town.campaign)));
  const villages = await Promise.all([town.first, town.second].map(async ({ code }) => VillageProgress.parse(await look(paths.village(town.campaign, code)))));
  const limits = new Map(villages.map(({ code, quota }): [string, Record<Track, number>] => [code, { identify: 0, exit: 0, village: 0, ...quota }]));
  const entries = await Promise.all(ids.map(async (id) => [id, Household.parse(await look(paths.household(id)))] as [string, Household]));
  const staff = new Map(ALL_SEATS.map((seat) => personAt(town, seat)).map((person) => [person.uid, staffOf(person)]));
  return { town, samples: samplesOf(town, ids, wish), reference: new Reference({ campaign, staff, limits, entries }) };
}
