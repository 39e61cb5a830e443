import { paths } from "@domain/paths.ts";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { appendAlarms } from "../../functions/src/services/alarms.ts";
import { findUnowned } from "../../functions/src/services/owners.ts";
import type { Sample } from "../functions/households.ts";
import { poorHousehold } from "../functions/households.ts";
import { postJson } from "../functions/http.ts";
import { answer, applied, appraisal, bring, publication, submission, survey, verdict } from "../functions/office.ts";
import { Stage } from "../functions/stage.ts";
import { personAt } from "../functions/town.ts";
import { filedAs } from "../../functions/src/services/filedAs.ts";
import { newId } from "../play/player.ts";
import { isTooWide, People } from "./people.ts";

/** In the open and on time, as people see it: what waits for whom and until when, what is asked, who is told, and that nothing waits for nobody. */

let stage: Stage;
let people: People;
let asked: Sample;
let waiting: Sample;
let listed: Sample;
let objection: string;
/** One window for each of them, from the first time that they are needed. */
let town: Page;
let officer: Page;
let committee: Page;
let office: Page;
let phone: Page;

beforeAll(async () => {
  stage = await Stage.open({ number: 96, seconds: 300, quotaMode: "off" });
  people = await People.at(stage);
  const fresh = (seed: number) => poorHousehold({ village: stage.town.first, seed, memberCount: 2 });
  [asked, waiting, listed] = [fresh(9601), fresh(9602), fresh(9603)];
  Object.assign((asked.survey.shown as { head: object }).head, { residentCount: 0 });
  await applied(stage.act("committee", submission([asked, waiting])));
  await applied(stage.act("cadre", survey(asked)));
  await bring(stage, [listed], "verified");
  const notice = publication([listed]);
  await applied(stage.act("committee", notice));
  const number = newId();
  objection = filedAs(number);
  await postJson(stage.suite, "fileObjection", { id: number, notice: notice.id, serial: 1, text: "他家在县城有楼房。", name: "异议人丙" });
  await vi.waitUntil(async () => (await stage.application(listed.id))?.["openObjections"] === 1, { timeout: 60_000, interval: 200 });
}, 120_000);

afterAll(async () => {
  await people?.leave();
  await stage?.close();
});

const onTheDesk = (page: Page, path: string) => page.goto(people.at(`/staff/${path}`));
const bell = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).waitFor();

describe("a farmer whose household somebody objected to", () => {
  const follow = async () => phone.goto(people.at(`/follow?number=${String((await stage.application(listed.id))?.["receiptNo"])}`));

  it("reads who will answer and by when; then the published answer, never the objector's words", async () => {
    phone = await people.onPhone("/");
    await follow();
    await phone.getByText(/由镇政府在\d+年\d+月\d+日.*以前答复/).waitFor();
    await people.picture(phone, "follow-objected-phone");
    const doing = answer(listed, objection, "dismiss");
    await applied(stage.act("mayor", { ...doing, input: { objection, decision: "dismiss", reasons: "房产登记查询记录甲", published: "已到县里查询，楼房是他弟弟的。" } }));
    await follow();
    await phone.getByText(/有人提出的异议已答复：异议不成立/).waitFor();
    await phone.getByText("已到县里查询，楼房是他弟弟的。").waitFor();
    const shown = (await phone.locator("main").textContent()) ?? "";
    expect(shown).not.toMatch(/异议人丙|县城有楼房|查询记录甲/);
    expect(await isTooWide(phone)).toBe(false);
    await people.picture(phone, "follow-answered-phone");
  });
});

describe("messages", () => {
  it("are counted at the bell, told in both languages, and stay read once they were", async () => {
    town = await people.signIn("mayor", { width: 360, height: 740 });
    await bell(town, "消息，1 条未读");
    await town.getByRole("link", { name: "消息，1 条未读", exact: true }).click();
    await town.getByText("有群众对公示提出异议").waitFor();
    await town.getByRole("button", { name: "English" }).click();
    await town.getByText("somebody objected to a line of the notice").waitFor();
    await bell(town, "Messages, 1 new");
    expect(await isTooWide(town)).toBe(false);
    await people.picture(town, "messages-phone");
    await town.getByRole("button", { name: "中文" }).click();
    await town.getByRole("button", { name: "标为已读", exact: true }).click();
    await bell(town, "消息，0 条未读");
    await town.reload();
    await town.getByText("有群众对公示提出异议").waitFor();
    await bell(town, "消息，0 条未读");
    expect(await town.getByText("未读", { exact: true }).count()).toBe(0);
  });
});

describe("a question of the checks", () => {
  it("stands in the room of questions, and before the meeting, until whom it asks has answered in writing", async () => {
    expect(verdict(await stage.act("committee", appraisal([asked])))).toBe("questionsOpen");
    committee = await people.signIn("committee");
    await onTheDesk(committee, "findings");
    await committee.getByRole("table", { name: "按规则" }).getByRole("row").filter({ hasText: "全家不在村居住（空挂户）" }).getByText("村两委").waitFor();
    await people.picture(committee, "findings-open-desk");
    await committee.getByRole("link", { name: asked.householder }).click();
    await committee.getByText("请说明是否为空挂户").waitFor();
    await committee.getByText(/未答复前不能：民主评议/).waitFor();
    await people.picture(committee, "household-question-desk");
    await committee.getByLabel(`${asked.householder} EX-03 书面说明`).fill("老两口冬天住儿子家，三月回村。");
    await committee.getByRole("button", { name: `答复 ${asked.householder} EX-03` }).click();
    await committee.getByText("已答复：老两口冬天住儿子家，三月回村。").waitFor({ timeout: 60_000 });
    await onTheDesk(committee, "findings");
    await committee.getByText("没有待答复的疑点").waitFor();
    expect(verdict(await stage.act("committee", appraisal([asked])))).toBe("nominated");
  });
});

describe("a clock", () => {
  it("is stopped with its reason, which everybody reads, and let go on", async () => {
    officer = await people.signIn("officer");
    await onTheDesk(officer, `household/${waiting.id}`);
    const say = async (action: string, reason: string) => {
      await officer.getByRole("button", { name: action }).click();
      await officer.getByRole("dialog").getByLabel("理由").fill(reason);
      await officer.getByRole("dialog").getByRole("button", { name: action }).click();
    };
    await say("暂停计时", "等县医院出具诊断证明");
    await officer.getByText(/已暂停计时/).waitFor({ timeout: 60_000 });
    await people.picture(officer, "held-desk");
    await phone.goto(people.at(`/follow?number=${String((await stage.application(waiting.id))?.["receiptNo"])}`));
    await phone.getByText(/因等外部材料暂停计时/).waitFor();
    await say("恢复计时", "证明已经出具");
    await officer.getByText(/已暂停计时/).waitFor({ state: "detached", timeout: 60_000 });
    for (const reason of ["等县医院出具诊断证明", "证明已经出具"]) await officer.getByText(reason).first().waitFor();
  });
});

describe("the board", () => {
  const row = (page: Page, state: string) => page.getByRole("table", { name: "各环节", exact: true }).getByRole("row").filter({ hasText: state });
  const cells = async (page: Page, state: string) => (await row(page, state).getByRole("cell").allTextContents()).slice(-5, -1);

  it("tells of each step how many are done, wait and are late, and by when; what is late is told to the level above", async () => {
    await onTheDesk(officer, "board?track=identify");
    await row(officer, "待入户调查").waitFor();
    const by = stage.town.settings.steps.find(({ step }) => step === 2)?.by ?? "";
    const [year, month, day] = by.split("-").map(Number);
    expect(await cells(officer, "待入户调查")).toEqual(["2", "1", "0", expect.stringMatching(new RegExp(`${year}.*${month}.*${day}`))]);
    const past = new Date(Date.now() - 60_000);
    await stage.db.doc(paths.application(waiting.id)).update({ dueAt: past, alarmAt: past });
    await appendAlarms(new Date());
    await expect.poll(() => cells(officer, "待入户调查"), { timeout: 60_000 }).toEqual(["2", "1", "1", expect.any(String)]);
    await people.picture(officer, "board-late-desk");
    await bell(town, "消息，1 条未读");
    await onTheDesk(town, "messages");
    await town.getByText("超期未办，请督促办理").waitFor();
  });

  it("says where nobody is in charge, and the office is told; the household is not skipped", async () => {
    const cadre = stage.db.doc(paths.staff(personAt(stage.town, "cadre").uid));
    office = await people.signIn("office");
    await cadre.update({ disabled: true });
    await findUnowned(stage.town.campaign, new Date());
    await onTheDesk(office, "board?track=identify");
    await row(office, "待核实").getByText("无人负责：包村干部").waitFor({ timeout: 60_000 });
    await people.picture(office, "board-unowned-desk");
    await onTheDesk(office, "messages");
    await office.getByText("但没有人担任：包村干部").waitFor();
    expect((await stage.application(asked.id))?.["status"]).toBe("nominated");
    await cadre.update({ disabled: false });
    await findUnowned(stage.town.campaign, new Date());
    await onTheDesk(office, "board?track=identify");
    await row(office, "待核实").getByText("包村干部").waitFor();
    await expect.poll(() => office.getByText(/无人负责/).count(), { timeout: 60_000 }).toBe(0);
  });

  it("counts complaints for the supervisor alone; nobody else's board, and no public counter, tells of one", async () => {
    const before = await stage.look(paths.village(stage.town.campaign, stage.town.first.code));
    const { status } = await postJson(stage.suite, "fileComplaint", { id: newId(), campaign: stage.town.campaign, village: stage.town.first.code, about: "某村干部", text: "评议时替亲戚说话，没有回避。" });
    expect(status).toBe(200);
    const supervisor = await people.signIn("supervisor");
    await onTheDesk(supervisor, "board");
    const complaints = supervisor.getByRole("table", { name: "举报" }).getByRole("row").filter({ hasText: stage.town.first.name });
    await complaints.getByRole("link", { name: "1" }).waitFor();
    await people.picture(supervisor, "board-supervisor-desk");
    for (const page of [office, officer, town]) {
      await onTheDesk(page, "board?track=identify");
      await row(page, "待入户调查").waitFor();
      expect(await page.getByText("举报").count()).toBe(0);
    }
    expect(await stage.look(paths.village(stage.town.campaign, stage.town.first.code))).toEqual(before);
  });
});

describe("what goes outwards", () => {
  it("is nothing until the office turns it on, message by message", async () => {
    const outward = async () => ((await stage.look(paths.campaign(stage.town.campaign)))?.["outward"] as { kinds: string[] }).kinds;
    await onTheDesk(office, "campaign");
    const card = office.getByRole("group").filter({ hasText: "快到期了" });
    await card.waitFor();
    expect([await card.getByRole("checkbox", { checked: true }).count(), await outward()]).toEqual([0, []]);
    await card.getByRole("checkbox", { name: "新的异议" }).check();
    await people.picture(office, "outward-desk");
    await office.getByRole("button", { name: "保存设置" }).click();
    await office.getByText("设置已保存。").waitFor({ timeout: 60_000 });
    expect(await outward()).toEqual(["objection"]);
    expect(people.errors).toEqual([]);
  });
});
