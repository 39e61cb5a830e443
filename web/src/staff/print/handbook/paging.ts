import type { Chunk } from "./types.ts";

/*
 * A handbook's pages are cut here and not by the browser, so that the number of pages is known and printed on each of
 * them. Heights are estimated from the text, always from above: every character is as wide as a Chinese one but for
 * letters and digits, and a line is one character shorter than fits, for marks that may not begin a line.
 */

const MM_PER_POINT = 0.3528;

/** How many lines a text takes in a column. Width in mm without the borders, size in points. */
export function linesOf(text: string, width: number, size: number): number {
  const per = Math.max(1, Math.floor((width - 2.6) / (size * MM_PER_POINT)) - 1);
  return text.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / per)), 0);
}

/** The width of a text in Chinese characters. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\x20-\x7e]/.test(character) ? 0.62 : 1), 0);
}

type Cutting<T> = {
  /** Height of a row, mm. */
  heightOf: (row: T) => number;
  /** What the rows of one page may take together, mm. */
  room: number;
  /** Height of an empty row, mm: pages are filled up with them. */
  blank: number;
  /** Pages there are at least. */
  least: number;
};

/** Cuts rows into pages, in order; the last of them and those after it are filled up with empty rows. */
export function cut<T>(rows: readonly T[], { heightOf, room, blank, least }: Cutting<T>): Chunk<T>[] {
  const pages: { rows: T[]; used: number }[] = [];
  for (const row of rows) {
    const height = heightOf(row);
    const last = pages.at(-1);
    if (last && last.used + height <= room) {
      last.rows.push(row);
      last.used += height;
    } else pages.push({ rows: [row], used: height });
  }
  const last = Math.max(0, pages.length - 1);
  while (pages.length < least) pages.push({ rows: [], used: 0 });
  let first = 1;
  return pages.map(({ rows: held, used }, at) => {
    const chunk = { first, rows: held, blanks: at < last ? 0 : Math.max(0, Math.floor((room - used) / blank)) };
    first += held.length;
    return chunk;
  });
}
