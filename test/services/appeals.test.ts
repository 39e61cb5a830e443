import { paths } from "@domain/paths.ts";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { fileAppeal } from "../../functions/src/services/appeals.ts";
import { followAnswer } from "../../functions/src/services/answers.ts";
import { follow } from "../../functions/src/services/follow.ts";
import { fileObjection } from "../../functions/src/services/objections.ts";
import { runUpkeep } from "../../functions/src/services/upkeep.ts";
import { newId } from "../play/player.ts";
import { Desk } from "./desk.ts";
import type { Sample } from "../functions/households.ts";
import { poorHousehold } from "../functions/households.ts";
import { answer, applied, approval, bring, publication, refusal, verdict } from "../functions/office.ts";

/** The objections' desk after the answer: what the objector reads by number, one appeal to the next level, photos. */

let desk: Desk;
let seed = 8200;

beforeAll(async () => {
  desk = await Desk.open({ number: 23, seconds: 9, quotaMode: "off" });
});
afterAll(() => desk.close());

async function listed() {
  const sample = poorHousehold({ village: desk.town.first, seed: (seed += 1), memberCount: 2 });
  await bring(desk, [sample], "verified");
  const sending = publication([sample]);
  await applied(desk.act("committee", sending));
  return { sample, notice: sending.id };
}

async function dismissed() {
  const { sample, notice } = await listed();
  const objection = await desk.object(notice, 1);
  await desk.deliver(`objection-${objection}`);
  await applied(desk.act("mayor", answer(sample, objection, "dismiss")));
  return { sample, notice, objection };
}

const appeal = (objection: string, id = newId()) => fileAppeal({ id, objection, text: "答复没有看车辆登记，请再查。" }, "somewhere");
const held = async ({ id }: Sample) => (await desk.look(paths.application(id)))?.["openObjections"];

describe("the answer", () => {
  it("is read by its number as published, and never with the internal reasons", async () => {
    const { sample, notice } = await listed();
    const objection = await desk.object(notice, 1);
    await desk.deliver(`objection-${objection}`);
    expect(await followAnswer(objection)).toMatchObject({ kind: "objection", status: "open", level: "town", answer: null, appealUntil: null });
    const said = { ...answer(sample, objection, "dismiss"), input: { objection, decision: "dismiss" as const, reasons: "内部核查记录甲", published: "已入户核实，不属实。" } };
    await applied(desk.act("mayor", said));
    const told = await followAnswer(objection);
    expect(told).toMatchObject({ status: "dismissed", answer: { text: "已入户核实，不属实。" }, appealUntil: expect.any(Date), appeal: null });
    expect(JSON.stringify(told)).not.toContain("内部核查记录甲");
    expect(await desk.look(paths.objection(objection))).toMatchObject({ answer: { reasons: "内部核查记录甲" } });
  });

  it("is told to the household concerned by its receipt number: who answers by when, then the published text; never who objected, when, or in which words", async () => {
    const { sample, notice } = await listed();
    const receipt = String((await desk.look(paths.application(sample.id)))?.["receiptNo"]);
    const told = async () => JSON.stringify(await follow(receipt));
    expect((await follow(receipt)).objections).toEqual([]);
    const id = newId();
    await fileObjection({ id, notice, serial: 1, text: "他家在县城有楼房。", photos: [], name: "异议人乙", phone: "13900000000" }, "somewhere");
    await desk.deliver(`objection-${id}`);
    expect((await follow(receipt)).objections).toEqual([{ status: "open", level: "town", dueAt: expect.any(Date), answer: null }]);
    const before = await told();
    const said = { ...answer(sample, id, "uphold"), input: { objection: id, decision: "uphold" as const, reasons: "内部核查记录乙", published: "经入户核实，住房情况登记有误。" } };
    await applied(desk.act("mayor", said));
    expect((await follow(receipt)).objections).toEqual([{ status: "upheld", level: "town", dueAt: expect.any(Date), answer: { text: "经入户核实，住房情况登记有误。", at: expect.any(Date) } }]);
    /* Back at the survey it reads the same words, not the internal ones. */
    expect((await follow(receipt)).returned).toBe("经入户核实，住房情况登记有误。");
    for (const text of [before, await told()]) expect(text).not.toMatch(/异议人乙|13900000000|楼房|内部核查记录乙/);
    expect(await told()).not.toContain(id);
  });

  it("is refused while what the objector would read holds an identity or phone number, in whatever spelling", async () => {
    const { sample, notice } = await listed();
    const objection = await desk.object(notice, 1);
    await desk.deliver(`objection-${objection}`);
    for (const published of ["请联系 13900000000", "证号 6206 2319 7001 0100 1X", "电话１３９００００００００"]) {
      const said = { ...answer(sample, objection, "dismiss"), input: { objection, decision: "dismiss" as const, reasons: "经核实不属实", published } };
      expect(verdict(await desk.act("mayor", said))).toBe("answerTellsNumber");
    }
    expect(await held(sample)).toBe(1);
    expect(verdict(await desk.act("mayor", answer(sample, objection, "dismiss")))).toMatch(/villageNotice|townReview/);
  });

  it("is unknown by any number that was not given out", async () => {
    for (const number of ["", "no-such-number-at-all", "../staff/x", "__all__"]) expect(await refusal(followAnswer(number))).toBe("numberUnknown");
  });
});

describe("an appeal", () => {
  it("goes to the next level, holds the household again, and counts once however often it is sent", async () => {
    const { sample, objection } = await dismissed();
    const id = newId();
    await Promise.all([appeal(objection, id), appeal(objection, id)]);
    await desk.deliver(`objection-${id}`);
    expect(await held(sample)).toBe(1);
    expect(await desk.look(paths.objection(id))).toMatchObject({ level: "county", appeals: objection, status: "open" });
    expect(verdict(await desk.act("mayor", answer(sample, id, "dismiss")))).toBe("notTheLevelAbove");
    expect(verdict(await desk.act("county", answer(sample, id, "uphold")))).toBe("surveyed");
    expect(await refusal(appeal(id))).toBe("appealNotOpen");
  });

  it("is possible once, after the answer and within its time, and not against a supervisor's", async () => {
    const { sample, notice } = await listed();
    const open = await desk.object(notice, 1);
    await desk.deliver(`objection-${open}`);
    expect([await refusal(appeal(open)), await refusal(appeal("no-such-objection"))]).toEqual(["appealTooEarly", "appealUnknown"]);
    await applied(desk.act("supervisor", answer(sample, open, "dismiss")));
    expect(await refusal(appeal(open))).toBe("appealNotOpen");
    const { objection } = await dismissed();
    expect([await refusal(appeal(objection)), await refusal(appeal(objection))]).toEqual(["taken", "appealNotOpen"]);
    const { objection: late } = await dismissed();
    await desk.db.doc(paths.objection(late)).update({ appealUntil: new Date(0) });
    expect(await refusal(appeal(late))).toBe("appealNotOpen");
  });

  it("stands on the notice that runs now: its dismissal does not end that one early", async () => {
    const { sample, notice, objection } = await dismissed();
    await vi.waitUntil(async () => (await desk.statusOf(sample)) === "townReview" || (await desk.waitForEnd(notice), true), { timeout: 20_000 });
    await applied(desk.act("mayor", approval([sample])));
    const second = publication([sample]);
    await applied(desk.act("officer", second));
    const id = newId();
    await appeal(objection, id);
    await desk.deliver(`objection-${id}`);
    expect([await held(sample), (await desk.look(paths.objection(id)))?.["notice"]]).toEqual([1, second.id]);
    expect(verdict(await desk.act("county", answer(sample, id, "dismiss")))).toBe("townNotice");
    await desk.waitForEnd(second.id);
    expect(await desk.statusOf(sample)).toBe("countyReview");
  });

  it("that nobody answers passes to the supervisor, like every objection", async () => {
    const { objection } = await dismissed();
    const id = newId();
    await appeal(objection, id);
    await desk.deliver(`objection-${id}`);
    await desk.db.doc(paths.objection(id)).update({ dueAt: new Date(0) });
    await runUpkeep(new Date());
    expect(await desk.look(paths.objection(id))).toMatchObject({ level: "supervisor", status: "open" });
  });

  it("leaves every promise of the data kept", async () => {
    const { docs } = await desk.db.collection("actions").where("pending", "==", true).get();
    for (const { id } of docs) await desk.deliver(id);
    expect(await desk.brokenPromises()).toEqual([]);
  });
});

describe("photos of an objection", () => {
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(100)]).toString("base64");

  it("lie beneath it, as what they are", async () => {
    const { notice } = await listed();
    const id = newId();
    await fileObjection({ id, notice, serial: 1, text: "有照片为证，请核实。", photos: [jpeg, jpeg], name: "", phone: "" }, "somewhere");
    await desk.deliver(`objection-${id}`);
    const { docs } = await desk.db.collection(`${paths.objection(id)}/photos`).get();
    expect(docs.map((doc) => [doc.id, doc.get("contentType"), (doc.get("data") as Buffer).length])).toEqual([["1", "image/jpeg", 104], ["2", "image/jpeg", 104]]);
  });

  it("that are no pictures are refused, and nothing is filed", async () => {
    const { notice } = await listed();
    const id = newId();
    const page = Buffer.from("<script>alert(1)</script>").toString("base64");
    expect(await refusal(fileObjection({ id, notice, serial: 1, text: "有照片为证，请核实。", photos: [page], name: "", phone: "" }, "somewhere"))).toBe("photoUnreadable");
    expect(await desk.look(paths.objection(id))).toBeUndefined();
  });
});
