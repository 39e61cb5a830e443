import { paths } from "@domain/paths.ts";
import { SINCE_APPROVAL } from "@domain/status.ts";
import type { VillageProgress } from "@domain/campaign.ts";
import { uidOf } from "../seed/accounts.ts";
import { castMember, committeeOf, unitOf } from "../seed/cast.ts";
import { inventVillage } from "../seed/inventVillage.ts";
import { enterAll } from "./entry.ts";
import { newId } from "./player.ts";
import { publish } from "./steps/village.ts";
import type { Subject } from "./steps/service.ts";
import { doTo, fill, mayNot } from "./steps/service.ts";
import { tryOut } from "./trial.ts";
import type { VillagePlan } from "./plan.ts";
import type { Scene } from "./village.ts";
import { YEAR } from "./yearLater.ts";

/** A village that applies, and everything that it will say. */
export type PoorVillage = Subject & { seed: number; said: ReturnType<typeof inventVillage> };

/** What a village's own way takes of a scene. */
export type VillageScene = Pick<Scene, "stage" | "company" | "seconds"> & { plan: Pick<VillagePlan, "code" | "name" | "index"> };

const GRACE = 120;

/** A village and what it is going to say, before it has said anything. */
export function inventPoorVillage({ code, name, index }: Pick<VillagePlan, "code" | "name" | "index">): PoorVillage {
  const village = { code, name };
  return { id: newId(), village, seed: index, said: inventVillage({ seed: index, village }) };
}

/** The village committee applies, after consultation. */
export async function applyForVillage({ stage, company, plan }: VillageScene): Promise<PoorVillage> {
  const { code } = plan;
  const village = inventPoorVillage(plan);
  const { id, said } = village;
  await stage.act(await company.committee(code), {
    type: "submit", area: code, targets: [id], input: {}, drafts: [{ id, track: "village", form: said.application }],
  });
  return village;
}

/** A village that is not marked applies: it gets as far as the notice's door, and takes its application back. */
export async function applyInVain(scene: VillageScene): Promise<void> {
  const { stage, company, plan } = scene;
  const village = await applyForVillage(scene);
  await doTo(stage.by(await company.town()), [village], { type: "approve", input: {} });
  const input = { place: "镇政府公告栏", phone: "0935-0000000", boardPhotos: [] };
  await mayNot(stage.by(await company.officer()), [village], { type: "publishNotice", input }, "overQuota");
  await doTo(stage.by(await company.committee(plan.code)), [village], { type: "withdraw", input: { reasons: "未列入贫困村规模" } });
}

/** From the village's own will, after consultation, to the county's decision. */
export async function approveVillage(scene: VillageScene): Promise<PoorVillage> {
  const { stage, company, plan, seconds } = scene;
  const [town, officer, group] = [await company.town(), await company.officer(), await company.as(castMember("group"))];
  const village = await applyForVillage(scene);
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
  return village;
}

/** Its support unit, its plan, and a project with its money and what came of it. */
export async function supportVillage({ stage, company, plan }: VillageScene, village: PoorVillage): Promise<void> {
  const { said } = village;
  const officer = await company.officer();
  await doTo(stage.by(officer), [village], { type: "assignHelper", input: { helper: said.supportUnit, account: uidOf(unitOf(plan.code)) } });
  const by = stage.by(await company.as(unitOf(plan.code)));
  await doTo(by, [village], { type: "adoptPlan", input: { plan: said.plan } });
  const record = await doTo(by, [village], { type: "recordMeasure", input: { measure: said.measure } });
  await doTo(by, [village], { type: "finishMeasure", input: { record, done: said.measureDone } });
  const result = await doTo(by, [village], { type: "recordResult", input: { result: said.result } });
  await doTo(stage.by(await company.cadre(plan.code)), [village], { type: "confirmResult", input: { record: result, how: "signature" } });
}

/** Annex 11, once the village's households are in service, so that it says what their forms add up to. */
async function formOf({ stage, company, plan }: VillageScene, { seed }: PoorVillage) {
  const committee = await company.committee(plan.code);
  const progress = await stage.beside(() => committee.read(paths.village(stage.campaign, plan.code)));
  const { identify } = progress?.counts as VillageProgress["counts"];
  const counted = SINCE_APPROVAL.map((status) => identify[status] ?? { households: 0, people: 0 });
  const sum = (key: "households" | "people") => counted.reduce((all, one) => all + one[key], 0);
  return inventVillage({ seed, village: plan, poor: { households: sum("households"), people: sum("people") } }).registration;
}

/** Its form, its entry and its trial run: into service. */
export async function registerVillage(scene: VillageScene, village: PoorVillage): Promise<void> {
  const { stage, company, plan } = scene;
  const by = stage.by(await company.committee(plan.code));
  await fill(by, { type: "completeForm", subject: village }, { form: await formOf(scene, village) });
  const desk = { ...scene, filler: committeeOf(plan.code) };
  await enterAll(desk, { subjects: [village] });
  await tryOut(desk, [village]);
  stage.done("village", 1);
}

/** The village's own yearly update, once those of its households are in. */
export async function updateVillage(scene: VillageScene, village: PoorVillage): Promise<void> {
  const { stage, company, plan } = scene;
  const form = await formOf(scene, village);
  const by = stage.by(await company.committee(plan.code));
  const later = { ...form, foot: { ...form.foot, filledOn: `${YEAR + 1}-01-15` } };
  await fill(by, { type: "updateYear", subject: village }, { year: YEAR, form: later, changes: [] });
}
