import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Screen } from "./rooms.ts";
import { move, settled } from "./rooms.ts";
import { fillSignIn } from "./signIn.ts";

const SIZES = { desk: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } } as const;
const THEMES = ["light", "dark"] as const;
/** A page longer than this is cut: nobody looks at 40 screens of a list. Pixels. */
const LONGEST = 4_000;

type Setting = { browser: Browser; site: string; folder: string };

/** Goes from room to room and takes four pictures of each; notes what no room should do. */
export class Camera {
  taken = 0;
  /** Errors in a page, and pages wider than their window. */
  readonly complaints: string[] = [];
  private readonly setting: Setting;

  constructor(setting: Setting) {
    this.setting = setting;
  }

  async takePublic(screens: readonly Screen[]): Promise<void> {
    await this.inWindow(async (page) => {
      await page.goto(this.setting.site);
      await settled(page);
      await this.takeAll(page, screens);
    });
  }

  /** By somebody of the staff, who signs in for it. */
  async takeStaff(email: string, screens: readonly Screen[]): Promise<void> {
    if (screens.length === 0) return;
    await this.inWindow(async (page) => {
      await page.goto(`${this.setting.site}/staff`);
      await fillSignIn(page, email);
      await page.getByRole("navigation").first().waitFor();
      await this.takeAll(page, screens);
    });
  }

  private async inWindow(work: (page: Page) => Promise<void>): Promise<void> {
    const context: BrowserContext = await this.setting.browser.newContext({ viewport: SIZES.desk, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
    const page = await context.newPage();
    page.on("pageerror", (error) => this.complaints.push(`${new URL(page.url()).pathname}: ${error.message}`));
    await work(page).finally(() => context.close());
  }

  private async takeAll(page: Page, screens: readonly Screen[]): Promise<void> {
    for (const { name, address } of screens) {
      await page.setViewportSize(SIZES.desk);
      await move(page, address).catch(() => this.complaints.push(`${name}: still loading after a long while`));
      for (const [size, viewport] of Object.entries(SIZES)) {
        await page.setViewportSize(viewport);
        const { wide, tall } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth > document.documentElement.clientWidth, tall: document.documentElement.scrollHeight }));
        if (wide) this.complaints.push(`${name}: wider than a ${size}`);
        for (const colorScheme of THEMES) await this.shoot(page, { file: `${name}-${size}-${colorScheme}.png`, colorScheme, viewport, tall });
      }
    }
  }

  private async shoot(page: Page, shot: { file: string; colorScheme: "light" | "dark"; viewport: { width: number; height: number }; tall: number }): Promise<void> {
    await page.emulateMedia({ colorScheme: shot.colorScheme, reducedMotion: "reduce" });
    /* Two frames: what is painted belongs to the theme that was asked for. */
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const clip = { x: 0, y: 0, width: shot.viewport.width, height: Math.min(Math.max(shot.tall, shot.viewport.height), LONGEST) };
    await page.screenshot({ path: join(this.setting.folder, shot.file), fullPage: true, clip });
    this.taken += 1;
  }
}
