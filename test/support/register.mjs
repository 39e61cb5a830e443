import { registerHooks } from "node:module";

/* `node --import ./test/support/register.mjs file.ts`: lets scripts say `@domain/…`, as vite and tsc do. */
const domain = new URL("../../functions/src/domain/", import.meta.url);

registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier.startsWith("@domain/") ? new URL(specifier.slice("@domain/".length), domain).href : specifier, context),
});
