import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode, decodeFields, encode, encodeFields } from "../../web/src/shared/rest.ts";

/* A date's milliseconds survive; Firestore itself keeps microseconds. */
const values = fc.letrec((tie) => ({
  value: fc.oneof(
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
    fc.string(),
    fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true }),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.string({ minLength: 1 }).filter((key) => key !== "__proto__"), tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

describe("Firestore's values on the wire", () => {
  it("come back as they went", () => {
    fc.assert(fc.property(values, (value) => void expect(decode(encode(value))).toEqual(value)), { numRuns: 200 });
  });

  it("are named as Firestore names them", () => {
    expect(encodeFields({ people: 4, income: 1850.5, household: null, at: new Date("2014-07-31T10:00:00Z"), areas: ["620623"], form: {} })).toEqual({
      people: { integerValue: "4" },
      income: { doubleValue: 1850.5 },
      household: { nullValue: null },
      at: { timestampValue: "2014-07-31T10:00:00.000Z" },
      areas: { arrayValue: { values: [{ stringValue: "620623" }] } },
      form: { mapValue: { fields: {} } },
    });
  });

  it("bear a photo as base64, however long it is", () => {
    const bytes = Uint8Array.from({ length: 100_001 }, (_, at) => (at * 31) % 256);
    expect(encode(bytes)).toEqual({ bytesValue: Buffer.from(bytes).toString("base64") });
  });

  it("leave out a field that was never filled in", () => {
    expect(encodeFields({ name: "马秀英", phone: undefined })).toEqual({ name: { stringValue: "马秀英" } });
  });

  it("are read when an empty list or map has lost its inside on the way", () => {
    expect(decodeFields({ list: { arrayValue: {} }, counts: { mapValue: {} } })).toEqual({ list: [], counts: {} });
  });

  it("refuse what no public document holds", () => {
    expect(() => encode(() => 1)).toThrow(TypeError);
    expect(() => decode({ geoPointValue: {} } as never)).toThrow(TypeError);
  });
});
