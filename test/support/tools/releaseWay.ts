/** The way by a binary that the project itself publishes on GitHub, checked by its SHA-256. */
import { createHash } from "node:crypto";
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import { run, tail } from "../suite/childProcess.ts";
import type { Release, Tool } from "./tools.ts";
import {
  cacheFolder,
  cachedPath,
  PLATFORM,
  reasonOf,
  toolFolder,
  whyNot,
  type Say,
  type Taking,
  type Way,
} from "./way.ts";

/** Milliseconds until an answer must begin; a network that drops packets must not hold up the next way. */
const ANSWER_WITHIN = 8_000;
/** Milliseconds for a whole archive (10 MB at most) on a slow line. */
const DOWNLOAD_WITHIN = 180_000;

/** Downloads, checks, unpacks, tries the program, and only then puts it where the cache looks. */
export const release: Way = {
  title: "GitHub release",
  async look(tool) {
    const asset = tool.release?.assets[PLATFORM];
    if (!tool.release || !asset)
      return { state: "impossible", reason: `no binary is published for ${PLATFORM}` };
    try {
      await answer(assetUrl(tool.release, asset), { method: "HEAD" });
      return { state: "possible", note: `download ${asset}` };
    } catch (error) {
      return { state: "impossible", reason: `${assetUrl(tool.release, asset)}: ${reasonOf(error)}` };
    }
  },
  async take(tool, taking) {
    const asset = tool.release?.assets[PLATFORM];
    if (!tool.release || !asset) throw new Error(`no binary is published for ${PLATFORM}`);
    const expected = await publishedSum(tool.release, asset);
    const archive = await download(assetUrl(tool.release, asset), { ...taking, name: asset });
    const actual = createHash("sha256").update(archive).digest("hex");
    if (actual !== expected)
      throw new Error(`${asset} has SHA-256 ${actual}, published is ${expected}; it was thrown away`);
    return install(tool, archive);
  },
  remedy: (tool) => `connect to ${assetHost()}, or unpack the release yourself into ${cachedPath(tool)}`,
};

/** `LIKA_RELEASES` names a mirror of github.com, for networks that cannot reach it. */
function assetHost(): string {
  return process.env["LIKA_RELEASES"] ?? "https://github.com";
}

function assetUrl({ repository, tag }: Release, file: string): string {
  return `${assetHost()}/${repository}/releases/download/${tag}/${file}`;
}

/** The SHA-256 that the project, or GitHub, publishes for a file; throws when there is none. */
async function publishedSum(from: Release, file: string): Promise<string> {
  if (from.checksum.kind === "sums") {
    const sums = await (await answer(assetUrl(from, from.checksum.file))).text();
    const line = sums.split("\n").find((entry) => entry.trim().split(/\s+\*?/)[1] === file);
    return sumIn(line, `${from.checksum.file} does not list ${file}`);
  }
  const host = process.env["LIKA_RELEASES"] ? `${assetHost()}/api` : "https://api.github.com";
  const told: unknown = await (
    await answer(`${host}/repos/${from.repository}/releases/tags/${from.tag}`)
  ).json();
  const { assets } = ReleaseAnswer.parse(told);
  return sumIn(assets.find(({ name }) => name === file)?.digest, `GitHub gives no digest for ${file}`);
}

const ReleaseAnswer = z.object({
  assets: z.array(z.object({ name: z.string(), digest: z.string().nullish() })),
});

function sumIn(text: string | null | undefined, otherwise: string): string {
  const sum = /[0-9a-f]{64}/.exec(text ?? "")?.[0];
  if (!sum) throw new Error(otherwise);
  return sum;
}

async function answer(url: string, options: RequestInit = {}): Promise<Response> {
  const cut = new AbortController();
  const late = setTimeout(
    () => cut.abort(new Error(`no answer within ${ANSWER_WITHIN / 1000} s`)),
    ANSWER_WITHIN,
  );
  try {
    const response = await fetch(url, { ...options, signal: cut.signal });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return response;
  } finally {
    clearTimeout(late);
  }
}

async function download(url: string, { say, signal, name }: Taking & { name: string }): Promise<Buffer> {
  const response = await answer(url);
  const total = Number(response.headers.get("content-length") ?? 0);
  const chunks: Uint8Array[] = [];
  const end = Date.now() + DOWNLOAD_WITHIN;
  const report = reporter(say, name, total);
  let size = 0;
  for await (const chunk of response.body ?? []) {
    signal?.throwIfAborted();
    if (Date.now() > end) throw new Error(`${name} took longer than ${DOWNLOAD_WITHIN / 1000} s`);
    chunks.push(chunk);
    size += chunk.length;
    report(size);
  }
  return Buffer.concat(chunks);
}

/** A line every three seconds, so that a slow line is not taken for a dead one. */
function reporter(say: Say, name: string, total: number): (size: number) => void {
  let last = Date.now();
  return (size) => {
    if (Date.now() - last < 3_000) return;
    last = Date.now();
    const share = total ? `${Math.round((100 * size) / total)} %` : `${Math.round(size / 1024)} KiB`;
    say(`${name}: ${share}`);
  };
}

async function install(tool: Tool, archive: Buffer): Promise<string> {
  await mkdir(cacheFolder(), { recursive: true });
  const work = await mkdtemp(join(cacheFolder(), "unpacking-"));
  try {
    await writeFile(join(work, "archive.tar.gz"), archive);
    const { code, output } = await run({
      command: "tar",
      args: ["-xzf", "archive.tar.gz"],
      cwd: work,
      timeout: 60_000,
    });
    if (code !== 0) throw new Error(`tar could not unpack it: ${tail(output, 3)}`);
    const files = await readdir(work, { recursive: true, withFileTypes: true });
    const file = files.find((entry) => entry.isFile() && basename(entry.name) === tool.command);
    if (!file) throw new Error(`the archive holds no ${tool.command}`);
    return await keep(tool, join(file.parentPath, file.name));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * Puts a program where the cache looks, once it has been seen to run; throws with the reason when it does
 * not.
 */
export async function keep(tool: Tool, program: string): Promise<string> {
  await chmod(program, 0o755);
  const reason = await whyNot(tool, program);
  if (reason) throw new Error(reason);
  await mkdir(join(toolFolder(tool), "bin"), { recursive: true });
  await rename(program, cachedPath(tool));
  return cachedPath(tool);
}
