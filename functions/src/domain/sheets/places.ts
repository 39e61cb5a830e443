import { ETHNICITIES } from "../forms/ethnicities.ts";
import { bare } from "./cells.ts";

/** The areas that a sheet's rows must lie in, as the campaign names them. */
export type Villages = {
  county: { code: string; zh: string };
  town: { code: string; zh: string };
  villages: readonly { code: string; name: string; aliases: readonly string[] }[];
};

const PEOPLES = ETHNICITIES.map(({ zh }) => zh).join("|");

/** What names of areas end in, by habit; the rest is compared: 天祝藏族自治县 is 天祝县. */
const ENDINGS = {
  county: new RegExp(`(${PEOPLES})*自治县$|[县区市]$`, "u"),
  town: new RegExp(`(${PEOPLES})*[镇乡]$|街道$`, "u"),
  village: /(村民委员会|村委会|行政村|村|社区)$/u,
} as const;

const stem = (name: string, ending: RegExp) => bare(name).replace(ending, "");

/** Whether a cell names this county or town: by its code, or by its name with or without its ending. */
export function isPlace(level: "county" | "town", written: string, { code, zh }: { code: string; zh: string }): boolean {
  return bare(written) === code || stem(written, ENDINGS[level]) === stem(zh, ENDINGS[level]);
}

/** The code of the village that a cell names: by its code, its name, or another name that the campaign lists (阳屲/阳洼). */
export function findVillage(written: string, { villages }: Villages): string | undefined {
  const wanted = stem(written, ENDINGS.village);
  const isMeant = (name: string) => stem(name, ENDINGS.village) === wanted;
  return villages.find(({ code, name, aliases }) => code === bare(written) || [name, ...aliases].some(isMeant))?.code;
}
