import type { Application } from "@domain/application.ts";
import { paths } from "@domain/paths.ts";
import { shanghaiDate } from "@domain/notice/period.ts";
import type { Pairing } from "@domain/register.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../play/player.ts";
import { Desk } from "./desk.ts";
import type { Sample } from "../functions/households.ts";
import { poorHousehold } from "../functions/households.ts";
import { applied, refusalsIn, verdict } from "../functions/office.ts";
import { assignment, confirmation, measure, measureDone, plan, result, visit } from "../functions/serviceDoings.ts";
import { bringOn } from "../functions/serviceWay.ts";
import type { Seat } from "../functions/town.ts";
import { personAt } from "../functions/town.ts";

/** Every approved household has a helper without a gap, and only that helper's account acts for it (the plan, steps 4 and 5). */

let desk: Desk;
let seed = 3000;
let sample: Sample;
let other: Sample;

beforeAll(async () => {
  desk = await Desk.open({ number: 30, seconds: 1, quotaMode: "off" });
  [sample, other] = [fresh(), fresh()];
  await bringOn(desk, [sample, other], "approved");
});
afterAll(() => desk.close());

const fresh = () => poorHousehold({ village: desk.town.first, seed: (seed += 1), memberCount: 3 });
const uid = (seat: Seat) => personAt(desk.town, seat).uid;
const get = async ({ id }: Sample) => (await desk.look(paths.application(id))) as Application;
const pairingsOf = async ({ id }: Sample) =>
  (await desk.db.collection("pairings").where("application", "==", id).get()).docs.map((doc) => doc.data() as Pairing).sort((a, b) => Number(a.until === null) - Number(b.until === null));
const today = () => shanghaiDate(new Date());

describe("pairing", () => {
  it("takes nobody who does not help in this village", async () => {
    const tries = [];
    for (const account of [uid("neighbourHelper"), uid("cadre"), uid("unit"), "nobody-known"]) tries.push(verdict(await desk.act("officer", assignment([sample], account))));
    expect(tries).toEqual(["notAHelper", "notAHelper", "notAHelper", "notAHelper"]);
  });

  it("pairs many at once, from the day of the approval, and the register names the helper", async () => {
    await applied(desk.act("officer", assignment([sample, other], uid("helper"))));
    const { helper, household, status } = await get(sample);
    expect([status, helper?.account, helper?.from]).toEqual(["paired", uid("helper"), today()]);
    expect(await desk.look(paths.household(household ?? ""))).toMatchObject({ helper: uid("helper") });
    expect(await pairingsOf(sample)).toMatchObject([{ account: uid("helper"), from: today(), until: null, subject: sample.householder, people: 3, name: helper?.name }]);
  });

  it("counts a helper's households in the village, once however often the action arrives, and moves them to the next helper", async () => {
    const loads = async () => ((await desk.look(paths.villageRegister(desk.town.campaign, desk.town.first.code)))?.["helpers"] ?? {}) as Record<string, { households: number }>;
    expect((await loads())[uid("helper")]).toEqual({ name: (await get(sample)).helper?.name, households: 2 });
    const third = fresh();
    await bringOn(desk, [third], "approved");
    const first = await desk.append("officer", assignment([third], uid("helper")));
    for (let times = 0; times < 2; times += 1) await desk.deliver(first);
    expect((await loads())[uid("helper")]?.households).toBe(3);
    await applied(desk.act("officer", assignment([third], uid("helper2"), 72)));
    expect([(await loads())[uid("helper")]?.households, (await loads())[uid("helper2")]?.households]).toEqual([2, 1]);
  });

  it("lets the paired account alone plan and visit", async () => {
    expect(verdict(await desk.act("helper2", visit([sample])))).toBe("notPaired");
    expect(verdict(await desk.act("helper2", plan([sample])))).toBe("notPaired");
    expect(verdict(await desk.act("helper", visit([sample])))).toBe("paired");
  });

  it("takes measures once the plan is adopted, not before", async () => {
    expect(verdict(await desk.act("helper", measure([sample])))).toBe("wrongStatus");
    expect(verdict(await desk.act("helper", plan([sample])))).toBe("planned");
    expect((await get(sample)).plan).toMatchObject({ record: expect.any(String) });
    expect(verdict(await desk.act("helper", measure([sample])))).toBe("planned");
  });

  it("changes the helper without a gap: one ends and the next begins the same day", async () => {
    expect(verdict(await desk.act("officer", assignment([sample], uid("helper"))))).toBe("sameHelper");
    await applied(desk.act("cadre", assignment([sample], uid("helper2"), seed + 500)));
    const { helper, household, status } = await get(sample);
    expect(status).toBe("planned");
    expect(await pairingsOf(sample)).toMatchObject([{ account: uid("helper"), until: today() }, { account: uid("helper2"), from: today(), until: null }]);
    expect([helper?.account, (await desk.look(paths.household(household ?? "")))?.["helper"]]).toEqual([uid("helper2"), uid("helper2")]);
  });

  it("refuses the helper whose pairing ended, and keeps what that helper recorded", async () => {
    expect(verdict(await desk.act("helper", visit([sample])))).toBe("notPaired");
    expect(verdict(await desk.act("helper2", visit([sample])))).toBe("planned");
    const records = await desk.db.collection(`${paths.application(sample.id)}/help`).get();
    expect(records.docs.map((doc) => `${doc.get("kind")} by ${doc.get("by") === uid("helper") ? "the first" : "the second"}`).sort()).toEqual(
      ["measure by the first", "plan by the first", "visit by the first", "visit by the second"],
    );
  });

  it("takes a helper without an account; then no account acts as its helper", async () => {
    await applied(desk.act("officer", assignment([other], null, seed + 501)));
    expect([(await get(other)).helper?.account, verdict(await desk.act("helper", visit([other])))]).toEqual([null, "notPaired"]);
    expect(verdict(await desk.act("cadre", visit([other])))).toBe("paired");
  });
});

describe("measures and results", () => {
  it("end once and are confirmed once, by staff or by the householder", async () => {
    const [started, came] = [measure([sample]), result([sample])];
    await applied(desk.act("helper2", started));
    await applied(desk.act("helper2", came));
    const ends = [await desk.act("helper2", measureDone(sample, started.id)), await desk.act("cadre", measureDone(sample, started.id)), await desk.act("cadre", measureDone(sample, came.id))];
    expect(ends.map(verdict)).toEqual(["planned", "measureDone", "recordUnknown"]);
    const confirmed = [await desk.act("committee", confirmation(sample, came.id)), await desk.act("cadre", confirmation(sample, came.id)), await desk.act("cadre", confirmation(sample, started.id))];
    expect(confirmed.map(verdict)).toEqual(["planned", "resultConfirmed", "recordUnknown"]);
    expect(await desk.look(paths.help(sample.id, came.id))).toMatchObject({ kind: "result", confirmed: { how: "signature", by: uid("committee") } });
    expect(await desk.look(paths.help(sample.id, started.id))).toMatchObject({ kind: "measure", done: { by: uid("helper2") } });
  });

  it("refuses a photo that did not arrive, and a record of another household", async () => {
    const sending = visit([sample]);
    const { visit: form } = sending.input as { visit: { visit: object } };
    const withPhoto = { ...sending, input: { visit: { ...form, visit: { ...form.visit, photos: [newId()] } } } };
    expect(verdict(await desk.act("helper2", withPhoto))).toBe("evidenceMissing");
    const started = measure([other]);
    await applied(desk.act("cadre", plan([other])));
    await applied(desk.act("cadre", started));
    expect(verdict(await desk.act("cadre", measureDone(sample, started.id)))).toBe("recordUnknown");
  });

  it("refuses what the form does not allow, by its field", async () => {
    const outcome = await desk.act("helper2", { ...measure([sample]), input: { measure: { measure: { amount: -1 } } } });
    const target = outcome.targets[sample.id];
    expect(target?.applied === false && target.problem.code).toBe("invalidInput");
    expect(target?.applied === false && target.problem.fields?.map(({ path }) => path)).toContain("measure.amount");
  });

  it("stand beside each other per cause of poverty: planned, paid, and what came of it", async () => {
    const records = (await Promise.all([sample, other].map(({ id }) => desk.db.collection(`${paths.application(id)}/help`).get()))).flatMap(({ docs }) => docs);
    const sum = (values: number[]) => values.reduce((all, one) => all + one, 0);
    const of = (kind: string, path: string) => records.filter((doc) => doc.get("kind") === kind && doc.get(path) !== undefined).map((doc) => Number(doc.get(path)));
    const register = await desk.look(paths.villageRegister(desk.town.campaign, desk.town.first.code));
    const causes = Object.values(register?.["help"] as Record<string, Record<string, number>>);
    const kept = (key: string) => sum(causes.map((cause) => cause[key] ?? 0));
    expect(kept("planned")).toBe(sum(of("measure", "content.measure.amount")));
    expect(kept("paid")).toBe(sum(of("measure", "done.content.done.amountPaid")));
    expect(kept("benefit")).toBe(sum(of("result", "content.result.amount")));
    expect([kept("measures"), kept("finished"), kept("results")]).toEqual([3, 1, 1]);
    const facts = await Promise.all([sample, other].map(async (one) => (await get(one)).facts?.mainCause));
    expect(Object.keys(register?.["help"] as object).sort()).toEqual([...new Set(facts)].sort());
  });

  it("refuses one of a list by name and takes the others", async () => {
    const third = fresh();
    await bringOn(desk, [third], "approved");
    expect(refusalsIn(await desk.act("cadre", visit([sample, other, third])))).toEqual({ [sample.id]: "planned", [other.id]: "planned", [third.id]: "wrongStatus" });
  });

  it("leaves data that keep every promise", async () => {
    expect(await desk.brokenPromises()).toEqual([]);
  });
});
