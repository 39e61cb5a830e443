import { playJanuary } from "./january.ts";
import { allOf } from "./limiter.ts";
import type { PoorVillage } from "./poorVillage.ts";
import { applyInVain, approveVillage, registerVillage, supportVillage, updateVillage } from "./poorVillage.ts";
import { bringIntoService } from "./service.ts";
import type { Scene } from "./village.ts";
import { playVillage } from "./village.ts";

/** What is left of a village's year once everybody is in service. */
export type Year = { playJanuary: () => Promise<void> };

/** A village's year: its households and, if it is marked as poor, the village itself, into service. */
export async function playYear(scene: Scene): Promise<Year> {
  const ways = { households: households(scene), village: ownWay(scene) };
  await allOf<unknown>(Object.values(ways));
  const [helped, village] = [await ways.households, await ways.village];
  if (village) await registerVillage(scene, village);
  return {
    playJanuary: async () => {
      await playJanuary(scene, helped);
      if (village) await updateVillage(scene, village);
    },
  };
}

async function households(scene: Scene) {
  await playVillage(scene);
  return bringIntoService(scene);
}

async function ownWay(scene: Scene): Promise<PoorVillage | undefined> {
  if (scene.plan.poor) {
    const village = await approveVillage(scene);
    await supportVillage(scene, village);
    return village;
  }
  if (scene.plan.index === 0) await applyInVain(scene);
  return undefined;
}
