import { canonical, nextLink } from "@domain/chain.ts";
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const core = { applied: true as const, to: "surveyed", seq: 2 };

describe("the chain of a household's history", () => {
  it("reads the same whatever the order of keys", () => {
    expect(canonical({ b: 1, a: { d: [2], c: null } })).toBe(canonical({ a: { c: null, d: [2] }, b: 1 }));
  });

  it("differs when the link before, the action, the household or the outcome differs", () => {
    const link = nextLink("before", "digest", "target", core, sha256);
    expect(nextLink("before", "digest", "target", { ...core }, sha256)).toBe(link);
    const others = [
      nextLink("other", "digest", "target", core, sha256),
      nextLink("before", "other", "target", core, sha256),
      nextLink("before", "digest", "other", core, sha256),
      nextLink("before", "digest", "target", { ...core, to: "nominated" }, sha256),
    ];
    expect(new Set([link, ...others]).size).toBe(5);
  });
});
