/** The tests, one project a folder. Run them by `npm test`, which brings up what they need. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { PROJECTS } from "./support/projects.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  root,
  test: {
    projects: PROJECTS.map(({ name, needs, patience }, order) => ({
      resolve: { alias: { "@domain": `${root}functions/src/domain` } },
      test: {
        name,
        root,
        include: [`test/${name}/**/*.test.{ts,tsx}`],
        environment: "node",
        testTimeout: patience,
        hookTimeout: patience,
        // What shares a suite runs one file at a time, and never beside another project that shares it.
        fileParallelism: needs.length === 0,
        sequence: { groupOrder: needs.length === 0 ? 0 : order },
      },
    })),
  },
});
