import { isOpen } from "@domain/checks/questions.ts";
import type { FindingRow, HelpSum, Version } from "@domain/register.ts";
import { describe, expect, it } from "vitest";
import { kindsOf, membersIn, NO_REQUEST, readRequest } from "../../web/src/staff/rooms/changes/request.ts";
import { groupsOf, standingOf, sumsOf } from "../../web/src/staff/rooms/entry/sums.ts";
import { isStuck, verdictOf } from "../../web/src/staff/rooms/imports/report.ts";
import { added, byCause, noteOf, NOTHING, ofVillage } from "../../web/src/staff/rooms/money/sums.ts";
import { checkState, inActions, shownRows, tallyByRule } from "../../web/src/staff/rooms/trial/tally.ts";
import { beginUpdate, changesFrom, kindsFor, reasonProblems, typedFrom, updateYears, whoChanged } from "../../web/src/staff/rooms/update/value.ts";

const facts = (memberCount: number, mainCause: string | null, attribute: string | null) =>
  ({ householder: "甲", groupName: "一社", memberCount, residentCount: null, laborCount: null, perCapitaNetIncome: null, mainCause, attribute });

describe("data entry", () => {
  it("sums what goes to the county by kind of household and by cause", () => {
    const sums = sumsOf([{ facts: facts(3, "illness", "general") }, { facts: facts(5, "illness", null) }, { facts: null }]);
    expect(sums).toMatchObject({ households: 3, people: 8 });
    expect(sums.byCause).toEqual([{ key: "illness", households: 2, people: 8 }, { key: "", households: 1, people: 0 }]);
    expect(sums.byAttribute.map(({ key, people }) => [key, people])).toEqual([["", 5], ["general", 3]]);
  });

  const lines = ["one", "two", "three"].map((application, at) => ({ application, householder: application, no: String(at) }));
  const receipt = { at: new Date(), by: "x", taken: ["one"], differences: [{ application: "two", field: "姓名", ours: "甲", theirs: "乙" }], strangers: 0 };

  it("lists differences household by household", () => {
    expect(groupsOf(lines, receipt).map(({ householder, differences }) => [householder, differences.length])).toEqual([["two", 1]]);
    expect(groupsOf(lines, null)).toEqual([]);
  });

  it("tells what of a batch waits, agrees, is entered, and has left it for a correction", () => {
    const rows = [
      { id: "one", batch: "b", status: "handbookIssued" as const },
      { id: "two", batch: null, status: "handbookIssued" as const },
      { id: "three", batch: "b", status: "reported" as const },
    ];
    const standing = standingOf({ id: "b", lines, receipt }, rows, "handbookIssued");
    expect(standing.waiting.map(({ id }) => id)).toEqual(["one"]);
    expect(standing.agreed.map(({ id }) => id)).toEqual(["one"]);
    expect(standing.entered).toBe(1);
    expect(standing.left.map(({ application }) => application)).toEqual(["two"]);
  });
});

describe("the trial run", () => {
  const row = (rule: string, level: FindingRow["level"], answered = false): FindingRow => ({
    rule, level, paths: [], zh: "", en: "", raisedAt: new Date(), settledAt: null,
    answer: answered ? { text: "属实", by: "x", role: "villageCommittee", at: new Date(), action: "a" } : null,
  });

  it("counts as open what is wrong, and what nobody has answered", () => {
    expect([row("A", "error", true), row("A", "doubt"), row("A", "doubt", true), row("A", "lead")].map(isOpen)).toEqual([true, true, false, false]);
  });

  it("tallies by rule, errors first", () => {
    const tally = tallyByRule([{ rows: [row("ZZ-1", "doubt"), row("YY-1", "lead")] }, { rows: [row("ZZ-1", "doubt", true), row("XX-1", "error")] }]);
    expect(tally.map(({ rule, found, open }) => [rule, found, open])).toEqual([["XX-1", 1, 1], ["ZZ-1", 2, 1], ["YY-1", 1, 0]]);
  });

  it("shows one rule or all, open ones or everything", () => {
    const rows = [row("B", "doubt", true), row("A", "doubt"), row("B", "error")];
    expect(shownRows({ rows }, { rule: "", onlyOpen: true }).map(({ rule }) => rule)).toEqual(["B", "A"]);
    expect(shownRows({ rows }, { rule: "B", onlyOpen: false })).toHaveLength(2);
  });

  it("wants a record checked anew once its form was completed again", () => {
    const registration = { year: 2013, action: "second", at: new Date() };
    expect(checkState({ registration }, undefined)).toBe("stale");
    expect(checkState({ registration }, { registration: "first", open: 0 })).toBe("stale");
    expect(checkState({ registration }, { registration: "second", open: 1 })).toBe("open");
    expect(checkState({ registration }, { registration: "second", open: 0 })).toBe("clear");
  });

  it("sends no more than 500 records in one action", () => {
    const ids = Array.from({ length: 1201 }, (_, at) => String(at));
    expect(inActions(ids).map((part) => part.length)).toEqual([500, 500, 201]);
    expect(inActions([])).toEqual([]);
  });
});

/** The form of a year, with what changed in it. */
const version = (year: number, form: unknown, changes: Version["changes"] = [{ kind: "birth", row: "m3", on: `${year}-03-01` }]): Version => ({
  areas: [], applicant: null, year, form, helper: null, plan: null, changes, answers: { "PE-03": "属实" }, application: "a", action: "b", at: new Date(),
});

describe("the yearly update", () => {
  const before = { members: [{ id: "m1", name: "甲" }, { id: "m2", name: "乙" }] };
  const after = { members: [{ id: "m1", name: "甲" }, { id: "m3", name: "丙" }] };

  it("names everybody who came or went, and asks each for a fitting reason in the year", () => {
    const came = whoChanged(before, after);
    expect(came).toEqual([{ row: "m3", name: "丙", effect: "in" }, { row: "m2", name: "乙", effect: "out" }]);
    expect(reasonProblems(came, {}, 2014)).toHaveLength(4);
    const reasons = { m3: { kind: "death" as const, on: "2014-02-01", note: "" }, m2: { kind: "death" as const, on: "2013-12-31", note: "病故 " } };
    expect(reasonProblems(came, reasons, 2014)).toEqual([{ row: "m3", what: "kind" }, { row: "m2", what: "on" }]);
    expect(changesFrom(came, reasons)[1]).toEqual({ kind: "death", row: "m2", on: "2013-12-31", name: "乙", note: "病故" });
    expect(kindsFor("in").map(({ key }) => key)).toContain("birth");
  });

  it("begins with last year's form, to be signed anew; a correction with its own", () => {
    const versions = [version(2013, { foot: { filledBy: "甲", checkedBy: "乙", filledOn: "2014-08-01", householderSigned: true } })];
    const begun = beginUpdate({ year: 2014, versions, filledBy: "丁" });
    expect(begun?.before?.year).toBe(2013);
    expect(begun?.typed.form.foot).toMatchObject({ filledBy: "丁", checkedBy: "乙" });
    expect(begun?.typed.form.foot).not.toHaveProperty("householderSigned");
    const correcting = beginUpdate({ year: 2014, versions: [...versions, version(2014, { foot: {} })], filledBy: "丁" });
    expect(correcting?.typed.reasons).toEqual({ m3: { kind: "birth", on: "2014-03-01", note: "" } });
    expect(correcting?.typed.answers).toEqual({ "PE-03": "属实" });
    expect(beginUpdate({ year: 2016, versions, filledBy: "丁" })).toBeUndefined();
  });

  it("goes on with what was saved for others", () => {
    const { typed, year } = typedFrom({ head: { groupName: "一社" }, answers: { A: "是" }, reasons: {}, year: 2014 }, new Date(0));
    expect([year, typed.form, typed.answers]).toEqual([2014, { head: { groupName: "一社" } }, { A: "是" }]);
  });

  it("is offered for the year after the campaign's, and each that has begun since", () => {
    expect(updateYears({ year: 2013 }, "2014-08-01")).toEqual([2014]);
    expect(updateYears({ year: 2013 }, "2016-01-10")).toEqual([2014, 2015, 2016]);
  });
});

describe("requests of change", () => {
  const people = [{ id: "m1", name: "甲", relation: "head" }, { id: "m2", name: "乙" }, { id: "m3", name: "丙" }];
  const members = membersIn([version(2014, { members: people }, [{ kind: "splitOff", row: "m3", on: "2015-02-01" }]), version(2013, { members: [] })]);

  it("name those who are still there by the latest form", () => {
    expect(members.map(({ name, isHead }) => [name, isHead])).toEqual([["甲", true], ["乙", false]]);
  });

  it("say of a split who leaves and who heads them; the householder stays", () => {
    const split = { ...NO_REQUEST, kind: "split" as const, reason: "子女成家" };
    expect(readRequest(split, members)).toEqual({ ok: false, missing: ["people", "householder"] });
    expect(readRequest({ ...split, people: ["m1", "m2"], householder: "m2" }, members)).toEqual({ ok: false, missing: ["people"] });
    expect(readRequest({ ...split, people: ["m2"], householder: "m1" }, members)).toEqual({ ok: false, missing: ["householder"] });
    expect(readRequest({ ...split, people: ["m2"], householder: "m2" }, members)).toEqual({ ok: true, input: { kind: "split", reason: "子女成家", people: ["m2"], householder: "乙" } });
  });

  it("need no more than a reason otherwise", () => {
    expect(readRequest(NO_REQUEST, [])).toEqual({ ok: false, missing: ["kind", "reason"] });
    expect(readRequest({ ...NO_REQUEST, kind: "naturalEnd", reason: " 全户迁出 " }, [])).toEqual({ ok: true, input: { kind: "naturalEnd", reason: "全户迁出" } });
    expect(kindsOf("village")).toEqual(["naturalEnd", "wrongIdentification"]);
  });
});

describe("money and results", () => {
  const sum = (planned: number, paid: number, results: number) => ({ ...NOTHING, planned, paid, results });

  it("adds up per village and per cause, the village's own projects last", () => {
    const villages: { help: Record<string, HelpSum> }[] = [{ help: { illness: sum(100, 50, 1), village: sum(9000, 9000, 1) } }, { help: { illness: sum(20, 0, 0), funds: sum(10, 200, 0) } }];
    expect(villages.map((one) => ofVillage(one).planned)).toEqual([9100, 30]);
    expect(byCause(villages).map(({ cause, sum: { paid } }) => [cause, paid])).toEqual([["funds", 200], ["illness", 50], ["village", 9000]]);
    expect(added([])).toEqual(NOTHING);
  });

  it("marks what wants a second look", () => {
    expect(noteOf(sum(0, 0, 0), 3)).toBe("withoutMoney");
    expect(noteOf(sum(10, 10, 0), 3)).toBe("withoutResult");
    expect(noteOf(sum(10, 10, 1), 3)).toBeUndefined();
    expect(noteOf(sum(0, 0, 0), undefined)).toBeUndefined();
  });
});

describe("an import", () => {
  const counts = { rows: 1, people: 1, households: 1, entered: 0, unchanged: 0, different: 0, heldBack: 0, duplicates: 0, withoutNumber: 0, errors: 0 };

  it("is ready only without an error, and says when nothing new was written", () => {
    expect(verdictOf({ committed: false, counts: { ...counts, errors: 1 } })).toBe("errors");
    expect(verdictOf({ committed: false, counts })).toBe("ready");
    expect(verdictOf({ committed: true, counts: { ...counts, entered: 1 } })).toBe("done");
    expect(verdictOf({ committed: true, counts: { ...counts, unchanged: 1 } })).toBe("same");
  });

  it("counts as cut off when it has not moved for ten minutes", () => {
    const now = new Date("2014-08-01T10:00:00Z");
    const at = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
    expect(isStuck({ state: "writing", changedAt: at(11) }, now)).toBe(true);
    expect(isStuck({ state: "writing", changedAt: at(2) }, now)).toBe(false);
    expect(isStuck({ state: "done", changedAt: at(60) }, now)).toBe(false);
  });
});
