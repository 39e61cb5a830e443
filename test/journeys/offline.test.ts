import { SURVEY } from "@domain/forms/survey.ts";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Sample } from "../functions/households.ts";
import { poorHousehold } from "../functions/households.ts";
import { answerQuestions, applied, bring, survey } from "../functions/office.ts";
import { Stage } from "../functions/stage.ts";
import { personAt } from "../functions/town.ts";
import { inventHousehold } from "../seed/invent.ts";
import { fillForm } from "./fill.ts";
import { isTooWide, PHOTO } from "./people.ts";
import { Phone } from "./phone.ts";
import { standsAt } from "./standing.ts";

/** The worker as hosting serves it. */
const WORKER = join(import.meta.dirname, "../../web/dist/staff-worker.js");
const SEED = 9700;

let stage: Stage;
let phone: Phone;
/** To be surveyed on the phone; to be appraised at the meeting; to be surveyed by two people. */
let surveyed: Sample;
let appraised: Sample;
let contested: Sample;

const household = (seed: number) => poorHousehold({ seed, village: stage.town.first, memberCount: 2, perHead: "below" });
const whole = (seed: number) => inventHousehold({ seed, village: stage.town.first, memberCount: 2, perHead: "below", track: "identify" }).survey;

beforeAll(async () => {
  stage = await Stage.open({ number: 97, seconds: 60 });
  [surveyed, appraised, contested] = [household(SEED), household(SEED + 1), household(SEED + 2)];
  await bring(stage, [surveyed, contested], "submitted");
  await bring(stage, [appraised], "surveyed");
  await answerQuestions(stage, [appraised]);
  phone = await Phone.of(stage);
  await phone.signIn("committee");
});

afterAll(async () => {
  await phone?.leave();
  await stage?.close();
});

/** Actions of the phone's owner of one kind upon a household: how many there are, and how many were carried out. */
async function sent(type: string, { id }: Sample): Promise<{ sent: number; applied: number }> {
  const { uid } = personAt(stage.town, "committee");
  const { docs } = await stage.db.collection("actions").where("targets", "array-contains", id).where("type", "==", type).where("by", "==", uid).get();
  return { sent: docs.length, applied: docs.filter((one) => one.get("outcome.applied") > 0).length };
}

async function photosArrived(): Promise<number> {
  const { uid } = personAt(stage.town, "committee");
  return (await stage.db.collection("evidence").where("by", "==", uid).count().get()).data().count;
}

/** Where the phone keeps what was typed of a survey. */
const placeOf = ({ id }: Sample) => `lika.${personAt(stage.town, "committee").uid}.survey.${id}`;

const waiting = (many: number) => phone.page.getByRole("link", { name: `待发送 ${many}` });

/** Ends the hour of the token that this phone was given when somebody signed in. */
const tokenRunsOut = () =>
  phone.page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opened = indexedDB.open("firebaseLocalStorageDb");
        opened.onsuccess = () => {
          const store = opened.result.transaction("firebaseLocalStorage", "readwrite").objectStore("firebaseLocalStorage");
          const all = store.getAll();
          all.onsuccess = () => {
            for (const one of all.result) if (one.value?.stsTokenManager) store.put({ ...one, value: { ...one.value, stsTokenManager: { ...one.value.stsTokenManager, expirationTime: 1 } } });
          };
          store.transaction.oncomplete = () => (opened.result.close(), resolve());
          store.transaction.onabort = reject;
        };
        opened.onerror = reject;
      }),
  );

describe("a village's clerk without a signal", () => {
  it("takes the village along, and finds it said what is on the phone and what cannot be done", async () => {
    await phone.go("/staff/aboard");
    await phone.page.getByRole("main").getByRole("button", { name: "带上本村" }).click();
    await phone.page.getByText("带上的时间").waitFor();
    await phone.page.getByText("没有信号时办不了的").waitFor();
    await phone.page.evaluate(() => navigator.serviceWorker.ready);
    await phone.go("/staff/aboard");
    await phone.page.getByText("已在本机", { exact: true }).waitFor();
    expect(await phone.page.locator(".facts").innerText()).toMatch(/农户和村的申请\s*3[^]*可以修改的调查表\s*1/);
    expect(await isTooWide(phone.page)).toBe(false);
    await phone.picture("offline-aboard-phone");
  });

  it("reloads without a signal, a day after the sign-in, and surveys a household with a photo", async () => {
    await phone.cut();
    await tokenRunsOut();
    await phone.go(`/staff/survey/${surveyed.id}`);
    for (const [at, { key }] of SURVEY.sections.entries()) {
      await phone.page.locator(`#f-${key}`).waitFor();
      await fillForm(phone.page, SURVEY, whole(SEED), (section) => section === key);
      const photo = phone.page.locator(`#f-${key} input[type=file]`);
      if ((await photo.count()) > 0) {
        await photo.first().setInputFiles(PHOTO);
        await waiting(1).waitFor();
      }
      if (at < SURVEY.sections.length - 1) await phone.page.getByRole("button", { name: "下一步" }).click();
    }
    await phone.page.getByRole("button", { name: "检查并提交调查表" }).click();
    await phone.page.getByText("已保存在本机，尚未发送").waitFor();
    await waiting(2).waitFor();
    expect(await isTooWide(phone.page)).toBe(false);
    await phone.picture("offline-survey-phone");
  });

  it("records the meeting with its photos, and is told where nothing can be done", async () => {
    await phone.go("/staff/meeting");
    const page = phone.page;
    for (const [label, text] of [["主持人", "某主任"], ["记录人", "某文书"], ["监票、计票人 1", "某代表"], ["应到代表", "36"], ["实到代表", "30"], [`${appraised.householder} 赞成`, "25"]] as const) await page.getByLabel(label, { exact: true }).fill(text);
    await page.getByLabel("表决方式").selectOption("secretBallot");
    for (const id of ["#meetingPhoto", "#attendancePhoto"]) {
      await page.locator(id).setInputFiles(PHOTO);
      await page.getByRole("button", { name: id === "#meetingPhoto" ? /删去会议记录照片/ : /删去签到表照片/ }).waitFor();
    }
    expect(await page.locator(".waitingPhoto img").count()).toBe(2);
    await phone.picture("offline-meeting-phone");
    await page.getByRole("button", { name: /登记评议结果/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "确认登记" }).click();
    await page.getByText("会议记录和照片都在本机").waitFor();
    await waiting(5).waitFor();
    await phone.go("/staff/publish");
    await page.getByText("没有网络，这个栏目现在办不了").waitFor();
    await page.getByText("公示期从收到那一刻算起").waitFor();
    await phone.picture("offline-publish-phone");
  });

  it("finds everything still waiting when the tab, then the browser has died", async () => {
    await phone.killTab();
    await phone.go("/staff/unsent");
    await waiting(5).waitFor();
    await phone.killBrowser();
    await phone.go("/staff/unsent");
    await waiting(5).waitFor();
    await phone.page.getByText("等待发送").nth(4).waitFor();
    expect(await isTooWide(phone.page)).toBe(false);
    await phone.picture("offline-unsent-phone");
    expect(await sent("recordSurvey", surveyed)).toEqual({ sent: 0, applied: 0 });
  });

  it("sends all of it once when the signal is back, though the answers are lost and the tab dies meanwhile", async () => {
    const lost = await phone.loseAnswers();
    await phone.restore();
    await expect.poll(lost, { timeout: 60_000 }).toBeGreaterThan(0);
    await phone.killTab();
    await phone.go("/staff/unsent");
    await phone.page.getByText("全部已发送").waitFor();
    await standsAt(stage, surveyed.id, "surveyed");
    await standsAt(stage, appraised.id, "nominated");
    expect(await sent("recordSurvey", surveyed)).toEqual({ sent: 1, applied: 1 });
    expect(await sent("recordAppraisal", appraised)).toEqual({ sent: 1, applied: 1 });
    expect(await photosArrived()).toBe(3);
    await phone.picture("offline-sent-phone");
    await expect.poll(() => phone.page.evaluate((key) => localStorage.getItem(key), placeOf(surveyed)), { timeout: 30_000 }).toBeNull();
  });

  it("is told in words that somebody else surveyed a household meanwhile, and sends its own anew after looking", async () => {
    const submit = () => phone.page.getByRole("button", { name: "检查并提交调查表" }).click();
    await phone.cut();
    await phone.go(`/staff/survey/${contested.id}`);
    await phone.page.locator("#f-head").waitFor();
    await phone.page.evaluate(([place, value]) => localStorage.setItem(place ?? "", value ?? ""), [placeOf(contested), JSON.stringify(whole(SEED + 2))]);
    await phone.go(`/staff/survey/${contested.id}`);
    await submit();
    await waiting(1).waitFor();
    await applied(stage.act("cadre", survey(contested)));
    await phone.killTab();
    await phone.go("/staff");
    await waiting(1).waitFor();
    await phone.restore();
    await phone.page.getByRole("link", { name: "没办成 1" }).click();
    await phone.page.getByText("在您打开之后，这一户的情况有了变化").waitFor();
    expect(await isTooWide(phone.page)).toBe(false);
    await phone.picture("offline-conflict-phone");
    await phone.page.getByRole("link", { name: "打开，核对后重新提交" }).click();
    await phone.page.getByRole("button", { name: "接着以前填的" }).click();
    await submit();
    await phone.page.getByText("调查已登记，进入民主评议。").waitFor();
    expect(await sent("recordSurvey", contested)).toEqual({ sent: 2, applied: 1 });
    expect(await phone.page.getByRole("link", { name: /没办成/ }).count()).toBe(0);
  });

  it("keeps of the site nothing but its program, and is offered a new version that waits until it is taken", async () => {
    const page = phone.page;
    const cached = await page.evaluate(async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat());
    expect(cached.filter((path) => !/^\/(staff|icon.*|staff\.webmanifest|assets\/.*|__\/firebase\/init\.js(on)?)$/.test(path))).toEqual([]);
    const worker = await readFile(WORKER, "utf8");
    try {
      await writeFile(WORKER, `${worker}\n/* a later version */`);
      await page.evaluate(() => navigator.serviceWorker.getRegistration("/staff").then((one) => one?.update()));
      await page.getByText("有新版本").waitFor();
      await page.evaluate(() => void (document.body.dataset["before"] = "yes"));
      await phone.picture("offline-version-phone");
      expect(await page.locator("body[data-before]").count()).toBe(1);
      await page.getByRole("button", { name: "换上新版本" }).click();
      await page.locator("body:not([data-before]) h1").waitFor();
      expect(await page.getByText("有新版本").count()).toBe(0);
    } finally {
      await writeFile(WORKER, worker);
    }
  });

  it("leaves nothing of the village on the phone when signing out, after asking", async () => {
    await phone.page.getByRole("button", { name: "退出" }).click();
    await phone.page.getByRole("dialog").getByText("会全部删去").waitFor();
    await phone.page.getByRole("dialog").getByRole("button", { name: "退出", exact: true }).click();
    await phone.page.getByRole("heading", { name: "工作人员登录" }).waitFor();
    const left = () => phone.page.evaluate(async () => (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith("firestore/") ? [name] : [])));
    await expect.poll(left, { timeout: 20_000 }).toEqual([]);
    expect(await phone.page.evaluate(() => localStorage.getItem("lika.aboard"))).toBeNull();
    await phone.cut();
    await phone.go("/staff");
    await phone.page.getByRole("heading", { name: "工作人员登录" }).waitFor();
    expect(phone.errors).toEqual([]);
  });
});
