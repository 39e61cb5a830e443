import { APPLICATION } from "@domain/forms/application.ts";
import { HELPER } from "@domain/forms/helper.ts";
import { HOUSEHOLD_PLAN } from "@domain/forms/plan.ts";
import { VISIT } from "@domain/forms/visit.ts";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Sample } from "../functions/households.ts";
import { poorHousehold, poorVillage } from "../functions/households.ts";
import { postJson } from "../functions/http.ts";
import { answerQuestions, applied, appraisal, approval, bring, confirmMeeting, publication, submission, verification } from "../functions/office.ts";
import { bringOn } from "../functions/serviceWay.ts";
import { Stage } from "../functions/stage.ts";
import { personAt } from "../functions/town.ts";
import { newId } from "../play/player.ts";
import { inventHousehold } from "../seed/invent.ts";
import { inventHelper, inventPlan, inventVisit } from "../seed/inventHelp.ts";
import { Day } from "./day.ts";
import { answer, askedAs, fillForm } from "./fill.ts";
import { isTooWide, People, PHONE, PHOTO } from "./people.ts";
import { standsAt } from "./standing.ts";

/**
 * One day of the town, role by role: each signs in, reads the guide, the tasks and the messages, does by the screens what
 * waits, opens every room that the navigation names, and signs out. What one has done is the next one's task.
 */

const LONG = { unit: "seconds", count: 300 } as const;
const SHORT = { unit: "seconds", count: 2 } as const;

let stage: Stage;
let people: People;
/** Where the households stand in the morning; the last are the town's two poor villages. */
let met: Sample, meeting: Sample, listed: Sample, objected: Sample, reviewed: Sample, helped: Sample, decided: Sample, supported: Sample;

beforeAll(async () => {
  stage = await Stage.open({ number: 43, seconds: 1, changes: { quota: { identify: 3000, exit: 300, villages: 2 } } });
  people = await People.at(stage);
  const fresh = (seed: number) => poorHousehold({ village: stage.town.first, seed, memberCount: 2, perHead: "below" });
  [met, meeting, listed, objected, reviewed, helped] = [fresh(4301), fresh(4302), fresh(4303), fresh(4304), fresh(4305), fresh(4306)];
  decided = poorVillage({ village: stage.town.second, seed: 4307 });
  supported = poorVillage({ village: stage.town.first, seed: 4308 });
  const { act } = stage;
  const publish = async (seat: "committee" | "officer", samples: Sample[]) => {
    const sending = publication(samples);
    await applied(act(seat, sending));
    await stage.waitForEnd(sending.id);
  };
  const households = async () => {
    await bring(stage, [reviewed, helped], "verified");
    await publish("committee", [reviewed, helped]);
    await answerQuestions(stage, [reviewed, helped]);
    await applied(act("mayor", approval([helped])));
    await publish("officer", [helped]);
    await applied(act("county", approval([helped])));
    await bring(stage, [met, meeting], "surveyed");
    await answerQuestions(stage, [met, meeting]);
  };
  const village = async () => {
    await applied(act("neighbour", submission([decided])));
    await applied(act("mayor", approval([decided])));
    await publish("officer", [decided]);
  };
  await Promise.all([households(), village(), bringOn(stage, [supported], "planned")]);
  const settings = { ...stage.town.settings, notice: { village: LONG, town: SHORT } };
  await applied(act("office", { type: "saveCampaign", targets: [stage.town.campaign], area: stage.town.code, input: { settings, open: true } }));
  await bring(stage, [objected, listed], "nominated");
  const verify = async (sample: Sample) => {
    for (const seat of ["committee", "officer", "cadre"] as const) await applied(act(seat, verification([sample])));
  };
  await verify(objected);
  const open = publication([objected]);
  await applied(act("committee", open));
  await verify(listed);
  const held = appraisal([met]);
  await applied(act("committee", held));
  await applied(act("officer", confirmMeeting(held)));
  await postJson(stage.suite, "fileObjection", { id: newId(), notice: open.id, serial: 1, text: "他家在县城有楼房。" });
  await postJson(stage.suite, "fileComplaint", { id: newId(), campaign: stage.town.campaign, village: stage.town.first.code, about: "村文书", text: "评议时没有回避。" });
});

afterAll(async () => {
  await people?.leave();
  await stage?.close();
});

const begin = (seat: Parameters<typeof Day.begin>[1], viewport?: typeof PHONE) => Day.begin(people, seat, viewport);

/** Writes down a visit in the form that is open, which then stands among the records. */
async function record(page: Page, visit: ReturnType<typeof inventVisit>): Promise<void> {
  await page.locator("form").waitFor();
  await fillForm(page, VISIT, { ...visit, income: {} });
  await page.getByRole("button", { name: "登记走访", exact: true }).click();
  await page.locator("form").waitFor({ state: "detached" });
  await page.getByText(visit.visit.work).first().waitFor();
}

describe("the day of", () => {
  it("a farmer: applies, reads where the application stands and who has it, and takes it back", async () => {
    const page = await people.onPhone("/");
    await page.getByRole("link", { name: "申请", exact: true }).last().click();
    await page.getByRole("radio", { name: stage.town.first.name }).check();
    await page.getByRole("button", { name: "开始填写" }).click();
    const { application } = inventHousehold({ seed: 4320, village: stage.town.first, memberCount: 2, perHead: "below", track: "identify" });
    for (const question of APPLICATION.sections.filter(({ key }) => key !== "pledge")) {
      await page.getByRole("heading", { name: askedAs(question) }).waitFor();
      await fillForm(page, APPLICATION, application, (section) => section === question.key);
      await page.getByRole("button", { name: "下一步" }).click();
    }
    await fillForm(page, APPLICATION, application, (section) => section === "pledge");
    await page.getByRole("button", { name: "提交申请" }).click();
    await page.getByRole("heading", { name: "申请已受理" }).waitFor();
    await page.getByRole("link", { name: "查询进度", exact: true }).last().click();
    await page.getByText("待入户调查").first().waitFor();
    await page.getByRole("button", { name: "撤回申请" }).click();
    await page.getByLabel("撤回原因").fill("家里情况有变化。");
    await page.getByRole("button", { name: "确认撤回" }).click();
    await page.getByText("已撤回").first().waitFor();
    expect(await isTooWide(page)).toBe(false);
    await people.picture(page, "day-farmer-phone");
    await page.context().close();
  });

  it("the village committee: applies for a farmer, holds the meeting, and publishes the first notice", async () => {
    const day = await begin("committee");
    const { page } = day;
    expect(await day.tasks()).toEqual(["民主评议", "第一次公示", "补拍公示栏照片", "贫困村结对、计划、登记表"].sort());
    await day.open("apply");
    await page.getByRole("button", { name: "新的申请" }).click();
    const { application } = inventHousehold({ seed: 4321, village: stage.town.first, memberCount: 2, perHead: "below", track: "identify" });
    await page.locator("#f-householder").waitFor();
    await fillForm(page, APPLICATION, application);
    await page.getByRole("button", { name: "提交申请" }).click();
    await page.getByTestId("receipt").waitFor();
    await day.take("民主评议");
    const answers = [["开会日期", "2014-06-20"], ["主持人", "某主任"], ["记录人", "某文书"], ["监票、计票人 1", "某代表"], ["应到代表", "36"], ["实到代表", "30"], [`${meeting.householder} 赞成`, "25"], [`${meeting.householder} 反对`, "5"]] as const;
    for (const [label, text] of answers) await page.getByLabel(label, { exact: true }).fill(text);
    await page.getByLabel("表决方式").selectOption("secretBallot");
    for (const [id, name] of [["#meetingPhoto", /删去会议记录照片/], ["#attendancePhoto", /删去签到表照片/]] as const) {
      await page.locator(id).setInputFiles(PHOTO);
      await page.getByRole("button", { name }).waitFor();
    }
    await page.getByRole("button", { name: /登记评议结果/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "确认登记" }).click();
    await standsAt(stage, meeting.id, "nominated");
    await day.take("第一次公示");
    await page.getByRole("button", { name: /预览公示名单/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "发布公示" }).click();
    await standsAt(stage, listed.id, "villageNotice");
    await day.seeRooms(["review", "objections", "complaints", "audit", "quota", "accounts", "campaign"]);
    await day.readMessages();
    await day.end();
  });

  it("the village's cadre, on a phone: declares that there are no relatives, confirms the meeting and verifies", async () => {
    const day = await begin("cadre", PHONE);
    const { page } = day;
    expect(await day.tasks()).toEqual(["入户调查", "确认评议记录", "结对帮扶", "贫困村结对、计划、登记表"].sort());
    await day.open("kin");
    await page.getByRole("button", { name: "申报：没有近亲属" }).click();
    await page.getByText("已申报：没有近亲属。").waitFor();
    await day.take("确认评议记录");
    await page.locator(".card").filter({ hasText: met.householder }).getByRole("button", { name: /确认 1 户/ }).click();
    await page.getByText("已办理：1 户").waitFor();
    await day.take("核实");
    await page.getByRole("button", { name: "核实所选 1 户" }).click();
    await page.getByText("已办理：1 户").waitFor();
    await day.seeRooms(["apply", "meeting", "publish", "review", "objections", "complaints", "accounts"]);
    await day.readMessages();
    await day.end();
  });

  it("the town government: approves a village's list and answers an objection", async () => {
    const day = await begin("mayor");
    const { page } = day;
    expect(await day.readMessages()).toContain("新的异议");
    expect(await day.tasks()).toEqual(["答复异议", "镇政府审核"].sort());
    await day.take("镇政府审核");
    await page.getByRole("button", { name: "通过 1 户" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "确认审核结果" }).click();
    await standsAt(stage, reviewed.id, "townApproved");
    await day.take("答复异议");
    await answer(page, { reasons: "已到县里查询房产登记。", published: "楼房不是这一户的，已核实。" });
    await page.getByText("没有等待答复的异议。").waitFor();
    await day.seeRooms(["apply", "survey", "meeting", "publish", "complaints", "accounts", "imports"]);
    await day.end();
  });

  it("the poverty officer: verifies, publishes the second notice and pairs a household with its helper", async () => {
    const day = await begin("officer");
    const { page } = day;
    expect(await day.tasks()).toEqual(["入户调查", "确认评议记录", "核实", "第二次公示", "结对帮扶", "补拍公示栏照片", "贫困村结对、计划、登记表"].sort());
    await day.take("核实");
    await page.getByRole("button", { name: "核实所选 1 户" }).click();
    await page.getByText("已办理：1 户").waitFor();
    await day.take("第二次公示");
    await page.getByRole("button", { name: /预览公示名单/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "发布公示" }).click();
    await standsAt(stage, reviewed.id, "countyReview");
    await day.take("结对帮扶");
    const { name } = personAt(stage.town, "helper");
    await page.getByRole("checkbox", { name: helped.householder, exact: true }).check();
    await page.getByRole("radio", { name }).check();
    const { helper: { startDate: _, ...helper }, org } = inventHelper({ seed: 4309, village: stage.town.first, kind: "linkedCadre" });
    await fillForm(page, HELPER, { helper: { ...helper, name }, org } as never);
    await page.getByRole("button", { name: "为所选 1 户结对" }).click();
    await page.getByText("已为 1 户结对。").waitFor();
    await day.seeRooms(["apply", "meeting", "review", "objections", "complaints", "accounts", "campaign"]);
    await day.readMessages();
    await day.end();
  });

  it("the county's office: re-reviews, and the household is registered as poor", async () => {
    const day = await begin("county");
    const { page } = day;
    expect(await day.readMessages()).toContain("新的待办");
    await day.take("县扶贫办复审");
    await page.getByRole("button", { name: "通过 1 户" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "确认审核结果" }).click();
    await standsAt(stage, reviewed.id, "approved");
    await day.seeRooms(["apply", "survey", "publish", "complaints", "accounts", "imports"]);
    await day.end();
  });

  it("the county's leading group: decides on a poor village", async () => {
    const day = await begin("group");
    const { page } = day;
    await day.take("贫困村审核");
    await page.getByRole("button", { name: "通过 下河村", exact: true }).click();
    await page.getByRole("dialog").getByRole("textbox").fill("同意列为贫困村");
    await page.getByRole("dialog").getByRole("button", { name: "通过", exact: true }).click();
    await standsAt(stage, decided.id, "approved");
    await day.seeRooms(["survey", "publish", "objections", "complaints", "trial", "accounts"]);
    await day.readMessages();
    await day.end();
  });

  it("a helper, on a phone: makes the plan and writes down a visit", async () => {
    const day = await begin("helper", PHONE);
    const { page } = day;
    expect(await day.readMessages()).toHaveLength(1);
    await day.home();
    await page.getByRole("link", { name: "制定帮扶计划" }).click();
    await page.getByRole("button", { name: "确定帮扶计划" }).waitFor();
    const plan = inventPlan({ seed: 4309 });
    await fillForm(page, HOUSEHOLD_PLAN, { ...plan, needs: plan.needs.slice(0, 1), targets: [], measures: [] });
    await page.getByRole("button", { name: "确定帮扶计划" }).click();
    await standsAt(stage, helped.id, "planned");
    await day.home();
    await page.getByRole("link", { name: "本季度还没有走访" }).click();
    await record(page, inventVisit({ seed: 4309, visitor: personAt(stage.town, "helper").name }));
    await day.seeRooms(["board", "overview", "households", "pairing", "notices", "findings", "accounts"]);
    await day.end();
  });

  it("a support unit: writes down a visit to its village", async () => {
    const day = await begin("unit", PHONE);
    const { page } = day;
    await page.getByRole("link", { name: "本季度还没有走访" }).click();
    await record(page, inventVisit({ seed: 4310, visitor: personAt(stage.town, "unit").name }));
    await day.seeRooms(["board", "households", "villages", "money", "notices"]);
    await day.readMessages();
    await day.end();
  });

  it("the supervisor: answers a complaint that nobody else sees, and recomputes the histories", async () => {
    const day = await begin("supervisor");
    const { page } = day;
    await day.open("complaints");
    await answer(page, { finding: "不属实", reasons: "查阅会议记录和签到表。", published: "已核查，评议时已回避。" });
    await page.getByText("已核查，评议时已回避。").waitFor();
    await day.open("chains");
    await page.getByText("全部对得上").waitFor();
    await day.seeRooms(["apply", "survey", "meeting", "confirm", "publish", "review", "imports"]);
    await day.readMessages();
    await day.end();
  });

  it("the campaign's office: changes the phone that is on the notices, and opens an account, whose owner signs in", async () => {
    const day = await begin("office");
    const { page } = day;
    await day.open("campaign");
    await page.getByLabel("办公室电话").fill("0935-1111111");
    await page.getByRole("button", { name: "保存设置" }).click();
    await page.getByText("设置已保存。").waitFor();
    await day.open("accounts");
    await page.getByRole("button", { name: "新建账号" }).click();
    const email = `fresh.${stage.town.campaign}@lika.test`;
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("姓名").fill("某新干部");
    await dialog.getByLabel("登录名（邮箱）").fill(email);
    await dialog.getByLabel("职责 1", { exact: true }).selectOption("villageCadre");
    await dialog.getByLabel("地区 1", { exact: true }).selectOption({ label: stage.town.third.name });
    await dialog.getByRole("button", { name: "保存" }).click();
    const password = (await page.getByTestId("firstPassword").textContent()) ?? "";
    await page.getByRole("button", { name: "我已记下" }).click();
    await page.getByRole("row").filter({ hasText: email }).getByText(/石门村/).waitFor();
    await day.seeRooms(["apply", "survey", "publish", "review", "objections", "complaints"]);
    await day.readMessages();
    await day.end();
    await people.signInAs(email, password);
    expect(people.errors).toEqual([]);
  });
});
