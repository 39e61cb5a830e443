import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import "../sheet.css";
import "./handbook.css";
import { quoted, usePageRule } from "../pageRule.ts";
import { Cover } from "./Cover.tsx";
import { FamilyPage, MemberPages } from "./Family.tsx";
import { HelperPages, PlanPages } from "./Help.tsx";
import { MeasurePages, ResultPages } from "./Ledger.tsx";
import { Rules } from "./Rules.tsx";
import type { Copy, HandbookData } from "./types.ts";

export type HandbookProps = { book: HandbookData; copy: Copy };

const nameOf = ({ id, version }: HandbookData, copy: Copy): string => `book-${id.replace(/[^A-Za-z0-9]/g, (one) => `_${one.charCodeAt(0)}`)}-${version}-${copy}`;

/** Annex 5: one copy of a household's handbook, with its own page numbers wherever it lies in the print job. */
export function Handbook({ book, copy }: HandbookProps) {
  const pages = useMemo(() => pagesOf(book, copy), [book, copy]);
  const name = nameOf(book, copy);
  usePageRule(pageRule(name, book, pages.length));
  return (
    <>
      {pages.map((content, at) => (
        <article key={at} class="sheet upright bookPage" lang="zh-CN" style={{ page: name }}>
          {content}
          <p class="onScreen">第 {at + 1} 页 共 {pages.length} 页</p>
        </article>
      ))}
    </>
  );
}

/** A named page with a counter of its own, so that each handbook counts from 1. */
function pageRule(name: string, { no, version, place }: HandbookData, count: number): string {
  const font = `font: 9pt "SimSun", "Songti SC", "Noto Serif CJK SC", serif;`;
  return `@page ${name} {
    size: A4 portrait; margin: 16mm 14mm 18mm; counter-increment: ${name};
    @bottom-left { content: ${quoted(`${place.county}扶贫手册`)}; ${font} }
    @bottom-center { content: "第 " counter(${name}) " 页 共 ${count} 页"; ${font} }
    @bottom-right { content: ${quoted(`编号 ${no} 第${version}版`)}; ${font} }
  }`;
}

/** How many pages one copy of a book has. */
export const pagesIn = (book: HandbookData): number => pagesOf(book, "household").length;

function pagesOf(book: HandbookData, copy: Copy): ComponentChildren[] {
  return [<Cover book={book} copy={copy} />, <FamilyPage book={book} />, ...MemberPages(book), ...HelperPages(book), ...PlanPages(book), ...MeasurePages(book), ...ResultPages(book), <Rules />];
}
