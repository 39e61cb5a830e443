import { paths } from "@domain/paths.ts";
import type { Registration } from "@domain/forms/registration.ts";
import { inventionOf } from "../play/applicant.ts";
import type { Hand } from "../play/stage.ts";
import { complete, handover } from "../play/records.ts";
import { doTo, fill } from "../play/steps/service.ts";
import { bringReceipt, mistyped, takeOut } from "../play/steps/sheets.ts";
import { aYearLater, YEAR } from "../play/yearLater.ts";
import { uidOf } from "./accounts.ts";
import { helpersOf } from "./cast.ts";
import type { Demo, Shown } from "./demoWay.ts";
import { from, having } from "./demoWay.ts";
import { inventHelper, inventMeasure, inventMeasureDone, inventPlan, inventResult, inventVisit } from "./inventHelp.ts";

/** From the county's approval on: each household of the demo as far as it is to come, in the order of the plan's steps. */
export async function intoService(demo: Demo): Promise<void> {
  const paired = from(demo.households, "paired");
  if (paired.length === 0) return;
  for (const at of [0, 1] as const) await help(demo, at, paired.filter((_, place) => place % 2 === at));
  await fillIn(demo, from(paired, "registered"));
  await enter(demo, from(paired, "handbookIssued"));
  await tryOut(demo, from(paired, "reported"));
  await goOn(demo, paired);
}

/** A helper of the village with its plans, visits, measures and results: some done, some under way. */
async function help({ stage, company, village }: Demo, at: 0 | 1, own: readonly Shown[]): Promise<void> {
  const member = helpersOf(village)[at];
  const [first] = own;
  if (!first) return;
  const form = inventHelper({ seed: 500 + at, village: first.village, kind: at === 0 ? "linkedCadre" : "partyMember" });
  await doTo(stage.by(await company.officer()), own, { type: "assignHelper", input: { helper: form, account: uidOf(member) } });
  const by = stage.by(await company.as(member));
  const planned = from(own, "planned");
  await doTo(by, own, { type: "recordVisit", input: { visit: inventVisit({ seed: 500 + at, visitor: member.name }) } });
  for (const [cause, some] of Map.groupBy(planned, (one) => inventionOf(one).survey.cause.mainCause)) {
    const wish = { seed: some[0]?.seed ?? 0, cause };
    await doTo(by, some, { type: "adoptPlan", input: { plan: inventPlan(wish) } });
    const record = await doTo(by, some, { type: "recordMeasure", input: { measure: inventMeasure(wish) } });
    const done = from(some, "registered");
    await doTo(by, done, { type: "finishMeasure", input: { record, done: inventMeasureDone(wish) } });
    const result = await doTo(by, done, { type: "recordResult", input: { result: inventResult(wish) } });
    const confirmed = { type: "confirmResult" as const, input: { record: result, how: "fingerprint" as const } };
    await doTo(stage.by(await company.cadre(village)), from(done, "entered"), confirmed);
  }
}

/** Annex 4, and for those beyond it the handbook. */
async function fillIn({ stage, company, village }: Demo, registered: readonly Shown[]): Promise<void> {
  const cadre = await company.cadre(village);
  for (const one of registered) await complete({ stage }, cadre, one);
  const committee = stage.by(await company.committee(village));
  const issued = from(registered, "handbookIssued");
  const [first] = issued;
  if (!first) return;
  await doTo(committee, issued, { type: "printHandbook", input: {} });
  await doTo(committee, issued, handover(first));
}

/** One batch, whose receipt still shows a difference at one of those that wait. */
async function enter({ stage, company, village }: Demo, listed: readonly Shown[]): Promise<void> {
  const by: Hand = stage.by(await company.committee(village));
  const waiting = having(listed, "handbookIssued").slice(0, 1);
  const entered = from(listed, "entered");
  const batch = await doTo(by, [...waiting, ...entered], { type: "exportBatch", input: { note: "第一批" } });
  if (!batch) return;
  const exported = await takeOut(by, batch);
  await bringReceipt(by, batch, waiting.length > 0 ? { text: await mistyped(exported) } : { file: exported.file });
  await doTo(by, entered, { type: "enterData", input: { batch } });
  await doTo(stage.by(await company.officer()), from(entered, "reported"), { type: "reportToCounty", input: {} });
}

async function tryOut({ stage, company }: Demo, reported: readonly Shown[]): Promise<void> {
  await doTo(stage.by(await company.county()), reported, { type: "runChecks", input: {} });
  await doTo(stage.by(await company.officer()), from(reported, "inService"), { type: "passTrialRun", input: {} });
}

/** The years in service: one has its yearly update, one waits for a decision, one has left the register. */
async function goOn({ stage, company, village }: Demo, paired: readonly Shown[]): Promise<void> {
  const cadre = await company.cadre(village);
  for (const [at, one] of having(paired, "updated").entries()) {
    const application = await stage.beside(() => cadre.read(paths.application(one.id)));
    const { household, registration } = application as { household: string; registration: { year: number } };
    const version = await stage.beside(() => cadre.read(paths.version(paths.household(household), registration.year)));
    const { form, changes, hidden } = aYearLater(one, version?.form as Registration, 3 + at);
    await fill(stage.by(cadre), { type: "updateYear", subject: one, hidden }, { year: YEAR, form, changes });
  }
  const leaving = having(paired, "changeReview", "ended");
  await doTo(stage.by(cadre), leaving, { type: "requestChange", input: { kind: "naturalEnd", reason: "户内人员已全部迁出" } });
  await doTo(stage.by(await company.town()), having(leaving, "ended"), { type: "approve", input: {} });
}
