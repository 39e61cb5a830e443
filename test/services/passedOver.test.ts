import { paths } from "@domain/paths.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Desk } from "./desk.ts";
import type { Sample } from "../functions/households.ts";
import { poorHousehold } from "../functions/households.ts";
import type { Doing } from "../functions/office.ts";
import { applied, approval, bring, idsOf, publication, refusalsIn, verdict } from "../functions/office.ts";

/** A list that leaves somebody off without a word is not published, whatever the client that sends it. */

let desk: Desk;
let seed = 2_900;

beforeAll(async () => {
  desk = await Desk.open({ number: 29, seconds: 1, quotaMode: "off" });
});
afterAll(() => desk.close());

async function verified(count: number, village = desk.town.first): Promise<Sample[]> {
  const samples = Array.from({ length: count }, () => poorHousehold({ village, seed: (seed += 1), memberCount: 2 }));
  await bring(desk, samples, "verified");
  return samples;
}
const leaving = (samples: readonly Sample[], reasons = "户口本核对未完成"): Doing<"leaveOff"> =>
  ({ type: "leaveOff", targets: idsOf(samples), area: samples[0]?.village ?? "", input: { reasons: Object.fromEntries(idsOf(samples).map((id) => [id, reasons])) } });

describe("a household that waits for a list", () => {
  let on: Sample[];
  let off: Sample;

  it("is not passed over in silence: the village's list is refused whole, and nothing of it hangs", async () => {
    const all = await verified(3);
    [on, off] = [all.slice(0, 2), all[2] as Sample];
    const sending = publication(on);
    const outcome = await desk.act("committee", sending);
    expect(refusalsIn(outcome)).toEqual(Object.fromEntries(idsOf(on).map((id) => [id, "passedOver"])));
    const told = Object.values(outcome.targets).find((one) => !one.applied);
    expect(told?.applied === false && told.problem).toMatchObject({ details: { count: 1 }, zh: expect.stringContaining("还有 1 户") });
    expect(await desk.look(paths.notice(sending.id))).toBeUndefined();
  });

  it("may be left off with its reason on record, and then stays off the later lists of that round as well", async () => {
    expect(verdict(await desk.act("committee", { ...leaving([off]), input: { reasons: {} } }))).toBe("leftOffUnexplained");
    await applied(desk.act("committee", leaving([off])));
    const sending = publication(on);
    await applied(desk.act("committee", sending));
    const later = await verified(1);
    await applied(desk.act("committee", publication(later)));
    await desk.waitForEnd(sending.id);
  });

  it("is listed by name when it is on the list, whatever it then is refused for", async () => {
    const [held, other] = await verified(2) as [Sample, Sample];
    await desk.db.doc(paths.application(held.id)).update({ openObjections: 1 });
    expect(verdict(await desk.act("committee", publication([other])))).toBe("passedOver");
    expect(refusalsIn(await desk.act("committee", publication([held, other])))).toEqual({ [held.id]: "heldByObjection", [other.id]: "villageNotice" });
    await applied(desk.act("committee", leaving([held])));
    await desk.db.doc(paths.application(held.id)).update({ openObjections: 0 });
  });

  it("counts in its own village alone", async () => {
    const [near] = await verified(1) as [Sample];
    const [far] = await verified(1, desk.town.second) as [Sample];
    expect(verdict(await desk.act("neighbour", publication([far])))).toBe("villageNotice");
    expect(verdict(await desk.act("committee", publication([near])))).toBe("villageNotice");
  });

  it("is not passed over by the town's second list either", async () => {
    await applied(desk.act("mayor", approval(on)));
    const [first, second] = on as [Sample, Sample];
    expect(verdict(await desk.act("officer", publication([first])))).toBe("passedOver");
    await applied(desk.act("officer", leaving([second], "县里要求补充住房证明")));
    expect(verdict(await desk.act("officer", publication([first])))).toBe("townNotice");
    /* Listed after all, its reason is over. */
    expect(verdict(await desk.act("officer", publication([second])))).toBe("townNotice");
    expect(await desk.look(paths.application(second.id))).toMatchObject({ leftOff: null });
  });

  it("leaves data that keep every promise", async () => {
    await desk.settle();
    expect(await desk.brokenPromises()).toEqual([]);
  });
});
