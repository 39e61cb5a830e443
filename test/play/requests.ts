import type { ActionInput } from "@domain/actionInputs.ts";
import { clerkOf } from "./cast.ts";
import type { Part } from "./plan.ts";
import { doTo, mayNot } from "./steps/service.ts";
import type { Scene } from "./village.ts";

type Asked = Omit<ActionInput<"requestChange">, "reason">;

const REASONS = {
  split: "次子成家另过，申请分户",
  merge: "老人随儿子生活，申请并户",
  naturalEnd: "户内人员已全部去世或迁出",
  wrongIdentification: "复核时发现识别有误，本户不符合条件",
} as const;

/** Asks for a change that somebody else decides; the clerk asks, the town decides, the county an error of identification. */
export async function request(scene: Scene, part: Part, asked: Asked, decision: "approve" | "return" = "approve"): Promise<void> {
  const { stage, company, plan } = scene;
  const isWrong = asked.kind === "wrongIdentification";
  const input = { ...asked, reason: REASONS[asked.kind] };
  await doTo(stage.by(await company.as(clerkOf(plan.code))), [part], { type: "requestChange", input });
  const [town, county] = [await company.town(), await company.county()];
  await mayNot(stage.by(isWrong ? town : county), [part], { type: "approve", input: {} }, "roleNotAllowed");
  const by = stage.by(isWrong ? county : town);
  if (decision === "approve") await doTo(by, [part], { type: "approve", input: {} });
  else await doTo(by, [part], { type: "return", input: { reasons: "请附村民小组证明后再报" } });
}

/** A household leaves the register, and takes nothing more. */
export async function end(scene: Scene, part: Part, kind: "merge" | "naturalEnd" | "wrongIdentification"): Promise<void> {
  await request(scene, part, { kind });
  const by = scene.stage.by(await scene.company.as(clerkOf(scene.plan.code)));
  await mayNot(by, [part], { type: "runChecks", input: {} }, "wrongStatus");
}
