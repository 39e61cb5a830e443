import { letterOf } from "@domain/sheets/cells.ts";
import { readSheet } from "@domain/sheets/readSheet.ts";
import { describe, expect, it } from "vitest";
import { Draft, sheetHousehold, TOWN } from "./sheets.ts";

/** Two households: rows 2 to 4, and 5 to 7. */
const draft = () => new Draft([sheetHousehold({ seed: 21 }), sheetHousehold({ seed: 22 })]);
const spoilt = (row: number, source: string, value: unknown) => readSheet(draft().set(row, source, value).rows, TOWN);

type Case = [what: string, row: number, source: string, value: unknown, code: string];

/** A wrong cell, and the problem that is told of that very cell. */
const CELLS: readonly Case[] = [
  ["an old number of 15 digits",            3, "members.idNo", "620623800101001", "identityFifteen"],
  ["an old number stored as a number",      3, "members.idNo", 620623800101001, "identityFifteen"],
  ["a number that lost its digits",         3, "members.idNo", 620623198001010000, "lostDigits"],
  ["a number written with an exponent",     3, "members.idNo", "6.20623E+17", "lostDigits"],
  ["a number cut off and then made text",   3, "members.idNo", "620623198001010000", "lostDigits"],
  ["a number too short",                    3, "members.idNo", "62062319800101", "identityLength"],
  ["a number with a letter",                3, "members.idNo", "62062319800101A00X", "identityCharacters"],
  ["a number with an impossible birth",     3, "members.idNo", "620623198013010011", "identityBirth"],
  ["a number with a wrong digit",           3, "members.idNo", "620623198001010018", "identityChecksum"],
  ["a household number that lost digits",   2, "no", 6206231052060021, "lostDigits"],
  ["a household number of another village", 2, "no", "6206231052000021", "noDiffers"],
  ["an account that lost its digits",       2, "head.bankAccount", 6200000000000000021, "lostDigits"],
  ["a phone too short",                     2, "head.phone", "1391234", "notPhone"],
  ["a relation that is none",               3, "members.relation", "朋友", "unknownLabel"],
  ["an education that is none",             3, "members.education", "博士后", "unknownLabel"],
  ["a cause that is none",                  2, "cause.mainCause", "因懒", "unknownLabel"],
  ["a figure that is none",                 2, "income.wage", "约三千", "notNumber"],
  ["a figure below zero",                   2, "land.farmland", -3, "outOfRange"],
  ["a figure too fine",                     2, "land.farmland", 3.141, "tooFine"],
  ["a yes or no that is neither",           3, "members.inResidentPension", "可能", "notYesNo"],
  ["months beyond a year",                  3, "members.migrantMonths", 13, "outOfRange"],
  ["a name with digits",                    3, "members.name", "王2", "notName"],
  ["an empty name",                         3, "members.name", "", "missing"],
  ["an empty relation",                     3, "members.relation", null, "missing"],
  ["an unknown village",                    2, "place.village", "某某村", "unknownVillage"],
  ["another town",                          2, "place.town", "炭山岭镇", "otherTown"],
  ["another county",                        2, "place.county", "古浪县", "otherTown"],
  ["a year that is none",                   2, "year", "去年", "notNumber"],
  ["the wrong number of people",            2, "head.memberCount", 5, "differsInside"],
  ["a sum that is not the sum",             2, "income.netIncome", 1, "differsInside"],
  ["the name of another head",              2, "head.householderName", "某某某", "headDiffers"],
];

describe("a wrong cell", () => {
  it.each(CELLS)("is told by its row and column: %s", (_what, row, source, value, code) => {
    const made = draft();
    const { errors, households } = spoilt(row, source, value);
    const found = errors.find((one) => one.code === code);
    expect(errors.map((one) => one.code)).toContain(code);
    const spread = code === "differsInside";
    expect(found).toMatchObject({ row: spread ? row + 1 : row, column: letterOf(made.at(source)) });
    expect(found?.zh).toContain(`第 ${spread ? row + 1 : row} 行 ${letterOf(made.at(source))} 列`);
    expect(households.some((one) => one.row === 2)).toBe(false);
  });

  it("is told without anybody's name or number, in both languages", () => {
    for (const [, row, source, value] of CELLS) {
      const made = draft();
      const secrets = [2, 3, 4].flatMap((one) => [made.get(one, "members.idNo"), made.get(one, "members.name"), made.get(one, "head.phone")]);
      for (const { zh, en } of spoilt(row, source, value).errors) {
        for (const secret of [...secrets, String(value)].map(String).filter((one) => one.length > 1)) expect(`${zh} ${en}`).not.toContain(secret);
        expect(zh.length * en.length).toBeGreaterThan(0);
      }
    }
  });
});

/** What is quoted of a wrong cell beside its sentence. */
const QUOTED: readonly [what: string, source: string, value: unknown, typed: string | undefined][] = [
  ["a label as it was typed",                     "members.education", "博士后", "博士后"],
  ["a figure as it was typed",                    "income.wage", "约三千", "约三千"],
  ["a name as it was typed",                      "members.name", "王2", "王2"],
  ["an identity number by its ends",              "members.idNo", "620623198001010018", "620***18"],
  ["one that lost its digits, too",               "members.idNo", 620623198001010000, "620***00"],
  ["the head's number by its ends",               "headIdNo", "620623198001010018", "620***18"],
  ["an account by its ends",                      "head.bankAccount", "62 0000 0000 0000 0021X", "62 ***1X"],
  ["a phone by its ends",                         "head.phone", "139123456789", "139***89"],
  ["of a short number nothing",                   "head.phone", "1391234", "***"],
  ["an identity number in a wrong column by its ends", "members.education", "本科 620623198001010018", "本科 620***18"],
  ["a phone in a wrong column by its ends",       "place.village", "电话139 1234 5678", "电话139***78"],
  ["a long text by its beginning",                "income.wage", "很多".repeat(30), `${"很多".repeat(20)}…`],
  ["of an empty cell nothing",                    "members.name", "", undefined],
];

describe("what was typed", () => {
  it.each(QUOTED)("is quoted beside the problem: %s", (_what, source, value, typed) => {
    const made = draft();
    const row = source.startsWith("members") ? 3 : 2;
    const found = spoilt(row, source, value).errors.find((one) => one.column === letterOf(made.at(source)));
    expect(found?.typed).toBe(typed);
  });

  it("is quoted of a person who stands there twice by the ends of the number alone", () => {
    const made = draft();
    const number = String(made.get(3, "members.idNo"));
    const { duplicates } = readSheet(made.set(6, "members.idNo", number).rows, TOWN);
    expect(duplicates).toMatchObject([{ row: 6, typed: `${number.slice(0, 3)}***${number.slice(-2)}` }]);
  });
});

describe("a household whose rows do not agree", () => {
  const told = (made: Draft) => readSheet(made.rows, TOWN).errors.map(({ row, code }) => [row, code]);
  const all = (made: Draft, source: string, value: unknown) => made.set(2, source, value).set(3, source, value).set(4, source, value);

  it("has two heads, both rows named", () => {
    const [problem] = readSheet(draft().set(3, "members.relation", "户主").rows, TOWN).errors;
    expect(problem).toMatchObject({ row: 3, code: "twoHeads" });
    expect(problem?.zh).toContain("第 2 行");
  });

  it("has no head", () => expect(told(draft().set(2, "members.relation", "之父"))).toContainEqual([2, "noHead"]));
  it("says that it has more people than rows", () => expect(told(all(draft(), "head.memberCount", 4))).toEqual([[2, "countDiffers"]]));
  it("says a sum that its parts do not make", () => expect(told(all(draft(), "income.grossIncome", 1))).toEqual([[2, "sumDiffers"]]));
  it("names no village", () => expect(told(all(draft(), "place.village", ""))).toEqual([[2, "cellMissing"]]));
  it("says that the house is dangerous with a grade that is not", () => {
    expect(told(all(all(draft(), "living.dangerGrade", "否"), "living.isDangerousHouse", "是"))).toEqual([[2, "sumDiffers"]]);
  });
  it("says a sex and a birth date that the number does not tell", () => {
    const made = draft();
    const other = made.get(3, "members.sex") === "男" ? "女" : "男";
    expect(told(made.set(3, "members.sex", other).set(3, "members.birthDate", "1950/1/2"))).toEqual([[3, "numberDiffers"], [3, "numberDiffers"]]);
  });
  it("repeats the main cause among the others", () => {
    expect(told(all(all(draft(), "cause.mainCause", "因病"), "cause.otherCauses", "因学，因病"))).toEqual([[2, "causeRepeats"]]);
  });
  it("stands in two years", () => expect(told(draft().set(4, "year", 2012))).toContainEqual([4, "yearDiffers"]));
  it("stands in a year to come", () => {
    expect(readSheet(draft().rows, { ...TOWN, latestYear: 2012 }).errors.map(({ code }) => code)).toContain("yearTooLate");
  });
});

describe("a file that is no sheet of persons", () => {
  const codes = (rows: readonly (readonly unknown[])[]) => readSheet(rows, TOWN).errors.map(({ code }) => code);
  it("is empty", () => expect(codes([[], [null, ""]])).toEqual(["empty"]));
  it("has no header", () => expect(codes(draft().rows.slice(1))).toEqual(["noHeaderRow"]));
  it("lacks columns", () => expect(codes(draft().only("members.name", "members.idNo"))).toEqual(["columnMissing", "columnMissing"]));
  it("has a column twice", () => expect(codes(draft().only("members.name", "members.idNo", "members.relation", "place.village", "members.name"))).toEqual(["columnTwice"]));
  it("is too long", () => expect(codes(Array.from({ length: 20_011 }, () => []))).toEqual(["tooManyRows"]));
  it("is too wide", () => expect(codes([Array.from({ length: 201 }, () => "x")])).toEqual(["tooManyColumns"]));
  it("has more people in a household than there can be", () => {
    const rows = draft().rows;
    const many = [rows[0] ?? [], ...Array.from({ length: 21 }, () => rows[1] ?? [])];
    expect(codes(many)).toContain("tooManyMembers");
  });
});
