import type { Firestore } from "@google-cloud/firestore";
import { COLLECTIONS } from "@domain/paths.ts";
import type { Finding } from "../invariant.ts";
import { finding } from "../invariant.ts";

/**
 * An identity number of 18 or 15 digits that stands alone, or a disability certificate's, of 20 or 22; a register number
 * has 16.
 */
const NUMBER = /(?<![0-9A-Za-z])(?:\d{17}[\dXx](?:\d{2}(?:[\dB]\d)?)?|\d{15})(?![0-9A-Za-z])/;

/** Where in a value a number stands, by the keys that lead there; undefined when nowhere. */
function placeOfNumber(value: unknown, place: string): string | undefined {
  if (typeof value === "string") return NUMBER.test(value) ? place : undefined;
  if (typeof value === "number") return NUMBER.test(String(value)) ? place : undefined;
  if (Array.isArray(value))
    return firstPlace(
      value.map((part, at) => [String(at), part]),
      place,
    );
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype)
    return undefined;
  const entries = Object.entries(value);
  if (entries.some(([key]) => NUMBER.test(key))) return `a key of ${place || "the document"}`;
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
      const place = NUMBER.test(doc.id) ? "its id" : placeOfNumber(doc.data(), "");
      look.look(doc.ref.path, place !== undefined && `an identity number stands in ${place}`);
    }
  });
}
