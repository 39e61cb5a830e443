import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const manifest = readFileSync(new URL("../../web/dist/.vite/manifest.json", import.meta.url), "utf8");

it("has none of App Check's code in the pages as long as no key is built in", () => {
  expect(manifest).toContain("src/staff/session/Workroom.tsx");
  expect(manifest).not.toContain("appCheckToken");
});
