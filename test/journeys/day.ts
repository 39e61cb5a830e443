import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { GUIDES } from "../../web/src/staff/rooms/tasks/guides.ts";
import type { ListedPath, Room } from "../../web/src/staff/shell/rooms.ts";
import { allRooms, listedFor } from "../../web/src/staff/shell/rooms.ts";
import type { Seat } from "../functions/town.ts";
import { SEATS } from "../functions/town.ts";
import { move, settled } from "../screens/rooms.ts";
import type { People } from "./people.ts";
import { isTooWide } from "./people.ts";

const named = (path: string): Room => {
  const room = allRooms().find((one) => one.path === path);
  if (!room) throw new Error(`there is no room ${path}`);
  return room;
};

/** A working day of somebody of the staff: every way is one that the screen offers, none is an address that one has to know. */
export class Day {
  readonly page: Page;
  private readonly rooms: Room[];

  private constructor(page: Page, seat: Seat) {
    this.page = page;
    this.rooms = listedFor(SEATS[seat][0]);
  }

  /** Signs in, and reads the guide of the first visit: its steps lead where they say, and once put away it stays away. */
  static async begin(people: People, seat: Seat, viewport?: { width: number; height: number }): Promise<Day> {
    const day = new Day(await people.signIn(seat, viewport), seat);
    const { page } = day;
    const { does, steps } = GUIDES[SEATS[seat][0]];
    await page.getByText(does.zh).waitFor();
    for (const step of steps.filter(({ room }) => room !== "")) {
      await page.getByRole("link", { name: step.zh, exact: true }).click();
      await day.stands(named(step.room));
      await day.home();
    }
    await page.getByRole("button", { name: "知道了" }).click();
    await page.getByRole("button", { name: "怎么开始？看看说明" }).waitFor();
    return day;
  }

  private get navigation(): Locator {
    return this.page.getByRole("navigation", { name: "工作栏目" });
  }

  /** Back to the tasks by the name of the site. */
  async home(): Promise<void> {
    await this.page.getByRole("link", { name: "建档立卡工作台" }).click();
    await this.page.getByRole("heading", { name: "我的待办" }).waitFor();
    await settled(this.page);
  }

  /** The room is there, with what it shows, and fits the window. */
  private async stands({ path, name }: Room): Promise<void> {
    const { page } = this;
    await page.waitForURL((url) => url.pathname === (path === "" ? "/staff" : `/staff/${path}`));
    await settled(page);
    expect([name.zh, await page.getByText("您现在的职责没有这个栏目").or(page.getByRole("button", { name: "再试一次" })).count(), await isTooWide(page)]).toEqual([name.zh, 0, false]);
  }

  /** Opens a room by its name in the navigation, which a phone keeps behind a button. */
  async open(path: ListedPath): Promise<void> {
    const room = named(path);
    const link = this.navigation.getByRole("link", { name: room.name.zh, exact: true });
    if (!(await link.isVisible())) await this.navigation.getByRole("button").first().click();
    await link.click();
    await this.stands(room);
  }

  /** Goes from the tasks by the button of the card with that title. */
  async take(task: string): Promise<void> {
    await this.home();
    await this.page.locator(".card").filter({ has: this.page.getByRole("heading", { name: task, exact: true }) }).getByRole("link", { name: /^去办理/ }).click();
    await settled(this.page);
  }

  /** The titles of the cards on the page of tasks. */
  async tasks(): Promise<string[]> {
    await this.home();
    return (await this.page.locator(".taskGrid h2").allTextContents()).map((title) => title.trim()).sort();
  }

  /** Opens every room that the navigation names; the others are neither named nor entered by their address. */
  async seeRooms(not: readonly ListedPath[]): Promise<void> {
    const names = await this.navigation.locator("a").allTextContents();
    expect([...names].sort()).toEqual(this.rooms.map(({ name }) => name.zh).sort());
    for (const { path } of this.rooms) await this.open(path as ListedPath);
    for (const path of not) {
      expect(names).not.toContain(named(path).name.zh);
      await move(this.page, `/staff/${path}`);
      await this.page.getByText("您现在的职责没有这个栏目").waitFor();
      await this.page.getByRole("link", { name: "回到我的待办" }).click();
      await this.page.getByRole("heading", { name: "我的待办" }).waitFor();
    }
  }

  /** Opens the messages by the bell and marks all as read. Returns the titles of the new ones. */
  async readMessages(): Promise<string[]> {
    const { page } = this;
    await page.getByRole("link", { name: /^消息，\d+ 条未读$/ }).click();
    await page.getByRole("heading", { name: "消息", exact: true }).waitFor();
    await settled(page);
    const titles = await page.locator(".message.fresh strong").allTextContents();
    if (titles.length > 0) await page.getByRole("button", { name: "全部标为已读" }).click();
    await page.getByRole("link", { name: "消息，0 条未读", exact: true }).waitFor();
    return titles;
  }

  /** Signs out in whatever room; whoever signs in next would begin with the tasks. */
  async end(): Promise<void> {
    await this.page.getByRole("button", { name: "退出", exact: true }).click();
    await this.page.getByRole("heading", { name: "工作人员登录" }).waitFor();
    expect(new URL(this.page.url()).pathname).toBe("/staff");
    await this.page.context().close();
  }
}
