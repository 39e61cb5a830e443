import { inventMeasure, inventMeasureDone, inventResult, inventVisit } from "../seed/inventHelp.ts";
import type { Group, Helped } from "./pairing.ts";
import type { Part } from "./plan.ts";
import type { Player } from "./player.ts";
import { doTo, mayNot } from "./steps/service.ts";
import type { Scene } from "./village.ts";

/** What helpers do in a year: visits to everybody, and for every other plan the measure, its end and what came of it. */
export async function helpThrough(scene: Scene, { helped, groups }: { helped: readonly Helped[]; groups: readonly Group[] }): Promise<void> {
  const { stage, company } = scene;
  for (const { member, parts } of helped) {
    const visit = inventVisit({ seed: scene.plan.index, visitor: member.name });
    await doTo(stage.by(await company.as(member)), parts, { type: "recordVisit", input: { visit } });
  }
  for (const group of groups.filter((_, at) => at % 2 === 0)) await carryOut(scene, group);
}

async function carryOut(scene: Scene, { member, cause, seed, parts }: Group): Promise<void> {
  const { stage, company, plan } = scene;
  const by = stage.by(await company.as(member));
  const wish = { seed, cause };
  const record = await doTo(by, parts, { type: "recordMeasure", input: { measure: inventMeasure(wish) } });
  const end = { type: "finishMeasure" as const, input: { record, done: inventMeasureDone(wish) } };
  const some = parts.slice(0, Math.ceil(parts.length * 0.8));
  await doTo(by, some, end);
  if (plan.index % 4 === 3) await mayNot(by, some, end, "measureDone");
  const result = await doTo(by, some, { type: "recordResult", input: { result: inventResult(wish) } });
  await confirm(scene, some, result);
}

/** The householder confirms: on paper, brought in by the cadre; a farmer who is signed in, with one's own account. */
async function confirm({ stage, company, plan }: Scene, parts: readonly Part[], record: string): Promise<void> {
  const own = parts.filter(({ stays }) => stays);
  const cadre: Player = await company.cadre(plan.code);
  const doing = (how: "signature" | "online") => ({ type: "confirmResult" as const, input: { record, how } });
  await doTo(stage.by(cadre), parts.filter(({ stays }) => !stays), doing("signature"));
  for (const part of own) {
    const farmer = await company.farmer(part.id);
    await doTo(stage.by(farmer), [part], doing("online"));
    await mayNot(stage.by(cadre), [part], doing("signature"), "resultConfirmed");
  }
}

