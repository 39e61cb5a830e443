import type { ActionInput } from "@domain/actionInputs.ts";
import type { ProblemCode } from "@domain/problems.ts";
import { withdrawListed } from "./beforeNotice.ts";
import { clerkOf, CLIMBED, doubled } from "./cast.ts";
import { allOf } from "./limiter.ts";
import type { Fate, Objected, Part } from "./plan.ts";
import type { Player } from "./player.ts";
import { BrokenPlay } from "./stage.ts";
import { answer, mayNotAnswer, mayNotEndEarly, mayNotObject, object } from "./steps/objections.ts";
import { mayNotApprove, review } from "./steps/reviews.ts";
import { mayNot } from "./steps/service.ts";
import { publish } from "./steps/village.ts";
import type { Scene } from "./village.ts";

/** Seconds that a notice's end may be late on a busy machine: a lost task is made good every 20. */
const GRACE = 120;

/** Which time a list goes through: returns, objections and rejections happen on the first. */
export type Pass = 1 | 2;
/** A notice that hangs, with the officer who keeps an eye on it. */
type Hanging = { id: string; serials: Map<string, number>; officer: Player };
type Objection = { part: Part; id: string };

/** A notice without a photo, for whoever may not publish it. */
export const BARE_NOTICE: ActionInput<"publishNotice"> = { place: "村委会公告栏", phone: "0935-0000000", boardPhotos: [] };

const having = (parts: readonly Part[], ...fates: Fate[]) => parts.filter(({ fate }) => fates.includes(fate));
const objectedTo = (parts: readonly Part[], ...when: Objected[]) =>
  parts.filter(({ objected }) => objected && when.includes(objected));

/** From the village's notice to the county's desk and back. `beyond` must be refused: the size is used up. */
export async function throughTheNotices(
  scene: Scene,
  parts: readonly Part[],
  { pass, beyond = [] }: { pass: Pass; beyond?: readonly Part[] },
): Promise<void> {
  const forTown = await villageNotice(scene, parts, { pass, beyond });
  const forNotice = await townReview(scene, forTown, pass);
  await townNotice(scene, forNotice, pass);
  await countyReview(scene, forNotice, pass);
}

async function villageNotice(
  scene: Scene,
  parts: readonly Part[],
  { pass, beyond }: { pass: Pass; beyond: readonly Part[] },
): Promise<Part[]> {
  const { stage, company, plan, seconds } = scene;
  const head = await company.committee(plan.code);
  const recused = parts.filter((part) => part.recused);
  await mayNot(stage.by(head), recused, { type: "publishNotice", input: BARE_NOTICE }, "recused");
  const publisher =
    plan.index === 0
      ? await company.as(doubled(plan.code), "villageCommittee")
      : recused.length > 0 ? await company.as(clerkOf(plan.code)) : head;
  const over: Record<string, ProblemCode> = Object.fromEntries(
    beyond.map(({ id }) => [id, "overQuota" as const]),
  );
  const officer = await company.officer();
  const notice = { officer, ...(await publish(stage.by(publisher), [...parts, ...beyond], over)) };
  if (pass === 2) {
    await stage.ending(officer, notice.id, seconds + GRACE);
    stage.done("firstNotice", parts.length);
    return [...parts];
  }
  if (plan.index % 5 === 0) await mayNotEndEarly(stage.by(officer), notice.id);
  await withdrawListed(scene, parts);
  const objections = await objectTo(scene, notice, [
    ...having(parts, "upheld"),
    ...objectedTo(parts, "beforeEnd", "afterEnd"),
  ]);
  await settleBeforeEnd(scene, objections);
  const late = objections.filter(({ part }) => part.objected === "afterEnd");
  await endOfNotice(scene, notice, late);
  stage.done("firstNotice", parts.length);
  return parts.filter(({ fate }) => fate !== "upheld" && fate !== "withdrawnListed");
}

async function objectTo(
  { stage }: Scene,
  { id: notice, serials, officer }: Hanging,
  parts: readonly Part[],
): Promise<Objection[]> {
  return allOf(
    parts.map(async (part) => ({
      part,
      id: await object(stage.by(officer), { notice, serial: serials.get(part.id) ?? 0 }),
    })),
  );
}

/** The town answers at once what can be answered at once: one is right, the others are not. */
async function settleBeforeEnd(
  { stage, company, plan }: Scene,
  objections: readonly Objection[],
): Promise<void> {
  const town = await company.town();
  for (const { part, id } of objections.filter(({ part: { objected } }) => objected !== "afterEnd")) {
    const given = {
      applicant: part,
      objection: id,
      decision: part.fate === "upheld" ? ("uphold" as const) : ("dismiss" as const),
    };
    if (plan.index % 2 === 0) await mayNotAnswer(stage.by(await company.county()), given, "notTheLevelAbove");
    const to = await answer(stage.by(town), given);
    if (part.fate === "upheld" && to !== "surveyed") throw new BrokenPlay(`an upheld objection led to ${to}`);
    await mayNotAnswer(stage.by(town), given, "objectionAnswered");
  }
}

/** The end holds exactly those with an open objection; their answer then sends them on at once. */
async function endOfNotice(
  { stage, company, seconds }: Scene,
  { id: notice, officer }: Hanging,
  held: readonly Objection[],
): Promise<void> {
  const { targets } = await stage.ending(officer, notice, seconds + GRACE);
  const town = await company.town();
  for (const { part, id } of held) {
    const ended = targets[part.id];
    if (ended?.applied !== false || ended.problem.code !== "heldByObjection")
      throw new BrokenPlay(`${part.id} was not held by its objection`);
    stage.refusedAs("heldByObjection");
    await mayNotApprove(stage.by(town), [part], "wrongStatus");
    const to = await answer(stage.by(town), { applicant: part, objection: id, decision: "dismiss" });
    if (to !== "townReview") throw new BrokenPlay(`an objection dismissed after the end led to ${to}`);
  }
  if (held.length > 0) await mayNotObject(stage, { notice, serial: 1 }, "noticeClosed");
}

async function townReview(
  { stage, company, plan }: Scene,
  parts: readonly Part[],
  pass: Pass,
): Promise<Part[]> {
  if (plan.index === 0)
    await mayNotApprove(stage.by(await company.as(doubled(plan.code), "townGovernment")), parts, "sameHands");
  const reviewer = plan.index === 1 ? await company.as(CLIMBED, "townGovernment") : await company.town();
  const [returned, rejected] = pass === 1 ? [having(parts, "returned"), having(parts, "rejected")] : [[], []];
  await review(stage.by(reviewer), parts, { returned, rejected });
  stage.done("townReview", parts.length);
  return parts.filter((part) => ![...returned, ...rejected].includes(part));
}

async function townNotice(scene: Scene, parts: readonly Part[], pass: Pass): Promise<void> {
  const { stage, company, seconds } = scene;
  const officer = await company.officer();
  const notice = { officer, ...(await publish(stage.by(officer), parts)) };
  const county = await company.county();
  const objected = pass === 1 ? objectedTo(parts, "town") : [];
  const objections = await objectTo(scene, notice, objected);
  for (const { part, id } of objections) {
    const given = { applicant: part, objection: id, decision: "dismiss" as const };
    await mayNotAnswer(stage.by(await company.town()), given, "notTheLevelAbove");
    await answer(stage.by(county), given);
  }
  if (objections.length > 0)
    await mayNotObject(stage, { notice: notice.id, serial: parts.length + 1 }, "notOnNotice");
  await stage.ending(officer, notice.id, seconds + GRACE);
  stage.done("townNotice", parts.length);
}

async function countyReview(
  { stage, company, plan }: Scene,
  parts: readonly Part[],
  pass: Pass,
): Promise<void> {
  if (plan.index === 1)
    await mayNotApprove(stage.by(await company.as(CLIMBED, "countyOffice")), parts, "sameHands");
  const [returned, rejected] =
    pass === 1 ? [having(parts, "countyReturned"), having(parts, "countyRejected")] : [[], []];
  await review(stage.by(await company.county()), parts, { returned, rejected });
  stage.done("county", parts.length);
}
