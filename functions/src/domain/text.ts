import * as z from "zod";

/** One sentence or label in both languages of the product. Chinese is the one that counts. */
export const Bilingual = z.strictObject({ zh: z.string(), en: z.string() });
export type Bilingual = z.infer<typeof Bilingual>;

export type Language = keyof Bilingual;
