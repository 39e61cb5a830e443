import { areasOf } from "@domain/areas.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { cadre, committee, forged, parts, prepare, yesterday } from "./forgery.ts";
import { AREA, FARMER, MANY_HATS, MOVED_HELPER, NOBODY, staff, staffWith } from "./people.ts";
import type { Fields, Write } from "./rest.ts";
import { by, REQUEST_TIME } from "./rest.ts";
import { formDraft, newId } from "./wellFormed.ts";

/** Forms saved while they are filled in: whole or not at all, for this application, under one's own name, now. */

const officer = staff("povertyOfficer");
const neighboursCommittee = staffWith("villageCommittee-neighbour", { villageCommittee: [AREA.neighbour] });
const fillers = [committee, cadre, officer];
const outsiders = [NOBODY, FARMER, neighboursCommittee, MOVED_HELPER, staff("helper"), staff("supportUnit")];
const onlookers = [staff("townGovernment"), staff("countyOffice"), staff("countyLeadingGroup"), staff("supervisor"),
  staff("campaignOffice")];
const strangers = [...outsiders, ...onlookers];

/** An application of the village, approved and with a helper; what is its draft's path. */
async function begin(): Promise<string> {
  const application = `applications/${newId("form")}`;
  const fields = { areas: areasOf(AREA.village), status: "planned", helper: { account: staff("helper").uid } };
  await by("owner").commit({ set: application, fields });
  return application;
}

beforeAll(async () => {
  await prepare();
  const { uid, account } = neighboursCommittee;
  if (account) await by("owner").commit({ set: `staff/${uid}`, fields: account });
});

describe("a form being filled in", () => {
  const honest = () => formDraft(committee, "village");
  const FORGED: Record<string, Fields> = {
    "saved for another": { by: cadre.uid },
    "saved by nobody": { by: null },
    "of yesterday": { at: yesterday },
    "at a time as text": { at: "2014-06-01" },
    "without a time": { at: undefined },
    "with the areas of the neighbour": { areas: areasOf(AREA.neighbour) },
    "with an area of its own beside": { areas: [...areasOf(AREA.village), AREA.neighbour] },
    "with the town's areas alone": { areas: areasOf(AREA.town) },
    "with its areas in another order": { areas: areasOf(AREA.village).reverse() },
    "with its area as text": { areas: AREA.village },
    "without areas": { areas: undefined },
    "with 31 parts": { form: parts(31) },
    "with its form as text": { form: "x" },
    "with its form as a list": { form: [1] },
    "without a form": { form: undefined },
    "with a state beside": { status: "registered" },
    "with a note beside": { note: "x" },
  };

  it.each(["registration", "update", "plan", "villageApplication"])("is saved as %s, again and again", async (kind) => {
    const path = `${await begin()}/drafts/${kind}`;
    for (const clerk of fillers) {
      const fields = formDraft(clerk, "village");
      expect(await by(clerk).commit({ set: path, fields })).toBe("allowed");
      expect(await by(clerk).commit({ set: path, fields: { ...fields, form: parts(30) } })).toBe("allowed");
      expect(await by(clerk).get(path)).toBe("allowed");
    }
    expect(await by(cadre).commit({ delete: path })).toBe("allowed");
  });

  it.each(Object.entries(FORGED))("is refused: %s", async (_title, forgery) => {
    const path = `${await begin()}/drafts/registration`;
    expect(await by(committee).commit({ create: path, fields: forged(honest(), forgery) })).toBe("refused");
    expect(await by(committee).commit({ create: path, fields: honest() })).toBe("allowed");
    expect(await by(committee).commit({ set: path, fields: forged(honest(), forgery) })).toBe("refused");
  });

  it.each(["identity", "survey", "registration-2", "__all__x", "x"])("is refused under the name %s", async (kind) => {
    expect(await by(committee).commit({ create: `${await begin()}/drafts/${kind}`, fields: honest() })).toBe("refused");
  });

  it("is refused without its application, and below anything else", async () => {
    for (const path of [`applications/${newId("none")}/drafts/plan`, `households/${newId("none")}/drafts/plan`]) {
      expect(await by(committee).commit({ create: path, fields: honest() })).toBe("refused");
    }
  });

  it("is not read, written, taken over or thrown away by whoever fills no forms there", async () => {
    const application = await begin();
    const path = `${application}/drafts/registration`;
    expect(await by(committee).commit({ create: path, fields: honest() })).toBe("allowed");
    for (const persona of strangers) {
      const mine = { ...formDraft(persona, "village"), form: {} };
      const writes: Write[] = [
        { set: path, fields: mine },
        { create: `${application}/drafts/update`, fields: mine },
        { update: path, fields: { form: {}, by: persona.uid ?? "x", at: REQUEST_TIME }, mask: ["form", "by", "at"] },
        { delete: path },
      ];
      for (const write of writes) {
        expect([persona.name, await by(persona).commit(write)]).toEqual([persona.name, "refused"]);
      }
    }
    for (const persona of outsiders) {
      expect([persona.name, await by(persona).get(path)]).toEqual([persona.name, "refused"]);
    }
  });

  it("of the neighbour is not somebody else's to change, even where one fills forms elsewhere", async () => {
    const application = `applications/${newId("form")}`;
    const path = `${application}/drafts/registration`;
    await by("owner").commit({ set: application, fields: { areas: areasOf(AREA.neighbour) } });
    const honest = formDraft(neighboursCommittee, "neighbour");
    expect(await by(neighboursCommittee).commit({ create: path, fields: honest })).toBe("allowed");
    for (const persona of [committee, cadre, MANY_HATS]) {
      expect(await by(persona).get(path)).toBe("refused");
      for (const place of ["village", "neighbour"] as const) {
        expect(await by(persona).commit({ set: path, fields: formDraft(persona, place) })).toBe("refused");
      }
      expect(await by(persona).commit({ delete: path })).toBe("refused");
    }
  });

  it("keeps its last writer's name: a part alone is not changed under another's", async () => {
    const path = `${await begin()}/drafts/plan`;
    expect(await by(committee).commit({ create: path, fields: honest() })).toBe("allowed");
    const changed: Fields = { form: {}, by: committee.uid, at: REQUEST_TIME };
    for (const mask of [["form"], ["form", "at"], ["by", "at"]]) {
      const fields = Object.fromEntries(mask.map((key) => [key, changed[key]]));
      expect(await by(cadre).commit({ update: path, fields, mask })).toBe("refused");
    }
  });
});
