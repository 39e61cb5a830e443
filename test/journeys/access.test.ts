import { StaffRole } from "@domain/roles.ts";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { poorHousehold, poorVillage } from "../functions/households.ts";
import { applied, bring, publication } from "../functions/office.ts";
import { bringOn } from "../functions/serviceWay.ts";
import { Stage } from "../functions/stage.ts";
import { ALL_SEATS, SEATS } from "../functions/town.ts";
import type { Screen, Subjects } from "../screens/rooms.ts";
import { eachRoomOnce, move, publicScreens, settled } from "../screens/rooms.ts";
import { violationsOf } from "./axe.ts";
import { fitTroubles } from "./fit.ts";
import { isTooWide, People } from "./people.ts";
import { focusTroubles, readingTroubles } from "./reader.ts";

/**
 * Every page, held to WCAG 2.2 AA by axe-core in light and in dark, each by somebody who may enter it and the tasks by
 * everybody. Each is read as a screen reader does, gone through by the Tab key, and looked at in windows of other sizes. The town has households and a village at many steps, so that the rooms are not empty. The table of the
 * rooms says which there are; a new room is looked at by itself.
 */

const DESK = { width: 1280, height: 900 };
/** How else a page is looked at: an old phone, the same with large type, the desk at 200 %, and a wall of 4K. */
const LOOKS = [
  { name: "a phone", width: 360, height: 740, type: "normal" },
  { name: "a phone in large type", width: 360, height: 740, type: "large" },
  { name: "200 %", width: 640, height: 450, type: "normal" },
  { name: "4K", width: 3840, height: 2160, type: "normal" },
] as const;
/** Where there is least room, English is looked at as well: its words are longer. */
const NARROW = LOOKS.filter(({ name }) => name === "a phone in large type" || name === "200 %");
/** Long enough to stay open while everybody looks at it. */
const LONG = { unit: "seconds", count: 300 } as const;

let stage: Stage;
let people: People;
let subjects: Subjects;

beforeAll(async () => {
  stage = await Stage.open({ number: 89, seconds: 1 });
  people = await People.at(stage);
  const fresh = (seed: number) => poorHousehold({ village: stage.town.first, seed, memberCount: 2, perHead: "below" });
  const [early, met, listed, served] = [fresh(8901), fresh(8902), fresh(8903), fresh(8904)];
  const village = poorVillage({ village: stage.town.first, seed: 8905 });
  await Promise.all([bringOn(stage, [served], "handbookIssued"), bringOn(stage, [village], "planned"), bring(stage, [early], "submitted")]);
  const settings = { ...stage.town.settings, notice: { village: LONG, town: LONG } };
  await applied(stage.act("office", { type: "saveCampaign", targets: [stage.town.campaign], area: stage.town.code, input: { settings, open: true } }));
  await bring(stage, [listed], "verified");
  const sending = publication([listed]);
  await applied(stage.act("committee", sending));
  await bring(stage, [met], "verified");
  const meetings = await stage.db.collection("actions").where("campaign", "==", stage.town.campaign).where("type", "==", "recordAppraisal").get();
  const ofServed = ["household", "help", "registration", "print/form", "update", "versions", "changes"].map((path) => [`${path}/:id`, served.id] as const);
  const ofVillage = ["unit", "villageForm"].map((path) => [`${path}/:id`, village.id] as const);
  subjects = {
    ...Object.fromEntries([...ofServed, ...ofVillage]), "apply/:id": "nobody00000000000000?new", "villages/:id": "nobody00000000000001?new", "print/handbook": `?ids=${served.id}`, "survey/:id": early.id, "print/letter/:id": early.id, "print/notice/:id": sending.id,
    "print/meeting/:id": meetings.docs[0]?.id ?? "", "notices/:id": sending.id, "print/oversight/:id": stage.town.first.code, notice: sending.id, receipt: String((await stage.application(listed.id))?.["receiptNo"]),
  };
});

afterAll(async () => {
  await people?.leave();
  await stage?.close();
});

const seatOf = (role: StaffRole) => ALL_SEATS.find((seat) => SEATS[seat][0] === role) ?? "officer";

/** What is wrong with these pages, each line with the page's name. */
async function wrongAt(page: Page, screens: readonly Screen[]): Promise<string[]> {
  const wrong: string[] = [];
  const titles = new Map<string, string>();
  for (const { name, address } of screens) {
    await move(page, address);
    const path = address.replace(/\?.*/, "");
    await page.waitForFunction((taken) => !taken.includes(document.title), [...titles].filter(([, at]) => at !== path).map(([title]) => title), { timeout: 3_000 })
      .catch(async () => wrong.push(`${name} is called like another: ${await page.title()}`));
    titles.set(await page.title(), path);
    const found = [...(await readingTroubles(page)), ...(await focusTroubles(page)), ...(await violationsOf(page))];
    wrong.push(...found.map((line) => `${name} ${line}`));
    wrong.push(...(await misfits(page, LOOKS)).map((line) => `${name} at ${line}`));
    await switchLanguage(page);
    wrong.push(...(await misfits(page, NARROW)).map((line) => `${name} in English at ${line}`));
    await switchLanguage(page);
  }
  return wrong;
}

/** What does not fit a page's window, however one looks at it. */
async function misfits(page: Page, looks: readonly (typeof LOOKS)[number][]): Promise<string[]> {
  const wrong: string[] = [];
  for (const { name: look, type, ...size } of looks) {
    await page.setViewportSize(size);
    await page.evaluate((wanted) => (document.documentElement.dataset["type"] = wanted), type);
    /* Charts follow their window a moment later. */
    await page.waitForFunction(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth, undefined, { timeout: 3_000 }).catch(() => undefined);
    wrong.push(...(await fitTroubles(page)).map((line) => `${look} ${line}`));
  }
  await page.evaluate(() => (document.documentElement.dataset["type"] = "normal"));
  await page.setViewportSize(DESK);
  return wrong;
}

const switchLanguage = (page: Page) => page.evaluate(() => document.querySelector<HTMLElement>(".languageSwitch")?.click());

describe("the public pages", () => {
  it("hold to WCAG 2.2 AA in light and dark, read well, and fit every window", async () => {
    const page = await people.onPhone("/");
    await settled(page);
    expect(await wrongAt(page, publicScreens(subjects))).toEqual([]);
    await page.context().close();
  });
});

describe("the staff's rooms", () => {
  it.each(StaffRole.options)("that %s shows hold to WCAG 2.2 AA in light and dark, read well, and fit every window", async (role) => {
    const page = await people.signIn(seatOf(role));
    const screens = eachRoomOnce(subjects).find(([shown]) => shown === role)?.[1] ?? [];
    expect(await wrongAt(page, screens)).toEqual([]);
    await page.context().close();
    expect(people.errors).toEqual([]);
  });
});

describe("how a device shows the pages", () => {
  it("is chosen at the top, stays for the next visit, and leaves paper white", async () => {
    const page = await people.onPhone("/");
    await settled(page);
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.getByText("显示", { exact: true }).click();
    await page.getByRole("radio", { name: "深色" }).check();
    const dark = await ground();
    expect(dark).not.toBe(light);
    const small = await page.locator("h1").evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
    await page.getByRole("radio", { name: "大字" }).check();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), { timeout: 20_000 }).toBe("SUMMARY");
    await page.reload();
    await settled(page);
    expect(await ground()).toBe(dark);
    expect(await page.locator("h1").evaluate((one) => parseFloat(getComputedStyle(one).fontSize))).toBeCloseTo(small * 1.25, 0);
    expect(await isTooWide(page)).toBe(false);
    await page.emulateMedia({ media: "print" });
    expect(await ground()).toBe("rgb(255, 255, 255)");
  });
});
