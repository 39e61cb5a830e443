import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { oneAtATime } from "../support/tools/oneAtATime.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lika-lock-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const silent = { say: () => {} };

describe("a program that two commands want at once", () => {
  it("is got by one of them while the other waits and says so", async () => {
    const order: string[] = [];
    const said: string[] = [];
    const lock = join(folder, "tool.lock");
    const [begun, told] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const first = oneAtATime(lock, silent, async () => {
      begun.resolve();
      await told.promise;
      order.push("first");
    });
    await begun.promise;
    const say = (line: string) => {
      said.push(line);
      told.resolve();
    };
    await Promise.all([first, oneAtATime(lock, { say }, async () => order.push("second"))]);
    expect(order).toEqual(["first", "second"]);
    expect(said).toHaveLength(1);
  });

  it("is got again when whoever was getting it has died, or failed", async () => {
    const lock = join(folder, "tool.lock");
    await mkdir(lock);
    await writeFile(join(lock, "pid"), "999999999");
    await expect(oneAtATime(lock, silent, () => Promise.reject(new Error("no network")))).rejects.toThrow("no network");
    expect(await oneAtATime(lock, silent, () => Promise.resolve("here"))).toBe("here");
  });
});
