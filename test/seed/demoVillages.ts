import { proposeVillages } from "@domain/quota/villages.ts";
import type { Company } from "../play/company.ts";
import type { PoorVillage, VillageScene } from "../play/poorVillage.ts";
import { applyForVillage, approveVillage, inventPoorVillage, registerVillage, supportVillage } from "../play/poorVillage.ts";
import type { Stage } from "../play/stage.ts";
import { doTo } from "../play/steps/service.ts";
import { publish } from "../play/steps/village.ts";
import { campaign2013, CAMPAIGN_ID, TOWN, VILLAGES } from "./campaign2013.ts";

/** How far a village of the demo comes on its own way. */
type End = "draft" | "townReview" | "onNotice" | "approved" | "planned" | "inService";

/** By the village's place in the list; the marked ones are those of the proposal. */
const DEMO_VILLAGES: ReadonlyMap<number, End> = new Map([[1, "inService"], [3, "planned"], [5, "townReview"], [6, "onNotice"], [7, "draft"], [8, "approved"]]);

type Town = { stage: Stage; company: Company; seconds: number };
export type VillageWay = { scene: VillageScene; end: End };

/** Everybody's own way, from the first day on. */
export function villageWays(town: Town): VillageWay[] {
  return [...DEMO_VILLAGES].map(([index, end]) => {
    const { code = "", name = "" } = VILLAGES[index] ?? {};
    return { scene: { ...town, plan: { code, name, index } }, end };
  });
}

/** Annex 8: the four of the proposal. */
export async function markVillages({ stage, company }: Town): Promise<void> {
  const { quota } = campaign2013(new Date());
  const rows = proposeVillages(VILLAGES, quota.villages).map(({ code, poor }) => ({ village: code, poor, reason: "" }));
  await stage.act(await company.officer(), { type: "splitVillages", area: TOWN, targets: [CAMPAIGN_ID], input: { rows } });
}

/** As far as a village comes while notices are short; one that goes on waits for its households. */
export async function goItsWay({ scene, end }: VillageWay): Promise<PoorVillage> {
  const { stage, company, plan } = scene;
  if (end === "draft") {
    const village = inventPoorVillage(plan);
    const committee = await company.committee(plan.code);
    const draft = { id: village.id, track: "village" as const, form: village.said.application };
    await stage.beside(() => committee.begin(stage.campaign, plan.code, draft));
    return village;
  }
  if (end === "townReview" || end === "onNotice") return applyForVillage(scene);
  const village = await approveVillage(scene);
  if (end !== "approved") await supportVillage(scene, village);
  return village;
}

/** What comes once the notices hang for days, and the households are in service. */
export async function goOn({ scene, end }: VillageWay, village: PoorVillage): Promise<void> {
  const { stage, company } = scene;
  if (end === "inService") await registerVillage(scene, village);
  if (end !== "onNotice") return;
  await doTo(stage.by(await company.town()), [village], { type: "approve", input: {} });
  await publish(stage.by(await company.officer()), [village]);
}
