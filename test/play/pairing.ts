import type { Cause } from "@domain/forms/codes2014.ts";
import { paths } from "@domain/paths.ts";
import { uidOf } from "../seed/accounts.ts";
import type { Member } from "../seed/cast.ts";
import { castMember, committeeOf, helpersOf } from "../seed/cast.ts";
import { inventHelper, inventPlan } from "../seed/inventHelp.ts";
import { inventionOf } from "./applicant.ts";
import type { Part } from "./plan.ts";
import type { Hand } from "./stage.ts";
import { BrokenPlay } from "./stage.ts";
import { doTo, mayNot } from "./steps/service.ts";
import type { Scene } from "./village.ts";

/** A helper of the village and the households that it helps. */
export type Helped = { member: Member; parts: Part[] };
/** Households that one plan fits: of one helper, poor for one reason. */
export type Group = { member: Member; cause: Cause; seed: number; parts: Part[] };

const helperOf = ({ plan }: Scene, member: Member) => ({
  helper: { ...inventHelper({ seed: 100 * plan.index + member.key.length, village: plan, kind: "linkedCadre" }) },
  account: uidOf(member),
});

/** Every household its helper, many at once: two share the village. What is nobody's is refused. */
export async function pairAll(scene: Scene, parts: readonly Part[]): Promise<Helped[]> {
  const { stage, company, plan } = scene;
  const helped = helpersOf(plan.code).map((member, at) => ({ member, parts: parts.filter((_, place) => place % 2 === at) }));
  const [officer, cadre] = [await company.officer(), await company.cadre(plan.code)];
  for (const [at, { member, parts: own }] of helped.entries()) {
    const input = helperOf(scene, member);
    const by = stage.by(at === 0 ? officer : cadre);
    if (plan.index === 0 && at === 0) await mayNotHelp(scene, by, own);
    await doTo(by, own, { type: "assignHelper", input });
  }
  if (plan.index % 4 === 1) await seesItsOwn(scene, helped);
  stage.done("pair", parts.length);
  return helped;
}

/** Not somebody of another office; and not a relative, who left the room when the household was appraised. */
async function mayNotHelp(scene: Scene, by: Hand, parts: readonly Part[]): Promise<void> {
  const head = committeeOf(scene.plan.code);
  const asHelper = (member: Member) => ({ type: "assignHelper" as const, input: { ...helperOf(scene, head), account: uidOf(member) } });
  await mayNot(by, parts, asHelper(castMember("office")), "notAHelper");
  await mayNot(by, parts.filter(({ recused }) => recused), asHelper(head), "helperRecused");
}

/** A helper's account sees exactly the households it is paired with. */
async function seesItsOwn({ stage, company, plan }: Scene, [first, second]: readonly Helped[]): Promise<void> {
  if (!first || !second) return;
  const helper = await company.as(first.member);
  const seen = await stage.beside(() => helper.listHelped(stage.campaign, plan.code));
  const own = first.parts.map(({ id }) => id);
  if (seen.toSorted().join() !== own.toSorted().join())
    throw new BrokenPlay(`a helper sees ${seen.length} households, and helps ${own.length}`);
  const [other] = second.parts;
  if (other) await stage.isForbidden("another helper's household", () => helper.read(paths.application(other.id)));
}

/** Changes the helper of one household: one pairing ends and the next begins the same day. */
export async function changeHelper(scene: Scene, [first, second]: readonly Helped[]): Promise<void> {
  const { stage, company } = scene;
  const moved = first?.parts.pop();
  if (!moved || !second) return;
  const by = stage.by(await company.officer());
  const input = helperOf(scene, second.member);
  await doTo(by, [moved], { type: "assignHelper", input });
  await mayNot(by, [moved], { type: "assignHelper", input }, "sameHelper");
  second.parts.push(moved);
}

const causeOf = (part: Part) => inventionOf(part).survey.cause.mainCause;

function groupsOf(helped: readonly Helped[]): Group[] {
  return helped.flatMap(({ member, parts }) =>
    [...Map.groupBy(parts, causeOf)].map(([cause, own]) => ({ member, cause, seed: own[0]?.seed ?? 0, parts: own })),
  );
}

/** Plans of help, one for all whom it fits: most by the helper, some by the committee. Another's household is refused. */
export async function planAll({ stage, company, plan }: Scene, helped: readonly Helped[]): Promise<Group[]> {
  const groups = groupsOf(helped);
  for (const [at, { member, cause, seed, parts }] of groups.entries()) {
    const doing = { type: "adoptPlan" as const, input: { plan: inventPlan({ seed, cause }) } };
    const byCommittee = at % 4 === 3 && parts.every(({ recused }) => !recused);
    const stranger = helpersOf(plan.code).find(({ key }) => key !== member.key);
    if (at === 0 && plan.index % 4 === 2 && stranger)
      await mayNot(stage.by(await company.as(stranger)), parts, doing, "notPaired");
    await doTo(stage.by(byCommittee ? await company.committee(plan.code) : await company.as(member)), parts, doing);
    stage.done("plan", parts.length);
  }
  return groups;
}

