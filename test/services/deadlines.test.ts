import { paths } from "@domain/paths.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appendAlarms } from "../../functions/src/services/alarms.ts";
import { runUpkeep } from "../../functions/src/services/upkeep.ts";
import { Desk } from "./desk.ts";
import type { Sample } from "../functions/households.ts";
import { poorHousehold } from "../functions/households.ts";
import type { Doing } from "../functions/office.ts";
import { applied, bring, idsOf, submission, survey, verdict } from "../functions/office.ts";

/** What is late is said by the periodic run: to the holder before, to each level above after, a bounded number at a time. */

let desk: Desk;
let seed = 600;
const DAY = 86_400_000;

beforeAll(async () => {
  desk = await Desk.open({ number: 61, seconds: 1, quotaMode: "off" });
});
afterAll(() => desk.close());

const fresh = () => poorHousehold({ village: desk.town.first, seed: (seed += 1), memberCount: 1 });
const look = async ({ id }: Sample) => (await desk.look(paths.application(id))) ?? {};
const partOf = async (sample: Sample, part: string) => (await look(sample))[part];
const dateOf = (value: unknown) => (value as { toDate: () => Date }).toDate();

/** Time passes for a household alone: as if it had come into its state so much earlier. */
async function passes({ id }: Sample, ms: number): Promise<void> {
  const ref = desk.db.doc(paths.application(id));
  const found = await ref.get();
  const moved = ["since", "dueAt", "alarmAt"].flatMap((key) => (found.get(key) ? [[key, new Date(dateOf(found.get(key)).getTime() - ms)] as const] : []));
  await ref.update(Object.fromEntries(moved));
}
const untilDue = async (sample: Sample) => dateOf(await partOf(sample, "dueAt")).getTime() - Date.now();

async function submitted(count = 1): Promise<Sample[]> {
  const samples = Array.from({ length: count }, fresh);
  await applied(desk.act("committee", submission(samples)));
  return samples;
}
const hold = (sample: Sample, days = 5): Doing<"hold"> =>
  ({ type: "hold", targets: [sample.id], input: { until: new Date(Date.now() + days * DAY).toISOString(), reason: "等县医院出具证明" } });

describe("the periodic run", () => {
  it("says nothing of a household that has time left, and warns of each once before its end", async () => {
    const [one, two] = (await submitted(2)) as [Sample, Sample];
    expect((await runUpkeep(new Date())).alarms).toBe(0);
    for (const sample of [one, two]) await passes(sample, (await untilDue(sample)) - DAY / 2);
    expect((await runUpkeep(new Date())).alarms).toBe(2);
    expect((await runUpkeep(new Date())).alarms).toBe(0);
    expect(await look(one)).toMatchObject({ escalated: null, status: "submitted", chain: { length: 2 } });
    const actions = await desk.db.collection("actions").where("targets", "array-contains", one.id).where("type", "==", "warn").get();
    expect(actions.docs.map((doc) => [doc.get("by"), doc.get("role"), doc.get("targets").length])).toEqual([["clock", "clock", 2]]);
    await passes(one, DAY);
    await passes(two, DAY);
    await runUpkeep(new Date());
    expect([await partOf(one, "escalated"), await partOf(two, "escalated")]).toMatchObject([{ to: "town" }, { to: "town" }]);
  });

  it("passes what is late to the town, then to the county, then to the supervisor, and then no further", async () => {
    const [sample] = (await submitted()) as [Sample];
    const levels: unknown[] = [];
    await passes(sample, await untilDue(sample));
    for (let at = 0; at < 4; at += 1) {
      await runUpkeep(new Date());
      await runUpkeep(new Date());
      levels.push(((await partOf(sample, "escalated")) as { to: string }).to);
      await passes(sample, 10 * DAY);
    }
    expect(levels).toEqual(["town", "county", "supervisor", "supervisor"]);
    expect(await look(sample)).toMatchObject({ alarmAt: null, escalated: { times: 3 }, status: "submitted" });
  });

  it("says it once when two runs work beside each other, and when one was killed between saying and doing", async () => {
    const samples = await submitted(3);
    for (const sample of samples) await passes(sample, await untilDue(sample));
    const now = new Date();
    const [first, second] = await Promise.all([appendAlarms(now), appendAlarms(now)]);
    expect(first).toEqual(second);
    await Promise.all([runUpkeep(now), runUpkeep(now)]);
    for (const sample of samples) expect(await partOf(sample, "escalated")).toMatchObject({ to: "town", times: 1 });
  });

  it("takes the longest late first, and no more than two hundred at a time", async () => {
    const samples = await submitted(205);
    const batch = desk.db.batch();
    samples.forEach(({ id }, at) => batch.update(desk.db.doc(paths.application(id)), { dueAt: new Date(Date.now() - DAY - at * 1000), alarmAt: new Date(Date.now() - DAY - at * 1000) }));
    await batch.commit();
    expect((await runUpkeep(new Date())).alarms).toBe(200);
    const left = await Promise.all(samples.slice(0, 6).map(async (sample) => (await partOf(sample, "escalated")) === null));
    expect(left).toEqual([true, true, true, true, true, false]);
    expect((await runUpkeep(new Date())).alarms).toBe(5);
  });

  it("does not speak of a household that was dealt with after it was found", async () => {
    const [sample] = (await submitted()) as [Sample];
    await passes(sample, await untilDue(sample));
    const [id] = await appendAlarms(new Date());
    await applied(desk.act("cadre", survey(sample)));
    await desk.deliver(id ?? "");
    expect(verdict(await desk.outcomeOf(id ?? ""))).toBe("alarmOver");
    expect(await look(sample)).toMatchObject({ status: "surveyed", escalated: null });
  });
});

describe("a stopped clock", () => {
  it("keeps a household from being late until it goes on, by the officer, with a reason in the history", async () => {
    const [sample] = (await submitted()) as [Sample];
    await passes(sample, (await untilDue(sample)) - 3 * DAY);
    await desk.db.doc(paths.application(sample.id)).update({ alarmAt: await partOf(sample, "dueAt") });
    await applied(desk.act("officer", hold(sample)));
    expect(await untilDue(sample)).toBeGreaterThan(8 * DAY - 10_000);
    await applied(desk.act("mayor", { type: "resume", targets: [sample.id], input: { reason: "证明已经出具" } }));
    expect(await untilDue(sample)).toBeLessThan(3 * DAY + 60_000);
    expect(verdict(await desk.act("officer", hold(sample)))).toBe("heldBefore");
  });

  it("is for the officer, the town and the county, and for nobody else", async () => {
    const [sample] = (await submitted()) as [Sample];
    for (const seat of ["committee", "cadre", "supervisor", "office", "helper"] as const) {
      const outcome = await desk.act(seat, hold(sample));
      expect([seat, outcome.problem?.code]).toEqual([seat, "roleNotAllowed"]);
    }
    expect(verdict(await desk.act("county", hold(sample, 40)))).toBe("holdTooLong");
    expect(verdict(await desk.act("county", hold(sample)))).toBe("submitted");
  });
});

describe("the board", () => {
  it("counts what is late where it stands, and no longer once it has gone on", async () => {
    const progress = async () => (await desk.look(paths.village(desk.town.campaign, desk.town.first.code)))?.["late"] as { identify: Record<string, { households: number } | undefined> };
    const before = (await progress()).identify["submitted"]?.households ?? 0;
    const samples = await submitted(2);
    for (const sample of samples) await passes(sample, await untilDue(sample));
    await runUpkeep(new Date());
    expect((await progress()).identify["submitted"]?.households).toBe(before + 2);
    await applied(desk.act("cadre", survey(samples[0] as Sample)));
    expect([(await progress()).identify["submitted"]?.households, (await progress()).identify["surveyed"]?.households]).toEqual([before + 1, undefined]);
  });
});

describe("a list that somebody looked at", () => {
  it("is not stale for the clock's warning alone", async () => {
    const samples = await submitted(2);
    await bring(desk, samples, "nominated", "submitted");
    const seen = Object.fromEntries(await Promise.all(samples.map(async (sample) => [sample.id, ((await partOf(sample, "chain")) as { length: number }).length] as const)));
    for (const sample of samples) await passes(sample, await untilDue(sample));
    expect((await runUpkeep(new Date())).alarms).toBe(2);
    await applied(desk.act("officer", { type: "verify", targets: idsOf(samples), input: {}, seen }));
  });
});

describe("afterwards", () => {
  it("the data keep every promise", async () => {
    expect(await desk.brokenPromises()).toEqual([]);
  });
});
