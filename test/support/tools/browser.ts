/** The one browser of tests, pictures and measures: where it is, and how it is started. */
import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";
import { provide } from "./provision.ts";

/** A container's root has no sandbox; and nothing here asks the browser's maker for anything. */
export const FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"];

/** The browser that `npm test` has found, or the one that it would find. */
export async function browserPath(say: (line: string) => void = () => undefined): Promise<string> {
  return process.env.CHROMIUM_PATH ?? (await provide("chromium", { say, signal: new AbortController().signal })).path;
}

export async function openBrowser(say?: (line: string) => void): Promise<Browser> {
  return chromium.launch({ executablePath: await browserPath(say), args: FLAGS });
}
