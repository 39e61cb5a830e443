import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Sample } from "../functions/households.ts";
import { poorHousehold } from "../functions/households.ts";
import { bring } from "../functions/office.ts";
import { Stage } from "../functions/stage.ts";
import { personAt } from "../functions/town.ts";
import { fillSignIn } from "../screens/signIn.ts";
import { PASSWORD } from "../seed/cast.ts";
import { People } from "./people.ts";

/** What somebody has typed and not sent is there after a reload and after the sign-in has run out, for them alone; numbers are not kept. */

let stage: Stage;
let people: People;
let office: Page;
let appraised: Sample;
let listed: Sample;

beforeAll(async () => {
  stage = await Stage.open({ number: 72, seconds: 2 });
  people = await People.at(stage);
  const [named, verified] = [7201, 7202].map((seed) => poorHousehold({ village: stage.town.first, seed, memberCount: 2, perHead: "below" })) as [Sample, Sample];
  appraised = named;
  listed = verified;
  await bring(stage, [named], "nominated");
  await bring(stage, [verified], "verified");
});

afterAll(async () => {
  await people?.leave();
  await stage?.close();
});

/** The sign-in ends as it does when it was ended elsewhere, or when the account's password was set anew. */
const signInRunsOut = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opened = indexedDB.open("firebaseLocalStorageDb");
        opened.onsuccess = () => {
          const change = opened.result.transaction("firebaseLocalStorage", "readwrite");
          change.objectStore("firebaseLocalStorage").clear();
          change.oncomplete = () => (opened.result.close(), resolve());
          change.onabort = reject;
        };
        opened.onerror = reject;
      }),
  );

/** What the page's device keeps in words. */
const heldBy = (page: Page) => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));

/** Types into the field and tells whether the browser would ask, were the page closed before its next frame. */
async function asksAtOnce(field: Node): Promise<boolean> {
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(field, "姓名");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  return !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
}

describe("what is typed and not sent", () => {
  it("is there after a reload: the note of a verification, who is not ticked, the reason why a household is not listed", async () => {
    const officer = await people.signIn("officer");
    await officer.goto(people.at("/staff/verify"));
    await officer.getByLabel("核实意见").fill("已到户看过住房");
    const ticked = officer.getByRole("checkbox", { name: appraised.householder });
    await ticked.uncheck();
    await officer.reload();
    await expect.poll(() => officer.getByLabel("核实意见").inputValue(), { timeout: 30_000 }).toBe("已到户看过住房");
    expect(await ticked.isChecked()).toBe(false);
    const committee = await people.signIn("committee");
    await committee.goto(people.at("/staff/publish"));
    await committee.getByRole("checkbox", { name: listed.householder }).uncheck();
    const reason = committee.getByLabel(`${listed.householder} 不列入的理由`);
    await reason.fill("已外出，联系不上");
    await committee.reload();
    await expect.poll(() => reason.inputValue(), { timeout: 30_000 }).toBe("已外出，联系不上");
  });

  it("is nobody else's: who signs in next on the device does not see it, and who typed it finds it again", async () => {
    const page = await people.signIn("officer");
    const note = page.getByLabel("备注");
    const open = async () => {
      await page.goto(people.at(`/staff/household/${appraised.id}`));
      await page.getByRole("button", { name: "核实", exact: true }).click();
      await note.waitFor();
    };
    const handTo = async (seat: "officer" | "officer2") => {
      await page.goto(people.at("/staff"));
      await page.getByRole("button", { name: "退出", exact: true }).click();
      await fillSignIn(page, personAt(stage.town, seat).email);
      await page.getByRole("heading", { name: "我的待办" }).waitFor();
      await open();
    };
    await open();
    await note.fill("只给自己看的话");
    await handTo("officer2");
    expect(await note.inputValue()).toBe("");
    await handTo("officer");
    expect(await note.inputValue()).toBe("只给自己看的话");
  });

  it("is there again when a decision could not be sent for want of a signal, and goes when it is carried out", async () => {
    const officer = await people.enter("officer", `household/${appraised.id}`);
    const note = officer.getByLabel("备注");
    const ask = () => officer.getByRole("button", { name: "核实", exact: true }).click();
    const send = () => officer.getByRole("dialog").getByRole("button", { name: "核实", exact: true }).click();
    await ask();
    await note.fill("已到户看过");
    await officer.context().setOffline(true);
    await send();
    await officer.getByText("没有网络，没有提交").waitFor();
    await officer.context().setOffline(false);
    await ask();
    expect(await note.inputValue()).toBe("已到户看过");
    await send();
    await officer.getByText("已办理").waitFor();
    await expect.poll(() => heldBy(officer), { timeout: 30_000 }).not.toContain("已到户看过");
  });

  it("is there after a reload until a number was shown for it: the reason to look", async () => {
    const officer = await people.enter("officer", `household/${appraised.id}`);
    const why = officer.getByLabel("查看的理由");
    const ask = () => officer.getByRole("button", { name: /^显示/ }).first().click();
    await ask();
    await why.fill("核对户口簿");
    await officer.reload();
    await ask();
    expect(await why.inputValue()).toBe("核对户口簿");
    await officer.getByRole("button", { name: "显示号码" }).click();
    await officer.getByRole("button", { name: "隐藏", exact: true }).click();
    await ask();
    expect(await why.inputValue()).toBe("");
  });

  it("is there after a reload in a window: a new account", async () => {
    office = await people.signIn("office");
    await office.goto(people.at("/staff/accounts"));
    await office.getByRole("button", { name: "新建账号" }).click();
    await office.getByLabel("姓名", { exact: true }).fill("某新人");
    await office.reload();
    await office.getByRole("button", { name: "新建账号" }).click();
    await expect.poll(() => office.getByLabel("姓名", { exact: true }).inputValue(), { timeout: 30_000 }).toBe("某新人");
  });

  it("stays where it is when the sign-in runs out, whatever key is pressed, and one goes on after signing in again", async () => {
    await office.getByLabel("登录名（邮箱）").fill("new@example.org");
    await signInRunsOut(office);
    const window = office.getByRole("dialog", { name: "登录已过期" });
    await window.waitFor();
    await office.keyboard.press("Escape");
    await office.keyboard.press("Escape");
    await window.waitFor();
    await window.getByLabel("密码").fill(PASSWORD);
    await window.getByRole("button", { name: "登录", exact: true }).click();
    await window.waitFor({ state: "detached" });
    const account = office.getByRole("dialog", { name: "新建账号" });
    await expect.poll(() => account.getByLabel("姓名", { exact: true }).inputValue(), { timeout: 30_000 }).toBe("某新人");
    await expect.poll(() => account.getByLabel("登录名（邮箱）").inputValue(), { timeout: 30_000 }).toBe("new@example.org");
  });

  it("is asked for before the page goes where it must not be kept: a pasted sheet, the number of a relative", async () => {
    const question = async () => {
      const dialog = await office.waitForEvent("dialog");
      void dialog.accept();
      return dialog.type();
    };
    await office.goto(people.at("/staff/imports"));
    await office.getByText("或者粘贴").click();
    await office.getByText("表里有身份证号，不保存在本机").waitFor();
    const sheet = office.getByLabel("连同表头粘贴");
    expect(await sheet.evaluate(asksAtOnce)).toBe(true);
    await sheet.fill("姓名\t证件号码\n某人\t11010519491231002X");
    expect(await heldBy(office)).not.toContain("11010519491231002X");
    const onTheWay = question();
    await office.goto(people.at("/staff/kin"));
    expect(await onTheWay).toBe("beforeunload");
    await office.getByLabel(/^身份证号 1/).fill("11010519491231002X");
    expect(await heldBy(office)).not.toContain("11010519491231002X");
    const atTheEnd = question();
    await office.close({ runBeforeUnload: true });
    expect(await atTheEnd).toBe("beforeunload");
    expect(people.errors).toEqual([]);
  });
});
