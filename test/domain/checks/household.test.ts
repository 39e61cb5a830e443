import type { HouseholdRecord } from "@domain/checks/check.ts";
import { CHECKS, checkOf, runChecks } from "@domain/checks/checks.ts";
import { ageOn } from "@domain/checks/finding.ts";
import type { Registration } from "@domain/forms/registration.ts";
import { splitPrivate } from "@domain/forms/private.ts";
import { SURVEY } from "@domain/forms/survey.ts";
import { StaffRole } from "@domain/roles.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inventHousehold } from "../../seed/invent.ts";
import { SEEDS } from "../../seed/inventPeople.ts";
import { changed, VILLAGE } from "../forms/samples.ts";
import type { HouseholdCheckId } from "./householdCases.ts";
import { after, CASES, CONTEXT, QUIET } from "./householdCases.ts";

const seeds = fc.integer({ min: 0, max: SEEDS - 1 });
const invent = (seed: number) => inventHousehold({ seed, village: VILLAGE, track: "identify" }).survey;
/** Every section and every value of a form, by path. */
const placesIn = (survey: object) =>
  Object.entries(survey).flatMap(([key, section]: [string, unknown]) =>
    Array.isArray(section)
      ? [key, ...section.flatMap((row: object, at) => Object.keys(row).map((field) => `${key}.${at}.${field}`))]
      : [key, ...Object.keys(Object(section)).map((field) => `${key}.${field}`)]);
const ids = CHECKS.household.map(({ id }) => id);
const rules = ({ record, context }: ReturnType<typeof after>) => runChecks("household", record, context).map(({ rule }) => rule);

describe("the checks of a household", () => {
  it("find nothing in the household that the cases start from", () => {
    expect(runChecks("household", QUIET, CONTEXT)).toEqual([]);
  });

  it.each(ids)("%s is raised by its case, and not by what lies beside it", (id: HouseholdCheckId) => {
    const { fires, quiet } = CASES[id];
    expect(rules(after(fires))).toContain(id);
    expect(rules(after(quiet))).not.toContain(id);
  });

  it("raise each rule once, in the table's order, however many members it concerns", () => {
    const { record, context } = after({ set: { "members.0.inNewRuralCoopMedical": false, "members.2.inNewRuralCoopMedical": false, "cause.mainCause": "illness" } });
    const found = runChecks("household", record, context);
    expect(found.map(({ rule }) => rule)).toEqual(["PE-13", "CA-01"]);
    expect(found[0]).toMatchObject({
      level: "lead",
      paths: ["members.0.inNewRuralCoopMedical", "members.2.inNewRuralCoopMedical"],
      sentence: { zh: "第 1、3 位家庭成员没有参加新农合。请动员参加。" },
    });
  });

  it("ask for the pension of whoever is insured and of age, and where a pension goes that nobody can draw", () => {
    const old = { "members.0.birthDate": "1953-12-31", "members.0.inResidentPension": true };
    const young = Object.fromEntries(QUIET.members.map((_, at) => [`members.${at}.inResidentPension`, false]));
    const paid = { "income.transferPension": 660 };
    expect(rules(after({ set: old }))).toContain("IN-05");
    expect(rules(after({ set: { ...old, ...paid } }))).not.toContain("IN-05");
    expect(rules(after({ set: { ...young, ...paid } }))).toContain("IN-05");
    expect(rules(after({ set: paid }))).not.toContain("IN-05");
  });

  it("never find an error in a sound household", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(runChecks("household", invent(seed), CONTEXT).filter(({ level }) => level === "error")).toEqual([]);
      }),
    );
  });

  it("say of a record with masks what they say of the numbers, or nothing", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const survey = invent(seed);
        const whole = runChecks("household", survey, CONTEXT).filter(({ rule }) => rule !== "PE-14");
        expect(runChecks("household", splitPrivate(SURVEY, survey).shown, CONTEXT)).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });

  it("ask nothing of the age, sex and certificate of a member whose number is not typed yet", () => {
    const set = { "members.2.idNo": undefined, "members.2.sex": undefined, "members.2.birthDate": undefined, "members.2.idType": undefined };
    expect(rules(after({ set }))).toEqual([]);
  });

  it("ask nothing of what a half-filled form does not hold yet", () => {
    expect(runChecks("household", {} as HouseholdRecord, CONTEXT)).toEqual([]);
    fc.assert(
      fc.property(seeds, fc.nat(), (seed, where) => {
        const survey = invent(seed);
        const places = placesIn(survey);
        const record = changed(survey, places[where % places.length] ?? "head", undefined) as HouseholdRecord;
        for (const { sentence } of runChecks("household", record, CONTEXT)) expect(sentence.zh + sentence.en).not.toMatch(/undefined|NaN/);
      }),
      { numRuns: 300 },
    );
  });

  it.each(ids)("%s names no person and no number", (id: HouseholdCheckId) => {
    const { record, context } = after(CASES[id].fires);
    const hidden = [record.head.householderName, record.head.phone, ...record.members.flatMap(({ name, idNo }) => [name, idNo])];
    for (const { sentence } of runChecks("household", record, context)) {
      for (const text of Object.values(sentence)) {
        expect(text).not.toMatch(/\d{8}|undefined|NaN/);
        for (const secret of hidden) expect(text).not.toContain(secret);
      }
    }
  });

  it("are told apart by their ids, each with a title, a source and somebody who answers", () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) {
      const check = checkOf(id);
      expect(StaffRole.options).toContain(check?.asks);
      expect(check?.source && check.zh && check.en).toBeTruthy();
    }
    expect(checkOf("XX-99")).toBeUndefined();
  });

  it("take the registration form as it stands", () => {
    const fits = (registration: Registration): HouseholdRecord => registration;
    expect(fits).toBeTypeOf("function");
  });
});

describe("ages", () => {
  it("are whole years on the day, and unknown without a date", () => {
    expect([ageOn("2013-12-31", "1997-12-31"), ageOn("2013-12-31", "1998-01-01"), ageOn("2013-12-31", "2014-01-01")]).toEqual([16, 15, -1]);
    expect([ageOn("2013-12-31", undefined), ageOn("2013-12-31", "")]).toEqual([undefined, undefined]);
  });
});
