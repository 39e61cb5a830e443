import { columnOf, COLUMNS } from "@domain/sheets/columns.ts";
import { bare, letterOf } from "@domain/sheets/cells.ts";
import { readSheet } from "@domain/sheets/readSheet.ts";
import { gridOfText } from "@domain/sheets/table.ts";
import { describe, expect, it } from "vitest";
import { Draft, pasted, sheetHousehold, TOWN } from "./sheets.ts";

/** Two households: rows 2 to 4, and 5 to 7. */
const draft = () => new Draft([sheetHousehold({ seed: 11 }), sheetHousehold({ seed: 12 })]);
const read = (rows: readonly (readonly unknown[])[]) => readSheet(rows, TOWN);
const told = ({ errors }: ReturnType<typeof read>) => errors.map(({ row, header, code }) => `${row} ${header} ${code}`);

describe("the sheet of persons", () => {
  it("begins with the national system's columns in its order", () => {
    expect(COLUMNS.slice(0, 26).map(({ header }) => header)).toEqual([
      "省", "市", "县", "乡", "村", "户编号", "人口编号", "姓名", "性别", "出生日期", "证件类型", "证件号码", "民族", "户联系电话", "成员联系电话", "年度",
      "与户主关系", "文化程度", "在校生状况", "劳动技能", "务工时间（月）", "健康状况", "政治面貌", "户主姓名", "户主证件号码", "识别标准",
    ]);
  });

  it("names every column once, with its unit, also when brackets are left out", () => {
    const names = COLUMNS.map(({ header }) => bare(header));
    expect(names.filter((name, at) => names.indexOf(name) < at)).toEqual([]);
    expect(columnOf("land.farmland").header).toBe("耕地面积（亩）");
    expect(columnOf("income.wage").header).toBe("工资性收入（元）");
    expect(columnOf("living.houseArea").header).toBe("住房面积（平方米）");
  });

  it("reads back what it wrote, every field of every household", () => {
    const households = Array.from({ length: 150 }, (_, at) => sheetHousehold({ seed: 400 + at, at: at % 11, memberCount: 1 + (at % 12), serial: at + 1 }));
    const found = read(new Draft(households).rows);
    expect(told(found)).toEqual([]);
    expect(found.households.map(({ form }) => form)).toEqual(households.map(({ form }) => form));
    expect(found.households.map(({ no }) => no)).toEqual(households.map(({ no }) => no));
    expect(found).toMatchObject({ year: 2013, duplicates: [], withoutNumber: [], counts: { households: 150, heldBack: 0 } });
  });

  it("reads the same from pasted text, and with numbers wrapped as the national tool wraps them", () => {
    const { rows } = draft();
    const wrapped = rows.map((row) => row.map((cell) => (typeof cell === "string" && /^\d{11,}/.test(cell) ? `="${cell}"` : cell)));
    const direct = read(rows).households;
    expect(read(gridOfText(pasted(rows))).households).toEqual(direct);
    expect(read(gridOfText(pasted(wrapped))).households).toEqual(direct);
    expect(direct).toHaveLength(2);
  });

  it("finds its header below a title and other rows, and passes over empty lines and sums", () => {
    const { rows } = draft();
    const titled = [["赛什斯镇贫困户名册"], [], ["填报单位：", "赛什斯镇"], ...rows, [], ["合计", 6]];
    expect(told(read(titled))).toEqual([]);
    expect(read(titled).households.map(({ row }) => row)).toEqual([5, 8]);
  });

  it("knows other names of columns, villages and labels", () => {
    const rows = draft().set(2, "place.village", "阳洼").set(3, "place.village", "阳屲").set(4, "place.village", "阳洼村委会").set(2, "place.town", "赛什斯").set(2, "place.county", "天祝县")
      .set(2, "members.ethnicity", "藏").set(3, "members.inResidentPension", "有").set(2, "head.attribute", 1).set(3, "head.attribute", "1").set(4, "head.attribute", "一般贫困户").rows;
    const [header = []] = rows;
    const renamed = header.map((name) => ({ 证件号码: "身份证号 ", 劳动技能: "劳动能力", 村: "行政村" })[String(name)] ?? name);
    const found = read([renamed, ...rows.slice(1)]);
    expect(told(found)).toEqual([]);
    expect(found.households[0]?.village).toBe("620623105206");
    expect(found.households[0]?.form).toMatchObject({ head: { attribute: "general" } });
  });

  it("carries on what is given on a household's first row alone, as merged cells do", () => {
    const made = draft();
    const household = COLUMNS.filter(({ scope }) => scope !== "member").map(({ source }) => source);
    for (const row of [3, 4, 6, 7]) for (const source of household) made.set(row, source, null);
    expect(read(made.rows).households).toEqual(read(draft().rows).households);
  });

  it("puts people together by the head's number, or in order, when there is no household number", () => {
    const made = draft();
    const byHead = made.only("place.village", "headIdNo", "members.name", "members.idNo", "members.relation");
    const inOrder = made.only("place.village", "members.name", "members.idNo", "members.relation");
    for (const rows of [byHead, inOrder]) {
      const found = read(rows);
      expect(told(found)).toEqual([]);
      expect(found.households.map(({ no, memberCount }) => [no, memberCount])).toEqual([[null, 3], [null, 3]]);
    }
  });

  it("keeps the national system's own number, and groups by it", () => {
    const made = draft();
    for (const row of [2, 3, 4]) made.set(row, "no", "6200001234");
    const [first] = read(made.rows).households;
    expect(first).toMatchObject({ no: null, memberCount: 3, form: { file: { nationalHouseholdNo: "6200001234" } } });
  });
});

describe("people kept apart", () => {
  it("lists who stands twice, with both rows, and holds both households back", () => {
    const made = draft();
    made.set(6, "members.idNo", made.get(3, "members.idNo")).set(6, "members.sex", null).set(6, "members.birthDate", null);
    const found = read(made.rows);
    expect(found.duplicates).toHaveLength(1);
    expect(found.duplicates[0]).toMatchObject({ row: 6, column: letterOf(made.at("members.idNo")), header: "证件号码", code: "repeatedPerson" });
    expect(found.duplicates[0]?.zh).toContain("第 3 行");
    expect(found).toMatchObject({ households: [], errors: [], counts: { households: 2, heldBack: 2 } });
  });

  it.each(["", null, "999999999999999999", "无", "暂无"])("enters a household without its member who has no number (%s)", (cell) => {
    const made = draft().set(3, "members.idNo", cell);
    const found = read(made.rows);
    expect(told(found)).toEqual([]);
    expect(found.withoutNumber).toMatchObject([{ row: 3, code: "noNumber" }]);
    expect(found.households.map(({ memberCount }) => memberCount)).toEqual([3, 3]);
    expect((found.households[0]?.form["members"] as unknown[]).length).toBe(2);
  });

  it("holds a household back whose head has no number", () => {
    const found = read(draft().set(2, "members.idNo", "").set(2, "headIdNo", "").set(3, "headIdNo", "").set(4, "headIdNo", "").rows);
    expect(found.withoutNumber).toMatchObject([{ row: 2, code: "headNoNumber" }]);
    expect(found.households.map(({ row }) => row)).toEqual([5]);
    expect(found.counts.heldBack).toBe(1);
  });
});
