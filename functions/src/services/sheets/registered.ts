import type { DocumentSnapshot, Firestore } from "@google-cloud/firestore";
import { Hidden } from "../../domain/action.ts";
import type { Campaign } from "../../domain/campaign.ts";
import { presentForm } from "../../domain/forms/changes.ts";
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

type Told = { version: DocumentSnapshot | undefined; hidden: DocumentSnapshot | undefined };

/** The latest yearly version of each entry. Nearly all are of the campaign's year, which is asked for in the same round as the entry. */
async function latestOf(db: Firestore, { year }: OfCampaign, homes: readonly string[]): Promise<Told[]> {
  const ofYear = (home: string, one: number) => [paths.version(home, one), paths.versionPrivate(home, one)];
  const docs = await getAll(db, homes.flatMap((home) => [home, ...ofYear(home, year)]));
  const years = homes.map((_home, at) => read(Household, docs[at * 3])?.year ?? year);
  const others = homes.flatMap((home, at) => (years[at] === year ? [] : [{ home, at }]));
  const older = await getAll(db, others.flatMap(({ home, at }) => ofYear(home, years[at] ?? year)));
  const found = homes.map((_home, at): Told => ({ version: docs[at * 3 + 1], hidden: docs[at * 3 + 2] }));
  for (const [place, { at }] of others.entries()) found[at] = { version: older[place * 2], hidden: older[place * 2 + 1] };
  return found;
}

/** Households of the register as a sheet tells them, by their latest yearly version; undefined where there is none. */
export async function listRegistered(db: Firestore, campaign: OfCampaign, entries: readonly Entry[]): Promise<(SheetHousehold | undefined)[]> {
  const latest = await latestOf(db, campaign, entries.map(({ id }) => paths.household(id)));
  return entries.map(({ no }, at) => {
    const { version: found, hidden } = latest[at] ?? {};
    const version = read(Version, found);
    if (!version || !isValues(version.form)) return undefined;
    return { no, year: version.year, place: placeIn(campaign, no.slice(0, 12)), form: inClear(presentForm(version), hidden) };
  });
}
