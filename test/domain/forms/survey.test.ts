import { describe, expect, it } from "vitest";
import { Facts } from "@domain/application.ts";
import { parseForm } from "@domain/forms/parse.ts";
import { EXIT_SURVEY, SURVEY, compute, facts, surveyOf } from "@domain/forms/survey.ts";
import { SURVEY_RULES } from "@domain/forms/surveyRules.ts";
import { changed, complaints, problemsOf, survey } from "./samples.ts";

const parsed = (value: unknown) => {
  const read = parseForm(SURVEY, value);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
};
const INCOME = { wage: 3000, business: 5000.5, property: 0, businessCost: 1200, transferPension: 660, transferEcology: 40.25 };

describe("the survey of a household", () => {
  it("computes transfers, gross, net and net per head, whatever is typed there", () => {
    const value = parsed(changed(survey(), "income", { ...INCOME, transfer: 1, netIncome: 999_999, perCapitaNetIncome: 1 }));
    const sums = { transfer: 700.25, grossIncome: 8700.75, netIncome: 7500.75, perCapitaNetIncome: 1875.19 };
    expect(value.income).toEqual({ ...INCOME, ...sums });
    expect(compute(value)).toEqual(sums);
  });

  it("lets the net income of a bad year be below zero", () => {
    const value = parsed(changed(survey(), "income", { wage: 0, business: 100, property: 0, businessCost: 500 }));
    expect(compute(value)).toEqual({ transfer: 0, grossIncome: 100, netIncome: -400, perCapitaNetIncome: -100 });
  });

  it("keeps an empty number apart from 0", () => {
    const value = parsed(changed(changed(survey(), "land.pasture", null), "land.woodland", 0));
    expect("pasture" in value.land).toBe(false);
    expect(value.land.woodland).toBe(0);
    expect(complaints(SURVEY, changed(survey(), "income.wage", null))).toEqual(["income.wage missing"]);
    expect(complaints(SURVEY, changed(survey(), "income.wage", ""))).toEqual(["income.wage missing"]);
  });

  it("reads sex, birth date and kind of number from the identity number, over what is typed", () => {
    const value = parsed(changed(changed(survey(), "members.1.sex", "male"), "members.1.birthDate", "2000-01-01"));
    expect(value.members[1]).toEqual(survey().members[1]);
  });

  it("reads them from a number typed with spaces or full-width digits too", () => {
    const wide = (text: string) => [...text].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join(" ");
    const typed = changed(survey(), "members.1.idNo", wide(survey().members[1]?.idNo ?? ""));
    expect(parsed(changed(typed, "members.1.birthDate", "2000-01-01")).members[1]).toEqual(survey().members[1]);
  });

  it("speaks of a wrong number once, and not of what would be read from it", () => {
    const problems = problemsOf(SURVEY, changed(changed(survey(), "members.1.idNo", "620623500312123"), "members.1.sex", undefined));
    expect(problems).toEqual([
      {
        path: "members.1.idNo",
        code: "identityFifteen",
        zh: "第 2 位家庭成员的“公民身份号码或残疾证号码”是 15 位旧号码，请填户口簿或新身份证上的 18 位号码。",
        en: '"Identity or disability number" of member 2: this is an old number of 15 digits; enter the 18 on the household booklet or the new card.',
      },
    ]);
  });

  it("finds the danger of a house in its grade", () => {
    expect(parsed(changed(survey(), "living.dangerGrade", "gradeD")).living.isDangerousHouse).toBe(true);
    expect(parsed(changed(survey(), "living.dangerGrade", "none")).living.isDangerousHouse).toBe(false);
  });

  const other = (path: string, value: unknown) => changed(survey(), path, value);
  const refused: [string, unknown, string][] = [
    ["no head", other("members.0.relation", "other"), "members oneHead"],
    ["two heads", other("members.1.relation", "head"), "members oneHead"],
    ["a count that is not the rows'", other("head.memberCount", 5), "head.memberCount memberCountDiffers"],
    ["a householder who is not the head", other("head.householderName", "扎西"), "head.householderName headNameDiffers"],
    ["another cause that is the main one", other("cause", { mainCause: "lackLand", otherCauses: ["lackLand"] }), "cause.otherCauses causeRepeats"],
    ["the same other cause twice", other("cause.otherCauses", ["illness", "illness"]), "cause.otherCauses repeated"],
    ["three other causes", other("cause.otherCauses", ["illness", "lackLand", "lackWater"]), "cause.otherCauses tooMany"],
    ["months without work", other("members.2.migrantMonths", 3), "members.2.migrantMonths monthsWithoutWork"],
    ["work without months", other("members.2.migrantWork", "inTown"), "members.2.migrantMonths missing"],
    ["13 months of work", other("members.0.migrantMonths", 13), "members.0.migrantMonths outOfRange"],
    ["more irrigated land than land", other("land", { farmland: 2, irrigated: 2.5 }), "land.irrigated irrigatedAboveFarmland"],
    ["one person twice", other("members.1.idNo", `${survey().members[0]?.idNo.slice(0, 18)}43`), "members.1.idNo sameIdentity"],
    ["one row twice", other("members.1.id", survey().members[0]?.id), "members.1 sameRow"],
    ["a birth after the survey", other("visit.surveyedOn", "1910-01-01"), "members.0.idNo bornAfterSurvey"],
    ["a row without an id", other("members.0.id", undefined), "members.0.id rowId"],
    ["an illness without a name", other("members.0", { ...survey().members[0], health: "chronic", diseaseType: "" }), "members.0.diseaseType missing"],
    ["an empty household", other("members", []), "members tooFew"],
    ["four surveyors", other("visit.surveyors", ["甲", "乙", "丙", "丁"]), "visit.surveyors tooMany"],
    ["no surveyor", other("visit.surveyors", []), "visit.surveyors tooFew"],
    ["a day that is none", other("visit.surveyedOn", "2014-02-30"), "visit.surveyedOn notDate"],
    ["seven photos", other("visit.photos", Array.from({ length: 7 }, (_, at) => `photo-000${at}`)), "visit.photos tooMany"],
  ];
  it.each(refused)("refuses %s", (_what, value, complaint) => {
    expect(complaints(SURVEY, value)).toContain(complaint);
  });

  it("has no rule that the refusals above leave out", () => {
    const codes = refused.map(([, , complaint]) => complaint.split(" ")[1]);
    expect(SURVEY_RULES.map(({ code }) => code).filter((code) => !codes.includes(code))).toEqual([]);
  });

  it("refuses a thousand members unread", () => {
    const rows = Array.from({ length: 1000 }, () => ({ junk: true }));
    expect(problemsOf(SURVEY, changed(survey(), "members", rows))).toEqual([
      expect.objectContaining({ path: "members", code: "tooMany", zh: "“家庭成员”太多，最多 20 项，请删去多余的。" }),
    ]);
  });

  it("gives lists the few facts that they need", () => {
    const value = survey();
    expect(Facts.parse(facts(value))).toEqual({
      householder: value.head.householderName,
      groupName: value.head.groupName,
      memberCount: 4,
      residentCount: value.head.residentCount,
      laborCount: value.members.filter(({ laborAbility }) => ["ordinary", "skilled"].includes(laborAbility)).length,
      perCapitaNetIncome: value.income.perCapitaNetIncome,
      mainCause: value.cause.mainCause,
      attribute: value.head.attribute,
    });
  });

  it("asks for the householder's signature on the exit track alone", () => {
    expect([surveyOf("identify"), surveyOf("exit")]).toEqual([SURVEY, EXIT_SURVEY]);
    expect(complaints(SURVEY, survey())).toEqual([]);
    expect(complaints(EXIT_SURVEY, survey())).toEqual(["exit.householderSigned missing", "exit.signedOn missing"]);
    const unsigned = { ...survey(), exit: { householderSigned: false, signedOn: "2014-06-20" } };
    expect(complaints(EXIT_SURVEY, unsigned)).toEqual(["exit.householderSigned mustBeTrue"]);
  });
});

describe("the working of farm income", () => {
  const lines = (...rows: Record<string, unknown>[]) => changed(survey(), "farmSales", rows.map((row, at) => ({ id: `f${at}`, ...row })));

  it("takes the table's coefficient, or the one that is typed", () => {
    const value = parsed(lines({ product: "wheat", sales: 1000 }, { product: "wheat", sales: 1000, coefficient: 0.4 }, { product: "other", sales: 100.55, coefficient: 0.5 }));
    expect(value.farmSales.map(({ net }) => net)).toEqual([310, 400, 50.28]);
  });

  it("asks for a coefficient where the table has none, and changes no sum of the income", () => {
    expect(complaints(SURVEY, lines({ product: "other", sales: 100 }))).toEqual(["farmSales.0.coefficient missing"]);
    expect(parsed(lines({ product: "wheat", sales: 1000 })).income).toEqual(survey().income);
  });
});
