import { describe, expect, it } from "vitest";
import { changedFields } from "@domain/forms/changedFields.ts";
import { CHANGES, effectOf, isOfYear, memberChanges, presentForm, presentMembers, unexplained, unfounded } from "@domain/forms/changes.ts";
import { CHANGE_KINDS } from "@domain/forms/helpCodes2014.ts";
import { REGISTRATION } from "@domain/forms/registration.ts";
import { VILLAGE_REGISTRATION } from "@domain/forms/villageRegistration.ts";
import { inventVillage } from "../../seed/inventVillage.ts";
import { VILLAGE, changed, complaints, later, registration } from "./samples.ts";

const before = registration();
const [head, spouse, third, fourth] = before.members;
if (!head || !spouse || !third || !fourth) throw new Error("four members");
const baby = { ...fourth, id: "m9", name: "新生儿" };
const birth = { kind: "birth", row: "m9", on: "2014-05-01" } as const;
const death = { kind: "death", row: "m4", on: "2014-11-30" } as const;

describe("the members of a year and of the next", () => {
  it("differ by who came, who went and what became of the others, in whatever order they stand", () => {
    const after = { members: [baby, { ...spouse, health: "chronic" as const, diseaseType: "高血压" }, third, head] };
    expect(memberChanges(before, after)).toEqual({
      added: [baby], removed: [fourth], changed: [{ row: "m2", before: spouse, after: after.members[1], keys: expect.arrayContaining(["diseaseType"]) }],
    });
    expect(memberChanges(before, before)).toEqual({ added: [], removed: [], changed: [] });
  });

  it("are explained when everybody who came or went has a fitting change of the year", () => {
    const after = { members: [head, spouse, third, baby] };
    const need = { came: { row: "m9", name: "新生儿", need: "in" }, gone: { row: "m4", name: fourth.name, need: "out" } };
    const untold = (changes: Parameters<typeof unexplained>[0]["changes"]) => unexplained({ before, after, changes, year: 2014 });
    expect(untold([])).toEqual([need.came, need.gone]);
    expect(untold([birth])).toEqual([need.gone]);
    expect(untold([birth, death])).toEqual([]);
    expect(untold([birth, { ...death, kind: "marriageIn" }])).toEqual([need.gone]);
    expect(untold([birth, { ...death, on: "2013-11-30" }])).toEqual([need.gone]);
    expect(untold([birth, { ...death, row: "m3" }])).toEqual([need.gone]);
  });

  it("bear out every change, or the change is named", () => {
    const after = { members: [head, spouse, third] };
    expect(unfounded({ before, after, changes: [death] })).toEqual([]);
    expect(unfounded({ before, after: before, changes: [death, birth] })).toEqual([death, birth]);
  });

  it("are explained in every invented year", () => {
    const years = Array.from({ length: 60 }, (_, seed) => ({ before: registration(seed), ...later(seed) }));
    for (const { before: old, form, changes } of years) {
      expect(complaints(REGISTRATION, form)).toEqual([]);
      expect(unexplained({ before: old, after: form, changes, year: 2014 })).toEqual([]);
      expect(unfounded({ before: old, after: form, changes })).toEqual([]);
    }
    expect(new Set(years.map(({ changes }) => changes.length))).toEqual(new Set([0, 1]));
  });

  it("know which changes add and which take away", () => {
    expect(CHANGE_KINDS.every(({ key, effect }) => effectOf(key) === effect)).toBe(true);
  });

  it("name a member by the id of a row", () => {
    expect(complaints(CHANGES, { changes: [{ id: "c1", ...death, row: "第四 位" }] })).toEqual(["changes.0.row rowId"]);
    expect(complaints(CHANGES, { changes: [] })).toEqual([]);
  });
});

describe("who still lives there by the form of a year", () => {
  const left = { kind: "splitOff", row: "m4", on: "2015-02-01" } as const;

  it("is everybody but those whom a later change has taken out; the form itself stays whole", () => {
    const version = { form: before, changes: [left] };
    expect(presentMembers(version).map(({ id }) => id)).toEqual(["m1", "m2", "m3"]);
    expect(presentForm(version)).toEqual({ ...before, members: [head, spouse, third], head: { ...before.head, memberCount: 3, residentCount: Math.min(3, before.head.residentCount) } });
    expect(before.members.length).toBe(4);
  });

  it("is everybody of the form where the changes tell of those who are no longer in it, or who came", () => {
    const version = { form: { ...before, members: [head, spouse, third, baby] }, changes: [death, birth] };
    expect(presentForm(version)).toBe(version.form);
    expect(presentMembers({ form: null, changes: [] })).toEqual([]);
  });

  it("may have left after the year was over, by a split alone", () => {
    expect([left, { ...left, on: "2013-02-01" }, { ...left, kind: "moveOut" as const }].map((change) => isOfYear(change, 2014))).toEqual([true, false, false]);
  });
});

describe("what changed between two forms", () => {
  const told = (after: unknown) => changedFields(REGISTRATION, before, after).map(({ path, row, label, before: old, after: now }) => [path, row, label.zh, old, now]);

  it("is nothing between a form and itself", () => {
    expect(told(structuredClone(before))).toEqual([]);
  });

  it("is told field by field, with the row's own name, in the form's order", () => {
    const after = changed(changed(changed(before, "land.farmland", 99), "members.1.health", "disabled"), "head.bankName", undefined);
    expect(told(after)).toEqual([
      ["head.bankName", null, "开户银行", before.head.bankName, undefined],
      ["members.m2.health", spouse.name, "健康状况", spouse.health, "disabled"],
      ["land.farmland", null, "耕地面积", before.land.farmland, 99],
    ].filter(([, , , old, now]) => old !== now));
  });

  it("is one difference for a row that came or went", () => {
    expect(told({ ...before, members: [head, spouse, third, baby] })).toEqual([
      ["members.m9", "新生儿", "家庭成员", undefined, baby], ["members.m4", fourth.name, "家庭成员", fourth, undefined],
    ]);
  });

  it("works for a village's form, and for a value of no shape", () => {
    const village = inventVillage({ seed: 2, village: VILLAGE }).registration;
    const after = changed(village, "infrastructure.pavedToTown", !village.infrastructure.pavedToTown);
    expect(changedFields(VILLAGE_REGISTRATION, village, after).map(({ path, section }) => [path, section.zh])).toEqual([["infrastructure.pavedToTown", "基础设施状况"]]);
    expect(changedFields(VILLAGE_REGISTRATION, null, undefined)).toEqual([]);
  });
});
