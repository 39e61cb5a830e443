/**
 * The programs that npm does not bring: which, in which version, and the ways to each, in order.
 *
 * A way that finds nothing, is offline or fails leaves the word to the next. No way asks for more than the
 * person running it has: only `debian` uses root, and only when it is root already.
 */

/** The ways to a program; `ways.ts` has what each does. */
export type WayName =
  | "environment"
  | "path"
  | "cache"
  | "release"
  | "npm"
  | "playwrightCache"
  | "playwright"
  | "debian"
  | "cargo"
  | "official";

export type ToolName = "hidane" | "cloudTasksEmulator" | "chromium";

/** Where a project publishes binaries, and which file holds the one for this machine. */
export interface Release {
  /** `owner/name` on GitHub. */
  readonly repository: string;
  readonly tag: string;
  /** Archive by `process.platform-process.arch`. */
  readonly assets: Readonly<Record<string, string>>;
  /**
   * Where the archive's SHA-256 is read before it is unpacked. `sums` names a file of the same release,
   * `github` is the digest that GitHub computed when the file was uploaded, told by its API. Neither is
   * pinned here: the build machines cannot reach GitHub, and a checksum nobody has seen would be an invented
   * one.
   */
  readonly checksum: { readonly kind: "sums"; readonly file: string } | { readonly kind: "github" };
}

/** One row of `TOOLS`. */
export interface Tool {
  readonly name: ToolName;
  /** The program's file name, and the names under which it may be on PATH. */
  readonly command: string;
  readonly onPath: readonly string[];
  readonly version: string;
  /** What it is for, as a person would say it. */
  readonly purpose: string;
  /** How to see that a file is this program and runs here. `least` reads a version out of the answer. */
  readonly check: { readonly args: readonly string[]; readonly expect: RegExp; readonly least?: string };
  readonly ways: readonly WayName[];
  readonly release?: Release;
  /** npm package by `process.platform-process.arch`, each holding `bin/<command>`. */
  readonly npm?: Readonly<Record<string, string>>;
  /** Name on crates.io, the oldest Rust that compiles it, and how long that takes on two cores. */
  readonly cargo?: { readonly crate: string; readonly rust: string; readonly minutes: number };
  readonly variable?: string;
}

const HIDANE_TARGETS = {
  "linux-x64":    "hidane-0.6.0-x86_64-unknown-linux-musl.tar.gz",
  "linux-arm64":  "hidane-0.6.0-aarch64-unknown-linux-musl.tar.gz",
  "darwin-x64":   "hidane-0.6.0-x86_64-apple-darwin.tar.gz",
  "darwin-arm64": "hidane-0.6.0-aarch64-apple-darwin.tar.gz",
};

const HIDANE_PACKAGES = {
  "linux-x64":    "@hidane/linux-x64",
  "linux-arm64":  "@hidane/linux-arm64",
  "darwin-x64":   "@hidane/darwin-x64",
  "darwin-arm64": "@hidane/darwin-arm64",
};

export const TOOLS: Readonly<Record<ToolName, Tool>> = {
  hidane: {
    name: "hidane",
    command: "hidane",
    onPath: ["hidane"],
    version: "0.6.0",
    purpose: "the Firestore emulator",
    check: { args: ["--version"], expect: /^hidane \d/m, least: "0.6.0" },
    ways: ["path", "cache", "release", "npm", "cargo", "official"],
    release: {
      repository: "hidane-dev/hidane",
      tag: "v0.6.0",
      assets: HIDANE_TARGETS,
      checksum: { kind: "sums", file: "sha256sums.txt" },
    },
    npm: HIDANE_PACKAGES,
    cargo: { crate: "hidane", rust: "1.88", minutes: 3 },
  },
  cloudTasksEmulator: {
    name: "cloudTasksEmulator",
    command: "cloud-tasks-emulator",
    onPath: ["cloud-tasks-emulator"],
    version: "0.1.3",
    purpose: "the Cloud Tasks emulator",
    // It knows no --version: without its settings it names the first one that is missing.
    check: { args: [], expect: /LISTEN_ADDR is required/ },
    ways: ["path", "cache", "release", "cargo"],
    release: {
      repository: "mwpryer/cloud-tasks-emulator",
      tag: "v0.1.3",
      assets: { "linux-x64": "cloud-tasks-emulator-x86_64-unknown-linux-gnu.tar.gz" },
      checksum: { kind: "github" },
    },
    cargo: { crate: "cloud-tasks-emulator", rust: "1.85", minutes: 3 },
  },
  chromium: {
    name: "chromium",
    command: "chromium",
    onPath: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    version: "any",
    purpose: "a browser for the journeys",
    check: { args: ["--version"], expect: /Chrom(e|ium)/ },
    ways: ["environment", "path", "playwrightCache", "playwright", "debian"],
    variable: "CHROMIUM_PATH",
  },
};
