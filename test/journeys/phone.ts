import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { chromium } from "playwright-core";
import type { Stage } from "../functions/stage.ts";
import type { Seat } from "../functions/town.ts";
import { personAt } from "../functions/town.ts";
import { fillSignIn } from "../screens/signIn.ts";
import { browserPath, FLAGS } from "../support/tools/browser.ts";
import { keepPicture, PHONE } from "./people.ts";

/** One phone whose memory outlives its browser, on a net that can be cut. */
export class Phone {
  private readonly stage: Stage;
  private readonly memory: string;
  private context: BrowserContext;
  page: Page;
  readonly errors: string[] = [];

  private constructor(stage: Stage, memory: string, { context, page }: { context: BrowserContext; page: Page }) {
    this.stage = stage;
    this.memory = memory;
    this.context = context;
    this.page = page;
    this.watch();
  }

  static async of(stage: Stage): Promise<Phone> {
    const memory = await mkdtemp(join(tmpdir(), "lika-phone-"));
    return new Phone(stage, memory, await open(memory, false));
  }

  private watch(): void {
    this.page.on("pageerror", (error) => this.errors.push(error.message));
  }

  at(path: string): string {
    return `http://${this.stage.suite.hosting}${path}`;
  }

  async go(path: string): Promise<void> {
    await this.page.goto(this.at(path));
  }

  async signIn(seat: Seat): Promise<void> {
    await this.go("/staff");
    await this.page.evaluate((campaign) => localStorage.setItem("lika.campaign", campaign), this.stage.town.campaign);
    await fillSignIn(this.page, personAt(this.stage.town, seat).email);
    await this.page.getByRole("heading", { name: "我的待办" }).waitFor();
  }

  /** Takes the signal away. */
  async cut(): Promise<void> {
    await this.context.setOffline(true);
  }

  async restore(): Promise<void> {
    await this.context.setOffline(false);
  }

  /** The database takes in what is sent, and its answers are lost on the way back: times that this has happened. */
  async loseAnswers(): Promise<() => number> {
    let lost = 0;
    await this.page.route(/documents:commit/, async (route) => {
      await route.fetch();
      lost += 1;
      await route.abort();
    });
    return () => lost;
  }

  /** The tab dies as it stands, and another is opened. The worker dies with it: open a page before changing the signal. */
  async killTab(): Promise<void> {
    const dead = this.page;
    const died = dead.waitForEvent("crash");
    const session = await this.context.newCDPSession(dead);
    void session.send("Page.crash").catch(() => undefined);
    await died;
    this.page = await this.context.newPage();
    await dead.close().catch(() => undefined);
    this.watch();
  }

  /** The whole browser dies as it stands, and is opened anew where there is no signal. */
  async killBrowser(): Promise<void> {
    const died = this.context.waitForEvent("close", { timeout: 30_000 });
    const session = await this.context.newCDPSession(this.page);
    void session.send("Browser.crash").catch(() => undefined);
    await died;
    ({ context: this.context, page: this.page } = await open(this.memory, true));
    this.watch();
  }

  async picture(name: string): Promise<void> {
    await keepPicture(this.page, name);
  }

  async leave(): Promise<void> {
    await this.context.close().catch(() => undefined);
    await rm(this.memory, { recursive: true, force: true });
  }
}

async function open(memory: string, offline: boolean): Promise<{ context: BrowserContext; page: Page }> {
  const executablePath = await browserPath();
  const context = await chromium.launchPersistentContext(memory, { executablePath, args: FLAGS, viewport: PHONE, locale: "zh-CN", timezoneId: "Asia/Shanghai", offline });
  context.setDefaultTimeout(40_000);
  return { context, page: context.pages()[0] ?? (await context.newPage()) };
}
