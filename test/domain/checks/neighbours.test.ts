import { neighboursIn, placesOf } from "@domain/checks/neighbours.ts";
import { describe, expect, it } from "vitest";
import { inventHousehold } from "../../seed/invent.ts";

const village = { code: "620623105200", name: "先明峡村" };

function household(seed: number, changes: { memberCount?: number; head?: object } = {}) {
  const { survey } = inventHousehold({ seed, village, track: "identify", memberCount: changes.memberCount ?? 3 });
  return { ...survey, head: { ...survey.head, address: "某社 1 号", groupName: "一社", householderName: "马某", ...changes.head } };
}

const keysOf = (...given: Parameters<typeof household>) => placesOf(village.code, household(...given));
const own = { phone: "13900000001", phoneOwner: "own" as const };

describe("what a household may have in common with others", () => {
  it("is a phone that it calls its own, and not a cadre's nor a mask", () => {
    expect(keysOf(1, { head: own })).toEqual([{ kind: "phone", text: own.phone }]);
    expect(keysOf(1, { head: { ...own, phoneOwner: "cadre" } })).toEqual([]);
    expect(keysOf(1, { head: { ...own, phone: "139****0001" } })).toEqual([]);
  });

  it("is, for a person alone, the address and the surname in the group, in one village", () => {
    const alone = { memberCount: 1, head: { phoneOwner: "relative" } };
    expect(keysOf(4, alone)).toEqual([{ kind: "lone", text: `${village.code} 某社 1 号` }, { kind: "lone", text: `${village.code} 一社 马` }]);
    expect(keysOf(5, { memberCount: 4, head: { phoneOwner: "relative" } })).toEqual([]);
  });

  it("counts each other household once a kind, wherever they meet", () => {
    const others = [{ application: "one" }, { application: "two" }];
    const places = [{ kind: "lone" as const, others }, { kind: "lone" as const, others: [{ application: "two" }] }, { kind: "phone" as const, others: [{ application: "one" }] }];
    expect(neighboursIn(places)).toEqual({ loneNeighbours: 2, samePhone: 1 });
    expect(neighboursIn([])).toEqual({ loneNeighbours: 0, samePhone: 0 });
  });
});
