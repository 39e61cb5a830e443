/** Letters and digits of which none is misread for another on paper (Crockford's, as in a receipt number). */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 16;

/** The number of something that is filed now: 80 bits that nobody guesses, also the id of its request (CLIENT_ID of paths.ts). */
export const newFilingNumber = (): string =>
  [...crypto.getRandomValues(new Uint8Array(LENGTH))].map((byte) => LETTERS[byte % LETTERS.length]).join("");

/** As it is read and written down: ABCD-EFGH-JKMN-PQRS. Any other number as it is. */
export const shownNumber = (number: string): string => (number.length === LENGTH ? (number.match(/.{4}/g) ?? []).join("-") : number);

/** The number that somebody typed, however: small letters, blanks, O for 0, I or L for 1. What is none is left as it is. */
export function readFilingNumber(typed: string): string {
  const plain = typed.normalize("NFKC").toUpperCase().replace(/[\s\p{Pd}]/gu, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  return plain.length === LENGTH && [...plain].every((letter) => LETTERS.includes(letter)) ? plain : typed.trim();
}
