import { StaffRole } from "@domain/roles.ts";
import { describe, expect, it } from "vitest";
import { groupsFor, sectionOf } from "../../web/src/staff/shell/groups.ts";
import { listedFor } from "../../web/src/staff/shell/rooms.ts";

describe("the navigation of the staff's rooms", () => {
  it.each(StaffRole.options)("shows %s each of its rooms once, the tasks first", (role) => {
    const shown = groupsFor(role).flatMap(({ rooms }) => rooms.map(({ path }) => path));
    expect(shown[0]).toBe("");
    expect(shown.toSorted()).toEqual(listedFor(role).map(({ path }) => path).toSorted());
  });

  it("knows in which room an address is, also where the address is of one household or village", () => {
    expect(["/staff", "/staff/", "/staff/survey/a1", "/staff/household/a1", "/staff/villageForm/a1", "/staff/print/list"].map(sectionOf))
      .toEqual(["", "", "survey", "households", "villages", "print"]);
  });
});
