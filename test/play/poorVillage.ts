import { paths } from "@domain/paths.ts";
import { SINCE_APPROVAL } from "@domain/status.ts";
import type { VillageProgress } from "@domain/campaign.ts";
import { uidOf } from "../seed/accounts.ts";
import { castMember, unitOf } from "../seed/cast.ts";
import { inventVillage } from "../seed/inventVillage.ts";
import { enterAll } from "./entry.ts";
import { newId } from "./player.ts";
import { publish } from "./steps/village.ts";
import type { Subject } from "./steps/service.ts";
import { doTo, fill, mayNot } from "./steps/service.ts";
import { tryOut } from "./trial.ts";
import type { Scene } from "./village.ts";
import { YEAR } from "./yearLater.ts";

/** A village that applies, and everything that it will say. */
export type PoorVillage = Subject & { seed: number; said: ReturnType<typeof inventVillage> };

const GRACE = 120;

async function apply({ stage, company, plan }: Scene): Promise<PoorVillage> {
  const { code, name, index } = plan;
  const village: PoorVillage = { id: newId(), village: { code, name }, seed: index, said: inventVillage({ seed: index, village: plan }) };
  const { id, said } = village;
  await stage.act(await company.committee(code), {
    type: "submit", area: code, targets: [id], input: {}, drafts: [{ id, track: "village", form: said.application }],
  });
  return village;
}

/** A village that is not marked applies: it gets as far as the notice's door, and takes its application back. */
export async function applyInVain(scene: Scene): Promise<void> {
  const { stage, company, plan } = scene;
  const village = await apply(scene);
  await doTo(stage.by(await company.town()), [village], { type: "approve", input: {} });
  const input = { place: "镇政府公告栏", phone: "0935-0000000", boardPhotos: [] };
  await mayNot(stage.by(await company.officer()), [village], { type: "publishNotice", input }, "overQuota");
  await doTo(stage.by(await company.committee(plan.code)), [village], { type: "withdraw", input: { reasons: "未列入贫困村规模" } });
}

/** From the village's own will, after consultation, to the county's decision, its support unit and its plan. */
export async function approveVillage(scene: Scene): Promise<PoorVillage> {
  const { stage, company, plan, seconds } = scene;
  const [town, officer, group] = [await company.town(), await company.officer(), await company.as(castMember("group"))];
  const village = await apply(scene);
  const { said } = village;
  if (plan.index % 4 === 3) {
    await doTo(stage.by(town), [village], { type: "return", input: { reasons: "村情简介写得太简单，请补充" } });
    await doTo(stage.by(await company.committee(plan.code)), [village], { type: "submit", input: { form: said.application } });
  }
  await doTo(stage.by(town), [village], { type: "approve", input: {} });
  const notice = await publish(stage.by(officer), [village]);
  await stage.ending(officer, notice.id, seconds + GRACE);
  const decider = plan.index % 2 === 0 ? await company.county() : group;
  await doTo(stage.by(decider), [village], { type: "approve", input: {} });
  await doTo(stage.by(officer), [village], { type: "assignHelper", input: { helper: said.supportUnit, account: uidOf(unitOf(plan.code)) } });
  await help(scene, village);
  return village;
}

async function help({ stage, company, plan }: Scene, village: PoorVillage): Promise<void> {
  const { said } = village;
  const by = stage.by(await company.as(unitOf(plan.code)));
  await doTo(by, [village], { type: "adoptPlan", input: { plan: said.plan } });
  const record = await doTo(by, [village], { type: "recordMeasure", input: { measure: said.measure } });
  await doTo(by, [village], { type: "finishMeasure", input: { record, done: said.measureDone } });
  const result = await doTo(by, [village], { type: "recordResult", input: { result: said.result } });
  await doTo(stage.by(await company.cadre(plan.code)), [village], { type: "confirmResult", input: { record: result, how: "signature" } });
}

/** Annex 11, once the village's households are in service, so that it says what their forms add up to. */
async function formOf({ stage, company, plan }: Scene, { seed }: PoorVillage) {
  const committee = await company.committee(plan.code);
  const progress = await stage.beside(() => committee.read(paths.village(stage.campaign, plan.code)));
  const { identify } = progress?.counts as VillageProgress["counts"];
  const counted = SINCE_APPROVAL.map((status) => identify[status] ?? { households: 0, people: 0 });
  const sum = (key: "households" | "people") => counted.reduce((all, one) => all + one[key], 0);
  return inventVillage({ seed, village: plan, poor: { households: sum("households"), people: sum("people") } }).registration;
}

export async function registerVillage(scene: Scene, village: PoorVillage): Promise<void> {
  const { stage, company, plan } = scene;
  const by = stage.by(await company.committee(plan.code));
  await fill(by, { type: "completeForm", subject: village }, { form: await formOf(scene, village) });
  await enterAll(scene, { subjects: [village] });
  await tryOut(scene, [village]);
  stage.done("village", 1);
}

/** The village's own yearly update, once those of its households are in. */
export async function updateVillage(scene: Scene, village: PoorVillage): Promise<void> {
  const { stage, company, plan } = scene;
  const form = await formOf(scene, village);
  const by = stage.by(await company.committee(plan.code));
  const later = { ...form, foot: { ...form.foot, filledOn: `${YEAR + 1}-01-15` } };
  await fill(by, { type: "updateYear", subject: village }, { year: YEAR, form: later, changes: [] });
}
