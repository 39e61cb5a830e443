import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Form } from "@domain/forms/field.ts";
import { parseForm, parseShown } from "@domain/forms/parse.ts";
import { joinPrivate, splitPrivate } from "@domain/forms/private.ts";
import { SEEDS } from "../../seed/inventPeople.ts";
import { FORMS, filled, sampleOf } from "./samples.ts";

const seeds = fc.integer({ min: 0, max: SEEDS - 5001 });
/** zod's own English, which nobody may ever read. */
const ZOD = /Invalid (input|option|string|ISO|number|element)|expected \w+, received|Too (big|small):|Unrecognized key/;

/** Every place in a value, as a path. */
function places(value: unknown, path: string[] = []): string[][] {
  const inner = typeof value === "object" && value !== null ? Object.entries(value).flatMap(([key, part]) => places(part, [...path, key])) : [];
  return [path, ...inner];
}

function replaced(value: unknown, [key, ...rest]: string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((part: unknown, at) => (String(at) === key ? replaced(part, rest, by) : part));
  return Object.fromEntries(Object.entries(Object(value)).map(([name, part]) => [name, name === key ? replaced(part, rest, by) : part]));
}

const ids = fc.constantFrom(...FORMS.map(({ id }) => id));
function formOf(id: string): Form {
  const form = FORMS.find((one) => one.id === id);
  if (!form) throw new Error(`no form ${id}`);
  return form;
}

const anyNumber = fc.constantFrom(
  "620623195003121234", "620623 19500312 1234", "620623-19500312-123x", "620623500312123", "６２０６２３１９５００３１２１２３４",
  "6228480000000000001",
);

/** A sound form with one place, anywhere, replaced by anything. Named by its id, so that a failure can be read. */
const anyPart = fc.oneof(fc.jsonValue({ maxDepth: 4 }), anyNumber);
const spoiled = fc.record({ seed: seeds, id: ids, where: fc.nat(), by: anyPart }).map(({ seed, id, where, by }) => {
  const value = sampleOf(formOf(id), seed);
  const all = places(value);
  return { id, value: replaced(value, all[where % all.length] ?? [], by) };
});

describe("every form", () => {
  it("takes what is invented for it, and gives back what it took", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { form, value } of filled(seed)) expect(parseForm(form, value)).toEqual({ ok: true, value });
      }),
      { numRuns: 60 },
    );
  });

  it("split and joined again is what it was, and reads as its shown part", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { form, value } of filled(seed)) {
          const { shown, hidden } = splitPrivate(form, value);
          expect(joinPrivate(form, shown, hidden)).toEqual(value);
          expect(parseShown(form, shown)).toEqual({ ok: true, value: shown });
        }
      }),
      { numRuns: 60 },
    );
  });

  it("shows no number of 15 or 18 digits, no phone and no account, sound or spoiled", () => {
    const numbers = /(?<!\d)(\d{15}|\d{17}[\dXx]|\d{18,})(?!\d)|\d{6}[ -]\d{8}[ -]\d{3}[\dXx]/;
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { form, value } of filled(seed)) {
          const { shown, hidden } = splitPrivate(form, value);
          const text = JSON.stringify(shown);
          expect(text).not.toMatch(numbers);
          for (const secret of Object.values(hidden)) expect(text).not.toContain(secret);
        }
      }),
      { numRuns: 60 },
    );
    fc.assert(
      fc.property(spoiled, ({ id, value }) => {
        const form = formOf(id);
        const parsed = parseForm(form, value);
        if (parsed.ok) expect(JSON.stringify(splitPrivate(form, parsed.value).shown).normalize("NFKC")).not.toMatch(numbers);
      }),
      { numRuns: 1200 },
    );
  });

  it("never throws, and explains itself in both languages and never in zod's words", () => {
    const odd = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true });
    const anything = fc.record({ id: ids, value: fc.oneof(fc.jsonValue(), odd) });
    fc.assert(
      fc.property(fc.oneof(spoiled, anything), ({ id, value }) => {
        const form = formOf(id);
        for (const parsed of [parseForm(form, value), parseShown(form, value)]) {
          if (parsed.ok) continue;
          expect(parsed.problems.length).toBeGreaterThan(0);
          expect(new Set(parsed.problems.map(({ path }) => path)).size).toBe(parsed.problems.length);
          for (const { zh, en, code } of parsed.problems) {
            expect(zh).toMatch(/\p{Script=Han}.*。$/u);
            expect(en).toMatch(/^["A-Z].*\.$/);
            expect(`${zh} ${en} ${code}`).not.toMatch(ZOD);
          }
        }
      }),
      { numRuns: 900 },
    );
  });

  it("reads again to itself whatever it lets through", () => {
    fc.assert(
      fc.property(spoiled, ({ id, value }) => {
        const form = formOf(id);
        const parsed = parseForm(form, value);
        if (parsed.ok) expect(parseForm(form, parsed.value)).toEqual(parsed);
      }),
      { numRuns: 400 },
    );
  });
});
