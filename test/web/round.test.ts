import { describe, expect, it } from "vitest";
import { isEarlier, roundOf } from "../../web/src/staff/parts/round.ts";

const day = (date: number) => new Date(Date.UTC(2014, 7, date));
const form = { id: "form-1", at: day(1) };
const survey = { id: "survey-1", at: day(2) };
const returned = { at: day(5), role: "townGovernment", reasons: "先分家再申请", action: "return-1" };
const before = roundOf([form, survey], { returned: null });

describe("what was typed and never sent", () => {
  it("is of the round in which it was typed, as long as the record stands as it did", () => {
    expect(isEarlier(before, { typed: true, typedOf: before.of })).toBe(false);
    expect(isEarlier(before, { typed: false, typedOf: undefined })).toBe(false);
    expect(isEarlier(before, { typed: false, typedOf: undefined, savedAt: day(3) })).toBe(false);
  });

  it.each([
    ["returned",                 roundOf([form, survey], { returned })],
    ["given another form",       roundOf([{ id: "form-2", at: day(5) }, survey], { returned: null })],
    ["surveyed anew",            roundOf([form, { id: "survey-2", at: day(5) }], { returned: null })],
    ["surveyed for the first time", roundOf([form, survey, { id: "plan-1", at: day(5) }], { returned: null })],
  ])("is of an earlier round once the record was %s", (_what, now) => {
    expect(isEarlier(now, { typed: true, typedOf: before.of })).toBe(true);
    expect(isEarlier(now, { typed: false, typedOf: undefined, savedAt: day(3) })).toBe(true);
    expect(isEarlier(now, { typed: false, typedOf: undefined, savedAt: day(6) })).toBe(false);
  });

  it("does not go by the clock of this device, and is asked about when it says nothing of its round", () => {
    expect(isEarlier(before, { typed: true, typedOf: before.of, savedAt: day(1) })).toBe(false);
    expect(isEarlier(before, { typed: true, typedOf: undefined })).toBe(true);
  });
});
