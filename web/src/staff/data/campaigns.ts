import { Campaign, VillageProgress } from "@domain/campaign.ts";
import type { AreaCode } from "@domain/areas.ts";
import { paths } from "@domain/paths.ts";
import { collection, query, where } from "firebase/firestore";
import type { WithId } from "./convert.ts";
import { database } from "./database.ts";
import { listenToList } from "./listen.ts";
import { useLive } from "./live.ts";

export type KnownCampaign = WithId<Campaign>;

/** The campaigns of an area, newest first: a village sees its town's. */
export function useCampaigns(area: AreaCode | undefined) {
  const seenFrom = area?.slice(0, 9);
  const make = () => query(collection(database(), "campaigns"), where("areas", "array-contains", seenFrom));
  return useLive(seenFrom && `campaigns ${seenFrom}`, listenToList(make, Campaign));
}

/** The villages of a campaign with their sizes and counters. */
export function useVillages(campaign: string | undefined) {
  const make = () => collection(database(), `${paths.campaign(campaign ?? "")}/villages`);
  return useLive(campaign && `villages ${campaign}`, listenToList(() => query(make()), VillageProgress));
}
