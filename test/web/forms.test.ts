import { APPLICATION } from "@domain/forms/application.ts";
import { parseForm } from "@domain/forms/parse.ts";
import { describe, expect, it } from "vitest";
import { after, CHECK, newDraft, PLEDGE, problemsIn, QUESTIONS, stepOf } from "../../web/src/public/apply/draft.ts";
import { controlId, emptyValue, listed, problemAt, readNumber, withField } from "../../web/src/shared/form/value.ts";

const problem = (path: string) => ({ path, code: "missing", zh: path, en: path });

describe("problems find their field", () => {
  it("by the very path, before a part of it", () => {
    const problems = [problem("visit.surveyors.1"), problem("visit.surveyors")];
    expect(problemAt(problems, "visit.surveyors")?.path).toBe("visit.surveyors");
  });

  it("at the list, when one of its entries is wrong", () => {
    expect(problemAt([problem("visit.surveyors.1")], "visit.surveyors")?.path).toBe("visit.surveyors.1");
  });

  it("and never at a neighbour whose name begins alike", () => {
    expect(problemAt([problem("householder.phoneOwner")], "householder.phone")).toBeUndefined();
  });

  it("and the summary leads to the control", () => {
    expect(listed([problem("members.0.idNo")], ({ zh }) => zh)).toEqual([{ id: controlId("members.0.idNo"), text: "members.0.idNo" }]);
  });
});

describe("the farmer's application", () => {
  it("asks six questions and then for the pledge", () => {
    expect(QUESTIONS).toHaveLength(6);
    expect(PLEDGE.map(({ key }) => key)).toEqual(["pledge"]);
  });

  it("tells at each question only what is wrong there", () => {
    const empty = emptyValue(APPLICATION);
    for (const question of QUESTIONS) {
      const paths = problemsIn([question], empty).map(({ path }) => path);
      expect(paths.length, question.key).toBeGreaterThan(0);
      expect(paths.every((path) => path.startsWith(`${question.key}.`)), question.key).toBe(true);
    }
  });

  it("refuses more workers than people at the question itself, while the others are still empty", () => {
    const people = QUESTIONS.filter(({ key }) => key === "people");
    const told = (laborCount: number) => problemsIn(people, { ...emptyValue(APPLICATION), people: { memberCount: 2, laborCount } }).map(({ code }) => code);
    expect([told(3), told(2)]).toEqual([["laborAboveMembers"], []]);
  });

  it("goes on from question to question, but back to the check from one that is being corrected", () => {
    expect(after({ ...newDraft(), step: 2 }).step).toBe(3);
    expect(after({ ...newDraft(), step: 2, revising: true })).toEqual({ step: CHECK, revising: false });
  });

  it("leads every problem of an empty form to a step", () => {
    const parsed = parseForm(APPLICATION, emptyValue(APPLICATION));
    const steps = parsed.ok ? [] : parsed.problems.map(({ path }) => stepOf(path));
    expect(new Set(steps)).toEqual(new Set([1, 2, 3, 4, 5, 6, CHECK]));
  });
});

describe("what is typed into a number", () => {
  it.each([
    ["１８５０．５", 1850.5],
    ["1,850", 1850],
    [" 4 ", 4],
    ["", undefined],
    ["两千", "两千"],
    ["12.", "12."],
  ])("%s", (typed, value) => {
    expect(readNumber(typed)).toBe(value);
  });

  it("is gone when it is deleted, and never becomes 0", () => {
    expect(withField({ memberCount: 4, laborCount: 2 }, "laborCount", readNumber(""))).toEqual({ memberCount: 4 });
  });
});
