import type { CDPSession, Page } from "playwright-core";

/** What somebody who does not see the page, or does not use a mouse, would find wrong with it. */

type Node = { nodeId: string; ignored: boolean; role?: { value: string }; name?: { value: string }; parentId?: string; properties?: { name: string; value: { value: unknown } }[] };

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** The tree that the browser gives a screen reader, in the order of reading. */
async function treeOf(page: Page): Promise<Node[]> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  const { nodes } = (await (await session).send("Accessibility.getFullAXTree")) as unknown as { nodes: Node[] };
  return nodes.filter(({ ignored }) => !ignored);
}

const levelOf = ({ properties = [] }: Node): number => Number(properties.find(({ name }) => name === "level")?.value.value);
const nameOf = ({ name }: Node): string => name?.value.trim() ?? "";

/** One heading that says where one is, parts that one can jump to, tables that say what their figures are. */
export async function readingTroubles(page: Page): Promise<string[]> {
  const tree = await treeOf(page);
  const byId = new Map(tree.map((node) => [node.nodeId, node]));
  const of = (role: string) => tree.filter((node) => node.role?.value === role);
  const isWithin = (node: Node, outer: Node): boolean => node === outer || (byId.has(node.parentId ?? "") && isWithin(byId.get(node.parentId ?? "") as Node, outer));
  const troubles: string[] = [];
  const levels = of("heading").map(levelOf);
  if (levels.filter((level) => level === 1).length !== 1) troubles.push(`has ${levels.filter((level) => level === 1).length} main headings`);
  levels.forEach((level, at) => level > (levels[at - 1] ?? level) + 1 && troubles.push(`leaves out a level before ${nameOf(of("heading")[at] as Node)}`));
  for (const mark of ["banner", "main"]) if (of(mark).length !== 1) troubles.push(`has ${of(mark).length} ${mark}`);
  const ways = of("navigation").map(nameOf);
  if (ways.some((name, at) => name === "" || ways.indexOf(name) !== at)) troubles.push(`has ways that cannot be told apart: ${ways.join(", ")}`);
  /* What is printed is a picture of its paper, whose fields have no heads; the rooms tell the same. */
  const isPaper = (await page.locator("main .sheet").count()) > 0;
  for (const table of isPaper ? [] : of("table")) {
    const heads = of("columnheader").filter((head) => isWithin(head, table));
    if (nameOf(table) === "" || heads.length === 0 || heads.some((head) => nameOf(head) === "")) troubles.push(`has a table without its name or heads: ${nameOf(table)}`);
  }
  return [...troubles, ...(await page.evaluate(whereOneIs))];
}

/* In the page: the focus, the title, and each drawing's table. */
function whereOneIs(): string[] {
  const at = document.activeElement;
  const drawings = [...document.querySelectorAll("[role=img]")].filter((one) => one.closest("section") && !one.closest("section")?.querySelector("table"));
  return [
    ...(at?.matches("h1, .sheet") ? [] : [`leaves the focus at ${at?.outerHTML.slice(0, 80)}`]),
    ...(/^.+ · .+/.test(document.title) ? [] : [`is called ${document.title}`]),
    ...drawings.map((one) => `draws without a table: ${one.getAttribute("aria-label")}`),
  ];
}

/** Every place that the Tab key comes to: one sees that it has the focus, and nothing lies over it. */
export async function focusTroubles(page: Page): Promise<string[]> {
  /* What a script focuses after a key shows its focus like what a key focuses. */
  await page.keyboard.press("Tab");
  return page.evaluate(() => {
    const troubles: string[] = [];
    const name = (one: Element) => `${one.tagName.toLowerCase()} ${(one.getAttribute("aria-label") ?? (one.textContent || one.id || one.outerHTML)).trim().slice(0, 60)}`;
    const isOutlined = (one: Element | null) => one !== null && getComputedStyle(one).outlineStyle !== "none" && parseFloat(getComputedStyle(one).outlineWidth) >= 2;
    const isOpen = (box: DOMRect, one: Element) =>
      [0.5, 0.1, 0.9].some((x) => [0.5, 0.15, 0.85].some((y) => {
        const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
        return top !== null && (one.contains(top) || top.contains(one));
      }));
    for (const one of document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary, [tabindex='0']")) {
      if (one.matches(":disabled") || !one.checkVisibility({ visibilityProperty: true })) continue;
      one.focus();
      if (document.activeElement !== one) continue;
      const shown = one.closest(".option, .fileInput") ?? one;
      if (one.tabIndex > 0) troubles.push(`puts ${name(one)} before its turn`);
      if (!isOutlined(one) && !isOutlined(shown)) troubles.push(`does not show the focus on ${name(one)}`);
      if (!isOpen(shown.getBoundingClientRect(), shown)) troubles.push(`hides ${name(one)} when it has the focus`);
    }
    return troubles;
  });
}
