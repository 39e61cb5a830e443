import { describe, expect, it } from "vitest";
import { personKey } from "@domain/forms/identityNumber.ts";
import { parseForm } from "@domain/forms/parse.ts";
import { surveyOf } from "@domain/forms/survey.ts";
import { inventHousehold } from "../../seed/invent.ts";
import { SEEDS } from "../../seed/inventPeople.ts";
import { VILLAGE } from "./samples.ts";

const town = Array.from({ length: 5000 }, (_, seed) => inventHousehold({ seed, village: VILLAGE, track: seed % 25 === 0 ? "exit" : "identify" }));

describe("invented households", () => {
  it("share no person, not even among 5,000", () => {
    const people = town.flatMap(({ survey }) => survey.members.map(({ idNo }) => personKey(idNo)));
    expect(people.length).toBeGreaterThan(15_000);
    expect(new Set(people).size).toBe(people.length);
  });

  it("are the same whenever the same seed is asked for", () => {
    expect(inventHousehold({ seed: 42, village: VILLAGE, track: "identify" })).toEqual(town[42]);
  });

  it.each(Array.from({ length: 12 }, (_, at) => at + 1))("can have %i members, on either side of the line", (memberCount) => {
    for (const perHead of ["below", "above"] as const) {
      for (const track of ["identify", "exit"] as const) {
        const { survey } = inventHousehold({ seed: 600 + memberCount, village: VILLAGE, track, perHead, memberCount });
        expect(parseForm(surveyOf(track), survey)).toEqual({ ok: true, value: survey });
        expect(survey.members.length).toBe(memberCount);
        expect(survey.income.perCapitaNetIncome >= 2736).toBe(perHead === "above");
        expect((survey.line.lineNote ?? "").length > 3).toBe(perHead === "above" && track === "identify");
      }
    }
  });

  it("have long names, rare characters and several nationalities among them", () => {
    const members = town.flatMap(({ survey }) => survey.members);
    expect(members.some(({ name }) => [...name].length >= 8)).toBe(true);
    expect(members.some(({ name }) => name.length > [...name].length)).toBe(true);
    expect(town.some(({ application }) => application.place.groupName.includes("屲"))).toBe(true);
    for (const ethnicity of ["han", "tibetan", "tu", "hui"]) expect(members.filter((one) => one.ethnicity === ethnicity).length).toBeGreaterThan(300);
  });

  it("refuse a seed or a size that they cannot keep apart", () => {
    expect(() => inventHousehold({ seed: SEEDS, village: VILLAGE, track: "identify" })).toThrow(RangeError);
    expect(() => inventHousehold({ seed: 1, village: VILLAGE, track: "identify", memberCount: 13 })).toThrow(RangeError);
  });
});
