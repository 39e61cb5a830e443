import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  birthDate, checkCharacter, cleanIdentity, findIdentityProblem, isDisabilityCertificate, mask, personKey, sexOf,
} from "@domain/forms/identityNumber.ts";

const with_ = (digits: string) => digits + checkCharacter(digits);
const MAN = with_("62062319500312123");
const WOMAN = with_("62232619710905004");

describe("an identity number", () => {
  it("has the check character of GB 11643, as in the standard's own example", () => {
    expect(checkCharacter("11010519491231002")).toBe("X");
    expect(checkCharacter("44052418800101001")).toBe("4");
  });

  it("tells the birth date and the sex", () => {
    expect(birthDate(MAN)).toBe("1950-03-12");
    expect([sexOf(MAN), sexOf(WOMAN)]).toEqual(["male", "female"]);
  });

  it("is sound with any area prefix, also the county's old one", () => {
    expect([MAN, WOMAN, with_("11010519491231002")].map(findIdentityProblem)).toEqual([undefined, undefined, undefined]);
  });

  it("is stored half-width, without spaces, with an upper-case X", () => {
    expect(cleanIdentity("  110105 1949-1231 002x ")).toBe("11010519491231002X");
    expect(cleanIdentity("１１０１０５１９４９１２３１００２ｘ")).toBe("11010519491231002X");
  });

  it.each([
    ["an old number of 15 digits", "620623500312123", "identityFifteen"],
    ["17 digits", MAN.slice(0, 17), "identityLength"],
    ["a letter in the middle", `62062A${MAN.slice(6)}`, "identityCharacters"],
    ["a birth before 1900", with_("44052418800101001"), "identityBirth"],
    ["the 30th of February", with_("62062319500230123"), "identityBirth"],
    ["a category that does not exist", `${MAN}81`, "identityDisability"],
    ["a grade that does not exist", `${MAN}15`, "identityDisability"],
  ])("refuses %s by name", (_what, number, code) => {
    expect(findIdentityProblem(number)).toBe(code);
  });

  it("notices every single wrong digit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 17 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        if (MAN[place] === "X") return;
        const wrong = `${MAN.slice(0, place)}${(Number(MAN[place]) + shift) % 10}${MAN.slice(place + 1)}`;
        expect(findIdentityProblem(wrong)).toBeDefined();
      }),
    );
  });

  it("may be a disability certificate, also a re-issued one, and is then the same person", () => {
    for (const certificate of [`${MAN}43`, `${MAN}43B1`, `${MAN}4301`]) {
      expect(findIdentityProblem(certificate)).toBeUndefined();
      expect(isDisabilityCertificate(certificate)).toBe(true);
      expect(personKey(certificate)).toBe(personKey(MAN));
    }
  });

  it("is shown as a mask that hides the birth date, and of a certificate what it says of health", () => {
    expect(mask(MAN)).toBe(`620623********${MAN.slice(14)}`);
    expect(mask(`${MAN}43`)).toBe(`620623********${MAN.slice(14)}**`);
    expect(mask("6206")).toBe("****");
  });
});
