import { fileURLToPath } from "node:url";
import type { Plugin, Rolldown } from "vite";
import { build } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Runs the pages' own components once, while the site is built. @returns what stands in each document, by its path */
async function prerender(plugins: Plugin[]): Promise<Readonly<Record<string, string>>> {
  const built = await build({
    configFile: false,
    root: here("."),
    logLevel: "error",
    plugins,
    resolve: { alias: { "@domain": here("../functions/src/domain") } },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    ssr: { noExternal: true },
    build: { ssr: here("src/public/prerendered.tsx"), write: false, copyPublicDir: false, rolldownOptions: { output: { codeSplitting: false } } },
  });
  const [{ output: [{ code }] }] = [built].flat() as Rolldown.RolldownOutput[] as [Rolldown.RolldownOutput];
  const { PRERENDERED } = await import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
  return PRERENDERED;
}

/**
 * The public's documents as they are read before any script has come: with their content. The scripts then draw over
 * it, word for word the same. The styles stay in a file of their own, for the site allows nothing inline.
 */
export function readableAtOnce(plugins: Plugin[]): Plugin {
  let pages: ReturnType<typeof prerender> | undefined;
  return {
    name: "lika-readable-at-once",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      async handler(html, { path }) {
        pages ??= prerender(plugins);
        const content = (await pages)[path];
        if (content === undefined) return html;
        return html.replace('<div id="app"></div>', () => `<div id="app">${content}</div>`);
      },
    },
  };
}
