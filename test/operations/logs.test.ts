import { readFileSync } from "node:fs";
import type { ActionType } from "@domain/actionInputs.ts";
import { INPUTS } from "@domain/actionInputs.ts";
import { areasOf } from "@domain/areas.ts";
import { paths } from "@domain/paths.ts";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { filedAs } from "../../functions/src/services/filedAs.ts";
import { newId } from "../play/player.ts";
import { poorHousehold } from "../functions/households.ts";
import { call, postJson, publicRequest } from "../functions/http.ts";
import { bring, publication, submission } from "../functions/office.ts";
import { Stage } from "../functions/stage.ts";
import { personAt } from "../functions/town.ts";

/** What the functions write into their log: outcomes and counts, never a person. Whatever ran before is looked at too. */

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open({ number: 8, seconds: 300, quotaMode: "off" });
});
afterAll(async () => {
  /* Other tests hold the whole database to carry no number in the open. */
  for (const path of planted) await stage.db.doc(path).delete();
  await stage.close();
});

/** Documents with a number where none belongs. */
const planted: string[] = [];

/** Sound and hostile requests, each with a name or a number in it. */
async function provoke(): Promise<void> {
  const { first: village } = stage.town;
  const sample = poorHousehold({ village, seed: 801, memberCount: 3 });
  const naked = poorHousehold({ village, seed: 802, memberCount: 2 });
  await bring(stage, [sample], "verified");
  const sending = publication([sample]);
  await stage.act("committee", sending);
  const form = { ...(naked.draft.form as { householder: object }) };
  naked.draft = { ...naked.draft, form: { ...form, householder: { ...form.householder, idNo: naked.numbers[0] } } };
  await stage.act("committee", submission([naked]));
  const malformed = paths.action(newId());
  planted.push(paths.application(naked.id), malformed);
  const objection = { id: newId(), notice: sending.id, serial: 1, text: `${sample.householder} ${sample.numbers[0]}`, name: sample.householder, phone: "13800001111" };
  planted.push(paths.objection(filedAs(objection.id)));
  await postJson(stage.suite, "fileObjection", objection);
  await postJson(stage.suite, "fileObjection", { ...objection, serial: sample.householder });
  await publicRequest(stage.suite, `followReceipt?number=${sample.numbers[0]}`);
  await call(stage.suite, "revealIdentity", { token: "not.a.token", data: { application: sample.numbers[0], path: sample.householder, reason: "x" } });
  await stage.db.doc(malformed).create({ type: sample.householder, by: sample.numbers[0], pending: true });
}

/** What is personal in the hostile requests below: letters and digits that stand nowhere else in these tests. */
const SECRET = { name: "欧阳密语卓玛", number: "620623195512120022", phone: "15499887766" };
const secretly = `${SECRET.name} ${SECRET.number} ${SECRET.phone}`;

/** Every entry of the functions and every action, with personal words wherever words go, and out of place. */
async function provokeAll(): Promise<void> {
  const { suite, town } = stage;
  const token = await (await stage.player("committee2")).token();
  const hostile = [secretly, { [SECRET.name]: SECRET.number }, { campaign: town.campaign, text: secretly, reason: SECRET.name, application: SECRET.number, [SECRET.phone]: true }];
  const [publicRequests, staffRequests] = await Promise.all([import("../../functions/src/callables/publicRequests.ts"), import("../../functions/src/callables/staffRequests.ts")]);
  for (const name of Object.keys(staffRequests)) for (const data of hostile) await call(suite, name, { token, data });
  for (const name of Object.keys(publicRequests)) {
    for (const body of hostile.slice(1)) await postJson(suite, name, body);
    await publicRequest(suite, `${name}?number=${encodeURIComponent(secretly)}&code=${encodeURIComponent(SECRET.name)}`);
  }
  const own = { targets: [newId()], area: town.first.code };
  const types = Object.keys(INPUTS) as ActionType[];
  const ids = await Promise.all(types.map(async (type) => {
    const id = newId();
    await stage.db.doc(paths.action(id)).create({
      type, campaign: town.campaign, area: own.area, areas: areasOf(own.area), by: personAt(town, "committee").uid, role: "villageCommittee", at: new Date(), targets: own.targets, pending: true,
      input: { reasons: secretly, note: secretly, text: secretly, form: { householder: { name: SECRET.name, idNo: SECRET.number } }, [SECRET.name]: SECRET.phone },
    });
    planted.push(paths.action(id));
    return id;
  }));
  const isThrough = async (id: string) => (await stage.look(paths.action(id)))?.["pending"] === false;
  await vi.waitUntil(async () => (await Promise.all(ids.map(isThrough))).every(Boolean), { timeout: 60_000, interval: 500 });
}

/** Documents that no schema takes, with personal words in the very error: the callable, the trigger and the timer that meet them break off. */
async function crash(): Promise<void> {
  const { suite, town, db } = stage;
  const clerk = paths.staff(personAt(town, "committee2").uid);
  const [action, notice] = [newId(), newId()];
  const token = await (await stage.player("committee2")).token();
  planted.push(paths.action(action), paths.notice(notice), paths.noticeHouseholds(notice));
  const sound = await stage.look(clerk);
  await db.doc(clerk).update({ [secretly]: secretly });
  await db.doc(paths.notice(notice)).create({ status: "closed", [secretly]: secretly });
  await db.doc(paths.noticeHouseholds(notice)).create({ applications: [] });
  expect((await call(suite, "revealIdentity", { token, data: { application: newId(), path: "x", reason: "核对" } })).refused).toBe("failed");
  await call(suite, "closeNotice", { data: { notice } });
  await db.doc(paths.action(action)).create({
    type: "verify", campaign: town.campaign, area: town.first.code, areas: areasOf(town.first.code), by: personAt(town, "committee2").uid, role: "villageCommittee", at: new Date(), targets: [newId()], input: {}, pending: true,
  });
  const log = () => readFileSync(suite.logFile, "utf8");
  await vi.waitUntil(() => [`"action":"${action}"`, "staff request failed", "notice timer failed"].every((line) => log().includes(line)), { timeout: 60_000, interval: 500 });
  await db.doc(paths.action(action)).delete();
  await db.doc(clerk).set(sound ?? {});
}

type Told = { names: Set<string>; numbers: Set<string> };

const NAME = /^(householder|householderName|name|informant|proxyName|cadreName)$/;

/** Every name and number anywhere in what the tests have written. */
function collect(value: unknown, told: Told, key = ""): void {
  if (typeof value === "string" && NAME.test(key) && value.length >= 2) told.names.add(value);
  if (typeof value === "string" && /^\d{11,}[\dX]*$/.test(value) && !value.startsWith("6206238")) told.numbers.add(value);
  if (value !== null && typeof value === "object") for (const [inner, part] of Object.entries(value)) collect(part, told, inner);
}

describe("the functions' log", () => {
  it("holds nothing of what was sent to any entry or action, however wrong, and nothing of the words of an error that nobody foresaw", async () => {
    await provokeAll();
    await crash();
    const lines = readFileSync(stage.suite.logFile, "utf8").split("\n");
    expect(lines.filter((line) => line.includes("action failed")).length).toBeGreaterThan(0);
    expect(lines.filter((line) => Object.values(SECRET).some((word) => line.includes(word)))).toEqual([]);
  }, 240_000);

  it("holds no identity number, no phone and no name of anybody in these tests", async () => {
    await provoke();
    const told: Told = { names: new Set(), numbers: new Set() };
    for (const group of ["private", "forms"])
      for (const doc of (await stage.db.collectionGroup(group).get()).docs) collect(doc.data(), told);
    for (const collection of ["applications", "staff", "notices"])
      for (const doc of (await stage.db.collection(collection).get()).docs) collect(doc.data(), told);
    expect(told.names.size).toBeGreaterThan(5);
    expect(told.numbers.size).toBeGreaterThan(5);
    const log = readFileSync(stage.suite.logFile, "utf8");
    const lines = log.split("\n").filter((line) => !/Beginning execution|Finished/.test(line));
    expect(lines.filter((line) => line.includes("action applied")).length).toBeGreaterThan(5);
    const telling = (words: Set<string>) => lines.filter((line) => [...words].some((word) => line.includes(word)));
    expect(telling(told.numbers)).toEqual([]);
    expect(telling(told.names)).toEqual([]);
    /* A random id of an action or of a task may happen to hold so many digits; what somebody's number looks like, no other part may. */
    const withoutIds = lines.map((line) => line.replace(/"action":"[^"]*"|\/tasks\/\S+/g, ""));
    expect(withoutIds.filter((line) => /(?<!\d)(\d{15}|\d{17}[\dXx])(?!\d)/.test(line))).toEqual([]);
  }, 120_000);
});
