import { readList } from "@domain/sheets/readList.ts";
import { gridOfText } from "@domain/sheets/table.ts";
import { describe, expect, it } from "vitest";
import { inventHousehold } from "../../seed/invent.ts";
import { villageAt } from "./sheets.ts";

/** Outside lists as offices send them: only the numbers are looked at. */

const NUMBERS = inventHousehold({ seed: 61, village: villageAt(), track: "identify", memberCount: 6 }).survey.members.map(({ idNo }) => idNo.slice(0, 18));
const [one = "", two = "", three = ""] = NUMBERS;
const codes = (grid: readonly (readonly unknown[])[], column?: number) => readList(grid, { column }).errors.map(({ row, column, code }) => `${row}${column} ${code}`);

describe("the column of the numbers", () => {
  it.each([
    ["below a title", [["机动车登记名单"], ["序号", "号牌", "所有人身份证明号码"], [1, "甘H00001", one]], "C"],
    ["as the national system calls it", [["姓名", "证件号码"], ["某某", one]], "B"],
    ["a person's own, where the head's stands before it", [["户主身份证号码", "公民身份号码"], [two, one]], "B"],
    ["of a company's owner", [["企业名称", "法定代表人证件号码"], ["某商店", one]], "B"],
  ])("is found %s", (_what, grid, letter) => {
    const { column, people } = readList(grid);
    expect([column?.letter, people]).toEqual([letter, [one]]);
  });

  it("is asked for when no heading names it, and may be chosen", () => {
    const grid = [["单位", "号"], ["某校", one]];
    expect(readList(grid)).toMatchObject({ column: null, columns: [{ letter: "A", header: "单位" }, { letter: "B", header: "号" }], people: [] });
    expect(codes(grid)).toEqual(["0 noNumberColumn"]);
    expect(readList(grid, { column: 1 })).toMatchObject({ rows: 1, people: [one], errors: [] });
    expect(readList(grid, { column: 7 }).errors).toHaveLength(1);
  });

  it("shows nobody's line as headings where there are none", () => {
    const bare = readList([["某某", one], ["某二", two]], { column: 1 });
    expect(bare.columns.map(({ header }) => header)).toEqual(["", ""]);
    expect(bare).toMatchObject({ rows: 2, people: [one, two] });
  });
});

describe("a line", () => {
  it("counts once, however often its person stands there, and without a number not at all", () => {
    const grid = [["身份证号"], [one], [` ${one} `], [], [""], ["合计"].slice(1), [two.toLowerCase()], ["—"]];
    expect(readList([["序号", "身份证号"], [1, one], [2, ` ${one}`], [], [3, ""], [4, two]])).toMatchObject({ rows: 4, people: [one, two], repeated: 1, empty: 1, errors: [] });
    expect(readList(grid).people).toEqual([one, two]);
  });

  it("takes a disability certificate as its holder", () => {
    expect(readList([["残疾人证号", "证件号"], ["", `${three}42`]]).people).toEqual([three]);
  });

  it.each([
    ["an old number of 15 digits", "620623800101001", "identityFifteen"],
    ["a number that lost its digits", 620623198001010000, "lostDigits"],
    ["a number cut off and then made text", "620623198001010000", "lostDigits"],
    ["a formula", "=A1&B1", "formula"],
    ["a wrong digit", `${one.slice(0, 17)}${one.endsWith("1") ? "2" : "1"}`, "identityChecksum"],
    ["a mask", `${one.slice(0, 6)}********${one.slice(14)}`, "hiddenNumber"],
  ])("is told by its row and left out when it holds %s; the others count", (_what, cell, code) => {
    const found = readList([["身份证号"], [one], [cell], [two]]);
    expect(found.people).toEqual([one, two]);
    expect(found.errors).toMatchObject([{ row: 3, column: "A", code }]);
    expect(JSON.stringify(found.errors)).not.toContain(String(cell));
  });

  it("is read when the national tool wrapped it as text", () => {
    expect(readList([["证件号码"], [`="${one}"`]]).people).toEqual([one]);
  });
});

describe("a whole file", () => {
  it.each([
    ["nothing in it", [[], [""]], "empty"],
    ["too many rows", Array.from({ length: 20_011 }, () => ["身份证号"]), "tooManyRows"],
    ["too many columns", [Array.from({ length: 201 }, (_, at) => (at === 0 ? "身份证号" : "x"))], "tooManyColumns"],
  ])("is refused with %s", (_what, grid, code) => {
    expect(codes(grid)).toEqual([`0 ${code}`]);
  });

  it("may be a .csv: commas, quotes, and a mark at its beginning", () => {
    const grid = gridOfText(`\ufeff姓名,地址,身份证号\r\n某某,"一社, ""老院""",${one}\r\n某二,二社,${two}\r\n`, ",");
    expect(grid[1]).toEqual(["某某", '一社, "老院"', one]);
    expect(readList(grid)).toMatchObject({ rows: 2, people: [one, two] });
  });
});
