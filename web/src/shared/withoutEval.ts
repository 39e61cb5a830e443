export {};

declare global {
  var __zod_globalConfig: { jitless?: boolean } | undefined;
}

/*
 * Zod makes parsers out of text where a page allows that, and tries it out first. Our pages do not (Content-Security-Policy
 * in firebase.json), so it is told before anybody parses: through its global, which brings no Zod to the public pages.
 */
globalThis.__zod_globalConfig = Object.assign(globalThis.__zod_globalConfig ?? {}, { jitless: true });
