import { paths } from "@domain/paths.ts";
import { readSheet } from "@domain/sheets/readSheet.ts";
import { membersOf } from "@domain/sheets/columns.ts";
import { personSheet } from "@domain/sheets/writeSheet.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimNumbers } from "../../../functions/src/services/sheets/claimNumbers.ts";
import { enterHouseholds } from "../../../functions/src/services/sheets/enterHouseholds.ts";
import { Draft, pasted } from "../../domain/sheets/sheets.ts";
import { newId } from "../../play/player.ts";
import { personAt } from "../../functions/town.ts";
import { Counter, refusedAs } from "./counter.ts";

/** Last year's register comes in as a spreadsheet: whole or not at all, as often as wished, and never over what is there. */

let counter: Counter;
beforeAll(async () => {
  counter = await Counter.open(33);
});
afterAll(() => counter.close());

describe("a file that is only read", () => {
  it("tells what it holds, and writes nothing", async () => {
    const before = await counter.sizes();
    const report = await counter.bring([counter.household({ seed: 1, serial: 901 })], { commit: false });
    expect(report).toMatchObject({ committed: false, year: 2012, errors: [], counts: { rows: 3, people: 3, households: 1, entered: 0, errors: 0 } });
    expect(await counter.sizes()).toEqual(before);
    expect((await counter.db.collection("imports").get()).size).toBe(0);
  });

  it("lists its errors by row and column, at most 500, and counts all", async () => {
    const households = Array.from({ length: 200 }, (_, at) => counter.household({ seed: 4_000 + at, serial: 1 + at }));
    const draft = new Draft(households);
    for (let row = 2; row <= 601; row += 1) draft.set(row, "members.health", "不知道");
    const report = await counter.bring(pasted(draft.rows), { commit: false });
    expect(report.errors).toHaveLength(500);
    expect(report.byCode).toMatchObject({ unknownLabel: 600 });
    expect(report.errors[0]).toMatchObject({ row: 2, header: "健康状况", code: "unknownLabel" });
  });
});

describe("a file with an error", () => {
  it("is refused as a whole: nothing of it is written", async () => {
    const before = await counter.sizes();
    const draft = new Draft([counter.household({ seed: 2, serial: 902 }), counter.household({ seed: 3, serial: 903 })]);
    draft.set(6, "members.idNo", 620623198001010000);
    expect(await refusedAs(counter.bring(pasted(draft.rows)))).toBe("importHasErrors");
    expect(await counter.sizes()).toEqual(before);
  });

  it.each(["committee", "mayor", "county", "helper"] as const)("is not for %s to bring", async (as) => {
    expect(await refusedAs(counter.bring([counter.household({ seed: 2, serial: 902 })], { as }))).toBe("notHeld");
  });
});

describe("a file without one", () => {
  const households = () => [11, 12, 13].map((seed, at) => counter.household({ seed, serial: 11 + at, memberCount: 2 + at }));

  it("makes entries, yearly versions with masks, numbers apart, and a place for every person", async () => {
    const id = newId();
    const report = await counter.bring(households(), { id });
    expect(report.counts).toMatchObject({ entered: 3, unchanged: 0, different: 0, heldBack: 0 });
    const [first] = households();
    if (!first) throw new Error("no household");
    const entry = await counter.entry(first.no);
    expect(entry).toMatchObject({ register: counter.register, campaign: counter.town.campaign, application: null, memberCount: 2, status: "registered", year: 2012, village: counter.town.first.code });
    const home = paths.household(`${counter.register}-${first.no}`);
    const version = await counter.look(paths.version(home, 2012));
    const numbers = membersOf(first.form).map(({ idNo }) => String(idNo));
    expect(Object.values((await counter.look(paths.versionPrivate(home, 2012))) ?? {})).toEqual(expect.arrayContaining(numbers));
    for (const document of [entry, version, await counter.look(paths.importRun(id))]) for (const number of numbers) expect(JSON.stringify(document)).not.toContain(number);
    expect(await counter.look(paths.villageRegister(counter.register, counter.town.first.code))).toMatchObject({ nextSerial: 14 });
    expect((await counter.db.collection("people").where("household", "==", `${counter.register}-${first.no}`).get()).size).toBe(2);
  });

  it("leaves its progress and a line of who brought it and why", async () => {
    const id = newId();
    await counter.bring(households(), { id, reason: "镇上名册" });
    expect(await counter.look(paths.importRun(id))).toMatchObject({ state: "done", total: 3, done: 3, by: personAt(counter.town, "officer").uid, name: "上年度名册.xlsx" });
    const lines = await counter.db.collection("audit").where("reason", "==", "镇上名册").get();
    expect(lines.docs.map((doc) => doc.data())).toMatchObject([{ what: "importRegister", subject: counter.town.campaign }]);
  });

  it("changes nothing when it comes again", async () => {
    const before = await counter.sizes();
    const report = await counter.bring(households().toReversed());
    expect(report.counts).toMatchObject({ entered: 0, unchanged: 3, different: 0 });
    expect(await counter.sizes()).toEqual(before);
  });

  it("leaves alone what it tells otherwise, and names the columns", async () => {
    const draft = new Draft(households());
    draft.set(2, "members.education", draft.get(2, "members.education") === "高中" ? "小学" : "高中");
    const before = await counter.entry(households()[0]?.no ?? "");
    const report = await counter.bring(pasted(draft.rows));
    expect(report.counts).toMatchObject({ entered: 0, unchanged: 2, different: 1 });
    expect(report.different[0]).toMatchObject({ row: 2, no: households()[0]?.no, fields: ["文化程度"] });
    expect(await counter.entry(households()[0]?.no ?? "")).toEqual(before);
  });

  it("holds back a household with somebody who is in another entry, or with another's number", async () => {
    const [first] = households();
    const stranger = counter.household({ seed: 14, serial: 11, memberCount: 2 });
    const moved = counter.household({ seed: 15, serial: 15, memberCount: 2 });
    const withMember = { ...moved, form: { ...moved.form, members: [membersOf(moved.form)[0] ?? {}, { ...membersOf(first?.form ?? {})[1], relation: "other" }] } };
    const before = await counter.sizes();
    const report = await counter.bring([stranger, withMember]);
    expect(report.conflicts.map(({ row, code }) => [row, code])).toEqual([[2, "numberTaken"], [4, "inRegister"]]);
    expect(report.counts).toMatchObject({ entered: 0, heldBack: 2 });
    expect(await counter.sizes()).toEqual(before);
  });
});

describe("households without a number of the register", () => {
  it("are given the next ones, and the same again when the file comes in another order", async () => {
    const village = counter.town.second;
    const households = [21, 22, 23, 24].map((seed) => counter.household({ seed, village, memberCount: 2 }));
    await counter.bring(households);
    const nos = async () => (await counter.db.collection("households").where("village", "==", village.code).get()).docs.map((doc) => [doc.get("householder") as string, doc.get("no") as string]).toSorted();
    const first = await nos();
    expect(first.map(([, no]) => no?.slice(12)).toSorted()).toEqual(["0001", "0002", "0003", "0004"]);
    const again = await counter.bring([counter.household({ seed: 25, village, memberCount: 1 }), ...households.toReversed()]);
    expect(again.counts).toMatchObject({ entered: 1, unchanged: 4 });
    expect((await nos()).filter(([, no]) => no !== `${village.code}0005`)).toEqual(first);
  });
});

describe("an import that was cut off", () => {
  const village = () => counter.town.third;
  const households = () => Array.from({ length: 420 }, (_, at) => counter.household({ seed: 2_000 + at, village: village(), memberCount: 1 }));

  it("is completed when it comes again, with the numbers given before", async () => {
    const { settings, campaign } = counter.town;
    const sheet = readSheet(personSheet(households()), { ...settings, latestYear: settings.year });
    const importing = { campaign: { ...settings, id: campaign }, register: counter.register, year: 2012, at: new Date() };
    const { claimed } = await claimNumbers(counter.db, counter.register, sheet.households);
    const cut = enterHouseholds(counter.db, importing, { claimed, note: () => Promise.reject(new Error("killed")) });
    await expect(cut).rejects.toThrow("killed");
    const half = await counter.db.collection("households").where("village", "==", village().code).count().get();
    expect(half.data().count).toBe(200);
    /* One of them lost its version and another its numbers: written, but not whole. */
    const [one, other] = claimed.map(({ id }) => paths.household(id));
    await counter.db.doc(paths.version(one ?? "", 2012)).delete();
    await counter.db.doc(paths.versionPrivate(other ?? "", 2012)).delete();
    const report = await counter.bring(households());
    expect(report.counts).toMatchObject({ entered: 222, unchanged: 198, different: 0, heldBack: 0 });
    const docs = await counter.db.collection("households").where("village", "==", village().code).get();
    expect(docs.docs.map(({ id }) => id).toSorted()).toEqual(claimed.map(({ id }) => id).toSorted());
    expect((await counter.bring(households())).counts).toMatchObject({ entered: 0, unchanged: 420 });
  });

  it("gives the same when two officers bring the same file at once", async () => {
    const same = Array.from({ length: 60 }, (_, at) => counter.household({ seed: 3_000 + at, memberCount: 2 }));
    const [one, other] = await Promise.all([counter.bring(same), counter.bring(same, { as: "officer2" })]);
    expect(one.counts.heldBack + other.counts.heldBack).toBe(0);
    const report = await counter.bring(same);
    expect(report.counts).toMatchObject({ entered: 0, unchanged: 60, different: 0 });
  });
});
