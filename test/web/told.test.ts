import { describe, expect, it } from "vitest";
import { tallyOf } from "../../web/src/staff/parts/FormIndex.tsx";
import { beginMeeting, EMPTY_VOTE, readMeeting } from "../../web/src/staff/rooms/meeting/typed.ts";

/** What somebody is told of what they typed: how much is empty, how much is wrong, and where. */

const problems = (...codes: string[]) => codes.map((code, at) => ({ path: `head.${at}`, code, zh: "", en: "" }));

it("an empty field is called not filled in, not wrong", () => {
  expect(tallyOf(problems("missing", "missing")).zh).toBe("还有 2 处没填");
  expect(tallyOf(problems("missing", "tooLong", "sumDiffers")).zh).toBe("还有 1 处没填，有 2 处需要更正");
  expect(tallyOf(problems("tooLong")).zh).toBe("有 1 处需要更正");
});

describe("the votes of a meeting", () => {
  const vote = (yes: string, no = "") => ({ ...EMPTY_VOTE, yes, no });

  it("name the households whose own are not whole, or more than were present", () => {
    const typed = { ...beginMeeting("村委会"), expected: "30", present: "25", votes: { one: vote("20", "5"), two: vote(""), three: vote("20", "6") } };
    const read = readMeeting(typed, ["one", "two", "three", "four"], "me");
    expect(read.ok ? [] : read.unsound).toEqual(["two", "three", "four"]);
  });
});
