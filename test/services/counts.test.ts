import type { Firestore } from "@google-cloud/firestore";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Counter } from "../bench/support/counter.ts";
import type { Counts } from "../bench/support/counter.ts";
import type { Left, Row } from "../nation/counts.ts";
import { COUNTS, LEFT } from "../nation/counts.ts";
import { documentBytes, indexBytes } from "../nation/storage.ts";
import type { Counted } from "./countedWay.ts";
import { countWay } from "./countedWay.ts";
import { Desk } from "./desk.ts";
import { poorHousehold, poorVillage } from "../functions/households.ts";
import { suiteOfTests } from "../functions/stage.ts";

/** What the calculation for the nation stands on: each action's documents on the wire, and what lies there in the end. */

const [FEW, MORE] = [2, 4];
/** Of these a campaign has its own, however many households it has; what is asked of a village as a whole; and what goes by itself in two days. */
const FURNITURE = ["staff", "campaigns", "campaigns/villages", "villageFindings", "limits"];
/** What a household's answers to questions of the checks cost depends on the household. */
const ASKED = ["answerFinding", "runChecks clock"];

type Size = Left["each"];
type Kept = Map<string, Size>;
type Way = { counted: Counted[]; kept: Kept };

let counter: Counter;
let desk: Desk;
let few: Way;
let more: Way;
let village: Way;

beforeAll(async () => {
  counter = await Counter.before((await suiteOfTests()).firestore);
  desk = await Desk.open({ number: 75, seconds: 1, quotaMode: "off" }, { firestore: counter.address });
  few = await walk(desk, FEW, new Map());
  const before = await keptIn(desk.db);
  const beside = await desk.beside({ number: 76, seconds: 1, quotaMode: "off" });
  more = await walk(beside, MORE, before);
  const then = await keptIn(desk.db);
  const counted = await countWay(beside, counter, [poorVillage({ village: beside.town.first, seed: 3 })]);
  village = { counted, kept: since(await keptIn(desk.db), then) };
}, 240_000);
afterAll(async () => {
  await desk.close();
  counter.end();
});

async function walk(at: Desk, households: number, before: Kept): Promise<Way> {
  const samples = Array.from({ length: households }, (_, one) => poorHousehold({ village: at.town.first, seed: 7_500 + one }));
  const counted = await countWay(at, counter, samples);
  return { counted, kept: since(await keptIn(at.db), before) };
}

/** Everything in the database by its collection, the ids left out. */
async function keptIn(db: Firestore): Promise<Kept> {
  const kept: Kept = new Map();
  const look = async (collections: Awaited<ReturnType<Firestore["listCollections"]>>): Promise<void> => {
    for (const collection of collections)
      for (const ref of await collection.listDocuments()) {
        const data = (await ref.get()).data();
        if (data?.["outcome"] && (data["outcome"].applied === 0 || isAsked(nameOf(data)))) continue;
        const name = ref.path.split("/").filter((_, at) => at % 2 === 0).join("/");
        const sum = kept.get(name) ?? { documents: 0, bytes: 0, indexed: 0 };
        if (data) kept.set(name, { documents: sum.documents + 1, bytes: sum.bytes + documentBytes(ref.path, data), indexed: sum.indexed + indexBytes(ref.path, data) });
        await look(await ref.listCollections());
      }
  };
  await look(await db.listCollections());
  return kept;
}

function since(now: Kept, before: Kept): Kept {
  return new Map([...now].map(([name, { documents, bytes, indexed }]) => {
    const then = before.get(name) ?? { documents: 0, bytes: 0, indexed: 0 };
    return [name, { documents: documents - then.documents, bytes: bytes - then.bytes, indexed: indexed - then.indexed }];
  }));
}

const nameOf = ({ type, role }: Record<string, unknown>): string => `${String(type)} ${String(role)}`;
const isAsked = (name: string): boolean => ASKED.some((asked) => name.startsWith(asked));

/** The line through two points: what comes with each household, and what comes anyhow. */
const line = (of: { few: number; more: number }) => {
  const each = (of.more - of.few) / (MORE - FEW);
  return { each, anyhow: of.few - FEW * each };
};

function rowOf(ofFew: readonly Counted[], ofMore: readonly Counted[]): Row {
  const [first] = ofFew;
  const [last] = ofMore;
  if (!first || !last) throw new Error("it was not done in both");
  const whole = ({ sent, functions }: Counted): Row => ({ sent: { action: sent, household: 0 }, action: functions, household: { reads: 0, writes: 0, deletes: 0 } });
  const all = [...ofFew, ...ofMore];
  if (all.every(({ targets }) => targets === 1)) {
    expect(new Set(all.map((one) => JSON.stringify(whole(one)))).size, `${first.name} costs each household the same`).toBe(1);
    return whole(first);
  }
  const solved = (of: (one: Counted) => number) => line({ few: of(first), more: of(last) });
  const sent = solved((one) => one.sent);
  const part = (which: "each" | "anyhow") => Object.fromEntries((["reads", "writes", "deletes"] as const).map((what) => [what, solved((one) => one.functions[what])[which]])) as Counts;
  return { sent: { action: sent.anyhow, household: sent.each }, action: part("anyhow"), household: part("each") };
}

function rowsOf(): Record<string, Row> {
  const names = [...new Set(few.counted.filter(({ name }) => !isAsked(name)).map(({ name }) => name))];
  const of = (way: Way, name: string) => way.counted.filter((one) => one.name === name);
  const households = names.map((name) => [name, rowOf(of(few, name), of(more, name))]);
  const villages = village.counted.filter(({ name }) => !isAsked(name)).map((one) => [`village ${one.name}`, rowOf([one], [one])]);
  return Object.fromEntries([...households, ...villages]) as Record<string, Row>;
}

function leftOf(): { household: Left[]; village: Left[] } {
  const names = [...more.kept.keys()].filter((name) => !FURNITURE.includes(name));
  const household = names.map((collection): Left => {
    const of = (what: "documents" | "bytes" | "indexed") => line({ few: few.kept.get(collection)?.[what] ?? 0, more: more.kept.get(collection)?.[what] ?? 0 });
    const [documents, bytes, indexed] = [of("documents"), of("bytes"), of("indexed")];
    /* Where nothing comes with the list, what seems to is one household's form beside another's. */
    const ofList = ({ anyhow }: { anyhow: number }) => (documents.anyhow === 0 ? 0 : Math.round(anyhow));
    return {
      collection, each: { documents: documents.each, bytes: Math.round(bytes.each), indexed: Math.round(indexed.each) },
      list: { documents: documents.anyhow, bytes: ofList(bytes), indexed: ofList(indexed) },
    };
  });
  const ofVillage = [...village.kept].map(([collection, each]): Left => ({ collection, each, list: { documents: 0, bytes: 0, indexed: 0 } }));
  const isLeft = ({ collection, each, list }: Left) => each.documents + list.documents > 0 && !FURNITURE.includes(collection);
  return { household: household.filter(isLeft), village: ofVillage.filter(isLeft) };
}

const byName = (one: Left, other: Left) => (one.collection < other.collection ? -1 : 1);

/** What was found, to be read and taken over when an action has come to cost something else. */
const show = (what: object): void => console.log(JSON.stringify(what));

describe("what an action costs", () => {
  it("is, for every step of the plan, exactly the reads, writes and deletes that the calculation takes", () => {
    const found = rowsOf();
    if (JSON.stringify(found) !== JSON.stringify(COUNTS)) show(found);
    expect(found).toEqual(COUNTS);
  });
});

/** Found sizes as those taken, where they are within a twentieth. */
function near(found: Left, taken: Left | undefined): Left {
  if (!taken) return found;
  const sizes = (one: Size, other: Size): Size => {
    const size = (what: "bytes" | "indexed") => (Math.abs(one[what] - other[what]) <= other[what] / 20 ? other[what] : one[what]);
    return { documents: one.documents, bytes: size("bytes"), indexed: size("indexed") };
  };
  return { collection: found.collection, each: sizes(found.each, taken.each), list: sizes(found.list, taken.list) };
}

describe("what a year leaves", () => {
  it.each(["household", "village"] as const)("of a %s is so many documents as the calculation takes, and as large within a twentieth", (kind) => {
    const [found, taken] = [leftOf()[kind].toSorted(byName), LEFT[kind].toSorted(byName)];
    const compared = found.map((one, at) => near(one, taken[at]));
    if (JSON.stringify(compared) !== JSON.stringify(taken)) show(found);
    expect(compared).toEqual(taken);
  });
});
