import { describe, expect, it } from "vitest";
import { Facts } from "@domain/application.ts";
import { APPLICATION, factsOfApplication } from "@domain/forms/application.ts";
import { EXIT_PROPOSAL, factsOfExitProposal } from "@domain/forms/exitProposal.ts";
import { parseForm } from "@domain/forms/parse.ts";
import { FieldProblem } from "@domain/problem.ts";
import { inventHousehold } from "../../seed/invent.ts";
import { VILLAGE, application, changed, complaints, problemsOf } from "./samples.ts";

describe("the application of a household", () => {
  it("asks six questions and a pledge", () => {
    expect(APPLICATION.sections.map(({ key }) => key)).toEqual(["householder", "place", "people", "income", "cause", "relatives", "pledge"]);
  });

  it("is taken as an invented household fills it in", () => {
    expect(parseForm(APPLICATION, application())).toEqual({ ok: true, value: application() });
  });

  it("names every missing answer when nothing is filled in, in the domain's own shape", () => {
    const problems = problemsOf(APPLICATION, {});
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
      "householder.name missing", "householder.idNo missing", "householder.forOther missing", "place.groupName missing",
      "place.address missing", "people.memberCount missing", "people.laborCount missing", "income.perCapitaNetIncome missing",
      "cause.mainCause missing", "relatives.isRelative missing", "pledge.isTrue missing",
    ]);
    expect(problems.map((one) => FieldProblem.parse(one))).toEqual(problems);
    expect(problems[0]?.zh).toBe("“户主姓名”还没有填，请填写。");
    expect(problems[8]?.zh).toBe("“主要原因”还没有选，请选择。");
  });

  it.each([
    ["householder.idNo", "620623500312123", "identityFifteen"],
    ["householder.idNo", "620623********1234", "privateMissing"],
    ["householder.phone", "0935-3121234", "notPhone"],
    ["householder.name", "王3", "notName"],
    ["place.address", "二社\u202e12 号", "hiddenCharacter"],
    ["place.address", "二社\n12 号", "oneLine"],
    ["place.address", "山".repeat(81), "tooLong"],
    ["people.memberCount", 0, "outOfRange"],
    ["people.memberCount", 21, "outOfRange"],
    ["people.memberCount", 2.5, "notWhole"],
    ["people.memberCount", "4", "notNumber"],
    ["people.laborCount", 5, "laborAboveMembers"],
    ["income.perCapitaNetIncome", 1374.555, "tooFine"],
    ["income.perCapitaNetIncome", -1, "outOfRange"],
    ["cause.mainCause", "marriage", "notInList"],
    ["cause.note", "身份证 620623 19500312 1234", "holdsNumber"],
    ["cause.note", "账号 6228480000000000001", "holdsNumber"],
    ["pledge.isTrue", false, "mustBeTrue"],
    ["relatives.isRelative", "yes", "notYesNo"],
    ["householder", "王", "wrongType"],
    ["householder.status", "approved", "unknownKey"],
  ])("refuses %s = %j as %s", (path, value, code) => {
    expect(complaints(APPLICATION, changed(application(), path, value))).toContain(`${path} ${code}`);
  });

  it("may do without a phone", () => {
    expect(complaints(APPLICATION, changed(application(), "householder.phone", ""))).toEqual([]);
  });

  it("takes a lower-case x, full-width digits and spaces in an identity number", () => {
    const typed = changed(application(), "householder.idNo", " １１０１０５ 19491231 002x");
    expect(parseForm(APPLICATION, typed)).toMatchObject({ ok: true, value: { householder: { idNo: "11010519491231002X" } } });
  });

  it("asks who applies on behalf only when somebody does, and drops the answer when it is no longer asked", () => {
    const proxy = changed(application(), "householder.forOther", true);
    expect(complaints(APPLICATION, proxy)).toEqual(["householder.proxyName missing", "householder.proxyRelation missing"]);
    const parsed = parseForm(APPLICATION, changed(application(), "householder.proxyName", "卓玛"));
    expect(parsed.ok && parsed.value.householder.proxyName).toBeUndefined();
  });

  it("needs a note when the cause is another one", () => {
    const other = changed(changed(application(), "cause.mainCause", "other"), "cause.note", "  ");
    expect(complaints(APPLICATION, other)).toEqual(["cause.note missing"]);
    expect(complaints(APPLICATION, changed(application(), "cause", { mainCause: "disaster" }))).toEqual([]);
  });

  it("stores every middle dot of a name as the same one", () => {
    const parsed = parseForm(APPLICATION, changed(application(), "householder.name", "阿依古丽•巴合提"));
    expect(parsed.ok && parsed.value.householder.name).toBe("阿依古丽·巴合提");
  });

  it("repeats no key that might be somebody's number", () => {
    const [problem] = problemsOf(APPLICATION, changed(application(), "620623195003121234", 1));
    expect(problem).toMatchObject({ path: "?", code: "unknownKey" });
    expect(JSON.stringify(problem)).not.toMatch(/\d{6}/);
  });

  it("gives lists the few facts that they need", () => {
    expect(Facts.parse(factsOfApplication(application()))).toMatchObject({ memberCount: 4, residentCount: null, attribute: null });
  });
});

describe("the proposal of an exit", () => {
  const proposal = inventHousehold({ seed: 9, village: VILLAGE, track: "exit" }).exitProposal;

  it("is taken as filled in, and told in facts", () => {
    expect(parseForm(EXIT_PROPOSAL, proposal)).toEqual({ ok: true, value: proposal });
    expect(Facts.parse(factsOfExitProposal(proposal)).perCapitaNetIncome).toBeNull();
  });

  it.each([
    ["entry.registerNo", "6206231052060009X", "notRegisterNo"],
    ["exit.householderInformed", false, "mustBeTrue"],
    ["exit.reason", "other", "missing"],
  ])("refuses %s = %j", (path, value, code) => {
    const at = code === "missing" ? "exit.note" : path;
    expect(complaints(EXIT_PROPOSAL, changed(proposal, path, value))).toEqual([`${at} ${code}`]);
  });
});
