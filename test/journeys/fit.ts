import type { Page } from "playwright-core";

/** Whether a page fits its window: nothing beyond the edge, nothing cut, no control upon another, no endless lines. */

/* More than this many letters' widths a line, and the eye does not find the next one. */
const LONGEST_LINE = 62;

export function fitTroubles(page: Page): Promise<string[]> {
  return page.evaluate((longest) => {
    const troubles = new Set<string>();
    const width = document.documentElement.clientWidth;
    const name = (one: Element) => `${one.tagName.toLowerCase()}${one.className && typeof one.className === "string" ? `.${one.className.split(" ")[0]}` : ""} ${(one.getAttribute("aria-label") ?? one.textContent ?? "").trim().slice(0, 24)}`;
    const style = (one: Element) => getComputedStyle(one);
    const isSeen = (one: Element) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".unseen, .skip, .sheet, svg");
    const parents = (one: Element): Element[] => (one.parentElement ? [one.parentElement, ...parents(one.parentElement)] : []);
    const scroller = (one: Element) => parents(one).find((box) => /auto|scroll/.test(style(box).overflowX) && box.scrollWidth > box.clientWidth);
    const mayScroll = (box: Element) => box.matches("[role=region][aria-label][tabindex='0'], nav, ol.steps") || box.closest(".sheets") !== null;

    if (document.documentElement.scrollWidth > width) {
      const beyond = [...document.querySelectorAll("body *")].filter((one) => isSeen(one) && one.getBoundingClientRect().right > width + 1 && !scroller(one));
      troubles.add(`is wider than its window by ${beyond.filter((one) => !beyond.some((inner) => inner !== one && one.contains(inner))).map(name).join(", ")}`);
    }
    for (const one of document.querySelectorAll("body *")) {
      if (!isSeen(one)) continue;
      const { overflowX } = style(one);
      if (/auto|scroll/.test(overflowX) && one.scrollWidth > one.clientWidth + 1 && !mayScroll(one)) troubles.add(`scrolls sideways: ${name(one)}`);
      const isHidden = /inset/.test(style(one).clipPath) || one.matches("input, .progressTrack, .quotaTrack");
      const cuts = /hidden|clip/.test(overflowX) || one.matches("select, button, a, summary");
      if (cuts && !isHidden && one.scrollWidth > one.clientWidth + 1 && style(one).display !== "inline") troubles.add(`cuts ${name(one)}`);
    }

    type Placed = { one: Element; boxes: DOMRect[]; isSticky: boolean };
    const controls: Placed[] = [...document.querySelectorAll("main :is(a, button, input, select, textarea, summary), header :is(a, button, select, summary)")]
      .filter((one) => isSeen(one) && !one.closest(".option, .fileInput"))
      .map((one) => ({ one, boxes: [...one.getClientRects()], isSticky: parents(one).some((box) => /sticky|fixed/.test(style(box).position)) }));
    for (const [at, { one, boxes, isSticky }] of controls.entries()) {
      if (!scroller(one) && boxes.some(({ left, right }) => left < -1 || right > width + 1)) troubles.add(`lies beyond the edge: ${name(one)}`);
      for (const other of controls.slice(at + 1)) {
        if (isSticky !== other.isSticky || one.contains(other.one) || other.one.contains(one)) continue;
        const meets = (a: DOMRect) => other.boxes.some((b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3);
        if (boxes.some(meets)) troubles.add(`lies upon another: ${name(one)} and ${name(other.one)}`);
      }
    }

    for (const text of document.querySelectorAll("main :is(p, li, dd, legend, label, summary, blockquote)")) {
      if (!isSeen(text) || text.closest("table")) continue;
      const own = document.createRange();
      for (const part of [...text.childNodes].filter((node) => node.nodeType === 3)) {
        own.selectNodeContents(part);
        if ([...own.getClientRects()].some((line) => line.width > longest * parseFloat(style(text).fontSize))) troubles.add(`runs in long lines: ${name(text)}`);
      }
    }
    return [...troubles];
  }, LONGEST_LINE);
}
