import type { BulkWriter, DocumentSnapshot, Firestore } from "@google-cloud/firestore";
import { areasOf } from "../../domain/areas.ts";
import { splitPrivate } from "../../domain/forms/private.ts";
import type { Values } from "../../domain/forms/field.ts";
import { isValues } from "../../domain/forms/tidy.ts";
import { paths } from "../../domain/paths.ts";
import { Household, Version } from "../../domain/register.ts";
import { ON_SHEET, sectionOf } from "../../domain/sheets/columns.ts";
import { changedHeaders } from "../../domain/sheets/compare.ts";
import type { Different } from "../../domain/sheets/records.ts";
import { read } from "../../store/firestore.ts";
import type { Claimed } from "./claimNumbers.ts";
import type { OfCampaign } from "./registered.ts";
import { getAll, inClear, placeIn } from "./registered.ts";

/** What an import is of: the register and year it fills, and the campaign whose office brought it. */
export type Importing = { campaign: OfCampaign & { id: string }; register: string; year: number; at: Date };

export type Entered = { entered: number; unchanged: number; different: Different[] };

/** Households between two notes of progress. */
const AT_ONCE = 200;

/**
 * Writes what is not there yet: entry, yearly version, hidden numbers. Nothing that is there is ever changed, so it may
 * be cut off anywhere and run again. `note` is told how many are dealt with.
 */
export async function enterHouseholds(
  db: Firestore,
  importing: Importing,
  { claimed, note }: { claimed: readonly Claimed[]; note: (done: number) => Promise<void> },
): Promise<Entered> {
  /* A town's few thousand documents need no slow beginning; what Firestore refuses for a moment is tried again. */
  const writer = db.bulkWriter({ throttling: false });
  const sum: Entered = { entered: 0, unchanged: 0, different: [] };
  try {
    for (let from = 0; from < claimed.length; from += AT_ONCE) {
      const part = claimed.slice(from, from + AT_ONCE);
      const { entered, unchanged, different } = await enterPart({ db, writer }, importing, part);
      sum.entered += entered;
      sum.unchanged += unchanged;
      sum.different.push(...different);
      await note(from + part.length);
    }
  } finally {
    await writer.close();
  }
  return sum;
}

type Found = { entry: DocumentSnapshot | undefined; version: DocumentSnapshot | undefined; hidden: DocumentSnapshot | undefined };

const NOTHING: Found = { entry: undefined, version: undefined, hidden: undefined };

/** What the register has of each household; of one whose number was given just now, nothing, without looking. */
async function findAll(db: Firestore, { year }: Importing, part: readonly Claimed[]): Promise<Map<Claimed, Found>> {
  const known = part.filter(({ isNew }) => !isNew);
  const homes = known.map(({ id }) => paths.household(id));
  const docs = await getAll(db, homes.flatMap((home) => [home, paths.version(home, year), paths.versionPrivate(home, year)]));
  return new Map(known.map((one, at) => [one, { entry: docs[at * 3], version: docs[at * 3 + 1], hidden: docs[at * 3 + 2] }]));
}

async function enterPart({ db, writer }: { db: Firestore; writer: BulkWriter }, importing: Importing, part: readonly Claimed[]): Promise<Entered> {
  const register = await findAll(db, importing, part);
  const sum: Entered = { entered: 0, unchanged: 0, different: [] };
  const writes = part.flatMap((one) => {
    const found = register.get(one) ?? NOTHING;
    const missing = missingOf(one, importing, found);
    const fields = missing.length > 0 ? [] : differenceOf(one, importing, found);
    if (missing.length > 0) sum.entered += 1;
    else if (fields.length > 0) sum.different.push({ row: one.household.row, no: one.no, fields });
    else sum.unchanged += 1;
    return missing.map(({ path, data }) => writer.create(db.doc(path), data).catch(unlessThere));
  });
  await writer.flush();
  await Promise.all(writes);
  return sum;
}

const ALREADY_THERE = 6;
/** Somebody else's run of the same file was faster: what it wrote is what we would have. */
function unlessThere(error: { code?: number }): void {
  if (error.code !== ALREADY_THERE) throw error;
}

type Write = { path: string; data: Values };

/** What of a household is not there. An entry that was made here has its own versions, which an import leaves alone. */
function missingOf(one: Claimed, importing: Importing, { entry, version, hidden }: Found): Write[] {
  const madeHere = read(Household, entry)?.application ?? null;
  if (madeHere !== null) return [];
  const home = paths.household(one.id);
  const { shown, hidden: numbers } = splitPrivate<unknown>(ON_SHEET, one.household.form);
  const all = [
    { doc: version, path: paths.version(home, importing.year), data: versionOf(one, importing, shown) },
    { doc: hidden, path: paths.versionPrivate(home, importing.year), data: numbers },
    { doc: entry, path: home, data: entryOf(one, importing) },
  ];
  return all.filter(({ doc }) => !doc?.exists).map(({ path, data }) => ({ path, data }));
}

/** The entry of an imported household: in service since the end of its year, by no application of ours. */
export function entryOf({ household, no }: Claimed, { campaign, register, year }: Importing): Household {
  const { village, form, householder, memberCount } = household;
  const groupName = sectionOf(form, "head")["groupName"];
  const mainCause = sectionOf(form, "cause")["mainCause"];
  return {
    register,
    no,
    campaign: campaign.id,
    application: null,
    village,
    areas: areasOf(village),
    householder,
    groupName: typeof groupName === "string" ? groupName : "",
    memberCount,
    mainCause: typeof mainCause === "string" ? mainCause : null,
    status: "registered",
    since: new Date(`${year}-12-31T04:00:00Z`),
    exit: null,
    helper: null,
    former: null,
    year,
    ended: null,
  };
}

function versionOf({ household: { village } }: Claimed, { year, at }: Importing, form: unknown): Version {
  return {
    areas: areasOf(village), applicant: null, year, form, helper: null, plan: null, changes: [], answers: {}, application: null, action: null, at,
  };
}

/** Headers in which the file says otherwise than the register. */
function differenceOf({ household, no }: Claimed, { campaign, year }: Importing, { version, hidden }: Found): string[] {
  const stored = read(Version, version);
  if (!stored || !isValues(stored.form)) return ["年度"];
  const place = placeIn(campaign, household.village);
  const theirs = { no, year, place, form: household.form };
  return changedHeaders({ no, year, place, form: inClear(stored.form, hidden) }, theirs);
}
