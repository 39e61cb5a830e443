import { INPUTS } from "@domain/actionInputs.ts";
import type { Status } from "@domain/status.ts";
import { SINCE_APPROVAL } from "@domain/status.ts";
import { describe, expect, it } from "vitest";
import { handbookState } from "../../web/src/staff/parts/HandbookTag.tsx";
import { countsOf } from "../../web/src/staff/parts/villageCounts.tsx";
import { problemsOf, receiptsOf } from "../../web/src/staff/rooms/handbook/receipts.ts";
import { stationsOf } from "../../web/src/staff/rooms/household/steps.ts";
import { statusesOf } from "../../web/src/staff/rooms/tasks/tasks.ts";

const at = new Date("2014-08-20T00:00:00Z");
const registration = { year: 2013, action: "form-2", at };
const printed = { version: 1, code: "c", registration: "form-2", at, issued: null };

describe("a household's handbook", () => {
  it.each([
    ["toPrint", null],
    ["printed", printed],
    ["outdated", { ...printed, registration: "form-1" }],
    ["issued", { ...printed, issued: { at, action: "i" } }],
    ["outdated", { ...printed, registration: "form-1", issued: { at, action: "i" } }],
  ] as const)("is %s", (state, handbook) => {
    expect(handbookState({ handbook, registration })).toBe(state);
  });
});

describe("a signing session", () => {
  const session = { receivedOn: "2014-08-20", household: "户主本人", committee: "王某", others: { b: " 李小某 ", c: "李小某", d: " " } };

  it("records together those for whom the same person signed", () => {
    const receipts = receiptsOf(session, ["a", "b", "c", "d"]);
    expect(receipts.map(({ targets, input }) => [targets, input.householdCopy.by])).toEqual([[["a", "d"], "户主本人"], [["b", "c"], "李小某"]]);
    for (const { input } of receipts) expect(INPUTS.issueHandbook.safeParse(input).success).toBe(true);
  });

  it("wants a day that has come, and two names", () => {
    expect(problemsOf(session, "2014-08-20")).toEqual([]);
    expect(problemsOf({ ...session, receivedOn: "2014-08-21", committee: " " }, "2014-08-20").map(({ path }) => path)).toEqual(["receivedOn", "committee"]);
    expect(problemsOf({ ...session, receivedOn: "", household: "" }, "2014-08-20").map(({ path }) => path)).toEqual(["receivedOn", "household"]);
  });
});

describe("the stations of a way", () => {
  it.each(SINCE_APPROVAL)("know where a household stands at %s", (status) => {
    const here = stationsOf("identify", status).filter(({ standing }) => standing === "here").length;
    expect(here).toBe(status === "inService" ? 0 : 1);
  });

  it("lie all behind whoever has arrived", () => {
    expect(stationsOf("identify", "inService").every(({ standing }) => standing === "done")).toBe(true);
    expect(stationsOf("exit", "exited").every(({ standing }) => standing === "done")).toBe(true);
  });
});

describe("the tasks of a role", () => {
  it("never count households in service as waiting", () => {
    for (const role of ["villageCommittee", "villageCadre", "povertyOfficer"] as const) expect(statusesOf(role)).not.toContain("inService");
  });

  it("cover every state of a village that waits for somebody", () => {
    expect(statusesOf("countyLeadingGroup")).toEqual(["countyReview"]);
  });

  it("cover every other state that waits for the officer", () => {
    expect(statusesOf("povertyOfficer")).toEqual(expect.arrayContaining(["approved", "paired", "planned", "registered", "handbookIssued", "entered", "reported"]));
  });
});

it("counts a village's households in certain states from its counters", () => {
  const counts = { identify: { approved: { households: 3, people: 9 }, paired: { households: 2, people: 5 } }, exit: {}, village: {} };
  const village = { campaign: "one", code: "620623105201", name: "甲村", areas: [], quota: null, counts, late: { identify: {}, exit: {}, village: {} }, unowned: [] };
  const statuses: Status[] = ["approved"];
  expect(countsOf([village], { track: "identify", statuses })).toEqual(new Map([["620623105201", 3]]));
});
