import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Stage } from "../functions/stage.ts";
import type { Seat } from "../functions/town.ts";
import { personAt } from "../functions/town.ts";
import { fillSignIn } from "../screens/signIn.ts";
import { PASSWORD } from "../seed/cast.ts";
import { openBrowser } from "../support/tools/browser.ts";

export const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };

/** Pictures of what the people saw, for whoever wants to look (`LIKA_PICTURES=yes`): git-ignored. */
const PICTURES = join(import.meta.dirname, "../../.cache/journeys");

/** What the Firestore SDK asks for when it loses its server, to know whether there is any network. The policy refuses it, as it should. */
const PROBE = "https://www.google.com/images/cleardot.gif";

/** A photo of minutes, a board or a visit: any picture will do. */
export const PHOTO = join(import.meta.dirname, "../../web/public/icon-512.png");

/** A browser with one window for each person, on one campaign of a stage. */
export class People {
  private readonly stage: Stage;
  private readonly browser: Browser;
  private readonly contexts: BrowserContext[] = [];
  private readonly windows = new Map<string, Page>();
  /** What went wrong in any page: an error nobody caught, or something that the content security policy refused. */
  readonly errors: string[] = [];

  private constructor(stage: Stage, browser: Browser) {
    this.stage = stage;
    this.browser = browser;
  }

  static async at(stage: Stage): Promise<People> {
    return new People(stage, await openBrowser());
  }

  private async window(viewport: { width: number; height: number }): Promise<Page> {
    const context = await this.browser.newContext({ viewport, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
    context.setDefaultTimeout(40_000);
    this.contexts.push(context);
    const { campaign } = this.stage.town;
    await context.addInitScript((id) => localStorage.setItem("lika.campaign", id), campaign);
    const page = await context.newPage();
    page.on("pageerror", (error) => this.errors.push(error.message));
    page.on("console", (message) => {
      if (message.text().includes("Content Security Policy") && !message.text().includes(PROBE)) this.errors.push(message.text());
    });
    return page;
  }

  /** The address of a path on the suite's hosting. */
  at(path: string): string {
    return `http://${this.stage.suite.hosting}${path}`;
  }

  /** A farmer, or anyone, on an old phone. */
  async onPhone(path: string): Promise<Page> {
    const page = await this.window(PHONE);
    await page.goto(this.at(path));
    return page;
  }

  /** Somebody of the staff, signed in at a desk. */
  signIn(seat: Seat, viewport = DESK): Promise<Page> {
    return this.signInAs(personAt(this.stage.town, seat).email, PASSWORD, viewport);
  }

  /** Whoever has that account. */
  async signInAs(email: string, password: string, viewport = DESK): Promise<Page> {
    const page = await this.window(viewport);
    await page.goto(this.at("/staff"));
    await fillSignIn(page, email, password);
    await page.getByRole("heading", { name: "我的待办" }).waitFor();
    return page;
  }

  /** Opens a room in the window of somebody of the staff, who signs in once at a desk and once on a phone. */
  async enter(seat: Seat, room: string, viewport = DESK): Promise<Page> {
    const key = `${seat} ${viewport.width}`;
    const page = this.windows.get(key) ?? (await this.signIn(seat, viewport));
    this.windows.set(key, page);
    await page.goto(this.at(`/staff/${room}`));
    return page;
  }

  async picture(page: Page, name: string): Promise<void> {
    await keepPicture(page, name);
  }

  async leave(): Promise<void> {
    await this.browser.close();
  }
}

/** Keeps a picture of a page, whole, where pictures are wanted: a twentieth of a journey's time. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (process.env.LIKA_PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}

/** Whether a page is wider than its window: then something is cut off or must be scrolled sideways. */
export function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
