import { paths } from "@domain/paths.ts";
import { CAUSES } from "@domain/forms/codes2014.ts";
import type { EntryReceipt } from "@domain/sheets/records.ts";
import readExcelFile from "read-excel-file/node";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeWorkbook } from "../../functions/src/services/sheets/workbook.ts";
import type { Sample } from "../functions/households.ts";
import { poorHousehold } from "../functions/households.ts";
import { applied } from "../functions/office.ts";
import { plan, registrationOf } from "../functions/serviceDoings.ts";
import { bringOn } from "../functions/serviceWay.ts";
import { Stage } from "../functions/stage.ts";
import { People } from "./people.ts";
import { sampleAt, standsAt } from "./standing.ts";

/** From the handbook into service: data entry with its receipts, the report to the county, the trial run. */

const ANSWER = "已列入明年的计划，由民政和教育部门解决。";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

let stage: Stage;
let people: People;
let officer: Page;
let county: Page;
/** The plans of the last two were changed after their forms: they no longer answer the cause of poverty. */
let households: Sample[];
/** The batch as the national system would show it: the rows of the exported spreadsheet. */
let rows: string[][];

beforeAll(async () => {
  stage = await Stage.open({ number: 94, seconds: 1 });
  people = await People.at(stage);
  households = [9510, 9509, 9522].map((seed) => poorHousehold({ seed, village: stage.town.first, perHead: "below" }));
  await bringOn(stage, households, "paired");
  await applied(stage.act("cadre", plan(households, "illness")));
  await bringOn(stage, households, "handbookIssued", "planned");
  await applied(stage.act("cadre", plan(households.slice(1), "lowMotivation")));
  [officer, county] = await Promise.all([people.signIn("officer"), people.signIn("county")]);
});

afterAll(async () => {
  await people?.leave();
  await stage?.close();
});

const batchOf = async (sample: Sample) => String((await stage.application(sample.id))?.["batch"]);
const receiptOf = async (sample: Sample) => (await stage.look(paths.batch(await batchOf(sample))))?.["receipt"] as EntryReceipt | null;

/** Brings a receipt as a file of the national system. */
async function bringReceipt(told: string[][]): Promise<void> {
  const buffer = await writeWorkbook({ name: "回执", rows: told });
  await officer.getByLabel(/上传回执/).setInputFiles({ name: "回执.xlsx", mimeType: XLSX, buffer });
}

describe("data entry", () => {
  it("makes a batch and hands it out as a spreadsheet with whole numbers, for a reason that is recorded", async () => {
    await officer.goto(people.at("/staff/entry"));
    await officer.getByRole("button", { name: "生成录入批次（3 户）" }).click();
    await officer.getByText("已生成录入批次：3 户").waitFor();
    await officer.getByRole("button", { name: "下载 .xlsx" }).click();
    const dialog = officer.getByRole("dialog");
    await dialog.getByRole("button", { name: "下载 .xlsx" }).click();
    await dialog.getByText("请写明理由（至少两个字）。").waitFor();
    await dialog.getByLabel("导出的理由").fill("录入国家系统");
    const downloading = officer.waitForEvent("download");
    await dialog.getByRole("button", { name: "下载 .xlsx" }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    const [sheet] = await readExcelFile(await download.path());
    rows = (sheet?.data ?? []).map((row) => row.map((cell) => String(cell ?? "")));
    expect(rows).toHaveLength(1 + households.reduce((sum, { people: many }) => sum + many, 0));
    for (const number of households.flatMap(({ numbers }) => numbers)) expect(rows.flat()).toContain(number);
    const batch = await batchOf(sampleAt(households, 0));
    const { docs } = await stage.db.collection("audit").where("subject", "==", batch).get();
    expect(docs.map((doc) => [doc.get("what"), doc.get("reason")])).toEqual([["exportBatch", "录入国家系统"]]);
  });

  it("lists field by field what the national system has differently, and enters nobody before it agrees", async () => {
    const { householder, id } = sampleAt(households, 0);
    const [header = []] = rows;
    const name = header.indexOf("姓名");
    await bringReceipt(rows.map((row) => row.map((cell, at) => (at === name && cell === householder ? "错字" : cell))));
    await officer.getByText(/核对完成：2 户一致，还有 1 处不一致/).waitFor();
    const row = officer.getByRole("table", { name: `${householder} 不一致的项目` }).getByRole("row").filter({ hasText: "姓名" });
    await row.getByText(householder).waitFor();
    await row.getByText("错字").waitFor();
    await people.picture(officer, "entry-differences-desk");
    expect((await receiptOf(sampleAt(households, 0)))?.differences).toMatchObject([{ application: id, ours: householder, theirs: "错字" }]);
    await officer.getByRole("button", { name: "确认录入（2）" }).waitFor();
    expect((await stage.application(id))?.["status"]).toBe("handbookIssued");
  });

  it("is confirmed once the receipt agrees in every field", async () => {
    await bringReceipt(rows);
    await officer.getByText("核对完成：3 户逐项一致。").waitFor();
    expect((await receiptOf(sampleAt(households, 0)))?.differences).toEqual([]);
    await officer.getByRole("button", { name: "确认录入（3）" }).click();
    for (const { id } of households) await standsAt(stage, id, "entered");
  });

  it("is reported to the county with its sums of households and people, by cause", async () => {
    const card = officer.locator("section, .card").filter({ hasText: "本村已录入、尚未上报的汇总" }).last();
    await card.getByText("3 户，9 人").first().waitFor();
    for (const sample of households) {
      const { mainCause } = registrationOf(sample).cause;
      await card.getByRole("table", { name: "按主要致贫原因" }).getByText(CAUSES.find(({ key }) => key === mainCause)?.zh ?? "").first().waitFor();
    }
    await people.picture(officer, "entry-report-desk");
    await officer.getByLabel("上报说明").fill("第一批，数据已核对");
    await officer.getByRole("button", { name: "上报县扶贫办（3）" }).click();
    for (const { id } of households) await standsAt(stage, id, "reported");
    const village = await stage.look(`campaigns/${stage.town.campaign}/villages/${stage.town.first.code}`);
    expect(village?.["counts"]).toMatchObject({ identify: { reported: { households: 3, people: 9 } } });
  });
});

describe("the trial run", () => {
  it("is begun by the county over every record, and asks what the plans no longer answer", async () => {
    await county.goto(people.at("/staff/trial"));
    await county.getByRole("button", { name: "检查所有村" }).click();
    await county.getByText("检查已完成。").waitFor({ timeout: 60_000 });
    await county.getByText("还没有对应的帮扶措施").first().waitFor();
    await people.picture(county, "trial-findings-desk");
    const open = async (at: number) => (await stage.look(paths.findings(sampleAt(households, at).id)))?.["open"];
    expect([await open(0), await open(1), await open(2)]).toEqual([0, 1, 1]);
    await county.getByRole("button", { name: "签字通过（1）" }).waitFor();
  });

  it("is answered by the village in writing, for both at once, and signed off into service", async () => {
    const village = await people.signIn("cadre");
    await village.goto(people.at("/staff/trial"));
    await village.getByRole("button", { name: /^HE-02/ }).click();
    await village.getByLabel("2 户一起 HE-02 书面说明").fill(ANSWER);
    await people.picture(village, "trial-answers-desk");
    await village.getByRole("button", { name: "答复 2 户一起 HE-02" }).click();
    await village.getByText(`已答复：${ANSWER}`).nth(1).waitFor();
    for (const { id } of households.slice(1)) expect(await stage.look(paths.findings(id))).toMatchObject({ open: 0, rows: [{ rule: "HE-02", answer: { text: ANSWER } }] });
    await county.goto(people.at("/staff/trial"));
    await county.getByRole("button", { name: "签字通过（3）" }).click();
    for (const { id } of households) await standsAt(stage, id, "inService");
    expect(people.errors).toEqual([]);
  });
});
