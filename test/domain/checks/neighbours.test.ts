import { neighboursAmong } from "@domain/checks/neighbours.ts";
import { describe, expect, it } from "vitest";
import { inventHousehold } from "../../seed/invent.ts";

const village = { code: "620623105200", name: "先明峡村" };

function household(seed: number, changes: { memberCount?: number; head?: object } = {}) {
  const { survey } = inventHousehold({ seed, village, track: "identify", memberCount: changes.memberCount ?? 3 });
  return { ...survey, head: { ...survey.head, address: `某社 ${seed} 号`, ...changes.head } };
}

const own = (phone: string) => ({ head: { phone, phoneOwner: "own" as const } });

describe("households of one village beside one another", () => {
  it("asks about a phone that two households call their own, and not about a cadre's", () => {
    const one = household(1, own("13900000001"));
    const two = household(2, own("13900000001"));
    const three = household(3, { head: { phone: "13900000001", phoneOwner: "cadre" } });
    const of = neighboursAmong(new Map([["one", one], ["two", two], ["three", three]]));
    expect([of("one").samePhone, of("two").samePhone, of("three").samePhone]).toEqual([1, 1, 0]);
  });

  it("counts people alone at one address, whatever their group", () => {
    const place = { head: { address: "某社 1 号", groupName: "一社" } };
    const lone = (seed: number) => household(seed, { ...place, memberCount: 1 });
    const family = household(9, { ...place, memberCount: 4 });
    const of = neighboursAmong(new Map([["one", lone(4)], ["two", lone(5)], ["family", family]]));
    expect([of("one").loneNeighbours, of("two").loneNeighbours, of("family").loneNeighbours]).toEqual([1, 1, 0]);
  });

  it("says nothing of masks, and nothing of a household that is not among them", () => {
    const masked = own("139****0001");
    const of = neighboursAmong(new Map([["one", household(6, masked)], ["two", household(7, masked)]]));
    expect(of("one")).toMatchObject({ samePhone: 0 });
    expect(of("stranger")).toEqual({ samePhone: 0, loneNeighbours: 0 });
  });
});
