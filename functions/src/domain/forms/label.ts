/** A label or sentence in both languages. The same shape as the domain's Bilingual: this folder imports only itself. */
export type Label = { zh: string; en: string };
