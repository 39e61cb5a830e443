import { readFileSync } from "node:fs";
import { paths } from "@domain/paths.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../play/player.ts";
import { poorHousehold } from "./households.ts";
import { call, postJson, publicRequest } from "./http.ts";
import { bring, publication, submission } from "./office.ts";
import { Stage } from "./stage.ts";

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
  planted.push(paths.objection(objection.id));
  await postJson(stage.suite, "fileObjection", objection);
  await postJson(stage.suite, "fileObjection", { ...objection, serial: sample.householder });
  await publicRequest(stage.suite, `followReceipt?number=${sample.numbers[0]}`);
  await call(stage.suite, "revealIdentity", { token: "not.a.token", data: { application: sample.numbers[0], path: sample.householder, reason: "x" } });
  await stage.db.doc(malformed).create({ type: sample.householder, by: sample.numbers[0], pending: true });
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
  });
});
