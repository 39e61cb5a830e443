import { paths } from "@domain/paths.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../play/player.ts";
import { followAnswer } from "../../functions/src/services/answers.ts";
import { answerComplaint, fileComplaint } from "../../functions/src/services/complaints.ts";
import { fileObjection } from "../../functions/src/services/objections.ts";
import { revealObjector } from "../../functions/src/services/reveal.ts";
import { runUpkeep } from "../../functions/src/services/upkeep.ts";
import { Desk } from "./desk.ts";
import { poorHousehold } from "../functions/households.ts";
import { applied, bring, publication, refusal } from "../functions/office.ts";
import { personAt } from "../functions/town.ts";

/** Complaints about staff: to the supervisors alone, answered by them, late ones to the county's; and who is behind one. */

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.open({ number: 24, seconds: 30, quotaMode: "off" });
});
afterAll(() => desk.close());

const about = () => ({ id: newId(), campaign: desk.town.campaign, village: desk.town.first.code, about: "某村干部", text: "评议时替亲戚说话，没有回避。", photos: [], name: "举报人乙", phone: "13800000000" });
const callerAt = (seat: Parameters<typeof personAt>[1]) => {
  const { uid, role, area } = personAt(desk.town, seat);
  return { uid, roles: { [role]: [area] } };
};
const COUNTY_SUPERVISOR = () => ({ uid: "county-supervisor", roles: { supervisor: [desk.town.code.slice(0, 6)] } });
const reply = (complaint: string) => ({ complaint, finding: "unfounded" as const, reasons: "已查会议记录与录像。", published: "已核查，未发现违规。" });

async function filed() {
  const request = about();
  await fileComplaint(request, `source ${request.id}`);
  return request.id;
}

describe("a complaint about staff", () => {
  it("keeps who complained apart, counts once, and names its clock", async () => {
    const request = about();
    const [one, two] = await Promise.all([fileComplaint(request, "a"), fileComplaint(request, "a")]);
    expect(one).toEqual(two);
    const seen = await desk.look(paths.complaint(request.id));
    expect(JSON.stringify(seen)).not.toMatch(/举报人乙|13800000000/);
    expect(seen).toMatchObject({ status: "open", level: "town", areas: expect.arrayContaining([desk.town.code]) });
    expect((await desk.db.collection("actions").where("input.complaint", "==", request.id).get()).size).toBe(0);
  });

  it("is answered by a supervisor of the area and by nobody else, once", async () => {
    const id = await filed();
    for (const seat of ["committee", "officer", "mayor", "county", "office"] as const) expect(await refusal(answerComplaint(callerAt(seat), reply(id)))).toBe("complaintUnknown");
    expect(await refusal(answerComplaint({ uid: "s", roles: { supervisor: ["999999"] } }, reply(id)))).toBe("complaintUnknown");
    expect(await answerComplaint(callerAt("supervisor"), reply(id))).toEqual({ status: "unfounded" });
    expect(await refusal(answerComplaint(callerAt("supervisor"), reply(id)))).toBe("complaintAnswered");
    expect(await followAnswer(id)).toMatchObject({ kind: "complaint", status: "unfounded", answer: { text: "已核查，未发现违规。" } });
  });

  it("gets no published answer with a number in it", async () => {
    const id = await filed();
    expect(await refusal(answerComplaint(callerAt("supervisor"), { ...reply(id), published: "请拨打 0935 6120 000" }))).toBe("answerTellsNumber");
  });

  it("that is late passes to the county's supervisor, and the town's may no longer settle it", async () => {
    const id = await filed();
    await desk.db.doc(paths.complaint(id)).update({ dueAt: new Date(0) });
    await runUpkeep(new Date());
    expect(await desk.look(paths.complaint(id))).toMatchObject({ level: "county", status: "open" });
    expect(await refusal(answerComplaint(callerAt("supervisor"), reply(id)))).toBe("complaintAbove");
    expect(await answerComplaint(COUNTY_SUPERVISOR(), reply(id))).toEqual({ status: "unfounded" });
  });

  it("is refused for a village that is not of the campaign, and when too many come from one source", async () => {
    expect(await refusal(fileComplaint({ ...about(), village: "999999999999" }, "b"))).toBe("wrongVillage");
    await desk.db.doc(paths.campaign(desk.town.campaign)).update({ "objection.perHour": 1 });
    expect([await refusal(fileComplaint(about(), "flood")), await refusal(fileComplaint(about(), "flood"))]).toEqual(["taken", "tooManyObjections"]);
    await desk.db.doc(paths.campaign(desk.town.campaign)).update({ "objection.perHour": 1000 });
  });
});

describe("who is behind it", () => {
  const reason = "需当面核实";

  it("is told to a supervisor, with a line in the record; a complaint's to nobody else", async () => {
    const id = await filed();
    for (const seat of ["mayor", "county", "office", "committee"] as const) expect(await refusal(revealObjector(callerAt(seat), { objection: id, reason }))).toBe("notHeld");
    expect(await revealObjector(callerAt("supervisor"), { objection: id, reason })).toEqual({ name: "举报人乙", phone: "13800000000" });
    const { docs } = await desk.db.collection("audit").where("subject", "==", id).get();
    expect(docs.map((doc) => [doc.get("what"), doc.get("by"), doc.get("reason")])).toEqual([["revealObjector", personAt(desk.town, "supervisor").uid, reason]]);
  });

  it("is told of an objection to the level that answers it, never to the village or the publisher", async () => {
    const sample = poorHousehold({ village: desk.town.first, seed: 8300, memberCount: 2 });
    await bring(desk, [sample], "verified");
    const sending = publication([sample]);
    await applied(desk.act("committee", sending));
    const id = newId();
    await fileObjection({ id, notice: sending.id, serial: 1, text: "他家有小汽车一辆。", photos: [], name: "异议人丙", phone: "" }, "c");
    for (const seat of ["committee", "cadre", "officer", "office", "county"] as const) expect(await refusal(revealObjector(callerAt(seat), { objection: id, reason }))).toBe("notHeld");
    expect(await revealObjector(callerAt("mayor"), { objection: id, reason })).toEqual({ name: "异议人丙", phone: "" });
  });
});
