/** The tests, one project a folder. Run them by `npm test`, which brings up what they need. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { PROJECTS } from "./support/projects.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  root,
  test: {
    projects: PROJECTS.map(({ name, needs, atOnce, patience }, order) => ({
      resolve: { alias: { "@domain": `${root}functions/src/domain` } },
      test: {
        name,
        root,
        include: [`test/${name}/**/*.test.{ts,tsx}`],
        environment: "node",
        testTimeout: patience,
        hookTimeout: patience,
        // What shares a suite never runs beside another project that shares it.
        ...(atOnce > 0 && { maxWorkers: atOnce, fileParallelism: atOnce > 1 }),
        sequence: { groupOrder: needs.length === 0 ? 0 : order },
      },
    })),
  },
});
