import { describe, expect, it } from "vitest";
import type { Code, CodeList } from "@domain/forms/codeList.ts";
import { findCode } from "@domain/forms/codeList.ts";
import * as codes from "@domain/forms/codes2014.ts";
import { ETHNICITIES } from "@domain/forms/ethnicities.ts";
import { EXIT_REASONS } from "@domain/forms/exitProposal.ts";
import * as help from "@domain/forms/helpCodes2014.ts";
import * as living from "@domain/forms/livingCodes2014.ts";
import { FARM_PRODUCTS, YIELDS } from "@domain/forms/surveyFarmSales.ts";
import * as village from "@domain/forms/villageCodes2014.ts";
import { PHONE_OWNERS } from "@domain/forms/surveyHousehold.ts";

const isList = (value: unknown): value is CodeList => Array.isArray(value);
const LISTS = Object.entries({ ...codes, ...living, ...help, ...village, ETHNICITIES, EXIT_REASONS, PHONE_OWNERS, FARM_PRODUCTS }).flatMap(([name, value]) =>
  isList(value) ? [[name, value] as const] : [],
);
const labels = (list: CodeList) => list.map(({ zh }) => zh);

describe("the code lists of 2014", () => {
  it("are all looked at here", () => {
    expect(LISTS.length).toBe(28 + 9 + 9);
  });

  it.each(LISTS)("%s has keys and codes once each, in code order, with both labels", (_name, list) => {
    const column = (part: keyof Code) => list.map((entry) => entry[part]);
    expect(new Set(column("key")).size).toBe(list.length);
    expect(new Set(column("zh")).size).toBe(list.length);
    expect(column("code")).toEqual([...new Set(column("code"))].sort());
    expect(list.every(({ zh, en }) => zh.length > 0 && en.length > 0)).toBe(true);
  });

  it("number the nationalities as GB/T 3304 does", () => {
    const numbers = ["han", "mongol", "hui", "tibetan", "uyghur", "manchu", "kazakh", "dongxiang", "tu", "salar", "bonan", "yugur", "other"];
    const expected = ["01", "02", "03", "04", "05", "11", "17", "26", "30", "35", "47", "48", "97"];
    expect(numbers.map((key) => findCode(ETHNICITIES, key)?.code)).toEqual(expected);
    expect(ETHNICITIES.length).toBe(57);
  });

  it("put the helpers in the plan's order of preference, and the two ways of every change", () => {
    expect(labels(help.HELPER_KINDS)).toEqual(["联户干部（双联）", "村干部、包村干部", "农村党员", "致富带头人", "驻地企业"]);
    expect(help.CHANGE_KINDS.filter(({ effect }) => effect === "in").map(({ key }) => key)).toEqual(["birth", "marriageIn", "moveIn", "mergeIn", "otherIncrease"]);
    expect(help.CHANGE_KINDS.filter(({ effect }) => effect === "out").map(({ key }) => key)).toEqual(["death", "marriageOut", "moveOut", "splitOff", "otherDecrease"]);
  });

  it("have a coefficient for every crop but those that are typed", () => {
    expect(FARM_PRODUCTS.filter(({ key }) => !(key in YIELDS)).map(({ key }) => key)).toEqual(["other"]);
  });

  it("hold the values of 2014 and none that came later", () => {
    expect([codes.RELATIONS.length, codes.EDUCATIONS.length, codes.STUDENT_STATUSES.length]).toEqual([21, 6, 16]);
    expect([codes.HEALTHS.length, codes.LABOR_ABILITIES.length, codes.CAUSES.length, codes.ATTRIBUTES.length]).toEqual([4, 4, 12, 4]);
    expect(labels(codes.CAUSES)).not.toContain("因婚");
    expect(labels(codes.LABOR_ABILITIES)).not.toContain("弱劳动力或半劳动力");
  });
});
