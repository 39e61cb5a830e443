import { REGISTRATION } from "@domain/forms/registration.ts";
import { splitPrivate } from "@domain/forms/private.ts";
import { describe, expect, it } from "vitest";
import { readForm } from "../../web/src/staff/parts/checkForm.ts";
import { inventHousehold } from "../seed/invent.ts";
import { inventRegistration } from "../seed/inventRegistration.ts";

describe("a form in which masks stand for numbers that are known", () => {
  const village = { code: "620623105201", name: "拉干村" };
  const { survey } = inventHousehold({ seed: 7, village, track: "identify" });
  const whole = inventRegistration({ seed: 7, survey });
  const { shown } = splitPrivate(REGISTRATION, whole);

  it("is right as it stands", () => {
    expect(readForm(REGISTRATION, shown, true).problems).toEqual([]);
    expect(readForm(REGISTRATION, shown, false).problems.map(({ code }) => code)).toContain("privateMissing");
  });

  it("is held to the rules between its fields all the same", () => {
    const wrong = { ...shown, head: { ...shown.head, memberCount: shown.members.length + 1 } };
    expect(readForm(REGISTRATION, wrong, true).problems.map(({ path }) => path)).toEqual(["head.memberCount"]);
  });
});
