import { AppealRequest, ComplaintRequest, ObjectionRequest } from "@domain/records.ts";
import { describe, expect, it } from "vitest";

/** What anybody may send to the public's addresses. */

const [OVERRIDE, ISOLATE] = ["\u202e", "\u2067"];
const id = "abcdefghijklmnopqrst";

describe("a text of the public's", () => {
  it("is kept without the marks that turn writing round, and as it is otherwise", () => {
    const turned = `${OVERRIDE}他家有两辆${ISOLATE}车。བོད་ 👨‍👩‍👧\n第二行`;
    const plain = "他家有两辆车。བོད་ 👨‍👩‍👧\n第二行";
    expect(ObjectionRequest.parse({ id, notice: id, serial: 1, text: turned, name: `某${OVERRIDE}人` })).toMatchObject({ text: plain, name: "某人" });
    expect(AppealRequest.parse({ id, objection: id, text: turned }).text).toBe(plain);
    expect(ComplaintRequest.parse({ id, campaign: id, village: "620623105201", about: `干部${ISOLATE}甲`, text: turned })).toMatchObject({ text: plain, about: "干部甲" });
  });

  it("is no text when nothing is left of it", () => {
    expect(AppealRequest.safeParse({ id, objection: id, text: OVERRIDE.repeat(20) }).success).toBe(false);
  });
});
