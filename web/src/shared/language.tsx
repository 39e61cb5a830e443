import type { Bilingual, Language } from "@domain/text.ts";
import { kept, keep } from "./kept.ts";
import { redrawing } from "./redraw.ts";

/** `<html lang>` of each language. */
const TAGS = { zh: "zh-CN", en: "en" } as const satisfies Record<Language, string>;

const { tell, useRedraw } = redrawing();
let current: Language = kept("language") === "en" ? "en" : "zh";

function choose(language: Language): void {
  current = language;
  keep("language", language);
  document.documentElement.lang = TAGS[language];
  tell();
}

/** The text in the language chosen now. Components below one that calls `useLanguage()` are drawn again on a change. */
export function say(text: Bilingual): string {
  return text[current];
}

/** The language chosen now; draws the component again when it changes. The root of each page calls it. */
export function useLanguage(): Language {
  useRedraw();
  return current;
}

/** Sets `<html lang>` before anything is drawn. */
export function startLanguage(): void {
  document.documentElement.lang = TAGS[current];
}

/** The button of the header that changes to the other language, named in that language. */
export function LanguageSwitch() {
  const other: Language = useLanguage() === "zh" ? "en" : "zh";
  return (
    <button type="button" class="languageSwitch" lang={TAGS[other]} onClick={() => choose(other)}>
      {other === "en" ? "English" : "中文"}
    </button>
  );
}
