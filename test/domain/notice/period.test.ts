import { endOfDay, isWorkingDay, periodEnd, shanghaiDate } from "@domain/notice/period.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/** The spring festival of 2014, with its two make-up days. */
const calendar = {
  holidays: ["2014-01-31", "2014-02-01", "2014-02-02", "2014-02-03", "2014-02-04", "2014-02-05", "2014-02-06"],
  workdays: ["2014-01-26", "2014-02-08"],
};

describe("the period of a notice", () => {
  it("ends seven days after the instant it began, to the millisecond", () => {
    expect(periodEnd(new Date("2014-05-20T01:02:03.004Z"), { unit: "calendarDays", count: 7 }, calendar).toISOString()).toBe("2014-05-27T01:02:03.004Z");
  });

  it.each([
    ["2014-05-23T02:00:00Z", 1, "2014-05-26"],
    ["2014-01-30T02:00:00Z", 1, "2014-02-07"],
    ["2014-01-30T02:00:00Z", 2, "2014-02-08"],
    ["2014-01-24T02:00:00Z", 1, "2014-01-26"],
    ["2014-05-22T17:00:00Z", 1, "2014-05-26"],
  ])("from %s, %i working day(s) end on %s in Shanghai", (from, count, date) => {
    expect(shanghaiDate(periodEnd(new Date(from), { unit: "workingDays", count }, calendar))).toBe(date);
  });

  it("always ends on a working day when counted in working days, and never sooner than as many calendar days", () => {
    const instant = fc.date({ min: new Date("2014-01-01"), max: new Date("2016-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const end = periodEnd(from, { unit: "workingDays", count }, calendar);
        expect(isWorkingDay(end, calendar)).toBe(true);
        expect(end.getTime()).toBeGreaterThanOrEqual(periodEnd(from, { unit: "calendarDays", count }, calendar).getTime());
      }),
    );
  });

  it("counts a day to its last millisecond in Shanghai", () => {
    expect(endOfDay("2014-07-31").toISOString()).toBe("2014-07-31T15:59:59.999Z");
  });
});
