import { areasOf } from "@domain/areas.ts";
import { paths } from "@domain/paths.ts";
import { membersOf } from "@domain/sheets/columns.ts";
import type { SheetHousehold } from "@domain/sheets/columns.ts";
import { readSheet } from "@domain/sheets/readSheet.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportBatch } from "../../../functions/src/services/sheets/exportBatch.ts";
import { readGrid } from "../../../functions/src/services/sheets/readFile.ts";
import { takeReceipt } from "../../../functions/src/services/sheets/takeReceipt.ts";
import { writeWorkbook } from "../../../functions/src/services/sheets/workbook.ts";
import { Draft, pasted } from "../../domain/sheets/sheets.ts";
import { Counter, refusedAs } from "./counter.ts";

/** A batch goes to the national system as a spreadsheet, and comes back as its receipt until nothing differs. */

let counter: Counter;
let households: SheetHousehold[];
const lines = () => households.map(({ no, form }, at) => ({ application: `application-${at}`, no, householder: String(membersOf(form)[0]?.["name"]) }));

beforeAll(async () => {
  counter = await Counter.open(34);
  households = [51, 52, 53].map((seed, at) => counter.household({ seed, serial: at + 1, memberCount: 2 + at, year: 2013 }));
  await counter.bring(households);
});
afterAll(() => counter.close());

const reason = "录入全国系统";
const receiptOf = async (batch: string) => (await counter.look(paths.batch(batch)))?.["receipt"] as Record<string, unknown>;

describe("the export of a batch", () => {
  it("holds every household as the register does, numbers whole and as text", async () => {
    const batch = await counter.batch(lines());
    const { name, file } = await exportBatch(await counter.caller("committee"), { batch, reason });
    expect(name).toBe("河口镇上河村贫困户数据2014-08-21.xlsx");
    const grid = await readGrid({ file });
    const { settings } = counter.town;
    const found = readSheet(grid, { ...settings, latestYear: settings.year });
    expect(found.errors).toEqual([]);
    expect(found.households.map(({ no, form }) => ({ no, form }))).toEqual(households.map(({ no, form }) => ({ no, form })));
    const numbers = grid.slice(1).flatMap((row) => [row[5], row[11]]);
    expect(numbers.every((cell) => typeof cell === "string" && /^\d{16,22}X?$/.test(cell))).toBe(true);
    const audit = await counter.db.collection("audit").where("subject", "==", batch).get();
    expect(audit.docs.map((doc) => doc.data())).toMatchObject([{ what: "exportBatch", reason, areas: areasOf(counter.town.first.code) }]);
  });

  it("tells of each household its latest year, whichever that is", async () => {
    const older = counter.household({ seed: 54, serial: 61, year: 2012 });
    await counter.bring([older]);
    const batch = await counter.batch([{ application: "older", no: older.no, householder: "某某" }, ...lines().slice(0, 1)]);
    const { file } = await exportBatch(await counter.caller("committee"), { batch, reason });
    const [headers = [], ...rows] = await readGrid({ file });
    const years = rows.map((row) => String(row[headers.indexOf("年度")]));
    expect(years).toEqual([...membersOf(older.form).map(() => "2012"), ...membersOf(households[0]?.form ?? {}).map(() => "2013")]);
  });

  it("is for those who type it in, and leaves nothing out in silence", async () => {
    const batch = await counter.batch(lines());
    for (const seat of ["neighbour", "helper", "supervisor", "county"] as const) expect(await refusedAs(exportBatch(await counter.caller(seat), { batch, reason }))).toBe("notHeld");
    expect(await refusedAs(exportBatch(await counter.caller("officer"), { batch: "no-such-batch", reason }))).toBe("batchUnknown");
    const unknown = await counter.batch([...lines(), { application: "x", no: `${counter.town.first.code}9999`, householder: "某某" }]);
    expect(await refusedAs(exportBatch(await counter.caller("officer"), { batch: unknown, reason }))).toBe("versionsMissing");
    expect((await counter.db.collection("audit").where("subject", "==", unknown).get()).size).toBe(0);
  });

  it("of a village is the list of its form's items", async () => {
    const { first } = counter.town;
    const home = paths.villageRegister(counter.register, first.code);
    await counter.db.doc(paths.version(home, 2013)).create({
      areas: areasOf(first.code), applicant: null, year: 2013, form: { residents: { households: 312, population: 1204 } }, helper: null, plan: null, changes: [], answers: {}, application: null, action: null, at: new Date(),
    });
    const batch = await counter.batch([{ application: "village-1", no: first.code, householder: first.name }], { track: "village" });
    const officer = await counter.caller("officer");
    const { name, file } = await exportBatch(officer, { batch, reason });
    expect(name).toContain("贫困村");
    const grid = await readGrid({ file });
    expect(grid[0]).toEqual(["部分", "序号", "指标", "单位", "内容"]);
    expect(grid.filter((row) => row[4] === 312).map((row) => row[3])).toEqual(["户"]);
    expect(await takeReceipt(officer, { batch, file })).toEqual({ taken: 1, differences: 0, strangers: 0 });
    expect(await receiptOf(batch)).toMatchObject({ taken: ["village-1"] });
  });
});

describe("the receipt of a batch", () => {
  it("tells what differs until nothing does; the last one counts", async () => {
    const officer = await counter.caller("officer");
    const batch = await counter.batch(lines());
    const wrong = new Draft(households).set(2, "members.education", "高中").set(3, "members.idNo", "620623198001010018");
    const education = String(new Draft(households).get(2, "members.education"));
    const withoutLast = wrong.rows.slice(0, 6);
    expect(await takeReceipt(officer, { batch, text: pasted(withoutLast) })).toEqual({ taken: 1, differences: 3, strangers: 0 });
    const receipt = await receiptOf(batch);
    expect(receipt).toMatchObject({ by: officer.uid, taken: ["application-1"], strangers: 0 });
    expect(receipt["differences"]).toEqual(expect.arrayContaining([
      { application: "application-0", field: "文化程度", ours: education, theirs: "高中" },
      { application: "application-0", field: "证件号码", ours: expect.stringContaining("********"), theirs: "****" },
      { application: "application-2", field: "missing", ours: "", theirs: "" },
    ]));
    expect(JSON.stringify(receipt)).not.toContain(String(membersOf(households[0]?.form ?? {})[1]?.["idNo"]));

    const file = (await writeWorkbook({ name: "回执", rows: new Draft(households).rows as (string | number | null)[][] })).toString("base64");
    for (const _again of [1, 2]) expect(await takeReceipt(officer, { batch, file })).toEqual({ taken: 3, differences: 0, strangers: 0 });
    expect(await receiptOf(batch)).toMatchObject({ taken: ["application-0", "application-1", "application-2"], differences: [] });
  });

  it("counts lines that are nobody's of the batch", async () => {
    const batch = await counter.batch(lines().slice(0, 1));
    expect(await takeReceipt(await counter.caller("officer"), { batch, text: pasted(new Draft(households).rows) })).toEqual({ taken: 1, differences: 0, strangers: 7 });
  });

  it("is refused when it cannot be understood, and the one before stays", async () => {
    const officer = await counter.caller("officer");
    const batch = await counter.batch(lines());
    await takeReceipt(officer, { batch, text: pasted(new Draft(households).rows) });
    const before = await receiptOf(batch);
    expect(await refusedAs(takeReceipt(officer, { batch, text: "没有表头" }))).toBe("receiptUnreadable");
    expect(await receiptOf(batch)).toEqual(before);
    expect(await refusedAs(takeReceipt(await counter.caller("neighbour"), { batch, text: "" }))).toBe("notHeld");
  });
});
