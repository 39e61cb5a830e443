import { emptyCounts } from "@domain/campaign.ts";
import { committed } from "@domain/quota/split.ts";
import { Status, STATUSES } from "@domain/status.ts";
import { describe, expect, it } from "vitest";
import { standingOf, totalOf } from "../../web/src/public/progress.ts";

const isCommitted = (status: Status) => STATUSES[status].committed;
const one = { households: 1, people: 3 };
const everyState = { counts: { ...emptyCounts(), identify: Object.fromEntries(Status.options.map((status) => [status, one])) }, quota: { identify: 40, exit: 2 } };

describe("the public progress of a village", () => {
  const standing = standingOf({ village: everyState, track: "identify", isCommitted });

  it("counts as taken what the quota counts as taken", () => {
    expect(standing.listed.people + standing.approved.people).toBe(committed(everyState.counts, "identify"));
  });

  it("has received every application but drafts and those withdrawn", () => {
    expect(standing.received.households).toBe(Status.options.length - 2);
  });

  it("shows nothing of a track in which nothing has happened", () => {
    expect(standingOf({ village: everyState, track: "exit", isCommitted }).received).toEqual({ households: 0, people: 0 });
  });

  it("adds up to the town, whose size is known as far as it is split", () => {
    const unsplit = standingOf({ village: { ...everyState, quota: null }, track: "identify", isCommitted });
    expect(unsplit.quota).toBeNull();
    expect(totalOf([standing, unsplit])).toMatchObject({ quota: 40, onNotice: { households: 4, people: 12 } });
    expect(totalOf([unsplit]).quota).toBeNull();
  });
});
