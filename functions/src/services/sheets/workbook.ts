import type { Cell } from "../../domain/sheets/cells.ts";

/** One sheet of a file. */
export type Sheet = { name: string; rows: readonly (readonly Cell[])[] };

/** Text in a cell that is told to be text stays what it is: no digit is lost, and nothing that begins with = is reckoned. */
const asText = (value: string, isHeader: boolean) =>
  ({ value, type: String, format: "@", ...(isHeader && { fontWeight: "bold" as const }) });

/** Characters of the column's own unit that a cell takes: a Chinese one is as wide as two digits. */
const lengthOf = (cell: Cell): number => [...String(cell ?? "")].reduce((sum, character) => sum + (character > "\u2e80" ? 2 : 1), 0);

const [NARROWEST, WIDEST] = [8, 50];

/** As wide as its longest cell, so that a number of 18 digits is read without pulling at the column. */
function widthsOf(rows: Sheet["rows"]): { width: number }[] {
  return (rows[0] ?? []).map((_, at) => {
    const longest = rows.reduce((most, row) => Math.max(most, lengthOf(row[at] ?? null)), 0);
    return { width: Math.min(WIDEST, Math.max(NARROWEST, longest + 2)) };
  });
}

/** A sheet's name has 31 characters at most and none of a few: a village may be called otherwise. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\']/g, " ").trim().slice(0, 31).trim() || "1";

/** The sheet as an .xlsx file. The library is loaded when a file is first written. */
export async function writeWorkbook({ name, rows }: Sheet): Promise<Buffer> {
  const { default: writeExcelFile } = await import("write-excel-file/node");
  const data = rows.map((row, at) =>
    row.map((cell) => (typeof cell === "string" ? asText(cell, at === 0) : cell === null ? null : { value: cell, type: Number })),
  );
  return writeExcelFile(data, { sheet: sheetName(name), columns: widthsOf(rows), stickyRowsCount: 1 }).toBuffer();
}
