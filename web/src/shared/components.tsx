import type { ButtonHTMLAttributes, ComponentChildren } from "preact";
import { createContext } from "preact";
import { useContext, useEffect, useRef } from "preact/hooks";
import { say } from "./language.tsx";
import { Link } from "./router.tsx";
import { WORDS } from "./words.ts";

type PageProps = {
  title: string;
  /** The document's title, when it is not the heading. */
  name?: string;
  lead?: ComponentChildren;
  /** Before the heading, such as how far one has come. */
  above?: ComponentChildren;
  /** Buttons or a tag beside the heading. */
  aside?: ComponentChildren;
  /** Pages that list names ask search engines to stay away. */
  noindex?: boolean;
  children: ComponentChildren;
};

/** Whether a page with its heading is around: a state that stands alone is a page of its own and brings the heading. */
const InPage = createContext(false);

/** What a page's frame puts below its lead, such as a help text; nothing by itself. */
export const BelowLead = createContext<ComponentChildren>(null);

const nameDocument = (title: string) => {
  document.title = `${title} · ${say(WORDS.product)}`;
};

/* The first page of a visit is read from its top, as a browser does; later ones from their heading. */
let isFirst = true;

/** The heading of a page takes the focus after a move, so that a screen reader says where it is. */
function useHeading(isHeading = true) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isHeading) return;
    if (!isFirst) heading.current?.focus({ preventScroll: true });
    isFirst = false;
  }, []);
  return heading;
}

/** One page, with its heading and the document's title. */
export function Page({ title, name, lead, above, aside, noindex, children }: PageProps) {
  const heading = useHeading();
  useEffect(() => nameDocument(name ?? title));
  useEffect(() => (noindex ? addNoindex() : undefined), [noindex]);
  return (
    <div class="page">
      {above}
      <div class="pageHead">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {aside && <div class="pageAside">{aside}</div>}
      </div>
      {lead && <p class="lead">{lead}</p>}
      {useContext(BelowLead)}
      <InPage.Provider value>{children}</InPage.Provider>
    </div>
  );
}

function addNoindex(): () => void {
  const meta = document.createElement("meta");
  meta.name = "robots";
  meta.content = "noindex";
  document.head.append(meta);
  return () => meta.remove();
}

type CardProps = {
  title?: ComponentChildren;
  aside?: ComponentChildren;
  class?: string;
  children: ComponentChildren;
};

/** A group of things that belong together, with a heading of its own. */
export function Card({ title, aside, class: more = "", children }: CardProps) {
  return (
    <section class={`card ${more}`}>
      {title && (
        <div class="cardHead">
          <h2>{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}

export type Column<Row> = {
  key: string;
  head: ComponentChildren;
  cell: (row: Row) => ComponentChildren;
  /** Figures stand at the end, in digits of one width. */
  align?: "end";
  /** The cell that names its row. */
  names?: boolean;
};

type TableProps<Row> = {
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  caption: string;
  rowKey: (row: Row) => string | number;
  /** A narrow screen scrolls the table sideways, or stacks each row's cells under one another. */
  onPhone?: "scroll" | "stack";
  /** A caption that repeats the heading above is only read out. */
  quiet?: boolean;
  foot?: ComponentChildren;
};

/** A table with caption and headed columns. */
export function Table<Row>({
  rows,
  columns,
  caption,
  rowKey,
  onPhone = "scroll",
  quiet = false,
  foot,
}: TableProps<Row>) {
  const cell = (column: Column<Row>, row: Row) => {
    const align = `col-${column.key}${column.align === "end" ? " figure" : ""}`;
    const label = typeof column.head === "string" ? column.head : undefined;
    const content = column.cell(row);
    if (column.names)
      return (
        <th key={column.key} scope="row" class={align} data-label={label}>
          {content}
        </th>
      );
    return (
      <td key={column.key} class={align} data-label={label}>
        {content}
      </td>
    );
  };
  return (
    <div class="tableFrame" role="region" aria-label={caption} tabIndex={0}>
      <table class={`table ${onPhone}`}>
        <caption class={quiet ? "unseen" : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, head, align }) => {
              const look = `col-${key}${align === "end" ? " figure" : ""}`;
              return head === "" ? <td key={key} class={look} /> : <th key={key} scope="col" class={look}>{head}</th>;
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>{columns.map((column) => cell(column, row))}</tr>
          ))}
        </tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </div>
  );
}

type ButtonKind = "primary" | "plain" | "danger" | "quiet";
type ButtonProps = Omit<ButtonHTMLAttributes, "class" | "disabled" | "onClick"> & {
  kind?: ButtonKind;
  type?: "button" | "submit";
  disabled?: boolean;
  /** Being carried out: says so, and does not act twice. */
  busy?: boolean;
  big?: boolean;
  onClick?: (event: MouseEvent) => void;
  children: ComponentChildren;
};

const dontAct = (event: Event) => event.preventDefault();

/** A button that has the focus keeps it, whatever becomes of it: a disabled one would lose it to nowhere. */
export function Button({
  kind = "plain",
  type = "button",
  disabled = false,
  busy = false,
  big = false,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const own = useRef<HTMLButtonElement>(null);
  const isOff = disabled || busy;
  const hasFocus = own.current !== null && own.current === document.activeElement;
  return (
    <button
      {...rest}
      ref={own}
      type={type}
      class={`button ${kind}${big ? " big" : ""}`}
      disabled={isOff && !hasFocus}
      aria-disabled={isOff || undefined}
      aria-busy={busy || undefined}
      onClick={isOff ? dontAct : onClick}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}

type ButtonLinkProps = { href: string; kind?: ButtonKind; big?: boolean; children: ComponentChildren };

/** A link that looks like a button, for going somewhere. */
export function ButtonLink({ href, kind = "plain", big = false, children }: ButtonLinkProps) {
  return (
    <Link href={href} class={`button ${kind}${big ? " big" : ""}`}>
      {children}
    </Link>
  );
}

/** The mood of a tag: waiting for somebody, running now, held up, finished well, ended otherwise. */
export type Tone = "waiting" | "running" | "held" | "done" | "ended";

export function Tag({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return <span class={`tag ${tone}`}>{children}</span>;
}

const ALERT_ROLES = { info: undefined, success: "status", warning: undefined, error: "alert" } as const;
/** The heading of a state: of a part of its page, or of the page itself. */
function StateTitle({ look, title }: { look: string; title: string }) {
  const isPart = useContext(InPage);
  const heading = useHeading(!isPart);
  useEffect(() => (isPart ? undefined : nameDocument(title)), [isPart, title]);
  return isPart ? <p class={look}>{title}</p> : <h1 class={look} ref={heading} tabIndex={-1}>{title}</h1>;
}

type AlertProps = { tone: keyof typeof ALERT_ROLES; title?: string; children?: ComponentChildren };

/** A sentence that must be seen. Errors are read out at once, successes when the reader is free. */
export function Alert({ tone, title, children }: AlertProps) {
  return (
    <div class={`alert ${tone}`} role={ALERT_ROLES[tone]}>
      {title && <p class="alertTitle">{title}</p>}
      {children && <div>{children}</div>}
    </div>
  );
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <StateTitle look="emptyTitle" title={title} />
      {children}
    </div>
  );
}

export function Spinner() {
  return <span class="spinner" aria-hidden="true" />;
}

export function Loading({ label = say(WORDS.loading) }: { label?: string }) {
  return (
    <p class="loading" role="status">
      <Spinner />
      {label}
    </p>
  );
}

/** Something was not loaded: says so and offers to try again. */
export function LoadFailed({ retry }: { retry: () => void }) {
  return (
    <div class="alert error" role="alert">
      <StateTitle look="alertTitle" title={say(WORDS.failed)} />
      <p>{say(WORDS.checkNetwork)}</p>
      <Button onClick={retry}>{say(WORDS.retry)}</Button>
    </div>
  );
}

type ProgressProps = { value: number; max: number; label: string; text?: string };

/** How much of a whole is done, as a bar with its figures in words. */
export function Progress({ value, max, label, text = `${value} / ${max}` }: ProgressProps) {
  const share = max > 0 ? Math.min(1, value / max) : 0;
  return (
    <div class="progress">
      <div
        class="progressTrack"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={Math.min(value, max)}
        aria-valuetext={text}
      >
        <div class="progressBar" style={{ width: `${share * 100}%` }} />
      </div>
      <span class="progressText">{text}</span>
    </div>
  );
}

/** Facts by name, one under another. */
export function Facts({ rows }: { rows: readonly (readonly [string, ComponentChildren])[] }) {
  return (
    <dl class="facts">
      {rows.map(([name, fact]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
