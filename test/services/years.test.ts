import type { Application } from "@domain/application.ts";
import { presentMembers } from "@domain/forms/changes.ts";
import type { Registration } from "@domain/forms/registration.ts";
import { paths } from "@domain/paths.ts";
import type { Household, Version } from "@domain/register.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashIdentity } from "../../functions/src/secrets.ts";
import { Desk } from "./desk.ts";
import type { Sample } from "../functions/households.ts";
import { exitingHousehold, poorHousehold } from "../functions/households.ts";
import { applied, approval, verdict } from "../functions/office.ts";
import { assignment, masked, plan, plainly, registration, registrationOf, request, update, visit } from "../functions/serviceDoings.ts";
import { answering, approveAll, bringOn } from "../functions/serviceWay.ts";
import { personAt } from "../functions/town.ts";

/** The years in service: the yearly update, households that split, end, or are poor again (the plan, step 10). */

let desk: Desk;
let seed = 3300;
let lasting: Sample;
let splitting: Sample;
let ending: Sample;
let exiting: Sample;
let merging: Sample;
let taking: Sample;

beforeAll(async () => {
  desk = await Desk.open({ number: 33, seconds: 1, quotaMode: "off" });
  [lasting, splitting, ending, exiting, merging, taking] = [fresh(), fresh(), fresh(), fresh(), fresh(2), fresh(3)];
  await bringOn(desk, [lasting, splitting, ending, exiting, merging, taking], "inService");
});
afterAll(() => desk.close());

const fresh = (memberCount = 4) => poorHousehold({ village: desk.town.first, seed: (seed += 1), memberCount });
const get = async ({ id }: { id: string }) => (await desk.look(paths.application(id))) as Application;
const entryOf = async (one: { id: string }) => (await desk.look(paths.household((await get(one)).household ?? ""))) as Household;
const versionOf = async (one: Sample, year: number) => (await desk.look(paths.version(paths.household((await get(one)).household ?? ""), year))) as Version | undefined;

/** The form of a year later, without the last member. */
function withoutLast(form: Registration): Registration {
  const members = form.members.slice(0, -1);
  return { ...form, members, head: { ...form.head, memberCount: members.length, residentCount: 1 }, foot: { ...form.foot, filledOn: "2015-01-10" } };
}
const lastOf = ({ members }: Registration) => members.at(-1)?.id ?? "";
const gone = (form: Registration, kind: "death" | "moveOut" | "otherDecrease", on = "2014-06-01") => [{ kind, row: lastOf(form), on }];
const updating = (one: Sample, later: Parameters<typeof update>[1]) => answering(desk, "cadre", (answers) => update(one, { ...later, answers }));

describe("the yearly update", () => {
  it("follows the year before, and explains everybody who came or went", async () => {
    const form = registrationOf(lasting);
    expect(verdict(await desk.act("cadre", update(lasting, { year: 2016 })))).toBe("yearDoesNotFollow");
    const outcome = await desk.act("cadre", update(lasting, { year: 2014, form: withoutLast(form), changes: [] }));
    const target = outcome.targets[lasting.id];
    expect(target?.applied === false && target.problem).toMatchObject({ code: "changesUnexplained", fields: [{ path: `changes.${lastOf(form)}` }] });
    expect(verdict(await desk.act("cadre", update(lasting, { year: 2014, form: withoutLast(form), changes: gone(form, "moveOut", "2013-06-01") })))).toBe("changesUnexplained");
    expect(verdict(await updating(lasting, { year: 2014, form: withoutLast(form), changes: gone(form, "moveOut") }))).toBe("inService");
  });

  it("makes a version of the new year beside the old one, and lets go of who left", async () => {
    const [before, after] = [await versionOf(lasting, 2013), await versionOf(lasting, 2014)];
    expect([(before?.form as Registration).members.length, (after?.form as Registration).members.length]).toEqual([4, 3]);
    expect(after?.changes).toMatchObject([{ kind: "moveOut" }]);
    expect([await entryOf(lasting), (await get(lasting)).identities.length]).toMatchObject([{ year: 2014, memberCount: 3 }, 3]);
    expect(await desk.look(paths.identity(desk.town.campaign, hashIdentity(lasting.numbers.at(-1) ?? "")))).toBeUndefined();
    expect(Object.values((await desk.look(paths.versionPrivate(paths.household((await get(lasting)).household ?? ""), 2013))) ?? {})).toContain(lasting.numbers.at(-1));
  });

  it("is corrected while the year runs, and then tells all of the year's changes again", async () => {
    const form = registrationOf(lasting);
    expect(verdict(await desk.act("cadre", update(lasting, { year: 2014, form: withoutLast(form), changes: [] })))).toBe("changesUnexplained");
    expect(verdict(await updating(lasting, { year: 2014, form: withoutLast(form), changes: gone(form, "death") }))).toBe("inService");
    expect((await versionOf(lasting, 2014))?.changes).toMatchObject([{ kind: "death" }]);
    expect((await versionOf(lasting, 2013))?.year).toBe(2013);
  });
});

describe("a household that splits", () => {
  let split: string;

  it("is decided by the town, never by who asked", async () => {
    const people = [lastOf(registrationOf(splitting))];
    expect(verdict(await desk.act("cadre", request(splitting, { kind: "split" })))).toBe("requestIncomplete");
    expect(verdict(await desk.act("cadre", request(splitting, { kind: "split", people, householder: "新户主" })))).toBe("changeReview");
    expect(verdict(await desk.act("county", approval([splitting])))).toBe("roleNotAllowed");
    await applied(desk.act("mayor", { type: "return", targets: [splitting.id], input: { reasons: "先分家再申请" } }));
    expect(await get(splitting)).toMatchObject({ status: "inService", request: null, returned: { reasons: "先分家再申请" } });
    await applied(desk.act("cadre", request(splitting, { kind: "split", people, householder: "新户主" })));
    expect(verdict(await desk.act("mayor", approval([splitting])))).toBe("inService");
  });

  it("loses who left with the approval, in the application, the entry and the counters, and keeps the form as it was filled in", async () => {
    const { numbers } = splitting;
    expect([await get(splitting), await entryOf(splitting)]).toMatchObject([{ facts: { memberCount: 3 }, identities: numbers.slice(0, 3).map(hashIdentity) }, { memberCount: 3 }]);
    const version = await versionOf(splitting, 2013);
    expect(version?.changes).toMatchObject([{ kind: "splitOff", row: lastOf(registrationOf(splitting)) }]);
    expect([(version?.form as Registration).members.length, version && presentMembers(version).length]).toEqual([4, 3]);
    expect(Object.values((await desk.look(paths.applicationPrivate(splitting.id))) ?? {})).not.toContain(numbers.at(-1));
    expect(Object.values((await desk.look(paths.versionPrivate(paths.household((await get(splitting)).household ?? ""), 2013))) ?? {})).toContain(numbers.at(-1));
    expect(await desk.brokenPromises()).toEqual([]);
  });

  it("gives the new one an application, a number and its helper from the same day", async () => {
    const old = await get(splitting);
    const { docs } = await desk.db.collection("applications").where("former", "==", old.household).get();
    split = docs[0]?.id ?? "";
    expect(docs.map((doc) => doc.data())).toMatchObject([{ status: "paired", track: "identify", facts: { householder: "新户主", memberCount: 1 }, helper: { account: old.helper?.account } }]);
    const entry = await entryOf({ id: split });
    expect(entry).toMatchObject({ status: "registered", former: old.household, application: split, helper: old.helper?.account, no: `${desk.town.first.code}0007` });
    expect(await desk.look(paths.pairing((await get({ id: split })).helper?.pairing ?? ""))).toMatchObject({ application: split, until: null, account: old.helper?.account });
  });

  it("hands those who left over to the new one: number, person and the beginning of a form", async () => {
    const hash = hashIdentity(splitting.numbers.at(-1) ?? "");
    const { household, identities } = await get({ id: split });
    expect(identities).toEqual([hash]);
    expect(await desk.look(paths.identity(desk.town.campaign, hash))).toMatchObject({ application: split });
    expect(await desk.look(paths.person(desk.town.campaign, hash))).toMatchObject({ household });
    expect(Object.values((await desk.look(paths.applicationPrivate(split))) ?? {})).toEqual([splitting.numbers.at(-1)]);
    expect((await desk.look(paths.draft(split, "registration")))?.["form"]).toMatchObject({ head: { householderName: "新户主", memberCount: 1 }, members: [{ id: lastOf(registrationOf(splitting)) }] });
  });

  it("goes its own way from there: helper, plan, and a form with the numbers that are known", async () => {
    const one = { ...splitting, id: split };
    await applied(desk.act("officer", assignment([one], personAt(desk.town, "helper2").uid, 3999)));
    await applied(desk.act("helper2", plan([one])));
    const whole = registrationOf(splitting);
    const leaver = whole.members.at(-1);
    if (!leaver) throw new Error("nobody left");
    const alone = { ...whole.head, householderName: leaver.name, memberCount: 1, residentCount: 1 };
    const form = { ...registrationOf(fresh(1)), head: alone, members: [{ ...leaver, relation: "head" as const }] };
    const hidden = { "head.phone": whole.head.phone ?? "", "head.bankAccount": whole.head.bankAccount ?? "" };
    expect(verdict(await answering(desk, "committee", (answers) => registration(one, { answers, form: masked(form), hidden })))).toBe("registered");
    expect(await desk.brokenPromises()).toEqual([]);
  });

  it("is updated for the year without explaining that again, and does not take back who left", async () => {
    const whole = registrationOf(splitting);
    const hidden = { [`members.${lastOf(whole)}.idNo`]: splitting.numbers.at(-1) ?? "" };
    expect(verdict(await updating(splitting, { year: 2014, form: whole, changes: [] }))).toBe("invalidInput");
    expect(verdict(await updating(splitting, { year: 2014, form: whole, changes: [], hidden }))).toBe("changesUnexplained");
    expect(verdict(await updating(splitting, { year: 2014, form: whole, changes: [{ kind: "moveIn", row: lastOf(whole), on: "2014-06-01" }], hidden }))).toBe("identityTaken");
    expect(verdict(await updating(splitting, { year: 2014, form: withoutLast(whole), changes: gone(whole, "otherDecrease") }))).toBe("changesUnexplained");
    expect(verdict(await updating(splitting, { year: 2014, form: withoutLast(whole), changes: [] }))).toBe("inService");
    expect([(await versionOf(splitting, 2014))?.changes, (await versionOf(splitting, 2013))?.changes]).toMatchObject([[], [{ kind: "splitOff" }]]);
  });

  it("does not let the householder go", async () => {
    const [head, second] = registrationOf(splitting).members;
    expect(verdict(await desk.act("cadre", request(splitting, { kind: "split", people: [head?.id ?? ""], householder: head?.name ?? "" })))).toBe("headStays");
    expect(verdict(await desk.act("cadre", request(splitting, { kind: "split", people: ["m99", second?.id ?? ""], householder: second?.name ?? "" })))).toBe("requestIncomplete");
  });
});

describe("a household that merges into another", () => {
  it("is in service no more with the approval, and its people are in one household alone once the other takes them in", async () => {
    const [before, joining] = [await get(merging), registrationOf(merging)];
    await applied(desk.act("cadre", request(merging, { kind: "merge" })));
    expect(verdict(await desk.act("mayor", approval([merging])))).toBe("ended");
    expect([await get(merging), await entryOf(merging)]).toMatchObject([{ identities: [], helper: null }, { status: "ended", ended: { reason: "merge" } }]);
    expect(await desk.look(paths.identity(desk.town.campaign, before.identities[0] ?? ""))).toBeUndefined();
    expect(await desk.brokenPromises()).toEqual([]);
    const own = registrationOf(taking);
    const come = joining.members.map((member, at) => ({ ...member, id: `j${at}`, relation: "other" as const }));
    const members = [...own.members, ...come];
    const form = { ...own, members, head: { ...own.head, memberCount: members.length }, foot: { ...own.foot, filledOn: "2015-01-10" } };
    const changes = come.map(({ id: row }) => ({ kind: "mergeIn" as const, row, on: "2014-11-01" }));
    const hidden = Object.fromEntries(come.map(({ id, idNo }) => [`members.${id}.idNo`, idNo]));
    expect(verdict(await updating(taking, { year: 2014, form, changes, hidden }))).toBe("inService");
    expect([(await get(taking)).facts?.memberCount, await entryOf(taking)]).toMatchObject([members.length, { memberCount: members.length }]);
    const { household } = await get(taking);
    expect(await desk.look(paths.person(desk.town.campaign, before.identities[0] ?? ""))).toMatchObject({ household });
    expect(await desk.brokenPromises()).toEqual([]);
  });
});

describe("the end of service", () => {
  it("finds data that keep every promise", async () => {
    expect(await desk.brokenPromises()).toEqual([]);
  });

  it("is decided by the town, or the county where the identification was wrong, and ends entry, claims and pairing", async () => {
    const { helper, identities } = await get(ending);
    await applied(desk.act("committee", request(ending, { kind: "wrongIdentification" })));
    expect(verdict(await desk.act("mayor", approval([ending])))).toBe("roleNotAllowed");
    expect(verdict(await desk.act("cadre", visit([ending])))).toBe("wrongStatus");
    expect(verdict(await desk.act("county", approval([ending])))).toBe("ended");
    expect(await get(ending)).toMatchObject({ status: "ended", identities: [], helper: null });
    expect(await entryOf(ending)).toMatchObject({ status: "ended", helper: null, ended: { reason: "wrongIdentification", application: ending.id } });
    expect(await desk.look(paths.pairing(helper?.pairing ?? ""))).toMatchObject({ until: expect.any(String) });
    expect(await desk.look(paths.identity(desk.town.campaign, identities[0] ?? ""))).toBeUndefined();
  });

  it("knows the old entry when the same people are poor again, and gives them a new number (返贫)", async () => {
    const again = poorHousehold({ village: desk.town.first, seed: ending.seed, memberCount: 4 });
    const old = (await get(ending)).household;
    await approveAll(desk, [again]);
    expect([(await get(again)).former, await entryOf(again)]).toMatchObject([old, { status: "registered", former: old, application: again.id }]);
    expect((await get(again)).household).not.toBe(old);
  });

  it("takes nothing more once an exit has ended the entry", async () => {
    const { household } = await get(exiting);
    const exit = exitingHousehold({ village: desk.town.first, seed: (seed += 1), household: household ?? "" });
    await approveAll(desk, [exit]);
    expect(await entryOf(exiting)).toMatchObject({ status: "ended", ended: { reason: "exit", application: exit.id } });
    const tries = [];
    for (const doing of [update(exiting, { year: 2014 }), plainly("printHandbook", [exiting]), plan([exiting]), request(exiting, { kind: "naturalEnd" })]) tries.push(verdict(await desk.act("cadre", doing)));
    expect(tries).toEqual(["entryEnded", "entryEnded", "entryEnded", "entryEnded"]);
    const { helper } = await get(exiting);
    await desk.deliver(`out-${exit.id}`);
    await desk.deliver(`out-${exit.id}`);
    expect(await get(exiting)).toMatchObject({ status: "ended", helper: null });
    expect(await desk.look(paths.pairing(helper?.pairing ?? ""))).toMatchObject({ until: expect.any(String) });
  });

  it("leaves data that keep every promise", async () => {
    expect(await desk.brokenPromises()).toEqual([]);
  });
});

describe("last year's register", () => {
  it("goes on under its own number when its people are poor this year too; who left it meanwhile gets a new one", async () => {
    const { town, db } = desk;
    const no = `${town.first.code}0900`;
    const last = `${town.campaign}-${no}`;
    const { application: _none, ...before } = await entryOf(lasting);
    await db.doc(paths.household(last)).set({ ...before, no, campaign: "year2012", application: null, helper: null, year: null });
    const [stayed, left] = [fresh(2), fresh(2)];
    for (const number of [...stayed.numbers, ...left.numbers]) await db.doc(paths.person(town.campaign, hashIdentity(number))).set({ register: town.campaign, household: last });
    await approveAll(desk, [stayed, left]);
    expect([(await get(stayed)).former, (await get(left)).former]).toEqual([last, last]);
    expect([(await get(stayed)).household, await entryOf(stayed)]).toMatchObject([last, { application: stayed.id, status: "registered", no }]);
    expect(await entryOf(left)).toMatchObject({ application: left.id, former: last });
    expect((await get(left)).household).not.toBe(last);
  });
});
