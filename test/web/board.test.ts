import type { VillageProgress } from "@domain/campaign.ts";
import { describe, expect, it } from "vitest";
import { campaign2013 } from "../seed/campaign2013.ts";
import { boardRows, boardStates } from "../../web/src/staff/rooms/board/standing.ts";

/** The board: what is done, what waits, what is late, with whom and by when, from the villages' own counters. */

const campaign = { ...campaign2013(new Date("2014-05-01T00:00:00Z")), status: "open" as const, areas: [], split: null, version: 1 };
const count = (households: number) => ({ households, people: households * 3 });
const village = (changes: Partial<VillageProgress>): VillageProgress => ({
  campaign: "one", code: "620623105201", name: "拉干村", areas: [], quota: null, counts: { identify: {}, exit: {}, village: {} },
  late: { identify: {}, exit: {}, village: {} }, unowned: [], ...changes,
});
const one = village({
  counts: { identify: { submitted: count(4), townReview: count(3), approved: count(2), inService: count(5), rejected: count(1), notNominated: count(1) }, exit: {}, village: {} },
  late: { identify: { townReview: count(2) }, exit: {}, village: {} },
});
const rowAt = (status: string, villages = [one]) => boardRows(campaign, villages, "identify").find((row) => row.status === status);

describe("the board", () => {
  it("counts who waits in a state, who is late there, and who is past it; not who was refused before", () => {
    expect(rowAt("submitted")).toMatchObject({ waiting: 4, late: 0, done: 10, by: "2014-07-31" });
    expect(rowAt("townReview")).toMatchObject({ waiting: 3, late: 2, done: 7, holders: ["townGovernment"] });
    expect(rowAt("inService")).toMatchObject({ waiting: 5, done: 0, by: "2015-01-31" });
  });

  it("adds the villages up, and names a role that nobody holds only where somebody waits for it", () => {
    const other = village({ code: "620623105202", counts: { identify: { townReview: count(1) }, exit: {}, village: {} }, unowned: ["villageCommittee"] });
    expect(rowAt("townReview", [one, other])).toMatchObject({ waiting: 4, late: 2, unowned: [] });
    const idle = village({ counts: { identify: { surveyed: count(1) }, exit: {}, village: {} }, unowned: ["villageCommittee"] });
    expect(rowAt("surveyed", [one, idle])).toMatchObject({ waiting: 1, unowned: ["villageCommittee"] });
  });

  it("lists the states of each track's own way, in the order of the plan", () => {
    expect(boardStates("village")).toEqual(["submitted", "townReview", "townApproved", "townNotice", "countyReview", "approved", "paired", "planned", "registered", "entered", "reported", "inService", "changeReview"]);
    expect(boardStates("exit")).toEqual(["submitted", "surveyed", "nominated", "verified", "villageNotice", "townReview", "townApproved", "townNotice", "countyReview"]);
  });
});
