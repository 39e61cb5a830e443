import { presentForm } from "@domain/forms/changes.ts";
import type { Registration } from "@domain/forms/registration.ts";
import { paths } from "@domain/paths.ts";
import type { Version } from "@domain/register.ts";
import { inventPlan } from "../seed/inventHelp.ts";
import { inventionOf } from "./applicant.ts";
import { enterAll } from "./entry.ts";
import type { Helped } from "./pairing.ts";
import type { Part } from "./plan.ts";
import type { Player } from "./player.ts";
import { handOut } from "./records.ts";
import { end, request } from "./requests.ts";
import { BrokenPlay } from "./stage.ts";
import { doTo, fill } from "./steps/service.ts";
import { tryOut } from "./trial.ts";
import type { Scene } from "./village.ts";
import type { Update } from "./yearLater.ts";
import { asTheyAre, aYearLater, ofItsOwn, withThem, YEAR } from "./yearLater.ts";

/** The next January: requests first, of one kind a village, then every household's yearly update. */
export async function playJanuary(scene: Scene, helped: readonly Helped[]): Promise<void> {
  const { stage, company, plan } = scene;
  const parts = helped.flatMap((one) => one.parts);
  const cadre = await company.cadre(plan.code);
  const changed = await REQUESTS[plan.index % REQUESTS.length]?.(scene, helped);
  const rest = parts.filter((part) => !changed?.done.includes(part));
  stage.expect("update", parts.length - (changed?.ended ?? 0) + (changed?.begun ?? 0));
  stage.done("update", (changed?.done.length ?? 0) - (changed?.ended ?? 0) + (changed?.begun ?? 0));
  for (const [at, part] of rest.entries()) {
    await update(scene, cadre, part, (known) => aYearLater(part, known, at));
    stage.done("update", 1);
  }
}

/** Households dealt with; how many of them have left the register, and how many new ones there are. */
type Changed = { done: Part[]; ended: number; begun: number };
type Way = (scene: Scene, helped: readonly Helped[]) => Promise<Changed | undefined>;
const REQUESTS: readonly Way[] = [splitOne, mergeTwo, endOne, strikeOne];

const NOBODY: Changed = { done: [], ended: 0, begun: 0 };

async function update({ stage }: Scene, player: Player, part: Part, change: (known: Registration) => Update): Promise<void> {
  const { entry, year } = await standing(stage.by(player), part);
  const version = await stage.beside(() => player.read(paths.version(paths.household(entry), year)));
  const { form, changes, hidden } = change(presentForm(version as Version) as Registration);
  await fill(stage.by(player), { type: "updateYear", subject: part, hidden }, { year: YEAR, form, changes });
}

async function standing({ stage, player }: ReturnType<Scene["stage"]["by"]>, { id }: { id: string }) {
  const application = await stage.beside(() => player.read(paths.application(id)));
  const { household, registration } = (application ?? {}) as { household?: string; registration?: { year: number } };
  if (!household || !registration) throw new BrokenPlay(`${id} is in no register`);
  return { entry: household, year: registration.year };
}

/** One of the people sets up a household of one's own, which goes the whole way from the plan on. */
async function splitOne(scene: Scene, helped: readonly Helped[]): Promise<Changed> {
  const { stage, company, plan } = scene;
  const found = helped.flatMap(({ member, parts }) => parts.flatMap((part) => grownUp(part).map((leaving) => ({ member, part, leaving }))))[0];
  if (!found) return NOBODY;
  const { member, part, leaving } = found;
  const cadre = await company.cadre(plan.code);
  const first = ofItsOwn({ ...part, id: "" }, leaving);
  await request(scene, part, { kind: "split", people: [leaving], householder: first.form.head.householderName });
  const { entry } = await standing(stage.by(cadre), part);
  await update(scene, cadre, part, (known) => asTheyAre(part, known));
  const listed = await stage.beside(() => cadre.listVillage(stage.campaign, plan.code));
  const id = [...listed].find(([, { former, status }]) => former === entry && status === "paired")?.[0];
  if (!id) throw new BrokenPlay("the split made no household");
  const child: Part = { ...part, id, people: 1 };
  await doTo(stage.by(await company.as(member)), [child], { type: "adoptPlan", input: { plan: inventPlan({ seed: part.seed }) } });
  await fill(stage.by(cadre), { type: "completeForm", subject: child, hidden: first.hidden }, { form: first.form });
  await handOut(scene, [child]);
  await enterAll(scene, { subjects: [child] });
  await tryOut(scene, [child]);
  await update(scene, cadre, child, (known) => asTheyAre(child, known));
  return { done: [part], ended: 0, begun: 1 };
}

/** Who of a household could live on their own. */
const grownUp = (part: Part): string[] =>
  inventionOf(part).survey.members.filter(({ relation, birthDate }) => relation !== "head" && birthDate < "1994").map(({ id }) => id);

/** The smallest household moves in with another. */
async function mergeTwo(scene: Scene, helped: readonly Helped[]): Promise<Changed> {
  const [joining, part] = helped.flatMap(({ parts }) => parts).toSorted((a, b) => a.people - b.people);
  if (!joining || !part) return NOBODY;
  await end(scene, joining, "merge");
  await update(scene, await scene.company.cadre(scene.plan.code), part, (known) => withThem(known, joining));
  return { done: [joining, part], ended: 1, begun: 0 };
}

/** Nobody of the smallest household is left; the town asks once more before it believes it. */
async function endOne(scene: Scene, helped: readonly Helped[]): Promise<Changed> {
  const [last] = helped.flatMap(({ parts }) => parts).toSorted((a, b) => a.people - b.people);
  if (!last) return NOBODY;
  await request(scene, last, { kind: "naturalEnd" }, "return");
  await end(scene, last, "naturalEnd");
  return { done: [last], ended: 1, begun: 0 };
}

/** One was never poor: the county, which approved it, takes it back. */
async function strikeOne(scene: Scene, helped: readonly Helped[]): Promise<Changed> {
  const [wrong] = helped.flatMap(({ parts }) => parts);
  if (!wrong) return NOBODY;
  await end(scene, wrong, "wrongIdentification");
  return { done: [wrong], ended: 1, begun: 0 };
}
