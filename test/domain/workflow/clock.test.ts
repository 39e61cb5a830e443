import type { Application } from "@domain/application.ts";
import { entering } from "@domain/deadline.ts";
import { decide } from "@domain/workflow/decide.ts";
import { describe, expect, it } from "vitest";
import { campaign, caseOf, household, NOW } from "./sample.ts";

/** A clock runs from the entry into a state, stands still only with a reason, warns, and passes what is late upwards. */

/* NOW is a Tuesday, 10:00 in Shanghai. */
const at = (date: string) => new Date(`${date}T02:00:00Z`);
const waiting = (changes: Partial<Application> = {}): Application => household({ ...entering(campaign, "identify", "townReview", NOW), ...changes });

const next = (...given: Parameters<typeof caseOf>): Application => {
  const decision = decide(caseOf(...given));
  if (!decision.ok) throw new Error(decision.problem.code);
  return decision.next;
};
const refusal = (...given: Parameters<typeof caseOf>) => {
  const decision = decide(caseOf(...given));
  return decision.ok ? "applied" : decision.problem.code;
};
const hold = (until: string, on = waiting(), now = NOW) => next("hold", "countyOffice", on, { input: { until: at(until).toISOString(), reason: "等县医院证明" }, now });

describe("a household that waits for the town's review", () => {
  it("is due after seven working days, and its holder is to be warned two working days before", () => {
    expect(waiting()).toMatchObject({ dueAt: at("2014-05-29"), alarmAt: at("2014-05-27"), hold: null, escalated: null });
  });

  it("is due by the plan's date where that is sooner", () => {
    const late = entering(campaign, "identify", "townReview", at("2014-07-29"));
    expect(late.dueAt).toEqual(new Date("2014-07-31T15:59:59.999Z"));
  });

  it("is not warned of where its whole time is shorter than the warning", () => {
    const short = { ...campaign, clocks: { townReview: { unit: "workingDays", count: 1 } as const } };
    expect(entering(short, "identify", "townReview", NOW)).toMatchObject({ dueAt: at("2014-05-21"), alarmAt: at("2014-05-21") });
  });
});

describe("a clock that is stopped", () => {
  it("gives the rest of the time afterwards: three days later, on a working day", () => {
    expect(hold("2014-05-23")).toMatchObject({ dueAt: at("2014-06-02"), alarmAt: at("2014-05-29"), hold: { due: at("2014-05-29"), reason: "等县医院证明", role: "countyOffice", ended: null } });
  });

  it("gives no more than the time it stood still, when it goes on earlier", () => {
    const resumed = next("resume", "countyOffice", hold("2014-05-23"), { now: at("2014-05-21") });
    expect(resumed).toMatchObject({ dueAt: at("2014-05-30"), hold: { ended: at("2014-05-21"), until: at("2014-05-23") } });
  });

  it.each([
    ["a day too long", "2014-06-04", "holdTooLong"],
    ["the last day that the campaign allows", "2014-06-03", "applied"],
    ["into the past", "2014-05-19", "holdTooLong"],
    ["until this very moment", "2014-05-20", "holdTooLong"],
  ])("stands still no longer than ten working days: %s", (_how, until, result) => {
    expect(refusal("hold", "povertyOfficer", waiting(), { input: { until: at(until).toISOString(), reason: "等证明" } })).toBe(result);
  });

  it("is not stopped twice in one state, not when it is late, not where none runs, not by the village", () => {
    expect(refusal("hold", "countyOffice", hold("2014-05-23"))).toBe("heldBefore");
    expect(refusal("hold", "countyOffice", waiting(), { now: at("2014-05-29"), input: { until: at("2014-05-30").toISOString(), reason: "等证明" } })).toBe("lateAlready");
    expect(refusal("hold", "countyOffice", waiting({ dueAt: null }))).toBe("nothingDue");
    expect(refusal("hold", "villageCommittee", waiting())).toBe("roleNotAllowed");
    expect(refusal("hold", "countyOffice", waiting({ recused: ["countyOffice-1"] }))).toBe("recused");
  });

  it("does not go on when it runs already", () => {
    expect(refusal("resume", "countyOffice", waiting())).toBe("notOnHold");
    expect(refusal("resume", "countyOffice", hold("2014-05-23"), { now: at("2014-05-23") })).toBe("notOnHold");
    const resumed = next("resume", "countyOffice", hold("2014-05-23"), { now: at("2014-05-21") });
    expect(refusal("resume", "countyOffice", resumed, { now: at("2014-05-22") })).toBe("notOnHold");
  });

  it("runs anew in the next state, and nothing of the old clock is left", () => {
    const moved = next("approve", "townGovernment", { ...hold("2014-05-23"), escalated: { to: "county", at: NOW, times: 1 } });
    expect(moved).toMatchObject({ status: "townApproved", since: NOW, dueAt: at("2014-05-23"), alarmAt: at("2014-05-21"), hold: null, escalated: null });
  });
});

describe("the clock's own word", () => {
  const told = (on: Application, now: string, to?: string) => next(to ? "escalate" : "warn", "clock", on, { now: at(now), input: to ? { to } : {} });

  it("warns once before the end, then tells the county, then the supervisor, then nobody", () => {
    const warned = told(waiting(), "2014-05-27");
    expect(warned).toMatchObject({ alarmAt: at("2014-05-29"), escalated: null, status: "townReview", since: NOW });
    expect(refusal("warn", "clock", warned, { now: at("2014-05-28") })).toBe("alarmOver");
    const late = told(warned, "2014-05-29", "county");
    expect(late).toMatchObject({ escalated: { to: "county", at: at("2014-05-29"), times: 1 }, alarmAt: at("2014-06-03"), dueAt: at("2014-05-29") });
    expect(refusal("escalate", "clock", late, { now: at("2014-06-02"), input: { to: "supervisor" } })).toBe("alarmOver");
    const last = told(late, "2014-06-03", "supervisor");
    expect(last).toMatchObject({ escalated: { to: "supervisor", times: 2 }, alarmAt: null });
    expect(refusal("escalate", "clock", last, { now: at("2014-07-01"), input: { to: "supervisor" } })).toBe("alarmOver");
  });

  it("comes not too early, not to another level, and not as a warning when it is late", () => {
    expect(refusal("warn", "clock", waiting(), { now: at("2014-05-26") })).toBe("alarmOver");
    expect(refusal("escalate", "clock", waiting(), { now: at("2014-05-27"), input: { to: "county" } })).toBe("alarmOver");
    expect(refusal("escalate", "clock", waiting(), { now: at("2014-05-29"), input: { to: "supervisor" } })).toBe("alarmOver");
    expect(refusal("warn", "clock", waiting(), { now: at("2014-05-29") })).toBe("alarmOver");
  });

  it.each([
    ["surveyed", "town"], ["townApproved", "town"], ["reported", "town"], ["townReview", "county"], ["countyReview", "supervisor"],
  ] as const)("on a household that waits at %s goes first to the level: %s", (status, to) => {
    expect(refusal("escalate", "clock", waiting({ status, dueAt: NOW, alarmAt: NOW }), { input: { to } })).toBe("applied");
  });

  it("does not make stale what somebody looked at before it, and everything else does", () => {
    const seenAtThree = (on: Application) => refusal("approve", "townGovernment", on, { seen: { "target-1": 3 } });
    const twice = told(told(waiting(), "2014-05-27"), "2014-05-29", "county");
    expect([twice.chain.length, seenAtThree(twice)]).toEqual([5, "applied"]);
    expect(refusal("approve", "townGovernment", twice, { seen: { "target-1": 2 } })).toBe("stale");
    expect(refusal("approve", "townGovernment", twice, { seen: { "target-1": 6 } })).toBe("stale");
    expect(seenAtThree(hold("2014-05-23"))).toBe("stale");
    expect(seenAtThree(told(hold("2014-05-23"), "2014-05-29"))).toBe("stale");
  });
});

describe("the yearly update", () => {
  it("ends the wait for it: a household that was told of this year is not late with it", () => {
    const inService = household({ status: "inService", dueAt: NOW, alarmAt: NOW, household: "saishisi-1", registration: { year: 2013, action: "form-1", at: NOW } });
    expect(next("updateYear", "villageCadre", inService)).toMatchObject({ dueAt: null, alarmAt: null });
  });
});
