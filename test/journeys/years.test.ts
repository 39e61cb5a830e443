import { REGISTRATION } from "@domain/forms/registration.ts";
import { paths } from "@domain/paths.ts";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Sample } from "../functions/households.ts";
import { poorHousehold } from "../functions/households.ts";
import { applied } from "../functions/office.ts";
import { plan, registrationOf } from "../functions/serviceDoings.ts";
import { bringOn } from "../functions/serviceWay.ts";
import { Stage } from "../functions/stage.ts";
import { fillForm, fillRow, openSection } from "./fill.ts";
import { verify } from "../verify/verify.ts";
import { People } from "./people.ts";
import { sampleAt, standsAt } from "./standing.ts";

/** The years in service: the yearly update, and what is asked for between two of them. */

let stage: Stage;
let people: People;
let village: Page;
let mayor: Page;
/** One is updated, one ends, of one a son leaves for a household of his own; one joins another. */
let households: Sample[];

beforeAll(async () => {
  stage = await Stage.open({ number: 95, seconds: 1 });
  people = await People.at(stage);
  households = [9508, 9523, 9514, 9531, 9533].map((seed, at) => poorHousehold({ seed, village: stage.town.first, perHead: "below", ...(at === 3 && { memberCount: 1 }) }));
  await bringOn(stage, households, "inService");
  [village, mayor] = await Promise.all([people.signIn("committee"), people.signIn("mayor")]);
});

afterAll(async () => {
  await people?.leave();
  await stage?.close();
});

const updated = () => sampleAt(households, 0);
const ending = () => sampleAt(households, 1);
const splitting = () => sampleAt(households, 2);
const joining = () => sampleAt(households, 3);
const taking = () => sampleAt(households, 4);
const lastOf = (sample: Sample) => {
  const found = registrationOf(sample).members.at(-1);
  if (!found) throw new Error("nobody lives there");
  return found;
};
const entryOf = async (sample: Sample) => paths.household(String((await stage.application(sample.id))?.["household"]));
const inYuan = (value: number) => new RegExp(value.toLocaleString("en-US").replaceAll(",", ",?"));

/** Writes the same answer to every doubt that is asked about, where there are any, and sends the form again. */
async function answerDoubts(page: Page): Promise<void> {
  const sent = page.getByText("年度更新已登记。");
  const doubts = page.locator("textarea[id^=answer-]");
  await sent.or(doubts.first()).first().waitFor();
  if (await sent.isVisible()) return;
  for (const doubt of await doubts.all()) await doubt.fill("已到户核实，情况属实。");
  await page.getByRole("button", { name: "提交年度更新" }).click();
}

/** What the household earns more in the year after, in yuan. */
const MORE = 411;

/** Goes from the list of changes to the request of one household. */
async function askFor({ householder }: Sample, kind: string): Promise<void> {
  await village.goto(people.at("/staff/changes"));
  await village.getByRole("link", { name: `提出变更 ${householder}` }).click();
  await village.getByRole("radio", { name: kind }).check();
}

/** The town's decision on the request of one household. */
async function approve(name: string): Promise<void> {
  await mayor.goto(people.at("/staff/changes"));
  await mayor.getByRole("button", { name: `通过 ${name}` }).click();
  await people.picture(mayor, "changes-decide-desk");
  await mayor.getByRole("dialog").getByRole("button").filter({ hasNotText: /取消|×/ }).last().click();
}

describe("the yearly update", () => {
  it("asks why somebody left, and takes the new income", async () => {
    const page = await people.signIn("cadre");
    await page.goto(people.at("/staff/update"));
    await page.getByRole("link", { name: `更新 2014 年度 ${updated().householder}` }).click();
    const { income, foot } = registrationOf(updated());
    const { name, id } = lastOf(updated());
    await openSection(page, REGISTRATION, "members");
    await page.getByRole("button", { name: `减少 ${name}` }).click();
    await openSection(page, REGISTRATION, "head");
    await page.locator("#f-head-memberCount").fill("2");
    await page.locator("#f-head-residentCount").fill("2");
    await openSection(page, REGISTRATION, "income");
    await page.locator("#f-income-property").fill(String(income.property + MORE));
    await openSection(page, REGISTRATION, "foot");
    await fillForm(page, REGISTRATION, { foot: { ...foot, filledOn: "2015-01-10" } } as never, (key) => key === "foot");
    await page.getByRole("button", { name: "提交年度更新" }).click();
    await page.getByText("有成员的增减没有说明原因和日期").first().waitFor();
    await openSection(page, REGISTRATION, "members");
    await page.getByLabel(`${name} 原因`).selectOption("moveOut");
    await page.getByLabel(`${name} 发生日期`).fill("2014-09-01");
    await people.picture(page, "update-members-desk");
    await page.getByRole("button", { name: "提交年度更新" }).click();
    await answerDoubts(page);
    await page.getByText("年度更新已登记。").waitFor();
    const version = await stage.look(paths.version(await entryOf(updated()), 2014));
    expect(version?.["changes"]).toMatchObject([{ kind: "moveOut", row: id, on: "2014-09-01" }]);
    expect(version?.["form"]).toMatchObject({ head: { memberCount: 2 }, income: { property: income.property + MORE } });
    expect((await stage.application(updated().id))?.["registration"]).toMatchObject({ year: 2014 });
  });

  it("leaves the year before as it was, and shows both side by side with what changed", async () => {
    const page = await people.signIn("officer");
    await page.goto(people.at(`/staff/versions/${updated().id}`));
    await page.getByText("2013 与 2014 相比").waitFor();
    const { property } = registrationOf(updated()).income;
    const row = page.getByRole("table", { name: "与上年相比" }).getByRole("row").filter({ hasText: "财产性收入" });
    await row.getByText(inYuan(property)).first().waitFor();
    await row.getByText(inYuan(property + MORE)).first().waitFor();
    await page.getByText(`${lastOf(updated()).name}：户籍迁出`).waitFor();
    await people.picture(page, "versions-desk");
    const before = await stage.look(paths.version(await entryOf(updated()), 2013));
    expect(before?.["form"]).toMatchObject({ head: { memberCount: 3 }, income: { property } });
  });
});

describe("changes between two updates", () => {
  it("end a household that nobody is left of: asked for by the village, decided by the town", async () => {
    await askFor(ending(), "自然销户");
    await village.getByRole("button", { name: "提交变更申请" }).click();
    await village.locator("#change-reason-error").waitFor();
    await village.getByLabel("理由").fill("户内人员已全部迁出。");
    await people.picture(village, "changes-ask-desk");
    await village.getByRole("button", { name: "提交变更申请" }).click();
    await village.getByText("变更申请已提交，等待审核。").waitFor();
    await standsAt(stage, ending().id, "changeReview");
    const entry = await entryOf(ending());
    await approve(ending().householder);
    await standsAt(stage, ending().id, "ended");
    expect(await stage.look(entry)).toMatchObject({ status: "ended", ended: { reason: "naturalEnd" } });
    expect((await stage.application(ending().id))?.["helper"]).toBeNull();
  });

  it("split a household: the son who leaves has one of his own, with the same helper, from the plan on", async () => {
    const { name } = lastOf(splitting());
    await askFor(splitting(), "分户");
    await village.getByRole("checkbox", { name }).check();
    await village.getByRole("radio", { name }).check();
    await village.getByLabel("理由").fill("儿子成家，另立一户。");
    await village.getByRole("button", { name: "提交变更申请" }).click();
    await village.getByText("变更申请已提交，等待审核。").waitFor();
    const { helper, household } = (await stage.application(splitting().id)) as { helper: { name: string }; household: string };
    await approve(splitting().householder);
    await standsAt(stage, splitting().id, "inService");
    const { docs } = await stage.db.collection("applications").where("former", "==", household).get();
    expect(docs.map((doc) => [doc.get("status"), doc.get("facts.householder"), doc.get("helper.name")])).toEqual([["paired", name, helper.name]]);
    await village.goto(people.at("/staff/help"));
    await village.getByRole("link", { name, exact: true }).waitFor();
  });

  it("count the son in his own household alone from that moment, where his form begins with what is known of him", async () => {
    const { name, idNo } = lastOf(splitting());
    const old = await stage.application(splitting().id);
    expect([old?.["facts"], await stage.look(paths.household(String(old?.["household"])))]).toMatchObject([{ memberCount: 2 }, { memberCount: 2 }]);
    await village.goto(people.at(`/staff/household/${splitting().id}`));
    const table = village.getByRole("table", { name: "家庭成员" });
    await table.getByRole("row").nth(2).waitFor();
    expect([await table.getByRole("row").count(), await table.getByText(name).count()]).toEqual([3, 0]);
    await village.goto(people.at(`/staff/versions/${splitting().id}`));
    await village.getByText(`${name}：分户另立`).waitFor();
    const [own] = (await stage.db.collection("applications").where("former", "==", old?.["household"]).get()).docs;
    await applied(stage.act("cadre", plan([{ ...splitting(), id: own?.id ?? "" }])));
    await village.goto(people.at(`/staff/registration/${own?.id}`));
    await openSection(village, REGISTRATION, "members");
    expect(await village.locator("#f-members-0-name").inputValue()).toBe(name);
    expect((await stage.look(paths.applicationPrivate(own?.id ?? "")))?.[`members.${lastOf(splitting()).id}.idNo`]).toBe(idNo);
    await people.picture(village, "split-form-desk");
  });

  it("merge a household into another: it ends with the approval, and the other takes its people in by its update", async () => {
    const [person] = registrationOf(joining()).members;
    if (!person) throw new Error("nobody lives there");
    await askFor(joining(), "并入他户");
    await village.getByLabel("理由").fill(`父亲年老，并入儿子${taking().householder}户。`);
    await village.getByRole("button", { name: "提交变更申请" }).click();
    await village.getByText("变更申请已提交，等待审核。").waitFor();
    const entry = await entryOf(joining());
    await approve(joining().householder);
    await standsAt(stage, joining().id, "ended");
    expect(await stage.look(entry)).toMatchObject({ status: "ended", helper: null, ended: { reason: "merge" } });
    expect((await stage.application(joining().id))?.["identities"]).toEqual([]);
    await village.goto(people.at("/staff/update"));
    await village.getByRole("link", { name: `更新 2014 年度 ${taking().householder}` }).click();
    await openSection(village, REGISTRATION, "members");
    await village.getByRole("button", { name: "增加成员" }).click();
    await fillRow(village, REGISTRATION, "members", 3, { ...person, relation: "other" });
    await village.getByLabel(`${person.name} 原因`).selectOption({ label: "他户并入" });
    await village.getByLabel(`${person.name} 发生日期`).fill("2014-10-01");
    await people.picture(village, "merge-members-desk");
    await openSection(village, REGISTRATION, "head");
    await village.locator("#f-head-memberCount").fill("4");
    await openSection(village, REGISTRATION, "foot");
    await fillForm(village, REGISTRATION, { foot: { ...registrationOf(taking()).foot, filledOn: "2015-01-10" } } as never, (key) => key === "foot");
    await village.getByRole("button", { name: "提交年度更新" }).click();
    await answerDoubts(village);
    await village.getByText("年度更新已登记。").waitFor();
    expect([(await stage.application(taking().id))?.["facts"], await stage.look(await entryOf(taking()))]).toMatchObject([{ memberCount: 4 }, { memberCount: 4, year: 2014 }]);
  });

  it("leave data that keep every promise", async () => {
    const { invariants } = await verify(stage.suite, { campaign: stage.town.campaign });
    expect(invariants.filter(({ broken }) => broken.length > 0)).toEqual([]);
    expect(people.errors).toEqual([]);
  });
});
