import { Refusal } from "@domain/problems.ts";
import { readSheet } from "@domain/sheets/readSheet.ts";
import { personSheet } from "@domain/sheets/writeSheet.ts";
import { entriesOf } from "@domain/sheets/zip.ts";
import { inflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readGrid } from "../../../functions/src/services/sheets/readFile.ts";
import { writeWorkbook } from "../../../functions/src/services/sheets/workbook.ts";
import { sheetHousehold, TOWN } from "../../domain/sheets/sheets.ts";
import { zipOf } from "./zips.ts";

/** Spreadsheet files: what is written opens again, and what might do harm is not opened. */

const MB = 1024 * 1024;
const refusal = (file: Buffer | string) =>
  readGrid({ file: typeof file === "string" ? file : file.toString("base64") }).then(
    () => "taken",
    (error: unknown) => (error instanceof Refusal ? error.problem.code : "broken"),
  );

/** All the text of a packed file. */
const insideOf = (file: Buffer) =>
  (entriesOf(file) ?? []).map(({ method, from, to }) => (method === 8 ? inflateRawSync(file.subarray(from, to)) : file.subarray(from, to)).toString()).join("\n");

describe("a file of persons", () => {
  it("opens again with every household as it was, numbers whole, 屲 drawn", async () => {
    const households = Array.from({ length: 30 }, (_, at) => sheetHousehold({ seed: 900 + at, serial: at + 1 }));
    const file = await writeWorkbook({ name: "阳屲村", rows: personSheet(households) });
    const grid = await readGrid({ file: file.toString("base64") });
    const found = readSheet(grid, TOWN);
    expect(found.errors).toEqual([]);
    expect(found.households.map(({ no, form }) => ({ no, form }))).toEqual(households.map(({ no, form }) => ({ no, form })));
    expect(insideOf(file)).toContain("阳屲村");
    expect(typeof grid[1]?.[11]).toBe("string");
  });

  it("holds no formula, whatever a cell begins with", async () => {
    const bad = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "=HYPERLINK(\"http://x\")"];
    const file = await writeWorkbook({ name: "x", rows: [["姓名", "证件号码", "备注"], ...bad.map((text) => ["甲", "1", text])] });
    const inside = insideOf(file);
    expect(inside).not.toMatch(/<f[ >]/);
    const grid = await readGrid({ file: file.toString("base64") });
    expect(grid.slice(1).map((row) => String(row[2]).trim())).toEqual(bad.map((text) => text.trim()));
    /* Told to be text: it stays text when somebody edits the cell. */
    expect(inside).toMatch(/numFmtId="49"|formatCode="@"/);
  });

  it.each(["一/二社", "javascript:hit=1//", "'-(hit=1)-'", "[]:*?/\\", "很长的村名".repeat(10)])("is written for a village whatever it is called: %s", async (name) => {
    expect(await refusal(await writeWorkbook({ name, rows: [["姓名", "证件号码"]] }))).toBe("taken");
  });

  it("has columns as wide as what stands in them, and its header stays in sight", async () => {
    const inside = insideOf(await writeWorkbook({ name: "x", rows: [["姓名", "证件号码", "说明"], ["甲", "620623197703030869", "很长".repeat(60)]] }));
    expect([...inside.matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => Number(width))).toEqual([8, 20, 50]);
    expect(inside).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  });

  it("is taken from the sheet that has the header", async () => {
    expect(await refusal(await writeWorkbook({ name: "x", rows: [["姓名", "证件号码"]] }))).toBe("taken");
  });
});

describe("a file that is not opened", () => {
  it.each([
    ["one that says it unpacks to 200 MB", () => zipOf([{ name: "xl/a.xml", data: Buffer.alloc(200 * MB) }]), "fileUnpacksTooLarge"],
    ["one that unpacks to more than it says", () => zipOf([{ name: "xl/a.xml", data: Buffer.alloc(20 * MB), says: 1000 }]), "fileUnreadable"],
    ["one with an entry that its directory hides", () => zipOf([{ name: "a.xml", data: Buffer.from("x") }, { name: "b.xml", data: Buffer.alloc(20 * MB), hidden: true }]), "fileUnreadable"],
    ["one with a cell in the farthest corner", () => zipOf([{ name: "xl/worksheets/sheet1.xml", data: Buffer.from('<row r="1048576"><c r="XFD1048576"/></row>') }]), "fileUnpacksTooLarge"],
    ["one larger than 10 MB", () => Buffer.alloc(10 * MB + 1), "fileTooLarge"],
    ["an old .xls", () => Buffer.from("d0cf11e0a1b11ae1", "hex"), "fileOld"],
    ["a picture", () => Buffer.from("89504e470d0a1a0a", "hex"), "fileUnreadable"],
    ["a zip that is no spreadsheet", () => zipOf([{ name: "a.txt", data: Buffer.from("x") }]), "fileUnreadable"],
    ["nothing", () => Buffer.alloc(0), "fileUnreadable"],
  ])("%s", async (_what, make, code) => {
    expect(await refusal(make())).toBe(code);
  });

  it("neither a file nor text", async () => {
    await expect(readGrid({})).rejects.toMatchObject({ problem: { code: "fileMissing" } });
  });
});
