import { REGISTRATION } from "@domain/forms/registration.ts";
import type { Found } from "@domain/workflow/case.ts";
import { describe, expect, it } from "vitest";
import { readForm, withoutTyped } from "../../web/src/staff/parts/checkForm.ts";
import { besides, doubtsIn } from "../../web/src/staff/rooms/registration/elsewhere.ts";
import { answersFor, beginRegistration, besideFields, typedFrom, unanswered } from "../../web/src/staff/rooms/registration/value.ts";

const found = (rule: string, level: Found["level"], paths: string[] = []): Found => ({ rule, level, paths, zh: rule, en: rule });
const MASK = "620623********1234";

describe("the registration form while it is filled in", () => {
  const survey = { head: { householderName: "李某", memberCount: 1 }, members: [{ id: "row1", name: "李某", idNo: MASK }] };
  const begun = beginRegistration(REGISTRATION, { survey, applied: { place: { address: "三社" } }, filledBy: "王某" });

  it("begins with what survey and application tell, and with who fills it in", () => {
    expect(begun).toMatchObject({ head: { householderName: "李某", address: "三社" }, members: [{ id: "row1", idNo: MASK }], foot: { filledBy: "王某" } });
  });

  it("takes a kept number's mask for the number, and asks for one that is missing", () => {
    const at = (value: typeof begun) => readForm(REGISTRATION, value, true).problems.filter(({ path }) => path === "members.0.idNo");
    expect(at(begun)).toEqual([]);
    expect(at({ ...begun, members: [{ id: "row1", name: "李某" }] })).toHaveLength(1);
  });

  it("saves for others no number that was typed, nor its mask, but every mask that was there", () => {
    const typed = { ...begun, members: [{ id: "row1", name: "李某", idNo: MASK }, { id: "row2", name: "李小某", idNo: "620623199001011234" }] };
    expect(withoutTyped(REGISTRATION, typed).members).toEqual([{ id: "row1", name: "李某", idNo: MASK }, { id: "row2", name: "李小某" }]);
  });

  it("goes on with what somebody saved: the answers lie beside the sections", () => {
    const at = new Date("2014-08-01T00:00:00Z");
    expect(typedFrom({ head: { groupName: "三社" }, answers: { "PE-01": "属实", odd: 3 } }, at)).toEqual({ form: { head: { groupName: "三社" } }, answers: { "PE-01": "属实" }, at: at.toISOString() });
  });
});

describe("what the checks ask about it", () => {
  const asked = [found("AA-01", "error", ["head.memberCount"]), found("BB-01", "doubt", ["members.0.age", "members.1.age"]), found("CC-01", "lead")];

  it("stands beside every field that it names", () => {
    expect(besideFields(asked).map(({ path }) => path)).toEqual(["head.memberCount", "members.0.age", "members.1.age"]);
  });

  it("wants an answer to doubts alone, in words", () => {
    expect(unanswered(asked, {}).map(({ rule }) => rule)).toEqual(["BB-01"]);
    expect(unanswered(asked, { "BB-01": " 是 " }).map(({ rule }) => rule)).toEqual(["BB-01"]);
    expect(unanswered(asked, { "BB-01": "属实" })).toEqual([]);
  });

  it("sends the answers of doubts that are still there", () => {
    expect(answersFor(asked, { "BB-01": " 属实 ", "ZZ-99": "早已更正" })).toEqual({ "BB-01": "属实" });
  });

  it("takes up what only the functions could ask, once, and sends the answer to it", () => {
    const asks = [{ path: "residents.poorHouseholds", code: "VI-01", zh: "名册上是 0 户", en: "none in the register" }, { path: "", code: "BB-01", zh: "", en: "" }];
    const problem = { code: "doubtsUnanswered", zh: "", en: "", fields: asks };
    const outcome = (refused: object) => ({ at: new Date(), applied: 0, refused: 1, targets: { one: { applied: false as const, problem: { ...problem, ...refused } } } });
    const all = besides(asked, doubtsIn(outcome({}), "one"));
    expect(all.map(({ rule, level }) => `${rule} ${level}`)).toEqual(["AA-01 error", "BB-01 doubt", "CC-01 lead", "VI-01 doubt"]);
    expect(answersFor(all, { "BB-01": "属实", "VI-01": "正在填写" })).toEqual({ "BB-01": "属实", "VI-01": "正在填写" });
    expect(answersFor(all, { "BB-01": "属实" })).toEqual({ "BB-01": "属实" });
    expect(doubtsIn(outcome({ code: "formHasErrors" }), "one")).toEqual([]);
  });
});
