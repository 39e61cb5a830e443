import { isAllowed } from "@domain/access.ts";
import { ActionType } from "@domain/actionInputs.ts";
import { areasOf } from "@domain/areas.ts";
import type { Actor } from "@domain/roles.ts";
import { Actor as Actors } from "@domain/roles.ts";
import { actorsOf, isStaffRole } from "@domain/workflow/offices.ts";
import { beforeAll, describe, expect, it } from "vitest";
import type { Persona, Place } from "./people.ts";
import { EVERYBODY, FALLEN, FARMER, isFallen, staff } from "./people.ts";
import type { Verdict, Write } from "./rest.ts";
import { by, inParallel } from "./rest.ts";
import { ACCOUNTS } from "./samples.ts";
import { putRules } from "./suite.ts";
import { action, areaOf, newId } from "./wellFormed.ts";

/** Who may sign which action in which role and where: the rules' table is the workflow's (workflow/offices.ts). */

type Signing = { asker: Persona; type: ActionType; role: Actor; place: Place };

const PLACES = ["village", "neighbour", "otherTownVillage", "otherCountyVillage"] as const satisfies readonly Place[];
const STANDING = EVERYBODY.filter((persona) => !isFallen(persona));

const wears = ({ roles }: Persona, role: Actor) => role === "applicant" || (roles !== undefined && role in roles);
/** A role that somebody does not hold is not held anywhere: there the own village stands for all places. */
const placesFor = (asker: Persona, role: Actor): readonly Place[] => (wears(asker, role) ? PLACES : ["village"]);

function policyOf({ asker, type, role, place }: Signing): Verdict {
  const areas = areasOf(areaOf(type, place));
  const document = { areas, type, role, ...(asker.uid && { by: asker.uid }), targets: ["application-0001"] };
  return isAllowed({ collection: "actions", verb: "create", asker, document }) ? "allowed" : "refused";
}

async function wrongOf(signings: readonly Signing[], beside: (path: string) => Write[]): Promise<string[]> {
  const verdicts = await inParallel(signings, ({ asker, type, role, place }) => {
    const path = `actions/${newId("action")}`;
    return by(asker).commit({ create: path, fields: action(asker, place, type, role) }, ...beside(path));
  });
  return signings.flatMap((signing, at) => {
    const policy = policyOf(signing);
    if (policy === verdicts[at]) return [];
    const { asker, type, role, place } = signing;
    const cell = `${asker.name} signs ${type} as ${role} in ${place}`;
    return [`${cell}: ${policy} by the policy, ${verdicts[at]} by the rules`];
  });
}

const alone = () => [];
const withHidden = (path: string): Write[] =>
  [{ create: `${path}/private/application-0001`, fields: { "members.0.idNumber": "990101190001010000" } }];

describe("an action is signed by whom the workflow names", () => {
  beforeAll(async () => {
    await putRules();
    await by("owner").commit(...ACCOUNTS.map(({ path, account }) => ({ set: path, fields: account })));
  });

  for (const type of ActionType.options) {
    const signings = STANDING.flatMap((asker) => Actors.options.flatMap((role) =>
      placesFor(asker, role).map((place): Signing => ({ asker, type, role, place }))));
    it(`${type}: ${signings.length} cells`, { timeout: 60_000 }, async () => {
      expect(await wrongOf(signings, alone)).toEqual([]);
    });
  }

  it("an account that was changed, disabled or deleted signs nothing", async () => {
    const signings = FALLEN.flatMap((asker) => Actors.options.filter((role) => wears(asker, role))
      .flatMap((role) => ActionType.options.map((type): Signing => ({ asker, type, role, place: "village" }))));
    expect(new Set(signings.map(policyOf))).toEqual(new Set(["refused"]));
    expect(await wrongOf(signings, alone)).toEqual([]);
  });

  it("identity numbers come with an action from whoever may sign it, and from nobody else", async () => {
    const signings = STANDING.flatMap((asker) => ActionType.options.flatMap((type) =>
      Actors.options.filter((role) => wears(asker, role))
        .map((role): Signing => ({ asker, type, role, place: "village" }))));
    expect(await wrongOf(signings, withHidden)).toEqual([]);
  });

  it("every role of the workflow is really allowed somewhere", () => {
    for (const type of ActionType.options) {
      for (const role of actorsOf(type).filter((actor) => actor === "applicant" || isStaffRole(actor))) {
        const asker = isStaffRole(role) ? staff(role) : FARMER;
        expect([type, role, policyOf({ asker, type, role, place: "village" })]).toEqual([type, role, "allowed"]);
      }
    }
  });
});
