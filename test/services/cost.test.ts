import { CHECKS } from "@domain/checks/checks.ts";
import { DocumentReference, Transaction } from "@google-cloud/firestore";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Signer } from "./desk.ts";
import { Desk } from "./desk.ts";
import type { Sample } from "../functions/households.ts";
import { poorHousehold } from "../functions/households.ts";
import type { Doing } from "../functions/office.ts";
import { answerQuestions, idsOf, submission } from "../functions/office.ts";
import { assignment, batching, entering, plainly, registration, update } from "../functions/serviceDoings.ts";
import { bringOn, receive } from "../functions/serviceWay.ts";
import type { Seat } from "../functions/town.ts";
import { personAt } from "../functions/town.ts";

/** What a list of a hundred costs: documents read and written for each household, and a handful more for the action. */

const HOUSEHOLDS = 100;
let desk: Desk;
let samples: Sample[];
let seed = 3_900;

beforeAll(async () => {
  desk = await Desk.open({ number: 37, seconds: 1, quotaMode: "off" });
  samples = Array.from({ length: HOUSEHOLDS }, (_, at) => poorHousehold({ village: desk.town.first, seed: 3700 + at, memberCount: 1 }));
  await bringOn(desk, samples, "approved");
}, 240_000);
afterAll(() => desk.close());

type Cost = { read: number; written: number };

/** Counts what one action touches, in its transaction and beside it; all its households have to come through. */
async function costOf(seat: Seat | Signer, doing: Doing): Promise<Cost> {
  const cost: Cost = { read: 0, written: 0 };
  const prototype = Transaction.prototype as unknown as Record<string, (...given: unknown[]) => unknown>;
  const counted = { get: () => (cost.read += 1), getAll: (given: unknown[]) => (cost.read += given.filter((one) => one !== null && typeof one === "object" && "path" in one).length) };
  for (const name of ["get", "getAll", "create", "set", "update", "delete"]) {
    const whole = prototype[name];
    vi.spyOn(prototype, name).mockImplementation(function (this: unknown, ...given: unknown[]) {
      if (name === "get") counted.get();
      else if (name === "getAll") counted.getAll(given);
      else cost.written += 1;
      return whole?.apply(this, given);
    });
  }
  const id = await desk.append(seat, doing);
  const look = DocumentReference.prototype.get;
  vi.spyOn(DocumentReference.prototype, "get").mockImplementation(function (this: DocumentReference) {
    cost.read += 1;
    return look.call(this);
  });
  await desk.deliver(id);
  vi.restoreAllMocks();
  expect(await desk.outcomeOf(id)).toMatchObject({ applied: doing.targets.length, refused: 0 });
  return cost;
}

/** Within the figure for each household and five more for the action. */
function expectWithin(cost: Cost, each: Cost): void {
  const most = { read: each.read * HOUSEHOLDS + 5, written: each.written * HOUSEHOLDS + 5 };
  expect({ ...cost, fits: cost.read <= most.read && cost.written <= most.written }).toEqual({ ...cost, fits: true });
}

/** Whatever doubt a check may raise has its answer. */
const answers = Object.fromEntries(CHECKS.household.filter(({ level }) => level === "doubt").map(({ id }) => [id, "已到户核实，情况属实。"]));

describe("an application", () => {
  const one = () => poorHousehold({ village: desk.town.first, seed: (seed += 1), memberCount: 1 });

  it("of a farmer costs two counters more to read and to write, the account's and the village's", async () => {
    expect(await costOf({ uid: "farmer-1", role: "applicant" }, submission([one()]))).toEqual({ read: 9, written: 9 });
  });

  it("of the committee one, its own account's, however many households its list has", async () => {
    expect(await costOf("committee", submission([one()]))).toEqual({ read: 9, written: 8 });
    expectWithin(await costOf("committee", submission(Array.from({ length: HOUSEHOLDS }, one))), { read: 5, written: 5 });
  });
});

describe("a form of one household", () => {
  const one = () => poorHousehold({ village: desk.town.first, seed: 3_890, memberCount: 2 });

  it("is completed by eleven reads, two a member (whose, and whether something is held against them) and one for its phone, and by nine writes", async () => {
    const sample = one();
    await bringOn(desk, [sample], "planned");
    expect(await costOf("committee", registration(sample, { answers }))).toEqual({ read: 16, written: 9 });
  });
});

describe("a list of a hundred", () => {
  it("is paired by two reads and three writes a household: application, entry, pairing", async () => {
    expectWithin(await costOf("officer", assignment(samples, personAt(desk.town, "helper").uid)), { read: 2, written: 3 });
  });

  it("changes its helper by four writes: the old pairing ends as well", async () => {
    expectWithin(await costOf("officer", assignment(samples, personAt(desk.town, "helper2").uid, 71)), { read: 2, written: 4 });
  });

  it("is checked by ten reads and two writes: six of its own, one for its person, three where it may be counted with others", async () => {
    await bringOn(desk, samples, "handbookIssued", "paired");
    expectWithin(await costOf("county", plainly("runChecks", samples)), { read: 10, written: 2 });
  });

  it("goes into a batch, is entered and reported by two reads and one write", async () => {
    const sending = batching(samples);
    expectWithin(await costOf("officer", sending), { read: 2, written: 1 });
    await receive(desk, sending.id, { taken: idsOf(samples) });
    expectWithin(await costOf("officer", entering(samples, sending.id)), { read: 1, written: 1 });
    expectWithin(await costOf("officer", plainly("reportToCounty", samples)), { read: 2, written: 1 });
  });

  it("passes the trial run by three reads and one write", async () => {
    await answerQuestions(desk, samples);
    expectWithin(await costOf("county", plainly("passTrialRun", samples)), { read: 3, written: 1 });
  });

  it("has the next year's form of one of them by twelve reads, two a member and three where it may be counted with others, and by eight writes", async () => {
    const [sample] = samples;
    if (sample) expect(await costOf("committee", update(sample, { year: desk.town.settings.year + 1, answers }))).toEqual({ read: 17, written: 8 });
  });
});
