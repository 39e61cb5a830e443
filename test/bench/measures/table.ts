/** The officer's table of a whole town's households in the browser: typing into the filter, sorting, scrolling. */
import type { Browser, Page } from "playwright-core";
import { fillSignIn } from "../../screens/signIn.ts";
import { castMember } from "../../seed/cast.ts";
import type { Bench } from "../support/bench.ts";
import { openBrowser } from "../../support/tools/browser.ts";
import { LONG, openCampaign } from "../support/campaign.ts";
import type { Figures } from "../support/figures.ts";
import { figure, inTurn } from "../support/figures.ts";
import { households, writeAll } from "../support/households.ts";
import { documentsAt } from "../support/service.ts";

const STATUSES = ["townReview", "approved", "planned", "registered", "inService"] as const;
/** What is typed: a surname of many, then the rest of a group's name that nobody has, and all of it taken away. */
const TYPED = "一社 不";

/** A page that has nothing to do but to show what is typed, and that is as long. */
const BARE = `<!doctype html><meta charset="utf-8"><input type="search" aria-label="bare"><select aria-label="bare"><option>1<option>2</select><div style="height:4000px"></div>`;

type Work = { filter: number; sort: number; scroll: number };

/** Milliseconds until the slowest of the keys, or of the choices, was painted; and between two frames while scrolling. */
async function workAt(page: Page, { filter, sort }: { filter: string; sort: string }): Promise<Work> {
  const typed = await slowest(page, async () => {
    await page.locator(filter).focus();
    for (const key of TYPED) await page.keyboard.type(key, { delay: 120 });
    for (const _ of TYPED) await page.keyboard.press("Backspace", { delay: 120 });
  });
  const sorted = await slowest(page, async () => {
    for (const at of [1, 0, 1]) await page.locator(sort).selectOption({ index: at });
  });
  return { filter: typed, sort: sorted, scroll: await longestFrame(page) };
}

/** The longest task of the page's own thread while something is done, from its first event to the frame after it. */
async function slowest(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const kept = { worst: 0 };
    Object.assign(window, { kept });
    const began = (event: Event) => {
      const start = event.timeStamp;
      requestAnimationFrame(() => setTimeout(() => (kept.worst = Math.max(kept.worst, performance.now() - start))));
    };
    for (const kind of ["keydown", "input", "change"]) window.addEventListener(kind, began, { capture: true });
  });
  await work();
  await page.waitForTimeout(100);
  return page.evaluate(() => (window as unknown as { kept: { worst: number } }).kept.worst);
}

async function longestFrame(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let [worst, last, steps] = [0, performance.now(), 0];
        const step = () => {
          const now = performance.now();
          worst = Math.max(worst, now - last);
          last = now;
          window.scrollBy(0, 60);
          steps += 1;
          if (steps < 60) requestAnimationFrame(step);
          else resolve(worst);
        };
        requestAnimationFrame(() => ((last = performance.now()), requestAnimationFrame(step)));
      }),
  );
}

async function openTable(browser: Browser, { hosting }: { hosting: string }, campaign: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  await context.addInitScript((id) => localStorage.setItem("lika.campaign", id), campaign);
  const page = await context.newPage();
  await page.goto(`http://${hosting}/staff`);
  await fillSignIn(page, castMember("officer").email);
  await page.locator(".staffNav a[href='/staff/households']").click();
  await page.locator("#filterText").waitFor({ timeout: 120_000 });
  return page;
}

/** The floor: the same keys, choices and steps on a page without anything to do. */
export async function measureTable({ suite, db, people, sizes: { checked: size, runs }, say }: Bench): Promise<Figures> {
  const campaign = await openCampaign(await people.find("office"), LONG);
  await writeAll(db, households(size).flatMap((household, at) => documentsAt([household], { campaign, status: STATUSES[at % STATUSES.length] ?? "approved" })));
  const browser = await openBrowser(say);
  try {
    const [page, bare] = [await openTable(browser, suite, campaign), await browser.newPage()];
    await bare.setContent(BARE);
    const done: Record<"ours" | "floor", Work[]> = { ours: [], floor: [] };
    await inTurn(runs + 1, {
      ours: async () => (await page.bringToFront(), done.ours.push(await workAt(page, { filter: "#filterText", sort: "#filterSort" }))),
      floor: async () => (await bare.bringToFront(), done.floor.push(await workAt(bare, { filter: "input", sort: "select" }))),
    });
    const pair = (key: keyof Work) => ({ ours: done.ours.slice(1).map((one) => one[key]), floor: done.floor.slice(1).map((one) => one[key]) });
    return { "table.filter": figure(pair("filter"), "ms"), "table.sort": figure(pair("sort"), "ms"), "table.scroll": figure(pair("scroll"), "ms") };
  } finally {
    await browser.close();
  }
}
