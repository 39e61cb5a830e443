/** The same town beside nobody, and within a county of a hundred times as many households: screens, actions, the staff's tasks. */
import { readFile } from "node:fs/promises";
import { areasOf } from "@domain/areas.ts";
import { paths } from "@domain/paths.ts";
import type { Staff } from "@domain/records.ts";
import type { Firestore } from "@google-cloud/firestore";
import { carryOut } from "../../../functions/src/services/carryOut.ts";
import { database } from "../../../functions/src/store/firestore.ts";
import { newId } from "../../play/player.ts";
import { openDatabase } from "../../seed/admin.ts";
import { ROOT } from "../../support/suite/places.ts";
import { LONG } from "../support/campaign.ts";
import type { Counter, Counts } from "../support/counter.ts";
import { timed } from "../support/figures.ts";
import type { Household } from "../support/households.ts";
import { households, VILLAGE_CODES, writeAll } from "../support/households.ts";
import { documentsAt, entryOf } from "../support/service.ts";
import { documentsBefore, documentsOf, SAMPLES } from "./actions.ts";
import { mustHaveApplied } from "./counts.ts";
import type { Place, ScreenName } from "./screens.ts";
import { openScreen, SCREENS } from "./screens.ts";
import { openAlone } from "./village.ts";

/** The actions that are tried: a list by the county, a list's review, a form of one household. */
const ACTIONS = { review: ["approve", 79], register: ["register", 79], survey: ["recordSurvey", 1], form: ["completeForm", 1], update: ["updateYear", 1] } as const;
type ActionName = keyof typeof ACTIONS;

/** How many of the staff read at once: where each reading takes the emulator seconds, no more than can wait for one another. */
const AT_ONCE = 8;

type Looked = { reads: number[]; time: number[] };
/** What one size came to: milliseconds and documents of each screen and action, milliseconds of each of the staff's readings. */
export type Size = { screens: Record<ScreenName, Looked>; actions: Record<ActionName, { counts: Counts[]; time: number[] }>; staff: { documents: number; time: number[] } };
export type County = { alone: Size; within: Size; seed: { documents: number; seconds: number } };

/** `readers`: how many of the staff read; the emulator looks through everything for each. */
export type CountyTask = { size: number; around: number; staff: number; readers: number; runs: number; firestore: string };

/** First the town alone, then the county is put around it and all is done again. */
export async function timeCounty(counter: Counter, { size, around, staff, readers, runs, firestore }: CountyTask): Promise<County> {
  /* Not through the counter, which is in the way of so many. */
  const db = openDatabase({ projectId: process.env["GCLOUD_PROJECT"] ?? "", firestore });
  db.settings({ ignoreUndefinedProperties: true });
  const place = await settle(db, size);
  await hire(db, staff);
  await putRules(firestore);
  const trial = { db, counter, place, runs, readers, firestore };
  const alone = await tryAll(trial);
  const start = performance.now();
  const documents = await surround(db, around);
  const seconds = (performance.now() - start) / 1000;
  const within = await tryAll(trial);
  await db.terminate();
  return { alone, within, seed: { documents, seconds } };
}

type Trial = { db: Firestore; counter: Counter; place: Place; runs: number; readers: number; firestore: string };

async function tryAll({ db, counter, place, runs, readers, firestore }: Trial): Promise<Size> {
  const screens = {} as Size["screens"];
  for (const name of Object.keys(SCREENS) as ScreenName[]) {
    const looked: Looked = { reads: [], time: [] };
    for (let run = 0; run <= runs; run += 1) looked.time.push(await timed(async () => looked.reads.push(await openScreen(db, name, place))));
    screens[name] = { reads: looked.reads, time: looked.time.slice(1) };
  }
  const actions = {} as Size["actions"];
  for (const name of Object.keys(ACTIONS) as ActionName[]) {
    const [sample, targets] = ACTIONS[name];
    actions[name] = { counts: [], time: [] };
    for (let run = 0; run <= runs; run += 1) {
      const { counts, time } = await act(counter, sample, targets);
      if (run === 0) continue;
      actions[name].counts.push(counts);
      actions[name].time.push(time);
    }
  }
  return { screens, actions, staff: await readTasks({ place, readers, firestore }) };
}

/** An action in a campaign of its own, beside everything that is there. */
async function act(counter: Counter, name: (typeof ACTIONS)[ActionName][0], targets: number): Promise<{ counts: Counts; time: number }> {
  const db = database();
  const row = SAMPLES[name];
  const list = households(targets, { from: 2_000, villages: VILLAGE_CODES.slice(0, 1) });
  const campaign = await openAlone(db, LONG);
  const send = async (sample: (typeof SAMPLES)[keyof typeof SAMPLES]) => {
    const id = newId();
    await writeAll(db, documentsOf(sample, { id, list, campaign }));
    return id;
  };
  if (name === "recordSurvey") await carryOut(await send(SAMPLES.submit));
  else await writeAll(db, documentsBefore(row, list, campaign));
  const id = await send(row);
  let time = 0;
  const counts = await counter.during(async () => (time = await timed(() => carryOut(id))));
  await mustHaveApplied(id, targets);
  return { counts, time };
}

/** A town whose households stand everywhere after the approval. */
async function settle(db: Firestore, size: number): Promise<Place> {
  const campaign = await openAlone(db, LONG);
  const lists = [...Map.groupBy(households(size), ({ village }) => village).values()];
  for (const list of lists) await writeList(db, list, campaign);
  const [one] = lists[0] ?? [];
  if (!one) throw new Error("a town without households");
  return { campaign, village: VILLAGE_CODES[0] ?? "", application: one.id, entry: entryOf(one, campaign) };
}

async function writeList(db: Firestore, list: readonly Household[], campaign: string): Promise<void> {
  const standing = list.map((household, at) => documentsAt([household], { campaign, status: STATUSES[at % STATUSES.length] ?? "approved" }));
  await writeAll(db, [...standing.flat(), ...documentsOf(SAMPLES.runChecks, { id: newId(), list, campaign })]);
}

const STATUSES = ["approved", "handbookIssued", "reported", "inService"] as const;

/** The county's other villages: twenty towns of fifteen. */
const otherVillage = (at: number): string => `6206239${String(at % 20).padStart(2, "0")}${String(200 + (at % 15))}`;

/** Households that are written at a time, and how many such parts at once. */
const PART = 100;
const PARTS_AT_ONCE = 4;

/** So many households of other towns around it, each with everything that lies beside it: application, entry, version, numbers, plan, findings. */
async function surround(db: Firestore, around: number): Promise<number> {
  const models = STATUSES.map((status, at) => documentsAt(households(1, { from: 3_000 + at }), { campaign: "elsewhere", status }));
  let [documents, next] = [0, 0];
  const write = async (from: number) => {
    const part = Array.from({ length: Math.min(PART, around - from) }, (_, at) => copyOf(models[(from + at) % models.length] ?? [], from + at)).flat();
    await writeAll(db, part);
    documents += part.length;
  };
  await Promise.all(Array.from({ length: PARTS_AT_ONCE }, async () => {
    for (let from = next; from < around; from = next) {
      next += PART;
      await write(from);
    }
  }));
  return documents;
}

/** The documents of a household as another's, elsewhere. */
function copyOf(model: ReturnType<typeof documentsAt>, at: number): [string, object][] {
  const village = otherVillage(at);
  const own = { village, areas: areasOf(village), campaign: `elsewhere-${at % 20}` };
  return model.map(([path, data]) => {
    const [collection = "", , ...below] = path.split("/");
    return [[collection, `elsewhere-${at}`, ...below].join("/"), below[0] === "private" ? data : { ...data, ...own }];
  });
}

const accountOf = (at: number): string => `staff-${at}`;
const villageOf = (at: number): string => VILLAGE_CODES[at % VILLAGE_CODES.length] ?? "";

async function hire(db: Firestore, count: number): Promise<void> {
  const all = Array.from({ length: count }, (_, at): [string, Staff] => {
    const village = villageOf(at);
    return [paths.staff(accountOf(at)), {
      name: "某干部", email: `${accountOf(at)}@lika.test`, roles: { villageCadre: [village] }, areas: areasOf(village), version: 1, disabled: false,
      updatedAt: new Date(), updatedBy: "bench",
    }];
  });
  await writeAll(db, all);
}

/** The rules hold in this project, too. */
async function putRules(firestore: string): Promise<void> {
  const content = await readFile(`${ROOT}/firestore.rules`, "utf8");
  const body = JSON.stringify({ rules: { files: [{ name: "firestore.rules", content }] } });
  const response = await fetch(`http://${firestore}/emulator/v1/projects/${process.env["GCLOUD_PROJECT"]}:securityRules`, { method: "PUT", headers: { "content-type": "application/json" }, body });
  if (!response.ok) throw new Error(`the rules were not taken: ${response.status}`);
}

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** As the emulators take it: without a signature. */
function tokenOf(at: number): string {
  const project = process.env["GCLOUD_PROJECT"];
  const issued = { iss: `https://securetoken.google.com/${project}`, aud: project, iat: 0, exp: 4e9 };
  const about = { sub: accountOf(at), user_id: accountOf(at), roles: { villageCadre: [villageOf(at)] }, version: 1 };
  return `${base64({ alg: "none", typ: "JWT" })}.${base64({ ...issued, ...about, firebase: { sign_in_provider: "custom", identities: {} } })}.`;
}

const equal = (fieldPath: string, op: string, value: object) => ({ fieldFilter: { field: { fieldPath }, op, value } });

/** So many of the staff each read what waits in the own village, some at once, under the rules. */
async function readTasks({ place, readers, firestore }: Pick<Trial, "place" | "readers" | "firestore">): Promise<Size["staff"]> {
  const url = `http://${firestore}/v1/projects/${process.env["GCLOUD_PROJECT"]}/databases/(default)/documents:runQuery`;
  const [time, documents]: [number[], number[]] = [[], []];
  let next = 0;
  const read = async (at: number) => {
    const waiting = { arrayValue: { values: ["approved", "entered"].map((stringValue) => ({ stringValue })) } };
    const filters = [equal("areas", "ARRAY_CONTAINS", { stringValue: villageOf(at) }), equal("campaign", "EQUAL", { stringValue: place.campaign }), equal("status", "IN", waiting)];
    const body = JSON.stringify({ structuredQuery: { from: [{ collectionId: "applications" }], where: { compositeFilter: { op: "AND", filters } } } });
    time.push(await timed(async () => {
      const response = await fetch(url, { method: "POST", headers: { authorization: `Bearer ${tokenOf(at)}` }, body });
      const found = (await response.json()) as { document?: object }[];
      if (!response.ok) throw new Error(`${response.status} ${JSON.stringify(found).slice(0, 300)}`);
      documents.push(found.filter(({ document }) => document).length);
    }));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let at = next++; at < readers; at = next++) await read(at);
  }));
  return { documents: documents.reduce((sum, one) => sum + one, 0), time };
}
