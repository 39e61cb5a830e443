import type { Bilingual } from "@domain/text.ts";

/** What is said when reading does not work. */
export const DATA_WORDS = {
  noRight: { zh: "您的账号不能查看这部分内容。", en: "Your account may not see this." },
  failed:  { zh: "没有读到内容。请检查网络后再试一次。", en: "This could not be loaded. Check the connection and try again." },
} as const satisfies Record<string, Bilingual>;
