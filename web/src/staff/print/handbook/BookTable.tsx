import { cut, linesOf } from "./paging.ts";

type BookColumn = { head: string; width: number; /** Longer texts read from the start of their lines. */ start?: true };
type BookTableProps = {
  title: string;
  columns: readonly BookColumn[];
  rows: readonly (readonly string[])[];
  /** Height of an empty row, and the least of any, mm. */
  blank: number;
  /** Pages there are at least. */
  least: number;
  /** Points. */
  size: number;
  /** No more than so many empty rows a page. */
  most?: number;
  numbered?: boolean;
  note?: string;
};

/** What a page holds of rows below its title and head, mm. */
const ROOM = 222;
const NUMBER = 8;

/** A ledger of the handbook as its pages: filled rows first, then empty ruled ones to write on. */
export function BookTable({ title, columns, rows, blank, least, size, most = 99, numbered = false, note }: BookTableProps) {
  const line = size * 0.3528 * 1.35;
  const heightOf = (row: readonly string[]) => Math.max(blank, Math.max(...row.map((text, at) => linesOf(text, columns[at]?.width ?? 10, size))) * line + 2.2);
  const chunks = cut(rows, { heightOf, room: ROOM, blank, least });
  return chunks.map((chunk, at) => (
    <>
      <h2 class="bookTitle">{title}{chunks.length > 1 && <small>（{at + 1}）</small>}</h2>
      <table class="ledger" style={{ "--row": `${blank}mm`, "--size": `${size}pt` }}>
        <colgroup>{numbered && <col style={{ width: `${NUMBER}mm` }} />}{columns.map(({ head, width }) => <col key={head} style={{ width: `${width}mm` }} />)}</colgroup>
        <thead><tr>{numbered && <th scope="col">序号</th>}{columns.map(({ head }) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {chunk.rows.map((row, no) => <tr key={no}>{numbered && <td>{chunk.first + no}</td>}{row.map((text, column) => <td key={column} class={columns[column]?.start ? "lines" : undefined}>{text}</td>)}</tr>)}
          {Array.from({ length: Math.min(most, chunk.blanks) }, (_, no) => <tr key={`blank ${no}`}>{numbered && <td />}{columns.map(({ head }) => <td key={head} />)}</tr>)}
        </tbody>
      </table>
      {note && <p class="bookNote">{note}</p>}
    </>
  ));
}
