import type { Hidden } from "@domain/action.ts";
import { areasOf } from "@domain/areas.ts";
import { APPLICATION } from "@domain/forms/application.ts";
import { splitPrivate } from "@domain/forms/private.ts";
import { EXIT_SURVEY, SURVEY } from "@domain/forms/survey.ts";
import { paths } from "@domain/paths.ts";
import { Household, VillageRegister } from "@domain/register.ts";
import type { Firestore } from "@google-cloud/firestore";
import type { Draft } from "../play/player.ts";
import { newId } from "../play/player.ts";
import { inventHousehold } from "../seed/invent.ts";
import { inventVillage } from "../seed/inventVillage.ts";
import type { Town, Village } from "./town.ts";

/** An invented household as a client holds it: forms with masks, and the numbers beside them. */
export type Sample = {
  id: string;
  seed: number;
  village: string;
  people: number;
  householder: string;
  /** Identity numbers of its people, the head's first. */
  numbers: string[];
  draft: Draft;
  hidden: Hidden;
  survey: { shown: unknown; hidden: Hidden };
};

type Wish = { village: Village; seed: number; memberCount?: number; perHead?: "below" | "above" };

/** A poor household that applies. Different seeds share no person. */
export function poorHousehold({ memberCount = 3, ...wish }: Wish): Sample {
  const id = newId();
  const { application, survey } = inventHousehold({ ...wish, memberCount, track: "identify" });
  const { shown, hidden } = splitPrivate(APPLICATION, application);
  return {
    id, seed: wish.seed, village: wish.village.code, people: memberCount, householder: survey.head.householderName,
    numbers: survey.members.map(({ idNo }) => idNo), draft: { id, track: "identify", form: shown }, hidden,
    survey: splitPrivate(SURVEY, survey),
  };
}

/** A household of last year's register that is out of poverty. `household` is its entry's document. */
export function exitingHousehold({ memberCount = 3, ...wish }: Wish & { household: string }): Sample {
  const id = newId();
  const registerNo = wish.household.slice(-16);
  const { exitProposal: form, survey } = inventHousehold({ ...wish, memberCount, track: "exit", registerNo });
  return {
    id, seed: wish.seed, village: wish.village.code, people: memberCount, householder: survey.head.householderName,
    numbers: survey.members.map(({ idNo }) => idNo), draft: { id, track: "exit", form, household: wish.household }, hidden: {},
    survey: splitPrivate(EXIT_SURVEY, survey),
  };
}

/** A village that applies to be registered as poor. It has no people to hide and no survey. */
export function poorVillage({ village, seed }: { village: Village; seed: number }): Sample {
  const id = newId();
  const form = inventVillage({ village, seed }).application;
  const people = form.village.population;
  return { id, seed, village: village.code, people, householder: village.name, numbers: [], draft: { id, track: "village", form }, hidden: {}, survey: { shown: {}, hidden: {} } };
}

/** Writes entries 1 to `count` of last year's register of a village. Returns their document ids. */
export async function writeRegister(db: Firestore, { campaign }: Town, village: Village, count: number): Promise<string[]> {
  const batch = db.batch();
  const areas = areasOf(village.code);
  const ids = Array.from({ length: count }, (_, at) => `${campaign}-${village.code}${String(at + 1).padStart(4, "0")}`);
  for (const id of ids) {
    const entry = Household.parse({
      register: campaign, no: id.slice(-16), campaign: "year2012", application: null, village: village.code, areas, householder: "旧户主",
      groupName: "一社", memberCount: 3, mainCause: "illness", status: "registered", since: new Date("2012-12-31"), exit: null, ended: null,
    });
    batch.set(db.doc(paths.household(id)), entry);
  }
  const register = VillageRegister.parse({ register: campaign, village: village.code, areas, nextSerial: count + 1 });
  batch.set(db.doc(paths.villageRegister(campaign, village.code)), register);
  await batch.commit();
  return ids;
}
