import { membersOf } from "@domain/sheets/columns.ts";
import type { SheetHousehold } from "@domain/sheets/columns.ts";
import { personSheet } from "@domain/sheets/writeSheet.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { writeWorkbook } from "../../../functions/src/services/sheets/workbook.ts";
import { Counter } from "./counter.ts";

/** The plan's 3,492 people in one file and one call, beside the same documents written and nothing else. */

const PEOPLE = 3_492;
let counter: Counter;
beforeAll(async () => {
  counter = await Counter.open(35);
});
afterAll(() => counter.close());

/** Invented households of three villages, 3,492 people together. */
function wholeTown(): SheetHousehold[] {
  const { first, second, third } = counter.town;
  const villages = [first, second, third];
  const found: SheetHousehold[] = [];
  for (let people = 0, seed = 5_000; people < PEOPLE; seed += 1) {
    const memberCount = Math.min(PEOPLE - people, [2, 3, 4, 4, 5][seed % 5] ?? 3);
    found.push(counter.household({ seed, memberCount, year: 2013, village: villages[seed % 3] ?? first }));
    people += memberCount;
  }
  return found;
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};

/** The documents that an import leaves, written again under other names by the same means: seconds. */
async function floor(): Promise<number> {
  const { db } = counter;
  const found = await Promise.all([db.collection("households"), db.collectionGroup("versions"), db.collectionGroup("private"), db.collection("people")].map((query) => query.get()));
  const docs = found.flatMap(({ docs: some }) => some.map((doc) => ({ path: `floor-${doc.ref.path}`, data: doc.data() })));
  return seconds(async () => {
    const writer = db.bulkWriter({ throttling: false });
    for (const { path, data } of docs) void writer.create(db.doc(path), data);
    await writer.close();
  });
}

it("3,492 people come in whole by one file, and again without a change", { timeout: 240_000 }, async () => {
  const town = wholeTown();
  const file = (await writeWorkbook({ name: "全镇", rows: personSheet(town) })).toString("base64");
  let report = await counter.bring("", { text: undefined, file, commit: false });
  expect(report.errors).toEqual([]);
  const reading = await seconds(() => counter.bring("", { text: undefined, file, commit: false }));
  const writing = await seconds(async () => void (report = await counter.bring("", { text: undefined, file })));
  expect(report.counts).toMatchObject({ people: PEOPLE, households: town.length, entered: town.length, heldBack: 0 });
  expect(await counter.sizes()).toMatchObject({ households: town.length, versions: town.length, people: town.flatMap(({ form }) => membersOf(form)).length });
  const again = await seconds(async () => void (report = await counter.bring("", { text: undefined, file })));
  expect(report.counts).toMatchObject({ entered: 0, unchanged: town.length, different: 0 });
  const bare = await floor();
  const told = { households: town.length, megabytes: file.length * 0.75 / 1e6, reading, writing, again, floor: bare };
  console.log(`whole town: ${JSON.stringify(told, (_key, value: unknown) => (typeof value === "number" ? Math.round(value * 100) / 100 : value))}`);
});
