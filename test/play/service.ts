import { enterAll } from "./entry.ts";
import { helpThrough } from "./helping.ts";
import type { Helped } from "./pairing.ts";
import { changeHelper, pairAll, planAll } from "./pairing.ts";
import { enlisted } from "./plan.ts";
import { completeAll, correct, issueAll } from "./records.ts";
import { tryOut } from "./trial.ts";
import type { Scene } from "./village.ts";

/** From the county's approval to the register in service: every household of a village. Gives who helps whom. */
export async function bringIntoService(scene: Scene): Promise<Helped[]> {
  const { stage, plan } = scene;
  const parts = enlisted(plan.parts);
  const helped = await pairAll(scene, parts);
  const groups = await planAll(scene, helped);
  await completeAll(scene, parts);
  await issueAll(scene, parts);
  await helpThrough(scene, { helped, groups });
  if (plan.index % 4 === 2) await changeHelper(scene, helped);
  await enterAll(scene, { subjects: parts, mistype: plan.index % 4 === 0 });
  const [first] = parts;
  if (first && plan.index % 4 === 1) {
    await correct(scene, first);
    await enterAll(scene, { subjects: [first] });
  }
  stage.done("entry", parts.length);
  await tryOut(scene, parts);
  stage.done("trial", parts.length);
  return helped;
}
