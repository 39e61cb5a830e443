import type { DocumentSnapshot, Firestore } from "@google-cloud/firestore";
import { Hidden } from "../../domain/action.ts";
import type { Campaign } from "../../domain/campaign.ts";
import { joinPrivate } from "../../domain/forms/private.ts";
import { isValues } from "../../domain/forms/tidy.ts";
import type { Values } from "../../domain/forms/field.ts";
import { paths } from "../../domain/paths.ts";
import { Household, Version } from "../../domain/register.ts";
import type { SheetHousehold } from "../../domain/sheets/columns.ts";
import { ON_SHEET } from "../../domain/sheets/columns.ts";
import { placeOf } from "../../domain/sheets/writeSheet.ts";
import { read } from "../../store/firestore.ts";

/** How many documents one reading asks for. */
const AT_ONCE = 300;

/** Documents by path, in the order asked for. */
export async function getAll(db: Firestore, wanted: readonly string[]): Promise<DocumentSnapshot[]> {
  const parts = Array.from({ length: Math.ceil(wanted.length / AT_ONCE) }, (_, at) => wanted.slice(at * AT_ONCE, (at + 1) * AT_ONCE));
  const found = await Promise.all(parts.map((part) => db.getAll(...part.map((path) => db.doc(path)))));
  return found.flat();
}

/** A stored form with its numbers back in their places. Never leaves the functions but in a file that an officer took. */
export function inClear(form: unknown, hidden: DocumentSnapshot | undefined): Values {
  const numbers = Hidden.safeParse(hidden?.data()).data ?? {};
  const joined = joinPrivate<unknown>(ON_SHEET, form, numbers);
  return isValues(joined) ? joined : {};
}

type Entry = { id: string; no: string };
export type OfCampaign = Pick<Campaign, "county" | "town" | "villages" | "year">;

/** How the campaign names the areas around a village. */
export function placeIn({ county, town, villages }: OfCampaign, village: string): SheetHousehold["place"] {
  const name = villages.find(({ code }) => code === village)?.name ?? village;
  return placeOf(village, { county: county.zh, town: town.zh, village: name });
}

/** Households of the register as a sheet tells them, by their latest yearly version; undefined where there is none. */
export async function listRegistered(db: Firestore, campaign: OfCampaign, entries: readonly Entry[]): Promise<(SheetHousehold | undefined)[]> {
  const homes = entries.map(({ id }) => paths.household(id));
  const years = (await getAll(db, homes)).map((doc) => read(Household, doc)?.year ?? campaign.year);
  const ofYear = (path: (home: string, year: number) => string) => getAll(db, homes.map((home, at) => path(home, years[at] ?? campaign.year)));
  const [versions, hidden] = await Promise.all([ofYear(paths.version), ofYear(paths.versionPrivate)]);
  return entries.map(({ no }, at) => {
    const version = read(Version, versions[at]);
    if (!version || !isValues(version.form)) return undefined;
    return { no, year: version.year, place: placeIn(campaign, no.slice(0, 12)), form: inClear(version.form, hidden[at]) };
  });
}
