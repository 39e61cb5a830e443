import { MEASURE } from "@domain/forms/measure.ts";
import { REGISTRATION } from "@domain/forms/registration.ts";
import { RESULT } from "@domain/forms/result.ts";
import { paths } from "@domain/paths.ts";
import type { HelpRecord, Version } from "@domain/register.ts";
import type { Page } from "playwright-core";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Sample } from "../functions/households.ts";
import { poorHousehold } from "../functions/households.ts";
import { measure, result, visit } from "../functions/serviceDoings.ts";
import { applied } from "../functions/office.ts";
import { bringOn } from "../functions/serviceWay.ts";
import { Stage } from "../functions/stage.ts";
import { plain } from "../prints/radicals.ts";
import { wordsOf } from "../prints/words.ts";
import { People } from "./people.ts";

/** What the prints' rooms make of records that went the whole way: read under the rules, drawn, and printed by the browser. */

let stage: Stage;
let people: People;
let households: Sample[];
let page: Page;

beforeAll(async () => {
  stage = await Stage.open({ number: 80, seconds: 3 });
  people = await People.at(stage);
  households = [9401, 9402, 9403].map((seed) => poorHousehold({ seed, village: stage.town.first, perHead: "below" }));
  await bringOn(stage, households, "handbookIssued");
  await applied(stage.act("helper", visit(households)));
  await applied(stage.act("helper", measure(households)));
  await applied(stage.act("helper", result(households)));
  page = await people.signIn("cadre");
}, 240_000);

afterAll(async () => {
  await people?.leave();
  await stage?.close();
});

/** The text of each page as the browser prints it, and whether each is A4. */
async function printed(): Promise<{ texts: string[]; areA4: boolean }> {
  const document = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  const { text } = await extractText(document, { mergePages: false });
  const views = await Promise.all(text.map(async (_, at) => (await document.getPage(at + 1)).view));
  const sizeOf = ([, , width = 0, height = 0]: number[]) => [width, height].map((points) => Math.round((points * 25.4) / 72)).sort().join();
  return { texts: text.map(plain), areA4: views.every((view) => sizeOf(view) === "210,297") };
}

/** What the register holds of a household: its number, and every text and figure of the records of one kind. */
async function recordsOf({ id }: Sample) {
  const application = await stage.application(id);
  const entry = paths.household(String(application?.["household"]));
  const version = (await stage.look(paths.version(entry, 2013))) as Version | undefined;
  const help = (await stage.db.collection(`${paths.application(id)}/help`).get()).docs.map((one) => one.data() as HelpRecord);
  const of = (kind: HelpRecord["kind"]) => help.find((one) => one.kind === kind)?.content;
  return { no: entry.slice(-16), form: version?.form, measure: of("measure"), result: of("result") };
}

/** Every line of a form may be broken between two columns, so a text counts by its first characters. */
const missingFrom = (text: string, words: readonly string[]) => words.map((word) => plain(word).slice(0, 8)).filter((word) => !text.includes(word));
const BROKEN = /undefined|NaN|\[object|null/;

describe("records that went the whole way", () => {
  it("are printed as handbooks with what the register holds, and one sheet to sign", async () => {
    await page.goto(people.at(`/staff/print/handbook?ids=${households.map(({ id }) => id).join(",")}`));
    await page.locator(".signing tbody tr").nth(households.length - 1).waitFor({ timeout: 40_000 });
    const { texts, areA4 } = await printed();
    const whole = texts.join("");
    expect(areA4).toBe(true);
    expect(whole).not.toMatch(BROKEN);
    for (const household of households) {
      const { no, measure: aid, result: came } = await recordsOf(household);
      expect(texts.filter((text) => text.includes(`编号${no}第1版`)).length).toBeGreaterThanOrEqual(2 * 15);
      expect(missingFrom(whole, [household.householder, ...wordsOf(MEASURE, aid).slice(0, 3), ...wordsOf(RESULT, came).slice(0, 3)])).toEqual([]);
    }
    expect(texts.at(-1)).toContain("回执第1页");
    for (const { numbers } of households) for (const number of numbers) expect(whole).not.toContain(number);
  });

  it("are printed as registration forms, every value on them, no number whole", async () => {
    for (const household of households.slice(0, 1)) {
      await page.goto(people.at(`/staff/print/form/${household.id}`));
      await page.locator(".sheet").first().waitFor({ timeout: 40_000 });
      const { texts, areA4 } = await printed();
      const { form } = await recordsOf(household);
      expect(areA4).toBe(true);
      expect(texts.join("")).not.toMatch(BROKEN);
      expect(missingFrom(texts.join(""), wordsOf(REGISTRATION, form))).toEqual([]);
      for (const number of household.numbers) expect(texts.join("")).not.toContain(number);
    }
  });

  it("raise no error in the page", () => expect(people.errors).toEqual([]));
});
