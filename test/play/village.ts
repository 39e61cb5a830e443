import { applyAll, holdMeeting, surveyAll, verifyAll } from "./beforeNotice.ts";
import { clerkOf } from "./cast.ts";
import type { Company } from "./company.ts";
import { BARE_NOTICE, throughTheNotices } from "./notices.ts";
import type { Fate, Part, VillagePlan } from "./plan.ts";
import { enlisted, FATES } from "./plan.ts";
import type { StageName } from "./progress.ts";
import type { Stage } from "./stage.ts";
import { mayNot } from "./steps/service.ts";
import { leaveOff } from "./steps/village.ts";
import { tryTheForbidden, tryTheForbiddenLater } from "./tries.ts";

/** One village and everybody who plays there. `neighbour` is another village's code; a notice runs `seconds`. */
export type Scene = { stage: Stage; company: Company; plan: VillagePlan; neighbour: string; seconds: number };

const fates = Object.keys(FATES) as Fate[];
const LISTED = fates.filter((fate) => FATES[fate].listed);
/** Those who come back to the survey from a notice or a desk. */
const BACK = LISTED.filter((fate) => FATES[fate].again);
const having = (parts: readonly Part[], fates: readonly Fate[]) =>
  parts.filter(({ fate }) => fates.includes(fate));

/** The whole way of a village: everybody but the late ones, then the late ones with those that came back. */
export async function playVillage(scene: Scene): Promise<void> {
  const { parts } = scene.plan;
  const late = having(parts, ["late"]);
  const first = parts.filter((part) => !late.includes(part));
  await applyAll(scene, first);
  await tryTheForbidden(scene, first);
  await surveyAll(scene, first);
  const nominated = await holdMeeting(scene, first);
  await verifyAll(scene, nominated);
  await tryTheForbiddenLater(scene, having(nominated, ["reserve", "approved"]));
  const clerk = await scene.company.as(clerkOf(scene.plan.code));
  const reserve = having(nominated, ["reserve"]);
  /* Nobody is passed over without a word. */
  const alone = having(nominated, LISTED).filter(({ recused }) => !recused);
  if (reserve.length > 0) await mayNot(scene.stage.by(clerk), alone.slice(0, 3), { type: "publishNotice", input: BARE_NOTICE }, "passedOver");
  await leaveOff(scene.stage.by(clerk), reserve, "规模已用完，列入后备名单");
  await throughTheNotices(scene, having(nominated, LISTED), { pass: 1 });

  const back = having(parts, BACK);
  await applyAll(scene, late);
  await surveyAll(scene, [...late, ...back]);
  const again = await holdMeeting(scene, [...late, ...back]);
  await verifyAll(scene, again);
  await throughTheNotices(scene, again, { pass: 2, beyond: having(parts, ["reserve"]) });
}

const AFTER_APPROVAL = ["pair", "plan", "form", "handbook", "entry", "trial"] as const satisfies readonly StageName[];

/** How many households each stage will see in this village. */
export function workOf({ parts }: VillagePlan): Partial<Record<StageName, number>> {
  const count = (...fates: Fate[]) => having(parts, fates).length;
  const back = count(...BACK);
  const appraise = parts.length - count("withdrawn") + back;
  const verify = appraise - count("notNominated");
  const firstNotice = count(...LISTED, "late") + back;
  const townReview = firstNotice - count("upheld", "withdrawnListed");
  const townNotice = townReview - count("returned", "rejected");
  const withdrawnAtOnce = parts.filter(({ fate, farmer }) => fate === "withdrawn" && farmer).length;
  return {
    apply: parts.length,
    survey: parts.length - withdrawnAtOnce + back,
    appraise,
    verify,
    firstNotice,
    townReview,
    townNotice,
    county: townNotice,
    ...Object.fromEntries(AFTER_APPROVAL.map((name) => [name, enlisted(parts).length])),
  };
}
