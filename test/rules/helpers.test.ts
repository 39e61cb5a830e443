import { areasOf } from "@domain/areas.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { prepare } from "./forgery.ts";
import type { Persona } from "./people.ts";
import { AREA, EVERYBODY, FORMER_HELPER, MOVED_HELPER, staff, UNPAIRED_HELPER } from "./people.ts";
import type { Fields, Filter, Verdict } from "./rest.ts";
import { by } from "./rest.ts";
import { action, CAMPAIGN, evidence, newId } from "./wellFormed.ts";

/** A helper sees exactly what it is paired with, from that moment to its end: one household lived through. */

const helper = staff("helper");
const unit = staff("supportUnit");
const areas = areasOf(AREA.village);
const named = newId("household");

type Household = { application: string; entry: string; pairing: string };

/** What the functions write of a household in the village that somebody helps. */
async function settle(name: string, { uid: account = null }: { uid?: string | null }): Promise<Household> {
  const at = { application: `applications/${name}`, entry: `households/main-${name}`, pairing: `pairings/${name}-1` };
  const below = { areas, applicant: null };
  const documents: Record<string, Fields> = {
    [at.application]: { campaign: CAMPAIGN, areas, status: "planned", applicant: null, helper: { account } },
    [`${at.application}/forms/survey`]: below,
    [`${at.application}/private/identity`]: below,
    [`${at.application}/drafts/registration`]: { ...below, by: "clerk-1", form: {} },
    [`${at.application}/help/plan-0001`]: { ...below, by: account, kind: "plan" },
    [at.entry]: { areas, register: "main", helper: account },
    [`${at.entry}/versions/2014`]: { ...below, year: 2014 },
    [`${at.entry}/private/2014`]: below,
    [at.pairing]: { areas, campaign: CAMPAIGN, account, until: null },
    [`findings/${name}`]: { areas, campaign: CAMPAIGN, open: 1 },
  };
  await by("owner").commit(...Object.entries(documents).map(([set, fields]) => ({ set, fields })));
  return at;
}

const seenByHelper = ({ application, entry, pairing }: Household) => [
  application, `${application}/forms/survey`, `${application}/help/plan-0001`, entry, `${entry}/versions/2014`, pairing,
  application.replace("applications", "findings"),
];
const hiddenFromHelper = ({ application, entry }: Household) => [
  `${application}/private/identity`, `${application}/drafts/registration`, `${entry}/private/2014`,
];

const verdicts = (persona: Persona, documents: readonly string[]) =>
  Promise.all(documents.map(async (path) => [path, await by(persona).get(path)]));
const all = (documents: readonly string[], verdict: Verdict) => documents.map((path) => [path, verdict]);

const inVillage: Filter = { field: "areas", op: "ARRAY_CONTAINS", value: AREA.village };
const is = (field: string, value: unknown): Filter => ({ field, op: "EQUAL", value });

beforeAll(prepare);

describe("a helper", () => {
  it("reads its own household, its forms and its help, and nothing that is hidden", async () => {
    const own = await settle(named, helper);
    expect(await verdicts(helper, seenByHelper(own))).toEqual(all(seenByHelper(own), "allowed"));
    expect(await verdicts(helper, hiddenFromHelper(own))).toEqual(all(hiddenFromHelper(own), "refused"));
  });

  it("reads nothing of the household next door, whoever helps it", async () => {
    for (const somebody of [UNPAIRED_HELPER, unit, {}]) {
      const other = await settle(newId("next-door"), somebody);
      const documents = [...seenByHelper(other), ...hiddenFromHelper(other)];
      expect(await verdicts(helper, documents)).toEqual(all(documents, "refused"));
      for (const [parent, collection] of [[other.application, "help"], [other.entry, "versions"]] as const) {
        expect(await by(helper).list({ parent, collection, filters: [inVillage] })).toBe("refused");
      }
    }
  });

  it("sees nothing any more the moment another helps, and the other sees everything", async () => {
    const household = await settle(newId("handed-over"), helper);
    const documents = seenByHelper(household);
    expect(await verdicts(UNPAIRED_HELPER, documents)).toEqual(all(documents, "refused"));
    await settle(household.application.replace("applications/", ""), UNPAIRED_HELPER);
    const ended = `${household.pairing}-ended`;
    await by("owner").commit({ set: ended, fields: { areas, account: helper.uid, until: "2014-06-30" } });
    expect(await verdicts(helper, [...documents, ended])).toEqual(all([...documents, ended], "refused"));
    expect(await verdicts(UNPAIRED_HELPER, documents)).toEqual(all(documents, "allowed"));
  });

  it("sees nothing by a name in documents alone: the role, its place and a standing account count too", async () => {
    const stale = EVERYBODY.find(({ name }) => name.endsWith("with an old token") && name.startsWith("helper"));
    if (!stale) throw new Error("nobody carries an old token");
    const own = await settle(newId("named"), helper);
    expect(await verdicts(stale, seenByHelper(own))).toEqual(all(seenByHelper(own), "refused"));
    const moved = await settle(newId("moved"), MOVED_HELPER);
    expect(await verdicts(MOVED_HELPER, seenByHelper(moved))).toEqual(all(seenByHelper(moved), "refused"));
  });

  it("reads that nothing was asked of its own household yet, and answers what is asked", async () => {
    const own = await settle(newId("asked"), helper);
    const found = own.application.replace("applications", "findings");
    await by("owner").commit({ delete: found });
    expect([await by(helper).get(found), await by(UNPAIRED_HELPER).get(found)]).toEqual(["allowed", "refused"]);
    for (const [persona, role] of [[helper, "helper"], [unit, "supportUnit"]] as const) {
      const fields = action(persona, "village", "answerFinding", role);
      expect(await by(persona).commit({ create: `actions/${newId("answer")}`, fields })).toBe("allowed");
    }
  });

  it("lists its own, and not without saying so", async () => {
    const ask = (collection: string, ...filters: Filter[]) => by(helper).list({ collection, filters });
    const mine = { applications: "helper.account", households: "helper", pairings: "account" } as const;
    const open = is("until", null);
    for (const [collection, field] of Object.entries(mine)) {
      const own = [is(field, helper.uid), ...(collection === "pairings" ? [open] : [])];
      expect([collection, await ask(collection, inVillage, ...own)]).toEqual([collection, "allowed"]);
      expect([collection, await ask(collection, inVillage)]).toEqual([collection, "refused"]);
      expect([collection, await ask(collection, ...own)]).toEqual([collection, "refused"]);
      const others = await ask(collection, inVillage, is(field, UNPAIRED_HELPER.uid), open);
      expect([collection, others]).toEqual([collection, "refused"]);
    }
    expect(await ask("pairings", inVillage, is("account", helper.uid))).toBe("refused");
    const ended = [inVillage, is("account", FORMER_HELPER.uid), is("until", "2014-06-30")];
    expect(await by(FORMER_HELPER).list({ collection: "pairings", filters: ended })).toBe("refused");
  });

  it("sends photos and reports, and reads its own again but nobody else's", async () => {
    for (const [persona, other] of [[helper, UNPAIRED_HELPER], [unit, helper]] as const) {
      const [photo, report] = [`evidence/${newId("photo")}`, `actions/${newId("visit")}`];
      const role = persona === unit ? "supportUnit" : "helper";
      expect(await by(persona).commit({ create: photo, fields: evidence(persona, "village") })).toBe("allowed");
      const visit = action(persona, "village", "recordVisit", role);
      expect(await by(persona).commit({ create: report, fields: visit })).toBe("allowed");
      expect(await verdicts(persona, [photo, report])).toEqual(all([photo, report], "allowed"));
      expect(await verdicts(other, [photo, report])).toEqual(all([photo, report], "refused"));
    }
  });
});

describe("a support unit", () => {
  it("reads the village that it supports, and no other", async () => {
    const at = `villages/${newId("register")}`;
    const write = (poor: Fields | null) =>
      by("owner").commit({ set: at, fields: { areas, poor } }, { set: `${at}/versions/2014`, fields: { areas } });
    const documents = [at, `${at}/versions/2014`];
    await write({ application: "village-0001", unit: unit.uid });
    expect(await verdicts(unit, documents)).toEqual(all(documents, "allowed"));
    const application = "village-0001";
    for (const poor of [{ application, unit: "another-1" }, { application, unit: null }, null]) {
      await write(poor);
      expect(await verdicts(unit, documents)).toEqual(all(documents, "refused"));
    }
  });
});
