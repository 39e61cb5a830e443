import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/* What a module needs before it can run: neither types nor what is imported later, by `import()`. */
const IMPORT = /^import (?!type )(?:[^"]*? from )?"([^"]+)";/gm;

/** Every module that comes with the first page, as paths from the repository's root, and every package. */
function reach(from: string, seen = new Set<string>()): Set<string> {
  if (seen.has(from)) return seen;
  seen.add(from);
  if (!/\.tsx?$/.test(from)) return seen;
  for (const [, wanted = ""] of readFileSync(join(root, from), "utf8").matchAll(IMPORT)) {
    const inside = wanted.startsWith("@domain/") ? wanted.replace("@domain", "functions/src/domain") : relative(root, join(root, dirname(from), wanted));
    if (wanted.startsWith(".") || wanted.startsWith("@domain/")) reach(inside, seen);
    else seen.add(wanted);
  }
  return seen;
}

/* An old phone on a slow net: the first page brings Preact and nothing else; zod alone is more than all of it. */
it("the first page brings no package but Preact, and nothing of the domain", () => {
  const reached = [...reach("web/src/public/main.tsx")];
  expect(reached.length).toBeGreaterThan(20);
  const packages = reached.filter((one) => !one.startsWith("web/"));
  expect(packages.sort()).toEqual(["lika:tables", "preact", "preact/hooks"]);
});
