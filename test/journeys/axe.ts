import axe from "axe-core";
import type { Page } from "playwright-core";

/** What axe-core finds on a page: WCAG 2.2 at the levels A and AA, in light and in dark. */

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** What the colours alone can change. */
const COLOURS = ["color-contrast"];

type Violation = { rule: string; where: string[]; why: string };

async function run(page: Page, options: object): Promise<Violation[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (asked) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, { ...asked, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => ({ rule: id, where: nodes.slice(0, 3).map(({ target, html }) => `${target.join(" ")} ${html.slice(0, 120)}`), why: nodes[0]?.failureSummary ?? "" }));
  }, options);
}

/** Every violation of a page as one line: theme, rule, place. */
export async function violationsOf(page: Page): Promise<string[]> {
  const lines = (theme: string, found: Violation[]) => found.map(({ rule, where, why }) => `${theme} ${rule}: ${where.join(" | ")} (${why.replace(/\s+/g, " ").slice(0, 200)})`);
  const light = await run(page, { runOnly: { type: "tag", values: WCAG } });
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await run(page, { runOnly: { type: "rule", values: COLOURS } });
  await page.emulateMedia({ colorScheme: "light" });
  return [...lines("light", light), ...lines("dark", dark)];
}
