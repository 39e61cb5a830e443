import { REGISTRATION } from "@domain/forms/registration.ts";
import { paths } from "@domain/paths.ts";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Sample } from "../functions/households.ts";
import { poorHousehold } from "../functions/households.ts";
import { registrationOf } from "../functions/serviceDoings.ts";
import { bringOn } from "../functions/serviceWay.ts";
import { Stage } from "../functions/stage.ts";
import { personAt } from "../functions/town.ts";
import { fillForm, openSection } from "./fill.ts";
import { isTooWide, People } from "./people.ts";
import { sampleAt, standsAt } from "./standing.ts";

/** Annex 4 filled in by hand in a village, and the handbooks that are printed from it. */

let stage: Stage;
let people: People;
let clerk: Page;
/** The first is filled in in the browser, the second was before. */
let households: Sample[];

beforeAll(async () => {
  stage = await Stage.open({ number: 93, seconds: 1 });
  people = await People.at(stage);
  households = [9304, 9306].map((seed) => poorHousehold({ seed, village: stage.town.first, perHead: "below" }));
  await bringOn(stage, households, "planned");
  await bringOn(stage, households.slice(1), "registered", "planned");
  clerk = await people.signIn("committee");
});

afterAll(async () => {
  await people?.leave();
  await stage?.close();
});

/** What the clerk finds to be earned beyond the survey, in yuan. */
const MORE = 317;
const ANSWER = "车是其兄的，停放在院内，已到户核实。";
const ours = () => sampleAt(households, 0);
const neighbour = () => sampleAt(households, 1);
const sheet = () => registrationOf(ours());
const room = () => people.at(`/staff/registration/${ours().id}`);
const figure = (page: Page, field: string) => page.locator(`#f-income-${field} .computedValue`);
const inYuan = (value: number) => new RegExp(value.toLocaleString("en-US").replaceAll(",", ",?"));
const handbook = async ({ id }: Sample) => (await stage.application(id))?.["handbook"] as { code: string; version: number; issued: { action: string } };
/** Waits until what is typed of the form's foot has been saved for others. */
const draftHolds = (foot: Record<string, unknown>) =>
  expect.poll(async () => (await stage.look(paths.draft(ours().id, "registration")))?.["form"], { timeout: 20_000 }).toMatchObject({ foot });

describe("the registration form of a household with a plan", () => {
  it("begins with what survey and application know, keeps what is typed over a reload, and shows its sums", async () => {
    const page = clerk;
    await page.goto(people.at("/staff/registration"));
    await page.getByRole("row").filter({ hasText: ours().householder }).getByRole("link", { name: "填写" }).click();
    const { head, income } = sheet();
    await openSection(page, REGISTRATION, "head");
    expect(await page.locator("#f-head-householderName").inputValue()).toBe(head.householderName);
    await openSection(page, REGISTRATION, "income");
    await page.locator("#f-income-property").fill(String(income.property + MORE));
    await expect.poll(() => figure(page, "netIncome").textContent(), { timeout: 20_000 }).toMatch(inYuan(income.netIncome + MORE));
    await expect.poll(() => figure(page, "perCapitaNetIncome").textContent(), { timeout: 20_000 }).toMatch(/\d/);
    await people.picture(page, "registration-income-desk");
    await openSection(page, REGISTRATION, "foot");
    await fillForm(page, REGISTRATION, sheet(), (key) => key === "foot");
    await page.locator("#f-foot-checkedBy").fill("");
    await page.reload();
    await page.getByText("本机保存着没有提交的内容，已为您恢复。").waitFor();
    await openSection(page, REGISTRATION, "income");
    expect(await page.locator("#f-income-property").inputValue()).toBe(String(income.property + MORE));
  });

  it("is saved for others too: the cadre goes on where the clerk stopped", async () => {
    await draftHolds({ householderSigned: true });
    const page = await people.signIn("cadre");
    await page.goto(room());
    await page.getByText("接着上次保存的填写").waitFor();
    await openSection(page, REGISTRATION, "income");
    expect(await page.locator("#f-income-property").inputValue()).toBe(String(sheet().income.property + MORE));
  });

  it("is refused with the error beside its field, until it is corrected", async () => {
    const page = await people.signIn("cadre", { width: 360, height: 740 });
    await page.goto(room());
    await page.getByRole("button", { name: "检查并完成登记表" }).click();
    await page.locator("#f-foot-checkedBy-error").waitFor();
    expect(await isTooWide(page)).toBe(false);
    await people.picture(page, "registration-refused-phone");
    await page.locator("#f-foot-checkedBy").fill(sheet().foot.checkedBy);
    await expect.poll(() => page.locator("#f-foot-checkedBy-error").count(), { timeout: 20_000 }).toBe(0);
    await draftHolds({ checkedBy: sheet().foot.checkedBy });
    expect((await stage.application(ours().id))?.["status"]).toBe("planned");
  });
  it("asks about a car, takes the answer in writing, and is completed with it", async () => {
    const page = await people.signIn("cadre");
    await page.goto(room());
    await openSection(page, REGISTRATION, "machinery");
    await page.locator("#f-machinery-car").fill("1");
    await page.getByText("有小汽车、货车或收割机").waitFor();
    await page.getByRole("button", { name: "检查并完成登记表" }).click();
    await page.getByText("请写明情况（至少两个字）。").waitFor();
    await people.picture(page, "registration-doubt-desk");
    await page.locator("#answer-EX-01").fill(ANSWER);
    await page.getByRole("button", { name: "检查并完成登记表" }).click();
    await page.getByText("登记表已完成。").waitFor({ timeout: 40_000 });
    await standsAt(stage, ours().id, "registered");
    const { household, registration } = (await stage.application(ours().id)) as { household: string; registration: { year: number } };
    const version = await stage.look(paths.version(paths.household(household), registration.year));
    expect(version?.["answers"]).toEqual({ "EX-01": ANSWER });
    expect(version?.["form"]).toMatchObject({ machinery: { car: 1 }, income: { netIncome: sheet().income.netIncome + MORE }, foot: { checkedBy: sheet().foot.checkedBy } });
    expect(await stage.look(paths.draft(ours().id, "registration"))).toBeUndefined();
  });
});

describe("the handbooks of a village", () => {
  it("are printed as a batch, two copies each, with a code on them", async () => {
    await clerk.goto(people.at("/staff/handbook"));
    for (const { householder } of households) await clerk.getByRole("checkbox", { name: householder, exact: true }).check();
    await people.picture(clerk, "handbook-desk");
    await clerk.getByRole("button", { name: "印制所选 2 户的手册" }).click();
    await clerk.waitForURL(/print\/handbook\?ids=/, { timeout: 40_000 });
    for (const sample of households) await clerk.getByText((await handbook(sample)).code).first().waitFor({ timeout: 40_000 });
  });

  it("are handed out with two receipts, one of them signed by somebody else", async () => {
    await clerk.goto(people.at("/staff/handbook"));
    for (const { householder } of households) await clerk.getByRole("checkbox", { name: householder, exact: true }).check();
    await clerk.getByLabel(`${neighbour().householder} 代领人`).fill("某邻居");
    await people.picture(clerk, "handbook-session-desk");
    await clerk.getByRole("button", { name: "登记所选 2 户两份都已签收" }).click();
    for (const { id } of households) await standsAt(stage, id, "handbookIssued");
    for (const [sample, by] of [[ours(), "户主本人"], [neighbour(), "某邻居"]] as const) {
      const { issued } = await handbook(sample);
      const receipts = (await stage.look(paths.action(issued.action)))?.["input"];
      expect(receipts).toMatchObject({ householdCopy: { by }, committeeCopy: { by: personAt(stage.town, "committee").name } });
    }
  });

  it("prove their version to anybody who scans the code, and name nobody", async () => {
    const { code } = await handbook(ours());
    const page = await people.onPhone(`/h/${code}`);
    await page.getByText("有效，是最新一版").waitFor();
    await page.getByText("第 1 版").waitFor();
    const text = (await page.locator("body").textContent()) ?? "";
    expect(text).not.toContain(ours().householder);
    expect(text).not.toMatch(/\d{15}|\d{11}/);
    expect(await isTooWide(page)).toBe(false);
    await people.picture(page, "handbook-code-phone");
  });

  it("printed anew are another version, and the code of the old one says so", async () => {
    const before = await handbook(ours());
    await clerk.goto(people.at("/staff/handbook"));
    await clerk.getByRole("checkbox", { name: ours().householder, exact: true }).check();
    await clerk.getByText("原来那一版作废").waitFor();
    await clerk.getByRole("button", { name: "重新印制（新的一版）" }).click();
    await expect.poll(async () => (await handbook(ours())).version, { timeout: 40_000 }).toBe(before.version + 1);
    const old = await people.onPhone(`/h/${before.code}`);
    await old.getByText("已有更新的一版，以新版为准").waitFor();
    const latest = await people.onPhone(`/h/${(await handbook(ours())).code}`);
    await latest.getByText("有效，是最新一版").waitFor();
    await latest.getByText("第 2 版").waitFor();
    expect(people.errors).toEqual([]);
  });
});
