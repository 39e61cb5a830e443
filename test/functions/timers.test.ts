import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closingTimer, LONGEST_HOP_MS } from "../../functions/src/timers/timers.ts";

/** The timer of a notice's end: one name for one instant, never farther away than Cloud Tasks allows. */

const NOW = new Date("2014-06-01T02:00:00.123Z");
const DAY = 86_400_000;
const after = (ms: number) => new Date(NOW.getTime() + ms);

describe("the closing timer", () => {
  it("is at the very instant of the end, by a name that holds it", () => {
    const closesAt = after(7 * DAY);
    expect(closingTimer({ id: "notice-1", closesAt }, NOW)).toEqual({
      queue: "closeNotice", name: `close-notice-1-${closesAt.getTime()}`, at: closesAt, data: { notice: "notice-1" }, anew: true,
    });
  });

  it("has the same name whenever it is asked for within the last hop, and another after an extension", () => {
    const notice = { id: "notice-1", closesAt: after(20 * DAY) };
    const names = [0, DAY, 19 * DAY, 20 * DAY].map((ms) => closingTimer(notice, after(ms)).name);
    expect(new Set(names).size).toBe(1);
    expect(closingTimer({ ...notice, closesAt: after(21 * DAY) }, NOW).name).not.toBe(names[0]);
  });

  it("reaches any end by hops of less than thirty days, always forwards, each under a name of its own", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 366 * DAY }), (ms) => {
        const closesAt = after(ms);
        const names = new Set<string>();
        for (let now = NOW; now < closesAt; ) {
          const { at, name } = closingTimer({ id: "notice-1", closesAt }, now);
          expect(at.getTime()).toBeGreaterThan(now.getTime());
          expect(at.getTime() - now.getTime()).toBeLessThanOrEqual(LONGEST_HOP_MS);
          expect(at.getTime()).toBeLessThanOrEqual(closesAt.getTime());
          expect(names.has(name)).toBe(false);
          names.add(name);
          now = at;
        }
        expect(names.size).toBe(Math.max(1, Math.ceil(ms / LONGEST_HOP_MS)));
      }),
    );
    expect(LONGEST_HOP_MS).toBeLessThan(30 * DAY);
  });

  it("lies in no future for a notice whose end has passed", () => {
    const closesAt = after(-DAY);
    expect(closingTimer({ id: "notice-1", closesAt }, NOW).at).toEqual(closesAt);
  });
});
