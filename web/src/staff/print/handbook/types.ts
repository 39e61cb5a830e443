import type { Hidden } from "@domain/forms/private.ts";
import type { FormValue } from "../../../shared/form/value.ts";
import type { HelpOf } from "../register/records.ts";

/** Rows of one page: the number of the first, and how many empty ones follow. */
export type Chunk<T> = { first: number; rows: T[]; blanks: number };

/** Which of the two copies it is. */
export const COPIES = { household: "农户存", committee: "村委会存" } as const;
export type Copy = keyof typeof COPIES;

/** Everything a handbook says (domain.md, section 4). */
export type HandbookData = {
  /** Of the application: keeps the books of one print job apart. */
  id: string;
  place: { county: string; town: string; village: string };
  /** The register's number. */
  no: string;
  version: number;
  /** The absolute address in the QR code. */
  address: string;
  year: number;
  /** The day of this print. */
  printedOn: string;
  registration: FormValue;
  numbers?: Hidden;
  help: HelpOf;
  /** The householder's photo, if there is one. */
  photo?: string | undefined;
};
