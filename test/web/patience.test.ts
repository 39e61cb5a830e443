import { afterEach, expect, it, vi } from "vitest";
import { inTime } from "../../web/src/staff/data/patience.ts";

/** A connection that is there and says nothing: nobody is kept waiting for "saved". */

afterEach(() => void vi.useRealTimers());

it("what gets no answer counts as not saved after a quarter of a minute, and not before", async () => {
  vi.useFakeTimers();
  let said = "nothing";
  void inTime(new Promise(() => undefined)).catch(() => (said = "not saved"));
  await vi.advanceTimersByTimeAsync(14_000);
  expect(said).toBe("nothing");
  await vi.advanceTimersByTimeAsync(2_000);
  expect(said).toBe("not saved");
});

it("what is answered is as it was answered", async () => {
  expect(await inTime(Promise.resolve("saved"))).toBe("saved");
  await expect(inTime(Promise.reject(new Error("refused")))).rejects.toThrow("refused");
});
