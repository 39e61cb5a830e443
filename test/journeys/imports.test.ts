import type { Cell } from "@domain/sheets/cells.ts";
import type { SheetHousehold } from "@domain/sheets/columns.ts";
import { placeOf } from "@domain/sheets/writeSheet.ts";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeWorkbook } from "../../functions/src/services/sheets/workbook.ts";
import { Draft, onSheet } from "../domain/sheets/sheets.ts";
import { Stage } from "../functions/stage.ts";
import { inventHousehold } from "../seed/invent.ts";
import { People } from "./people.ts";

/** Last year's register as the officer brings it: wrong, corrected, and once more. */

let stage: Stage;
let people: People;
let page: Page;

beforeAll(async () => {
  stage = await Stage.open({ number: 92, seconds: 5 });
  people = await People.at(stage);
  page = await people.signIn("officer");
  await page.goto(people.at("/staff/imports"));
});

afterAll(async () => {
  await people?.leave();
  await stage?.close();
});

/** A household of last year's register, three people each. */
function household(serial: number): SheetHousehold {
  const { first: village, settings } = stage.town;
  const { survey } = inventHousehold({ seed: 9200 + serial, village, track: "identify", memberCount: 3 });
  const names = { county: settings.county.zh, town: settings.town.zh, village: village.name };
  return { no: `${village.code}${String(serial).padStart(4, "0")}`, year: 2012, place: placeOf(village.code, names), form: onSheet(survey) };
}

const register = () => new Draft([household(1), household(2)]);

/** Chooses a spreadsheet, as the officer would from a folder. */
async function choose(name: string, draft: Draft): Promise<void> {
  const buffer = await writeWorkbook({ name: "名册", rows: draft.rows as Cell[][] });
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  await page.getByLabel(/选择 .xlsx 文件|另选一个文件/).setInputFiles({ name, mimeType, buffer });
}

const bringIn = async () => {
  await page.getByLabel("导入的理由").fill("2012 年度名册首次导入");
  await page.getByRole("button", { name: "导入名册（2 户）" }).click();
};

/** How many households the register holds for this town. */
const entries = async () => (await stage.db.collection("households").where("areas", "array-contains", stage.town.code).count().get()).data().count;

describe("last year's register in a spreadsheet", () => {
  it("with an error names its row and column, and writes nothing", async () => {
    await choose("上年度名册.xlsx", register().set(3, "members.health", "不知道"));
    await page.getByText("文件有错误，一户也没有写入").waitFor({ timeout: 60_000 });
    const row = page.getByRole("table", { name: "错误" }).getByRole("row").filter({ hasText: "健康状况" });
    await row.getByText("3", { exact: true }).waitFor();
    expect(await page.getByRole("button", { name: /导入名册/ }).count()).toBe(0);
    expect(await entries()).toBe(0);
    await people.picture(page, "imports-errors-desk");
  });

  it("corrected is understood first and brought in with a reason", async () => {
    await choose("上年度名册（更正）.xlsx", register());
    await page.getByText("整张表没有错误，可以导入。").waitFor({ timeout: 60_000 });
    expect(await entries()).toBe(0);
    await page.getByRole("button", { name: "导入名册（2 户）" }).click();
    await page.getByText("请写明理由（至少两个字）。").first().waitFor();
    await bringIn();
    await page.getByText("导入完成。").waitFor({ timeout: 60_000 });
    expect(await entries()).toBe(2);
    await people.picture(page, "imports-done-desk");
  });

  it("brought again adds nothing, and both imports stand in the list", async () => {
    await choose("上年度名册（再次）.xlsx", register());
    await page.getByText("整张表没有错误，可以导入。").waitFor({ timeout: 60_000 });
    await bringIn();
    await page.getByText("没有写入新的内容：这个文件以前已经导入。").waitFor({ timeout: 60_000 });
    expect(await entries()).toBe(2);
    await page.getByText("上年度名册（更正）.xlsx").first().waitFor();
    await people.picture(page, "imports-again-desk");
    expect(people.errors).toEqual([]);
  });
});
