import { inBase64 } from "../entry/file.ts";

/** What a chosen file is sent as: a spreadsheet whole, a .csv as text. */
export type Sheet = { file: string } | { text: string };

/** @throws when the file cannot be read. */
export async function readSheetFile(file: File): Promise<Sheet> {
  return /\.(csv|txt)$/i.test(file.name) ? { text: decode(await file.arrayBuffer()) } : { file: await inBase64(file) };
}

/** Spreadsheets in Chinese save a .csv in GB 18030 unless told otherwise, and that is seldom valid UTF-8. */
export function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
