import { prefillRegistration } from "@domain/forms/registration.ts";
import { paths } from "@domain/paths.ts";
import { inventRegistration } from "../seed/inventRegistration.ts";
import type { Applicant } from "./applicant.ts";
import { inventionOf } from "./applicant.ts";
import { clerkOf } from "./cast.ts";
import type { Part } from "./plan.ts";
import type { Player } from "./player.ts";
import { BrokenPlay } from "./stage.ts";
import { call } from "./steps/http.ts";
import { doTo, fill, mayNot } from "./steps/service.ts";
import type { Scene } from "./village.ts";

/** Annex 4 of every household, from what the survey knows; in some villages the clerk fills in every third. */
export async function completeAll(scene: Scene, parts: readonly Part[]): Promise<void> {
  const { stage, company, plan } = scene;
  const [cadre, clerk] = [await company.cadre(plan.code), await company.as(clerkOf(plan.code))];
  for (const [at, part] of parts.entries()) {
    await complete(scene, at % 3 === 2 ? clerk : cadre, part);
    stage.done("form", 1);
  }
}

/** One household's form, as whoever fills it in finds it: what the survey and the application know stands there already. */
export async function complete({ stage }: Pick<Scene, "stage">, player: Player, part: Applicant, changes: Record<string, unknown> = {}): Promise<void> {
  const [survey, application] = await stage.beside(() =>
    Promise.all([player.read(paths.surveyForm(part.id)), player.read(paths.application(part.id))]),
  );
  const { file, costs, foot } = inventRegistration({ seed: part.seed, survey: inventionOf(part).survey });
  const form = { ...prefillRegistration({ survey: survey?.survey, application: application?.form }), file, costs, foot, ...changes };
  await fill(stage.by(player), { type: "completeForm", subject: part }, { form });
}

/** The form is corrected after all: what was listed for entry is to be listed anew, and the handbook printed again. */
export async function correct(scene: Scene, part: Part): Promise<void> {
  const { stage, company, plan } = scene;
  const cadre = await company.cadre(plan.code);
  const { foot } = inventRegistration({ seed: part.seed + 1, survey: inventionOf(part).survey });
  await complete(scene, cadre, part, { foot });
  const by = stage.by(cadre);
  await mayNot(by, [part], handover(part), "handbookOutdated");
  await handOut(scene, [part]);
}

/** Both copies handed over. */
export const handover = ({ village }: Pick<Applicant, "village">) => ({
  type: "issueHandbook" as const,
  input: { householdCopy: { receivedOn: "2014-08-29", by: "户主本人" }, committeeCopy: { receivedOn: "2014-08-29", by: `${village.name}文书` } },
});

/** Handbooks printed for a signing session, and both copies handed over. */
export async function handOut({ stage, company, plan }: Scene, parts: readonly Part[]): Promise<void> {
  const [first] = parts;
  if (!first) return;
  const by = stage.by(await company.as(clerkOf(plan.code)));
  await doTo(by, parts, { type: "printHandbook", input: {} });
  await doTo(by, parts, handover(first));
}

/** Every handbook; in some villages one is spoilt at the printer, and its first print is no longer good. */
export async function issueAll(scene: Scene, parts: readonly Part[]): Promise<void> {
  const { stage, company, plan } = scene;
  const [first] = parts;
  if (!first) return;
  const clerk = await company.as(clerkOf(plan.code));
  if (plan.index % 4 === 0) {
    await mayNot(stage.by(clerk), [first], handover(first), "handbookUnprinted");
    await doTo(stage.by(clerk), [first], { type: "printHandbook", input: {} });
    const spoilt = await codeOf(scene, first);
    await handOut(scene, parts);
    await standsAs(scene, spoilt, { standing: "superseded", version: 1 });
    await standsAs(scene, await codeOf(scene, first), { standing: "valid", version: 2 });
  } else await handOut(scene, parts);
  stage.done("handbook", parts.length);
}

async function codeOf({ stage, company, plan }: Scene, { id }: Part): Promise<string> {
  const clerk = await company.as(clerkOf(plan.code));
  const application = await stage.beside(() => clerk.read(paths.application(id)));
  return (application?.handbook as { code: string } | undefined)?.code ?? "";
}

/** Anybody asks what the code on a handbook is worth. */
async function standsAs({ stage, plan }: Scene, code: string, expected: { standing: string; version: number }): Promise<void> {
  const { text } = await call(stage, `http://${stage.suite.hosting}/api/handbook?code=${code}`);
  const { result } = JSON.parse(text) as { result?: { standing: string; version: number; village: string } };
  if (result?.standing !== expected.standing || result.version !== expected.version || result.village !== plan.name)
    throw new BrokenPlay(`a handbook's code stands for ${JSON.stringify(result)}`);
}
