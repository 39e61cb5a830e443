/** Books that one document holds: as many as a browser lays out in half a minute (a copy of a book has fifteen pages or more). */
const PART = 25;

/** A book of a job, before its papers are read. */
export type Listed = { id: string; no: string; version: number };
/** A part of a job: documents that are printed one after another. `first` counts the households from 1. */
export type Part = { no: number; of: number; first: number; books: readonly Listed[] };
export type Copies = "both" | "household" | "committee";

/** Cuts a job into documents of about the same length, in its order. */
export function partsOf(books: readonly Listed[]): Part[] {
  const of = Math.ceil(books.length / PART);
  const size = Math.ceil(books.length / Math.max(1, of));
  return Array.from({ length: of }, (_, at) => ({ no: at + 1, of, first: at * size + 1, books: books.slice(at * size, (at + 1) * size) }));
}

/**
 * How far a job has come, as this device keeps it: the part that is open, and of each part, by copies, its pages and
 * whether it was printed. A book that was numbered anew makes it another job.
 */
export type Standing = { job: string; at: number; copies: Copies; printed: readonly string[]; pages: Readonly<Record<string, number>> };

export const jobOf = (books: readonly Listed[]): string => books.map(({ id, version }) => `${id}:${version}`).join();

const begun = (job: string): Standing => ({ job, at: 1, copies: "both", printed: [], pages: {} });

/** What is kept goes on where it is of this very job; else the job begins. */
export function standingOf(kept: Standing, books: readonly Listed[]): Standing {
  const job = jobOf(books);
  if (kept.job !== job) return begun(job);
  return { ...kept, at: Math.min(Math.max(1, kept.at), partsOf(books).length) };
}

export const NOTHING_KEPT: Standing = begun("");

const keyOf = ({ copies }: Standing, no: number): string => `${copies} ${no}`;

export const isPrinted = (standing: Standing, no: number): boolean => standing.printed.includes(keyOf(standing, no));
export const pagesOf = (standing: Standing, no: number): number | undefined => standing.pages[keyOf(standing, no)];

/** Says of a part that it was printed, or was not after all. */
export function withPrinted(standing: Standing, no: number, printed: boolean): Standing {
  const others = standing.printed.filter((one) => one !== keyOf(standing, no));
  return { ...standing, printed: printed ? [...others, keyOf(standing, no)] : others };
}

export const withPages = (standing: Standing, no: number, pages: number): Standing => ({ ...standing, pages: { ...standing.pages, [keyOf(standing, no)]: pages } });

/** The next part after this one that was not printed yet, round to the first; undefined when all were. */
export function nextPart(standing: Standing, parts: readonly Part[]): number | undefined {
  const open = parts.map(({ no }) => no).filter((no) => no !== standing.at && !isPrinted(standing, no));
  return open.find((no) => no > standing.at) ?? open[0];
}
