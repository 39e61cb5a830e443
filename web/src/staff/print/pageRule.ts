import { useLayoutEffect } from "preact/hooks";

/** Puts a rule of the page in force while its print is drawn. A `<style>` in the page would be inline, which the site's policy refuses. */
export function usePageRule(rule: string): void {
  useLayoutEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rule);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [rule]);
}

/** A text as CSS takes it between quotes: whatever somebody typed ends no string and begins no rule. */
export const quoted = (text: string): string => `"${text.replace(/["\\\n\r\f]/g, (one) => `\\${one.charCodeAt(0).toString(16)} `)}"`;
