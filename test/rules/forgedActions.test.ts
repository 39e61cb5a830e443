import type { ActionType } from "@domain/actionInputs.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { cadre, committee, create, forged, FORGED_ANYWHERE, ids, parts, prepare, yesterday } from "./forgery.ts";
import { AREA, FARMER, MOVED_HELPER, NOBODY, OTHER_FARMER, staff, UNPAIRED_HELPER } from "./people.ts";
import type { Fields, Write } from "./rest.ts";
import { by } from "./rest.ts";
import { action, newId } from "./wellFormed.ts";

beforeAll(prepare);

describe("an action", () => {
  const honest = () => action(committee, "village", "verify", "villageCommittee");
  const FORGED: Record<string, Fields> = {
    ...FORGED_ANYWHERE,
    "signed for another": { by: cadre.uid },
    "signed by nobody": { by: null },
    "of yesterday": { at: yesterday },
    "at a time as text": { at: "2014-06-01" },
    "done already": { pending: false },
    "pending by word": { pending: "true" },
    "with its outcome": { outcome: { applied: 1 } },
    "of no type": { type: "promote" },
    "of a type by number": { type: 1 },
    "in a role not held": { role: "villageCadre" },
    "in no role": { role: "mayor" },
    "as the clock": { role: "clock", type: "endNotice" },
    "as the public": { role: "public", type: "raiseObjection" },
    "as the applicant": { role: "applicant", type: "submit" },
    "in the neighbouring village": { area: AREA.neighbour, areas: [AREA.county, AREA.town, AREA.neighbour] },
    "in a county": { area: AREA.county, areas: [AREA.county] },
    "in a whole town": { area: AREA.town, areas: [AREA.county, AREA.town] },
    "in an area of letters": { area: "99010110100x" },
    "in an area by number": { area: 990101101001 },
    "without targets": { targets: [] },
    "with 501 targets": { targets: ids(501) },
    "with a target twice": { targets: ["application-1", "application-1"] },
    "with targets as a map": { targets: { a: "application-1" } },
    "with targets as text": { targets: "application-1" },
    "with a target by number": { targets: ["application-1", 12345678] },
    "with a target of null": { targets: [null] },
    "with a target of two lines": { targets: ["application-1\napplication-2"] },
    "with two targets in one": { targets: ["application-1~application-2"] },
    "with a target of five letters": { targets: ["short"] },
    "with a target that is a path": { targets: ["applications/one"] },
    "with its input as a list": { input: [] },
    "with its input as text": { input: "x" },
    "with an input of 17 parts": { input: parts(17) },
    "without input": { input: undefined },
    "with what was seen of others": { seen: { "application-9999": 1 } },
    "with what was seen as text": { seen: "x" },
  };

  it("is taken when honest, with 1 to 500 targets", async () => {
    expect(await create(committee, "actions", honest())).toBe("allowed");
    expect(await create(committee, "actions", forged(honest(), { targets: ids(500) }))).toBe("allowed");
    const seen = { "application-1000": 4 };
    expect(await create(committee, "actions", forged(honest(), { targets: ids(2), seen }))).toBe("allowed");
  });

  it.each(Object.entries(FORGED))("is refused: %s", async (_title, forgery) => {
    expect(await create(committee, "actions", forged(honest(), forgery))).toBe("refused");
  });

  it.each(["short", "with space", "x".repeat(65)])("is refused under the id %s", async (id) => {
    expect(await create(committee, "actions", honest(), id)).toBe("refused");
  });

  it("of a farmer concerns one household, and no farmer signs as staff", async () => {
    const submit = action(FARMER, "village", "submit", "applicant");
    expect(await create(FARMER, "actions", submit)).toBe("allowed");
    const [target = ""] = submit["targets"] as string[];
    for (const sound of [{ input: { reasons: "不".repeat(1000) } }, { input: { text: "收".repeat(500) } }, { seen: { [target]: 4 } }])
      expect(await create(FARMER, "actions", forged(submit, sound))).toBe("allowed");
    for (const large of [{ reasons: "不".repeat(1001) }, { text: "收".repeat(501) }, { text: ["收"] }, { how: { by: "x".repeat(5000) } }, { record: 1 }, { form: { members: [] } }])
      expect([large, await create(FARMER, "actions", forged(submit, { input: large }))]).toEqual([large, "refused"]);
    expect(await create(FARMER, "actions", forged(submit, { seen: { [target]: "x".repeat(5000) } }))).toBe("refused");
    expect(await create(FARMER, "actions", forged(submit, { targets: ids(2) }))).toBe("refused");
    expect(await create(FARMER, "actions", forged(submit, { role: "villageCommittee" }))).toBe("refused");
    expect(await create(NOBODY, "actions", submit)).toBe("refused");
  });

  it("is not changed, finished, withdrawn or sent again, not even by its author", async () => {
    const path = `actions/${newId("action")}`;
    const fields = honest();
    expect(await by(committee).commit({ create: path, fields })).toBe("allowed");
    for (const persona of [committee, cadre, staff("supervisor"), staff("campaignOffice"), FARMER, NOBODY]) {
      const writes: Write[] = [
        { update: path, fields: { pending: false }, mask: ["pending"] },
        { update: path, fields: { outcome: {} }, mask: ["outcome"] },
        { set: path, fields },
        { delete: path },
      ];
      for (const write of writes) expect(await by(persona).commit(write)).toBe("refused");
    }
    expect(await by(committee).get(path)).toBe("allowed");
  });

  it("that is forged takes the honest ones of its commit down with it", async () => {
    const path = `actions/${newId("honest")}`;
    const writes: Write[] = [
      { create: path, fields: honest() },
      { create: `actions/${newId("forged")}`, fields: forged(honest(), { by: cadre.uid }) },
    ];
    expect(await by(committee).commit(...writes)).toBe("refused");
    expect(await by(committee).get(path)).toBe("refused");
  });
});

describe("an action of a helper", () => {
  const helper = staff("helper");
  const honest = () => action(helper, "village", "recordMeasure", "helper");
  const FORGED: Record<string, Fields> = {
    "signed for another helper": { by: UNPAIRED_HELPER.uid },
    "signed as the support unit": { role: "supportUnit" },
    "signed as the committee": { role: "villageCommittee" },
    "signed as the household": { role: "applicant", type: "confirmResult" },
    "in the neighbouring village": { area: AREA.neighbour, areas: [AREA.county, AREA.town, AREA.neighbour] },
    "in the whole town": { area: AREA.town, areas: [AREA.county, AREA.town] },
    "that pairs itself": { type: "assignHelper" },
    "that confirms its own result": { type: "confirmResult" },
    "that completes the form": { type: "completeForm" },
    "that takes a year over": { type: "updateYear" },
    "that passes the trial run": { type: "passTrialRun" },
    "that hands out handbooks": { type: "issueHandbook" },
    "that approves": { type: "approve" },
    "of a type that is none": { type: "endPairing" },
  };

  it("is taken when honest, in the villages where the role is held", async () => {
    for (const type of ["adoptPlan", "recordMeasure", "finishMeasure", "recordVisit", "recordResult", "answerFinding"] as const) {
      expect(await create(helper, "actions", action(helper, "village", type, "helper"))).toBe("allowed");
      const unit = staff("supportUnit");
      expect(await create(unit, "actions", action(unit, "village", type, "supportUnit"))).toBe("allowed");
    }
  });

  it.each(Object.entries(FORGED))("is refused: %s", async (_title, forgery) => {
    expect(await create(helper, "actions", forged(honest(), forgery))).toBe("refused");
  });

  it("is refused after the role went to another village", async () => {
    const visit = (place: "village" | "neighbour") => action(MOVED_HELPER, place, "recordVisit", "helper");
    expect(await create(MOVED_HELPER, "actions", visit("village"))).toBe("refused");
    expect(await create(MOVED_HELPER, "actions", visit("neighbour"))).toBe("allowed");
  });
});

describe("the plan's later actions", () => {
  const officer = staff("povertyOfficer");
  const group = staff("countyLeadingGroup");
  const inTown = { area: AREA.town, areas: [AREA.county, AREA.town] };
  const inVillage = { area: AREA.village, areas: [AREA.county, AREA.town, AREA.village] };
  const byOfficer = (type: ActionType) => action(officer, "village", type, "povertyOfficer");

  it("are taken from whoever the plan names, with a whole form in the input", async () => {
    const submit = forged(action(committee, "village", "submit", "villageCommittee"), { input: { form: parts(200) } });
    expect(await create(committee, "actions", submit)).toBe("allowed");
    expect(await create(officer, "actions", forged(byOfficer("reportToCounty"), { targets: ids(500) }))).toBe("allowed");
    expect(await create(group, "actions", action(group, "village", "approve", "countyLeadingGroup"))).toBe("allowed");
    expect(await create(officer, "actions", byOfficer("splitVillages"))).toBe("allowed");
  });

  it("upon the poor villages are done in a town, and nothing else is", async () => {
    const elsewhere = { area: AREA.otherTown, areas: [AREA.county, AREA.otherTown] };
    for (const place of [inVillage, elsewhere]) {
      expect(await create(officer, "actions", forged(byOfficer("splitVillages"), place))).toBe("refused");
    }
    for (const type of ["assignHelper", "exportBatch", "runChecks", "reportToCounty"] as const) {
      expect(await create(officer, "actions", forged(byOfficer(type), inTown))).toBe("refused");
    }
  });

  it("of the county's group are its decisions alone", async () => {
    for (const type of ["publishNotice", "assignHelper", "completeForm", "passTrialRun", "splitVillages"] as const) {
      expect(await create(group, "actions", action(group, "village", type, "countyLeadingGroup"))).toBe("refused");
    }
  });
});

describe("identity numbers on their way in", () => {
  const target = "application-0001";
  const hidden = { "members.0.idNumber": "990101190001010000", phone: "00000000000" };
  const submit = () => action(FARMER, "village", "submit", "applicant");
  const withAction = (fields: Fields, to = target, persona = FARMER) => {
    const path = `actions/${newId("action")}`;
    const signed = persona === FARMER ? submit() : action(persona, "village", "recordSurvey", "villageCadre");
    return by(persona).commit({ create: path, fields: signed }, { create: `${path}/private/${to}`, fields });
  };
  const many = (count: number, value: unknown) => Object.fromEntries(ids(count).map((id) => [id, value]));

  it("come with their action, from the farmer and from staff", async () => {
    expect(await withAction(hidden)).toBe("allowed");
    expect(await withAction(many(80, "x".repeat(40)))).toBe("allowed");
    expect(await withAction(hidden, target, cadre)).toBe("allowed");
  });

  it.each(Object.entries({
    "81 of them": many(81, "1"),
    "a number": { phone: 13900000000 },
    "a map": { member: { idNumber: "1" } },
    "a list": { members: ["1"] },
    "null": { phone: null },
    "a tilde": { phone: "1~2" },
    "a long text": { phone: "1".repeat(3201) },
    "long keys": Object.fromEntries(ids(80).map((id) => [`${id}${"y".repeat(120)}`, "1"])),
  }))("are refused with %s", async (_title, fields) => {
    expect(await withAction(fields)).toBe("refused");
  });

  it("are refused for a target that the action does not name", async () => {
    expect(await withAction(hidden, "application-0002")).toBe("refused");
  });

  it("are refused without an action, into an older one, and into another's", async () => {
    const old = `actions/${newId("old")}`;
    expect(await by(FARMER).commit({ create: old, fields: submit() })).toBe("allowed");
    expect(await create(FARMER, `actions/${newId("none")}/private`, hidden, target)).toBe("refused");
    for (const persona of [FARMER, OTHER_FARMER, committee, NOBODY]) {
      expect(await create(persona, `${old}/private`, hidden, target)).toBe("refused");
    }
  });

  it("are read and changed by nobody, not even by whoever sent them", async () => {
    const path = `actions/${newId("sent")}`;
    const sent: Write = { create: `${path}/private/${target}`, fields: hidden };
    expect(await by(FARMER).commit({ create: path, fields: submit() }, sent)).toBe("allowed");
    for (const persona of [FARMER, committee, staff("supervisor"), staff("campaignOffice"), NOBODY]) {
      const asks = by(persona);
      expect(await asks.get(sent.create)).toBe("refused");
      expect(await asks.list({ parent: path, collection: "private", filters: [] })).toBe("refused");
      expect(await asks.commit({ update: sent.create, fields: { phone: "1" }, mask: ["phone"] })).toBe("refused");
      expect(await asks.commit({ delete: sent.create })).toBe("refused");
    }
  });
});
