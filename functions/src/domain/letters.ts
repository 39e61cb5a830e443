/** Crockford's letters and digits: no I, L, O, U, which are misread on paper. */
export const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** One letter or digit for each byte. */
export const lettersOf = (bytes: Uint8Array): string => [...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join("");

/** As it is read and written down: ABCD-EFGH-JKMN. */
export const inFours = (letters: string): string => (letters.match(/.{1,4}/g) ?? []).join("-");

/** As typed on any keyboard: full-width letters, small ones, and O, I, L for the 0, 1, 1 that they were read as. */
export const unconfused = (typed: string): string => typed.normalize("NFKC").toUpperCase().replaceAll("O", "0").replace(/[IL]/g, "1");
