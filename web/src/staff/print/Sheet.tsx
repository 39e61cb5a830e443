import type { ComponentChildren } from "preact";
import "./sheet.css";

/** The papers that are printed on: named pages of sheet.css. */
export type Paper = "upright" | "across" | "receipts" | "letter" | "posterA4" | "posterA3";

type SheetProps = { paper?: Paper; title?: ComponentChildren; children: ComponentChildren };

/** One print, as long as it needs to be: it begins on a page of its own. Always Chinese. */
export function Sheet({ paper = "upright", title, children }: SheetProps) {
  return (
    <article class={`sheet ${paper}`} lang="zh-CN">
      {title && <h2 class="sheetTitle">{title}</h2>}
      {children}
    </article>
  );
}

/** A line above a table: where it belongs, its number, its date. */
export function SheetHead({ parts }: { parts: readonly (string | undefined)[] }) {
  return <p class="sheetHead">{parts.filter((part) => part !== undefined).map((part) => <span key={part}>{part}</span>)}</p>;
}

/** Places to sign: what is known is printed on the line, what is not is written by hand. */
export function Signs({ places }: { places: readonly (readonly [string, string?])[] }) {
  return (
    <div class="signs">
      {places.map(([label, known]) => <span class="sign" key={label}>{label}：<i>{known}</i></span>)}
    </div>
  );
}

/** Who issues it, with the place for the seal, and the day; an empty day is written by hand. */
export function Issuer({ names, day }: { names: readonly string[]; day: string | undefined }) {
  return (
    <div class="issuer">
      {names.map((name) => <div key={name}>{name}<span class="seal">（盖章）</span></div>)}
      <div>{day ?? "　　　年　　月　　日"}</div>
    </div>
  );
}

/** A word or figure on a line; the line alone when there is none. */
export function Fill({ children }: { children?: string | number | undefined }) {
  return <span class="fill">{children}</span>;
}
