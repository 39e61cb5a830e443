/** The ways to a Chromium that only browsers have. */
import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";
import { run, tail } from "../suite/childProcess.ts";
import { packageFile, shown } from "../suite/places.ts";
import { findOnPath, isProgram, whyNot, type Way } from "./way.ts";

/** The browser that playwright-core knows, downloaded by whichever project on this machine. */
export const playwrightCache: Way = {
  title: "Playwright's cache",
  async look(tool) {
    const file = chromium.executablePath();
    if (!(await isProgram(file))) return { state: "impossible", reason: `nothing at ${shown(file)}` };
    const reason = await whyNot(tool, file);
    return reason ? { state: "impossible", reason } : { state: "here", path: file };
  },
};

/** Playwright's own download: its version is pinned by playwright-core's, and it checks what it downloads. */
export const playwright: Way = {
  title: "playwright install",
  look: async () => ({ state: "possible", note: "download it by playwright-core" }),
  async take(tool, { say, signal }) {
    let told = Date.now();
    const { code, output } = await run({
      command: process.execPath,
      args: [packageFile("playwright-core/cli.js"), "install", "chromium", "--no-shell"],
      env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "8000" },
      timeout: 6 * 60_000,
      signal,
      onLine: (line) => {
        if (Date.now() - told < 3_000 || !/\d+%/.test(line)) return;
        told = Date.now();
        say(`chromium: ${line}`);
      },
    });
    if (code !== 0)
      throw new Error(output.split("\n").find((line) => line.includes("rror")) ?? tail(output, 2));
    const reason = await whyNot(tool, chromium.executablePath());
    if (reason) throw new Error(reason);
    return chromium.executablePath();
  },
  remedy: () => "npx playwright-core install chromium --with-deps",
};

/**
 * Debian's own package, with the fonts that Chinese pages need. Ubuntu's package of that name is only a snap.
 */
export const debian: Way = {
  title: "Debian package",
  async look() {
    if (!(await findOnPath(["apt-get"]))) return { state: "impossible", reason: "no apt-get here" };
    const system = await readFile("/etc/os-release", "utf8").catch(() => "");
    if (!/^ID="?debian/m.test(system)) return { state: "impossible", reason: "this is not Debian" };
    if (process.getuid?.() !== 0) return { state: "impossible", reason: "only root may install packages" };
    return { state: "possible", note: "apt-get install chromium fonts-noto-cjk" };
  },
  async take(tool, { say, signal }) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    for (const args of [
      ["update"],
      ["install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk"],
    ]) {
      say(`apt-get ${args.join(" ")}`);
      const { code, output } = await run({ command: "apt-get", args, env, timeout: 10 * 60_000, signal });
      if (code !== 0) throw new Error(tail(output, 3));
    }
    const file = await findOnPath(tool.onPath);
    if (!file) throw new Error("apt-get installed no chromium");
    return file;
  },
  remedy: () => "sudo apt-get install chromium fonts-noto-cjk",
};
