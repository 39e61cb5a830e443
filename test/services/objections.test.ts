import { paths } from "@domain/paths.ts";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { endNotice } from "../../functions/src/services/endNotice.ts";
import { fileObjection } from "../../functions/src/services/objections.ts";
import { runUpkeep } from "../../functions/src/services/upkeep.ts";
import { newId } from "../play/player.ts";
import { verify } from "../verify/verify.ts";
import { Desk } from "./desk.ts";
import type { Sample } from "../functions/households.ts";
import { poorHousehold } from "../functions/households.ts";
import { answer, applied, appraisal, approval, bring, holdMeeting, publication, refusal, survey, verdict, verification } from "../functions/office.ts";

/** An objection holds one household, goes to the level above, and is answered; in whatever order the events come. */

let desk: Desk;
let seed = 400;

beforeAll(async () => {
  desk = await Desk.open({ number: 4, seconds: 4, quotaMode: "off" });
});
afterAll(() => desk.close());

async function listed(count = 1) {
  const samples = Array.from({ length: count }, () => poorHousehold({ village: desk.town.first, seed: (seed += 1), memberCount: 2 }));
  await bring(desk, samples, "verified");
  const sending = publication(samples);
  await applied(desk.act("committee", sending));
  return { samples, sample: samples[0] as Sample, notice: sending.id };
}

const raise = (objection: string) => desk.deliver(`objection-${objection}`);
const held = async ({ id }: Sample) => (await desk.look(paths.application(id)))?.["openObjections"];
const stateOf = async (objection: string) => (await desk.look(paths.objection(objection)))?.["status"];

describe("an objection in time", () => {
  it("holds that household alone; the others go on at the notice's end", async () => {
    const { samples: [one, other], notice } = await listed(2);
    const objection = await desk.object(notice, 1);
    await raise(objection);
    await desk.waitForEnd(notice);
    expect([await desk.statusOf(one as Sample), await desk.statusOf(other as Sample)]).toEqual(["villageNotice", "townReview"]);
    expect(verdict(await desk.act("mayor", approval([one as Sample])))).toBe("wrongStatus");
    expect(verdict(await desk.act("mayor", answer(one as Sample, objection, "dismiss")))).toBe("townReview");
    expect([await held(one as Sample), await stateOf(objection)]).toEqual([0, "dismissed"]);
  });

  it("keeps who objected apart from what is objected to, and out of the household's history", async () => {
    const { notice } = await listed();
    const id = newId();
    await fileObjection({ id, notice, serial: 1, text: "他家有小汽车一辆。", photos: [], name: "匿名者甲", phone: "13900000000" }, "somewhere");
    const seen = JSON.stringify([await desk.look(paths.objection(id)), await desk.look(paths.action(`objection-${id}`))]);
    expect(seen).not.toMatch(/匿名者甲|13900000000|somewhere/);
    expect(await desk.look(paths.objector(id))).toEqual({ name: "匿名者甲", phone: "13900000000" });
    await raise(id);
  });

  it("is one when it is sent twice with one id, also at the same time", async () => {
    const { sample, notice } = await listed();
    const id = newId();
    await Promise.all([desk.object(notice, 1, id), desk.object(notice, 1, id)]);
    await desk.object(notice, 1, id);
    await Promise.all([raise(id), raise(id)]);
    expect(await held(sample)).toBe(1);
  });

  it("counts in the last moment, also when it is applied after the notice's end", async () => {
    const { sample, notice } = await listed();
    const late = await desk.object(notice, 1);
    await desk.waitForEnd(notice);
    expect(await desk.statusOf(sample)).toBe("townReview");
    await raise(late);
    expect([await held(sample), verdict(await desk.act("mayor", approval([sample])))]).toEqual([1, "heldByObjection"]);
    await applied(desk.act("mayor", answer(sample, late, "dismiss")));
    expect(verdict(await desk.act("mayor", approval([sample])))).toBe("townApproved");
  });

  it("is refused after the end, on an unknown line, and on an unknown notice", async () => {
    const { notice } = await listed();
    expect(await refusal(desk.object(notice, 2))).toBe("notOnNotice");
    expect(await refusal(desk.object("no-such-notice", 1))).toBe("noticeUnknown");
    const ended = await desk.look(paths.notice(notice));
    const end = (ended?.["closesAt"] as { toDate: () => Date }).toDate();
    await vi.waitUntil(() => Date.now() > end.getTime(), { timeout: 5000, interval: 10 });
    await vi.waitUntil(async () => (await refusal(desk.object(notice, 1))) === "noticeClosed", { timeout: 5000, interval: 10 });
    expect(await endNotice(notice)).toBe("ended");
  });
});

describe("two objections to one household", () => {
  it("hold it until both are answered", async () => {
    const { sample, notice } = await listed();
    const [one, two] = [await desk.object(notice, 1), await desk.object(notice, 1)];
    await Promise.all([raise(one), raise(two)]);
    await desk.waitForEnd(notice);
    expect(await held(sample)).toBe(2);
    expect(verdict(await desk.act("mayor", answer(sample, one, "dismiss")))).toBe("villageNotice");
    expect(verdict(await desk.act("supervisor", answer(sample, two, "dismiss")))).toBe("townReview");
    expect(verdict(await desk.act("mayor", answer(sample, two, "uphold")))).toBe("objectionAnswered");
  });

  it("send it back when one is upheld, and the other is still to be answered before it is listed again", async () => {
    const { sample, notice } = await listed();
    const [one, two] = [await desk.object(notice, 1), await desk.object(notice, 1)];
    await raise(one);
    await raise(two);
    expect(verdict(await desk.act("mayor", answer(sample, one, "uphold")))).toBe("surveyed");
    expect(await desk.look(paths.application(sample.id))).toMatchObject({ notice: null, appraisal: null, openObjections: 1, returned: { reasons: expect.any(String) } });
    await applied(desk.act("cadre", survey(sample)));
    await holdMeeting(desk, appraisal([sample]));
    for (const seat of ["committee", "officer", "cadre"] as const) await applied(desk.act(seat, verification([sample])));
    expect(verdict(await desk.act("committee", publication([sample])))).toBe("heldByObjection");
    await applied(desk.act("mayor", answer(sample, two, "dismiss")));
    expect(verdict(await desk.act("committee", publication([sample])))).toBe("villageNotice");
  });

  it("hold it by the one that counts, when the other is answered before its own event has come", async () => {
    const { sample, notice } = await listed();
    const [one, two] = [await desk.object(notice, 1), await desk.object(notice, 1)];
    await raise(one);
    await desk.act("mayor", answer(sample, two, "dismiss"));
    await raise(two);
    expect([await stateOf(one), await held(sample)]).toEqual(["open", 1]);
  });
});

describe("in another order", () => {
  it("holds nobody for ever when the answer comes before the objection's own event", async () => {
    const { sample, notice } = await listed();
    const objection = await desk.object(notice, 1);
    const answered = verdict(await desk.act("mayor", answer(sample, objection, "dismiss")));
    await raise(objection);
    const open = (await stateOf(objection)) === "open" ? 1 : 0;
    expect(await held(sample)).toBe(open);
    if (answered !== "villageNotice") await applied(desk.act("mayor", answer(sample, objection, "dismiss")));
    expect([await held(sample), await stateOf(objection)]).toEqual([0, "dismissed"]);
  });

  it("is answered also when the household has withdrawn meanwhile", async () => {
    const { sample, notice } = await listed();
    const objection = await desk.object(notice, 1);
    await raise(objection);
    await applied(desk.act("committee", { type: "withdraw", targets: [sample.id], input: { reasons: "本人撤回" } }));
    expect(verdict(await desk.act("mayor", answer(sample, objection, "uphold")))).toBe("withdrawn");
    expect([await held(sample), await stateOf(objection)]).toEqual([0, "upheld"]);
  });

  it("is answered also when the household withdrew before the objection's own event", async () => {
    const { sample, notice } = await listed();
    const objection = await desk.object(notice, 1);
    await applied(desk.act("committee", { type: "withdraw", targets: [sample.id], input: { reasons: "本人撤回" } }));
    await raise(objection);
    await desk.act("mayor", answer(sample, objection, "dismiss"));
    expect([await held(sample), await stateOf(objection)]).toEqual([0, "dismissed"]);
  });
});

describe("who answers", () => {
  it("is the level above, and the next level when that is late", async () => {
    const { sample, notice } = await listed();
    const objection = await desk.object(notice, 1);
    await raise(objection);
    expect(verdict(await desk.act("county", answer(sample, objection, "dismiss")))).toBe("notTheLevelAbove");
    const dueAt = ((await desk.look(paths.objection(objection)))?.["dueAt"] as { toDate: () => Date }).toDate();
    await runUpkeep(new Date(dueAt.getTime() - 1));
    expect((await desk.look(paths.objection(objection)))?.["level"]).toBe("town");
    await runUpkeep(dueAt);
    await runUpkeep(dueAt);
    expect(await desk.look(paths.objection(objection))).toMatchObject({ level: "county", escalations: [{ from: "town", to: "county" }], status: "open" });
    expect(verdict(await desk.act("mayor", answer(sample, objection, "dismiss")))).toBe("notTheLevelAbove");
    expect(["villageNotice", "townReview"]).toContain(verdict(await desk.act("county", answer(sample, objection, "dismiss"))));
  });
});

describe("too many", () => {
  it("are refused from one source within the hour, and taken from another", async () => {
    const { perHour } = desk.town.settings.objection;
    const campaign = desk.db.doc(paths.campaign(desk.town.campaign));
    await campaign.update({ "objection.perHour": 2 });
    const { sample, notice } = await listed();
    const send = (source: string) => refusal(fileObjection({ id: newId(), notice, serial: 1, text: "请核实这一户。", photos: [], name: "", phone: "" }, source));
    const verdicts = [];
    for (const source of ["here", "here", "here", "there"]) verdicts.push(await send(source));
    await campaign.update({ "objection.perHour": perHour });
    expect(verdicts).toEqual(["taken", "taken", "tooManyObjections", "taken"]);
    const { docs } = await desk.db.collection("objections").where("notice", "==", notice).get();
    for (const { id } of docs) await raise(id);
    expect(await held(sample)).toBe(3);
    expect(JSON.stringify((await desk.db.collection("limits").get()).docs.map((doc) => [doc.id, doc.data()]))).not.toContain("here");
  });
});

describe("afterwards", () => {
  it("the data keep every promise", async () => {
    const pending = await desk.db.collection("actions").where("pending", "==", true).get();
    for (const { id } of pending.docs) await desk.deliver(id);
    const { invariants } = await verify({ projectId: desk.projectId, firestore: desk.suite.firestore }, { campaign: desk.town.campaign });
    expect(invariants.filter(({ broken }) => broken.length > 0).map(({ id, broken }) => ({ id, broken }))).toEqual([]);
  });
});
