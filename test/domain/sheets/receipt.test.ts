import { MISSING, readReceipt, readVillageReceipt } from "@domain/sheets/readReceipt.ts";
import { changedHeaders } from "@domain/sheets/compare.ts";
import type { SheetHousehold } from "@domain/sheets/columns.ts";
import { membersOf } from "@domain/sheets/columns.ts";
import { gridOfText } from "@domain/sheets/table.ts";
import { formSheet } from "@domain/sheets/writeSheet.ts";
import { VILLAGE_REGISTRATION } from "@domain/forms/villageRegistration.ts";
import { describe, expect, it } from "vitest";
import { Draft, pasted, sheetHousehold, TOWN } from "./sheets.ts";

const households = [sheetHousehold({ seed: 31 }), sheetHousehold({ seed: 32 })];
/** The first household's rows are 2 to 4, the second's 5 to 7. */
const draft = () => new Draft(households);
const compare = (rows: readonly (readonly unknown[])[], asked: SheetHousehold[] = households) => {
  const compared = readReceipt(rows, { ...TOWN, households: asked });
  if ("problem" in compared) throw new Error(compared.problem.code);
  return compared;
};

describe("the national system's receipt", () => {
  it("has no difference when everything was taken in as handed over", () => {
    expect(compare(draft().rows)).toEqual({ differences: [[], []], strangers: 0 });
    expect(compare(gridOfText(pasted(draft().rows)))).toEqual({ differences: [[], []], strangers: 0 });
  });

  it("may come with that system's own household numbers, other village names and fewer columns", () => {
    const made = draft();
    for (const row of [2, 3, 4]) made.set(row, "no", "62000012345").set(row, "personNo", "9").set(row, "place.village", "阳洼村");
    expect(compare(made.rows).differences).toEqual([[], []]);
    expect(compare(made.only("members.name", "members.idNo", "members.health")).differences).toEqual([[], []]);
  });

  it("tells each field that differs, with both values as printed", () => {
    const made = draft().set(3, "members.health", "患有大病").set(2, "income.wage", 99).set(3, "income.wage", null).set(4, "income.wage", null);
    const wage = String(draft().get(2, "income.wage"));
    const health = String(draft().get(3, "members.health"));
    expect(compare(made.rows).differences).toEqual([
      [{ field: "工资性收入（元）", ours: wage, theirs: "99" }, { field: "健康状况", ours: health, theirs: "患有大病" }],
      [],
    ]);
  });

  it("tells what was left empty, and what stands there but cannot be understood", () => {
    const made = draft().set(6, "members.education", "").set(7, "members.relation", "朋友");
    const [, second] = compare(made.rows).differences;
    expect(second).toMatchObject([{ field: "文化程度", theirs: "" }, { field: "与户主关系", theirs: "朋友" }]);
  });

  it("shows no number whole, neither ours nor theirs", () => {
    const made = draft().set(2, "members.idNo", "620623198001010018").set(5, "head.phone", "13900001111").set(6, "head.phone", "13900001111").set(7, "head.phone", "13900001111").set(2, "head.bankAccount", "123");
    const { differences } = compare(made.rows);
    const text = JSON.stringify(differences);
    for (const secret of ["620623198001010018", "13900001111", ...households.flatMap(({ form }) => membersOf(form).map(({ idNo }) => String(idNo)))]) expect(text).not.toContain(secret);
    expect(differences[0]).toContainEqual({ field: "证件号码", ours: expect.stringMatching(/^\d{6}\*{8}/), theirs: "****" });
    expect(differences[1]).toEqual([{ field: "户联系电话", ours: expect.stringMatching(/^154\*{4}\d{4}$/), theirs: "139****1111" }]);
  });

  it("tells a household and a member that are not there, and counts lines that are nobody's", () => {
    const made = draft();
    const withoutFirst = [made.rows[0] ?? [], ...made.rows.slice(4)];
    expect(compare(withoutFirst)).toEqual({ differences: [[{ field: MISSING, ours: "", theirs: "" }], []], strangers: 0 });
    const withoutMember = made.rows.filter((_, at) => at !== 2);
    expect(compare(withoutMember).differences[0]).toEqual([{ field: "姓名", ours: membersOf(households[0]?.form ?? {})[1]?.["name"], theirs: "" }]);
    expect(compare(made.rows, households.slice(0, 1))).toEqual({ differences: [[]], strangers: 3 });
  });

  it("is not understood without a header", () => {
    expect(readReceipt(draft().rows.slice(1), { ...TOWN, households })).toMatchObject({ problem: { code: "noHeaderRow" } });
  });
});

describe("a village's receipt", () => {
  const ours = formSheet(VILLAGE_REGISTRATION, { residents: { households: 300, population: 1200 }, development: { collectiveIncomeWan: 0.5 } });
  it("has no difference when it comes back as it went", () => expect(readVillageReceipt(ours, ours)).toEqual({ differences: [[]], strangers: 0 }));
  it("tells each item that differs", () => {
    const theirs = ours.map((row) => (row[4] === 300 ? [...row.slice(0, 4), "310"] : row));
    const found = readVillageReceipt(theirs, ours);
    expect(found).toMatchObject({ differences: [[{ ours: "300", theirs: "310" }]] });
  });
  it("is not understood without its columns", () => expect(readVillageReceipt([["a"]], ours)).toMatchObject({ problem: { code: "noItems" } }));
});

describe("a file beside the register", () => {
  it("says nothing where it is empty, and otherwise names the columns alone", () => {
    const [first] = households;
    if (!first) throw new Error("no household");
    const changed = { ...first, form: { ...first.form, income: { wage: 1 }, land: {}, members: membersOf(first.form).map((member) => ({ ...member, health: "disabled" })) } };
    expect(changedHeaders(first, first)).toEqual([]);
    expect(changedHeaders(first, changed)).toEqual(["健康状况", "工资性收入（元）"]);
    expect(changedHeaders(first, { ...first, form: { members: membersOf(first.form).slice(1) } })).toContain("家庭成员");
  });
});
