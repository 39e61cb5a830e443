import * as z from "zod";

/** One sentence or label in both languages of the product. Chinese is the one that counts. */
export const Bilingual = z.strictObject({ zh: z.string(), en: z.string() });
export type Bilingual = z.infer<typeof Bilingual>;

export type Language = keyof Bilingual;

/** Whether a text holds what may be an identity number, a phone or an account: seven digits in a row, spaces and dashes aside. */
export function hasNumber(text: string): boolean {
  return /\d{7}/.test(text.normalize("NFKC").replace(/(?<=\d)[\s-]+(?=\d)/g, ""));
}

/** The text without the marks that turn writing round: with them, what stands beside it would read as something else. */
export const unturned = (text: string): string => text.replace(/[\u202A-\u202E\u2066-\u2069]/g, "");

/** A text that somebody types, of at least and at most so many characters. */
export const typedText = (least: number, most: number) => z.string().overwrite(unturned).trim().min(least).max(most);
