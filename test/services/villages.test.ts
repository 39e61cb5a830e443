import type { Application } from "@domain/application.ts";
import { paths } from "@domain/paths.ts";
import type { Findings, Version, VillageRegister } from "@domain/register.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../play/player.ts";
import { Desk } from "./desk.ts";
import type { Sample } from "../functions/households.ts";
import { poorVillage } from "../functions/households.ts";
import { answer, applied, approval, publication, submission, verdict } from "../functions/office.ts";
import { assignment, measure, plan, plainly, registration, request, update, visit } from "../functions/serviceDoings.ts";
import { answering, approveAll, bringOn } from "../functions/serviceWay.ts";
import { personAt } from "../functions/town.ts";

/** A poor village from its application to the register in service: one notice by the town, the county's decision, a support unit. */

let desk: Desk;
let one: Sample;

beforeAll(async () => {
  desk = await Desk.open({ number: 34, seconds: 3 });
  one = poorVillage({ village: desk.town.first, seed: 3401 });
});
afterAll(() => desk.close());

const get = async ({ id }: Sample) => (await desk.look(paths.application(id))) as Application;
const registerOf = async () => (await desk.look(paths.villageRegister(desk.town.campaign, desk.town.first.code))) as VillageRegister;
const countOf = async (status: string) => {
  const village = await desk.look(paths.village(desk.town.campaign, desk.town.first.code));
  return ((village?.["counts"] as { village: Record<string, { households: number }> }).village[status] ?? { households: 0 }).households;
};

describe("the village's application (annex 9)", () => {
  it("tells how the villagers were consulted, with photos that arrived", async () => {
    const { consultation, ...form } = one.draft.form as { consultation: object };
    const without = { ...one, id: newId() };
    without.draft = { ...one.draft, id: without.id, form };
    expect(verdict(await desk.act("committee", submission([without])))).toBe("invalidInput");
    const unseen = { ...one, id: newId() };
    unseen.draft = { ...one.draft, id: unseen.id, form: { ...form, consultation: { ...consultation, photos: [newId()] } } };
    expect(verdict(await desk.act("committee", submission([unseen])))).toBe("evidenceMissing");
  });

  it("goes to the town at once, with a receipt, and stands for the village alone", async () => {
    await applied(desk.act("committee", submission([one])));
    expect(await get(one)).toMatchObject({ status: "townReview", track: "village", receiptNo: expect.any(String), facts: { householder: "上河村", memberCount: one.people } });
    const second = poorVillage({ village: desk.town.first, seed: 3402 });
    expect(verdict(await desk.act("committee2", submission([second])))).toBe("identityTaken");
    expect(await countOf("townReview")).toBe(1);
  });

  it("comes back with reasons and is sent anew with its form put right, by its committee alone", async () => {
    await applied(desk.act("mayor", { type: "return", targets: [one.id], input: { reasons: "请补充产业情况" } }));
    expect(await get(one)).toMatchObject({ status: "submitted", returned: { reasons: "请补充产业情况" } });
    const form = structuredClone(one.draft.form) as { reasons: { description: string } };
    form.reasons.description = "补充：全村以养羊和洋芋为主。";
    const sending = { type: "submit", targets: [one.id], input: { form } } as const;
    expect(verdict(await desk.act("cadre", { ...sending, targets: [...sending.targets] }))).toBe("roleNotAllowed");
    await applied(desk.act("committee", { ...sending, targets: [...sending.targets] }));
    expect(await get(one)).toMatchObject({ status: "townReview", returned: null, form: { reasons: { description: "补充：全村以养羊和洋芋为主。" } } });
  });
});

describe("the size of the town (annex 8) and the notice", () => {
  it("lists a marked village alone", async () => {
    const other = poorVillage({ village: desk.town.second, seed: 3403 });
    await applied(desk.act("neighbour", submission([other])));
    await applied(desk.act("mayor", approval([other])));
    expect(verdict(await desk.act("officer", publication([other])))).toBe("overQuota");
    await applied(desk.act("mayor", approval([one])));
    expect(verdict(await desk.act("committee", publication([one])))).toBe("roleNotAllowed");
  });

  it("waits for the split: a village that nobody has marked is not listed", async () => {
    await desk.db.doc(paths.village(desk.town.campaign, desk.town.first.code)).update({ quota: { identify: 900, exit: 90 } });
    expect(verdict(await desk.act("officer", publication([one])))).toBe("overQuota");
    await desk.db.doc(paths.village(desk.town.campaign, desk.town.first.code)).update({ quota: { identify: 1000, exit: 100, village: 1 } });
  });

  it("goes back to its committee when an objection is upheld, and must be on a notice again", async () => {
    const sending = publication([one]);
    await applied(desk.act("officer", sending));
    const objection = await desk.object(sending.id, 1);
    await desk.deliver(`objection-${objection}`);
    expect((await desk.look(paths.objection(objection)))?.["level"]).toBe("county");
    expect(verdict(await desk.act("mayor", answer(one, objection, "uphold")))).toBe("notTheLevelAbove");
    expect(verdict(await desk.act("county", answer(one, objection, "uphold")))).toBe("submitted");
    expect(await get(one)).toMatchObject({ notice: null, openObjections: 0, hands: { published: [], reviewed: null } });
  });

  it("is decided by the county's leading group, or its office, and stands in the register of villages", async () => {
    const form = one.draft.form;
    await applied(desk.act("committee", { type: "submit", targets: [one.id], input: { form } }));
    await applied(desk.act("mayor", approval([one])));
    const sending = publication([one]);
    await applied(desk.act("officer", sending));
    await desk.waitForEnd(sending.id);
    expect(await desk.look(paths.notice(sending.id))).toMatchObject({ ofVillage: true, list: [{ serial: 1, group: "", householder: "上河村", people: one.people, track: "village" }] });
    expect(verdict(await desk.act("mayor", approval([one])))).toBe("roleNotAllowed");
    await applied(desk.act("county", { type: "return", targets: [one.id], input: { reasons: "资料不全" } }));
    await applied(desk.act("committee", { type: "submit", targets: [one.id], input: { form } }));
    await applied(desk.act("mayor", approval([one])));
    const again = publication([one]);
    await applied(desk.act("officer", again));
    await desk.waitForEnd(again.id);
    expect(verdict(await desk.act("group", approval([one])))).toBe("approved");
    expect((await registerOf()).poor).toMatchObject({ application: one.id, unit: null });
  });
});

describe("from the support unit to the register in service", () => {
  it("pairs it with a unit of the village, which alone acts for it", async () => {
    expect(verdict(await desk.act("officer", assignment([one], personAt(desk.town, "helper").uid)))).toBe("notAHelper");
    await applied(desk.act("officer", assignment([one], personAt(desk.town, "unit").uid)));
    expect((await registerOf()).poor?.unit).toBe(personAt(desk.town, "unit").uid);
    expect([verdict(await desk.act("helper", visit([one]))), verdict(await desk.act("unit", visit([one])))]).toEqual(["roleNotAllowed", "paired"]);
    await applied(desk.act("unit", plan([one])));
    await applied(desk.act("unit", measure([one])));
    expect((await registerOf()).help["village"]).toMatchObject({ measures: 1, planned: expect.any(Number) });
  });

  it("asks where its form differs from the sums of its registered households", async () => {
    const outcome = await desk.act("committee", registration(one));
    const target = outcome.targets[one.id];
    expect(target?.applied === false && target.problem.fields?.map(({ code }) => code)).toContain("VI-01");
    await applied(answering(desk, "committee", (answers) => registration(one, { answers })));
    const version = (await desk.look(paths.version(paths.villageRegister(desk.town.campaign, desk.town.first.code), 2013))) as Version;
    expect(version).toMatchObject({ year: 2013, application: one.id, helper: { kind: "supportUnit" }, answers: { "VI-01": expect.any(String) } });
  });

  it("has no handbook; it is entered, reported, tried and updated like a household", async () => {
    expect(verdict(await desk.act("committee", plainly("printHandbook", [one])))).toBe("wrongStatus");
    await bringOn(desk, [one], "reported", "registered");
    await applied(desk.act("county", plainly("runChecks", [one])));
    expect(((await desk.look(paths.findings(one.id))) as Findings).rows.map(({ rule }) => rule)).toContain("VI-01");
    await bringOn(desk, [one], "inService", "reported");
    expect(verdict(await answering(desk, "cadre", (answers) => update(one, { year: 2014, answers })))).toBe("inService");
    expect(await desk.look(paths.version(paths.villageRegister(desk.town.campaign, desk.town.first.code), 2014))).toMatchObject({ year: 2014 });
    expect(await countOf("inService")).toBe(1);
  });

  it("is struck from the register when it was wrongly identified, and may apply anew", async () => {
    expect(verdict(await desk.act("cadre", request(one, { kind: "split" })))).toBe("requestIncomplete");
    await applied(desk.act("cadre", request(one, { kind: "wrongIdentification" })));
    await applied(desk.act("county", approval([one])));
    expect([(await get(one)).status, (await registerOf()).poor]).toEqual(["ended", null]);
    const again = poorVillage({ village: desk.town.first, seed: 3404 });
    await approveAll(desk, [again]);
    expect((await registerOf()).poor).toMatchObject({ application: again.id });
  });

  it("leaves data that keep every promise", async () => {
    expect(await desk.brokenPromises()).toEqual([]);
  });
});
