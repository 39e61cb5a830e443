/** The plan's whole town as an invented list: as a spreadsheet tells it, and as its file. */
import type { SheetHousehold } from "@domain/sheets/columns.ts";
import { personSheet, placeOf } from "@domain/sheets/writeSheet.ts";
import { writeWorkbook } from "../../../functions/src/services/sheets/workbook.ts";
import { onSheet } from "../../domain/sheets/sheets.ts";
import { VILLAGES } from "../../seed/campaign2013.ts";
import { inventHousehold } from "../../seed/invent.ts";

/** Four to a household: the plan's 3,492 people are 873 households. */
export const PEOPLE_A_HOUSEHOLD = 4;

const NAMES = { county: "天祝藏族自治县", town: "赛什斯镇" };

/** So many households with their register numbers, the villages in turn. */
export function inventTown(count: number, year: number): SheetHousehold[] {
  return Array.from({ length: count }, (_, seed) => {
    const village = VILLAGES[seed % VILLAGES.length] ?? { code: "", name: "" };
    const serial = Math.floor(seed / VILLAGES.length) + 1;
    const { survey } = inventHousehold({ seed, village, track: "identify", memberCount: PEOPLE_A_HOUSEHOLD });
    return {
      no: `${village.code}${String(serial).padStart(4, "0")}`,
      year,
      place: placeOf(village.code, { ...NAMES, village: village.name }),
      form: onSheet(survey),
    };
  });
}

/** The town's file in base64, as a browser sends it. */
export async function fileOf(town: readonly SheetHousehold[]): Promise<string> {
  return (await writeWorkbook({ name: "全镇", rows: personSheet(town) })).toString("base64");
}
