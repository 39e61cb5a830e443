import type { Values } from "@domain/forms/field.ts";
import type { SheetHousehold } from "@domain/sheets/columns.ts";
import { COLUMNS, columnOf, ON_SHEET } from "@domain/sheets/columns.ts";
import type { Settings } from "@domain/sheets/readSheet.ts";
import { personSheet, placeOf } from "@domain/sheets/writeSheet.ts";
import { inventHousehold } from "../../seed/invent.ts";
import { VILLAGES } from "../../seed/campaign2013.ts";

/** The town of 2013 as a reader of sheets needs it. */
export const TOWN: Settings = {
  county: { code: "620623", zh: "天祝藏族自治县" },
  town: { code: "620623105", zh: "赛什斯镇" },
  villages: VILLAGES,
  latestYear: 2013,
};

type Wish = { seed: number; at?: number; memberCount?: number; serial?: number };

/** The village at that place of the plan's list. */
export function villageAt(at = 6): { code: string; name: string } {
  const village = VILLAGES[at];
  if (!village) throw new RangeError("no such village");
  return village;
}

/** What a form tells a sheet: the sections that it holds, those without a value left out. */
export function onSheet(form: Values): Values {
  const told = ON_SHEET.sections.filter(({ key }) => Object.keys(form[key] ?? {}).length > 0);
  return Object.fromEntries(told.map(({ key }) => [key, form[key]]));
}

/** An invented household of a village (阳屲村 unless told) with the register's number. */
export function sheetHousehold({ seed, at = 6, memberCount = 3, serial = seed }: Wish): SheetHousehold {
  const village = villageAt(at);
  const { survey } = inventHousehold({ seed, village, track: "identify", memberCount });
  const names = { county: "天祝藏族自治县", town: "赛什斯镇", village: village.name };
  return { no: `${village.code}${String(serial).padStart(4, "0")}`, year: 2013, place: placeOf(village.code, names), form: onSheet(survey) };
}

/** A written sheet whose cells can be changed by row (as the spreadsheet counts) and source. */
export class Draft {
  readonly rows: unknown[][];

  constructor(households: readonly SheetHousehold[]) {
    this.rows = personSheet(households);
  }

  at(source: string): number {
    return COLUMNS.indexOf(columnOf(source));
  }

  get(row: number, source: string): unknown {
    return this.rows[row - 1]?.[this.at(source)];
  }

  set(row: number, source: string, value: unknown): this {
    const cells = this.rows[row - 1];
    if (cells) cells[this.at(source)] = value;
    return this;
  }

  /** Only these columns, in this order. */
  only(...sources: string[]): unknown[][] {
    return this.rows.map((row) => sources.map((source) => row[this.at(source)]));
  }
}

/** The text that a spreadsheet gives when its cells are copied. */
export const pasted = (rows: readonly (readonly unknown[])[]): string =>
  rows.map((row) => row.map((cell) => (cell === null || cell === undefined ? "" : String(cell))).join("\t")).join("\r\n");

