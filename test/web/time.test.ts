import { describe, expect, it } from "vitest";
import { dateOf, dateTimeOf, dayOf, lateSince, leftUntil } from "../../web/src/shared/time.ts";

const at = (text: string) => new Date(text);

describe("dates in words", () => {
  it("are those of Asia/Shanghai: an evening in Greenwich is the next day here", () => {
    expect(dateOf(at("2014-07-30T16:00:00Z"))).toEqual({ zh: "2014年7月31日", en: "31 Jul 2014" });
    expect(dateTimeOf(at("2014-07-31T10:05:00Z"))).toEqual({ zh: "2014年7月31日 18:05", en: "31 Jul 2014, 18:05" });
  });

  it("write midnight as 00:00 of the new day", () => {
    expect(dateTimeOf(at("2014-07-31T16:00:00Z")).zh).toBe("2014年8月1日 00:00");
  });

  it("take the plan's last days as days of the town", () => {
    expect(dayOf("2014-08-31")).toEqual({ zh: "2014年8月31日", en: "31 Aug 2014" });
  });
});

describe("how long a notice still runs", () => {
  const now = at("2014-07-31T10:00:00Z");

  it.each([
    ["2014-08-07T10:00:00Z", "还剩 7 天", "7 days left"],
    ["2014-08-07T09:59:50Z", "还剩 7 天", "7 days left"],
    ["2014-08-02T09:59:00Z", "还剩 2 天", "2 days left"],
    ["2014-08-01T10:00:00Z", "还剩 1 天", "1 day left"],
    ["2014-08-01T09:59:59Z", "还剩 23 小时", "23 hours left"],
    ["2014-07-31T10:01:00Z", "还剩 1 分钟", "1 minute left"],
    ["2014-07-31T10:00:00.400Z", "还剩 1 秒", "1 second left"],
    ["2014-07-31T10:00:00Z", "已到期", "over"],
  ])("until %s: %s", (end, zh, en) => {
    expect(leftUntil(at(end), now)).toEqual({ zh, en });
  });

  it("counts lateness from the first moment as one day", () => {
    expect(lateSince(at("2014-07-31T10:00:00Z"), now)).toBeUndefined();
    expect(lateSince(at("2014-07-31T09:59:59Z"), now)?.zh).toBe("已超期 1 天");
    expect(lateSince(at("2014-07-29T09:59:59Z"), now)?.zh).toBe("已超期 3 天");
  });
});
