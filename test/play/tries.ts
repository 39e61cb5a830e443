import type { ExitSurvey, Survey } from "@domain/forms/survey.ts";
import { paths } from "@domain/paths.ts";
import { doc, updateDoc } from "firebase/firestore";
import { castMember } from "../seed/cast.ts";
import { draftOf, inventionOf, surveyOf } from "./applicant.ts";
import { clerkOf } from "./cast.ts";
import type { Part } from "./plan.ts";
import { newId } from "./player.ts";
import { applicationOf, seenBy, surveyAction } from "./steps/village.ts";
import type { Scene } from "./village.ts";

type Try = (scene: Scene, part: Part) => Promise<void>;

/** What nobody may do while applications come in. Each is tried in the villages that its place in the list falls on. */
const TRIES: readonly Try[] = [
  otherPersonsNumber,
  twiceInOneAction,
  neighbourSurveys,
  neighbourSurveysAsOwn,
  ownStatus,
  wrongNumber,
  aboveTheLine,
  supervisorActs,
  unknownApplication,
];

export async function tryTheForbidden(scene: Scene, parts: readonly Part[]): Promise<void> {
  const victim = parts.find(({ track, fate }) => track === "identify" && fate !== "withdrawn");
  const leaving = parts.find(({ track }) => track === "exit");
  if (leaving) await exitBelowLine(scene, leaving);
  if (leaving) await exitTwice(scene, leaving);
  if (!victim) return;
  for (const [at, attempt] of TRIES.entries())
    if (at % 4 === scene.plan.index % 4) await attempt(scene, victim);
}

/** What nobody may do once all have verified: look at old news, or verify again. */
export async function tryTheForbiddenLater(
  { stage, company, plan }: Scene,
  parts: readonly Part[],
): Promise<void> {
  const [part] = parts;
  if (!part) return;
  const action = { area: plan.code, targets: [part.id], input: {} };
  const officer = await company.officer();
  const seen = await seenBy(stage.by(officer), [part]);
  const outdated = { [part.id]: (seen[part.id] ?? 0) - 1 };
  await stage.isRefused(officer, { ...action, type: "verify", seen: outdated }, "stale");
  await stage.isRefused(officer, { ...action, type: "verify" }, "wrongStatus");
}

/** A farmer applies with a number that another household applied with. */
async function otherPersonsNumber({ stage, company }: Scene, part: Part): Promise<void> {
  const copy = { ...part, id: newId() };
  const farmer = await stage.beside(() => company.farmer(copy.id));
  await stage.isRefused(farmer, applicationOf(copy, draftOf(part)), "identityTaken");
  await company.farmerLeaves(copy.id);
}

/** The clerk sends one person twice in one action: the first is taken, the second is not. */
async function twiceInOneAction({ stage, company }: Scene, part: Part): Promise<void> {
  const one = { ...part, id: newId(), seed: part.seed + 7_000 };
  const two = { ...one, id: newId() };
  const [first, second] = [applicationOf(one), applicationOf(two)];
  const clerk = await company.as(clerkOf(part.village.code));
  const both = {
    ...first,
    targets: [one.id, two.id],
    drafts: [...first.drafts, ...second.drafts],
    hidden: { ...first.hidden, ...second.hidden },
  };
  await stage.act(clerk, both, { [two.id]: "identityTaken" });
  await stage.act(clerk, {
    type: "withdraw",
    area: part.village.code,
    targets: [one.id],
    input: { reasons: "重复录入，撤回" },
  });
}

/** Another village's committee names this village: the rules know where it works. */
async function neighbourSurveys({ stage, company, neighbour }: Scene, part: Part): Promise<void> {
  const stranger = await company.committee(neighbour);
  await stage.isForbidden("a survey by the neighbour village", () =>
    stranger.append({ ...surveyAction(part), campaign: stage.campaign }),
  );
}

/** It names its own village instead, with this village's household. */
async function neighbourSurveysAsOwn({ stage, company, neighbour }: Scene, part: Part): Promise<void> {
  await stage.isRefused(
    await company.committee(neighbour),
    { ...surveyAction(part), area: neighbour },
    "wrongVillage",
  );
}

/** A farmer writes "approved" into an application. */
async function ownStatus({ stage, company, plan }: Scene, part: Part): Promise<void> {
  const committee = await company.committee(plan.code);
  await stage.isForbidden("a status written by a client", () =>
    updateDoc(doc(committee.db, paths.application(part.id)), { status: "approved" }),
  );
}

/** A number whose last character does not fit. */
async function wrongNumber({ stage, company, plan }: Scene, part: Part): Promise<void> {
  const { survey } = inventionOf(part);
  const members = survey.members.map((member, at) =>
    at === 0
      ? { ...member, idNo: `${member.idNo.slice(0, 17)}${member.idNo[17] === "1" ? "2" : "1"}` }
      : member,
  );
  await stage.isRefused(
    await company.cadre(plan.code),
    surveyAction(part, surveyOf(part, { ...survey, members })),
    "invalidInput",
  );
}

/** Income above the line, and no word of why. */
async function aboveTheLine({ stage, company, plan }: Scene, part: Part): Promise<void> {
  const { survey } = inventionOf(part, "above");
  const unexplained: Survey = { ...survey, line: {} };
  await stage.isRefused(
    await company.cadre(plan.code),
    surveyAction(part, surveyOf(part, unexplained)),
    "lineNeedsReason",
  );
}

/** Who supervises does not act. */
async function supervisorActs({ stage, company }: Scene, part: Part): Promise<void> {
  const supervisor = await company.as(castMember("supervisor"));
  await stage.isForbidden("a survey by the supervisor", () =>
    supervisor.append({ ...surveyAction(part), campaign: stage.campaign }),
  );
}

/** An application that nobody made. */
async function unknownApplication({ stage, company, plan }: Scene): Promise<void> {
  const committee = await company.committee(plan.code);
  await stage.isRefused(
    committee,
    { type: "verify", area: plan.code, targets: [newId()], input: {} },
    "unknownTarget",
  );
}

/** A household that leaves the list with an income below the line. */
async function exitBelowLine({ stage, company, plan }: Scene, part: Part): Promise<void> {
  const poor = inventionOf(part, "below").survey as ExitSurvey;
  await stage.isRefused(
    await company.cadre(plan.code),
    surveyAction(part, surveyOf(part, poor)),
    "belowLine",
  );
}

/** A second exit of the same entry, and one of an entry that is not there. */
async function exitTwice({ stage, company, plan }: Scene, part: Part): Promise<void> {
  const clerk = await company.as(clerkOf(plan.code));
  const again = { ...part, id: newId() };
  await stage.isRefused(clerk, applicationOf(again), "exitProposed");
  const nobody = { ...part, id: newId(), entry: `${stage.campaign}-${plan.code}9999` };
  await stage.isRefused(clerk, applicationOf(nobody), "registerUnknown");
}
