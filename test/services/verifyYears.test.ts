import type { Application } from "@domain/application.ts";
import { paths } from "@domain/paths.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { InvariantId } from "../verify/invariants.ts";
import type { Verdict } from "../verify/verify.ts";
import { verify } from "../verify/verify.ts";
import { Desk } from "./desk.ts";
import type { Sample } from "../functions/households.ts";
import { exitingHousehold, poorHousehold, poorVillage } from "../functions/households.ts";
import { applied, approval } from "../functions/office.ts";
import { assignment, handover, plainly, request, update } from "../functions/serviceDoings.ts";
import { answering, approveAll, bringOn } from "../functions/serviceWay.ts";

/** What `verify` promises of years in service: a helper who changed, two prints, two years, a poor village, an end, an exit, a split. */

let desk: Desk;
let lasting: Sample;
let ending: Sample;
let leaving: Sample;
let village: Sample;
const at = { entry: "", ended: "", handbook: "", register: "", batch: "", child: "", firstPairing: "", endedPairing: "", leaving: "", leavingPairing: "" };

const read = async ({ id }: Pick<Sample, "id">) => (await desk.look(paths.application(id))) as Application;

beforeAll(async () => {
  desk = await Desk.open({ number: 78, seconds: 1 });
  const { town } = desk;
  const rows = [town.first, town.second, town.third].map(({ code }) => ({ village: code, poor: code === town.first.code, reason: "经研究确定" }));
  await applied(desk.act("officer", { type: "splitVillages", targets: [town.campaign], area: town.code, input: { rows } }));
  [lasting, ending, leaving] = [7801, 7802, 7805].map((seed) => poorHousehold({ village: town.first, seed, memberCount: 4 })) as [Sample, Sample, Sample];
  village = poorVillage({ village: town.first, seed: 7803 });
  await bringOn(desk, [lasting, ending, leaving], "inService");
  await bringOn(desk, [village], "inService");
  await applied(desk.act("officer", assignment([lasting], null, 7804)));
  await applied(desk.act("committee", plainly("printHandbook", [lasting])));
  await applied(desk.act("committee", handover([lasting])));
  for (const one of [lasting, village]) await applied(answering(desk, "committee", (answers) => update(one, { year: 2014, answers })));
  await applied(desk.act("committee", request(lasting, { kind: "split", people: ["m3"], householder: "新户主" })));
  await applied(desk.act("mayor", approval([lasting])));
  await applied(desk.act("committee", request(ending, { kind: "naturalEnd" })));
  await applied(desk.act("mayor", approval([ending])));
  const exit = exitingHousehold({ village: town.first, seed: 7806, household: (await read(leaving)).household ?? "" });
  await approveAll(desk, [exit]);
  await desk.deliver(`out-${exit.id}`);
  await remember();
});
afterAll(() => desk?.close());

/** Where the documents lie that the tests touch. */
async function remember(): Promise<void> {
  const { campaign, first } = desk.town;
  const [own, ended] = [await read(lasting), await read(ending)];
  const { docs } = await desk.db.collection("applications").where("former", "==", own.household).get();
  const [batch] = (await desk.db.collection("batches").where("campaign", "==", campaign).where("track", "==", "identify").get()).docs;
  Object.assign(at, {
    entry: paths.household(own.household ?? ""), ended: paths.household(ended.household ?? ""), handbook: own.handbook?.code,
    register: paths.villageRegister(campaign, first.code), batch: batch?.id, child: docs[0]?.id,
    firstPairing: await firstPairing(lasting), endedPairing: await firstPairing(ending),
    leavingPairing: await firstPairing(leaving), leaving: paths.household((await read(leaving)).household ?? ""),
  });
}

async function firstPairing({ id }: Sample): Promise<string> {
  const { docs } = await desk.db.collection("pairings").where("application", "==", id).get();
  return docs.toSorted((a, b) => a.get("assigned.at").toMillis() - b.get("assigned.at").toMillis())[0]?.id ?? "";
}

const look = (): Promise<Verdict> => verify({ projectId: desk.projectId, firestore: desk.suite.firestore }, { campaign: desk.town.campaign });
const brokenIn = ({ invariants }: Verdict) => invariants.filter(({ broken }) => broken.length > 0).map(({ id }) => id);

type Touch = [InvariantId, string, () => string, Record<string, unknown> | null];
const TOUCHES: readonly Touch[] = [
  ["helped", "the helper before ends a day too early", () => paths.pairing(at.firstPairing), { until: "2014-01-01" }],
  ["helped", "two help at once", () => paths.pairing(at.firstPairing), { until: null }],
  ["helped", "a village's register names another unit", () => at.register, { "poor.unit": "somebody" }],
  ["released", "who has left the register still has a helper", () => paths.pairing(at.endedPairing), { until: null }],
  ["loads", "who has left still counts for a helper", () => paths.pairing(at.endedPairing), { until: null }],
  ["versions", "the form of the year before is gone", () => paths.version(at.entry, 2013), null],
  ["versions", "a village's form of the year before is gone", () => paths.version(at.register, 2013), null],
  ["versions", "an entry names another year", () => at.entry, { year: 2013 }],
  ["kept", "the numbers behind this year's form are gone", () => paths.versionPrivate(at.entry, 2014), null],
  ["handbooks", "the first print of a handbook is gone", () => paths.handbook(at.handbook), null],
  ["entered", "a receipt takes in somebody whom the batch does not list", () => paths.batch(at.batch), { "receipt.taken": ["nobody-knows-it"] }],
  ["answered", "a doubt is left open in service", () => paths.findings(village.id), { open: 1 }],
  ["poorVillages", "the register does not know a village as poor", () => at.register, { poor: null }],
  ["poorVillages", "a village that was approved is no longer marked", () => paths.village(desk.town.campaign, desk.town.first.code), { "quota.village": 0 }],
  ["poorVillages", "a village is poor by an application that is not there", () => at.register, { "poor.application": "nobody-knows-it" }],
  ["endings", "an entry that ended goes on", () => at.ended, { status: "registered", ended: null }],
  ["released", "an exit leaves a helper behind", () => paths.pairing(at.leavingPairing), { until: null }],
  ["endings", "a household that has left is in service again", () => at.leaving, { status: "registered", ended: null }],
  ["statuses", "a household that left another is further than its actions", () => paths.application(at.child), { status: "inService" }],
  ["once", "a household still has those who left it", () => paths.version(at.entry, 2014), { changes: [] }],
  ["once", "those who left are held for nobody", () => paths.application(at.child), { identities: [] }],
  ["entries", "a household that left another has no entry", () => paths.application(at.child), { household: null }],
];

describe("npm run verify, of years in service", () => {
  it("finds every promise kept", async () => {
    expect((await look()).invariants.filter(({ broken }) => broken.length > 0)).toEqual([]);
  });

  it.each(TOUCHES)("sees by %s that %s", async (id, _what, path, change) => {
    const ref = desk.db.doc(path());
    const before = (await ref.get()).data();
    if (!before) throw new Error(`${path()} is not there`);
    await (change ? ref.update(change) : ref.delete());
    const verdict = await look().finally(() => ref.set(before));
    expect(brokenIn(verdict)).toContain(id);
  });
});
