import type { ProblemCode } from "@domain/problems.ts";
import { uidOf } from "../seed/accounts.ts";
import { castMember, committeeOf } from "../seed/cast.ts";
import { clerkOf } from "./cast.ts";
import { allOf } from "./limiter.ts";
import type { Part } from "./plan.ts";
import type { Player } from "./player.ts";
import { follow } from "./steps/http.ts";
import { answerQuestions } from "./steps/questions.ts";
import { appraise, apply, confirm, confirmationOf, survey, verify, withdraw } from "./steps/village.ts";
import type { Scene } from "./village.ts";

/** Everybody applies: farmers on their own, the others by the village's clerk. Some farmers think better of it. */
export async function applyAll({ stage, company }: Scene, parts: readonly Part[]): Promise<void> {
  await allOf(
    parts.map(async (part) => {
      const player = part.farmer
        ? await stage.beside(() => company.farmer(part.id))
        : await company.as(clerkOf(part.village.code));
      const receipt = await apply(stage.by(player), part);
      if (part.farmer && part.fate === "withdrawn") await withdraw(stage.by(player), part);
      const status = part.fate === "withdrawn" ? "withdrawn" : "submitted";
      if (part.farmer) await follow(stage, { receipt, status, village: part.village.name });
      if (part.farmer && part.fate !== "withdrawnListed" && !part.stays) await company.farmerLeaves(part.id);
      stage.done("apply", 1);
    }),
  );
}

/** Surveys, most by the cadre, some by the clerk or the town's officer. The clerk withdraws some households then. */
export async function surveyAll({ stage, company }: Scene, parts: readonly Part[]): Promise<void> {
  const inPlace = parts.filter((part) => !(part.fate === "withdrawn" && part.farmer));
  await allOf(
    inPlace.map(async (part, at) => {
      const { code } = part.village;
      const surveyor =
        at % 5 === 3 ? company.officer() : at % 5 === 1 ? company.as(clerkOf(code)) : company.cadre(code);
      await survey(stage.by(await surveyor), part);
      if (part.fate === "withdrawn") await withdraw(stage.by(await company.as(clerkOf(code))), part);
      stage.done("survey", 1);
    }),
  );
}

/** One meeting for all; in some villages too few came the first time. Some households are outvoted. */
export async function holdMeeting({ stage, company, plan }: Scene, parts: readonly Part[]): Promise<Part[]> {
  const there = parts.filter((part) => part.fate !== "withdrawn");
  const committee = await company.committee(plan.code);
  const recused = Object.fromEntries(
    there.filter((part) => part.recused).map(({ id }) => [id, uidOf(committeeOf(plan.code))]),
  );
  await answerQuestions({ stage, company }, there);
  if (plan.index % 4 === 0)
    await appraise(stage.by(committee), there, { present: 29, refusal: "quorumMissed" });
  const meeting = await appraise(stage.by(committee), there, {
    present: 41,
    outvoted: there.filter(({ fate }) => fate === "notNominated"),
    recused,
  });
  await seal({ stage, company, plan }, there, { meeting, recorder: committee });
  stage.done("appraise", there.length);
  return there.filter(({ fate }) => fate !== "notNominated");
}

type Sealing = { meeting: string; recorder: Player };

/** The cadre and the officer confirm the record. In some villages the recorder tries to do it, or somebody verifies too early. */
async function seal({ stage, company, plan }: Pick<Scene, "stage" | "company" | "plan">, parts: readonly Part[], { meeting, recorder }: Sealing): Promise<void> {
  const [cadre, officer] = [await company.cadre(plan.code), await company.as(castMember("officer"))];
  const [part] = parts.filter(({ fate, recused }) => fate !== "notNominated" && !recused);
  if (part && plan.index % 4 === 1) {
    await stage.isRefused(recorder, confirmationOf([part], meeting), "sameHands");
    await stage.isRefused(officer, { type: "verify", area: plan.code, targets: [part.id], input: {} }, "meetingUnsealed");
  }
  await confirm(stage, parts, { meeting, by: [cadre, officer] });
}

/** The three verify the list, each once; the recused head of the committee leaves some to the clerk. */
export async function verifyAll({ stage, company, plan }: Scene, parts: readonly Part[]): Promise<void> {
  const recused = parts.filter((part) => part.recused);
  await answerQuestions({ stage, company }, parts);
  const except: Record<string, ProblemCode> = Object.fromEntries(
    recused.map(({ id }) => [id, "recused" as const]),
  );
  await verify(stage.by(await company.as(castMember("officer"))), parts);
  await verify(stage.by(await company.cadre(plan.code)), parts);
  await verify(stage.by(await company.committee(plan.code)), parts, except);
  await verify(stage.by(await company.as(clerkOf(plan.code))), recused);
  stage.done("verify", parts.length);
}

/** Who withdraws a household that is on the notice already: its farmer, else the clerk. */
export async function withdrawListed({ stage, company }: Scene, parts: readonly Part[]): Promise<void> {
  for (const part of parts.filter(({ fate }) => fate === "withdrawnListed")) {
    const player: Player = part.farmer
      ? await company.farmer(part.id)
      : await company.as(clerkOf(part.village.code));
    await withdraw(stage.by(player), part);
    if (part.farmer) await company.farmerLeaves(part.id);
  }
}
