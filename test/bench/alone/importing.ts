/** Bringing a whole town's list into a register: ours beside a writer of the very same documents. */
import { paths } from "@domain/paths.ts";
import type { Firestore } from "@google-cloud/firestore";
import { getCaller } from "../../../functions/src/services/caller.ts";
import { importRegister } from "../../../functions/src/services/sheets/importRegister.ts";
import { database } from "../../../functions/src/store/firestore.ts";
import { newId } from "../../play/player.ts";
import { uidOf } from "../../seed/accounts.ts";
import { castMember } from "../../seed/cast.ts";
import { LONG } from "../support/campaign.ts";
import type { Pair } from "../support/figures.ts";
import { timed } from "../support/figures.ts";
import { fileOf, inventTown } from "./town.ts";
import { openAlone } from "./village.ts";

/** Invented children are born as late as 2013. */
const YEAR = 2013;

export type Imported = { first: Pair; again: Pair };

/** Milliseconds of each run: a new register filled, and the same file brought again. The first run is a warm-up. */
export async function timeImport({ size, runs }: { size: number; runs: number }): Promise<Imported> {
  const file = await fileOf(inventTown(size, YEAR));
  const all: Imported = { first: { ours: [], floor: [] }, again: { ours: [], floor: [] } };
  for (let run = 0; run <= runs; run += 1) {
    const campaign = await openAlone(database(), LONG);
    all.first.ours.push(await timed(() => bring(campaign, file, { entered: size, unchanged: 0 })));
    all.again.ours.push(await timed(() => bring(campaign, file, { entered: 0, unchanged: size })));
    const documents = await documentsOf(database(), campaign);
    all.first.floor.push(await timed(() => writeAgain(database(), documents)));
    all.again.floor.push(await timed(() => readAgain(database(), documents)));
  }
  const warm = ({ ours, floor }: Pair): Pair => ({ ours: ours.slice(1), floor: floor.slice(1) });
  return { first: warm(all.first), again: warm(all.again) };
}

async function bring(campaign: string, file: string, expected: { entered: number; unchanged: number }): Promise<void> {
  const officer = await getCaller(uidOf(castMember("officer")));
  const request = { id: newId(), campaign, name: "名册.xlsx", file, commit: true, reason: "导入上年度名册" };
  const { counts, errors } = await importRegister(officer, request);
  if (counts.entered !== expected.entered || counts.unchanged !== expected.unchanged)
    throw new Error(`entered ${counts.entered}, unchanged ${counts.unchanged}, errors ${errors.length}`);
}

type Document = { path: string; data: object };

/** Everything that an import left in the campaign's register. */
async function documentsOf(db: Firestore, register: string): Promise<Document[]> {
  const found = await Promise.all(
    ["households", "people", "villages"].map((name) => db.collection(name).where("register", "==", register).get()),
  );
  const docs = found.flatMap((snapshot) => snapshot.docs);
  const homes = docs.filter(({ ref }) => ref.parent.id === "households").map(({ ref }) => ref.path);
  const beside = homes.flatMap((home) => [paths.version(home, YEAR), paths.versionPrivate(home, YEAR)]);
  const more = await db.getAll(...beside.map((path) => db.doc(path)));
  return [...docs, ...more].map((doc) => ({ path: doc.ref.path, data: doc.data() ?? {} }));
}

/** The same documents under another register's name, with nothing asked and nothing waited for in between. */
async function writeAgain(db: Firestore, documents: readonly Document[]): Promise<void> {
  const writer = db.bulkWriter({ throttling: false });
  const run = newId();
  for (const { path, data } of documents) {
    const [collection, id, ...rest] = path.split("/");
    void writer.create(db.doc([collection, `bench-${run}-${id}`, ...rest].join("/")), data);
  }
  await writer.close();
}

/** The same documents read, all at once. */
async function readAgain(db: Firestore, documents: readonly Document[]): Promise<void> {
  await Promise.all(
    Array.from({ length: Math.ceil(documents.length / 300) }, (_, at) =>
      db.getAll(...documents.slice(at * 300, (at + 1) * 300).map(({ path }) => db.doc(path))),
    ),
  );
}
