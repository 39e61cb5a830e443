import { CHECKS } from "@domain/checks/checks.ts";
import { SUPPORT_UNIT } from "@domain/forms/helper.ts";
import { VILLAGE_APPLICATION } from "@domain/forms/villageApplication.ts";
import { VILLAGE_PLAN } from "@domain/forms/villagePlan.ts";
import { VILLAGE_REGISTRATION } from "@domain/forms/villageRegistration.ts";
import { paths } from "@domain/paths.ts";
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readGrid } from "../../functions/src/services/sheets/readFile.ts";
import { writeWorkbook } from "../../functions/src/services/sheets/workbook.ts";
import type { Sample } from "../functions/households.ts";
import { poorVillage } from "../functions/households.ts";
import { applied, submission } from "../functions/office.ts";
import { Stage } from "../functions/stage.ts";
import type { Seat } from "../functions/town.ts";
import { personAt } from "../functions/town.ts";
import { VILLAGES } from "../seed/campaign2013.ts";
import { inventVillage } from "../seed/inventVillage.ts";
import { fillForm } from "./fill.ts";
import { isTooWide, People, PHOTO } from "./people.ts";

/** The way of a poor village at the screens of everybody who has a hand in it: from annex 8 to the register in service. */

const NUMBER = 93;
const TOWN = `6206238${NUMBER}`;
/** Long enough to read the notice on a phone; short enough to wait for its end. */
const SECONDS = 25;
const PHONE = { width: 360, height: 740 };

/** The plan's eleven villages in another town. The first has the whole-village advance behind it, so it is not proposed. */
const ELEVEN = VILLAGES.map(({ code, name, ...village }) => (
  { ...village, code: `${TOWN}${code.slice(9)}`, name: { "201": "上河村", "202": "下河村" }[code.slice(9)] ?? name, ...(code.endsWith("201") && { advance: "done" as const }) }
));

let stage: Stage;
let people: People;
let said: ReturnType<typeof inventVillage>;
/** Another village's application, which is none of the unit's business. */
let other: Sample;
let id = "";

beforeAll(async () => {
  stage = await Stage.open({ number: NUMBER, seconds: SECONDS, changes: { villages: ELEVEN, quota: { identify: 3000, exit: 300, villages: 4 } } });
  people = await People.at(stage);
  said = inventVillage({ seed: 9301, village: stage.town.first, perCapitaNetIncome: 3500, collectiveIncomeWan: 0 });
  other = poorVillage({ village: stage.town.second, seed: 9302 });
  await stage.act("neighbour", submission([other]));
});

afterAll(async () => {
  await people?.leave();
  await stage?.close();
});

const standsAt = (status: string, seconds = 60) =>
  expect.poll(async () => (await stage.application(id))?.["status"], { timeout: seconds * 1000, interval: 300 }).toBe(status);
const registerOf = async () => (await stage.look(paths.villageRegister(stage.town.settings.register, stage.town.first.code))) ?? {};

/** Opens a room in the window of somebody of the staff. */
const enter = (seat: Seat, room: string, viewport?: typeof PHONE): Promise<Page> => people.enter(seat, room, viewport);

/** Whether the table of a region shows all its columns at once. */
const fits = async (page: Page): Promise<boolean> =>
  !(await isTooWide(page)) && page.locator(".tableFrame").first().evaluate((frame) => frame.scrollWidth <= frame.clientWidth);

/** Decides the village's application with reasons, or a note, in the dialog of the review. */
async function decide(page: Page, decision: "通过" | "退回", text: string): Promise<void> {
  await page.getByRole("button", { name: `${decision} 上河村`, exact: true }).click();
  await page.getByRole("dialog").getByRole("textbox").fill(text);
  await page.getByRole("dialog").getByRole("button", { name: decision, exact: true }).click();
}

describe("the size of the town (annex 8)", () => {
  it("is four of eleven villages, and one that is marked otherwise than proposed needs its reason", async () => {
    const page = await enter("office", "marks");
    await page.getByRole("checkbox", { name: "上河村 贫困村" }).waitFor();
    expect(await fits(page)).toBe(true);
    expect(await page.getByRole("checkbox", { checked: true }).count()).toBe(4);
    const given = await page.getByRole("checkbox", { checked: true }).last().getAttribute("aria-label");
    const instead = given?.split(" ")[0] ?? "";
    await page.getByRole("checkbox", { name: `${instead} 贫困村` }).uncheck();
    await page.getByText("还差 1 个").waitFor();
    await page.getByRole("checkbox", { name: "上河村 贫困村" }).check();
    await page.getByRole("button", { name: "确定贫困村" }).click();
    await page.getByText("2 个村的人数与测算数不同，须逐村写明理由。").or(page.getByText("与测算不同，请写明理由")).first().waitFor();
    expect(await page.getByText("与测算不同，请写明理由（至少两个字）。").count()).toBe(2);
    await page.getByLabel("上河村 与测算不同的理由").fill("连年受灾，整村推进后又返贫");
    await page.getByLabel(`${instead} 与测算不同的理由`).fill("已列入易地搬迁计划");
    await page.getByRole("button", { name: "确定贫困村" }).click();
    await page.getByText("贫困村已确定。").waitFor();
    const marks = await stage.db.collection("campaigns").doc(stage.town.campaign).collection("villages").where("quota.village", "==", 1).get();
    expect([marks.size, marks.docs.some((doc) => doc.id === stage.town.first.code)]).toEqual([4, true]);
    const actions = await stage.db.collection("actions").where("campaign", "==", stage.town.campaign).where("type", "==", "splitVillages").get();
    const rows = actions.docs.flatMap((doc) => (doc.get("role") === "campaignOffice" ? (doc.get("input.rows") as { reason: string }[]) : []));
    expect(rows.filter(({ reason }) => reason).map(({ reason }) => reason).sort()).toEqual(["已列入易地搬迁计划", "连年受灾，整村推进后又返贫"]);
    await people.picture(page, "marks-desk");
  });

  it("is read with its reasons, on paper as on a phone", async () => {
    const page = await enter("mayor", "marks", PHONE);
    await page.getByText("连年受灾，整村推进后又返贫").waitFor();
    expect(await isTooWide(page)).toBe(false);
    await people.picture(page, "marks-phone");
    await page.goto(people.at("/staff/print/quota"));
    await page.emulateMedia({ media: "print" });
    await page.getByText("连年受灾，整村推进后又返贫").waitFor();
    await people.picture(page, "marks-print");
  });
});

describe("a village's application (annex 9)", () => {
  it("tells how the villagers were consulted, and is refused beside the field where it does not", async () => {
    const page = await enter("committee", "villages");
    await page.getByRole("button", { name: "开始申请" }).click();
    await fillForm(page, VILLAGE_APPLICATION, { ...said.application, consultation: { ...said.application.consultation, record: "" } });
    await page.getByRole("button", { name: "提交申请" }).click();
    await page.locator("#f-consultation-record[aria-invalid=true]").waitFor();
    await people.picture(page, "village-apply-desk");
    await page.locator("#f-consultation-photos-input").setInputFiles(PHOTO);
    await page.getByRole("button", { name: /删去会议记录照片/ }).waitFor();
    await page.locator("#f-consultation-record").fill(said.application.consultation.record);
    await page.getByRole("button", { name: "提交申请" }).click();
    await page.getByTestId("receipt").waitFor();
    const found = await stage.db.collection("applications").where("campaign", "==", stage.town.campaign).where("village", "==", stage.town.first.code).get();
    id = found.docs[0]?.id ?? "";
    await standsAt("townReview");
    expect((await stage.application(id))?.["form"]).toMatchObject({ consultation: { record: said.application.consultation.record, photos: [expect.any(String)] } });
  });

  it("shows the three tests to the town, which may weigh them and sends it back with reasons", async () => {
    const page = await enter("mayor", "review");
    const tests = page.locator(".villageTests").first();
    await tests.getByText("不符合", { exact: true }).first().waitFor();
    await tests.getByText("不符合的不自动否决").waitFor();
    await page.getByRole("button", { name: "退回 上河村" }).click();
    await page.getByRole("dialog").getByText("退回村里修改申请书").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "取消" }).click();
    await decide(page, "退回", "请补充产业发展情况");
    await standsAt("submitted");
  });

  it("is corrected and sent anew by its committee, and approved though one test is not met", async () => {
    const page = await enter("committee", "villages");
    await page.getByText("请补充产业发展情况").waitFor();
    await page.getByRole("link", { name: "按意见修改，重新申报" }).click();
    await page.locator("#f-reasons-description").fill("写到一半，没有提交。");
    await page.goto(people.at("/staff/villages"));
    /* Meanwhile it was sent from elsewhere, and came back once more. */
    const form = (await stage.application(id))?.["form"];
    await applied(stage.act("committee", { type: "submit", targets: [id], input: { form } }));
    await applied(stage.act("mayor", { type: "return", targets: [id], input: { reasons: "请写明销路" } }));
    await page.getByText("请写明销路").waitFor();
    await page.getByRole("link", { name: "按意见修改，重新申报" }).click();
    await page.getByText("保存着的是记录变动以前填的内容").waitFor();
    await people.picture(page, "village-earlier-desk");
    await page.getByRole("button", { name: "从现在的记录开始" }).click();
    expect(await page.locator("#f-reasons-description").inputValue()).toBe(said.application.reasons.description);
    await page.locator("#f-reasons-description").fill("补充：全村以养羊和洋芋为主，缺少加工和销路。");
    await page.getByRole("button", { name: "重新申报" }).click();
    await page.getByText("申请已提交，等待镇政府审核。").waitFor();
    await standsAt("townReview");
    const town = await enter("mayor", "review");
    await decide(town, "通过", "情况属实");
    await standsAt("townApproved");
  });
});

describe("the one notice of a village", () => {
  it("is published by the town with a photo of the board, and read by anyone", async () => {
    const page = await enter("officer", `publish?village=${stage.town.first.code}`);
    await page.locator("#villageNoticePhotoInput").setInputFiles(PHOTO);
    await page.getByRole("button", { name: /删去公示栏照片/ }).waitFor();
    await page.getByRole("button", { name: "预览公示名单（1 个村）" }).click();
    await page.getByRole("dialog").getByRole("row").filter({ hasText: "上河村" }).waitFor();
    await people.picture(page, "village-publish-desk");
    await page.getByRole("dialog").getByRole("button", { name: "发布公示" }).click();
    await standsAt("townNotice");
    const [notice] = (await stage.db.collection("notices").where("campaign", "==", stage.town.campaign).get()).docs;
    expect(notice?.data()).toMatchObject({ round: "town", status: "open", boardPhotos: [{ evidence: expect.any(String) }], list: [{ householder: "上河村", track: "village" }] });
    const anyone = await people.onPhone("/");
    await anyone.getByRole("link").filter({ hasText: "上河村" }).first().click();
    await anyone.getByRole("row").filter({ hasText: "上河村" }).waitFor();
    expect(await isTooWide(anyone)).toBe(false);
    await people.picture(anyone, "village-notice-phone");
  });

  it("ends by the clock, and the county's leading group decides", async () => {
    await standsAt("countyReview", SECONDS + 40);
    const page = await enter("group", "review");
    await page.locator(".villageTests").first().getByText("不符合", { exact: true }).first().waitFor();
    await people.picture(page, "village-decision-desk");
    await decide(page, "通过", "同意列为贫困村");
    await standsAt("approved");
    expect((await registerOf())["poor"]).toMatchObject({ application: id, unit: null });
  });
});

describe("the support of a village", () => {
  it("is by a unit, which sees this village and no other", async () => {
    const unit = personAt(stage.town, "unit");
    const page = await enter("officer", `unit/${id}`);
    await page.getByLabel("单位在本系统的账号").selectOption(unit.uid);
    await fillForm(page, SUPPORT_UNIT, said.supportUnit);
    await people.picture(page, "village-unit-desk");
    await page.getByRole("button", { name: "确定帮扶单位" }).click();
    await page.getByText("帮扶单位已确定。").waitFor();
    expect((await registerOf())["poor"]).toMatchObject({ unit: unit.uid });
    const own = await enter("unit", "", PHONE);
    await own.getByRole("link", { name: "上河村", exact: true }).waitFor();
    await own.getByText("1 个村").waitFor();
    expect(await own.getByText("下河村").count()).toBe(0);
    await own.goto(people.at(`/staff/help/${other.id}`));
    await own.getByRole("link", { name: "回到我的待办" }).waitFor();
    expect(await own.getByText("下河村").count()).toBe(0);
    await own.goto(people.at("/staff/villages"));
    await own.getByText("您现在的职责没有这个栏目").waitFor();
  });

  it("begins with its plan, made by the unit on a phone", async () => {
    const page = await enter("unit", `help/${id}?do=plan`, PHONE);
    await page.getByRole("button", { name: "确定帮扶计划" }).waitFor();
    await fillForm(page, VILLAGE_PLAN, said.plan);
    expect(await isTooWide(page)).toBe(false);
    await people.picture(page, "village-plan-phone");
    await page.getByRole("button", { name: "确定帮扶计划" }).click();
    await standsAt("planned");
  });
});

describe("the registration form of a village (annex 11)", () => {
  it("keeps what was typed when the page is loaded anew, and tells an error beside its field", async () => {
    const page = await enter("committee", `villageForm/${id}`);
    const { sections } = VILLAGE_REGISTRATION;
    for (const [at, { key }] of sections.entries()) {
      await page.locator(`#f-${key}`).waitFor();
      await fillForm(page, VILLAGE_REGISTRATION, said.registration, (section) => section === key);
      if (key === "residents") {
        await page.locator("#f-residents-poorHouseholds").fill("99999");
        await page.locator("#f-residents-poorPopulation").focus();
        await page.locator("#f-residents-poorHouseholds[aria-invalid=true]").waitFor();
        await people.picture(page, "village-form-error-desk");
        await page.locator("#f-residents-poorHouseholds").fill(String(said.registration.residents.poorHouseholds));
        await page.reload();
        await page.getByRole("button", { name: /^2\. / }).click();
        await expect.poll(() => page.locator("#f-residents-poorHouseholds").inputValue(), { timeout: 20_000 }).toBe(String(said.registration.residents.poorHouseholds));
      }
      if (at < sections.length - 1) await page.getByRole("button", { name: "下一步" }).click();
    }
    await page.getByRole("button", { name: "检查并完成登记表" }).click();
    /* Only the register knows that none of its households has a form yet. */
    await page.getByText("名册上是 0 户 0 人").waitFor();
    await people.picture(page, "village-form-doubts-desk");
    const answers = page.getByLabel("书面说明");
    for (let at = 0; at < (await answers.count()); at += 1) await answers.nth(at).fill("农户登记表正在填写，数字以村里统计为准。");
    await page.getByRole("button", { name: "检查并完成登记表" }).click();
    await page.getByText("登记表已完成。").waitFor();
    await standsAt("registered");
    const version = await stage.look(paths.version(paths.villageRegister(stage.town.settings.register, stage.town.first.code), stage.town.settings.year));
    expect(version).toMatchObject({ application: id, helper: { kind: "supportUnit" }, answers: { "VI-01": expect.stringContaining("农户登记表正在填写") } });
    await page.goto(people.at(`/staff/print/form/${id}`));
    for (const aspect of ["一、基本情况", "二、发展水平", "三、基础设施状况", "四、生产生活条件", "五、公共服务情况", "六、帮扶情况", "七、帮扶成效"]) await page.getByText(aspect).waitFor();
  });
});

describe("a correction of the village's form that was begun before somebody else's", () => {
  it("is asked about when it is opened again, and may go on", async () => {
    const answers = Object.fromEntries(CHECKS.village.map(({ id: rule }) => [rule, "农户登记表正在填写，数字以村里统计为准。"]));
    const page = await enter("committee", `villageForm/${id}`);
    await page.locator("#f-basics").waitFor();
    await page.getByRole("button", { name: /^2\. / }).click();
    await page.locator("#f-residents-poorPopulation").fill("1");
    await page.goto(people.at("/staff/villages"));
    await applied(stage.act("cadre", { type: "completeForm", targets: [id], input: { form: said.registration, answers } }));
    await page.goto(people.at(`/staff/villageForm/${id}`));
    await page.getByText("保存着的是记录变动以前填的内容").waitFor();
    await page.getByRole("button", { name: "接着以前填的" }).click();
    await page.getByRole("button", { name: /^2\. / }).click();
    expect(await page.locator("#f-residents-poorPopulation").inputValue()).toBe("1");
  });
});

describe("the entry into the national system and the trial run", () => {
  it("goes by a batch, a receipt that differs, one that agrees, and the report", async () => {
    const page = await enter("officer", `entry?village=${stage.town.first.code}`);
    await page.getByRole("button", { name: "生成录入批次（1 个村）" }).click();
    await page.getByRole("button", { name: "下载 .xlsx" }).click();
    await page.getByLabel("导出的理由").fill("录入全国系统");
    const [download] = await Promise.all([page.waitForEvent("download", { timeout: 60_000 }), page.getByRole("dialog").getByRole("button", { name: "下载 .xlsx" }).click()]);
    const buffer = await readFile(await download.path());
    const receipt = (bytes: Buffer) => ({ name: "回执.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: bytes });
    const rows = (await readGrid({ file: buffer.toString("base64") })) as (string | number | null)[][];
    const wrong = rows.map((row) => (row[2] === "总户数" ? row.with(4, 1) : row));
    await page.getByLabel("上传回执 .xlsx").setInputFiles(receipt(await writeWorkbook({ name: "回执", rows: wrong })));
    await page.getByText("还有 1 处不一致").waitFor({ timeout: 60_000 });
    await people.picture(page, "village-entry-desk");
    await page.getByLabel("重新上传回执").setInputFiles(receipt(buffer));
    await page.getByText("核对完成：1 个村逐项一致。").waitFor({ timeout: 60_000 });
    await page.getByRole("button", { name: "确认录入（1）" }).click();
    await standsAt("entered");
    await page.getByRole("button", { name: "上报县扶贫办（1）" }).click();
    await standsAt("reported");
  });

  it("ends with the county's sign-off, and the village is in service", async () => {
    const page = await enter("county", `trial?village=${stage.town.first.code}`);
    await page.getByRole("button", { name: "检查本村" }).click();
    await page.getByText("检查已完成。").waitFor({ timeout: 40_000 });
    await people.picture(page, "village-trial-desk");
    await page.getByRole("button", { name: "签字通过（1）" }).click();
    await standsAt("inService");
    expect((await stage.look(paths.findings(id)))?.["open"]).toBe(0);
    expect(people.errors).toEqual([]);
  });
});
