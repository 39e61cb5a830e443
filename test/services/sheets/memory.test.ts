import { mkdtempSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { personSheet } from "@domain/sheets/writeSheet.ts";
import { afterAll, describe, expect, it } from "vitest";
import { importRegister, takeList } from "../../../functions/src/callables/staffRequests.ts";
import { writeWorkbook } from "../../../functions/src/services/sheets/workbook.ts";
import { sheetHousehold } from "../../domain/sheets/sheets.ts";
import { run } from "../../support/suite/childProcess.ts";
import { ROOT } from "../../support/suite/places.ts";
import { zipOf } from "./zips.ts";

/** What a file can do to the memory of the function that opens it, each measured in a process of its own. */

const MB = 1024 * 1024;
const folder = mkdtempSync(join(tmpdir(), "lika-sheets-"));
afterAll(() => rm(folder, { recursive: true }));

async function open(name: string, file: Buffer): Promise<{ verdict: string; grown: number }> {
  const path = join(folder, name);
  writeFileSync(path, file);
  const { output } = await run({ command: process.execPath, args: ["--import", "./test/support/register.mjs", "test/services/sheets/openFile.ts", path], cwd: ROOT, timeout: 110_000 });
  return JSON.parse(output.trim().split("\n").at(-1) ?? "{}") as { verdict: string; grown: number };
}

const SHEET = ["<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>", "</sheetData></worksheet>"] as const;
const sheet = (xml: string, says?: number): Buffer => zipOf([
  { name: "xl/workbook.xml", data: Buffer.from('<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>') },
  { name: "xl/_rels/workbook.xml.rels", data: Buffer.from('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>') },
  { name: "xl/worksheets/sheet1.xml", data: Buffer.from(xml), ...(says !== undefined && { says }) },
]);

/** Rows of twenty cells, until they make so many MB. */
function cells(size: number): string {
  let rows = "";
  for (let row = 1; rows.length < size * MB; row += 1)
    rows += `<row r="${row}">${Array.from({ length: 20 }, (_, at) => `<c r="${String.fromCharCode(65 + at)}${row}" t="inlineStr"><is><t>x</t></is></c>`).join("")}</row>`;
  return SHEET.join(rows);
}

/** Of the 1 GiB that the function has, two calls at a time share what its start leaves. */
const ROOM = 350;

describe("the memory of whoever opens a file", () => {
  it("bears a town's people, and the largest file that is opened at all, twice at a time", async () => {
    const households = Array.from({ length: 1200 }, (_, at) => sheetHousehold({ seed: at, serial: at + 1 }));
    const town = await open("town.xlsx", await writeWorkbook({ name: "全镇", rows: personSheet(households) }));
    expect(town.verdict).toMatch(/^3\d\d\d rows$/);
    expect(town.grown).toBeLessThan(200);
    const largest = await open("largest.xlsx", sheet(cells(38)));
    expect(largest.verdict).toMatch(/^\d{5} rows$/);
    expect(largest.grown).toBeLessThan(ROOM);
  }, 240_000);

  it.each([
    ["says that it unpacks to 300 MB", "fileUnpacksTooLarge", 60, () => sheet("x".repeat(MB), 300 * MB)],
    ["unpacks to 300 MB and does not say so", "fileUnreadable", 60, () => sheet("x".repeat(300 * MB), 1000)],
    ["is 90 MB of cells", "fileUnpacksTooLarge", 60, () => sheet(cells(90))],
    ["is 38 MB of tags that are never closed", "fileUnreadable", 200, () => sheet("<a>".repeat(12 * MB))],
    ["is 38 MB of tags in each other, closed at the end", "fileUnreadable", 200, () => sheet(SHEET.join("<a>".repeat(5 * MB) + "</a>".repeat(5 * MB)))],
    ["is 36 MB of tags that are begun and never end", "fileUnreadable", 200, () => sheet(`${"<a</".repeat(9 * MB)}<b>${"<c>".repeat(50)}`)],
    ["names a cell in the farthest corner", "fileUnpacksTooLarge", 60, () => sheet(SHEET.join('<row r="1048576"><c r="XFD1048576"/></row>'))],
  ] as const)("hardly grows by a file that %s, which is refused", async (_what, refused, most, make) => {
    const { verdict, grown } = await open("bomb.xlsx", make());
    expect(verdict).toBe(refused);
    expect(grown).toBeLessThan(most);
  }, 120_000);

  it("is shared by two calls at most where files are opened", () => {
    for (const one of [importRegister, takeList]) expect((one as unknown as { __endpoint: object }).__endpoint).toMatchObject({ concurrency: 2, availableMemoryMb: 1024 });
  });
});
