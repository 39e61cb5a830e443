import { APPLICATION } from "@domain/forms/application.ts";
import { SURVEY } from "@domain/forms/survey.ts";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { poorHousehold } from "../functions/households.ts";
import { submission, survey } from "../functions/office.ts";
import { Stage } from "../functions/stage.ts";
import { personAt } from "../functions/town.ts";
import { inventHousehold } from "../seed/invent.ts";
import { answer, askedAs, fillForm } from "./fill.ts";
import { isTooWide, People, PHOTO } from "./people.ts";

/** The first notice: long enough to read it and object in a browser, short enough to wait for its end. Nobody objects to the second. */
const SECONDS = { village: 25, town: 3 };

let stage: Stage;
let people: People;
/** The farmer's household, and its neighbour's, which the clerk brought in. */
let ours: ReturnType<typeof inventHousehold>;
let neighbour: ReturnType<typeof poorHousehold>;
let receipt = "";
let application = "";
/** The phone that the household applied from, and the one that the objection came from. */
let farmer: Page;
let objector: Page;

beforeAll(async () => {
  const period = (count: number) => ({ unit: "seconds", count }) as const;
  stage = await Stage.open({ number: 90, seconds: SECONDS.village, changes: { notice: { village: period(SECONDS.village), town: period(SECONDS.town) } } });
  people = await People.at(stage);
  ours = inventHousehold({ seed: 9001, village: stage.town.first, memberCount: 2, perHead: "below", track: "identify" });
  neighbour = poorHousehold({ seed: 9002, village: stage.town.first, memberCount: 3, perHead: "below" });
  await stage.act("committee", submission([neighbour]));
  await stage.act("cadre", survey(neighbour));
});

afterAll(async () => {
  await people?.leave();
  await stage?.close();
});

const householder = () => ours.survey.head.householderName;

/** Where an application stands by the database, once it is there. */
const standsAt = (id: string, status: string, seconds = 60) =>
  expect.poll(async () => (await stage.application(id))?.status, { timeout: seconds * 1000, interval: 500 }).toBe(status);

describe("a household from the web form to the county's approval", () => {
  it("applies on a phone 360 pixels wide and gets a receipt number", async () => {
    farmer = await people.onPhone("/apply");
    const page = farmer;
    await page.getByRole("radio", { name: stage.town.first.name }).check();
    await page.getByRole("button", { name: "开始填写" }).click();
    for (const question of APPLICATION.sections.filter(({ key }) => key !== "pledge")) {
      await page.getByRole("heading", { name: askedAs(question) }).waitFor();
      expect(await isTooWide(page)).toBe(false);
      await fillForm(page, APPLICATION, ours.application, (section) => section === question.key);
      await page.getByRole("button", { name: "下一步" }).click();
    }
    await page.getByRole("heading", { name: "请核对您填写的内容" }).waitFor();
    await fillForm(page, APPLICATION, ours.application, (section) => section === "pledge");
    await people.picture(page, "apply-check-phone");
    await page.getByRole("button", { name: "提交申请" }).click();
    await page.getByRole("heading", { name: "申请已受理" }).waitFor({ timeout: 40_000 });
    receipt = (await page.locator(".receiptNumber").textContent())?.trim() ?? "";
    expect(receipt).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await people.picture(page, "apply-receipt-phone");
    application = (await stage.db.doc(`receipts/${receipt}`).get()).get("application");
    expect((await stage.application(application))?.status).toBe("submitted");
  });

  it("is surveyed by the village at the desk, with every field of the form", async () => {
    const page = await people.enter("committee", `survey/${application}`);
    for (const [at, { key }] of SURVEY.sections.entries()) {
      await page.locator(`#f-${key}`).waitFor();
      await fillForm(page, SURVEY, ours.survey, (section) => section === key);
      if (key === "members") await people.picture(page, "survey-members-desk");
      if (at < SURVEY.sections.length - 1) await page.getByRole("button", { name: "下一步" }).click();
    }
    await page.getByRole("button", { name: "检查并提交调查表" }).click();
    await standsAt(application, "surveyed");
  });

  it("reads on its own phone what was recorded of it, and the village answers what it says is wrong", async () => {
    await farmer.goto(people.at(`/follow?number=${receipt}`));
    await farmer.getByRole("button", { name: /看我家登记的内容/ }).click();
    await farmer.getByText(SURVEY.sections[0]?.zh ?? "").first().click();
    const heights = await farmer.locator("details.folded summary").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    await farmer.getByLabel(/哪里不对/).fill("房屋面积少记了十平方米。");
    await farmer.getByRole("button", { name: "要求更正" }).click();
    await farmer.getByText("等待村里答复。").waitFor();
    expect(await isTooWide(farmer)).toBe(false);
    expect((await farmer.locator("main").textContent()) ?? "").not.toMatch(/\d{15}|\d{11}/);
    await people.picture(farmer, "own-record-phone");
    const page = await people.enter("cadre", `household/${application}`);
    await page.getByText("房屋面积少记了十平方米。").waitFor();
    await people.picture(page, "correction-desk");
    await page.getByRole("button", { name: "答复更正要求" }).click();
    await page.getByRole("dialog").getByLabel("理由").fill("已重新量过，与调查表一致。");
    await page.getByRole("dialog").getByRole("button", { name: "答复更正要求" }).click();
    await expect.poll(async () => ((await stage.application(application))?.correction as { reply: unknown } | null)?.reply, { timeout: 60_000 }).toBe("已重新量过，与调查表一致。");
    await farmer.goto(people.at(`/follow?number=${receipt}`));
    await farmer.getByRole("button", { name: /看我家登记的内容/ }).click();
    await farmer.getByText("已重新量过，与调查表一致。").waitFor();
  });

  it("is appraised with its neighbour at one meeting, confirmed by two others, and verified by the three", async () => {
    const page = await people.enter("committee", "meeting");
    await page.getByLabel("开会日期").fill("2014-06-20");
    await page.getByLabel("主持人").fill("某主任");
    await page.getByLabel("记录人").fill("某文书");
    await page.getByLabel("表决方式").selectOption("secretBallot");
    await page.getByLabel("监票、计票人 1").fill("某代表");
    await page.getByLabel("应到代表").fill("36");
    await page.getByLabel("实到代表").fill("20");
    await page.getByText("到会人数不够").waitFor();
    await page.getByLabel("实到代表").fill("30");
    await page.getByText("到会人数合法").waitFor();
    await page.locator("#meetingPhoto").setInputFiles(PHOTO);
    await page.getByRole("button", { name: /删去会议记录照片/ }).waitFor();
    await page.locator("#attendancePhoto").setInputFiles(PHOTO);
    await page.getByRole("button", { name: /删去签到表照片/ }).waitFor();
    for (const name of [householder(), neighbour.householder]) {
      await page.getByLabel(`${name} 赞成`).fill("25");
      await page.getByLabel(`${name} 反对`).fill("3");
      await page.getByLabel(`${name} 弃权`).fill("2");
    }
    await people.picture(page, "meeting-desk");
    await page.getByRole("button", { name: /登记评议结果/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "确认登记" }).click();
    await standsAt(application, "nominated");
    await page.goto(people.at("/staff/confirm"));
    await page.getByRole("button", { name: /确认 0 户/ }).waitFor();
    expect(await page.getByText("须由另一人办理“确认评议记录”").count()).toBe(2);
    for (const seat of ["cadre", "officer"] as const) {
      const desk = await people.enter(seat, "confirm");
      await desk.getByRole("button", { name: /确认 2 户/ }).waitFor();
      await people.picture(desk, `confirm-${seat}-desk`);
      await desk.getByRole("button", { name: /确认 2 户/ }).click();
      await expect.poll(async () => Object.keys(((await stage.application(application))?.appraisal as { confirmedBy: object }).confirmedBy), { timeout: 60_000 }).toContain(personAt(stage.town, seat).role);
    }
    for (const seat of ["committee", "cadre", "officer"] as const) {
      const desk = await people.enter(seat, "verify");
      await desk.getByRole("button", { name: "核实所选 2 户" }).click();
      await desk.getByText(/已办理：2 户/).waitFor();
    }
    await standsAt(application, "verified");
    await standsAt(neighbour.id, "verified");
  });

  it("goes on notice, where somebody objects to it from a phone", async () => {
    const village = await people.enter("committee", "publish");
    await village.getByRole("button", { name: /预览公示名单/ }).click();
    await people.picture(village, "publish-preview-desk");
    await village.getByRole("dialog").getByRole("button", { name: "发布公示" }).click();
    await standsAt(application, "villageNotice");

    const neighbourOnPhone = await people.onPhone("/notices");
    await neighbourOnPhone.getByRole("link", { name: "看名单" }).first().click();
    await neighbourOnPhone.getByRole("row").filter({ hasText: householder() }).waitFor();
    expect(await isTooWide(neighbourOnPhone)).toBe(false);
    const text = (await neighbourOnPhone.locator("main").textContent()) ?? "";
    expect(text).not.toMatch(/\d{15}|\d{11}/);
    await people.picture(neighbourOnPhone, "notice-phone");
    await neighbourOnPhone.getByRole("row").filter({ hasText: householder() }).getByRole("link").click();
    await neighbourOnPhone.getByLabel(/异议内容/).fill("这一户去年买了一辆小汽车，请核实。");
    await neighbourOnPhone.getByLabel(/照片/).setInputFiles(PHOTO);
    await neighbourOnPhone.getByText("已加入 1 张照片。").waitFor();
    expect(await isTooWide(neighbourOnPhone)).toBe(false);
    await people.picture(neighbourOnPhone, "object-phone");
    await neighbourOnPhone.getByRole("button", { name: "提交异议" }).click();
    await neighbourOnPhone.getByRole("heading", { name: "异议已收到" }).waitFor();
    await people.picture(neighbourOnPhone, "object-received-phone");
    objector = neighbourOnPhone;
  });

  it("is spoken of by a complaint about a clerk, which the supervisor alone reads and answers", async () => {
    const phone = await people.onPhone("/complain");
    await phone.getByLabel("哪个村的事").selectOption({ label: stage.town.first.name });
    await phone.getByLabel(/举报的是谁/).fill("村文书");
    await phone.getByLabel(/举报内容/).fill("评议时替亲戚说情，没有回避。");
    expect(await isTooWide(phone)).toBe(false);
    await people.picture(phone, "complain-phone");
    await phone.getByRole("button", { name: "提交举报" }).click();
    await phone.getByRole("heading", { name: "举报已收到" }).waitFor();
    const mayor = await people.enter("mayor", "complaints");
    await mayor.getByText("您现在的职责没有这个栏目").waitFor();
    const supervisor = await people.enter("supervisor", "complaints");
    await supervisor.getByText("评议时替亲戚说情").waitFor();
    await people.picture(supervisor, "complaints-desk");
    await answer(supervisor, { finding: "不属实", reasons: "查阅会议记录和签到表。", published: "已核查，评议时已回避。" });
    await supervisor.getByText("已核查，评议时已回避。").waitFor();
    await phone.getByRole("link", { name: "查答复" }).click();
    await phone.getByText("已核查，评议时已回避。").waitFor();
    await phone.goto(people.at("/privacy"));
    await phone.getByRole("heading", { name: "您的信息怎么用" }).waitFor();
    expect(await isTooWide(phone)).toBe(false);
    await people.picture(phone, "privacy-phone");
  });

  it("is held alone by the objection: the neighbour goes on at the period's end", async () => {
    await standsAt(neighbour.id, "townReview", SECONDS.village + 40);
    expect((await stage.application(application))?.status).toBe("villageNotice");

    const follower = await people.onPhone(`/follow?number=${receipt}`);
    await follower.getByText("有人对这一户提出了异议").waitFor();
    await people.picture(follower, "follow-held-phone");
  });

  it("goes on at once when the town dismisses the objection, and the village never sees it", async () => {
    const village = await people.enter("committee", "objections");
    await village.getByText("您现在的职责没有这个栏目").waitFor();
    const town = await people.enter("mayor", "objections");
    await town.getByText("去年买了一辆小汽车").waitFor();
    await town.getByRole("img", { name: "附来的照片 1" }).waitFor();
    await people.picture(town, "objections-desk");
    await town.getByRole("button", { name: "答复" }).click();
    const dialog = town.getByRole("dialog");
    await dialog.getByRole("radio").first().check();
    await dialog.getByLabel(/内部理由/).fill("车辆系其兄所有，电话 13900000000，已到户核实。");
    await dialog.getByRole("button", { name: /照抄内部理由/ }).click();
    await dialog.getByRole("button", { name: "答复", exact: true }).click();
    await dialog.getByText(/公开的答复里有一串长数字/).waitFor();
    await people.picture(town, "answer-number-desk");
    await dialog.getByLabel(/公开的答复/).fill("车辆不是这一户的，已到户核实。");
    await dialog.getByRole("button", { name: "答复", exact: true }).click();
    await standsAt(application, "townReview");
  });

  it("is read by the objector as published; the one appeal goes to the county, and holds the household again", async () => {
    await objector.getByRole("link", { name: "查答复" }).click();
    await objector.getByText("车辆不是这一户的，已到户核实。").waitFor();
    expect((await objector.locator("main").textContent()) ?? "").not.toContain("其兄");
    await people.picture(objector, "answer-phone");
    await objector.getByRole("button", { name: "申请复核" }).click();
    await objector.getByLabel(/为什么不同意/).fill("请查车辆登记，不要只听本人说。");
    await objector.getByRole("button", { name: "提交复核申请" }).click();
    await objector.getByText("已申请复核").waitFor();
    expect(await isTooWide(objector)).toBe(false);
    await expect.poll(async () => (await stage.application(application))?.openObjections, { timeout: 60_000 }).toBe(1);
    const county = await people.enter("county", "objections");
    await county.getByText("请查车辆登记").waitFor();
    await answer(county, { reasons: "已查车辆登记，登记在其兄名下。", published: "已查车辆登记，不在这一户名下。" });
    await expect.poll(async () => (await stage.application(application))?.openObjections, { timeout: 60_000 }).toBe(0);
  });

  it("is reviewed by the town, published a second time, and approved by the county", async () => {
    const town = await people.enter("mayor", "review");
    await town.getByRole("button", { name: "通过 2 户" }).waitFor();
    await people.picture(town, "review-desk");
    await town.getByRole("button", { name: "通过 2 户" }).click();
    await town.getByRole("dialog").getByRole("button").filter({ hasNotText: /取消|×/ }).last().click();
    await standsAt(application, "townApproved");

    const officer = await people.enter("officer", "publish");
    await officer.getByRole("button", { name: /预览公示名单/ }).click();
    await officer.getByRole("dialog").getByRole("button", { name: "发布公示" }).click();
    await standsAt(application, "countyReview", SECONDS.town + 40);
    expect((await stage.db.collection("notices").where("campaign", "==", stage.town.campaign).where("round", "==", "town").get()).docs.map((doc) => doc.get("status"))).toEqual(["closed"]);

    const county = await people.enter("county", "review");
    await county.getByRole("button", { name: "通过 2 户" }).click();
    await county.getByRole("dialog").getByRole("button").filter({ hasNotText: /取消|×/ }).last().click();
    await standsAt(application, "approved");
    await standsAt(neighbour.id, "approved");
    const entry = String((await stage.application(application))?.household);
    expect((await stage.look(`households/${entry}`))?.status).toBe("registered");

    const follower = await people.onPhone(`/follow?number=${receipt}`);
    await follower.getByText("已确定为贫困户").first().waitFor();
    await people.picture(follower, "follow-approved-phone");
    await county.goto(people.at(`/staff/household/${application}`));
    await county.getByRole("heading", { name: householder() }).waitFor();
    await county.getByText("第 1 位家庭成员").or(county.getByText(ours.survey.members[1]?.name ?? "")).first().waitFor();
    await people.picture(county, "household-desk");
    expect(people.errors).toEqual([]);
  });
});
