import type { Cell } from "../../domain/sheets/cells.ts";

/** One sheet of a file. */
export type Sheet = { name: string; rows: readonly (readonly Cell[])[] };

/** Text in a cell that is told to be text stays what it is: no digit is lost, and nothing that begins with = is reckoned. */
const asText = (value: string, isHeader: boolean) =>
  ({ value, type: String, format: "@", ...(isHeader && { fontWeight: "bold" as const }) });

const widthOf = (header: Cell | undefined) => ({ width: Math.max(10, String(header ?? "").length * 2 + 2) });

/** The sheet as an .xlsx file. The library is loaded when a file is first written. */
export async function writeWorkbook({ name, rows }: Sheet): Promise<Buffer> {
  const { default: writeExcelFile } = await import("write-excel-file/node");
  const data = rows.map((row, at) =>
    row.map((cell) => (typeof cell === "string" ? asText(cell, at === 0) : cell === null ? null : { value: cell, type: Number })),
  );
  return writeExcelFile(data, { sheet: name.slice(0, 31), columns: (rows[0] ?? []).map(widthOf), stickyRowsCount: 1 }).toBuffer();
}
