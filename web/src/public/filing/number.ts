import { inFours, LETTERS, lettersOf, unconfused } from "@domain/letters.ts";

const LENGTH = 16;

/** The number of something that is filed now: 80 bits that nobody guesses, also the id of its request (CLIENT_ID of paths.ts). */
export const newFilingNumber = (): string => lettersOf(crypto.getRandomValues(new Uint8Array(LENGTH)));

/** As it is read and written down: ABCD-EFGH-JKMN-PQRS. Any other number as it is. */
export const shownNumber = (number: string): string => (number.length === LENGTH ? inFours(number) : number);

/** The number that somebody typed, however: small letters, blanks, O for 0, I or L for 1. What is none is left as it is. */
export function readFilingNumber(typed: string): string {
  const plain = unconfused(typed).replace(/[\s\p{Pd}]/gu, "");
  return plain.length === LENGTH && [...plain].every((letter) => LETTERS.includes(letter)) ? plain : typed.trim();
}
