const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** A new random identifier of letters and digits: 20 for documents (CLIENT_ID of paths.ts), fewer for rows. */
export function newId(length = 20): string {
  let id = "";
  while (id.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length))) {
      /* 248 is the largest multiple of 62 in a byte: beyond it, some letters would come more often. */
      if (byte < 248 && id.length < length) id += LETTERS[byte % LETTERS.length];
    }
  }
  return id;
}
