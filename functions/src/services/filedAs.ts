import { sha256 } from "../secrets.ts";

/**
 * The document of what somebody filed, by the number that this person alone has: the document's name stands in the
 * household's history, and whoever reads it there can neither follow nor appeal in that person's place. In letters, so that
 * it never looks like anybody's number.
 */
export const filedAs = (number: string): string =>
  sha256(`filed\n${number}`).slice(0, 24).replace(/./g, (digit) => "abcdefghijklmnop"[Number.parseInt(digit, 16)] ?? "");
