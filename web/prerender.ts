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
 * The public's documents as they are read before any script has come: with their content, and their styles inside, so
 * that a slow net takes one round trip to the first words. The scripts then draw over it, word for word the same.
 */
export function readableAtOnce(plugins: Plugin[]): Plugin {
  let pages: ReturnType<typeof prerender> | undefined;
  return {
    name: "lika-readable-at-once",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      async handler(html, { path, bundle = {} }) {
        pages ??= prerender(plugins);
        const content = (await pages)[path];
        if (content === undefined) return html;
        return html
          .replace('<div id="app"></div>', () => `<div id="app">${content}</div>`)
          .replace(/<link rel="stylesheet"[^>]* href="\/([^"]+)">/g, (link, file: string) => {
            const style = bundle[file];
            return style?.type === "asset" ? `<style>${style.source}</style>` : link;
          });
      },
    },
  };
}
