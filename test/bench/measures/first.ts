/** The public's first page on an old phone with a slow net: until something can be read, and until the campaign is told. */
import type { Browser, Page } from "playwright-core";
import type { Bench } from "../support/bench.ts";
import { openBrowser } from "../../support/tools/browser.ts";
import { onOldPhone } from "../support/browser.ts";
import { LONG, openCampaign, settingsOf } from "../support/campaign.ts";
import type { Figures } from "../support/figures.ts";
import { figure, inTurn } from "../support/figures.ts";

const PATIENCE_MS = 60_000;

/** Milliseconds from the navigation until the browser has painted something of the page. */
const firstContent = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const watcher = new PerformanceObserver((list) => {
          const found = list.getEntriesByName("first-contentful-paint")[0];
          if (found) resolve(found.startTime);
        });
        watcher.observe({ type: "paint", buffered: true });
      }),
  );

const contentOf = (browser: Browser, address: string): Promise<number> =>
  onOldPhone(browser, async (page) => {
    await page.goto(address, { waitUntil: "commit", timeout: PATIENCE_MS });
    return firstContent(page);
  });

/** Until the page says which campaign this is, from the database. */
const campaignTold = (browser: Browser, address: string, name: string): Promise<number> =>
  onOldPhone(browser, async (page) => {
    await page.goto(address, { waitUntil: "commit", timeout: PATIENCE_MS });
    await page.getByRole("heading", { level: 1, name }).waitFor({ timeout: PATIENCE_MS });
    return page.evaluate(() => performance.now());
  });

/** The floor: the smallest document of the same server, some words of plain text. */
export async function measureFirst({ suite, people, sizes: { loads }, say }: Bench): Promise<Figures> {
  const campaign = await openCampaign(await people.find("office"), LONG);
  const name = settingsOf(campaign, LONG).name.zh;
  const browser = await openBrowser(say);
  const home = `http://${suite.hosting}/`;
  const floor = () => contentOf(browser, `${home}robots.txt`);
  try {
    await floor();
    return {
      "first.content": figure(await inTurn(loads, { ours: () => contentOf(browser, home), floor }), "ms"),
      "first.notices": figure(await inTurn(loads, { ours: () => contentOf(browser, `${home}notices`), floor }), "ms"),
      "first.campaign": figure(await inTurn(loads, { ours: () => campaignTold(browser, home, name), floor }), "ms"),
    };
  } finally {
    await browser.close();
  }
}
