import type { Application } from "@domain/application.ts";
import type { Registration } from "@domain/forms/registration.ts";
import { paths } from "@domain/paths.ts";
import type { Findings, Version } from "@domain/register.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Desk } from "./desk.ts";
import type { Sample } from "../functions/households.ts";
import { poorHousehold, poorVillage } from "../functions/households.ts";
import type { Doing } from "../functions/office.ts";
import { applied, idsOf, verdict } from "../functions/office.ts";
import { assignment, batching, changedForm, entering, handover, measure, plainly, plan, registration, registrationOf } from "../functions/serviceDoings.ts";
import { answering, bringOn, receive } from "../functions/serviceWay.ts";
import { personAt } from "../functions/town.ts";

/** From the plan to the register in service: the form, the handbook, the data entry, the trial run (the plan, steps 6 to 9). */

let desk: Desk;
let sample: Sample;
let other: Sample;

beforeAll(async () => {
  desk = await Desk.open({ number: 31, seconds: 1, quotaMode: "off" });
  const village = desk.town.first;
  [sample, other] = [poorHousehold({ village, seed: 3101, memberCount: 4 }), poorHousehold({ village, seed: 3102, memberCount: 3 })];
  await bringOn(desk, [sample, other], "paired");
  await applied(desk.act("cadre", plan([sample, other], "lackFunds")));
});
afterAll(() => desk.close());

const get = async ({ id }: Sample) => (await desk.look(paths.application(id))) as Application;
const entryOf = async (one: Sample) => paths.household((await get(one)).household ?? "");
const findingsOf = async ({ id }: Sample) => (await desk.look(paths.findings(id))) as Findings;
const problemOf = async (doing: Doing) => {
  const target = Object.values((await desk.act("committee", doing)).targets)[0];
  return target?.applied === false ? target.problem : undefined;
};
const twoSpouses = (form: Registration) => {
  for (const member of form.members.slice(1, 3)) member.relation = "spouse";
};
/** A dangerous house that no planned measure answers is a doubt (HE-02). */
const dangerous = (form: Registration) => Object.assign(form.living, { dangerGrade: "gradeC", isDangerousHouse: true });
const complete = (one: Sample, form?: Registration) => answering(desk, "committee", (answers) => registration(one, { answers, ...(form && { form }) }));

describe("the registration form (annex 4)", () => {
  it("is refused field by field where it contradicts itself", async () => {
    const problem = await problemOf(registration(sample, { form: changedForm(sample, twoSpouses) }));
    expect(problem).toMatchObject({ code: "formHasErrors", details: { count: 1 }, fields: [{ path: "members.1.relation", code: "HH-02", zh: expect.any(String), en: expect.any(String) }] });
    const wrong = await problemOf(registration(sample, { form: changedForm(sample, (form) => (form.land.farmland = -1)) }));
    expect([wrong?.code, wrong?.fields?.map(({ path }) => path)]).toEqual(["invalidInput", ["land.farmland"]]);
  });

  it("asks each doubt in writing, and keeps what was answered", async () => {
    const form = changedForm(sample, dangerous);
    const problem = await problemOf(registration(sample, { form }));
    expect([problem?.code, problem?.fields?.map(({ code }) => code)]).toEqual(["doubtsUnanswered", expect.arrayContaining(["HE-02"])]);
    expect(verdict(await complete(sample, form))).toBe("registered");
    const answered = (await findingsOf(sample)).rows.find(({ rule }) => rule === "HE-02");
    expect(answered?.answer).toMatchObject({ text: "已到户核实，情况属实。", by: personAt(desk.town, "committee").uid, role: "villageCommittee" });
    expect((await findingsOf(sample)).open).toBe(0);
  });

  it("becomes the year's version of the register, with helper, plan and answers, and numbers put away", async () => {
    const entry = await entryOf(sample);
    const version = (await desk.look(paths.version(entry, 2013))) as Version;
    expect(version).toMatchObject({ year: 2013, application: sample.id, helper: { account: personAt(desk.town, "helper").uid }, plan: { summary: expect.anything() }, answers: { "HE-02": expect.any(String) }, changes: [] });
    for (const number of sample.numbers) expect(JSON.stringify(version)).not.toContain(number);
    expect(Object.values((await desk.look(paths.versionPrivate(entry, 2013))) ?? {})).toEqual(expect.arrayContaining(sample.numbers));
    expect(await desk.look(entry)).toMatchObject({ year: 2013, memberCount: 4, householder: sample.householder });
    expect((await get(sample)).registration).toMatchObject({ year: 2013 });
  });

  it("refuses a person who is in another household of the campaign", async () => {
    const theirs = registrationOf(sample).members[2];
    const form = changedForm(other, ({ members: [, , third] }) => third && Object.assign(third, theirs, { id: third.id }));
    const hidden = { [`members.${form.members[2]?.id}.idNo`]: theirs?.idNo ?? "" };
    const problem = await problemOf(registration(other, { form, hidden }));
    expect(problem).toMatchObject({ code: "identityTaken", details: { count: 1 } });
  });
});

describe("the handbook (annex 5)", () => {
  it("is printed before it is handed out, each time as a new version with a code of its own", async () => {
    expect(verdict(await desk.act("committee", handover([sample])))).toBe("handbookUnprinted");
    const outcome = await applied(desk.act("committee", plainly("printHandbook", [sample])));
    expect(outcome.targets[sample.id]).toMatchObject({ version: 1 });
    const first = (await get(sample)).handbook;
    await applied(desk.act("committee", plainly("printHandbook", [sample])));
    const second = (await get(sample)).handbook;
    expect([first?.version, second?.version, first?.code === second?.code]).toEqual([1, 2, false]);
    expect(await desk.look(paths.handbook(second?.code ?? ""))).toMatchObject({ application: sample.id, version: 2, no: (await entryOf(sample)).slice(-16) });
    expect(JSON.stringify(await desk.look(paths.handbook(first?.code ?? "")))).not.toContain(sample.householder);
  });

  it("is out of date once the form was corrected, and handed out anew, one version once", async () => {
    await applied(complete(sample));
    expect(verdict(await desk.act("committee", handover([sample])))).toBe("handbookOutdated");
    await applied(desk.act("committee", plainly("printHandbook", [sample])));
    expect(verdict(await desk.act("committee", handover([sample])))).toBe("handbookIssued");
    const again = await desk.act("committee", handover([sample]));
    expect([again.refused, verdict(again)]).toEqual([1, "handbookIssued"]);
    expect((await get(sample)).handbook).toMatchObject({ version: 3, issued: { action: expect.any(String) } });
  });
});

describe("data entry (step 8)", () => {
  it("is refused for households and a village together, and then lists nobody", async () => {
    const village = poorVillage({ village: desk.town.first, seed: 3103 });
    await bringOn(desk, [village], "registered");
    const sending = batching([sample, village]);
    const { applied: many, targets } = await desk.act("officer", sending);
    expect([many, ...Object.values(targets).map((one) => one.applied === false && one.problem.code)]).toEqual([0, "batchMixed", "batchMixed"]);
    expect([await desk.look(paths.batch(sending.id)), (await get(sample)).batch, (await get(village)).batch]).toEqual([undefined, null, null]);
  });

  it("goes by a batch and the national system's receipt of it", async () => {
    const sending = batching([sample]);
    await applied(desk.act("officer", sending));
    expect(await desk.look(paths.batch(sending.id))).toMatchObject({ track: "identify", receipt: null, lines: [{ application: sample.id, no: (await entryOf(sample)).slice(-16), householder: sample.householder }] });
    expect(verdict(await desk.act("cadre", batching([sample])))).toBe("alreadyInBatch");
    expect(verdict(await desk.act("officer", entering([sample], "another-batch")))).toBe("notInThisBatch");
    expect(verdict(await desk.act("officer", entering([sample], sending.id)))).toBe("receiptMissing");
    await receive(desk, sending.id, { taken: [], differences: [{ application: sample.id, field: "AAB002", ours: "甲", theirs: "乙" }] });
    const differs = Object.values((await desk.act("officer", entering([sample], sending.id))).targets)[0];
    expect(differs?.applied === false && differs.problem).toMatchObject({ code: "receiptDiffers", details: { count: 1 } });
    await receive(desk, sending.id, { taken: idsOf([sample]) });
    expect(verdict(await desk.act("officer", entering([sample], sending.id)))).toBe("entered");
  });

  it("begins again when the form is corrected afterwards, with handbook and batch", async () => {
    expect(verdict(await complete(sample, changedForm(sample, dangerous)))).toBe("handbookIssued");
    expect((await get(sample)).batch).toBeNull();
    await bringOn(desk, [sample], "reported", "handbookIssued");
    expect((await get(sample)).status).toBe("reported");
  });
});

describe("the trial run (step 9)", () => {
  const rule = "HE-02";

  it("keeps an answer while the same is asked, and opens what was never answered", async () => {
    await applied(desk.act("county", plainly("runChecks", [sample])));
    expect((await findingsOf(sample)).rows.find((row) => row.rule === rule)?.answer?.text).toBe("已到户核实，情况属实。");
    /* As if nobody had answered. */
    const { rows } = await findingsOf(sample);
    await desk.db.doc(paths.findings(sample.id)).update({ rows: rows.map((row) => ({ ...row, answer: null })) });
    await applied(desk.act("county", plainly("runChecks", [sample])));
    expect((await findingsOf(sample)).open).toBeGreaterThan(0);
    expect(verdict(await desk.act("county", plainly("passTrialRun", [sample])))).toBe("findingsOpen");
  });

  it("asks no longer for a measure against a need that one was recorded for, though no plan names it", async () => {
    const asks = async () => (await findingsOf(sample)).rows.some((row) => row.rule === rule && row.settledAt === null);
    const recording = measure([sample]);
    const { measure: form } = recording.input.measure as { measure: object };
    expect(await asks()).toBe(true);
    await applied(desk.act("helper", { ...recording, input: { measure: { measure: { ...form, category: "relocation" } } } }));
    await applied(desk.act("county", plainly("runChecks", [sample])));
    expect(await asks()).toBe(false);
  });

  it("passes when every doubt is answered", async () => {
    expect(verdict(await desk.act("committee", { type: "answerFinding", targets: [sample.id], input: { rule: "XX-99", answer: "经核实" } }))).toBe("findingUnknown");
    for (const row of (await findingsOf(sample)).rows.filter(({ level, answer, settledAt }) => level === "doubt" && !answer && settledAt === null))
      await applied(desk.act("cadre", { type: "answerFinding", targets: [sample.id], input: { rule: row.rule, answer: "已列入明年危房改造计划" } }));
    expect((await findingsOf(sample)).open).toBe(0);
    expect(verdict(await desk.act("officer", plainly("passTrialRun", [sample])))).toBe("inService");
  });

  it("is not passed by findings of a form that was corrected since", async () => {
    await bringOn(desk, [other], "reported", "planned");
    await desk.db.doc(paths.findings(other.id)).update({ registration: "an-earlier-form" });
    expect(verdict(await desk.act("officer", plainly("passTrialRun", [other])))).toBe("notChecked");
    await applied(desk.act("cadre", plainly("runChecks", [other])));
    expect(verdict(await desk.act("officer", plainly("passTrialRun", [other])))).toBe("inService");
  });

  it("changes the helper in service, and the version of the year stays as it was completed", async () => {
    await applied(desk.act("officer", assignment([sample], personAt(desk.town, "helper2").uid, 3777)));
    expect([(await get(sample)).status, (await get(sample)).helper?.account]).toEqual(["inService", personAt(desk.town, "helper2").uid]);
    expect(((await desk.look(paths.version(await entryOf(sample), 2013))) as Version).helper?.account).toBe(personAt(desk.town, "helper").uid);
  });

  it("leaves data that keep every promise", async () => {
    expect(await desk.brokenPromises()).toEqual([]);
  });
});
