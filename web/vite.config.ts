import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { defineConfig } from "vite";
import { MEETING_KINDS } from "../functions/src/domain/meeting.ts";
import { ROUNDS } from "../functions/src/domain/notice/notice.ts";
import { ROLES } from "../functions/src/domain/roles.ts";
import { STATUSES, TRACKS } from "../functions/src/domain/status.ts";
import { readableAtOnce } from "./prerender.ts";
import { shellFiles, WORKER_FILE } from "./worker/shellFiles.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The domain's tables of names as plain data, for the public pages: the modules themselves would bring zod along,
 * which is more than all of these pages together. Types: src/public/tables.d.ts.
 */
function domainTables(): Plugin {
  const tables = { MEETING_KINDS, ROUNDS, ROLES, STATUSES, TRACKS };
  const source = Object.entries(tables).map(([name, table]) => `export const ${name} = ${JSON.stringify(table)};`).join("\n");
  return {
    name: "lika-tables",
    resolveId: (id) => (id === "lika:tables" ? "\0lika:tables" : undefined),
    load: (id) => (id === "\0lika:tables" ? source : undefined),
  };
}

/** Three documents: the public's first page and all its others, which must stay light, and the staff's; and the worker that keeps the staff's code on the device. */
export default defineConfig({
  root: here("."),
  publicDir: here("public"),
  plugins: [domainTables(), readableAtOnce([domainTables()]), shellFiles(here("public"))],
  resolve: { alias: { "@domain": here("../functions/src/domain") } },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: here("dist"),
    emptyOutDir: true,
    /* Which page takes which parts: the budgets are held against it (test/web/budgets.test.ts). */
    manifest: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: here("index.html"), page: here("page.html"), staff: here("staff.html"), staffWorker: here("worker/staffWorker.ts") },
      output: { entryFileNames: ({ name }) => (name === "staffWorker" ? WORKER_FILE : "assets/[name]-[hash].js") },
    },
  },
});
