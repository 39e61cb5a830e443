import { AREA, staff } from "./people.ts";
import type { Persona } from "./people.ts";
import type { Fields, Verdict } from "./rest.ts";
import { by } from "./rest.ts";
import { ACCOUNTS } from "./samples.ts";
import { putRules } from "./suite.ts";
import { newId } from "./wellFormed.ts";

/** Attacks: one thing forged in an otherwise honest request, by plain HTTP as an attacker would send it. */

export const committee = staff("villageCommittee");
export const cadre = staff("villageCadre");
export const yesterday = new Date("2014-06-01T00:00:00Z");

export const ids = (count: number): string[] => Array.from({ length: count }, (_, at) => `application-${1000 + at}`);
export const parts = (count: number): Fields => Object.fromEntries(ids(count).map((id) => [id, 1]));

/** The honest document with something else in its place; `undefined` takes the key away. */
export const forged = (honest: Fields, forgery: Fields): Fields =>
  Object.fromEntries(Object.entries({ ...honest, ...forgery }).filter(([, value]) => value !== undefined));

export const create = (persona: Persona, collection: string, fields: Fields, id = newId("forged")): Promise<Verdict> =>
  by(persona).commit({ create: `${collection}/${id}`, fields });

/** Rules in force and accounts there, before any attack. */
export async function prepare(): Promise<void> {
  await putRules();
  await by("owner").commit(...ACCOUNTS.map(({ path, account }) => ({ set: path, fields: account })));
}

/** What is forged alike in a draft, an action and evidence. */
export const FORGED_ANYWHERE: Record<string, Fields> = {
  "a campaign by number": { campaign: 2014 },
  "a campaign without a name": { campaign: "" },
  "a campaign by path": { campaign: "a/b/c/d/e" },
  "no campaign": { campaign: undefined },
  "areas of another village": { areas: [AREA.county, AREA.town, AREA.neighbour] },
  "areas of another county beside": { areas: [AREA.county, AREA.town, AREA.village, AREA.otherCounty] },
  "areas in another order": { areas: [AREA.village, AREA.town, AREA.county] },
  "empty areas": { areas: [] },
  "areas as a string": { areas: AREA.village },
  "no areas": { areas: undefined },
  "a key beside": { note: "x" },
};
