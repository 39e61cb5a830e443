import { APPLICATION } from "@domain/forms/application.ts";
import type { Values } from "@domain/forms/field.ts";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Sample } from "../functions/households.ts";
import { poorHousehold } from "../functions/households.ts";
import { bring, idsOf } from "../functions/office.ts";
import { Stage } from "../functions/stage.ts";
import { personAt } from "../functions/town.ts";
import { PASSWORD } from "../seed/cast.ts";
import { inventHousehold } from "../seed/invent.ts";
import { askedAs } from "./fill.ts";
import { focused, pressOn, tabTo, typeAnswers } from "./keys.ts";
import { People } from "./people.ts";

/** People who use no mouse, and people who hear the page: the same walks serve both. Every page by itself: access.test.ts. */

let stage: Stage;
let people: People;
let farmer: Page;
let officer: Page;
let samples: Sample[];
/** The household that the officer takes out of the list. */
let other = "";

beforeAll(async () => {
  stage = await Stage.open({ number: 71, seconds: 2 });
  people = await People.at(stage);
  samples = [7101, 7102, 7103].map((seed) => poorHousehold({ village: stage.town.first, seed, memberCount: 2, perHead: "below" }));
  await bring(stage, samples, "nominated");
});

afterAll(async () => {
  await people?.leave();
  await stage?.close();
});

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });
const isFocused = (page: Page, selector: string) => expect.poll(() => page.evaluate((wanted) => document.activeElement?.matches(wanted), selector), { timeout: 20_000 }).toBe(true);

/** Comes past the ways of the site by the first link of the page. */
async function skip(page: Page): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("Tab");
  expect((await focused(page)).name).toBe("跳到正文");
  await page.keyboard.press("Enter");
  await isFocused(page, "main");
}

describe("a villager without a mouse", () => {
  it("comes to the form by the first link, and picks the village with the arrow keys", async () => {
    farmer = await people.onPhone("/apply");
    await heading(farmer, "申请认定为贫困户").waitFor();
    await skip(farmer);
    await pressOn(farmer, new RegExp(`^${stage.town.first.name}$`), "Space");
    await farmer.keyboard.press("ArrowDown");
    expect((await focused(farmer)).name).toBe(stage.town.second.name);
    await farmer.keyboard.press("ArrowUp");
    await pressOn(farmer, /^开始填写$/);
    await isFocused(farmer, "h1");
    expect(await farmer.title()).toContain(APPLICATION.sections[0]?.zh);
  });

  it("hears what is missing, and comes from the list of it to the field, which says it again", async () => {
    await pressOn(farmer, /^下一步$/);
    await isFocused(farmer, "[role=alert]");
    await pressOn(farmer, /户主姓名/);
    await isFocused(farmer, "input#f-householder-name");
    const described = await farmer.locator("#f-householder-name").evaluate((one) => [one.ariaInvalid, ...(one.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent)]);
    expect(described).toEqual(["true", expect.stringContaining("户口簿"), expect.stringContaining("户主姓名")]);
    await farmer.keyboard.press("Shift+Tab");
  });

  it("answers every question, confirms, and sends the application", async () => {
    const { application } = inventHousehold({ seed: 7104, village: stage.town.first, memberCount: 2, perHead: "below", track: "identify" });
    const answers = application as unknown as Record<string, Values>;
    for (const section of APPLICATION.sections) {
      const isPledge = section.key === "pledge";
      await heading(farmer, isPledge ? "请核对您填写的内容" : askedAs(section)).waitFor();
      await typeAnswers(farmer, section, answers[section.key] ?? {});
      await pressOn(farmer, isPledge ? /^提交申请$/ : /^下一步$/);
    }
    await heading(farmer, "申请已受理").waitFor();
    await isFocused(farmer, "h1");
  });
});

describe("an officer without a mouse", () => {
  it("hears at the door what is missing and what is wrong, and is led to the heading of the tasks", async () => {
    officer = await people.onPhone("/staff");
    await officer.setViewportSize({ width: 1280, height: 900 });
    await officer.getByLabel("密码").waitFor();
    await pressOn(officer, /^登录$/);
    expect(await officer.getByRole("alert").allTextContents()).toHaveLength(2);
    await officer.keyboard.press("Shift+Tab");
    await officer.keyboard.type("不是这个密码");
    await officer.keyboard.press("Shift+Tab");
    await officer.keyboard.type(personAt(stage.town, "officer").email);
    await officer.keyboard.press("Enter");
    await officer.getByRole("alert").filter({ hasText: "密码" }).waitFor();
    await tabTo(officer, /^密码/);
    await officer.keyboard.press("ControlOrMeta+a");
    await officer.keyboard.type(PASSWORD);
    await officer.keyboard.press("Enter");
    await heading(officer, "我的待办").waitFor();
    await isFocused(officer, "h1");
  });

  it("goes to a queue by the ways of the page, takes one household out, and passes the others", async () => {
    await officer.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await pressOn(officer, /^核实$/);
    await heading(officer, "核实").waitFor();
    await isFocused(officer, "h1");
    expect(await officer.title()).toContain("核实");
    await officer.getByRole("checkbox", { name: samples[0]?.householder ?? "" }).waitFor();
    const { name: first } = await tabTo(officer, new RegExp(samples.map(({ householder }) => `^${householder}$`).join("|")));
    await officer.keyboard.press("ArrowDown");
    const { name: second } = await focused(officer);
    expect(second).not.toBe(first);
    other = second;
    await officer.keyboard.press("Space");
    await pressOn(officer, /^核实所选 2 户$/);
    const verified = async () => (await Promise.all(idsOf(samples).map((id) => stage.application(id)))).map((one) => (one?.["hands"] as { verified: object }).verified);
    await expect.poll(async () => (await verified()).filter((marks) => "povertyOfficer" in marks).length, { timeout: 60_000 }).toBe(2);
    await officer.getByRole("status").filter({ hasText: "已办理" }).waitFor();
    expect((await focused(officer)).name).toMatch(/^核实所选/);
  });
});

describe("a window above the page", () => {
  it("takes the focus and keeps it, is closed by the Escape key, and gives the focus back", async () => {
    await officer.goto(people.at(`/staff/household/${samples.find(({ householder }) => householder === other)?.id}`));
    await heading(officer, other).waitFor();
    await tabTo(officer, /^暂停计时/);
    const { name: opener } = await focused(officer);
    await officer.keyboard.press("Enter");
    /* Between its end and its beginning the keys go through the browser's own bars: then the page has none. */
    const isInside = () => officer.evaluate(() => document.activeElement === document.body || document.activeElement?.closest("dialog") !== null);
    await officer.getByRole("dialog").waitFor();
    for (let steps = 0; steps < 12; steps += 1) {
      expect(await isInside()).toBe(true);
      await officer.keyboard.press("Tab");
    }
    await officer.keyboard.press("Escape");
    await officer.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(async () => (await focused(officer)).name.slice(0, 20), { timeout: 5_000 }).toBe(opener);
    expect(people.errors).toEqual([]);
  });
});
