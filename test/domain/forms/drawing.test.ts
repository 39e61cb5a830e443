import { describe, expect, it } from "vitest";
import type { Field } from "@domain/forms/field.ts";
import { schemaOf } from "@domain/forms/field.ts";
import { MASKS } from "@domain/forms/masks.ts";
import { FORMS } from "./samples.ts";

const sections = FORMS.flatMap(({ id, sections }) => sections.map((section) => ({ at: `${id} / ${section.key}`, section })));
const fields = sections.flatMap(({ at, section }) => section.fields.map((field) => ({ at: `${at} / ${field.key}`, field, section })));
const failing = (wrong: (field: Field) => boolean) => fields.filter(({ field }) => wrong(field)).map(({ at }) => at);

describe("what screens and prints draw from the forms", () => {
  it("labels everything in Chinese and English and names its source", () => {
    const bare = [...FORMS, ...sections.map(({ section }) => section)].filter(({ zh, en, source }) => !zh || !en || !source);
    expect(bare.map(({ zh }) => zh)).toEqual([]);
    expect(failing(({ zh, en, source }) => !/\p{Script=Han}/u.test(zh) || !/[A-Za-z]/.test(en) || !source)).toEqual([]);
  });

  it("gives every choice its options, every number its bounds, every text its longest length", () => {
    expect(failing(({ kind, options }) => kind.startsWith("choice") !== (options !== undefined))).toEqual([]);
    const isNumber = ({ kind }: Field) => ["integer", "decimal", "money"].includes(kind);
    expect(failing((field) => isNumber(field) && (field.limits.min === undefined || field.limits.max === undefined))).toEqual([]);
    const isText = ({ kind }: Field) => ["text", "longText", "names", "identity", "phone", "account"].includes(kind);
    expect(failing((field) => isText(field) && !field.limits.length)).toEqual([]);
    expect(failing((field) => isNumber(field) && !field.unit)).toEqual([]);
  });

  it("marks exactly the fields with identity numbers, phones and accounts as private", () => {
    expect(failing(({ kind, private: hidden }) => Object.keys(MASKS).includes(kind) !== (hidden === true))).toEqual([]);
    const kept = fields.filter(({ field }) => field.private).map(({ at }) => at);
    expect(kept.slice(0, 2)).toEqual(["application / householder / idNo", "application / householder / phone"]);
    expect(kept.length).toBe(2 + 3 + 3 + 3);
  });

  it("shows and requires fields only by what stands before them in the same section", () => {
    const wrong = fields.filter(({ field, section }) => {
      const condition = field.showWhen ?? field.requiredWhen;
      const before = section.fields.slice(0, section.fields.findIndex(({ key }) => key === field.key));
      return condition && !before.some(({ key }) => key === condition.key);
    });
    expect(wrong.map(({ at }) => at)).toEqual([]);
  });

  it("computes what it calls computed, and nothing else", () => {
    expect(failing(({ computed, derive }) => computed !== (derive !== undefined || undefined))).toEqual([]);
  });

  it("has each national code once in a form", () => {
    for (const form of FORMS) {
      const codes = form.sections.flatMap((section) => section.fields.flatMap(({ national }) => national ?? []));
      expect(new Set(codes).size).toBe(codes.length);
    }
  });

  it("keeps one schema a form", () => {
    for (const form of FORMS) expect(schemaOf(form)).toBe(schemaOf(form));
  });
});
