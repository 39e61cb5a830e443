import type { Firestore } from "@google-cloud/firestore";
import { birthDate } from "@domain/forms/identityNumber.ts";
import { COLLECTIONS } from "@domain/paths.ts";
import type { Finding } from "../invariant.ts";
import { finding } from "../invariant.ts";

/**
 * What stands alone and is as long as an identity number of 18 or 15 digits, or as a disability certificate's of 20 or
 * 22. A register number has 16.
 */
const CANDIDATE = /(?<![0-9A-Za-z])(?:\d{17}[\dXx](?:\d{2}(?:[\dB]\d)?)?|\d{15})(?![0-9A-Za-z])/g;

/** Of random ids one in some ten thousand is all digits; one with a day of birth inside is a person's number. */
function holdsNumber(text: string): boolean {
  return (text.match(CANDIDATE) ?? []).some((found) => {
    const number = found.length === 15 ? `${found.slice(0, 6)}19${found.slice(6)}0` : found.toUpperCase();
    return birthDate(number) !== undefined;
  });
}

/** Where in a value a number stands, by the keys that lead there; undefined when nowhere. */
function placeOfNumber(value: unknown, place: string): string | undefined {
  if (typeof value === "string") return holdsNumber(value) ? place : undefined;
  if (typeof value === "number") return holdsNumber(String(value)) ? place : undefined;
  if (Array.isArray(value))
    return firstPlace(
      value.map((part, at) => [String(at), part]),
      place,
    );
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype)
    return undefined;
  const entries = Object.entries(value);
  if (entries.some(([key]) => holdsNumber(key))) return `a key of ${place || "the document"}`;
  return firstPlace(entries, place);
}

function firstPlace(parts: [string, unknown][], place: string): string | undefined {
  for (const [key, part] of parts) {
    const found = placeOfNumber(part, place ? `${place}.${key}` : key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Collections by name: each of the product's own but `private`, and whatever else stands at the top. */
async function collectionsOf(db: Firestore): Promise<string[]> {
  const known = COLLECTIONS.map((path) => path.split("/").at(-1) ?? "");
  const top = (await db.listCollections()).map(({ id }) => id);
  return [...new Set([...known, ...top])].filter((name) => name !== "private");
}

/**
 * No identity number stands anywhere but in `private`: every string of every document of the database is looked at,
 * of all campaigns, with photos left aside.
 */
export async function checkNumbers(db: Firestore): Promise<Finding> {
  const found = await Promise.all((await collectionsOf(db)).map((name) => db.collectionGroup(name).get()));
  return finding((look) => {
    for (const doc of found.flatMap(({ docs }) => docs)) {
      const place = holdsNumber(doc.id) ? "its id" : placeOfNumber(doc.data(), "");
      look.look(doc.ref.path, place !== undefined && `an identity number stands in ${place}`);
    }
  });
}
