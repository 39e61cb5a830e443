/** The ways by a package manager: npm's prebuilt packages, and compiling with cargo. */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { run, tail } from "../suite/childProcess.ts";
import {
  cacheFolder,
  findOnPath,
  isOlder,
  PLATFORM,
  toolFolder,
  whyNot,
  cachedPath,
  type Way,
} from "./way.ts";
import { keep } from "./releaseWay.ts";

/** npm checks the package against its registry's integrity value; the version is pinned. */
export const npm: Way = {
  title: "npm package",
  async look(tool) {
    const name = tool.npm?.[PLATFORM];
    if (!name) return { state: "impossible", reason: `no package for ${PLATFORM}` };
    const { code, output } = await run({
      command: "npm",
      args: [
        "view", `${name}@${tool.version}`, "version",
        "--fetch-retries=0", "--fetch-timeout=8000", "--loglevel=error",
      ],
      timeout: 30_000,
    });
    if (code === 0 && output.includes(tool.version))
      return { state: "possible", note: `install ${name}@${tool.version}` };
    return { state: "impossible", reason: `${name}@${tool.version}: ${npmReason(output)}` };
  },
  async take(tool, { signal }) {
    const name = tool.npm?.[PLATFORM] ?? "";
    await mkdir(cacheFolder(), { recursive: true });
    const work = await mkdtemp(join(cacheFolder(), "npm-"));
    try {
      const args = [
        "install",
        "--prefix",
        work,
        "--no-save",
        "--ignore-scripts",
        "--no-workspaces", "--loglevel=error",
        `${name}@${tool.version}`,
      ];
      const { code, output } = await run({ command: "npm", args, cwd: work, timeout: 180_000, signal });
      if (code !== 0) throw new Error(npmReason(output));
      return await keep(tool, join(work, "node_modules", name, "bin", tool.command));
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  },
};

/** Compiles the published source, with the versions its lock file names. */
export const cargo: Way = {
  title: "cargo install",
  async look(tool) {
    const program = await findCargo();
    if (!program || !tool.cargo)
      return { state: "impossible", reason: "no cargo on PATH or in ~/.cargo/bin" };
    const { output } = await run({ command: program, args: ["--version"], timeout: 15_000 });
    if (isOlder(output, tool.cargo.rust)) {
      return {
        state: "impossible",
        reason: `Rust ${tool.cargo.rust} or newer is needed; here is ${tail(output, 1)}`,
      };
    }
    return { state: "possible", note: `compile it, about ${tool.cargo.minutes} minutes on two cores` };
  },
  async take(tool, { say, signal }) {
    const program = await findCargo();
    if (!program || !tool.cargo) throw new Error("no cargo");
    const started = Date.now();
    let [crates, told] = [0, started];
    const { code, output } = await run({
      command: program,
      args: [
        "install",
        tool.cargo.crate,
        "--locked",
        "--version",
        tool.version,
        "--root",
        toolFolder(tool),
        "--force",
      ],
      env: { ...process.env, CARGO_NET_RETRY: "1", CARGO_HTTP_TIMEOUT: "15" },
      timeout: 25 * 60_000,
      signal,
      onLine: (line) => {
        if (line.includes("Compiling ")) crates += 1;
        if (Date.now() - told < 15_000) return;
        told = Date.now();
        say(`${tool.command}: ${crates} crates compiled, ${Math.round((told - started) / 1000)} s`);
      },
    });
    if (code !== 0) throw new Error(tail(output, 4));
    const reason = await whyNot(tool, cachedPath(tool));
    if (reason) throw new Error(reason);
    return cachedPath(tool);
  },
  remedy: () => "install Rust from https://rustup.rs (no root needed), then run this again",
};

function findCargo(): Promise<string | undefined> {
  return findOnPath(["cargo"], [join(process.env["CARGO_HOME"] || join(homedir(), ".cargo"), "bin")]);
}

function npmReason(output: string): string {
  const error = output.split("\n").find((line) => /npm error (404|code|network|request)/.test(line));
  return (error ?? tail(output, 1)).replace(/^npm error /, "");
}
