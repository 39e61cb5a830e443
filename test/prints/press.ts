import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { extractText, getDocumentProxy } from "unpdf";
import { build } from "vite";
import type { Rolldown } from "vite";
import { openBrowser } from "../support/tools/browser.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const ADDRESS = "http://prints.invalid/";

/** One page of a PDF: its size in mm and its text. */
export type PrintedPage = { width: number; height: number; text: string };

/** Builds the page of all prints in memory. @returns each file by its name */
async function files(): Promise<Map<string, { body: string; type: string }>> {
  const built = await build({
    configFile: false,
    root: here("page"),
    base: "/",
    logLevel: "error",
    resolve: { alias: { "@domain": here("../../functions/src/domain") } },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    build: { write: false, minify: false, target: "es2022", modulePreload: { polyfill: false }, cssMinify: false },
  });
  const outputs = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  return new Map(
    outputs.flatMap(({ output }) => output).map((file): [string, { body: string; type: string }] => {
      const body = file.type === "chunk" ? file.code : String(file.source);
      const type = file.fileName.endsWith(".js") ? "text/javascript" : file.fileName.endsWith(".css") ? "text/css" : "text/html";
      return [file.fileName, { body, type: `${type}; charset=utf-8` }];
    }),
  );
}

/** A browser with the page of all prints; nothing goes over a network. */
export class Press {
  private readonly browser: Browser;
  readonly page: Page;

  private constructor(browser: Browser, page: Page) {
    this.browser = browser;
    this.page = page;
  }

  static async start(): Promise<Press> {
    const [served, browser] = await Promise.all([files(), openBrowser()]);
    const page = await browser.newPage({ locale: "zh-CN", timezoneId: "Asia/Shanghai" });
    await page.route(`${ADDRESS}**`, (route) => {
      const name = new URL(route.request().url()).pathname.slice(1) || "index.html";
      const file = served.get(name);
      return file ? route.fulfill({ status: 200, contentType: file.type, body: file.body }) : route.fulfill({ status: 404, body: "" });
    });
    return new Press(browser, page);
  }

  /** Draws one print. */
  async draw(name: string): Promise<void> {
    await this.page.goto(`${ADDRESS}#${encodeURIComponent(name)}`);
    await this.page.locator(`body[data-drawn="${name}"]`).waitFor();
  }

  /** What the browser's print makes of what is drawn now. */
  async print(): Promise<{ pages: PrintedPage[]; pdf: Buffer }> {
    const pdf = await this.page.pdf({ preferCSSPageSize: true });
    const document = await getDocumentProxy(new Uint8Array(pdf));
    const { text } = await extractText(document, { mergePages: false });
    const pages: PrintedPage[] = [];
    for (let at = 1; at <= document.numPages; at += 1) {
      const [, , width = 0, height = 0] = (await document.getPage(at)).view;
      pages.push({ width: toMm(width), height: toMm(height), text: text[at - 1] ?? "" });
    }
    return { pages, pdf };
  }

  /** An empty tab of the same browser. */
  newPage(): Promise<Page> {
    return this.browser.newPage();
  }

  async stop(): Promise<void> {
    await this.browser.close();
  }
}

const toMm = (points: number) => Math.round((points * 25.4) / 72);
