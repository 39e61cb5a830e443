import type { Outcome } from "@domain/action.ts";
import type { ActionType } from "@domain/actionInputs.ts";
import { CHECKS } from "@domain/checks/checks.ts";
import { paths } from "@domain/paths.ts";
import { Transaction } from "@google-cloud/firestore";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { newId } from "../play/player.ts";
import { Desk } from "./desk.ts";
import type { Sample } from "../functions/households.ts";
import { poorHousehold } from "../functions/households.ts";
import type { Doing } from "../functions/office.ts";
import { applied, approval, idsOf, refusalsIn } from "../functions/office.ts";
import { assignment, batching, confirmation, entering, handover, measure, measureDone, plainly, plan, registration, registrationOf, request, result, update, visit } from "../functions/serviceDoings.ts";
import { approveAll, bringOn, receive } from "../functions/serviceWay.ts";
import type { Seat } from "../functions/town.ts";
import { personAt } from "../functions/town.ts";

/** Each action after the approval has the effect of once: delivered twice at once, again later, or killed before or after its commit. */

let desk: Desk;
let sample: Sample;
let other: Sample;
const [started, came, batch] = [newId(), newId(), newId()];

beforeAll(async () => {
  desk = await Desk.open({ number: 36, seconds: 1, quotaMode: "off" });
  [sample, other] = [3601, 3602].map((seed) => poorHousehold({ village: desk.town.first, seed, memberCount: 4 })) as [Sample, Sample];
  await approveAll(desk, [sample, other]);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => desk.close());

type Row = { seat: Seat; make: () => Doing; before?: () => Promise<unknown> };
/** An answer to whatever the checks may ask. */
const answers = Object.fromEntries(CHECKS.household.map(({ id }) => [id, "已核实"]));

/** The whole way of a household, action by action, in its order. */
const WAY: readonly Row[] = [
  { seat: "officer", make: () => assignment([sample], personAt(desk.town, "helper").uid) },
  { seat: "cadre", make: () => assignment([sample], personAt(desk.town, "helper2").uid, 77) },
  { seat: "helper2", make: () => plan([sample]) },
  { seat: "helper2", make: () => visit([sample]) },
  { seat: "helper2", make: () => measure([sample], started) },
  { seat: "helper2", make: () => measureDone(sample, started) },
  { seat: "helper2", make: () => result([sample], came) },
  { seat: "committee", make: () => confirmation(sample, came) },
  { seat: "committee", make: () => registration(sample, { answers }) },
  { seat: "committee", make: () => plainly("printHandbook", [sample]) },
  { seat: "committee", make: () => handover([sample]) },
  { seat: "officer", make: () => batching([sample], batch) },
  { seat: "officer", make: () => entering([sample], batch), before: () => receive(desk, batch, { taken: idsOf([sample]) }) },
  { seat: "officer", make: () => plainly("reportToCounty", [sample]) },
  { seat: "county", make: () => plainly("runChecks", [sample]) },
  { seat: "county", make: () => plainly("passTrialRun", [sample]) },
  { seat: "cadre", make: () => update(sample, { year: 2014, answers }) },
  { seat: "cadre", make: () => request(sample, { kind: "split", people: [registrationOf(sample).members.at(-1)?.id ?? ""], householder: "新户主" }) },
  { seat: "mayor", make: () => approval([sample]) },
];

/** Everything that stands of the household and the village, in a form that compares; actions apart, whose outcomes are compared themselves. */
async function everything(): Promise<string> {
  const parts = ["applications", "households", "pairings", "findings", "batches", "handbooks", "identities", "people", "villages"].map((name) => desk.db.collection(name).get());
  const below = ["help", "versions", "forms", "private", "drafts"].map((name) => desk.db.collectionGroup(name).get());
  const found = (await Promise.all([...parts, ...below])).flatMap(({ docs }) => docs.map((doc) => [doc.ref.path, doc.data()]));
  const village = await desk.look(paths.village(desk.town.campaign, desk.town.first.code));
  return JSON.stringify([...found, village]);
}

const commit = Transaction.prototype as unknown as { commit: () => Promise<void> };
const breaksOff = (delivery: Promise<unknown>) => delivery.then(() => false, () => true);

/** Kills the delivery before its commit: nothing may have changed. */
async function killBefore(id: string): Promise<void> {
  const before = await everything();
  vi.spyOn(commit, "commit").mockRejectedValueOnce(new Error("killed"));
  expect(await breaksOff(desk.deliver(id))).toBe(true);
  vi.restoreAllMocks();
  expect([await everything(), await desk.outcomeOf(id)]).toEqual([before, undefined]);
}

/** Kills it after its commit, before anybody heard of it. */
async function killAfter(id: string): Promise<void> {
  const whole = commit.commit;
  vi.spyOn(commit, "commit").mockImplementationOnce(async function (this: unknown) {
    await whole.call(this);
    throw new Error("killed");
  });
  expect(await breaksOff(desk.deliver(id))).toBe(true);
  vi.restoreAllMocks();
}

describe("the whole way after the approval, each action five times", () => {
  it("counts each once", async () => {
    const done = new Set<ActionType>();
    for (const { seat, make, before } of WAY) {
      await before?.();
      const doing = make();
      const id = await desk.append(seat, doing);
      await killBefore(id);
      await killAfter(id);
      const [after, outcome] = [await everything(), await desk.outcomeOf(id)];
      await Promise.all([desk.deliver(id), desk.deliver(id)]);
      await desk.deliver(id);
      expect([doing.type, outcome.applied, outcome.refused]).toEqual([doing.type, 1, 0]);
      expect([doing.type, await desk.outcomeOf(id), await everything()]).toEqual([doing.type, outcome, after]);
      done.add(doing.type);
    }
    expect(done.size).toBe(18);
  }, 240_000);
});

describe("out of order", () => {
  it("refuses what came too early, by the state it met, and takes it when it is sent again", async () => {
    const early = [await desk.append("cadre", plan([other])), await desk.append("cadre", measure([other])), await desk.append("officer", plainly("reportToCounty", [other]))];
    const pairing = await desk.append("officer", assignment([other], personAt(desk.town, "helper").uid));
    for (const id of [...early.toReversed(), pairing]) await desk.deliver(id);
    const said = await Promise.all([...early, pairing].map(async (id) => Object.values(refusalsIn(await desk.outcomeOf(id)))[0]));
    expect(said).toEqual(["wrongStatus", "wrongStatus", "wrongStatus", "paired"]);
    await bringOn(desk, [other], "inService", "paired");
  });

  it("lets one of two changes of helper count when both come at once on the same screen, and tells the other", async () => {
    const seen = { [other.id]: Number(((await desk.look(paths.application(other.id)))?.["chain"] as { length: number }).length) };
    const both = [await desk.append("officer", { ...assignment([other], personAt(desk.town, "helper2").uid, 71), seen }), await desk.append("cadre", { ...assignment([other], null, 72), seen })];
    await Promise.all(both.map((id) => desk.deliver(id)));
    const outcomes: Outcome[] = await Promise.all(both.map((id) => desk.outcomeOf(id)));
    expect(outcomes.map((outcome) => Object.values(refusalsIn(outcome))[0]).sort()).toEqual(["inService", "stale"]);
    const open = await desk.db.collection("pairings").where("application", "==", other.id).where("until", "==", null).get();
    expect(open.size).toBe(1);
  });

  it("confirms a result once when two confirm it at once", async () => {
    const sent = result([other]);
    await applied(desk.act("cadre", sent));
    const both = [await desk.append("committee", confirmation(other, sent.id)), await desk.append("cadre", confirmation(other, sent.id))];
    await Promise.all(both.map((id) => desk.deliver(id)));
    const said = await Promise.all(both.map(async (id) => Object.values(refusalsIn(await desk.outcomeOf(id)))[0]));
    expect(said.sort()).toEqual(["inService", "resultConfirmed"]);
  });

  it("leaves data that keep every promise", async () => {
    expect(await desk.brokenPromises()).toEqual([]);
  });
});
