import { expect, it } from "vitest";
import { byGroup } from "../../web/src/staff/parts/order.ts";

it("groups stand by their number, however it is written, and those without one last", () => {
  const groups = ["二社", "北社", "六社", "十二社", "第 3 社", "四社", "", "二十社", "五社", "一社", "10社"];
  expect(groups.toSorted(byGroup).filter(Boolean)).toEqual(["一社", "二社", "第 3 社", "四社", "五社", "六社", "10社", "十二社", "二十社", "北社"]);
});
