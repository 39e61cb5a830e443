/** Handbooks as the browser prints them: one document of a signing session. 300 households are twelve such documents. */
import { getDocumentProxy } from "unpdf";
import { Press } from "../../prints/press.ts";
import type { Bench } from "../support/bench.ts";
import type { Figures } from "../support/figures.ts";
import { figure, inTurn, timed } from "../support/figures.ts";

/** Drawn by test/prints/page: the first part of a session of 300, as many households as one document holds, both copies. */
const SESSION = "handbooks of a large village";
const PATIENCE_MS = 600_000;

/** Beside it: as many pages with a line of text each, by the same browser. */
export async function measureHandbooks({ sizes: { runs }, say }: Bench): Promise<Figures> {
  const press = await Press.start();
  try {
    press.page.setDefaultTimeout(PATIENCE_MS);
    await press.draw(SESSION);
    const pages = await pagesOf(await press.page.pdf({ preferCSSPageSize: true }));
    say(`  (${pages} pages a document)`);
    const pair = await inTurn(runs, {
      ours: () => timed(() => press.draw("list empty").then(() => press.draw(SESSION)).then(() => press.page.pdf({ preferCSSPageSize: true }))),
      floor: () => timed(() => printPlain(press, pages)),
    });
    return { "handbooks.document": figure(pair, "ms") };
  } finally {
    await press.stop();
  }
}

const pagesOf = async (pdf: Buffer): Promise<number> => (await getDocumentProxy(new Uint8Array(pdf))).numPages;

/** In a tab of its own: the press's page keeps what draws its prints. */
async function printPlain(press: Press, pages: number): Promise<void> {
  const page = await press.newPage();
  const sheets = Array.from({ length: pages }, (_, at) => `<p style="break-after: page">第 ${at + 1} 页</p>`);
  await page.setContent(`<!doctype html><meta charset="utf-8">${sheets.join("")}`);
  await page.pdf({ preferCSSPageSize: true });
  await page.close();
}
