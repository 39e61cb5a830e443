import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin, Rolldown } from "vite";

/** The worker's address: at the root, for a worker may not serve more than its own folder. */
export const WORKER_FILE = "staff-worker.js";

/** The page of the rooms, as hosting serves it, and files beside the build that it needs. */
const PAGE = { address: "/staff", source: "staff.html" };
const BESIDE = ["/icon.svg", "/icon-192.png", "/icon-512.png", "/staff.webmanifest"];

type Chunk = Rolldown.OutputChunk & { viteMetadata?: { importedCss: Set<string>; importedAssets: Set<string> } };

/** The charts weigh as much as half of all rooms together, and each has its table beside it: they need a connection. */
const LEFT_OUT = /rooms\/overview\/bars\.ts$/;

/** Every file that a chunk may lead to: what it needs at once, and what is fetched when a room is entered. */
function reach(bundle: Rolldown.OutputBundle, name: string, seen = new Set<string>()): Set<string> {
  const found = bundle[name];
  if (seen.has(name) || !found || (found.type === "chunk" && LEFT_OUT.test(found.facadeModuleId ?? ""))) return seen;
  seen.add(name);
  if (found.type !== "chunk") return seen;
  const { imports, dynamicImports, viteMetadata } = found as Chunk;
  for (const next of [...imports, ...dynamicImports, ...(viteMetadata?.importedCss ?? []), ...(viteMetadata?.importedAssets ?? [])]) reach(bundle, next, seen);
  return seen;
}

const digest = (...parts: (string | Uint8Array)[]): string => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest("hex").slice(0, 16);

/**
 * Tells the service worker which files the staff's rooms consist of, and what version that is. A file's name holds its
 * digest, so the list changes with every change; the page and what lies beside the build count by their content.
 */
export function shellFiles(publicFolder: string): Plugin {
  return {
    name: "lika-shell",
    enforce: "post",
    generateBundle(_options, bundle) {
      const entry = Object.values(bundle).find((one) => one.type === "chunk" && one.isEntry && one.name === "staff");
      const worker = bundle[WORKER_FILE];
      const page = bundle[PAGE.source];
      if (!entry || worker?.type !== "chunk" || page?.type !== "asset") throw new Error("the staff's page or its worker was not built");
      const built = [...reach(bundle, entry.fileName)].map((file) => `/${file}`).sort();
      const files = [PAGE.address, ...BESIDE, ...built];
      const version = digest(files.join("\n"), page.source, ...BESIDE.map((file) => readFileSync(join(publicFolder, file))));
      worker.code = `const SHELL=${JSON.stringify(files)},VERSION="${version}";${worker.code}`;
    },
  };
}
