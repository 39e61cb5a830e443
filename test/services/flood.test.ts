import type { Outcome } from "@domain/action.ts";
import { Action } from "@domain/action.ts";
import { Campaign } from "@domain/campaign.ts";
import { paths } from "@domain/paths.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { holdBackApplications } from "../../functions/src/services/flood.ts";
import { read, withDates } from "../../functions/src/store/firestore.ts";
import { newId } from "../play/player.ts";
import { campaign2013 } from "../seed/campaign2013.ts";
import { Desk } from "./desk.ts";
import type { Sample } from "../functions/households.ts";
import { poorHousehold } from "../functions/households.ts";
import { applied, submission, verdict } from "../functions/office.ts";
import type { Village } from "../functions/town.ts";

/** A flood of applications: a farmer's account costs nothing, so accounts and villages have limits; nobody honest meets them. */

let desk: Desk;
let seed = 7300;
const LIMITS = campaign2013(new Date()).applications;

beforeAll(async () => {
  desk = await Desk.open({ number: 73, seconds: 1, quotaMode: "off" });
});
afterAll(() => desk.close());

const limits = (some: Partial<typeof LIMITS>) => desk.db.doc(paths.campaign(desk.town.campaign)).update({ applications: { ...LIMITS, ...some } });
const fresh = (village: Village = desk.town.first, memberCount = 1) => poorHousehold({ village, seed: (seed += 1), memberCount });
const farmer = () => ({ uid: newId(), role: "applicant" }) as const;
const apply = (who: ReturnType<typeof farmer>, sample: Sample): Promise<Outcome> => desk.act(who, submission([sample]));

async function inTurn(many: number, one: (at: number) => Promise<Outcome>): Promise<string[]> {
  const verdicts: string[] = [];
  for (let at = 0; at < many; at += 1) verdicts.push(verdict(await one(at)));
  return verdicts;
}

describe("from one phone", () => {
  it("come a family of twelve and, the same day, its neighbours, as far as ten households", async () => {
    await limits({});
    const phone = farmer();
    expect(await inTurn(10, (at) => apply(phone, fresh(desk.town.first, at === 0 ? 12 : 1)))).toEqual(Array.from({ length: 10 }, () => "submitted"));
  });

  it("comes no more than the campaign allows, and the refusal tells what else to do; the numbers that came with it are gone", async () => {
    await limits({ perAccount: 2 });
    const phone = farmer();
    const late = fresh();
    expect(await inTurn(2, () => apply(phone, fresh()))).toEqual(["submitted", "submitted"]);
    const id = await desk.append(phone, submission([late]));
    await desk.deliver(id);
    const { problem } = await desk.outcomeOf(id);
    expect(problem).toMatchObject({ code: "tooManyApplications", details: { most: 2 }, zh: expect.stringContaining("村委会"), en: expect.stringContaining("village committee") });
    expect(await desk.look(paths.actionPrivate(id, late.id))).toBeUndefined();
    expect([await desk.statusOf(late), verdict(await apply(farmer(), fresh()))]).toEqual(["draft", "submitted"]);
  });

  it("one that is delivered twice counts once", async () => {
    await limits({ perAccount: 2 });
    const phone = farmer();
    const id = await desk.append(phone, submission([fresh()]));
    await Promise.all([desk.deliver(id), desk.deliver(id), desk.deliver(id)]);
    expect(verdict(await apply(phone, fresh()))).toBe("submitted");
  });

  it("nobody finds out by many tries who is registered", async () => {
    await limits({ perAccount: 3 });
    const known = fresh();
    await applied(desk.act("committee", submission([known])));
    const phone = farmer();
    const asking = () => ({ ...poorHousehold({ village: desk.town.first, seed: known.seed, memberCount: 1 }) });
    expect(await inTurn(4, () => apply(phone, asking()))).toEqual(["identityTaken", "identityTaken", "identityTaken", "tooManyApplications"]);
  });

  it("comes as much again the next day, and the hour's limit of a village is over with the hour", async () => {
    await limits({ perAccount: 1, perVillage: 1 });
    const { db, town: { campaign, first } } = desk;
    const settings = read(Campaign, await db.doc(paths.campaign(campaign)).get()) as Campaign;
    const id = await desk.append(farmer(), submission([fresh()]));
    const action = Action.parse(withDates(await desk.look(paths.action(id))));
    const elsewhere = { ...action, area: `${first.code.slice(0, -1)}9` };
    const at = async (when: string, who = elsewhere) => db.runTransaction(async (tx) => {
      const { problem, count } = await holdBackApplications(tx, who, settings, new Date(when));
      if (!problem) count();
      return problem?.code ?? "taken";
    });
    expect([await at("2014-06-01T15:59:00Z"), await at("2014-06-01T15:59:30Z"), await at("2014-06-01T15:59:40Z", { ...elsewhere, by: "another" }), await at("2014-06-01T16:00:00Z")])
      .toEqual(["taken", "tooManyApplications", "tooManyInVillage", "taken"]);
  });
});

describe("upon one village", () => {
  it("come no more in an hour than the campaign allows, from however many phones; its committee still applies for everybody, and so do other villages", async () => {
    const { second, third } = desk.town;
    await limits({ perVillage: 4 });
    expect(await inTurn(5, () => apply(farmer(), fresh(second)))).toEqual(["submitted", "submitted", "submitted", "submitted", "tooManyInVillage"]);
    expect(verdict(await desk.act("neighbour", submission([fresh(second), fresh(second)])))).toBe("submitted");
    expect(verdict(await apply(farmer(), fresh(third)))).toBe("submitted");
  });
});

describe("from the staff", () => {
  it("come sixty households in a day, one by one or as a list, and no limit of the farmers is theirs", async () => {
    await limits({ perAccount: 1, perVillage: 1 });
    expect(await inTurn(30, () => desk.act("committee2", submission([fresh()])))).toEqual(Array.from({ length: 30 }, () => "submitted"));
    await applied(desk.act("committee2", submission(Array.from({ length: 30 }, () => fresh()))));
  });

  it("come no more in a day than the campaign allows one account: an action that would pass it is refused whole, and a colleague sends it", async () => {
    await limits({ perStaff: 62 });
    const list = [fresh(), fresh(), fresh()];
    const id = await desk.append("committee2", submission(list));
    await desk.deliver(id);
    expect(await desk.outcomeOf(id)).toMatchObject({ applied: 0, problem: { code: "tooManyByStaff", details: { most: 62 } } });
    expect(verdict(await desk.act("committee2", submission([fresh(), fresh()])))).toBe("submitted");
    await limits({});
    expect(verdict(await desk.act("committee", { ...submission(list), drafts: [] }))).toBe("submitted");
  });
});

describe("the counters", () => {
  it("hold nobody's name or account, and go by themselves", async () => {
    const counters = (await desk.db.collection("limits").get()).docs;
    expect(counters.length).toBeGreaterThan(5);
    for (const doc of counters) {
      expect(doc.id).toMatch(/^[0-9a-f]{32}$/);
      expect(Object.keys(doc.data()).sort()).toEqual(["count", "expiresAt"]);
    }
    expect(await desk.brokenPromises()).toEqual([]);
  });
});
