import type { DocumentSnapshot } from "@google-cloud/firestore";
import { areasOf, holds } from "../domain/areas.ts";
import { Campaign, VillageProgress } from "../domain/campaign.ts";
import { paths } from "../domain/paths.ts";
import { Staff } from "../domain/records.ts";
import { ROLES, StaffRole } from "../domain/roles.ts";
import { Status, statusOf, Track } from "../domain/status.ts";
import { isStaffRole } from "../domain/workflow/offices.ts";
import { database, read } from "../store/firestore.ts";
import { say } from "./messages.ts";

/** More accounts than a town has. */
const MOST_ACCOUNTS = 500;

/** States in which it takes every one of its holders, not any (the plan, step 2: all three verify). */
const TAKES_ALL: readonly Status[] = ["nominated"];

/** Roles that a village waits for and nobody holds: of each state in which it has anybody. A pairing names its helper itself. */
function missingIn({ counts }: VillageProgress, isHeld: (role: StaffRole) => boolean): StaffRole[] {
  const missing = Track.options.flatMap((track) => Status.options.filter((status) => (counts[track][status]?.households ?? 0) > 0).flatMap((status) => {
    const holders = statusOf(track, status).holders.filter(isStaffRole).filter((role) => role !== "helper" && role !== "supportUnit");
    const without = holders.filter((role) => !isHeld(role));
    return TAKES_ALL.includes(status) || without.length === holders.length ? without : [];
  }));
  return StaffRole.options.filter((role) => missing.some((one) => one === role));
}

/**
 * Finds roles that a village waits for and that nobody holds there, marks the village for the board and tells the
 * campaign's office, each time that they change. Reads a town's accounts once for all its villages.
 */
export async function findUnowned(campaignId: string, now: Date): Promise<number> {
  const db = database();
  const campaign = read(Campaign, await db.doc(paths.campaign(campaignId)).get());
  if (campaign?.status !== "open") return 0;
  const town = campaign.town.code;
  const accounts = db.collection("staff");
  const [inTown, inCounty, villages] = await Promise.all([
    accounts.where("areas", "array-contains", town).limit(MOST_ACCOUNTS).get(),
    accounts.where("areas", "==", areasOf(campaign.county.code)).limit(MOST_ACCOUNTS).get(),
    db.collection(`${paths.campaign(campaignId)}/villages`).get(),
  ]);
  const staff = [...inTown.docs, ...inCounty.docs].flatMap((doc) => read(Staff, doc) ?? []).filter(({ disabled }) => !disabled);
  const isHeld = (role: StaffRole, village: string) => staff.some(({ roles }) => holds(roles, role, village));
  let told = 0;
  for (const doc of villages.docs) {
    const village = read(VillageProgress, doc);
    if (!village) continue;
    const unowned = missingIn(village, (role) => isHeld(role, village.code));
    if (unowned.join() === village.unowned.join()) continue;
    await mark({ doc, campaign: campaignId, outward: campaign.outward, village, unowned, town, now });
    told += unowned.length > 0 ? 1 : 0;
  }
  return told;
}

type Marking = { doc: DocumentSnapshot; campaign: string; outward: Campaign["outward"]; village: VillageProgress; unowned: StaffRole[]; town: string; now: Date };

async function mark({ doc, campaign, outward, village, unowned, town, now }: Marking): Promise<void> {
  await database().runTransaction(async (tx) => {
    tx.update(doc.ref, { unowned });
    if (unowned.length === 0) return;
    const facts = { place: village.name, many: unowned.length, track: "identify" as const, status: null, roles: unowned.map((role) => ROLES[role].zh) };
    say(tx, { source: `${village.code} ${unowned.join()} ${now.getTime()}`, campaign, outward, area: town, to: { role: "campaignOffice" }, kind: "noOwner", facts, at: now });
  });
}
