import { paths } from "@domain/paths.ts";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Sample } from "../functions/households.ts";
import { poorHousehold } from "../functions/households.ts";
import { bring, verdict, verification } from "../functions/office.ts";
import { Stage } from "../functions/stage.ts";
import { personAt } from "../functions/town.ts";
import { isTooWide, People } from "./people.ts";

/** What the plan forbids, tried and caught: an outside list tells on a household, a cadre's brother is not the cadre's. */

let stage: Stage;
let people: People;
let listed: Sample;
let brother: Sample;

beforeAll(async () => {
  stage = await Stage.open({ number: 82, seconds: 60, quotaMode: "off" });
  people = await People.at(stage);
  [listed, brother] = [9401, 9402].map((seed) => poorHousehold({ village: stage.town.first, seed, memberCount: 3 })) as [Sample, Sample];
  await bring(stage, [listed], "surveyed");
  await bring(stage, [brother], "nominated");
});

afterAll(async () => {
  await people?.leave();
  await stage?.close();
});

const rulesOf = async ({ id }: Sample) => {
  const rows = ((await stage.look(paths.findings(id)))?.["rows"] ?? []) as { rule: string }[];
  return rows.map(({ rule }) => rule);
};

describe("a household with somebody on the public payroll", () => {
  let page: Page;
  const sheet = () => `单位,姓名,身份证号码\n某校,某某,${listed.numbers[1]}\n某站,某二,620623800101001\n`;
  const choose = () => page.getByLabel(/选择 .xlsx 或 .csv 文件|另选一个文件/).setInputFiles({ name: "财政供养.csv", mimeType: "text/csv", buffer: Buffer.from(sheet()) });

  it("is found by the list that the officer brings; of the list nobody sees a name or a number", async () => {
    page = await people.signIn("officer");
    await page.goto(people.at("/staff/lists"));
    await choose();
    await page.getByText("请先选择名单种类。").first().waitFor();
    await page.getByLabel("名单种类").selectOption({ label: "财政供养人员" });
    await page.getByLabel("提供单位和时间").fill("县财政局，2014 年 6 月工资册");
    await choose();
    await page.getByText("有错的行不比对，其余照常比对。").waitFor({ timeout: 60_000 });
    await page.getByRole("table", { name: "有错的行" }).getByText("15 位旧号码").waitFor();
    await page.getByRole("button", { name: "开始比对（1 人）" }).click();
    await page.getByText("比对完成：1 人在本次申请中").waitFor({ timeout: 60_000 });
    await people.picture(page, "lists-done-desk");
    expect(await page.content()).not.toContain(listed.numbers[1]);
    await vi.waitUntil(async () => (await rulesOf(listed)).includes("OL-02"), { timeout: 60_000, interval: 200 });
  });

  it("is asked about no longer when the list is taken back", async () => {
    await page.getByRole("button", { name: /^删除 财政供养人员/ }).click();
    await page.getByLabel("删除的理由").fill("财政局更正了名单");
    await page.getByRole("dialog").getByRole("button", { name: "删除" }).click();
    await page.getByText("还没有比对过名单。").waitFor({ timeout: 60_000 });
    await vi.waitUntil(async () => {
      const rows = ((await stage.look(paths.findings(listed.id)))?.["rows"] ?? []) as { rule: string; settledAt: unknown }[];
      return rows.every(({ rule, settledAt }) => rule !== "OL-02" || settledAt !== null);
    }, { timeout: 60_000, interval: 200 });
  });
});

describe("a cadre's brother", () => {
  it("once declared, is out of the cadre's hands: the page says so, and the action is refused", async () => {
    const page = await people.signIn("cadre", { width: 360, height: 740 });
    await page.goto(people.at("/staff/kin"));
    await page.getByText("您还没有申报。").waitFor();
    await page.getByLabel(/与我的关系 1/).selectOption({ label: "兄弟姐妹" });
    await page.getByLabel(/身份证号 1/).fill(brother.numbers[2] ?? "");
    expect(await isTooWide(page)).toBe(false);
    await page.getByRole("button", { name: "申报", exact: true }).click();
    await page.getByText("已申报。有关农户的各个环节您已自动回避。").waitFor({ timeout: 60_000 });
    await people.picture(page, "kin-phone");
    const recused = async () => (await stage.application(brother.id))?.["recused"];
    await vi.waitUntil(async () => ((await recused()) as string[]).includes(personAt(stage.town, "cadre").uid), { timeout: 60_000, interval: 200 });
    await page.goto(people.at(`/staff/household/${brother.id}`));
    await page.getByText(/您与这一户有亲属关系/).first().waitFor();
    expect(verdict(await stage.act("cadre", verification([brother])))).toBe("recused");
    expect(verdict(await stage.act("officer", verification([brother])))).toBe("nominated");
  });

  it("stands with the office as a number of relatives, and no more", async () => {
    const page = await people.signIn("office");
    await page.goto(people.at("/staff/kin"));
    const row = page.getByRole("table", { name: "各账号申报情况" }).getByRole("row").filter({ hasText: personAt(stage.town, "cadre").name });
    await row.getByText("亲属 1 人").waitFor();
    expect(await page.content()).not.toContain(brother.numbers[2]?.slice(14));
    await people.picture(page, "kin-office-desk");
    expect(people.errors).toEqual([]);
  });
});
