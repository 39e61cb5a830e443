import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Sample } from "../functions/households.ts";
import { poorHousehold } from "../functions/households.ts";
import { answerQuestions, applied, bring, publication } from "../functions/office.ts";
import { Stage } from "../functions/stage.ts";
import { isTooWide, People } from "./people.ts";
import { sampleAt, standsAt } from "./standing.ts";

/** The town's desk: a list decided by keyboard alone, and the campaign in pictures for whoever sees them and whoever does not. */

const PHONE = { width: 360, height: 740 };

let stage: Stage;
let people: People;
let town: Page;
let samples: Sample[];

beforeAll(async () => {
  stage = await Stage.open({ number: 99, seconds: 2 });
  people = await People.at(stage);
  samples = [9901, 9902, 9903].map((seed) => poorHousehold({ village: stage.town.first, seed, memberCount: 2 }));
  await bring(stage, samples, "verified");
  const notice = publication(samples);
  await applied(stage.act("committee", notice));
  await stage.waitForEnd(notice.id);
  await answerQuestions(stage, samples);
  town = await people.signIn("mayor");
});

afterAll(async () => {
  await people?.leave();
  await stage?.close();
});

/** What has the focus, by the name that a screen reader gives it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    const label = at instanceof HTMLTextAreaElement ? at.labels[0]?.textContent : undefined;
    return (at?.getAttribute("aria-label") ?? label ?? at?.textContent ?? "").trim();
  });

/** Goes on with the Tab key until something of that name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    if (name.test(await focused(page))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the Tab key does not come to ${name}`);
}

describe("a review by keyboard alone", () => {
  it("takes one household out with its reason, and approves the others, without a hand on the mouse", async () => {
    await town.goto(people.at("/staff/review"));
    await town.getByRole("checkbox", { name: sampleAt(samples, 0).householder }).waitFor();
    await tabTo(town, new RegExp(samples.map(({ householder }) => `^${householder}$`).join("|")));
    const first = await focused(town);
    await town.keyboard.press("ArrowDown");
    const second = await focused(town);
    expect(second).not.toBe(first);
    await tabTo(town, new RegExp(`^退回 ?${second}$`));
    await town.keyboard.press("Enter");
    await town.getByRole("dialog").waitFor();
    await tabTo(town, /^理由/);
    await town.keyboard.type("请补充住房照片");
    await tabTo(town, /^确定$/);
    await town.keyboard.press("Enter");
    await tabTo(town, /^办理 3 户$/);
    await town.keyboard.press("Enter");
    await town.getByRole("dialog").waitFor();
    await tabTo(town, /^确认审核结果$/);
    await town.keyboard.press("Enter");
    for (const { id, householder } of samples) await standsAt(stage, id, householder === second ? "surveyed" : "townApproved");
  });
});

describe("the campaign in pictures", () => {
  it("draws how far the households are, and says it whole to whoever cannot see it", async () => {
    await town.goto(people.at("/staff/overview"));
    const drawing = town.getByRole("img", { name: /走到哪一步.*待第二次公示 已往下走 0, 等在这里 2, 超期 0/ });
    await drawing.locator("svg").waitFor();
    await town.getByRole("img", { name: /致贫原因/ }).locator("svg").waitFor();
    await people.picture(town, "overview-desk");
  });

  it("has a table below each picture with the same figures, and a figure that leads to its list", async () => {
    const card = town.locator("section.picture").filter({ hasText: "走到哪一步" });
    await card.getByText("看表格").click();
    await card.getByRole("row").filter({ hasText: "待第二次公示" }).getByRole("cell", { name: "2", exact: true }).waitFor();
    await town.getByRole("region", { name: "各村各环节" }).getByRole("row").filter({ hasText: "待第二次公示" }).getByRole("link", { name: "2" }).click();
    await town.getByText("共 2 户").waitFor();
  });

  it("fits a phone 360 pixels wide, with the village's own figures", async () => {
    const phone = await people.signIn("committee", PHONE);
    await phone.goto(people.at("/staff/overview"));
    await phone.getByRole("img", { name: /规模、列入、批准/ }).locator("svg").waitFor();
    expect(await isTooWide(phone)).toBe(false);
    await people.picture(phone, "overview-phone");
    expect(people.errors).toEqual([]);
  });
});
