import type { Message } from "@domain/messages.ts";
import { Message as Parsed } from "@domain/messages.ts";
import { paths } from "@domain/paths.ts";
import type { StaffRole } from "@domain/roles.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { remindOfEnd } from "../../functions/src/services/endNotice.ts";
import { findUnowned } from "../../functions/src/services/owners.ts";
import { runUpkeep } from "../../functions/src/services/upkeep.ts";
import { withDates } from "../../functions/src/store/firestore.ts";
import { Desk } from "./desk.ts";
import type { Sample } from "../functions/households.ts";
import { poorHousehold } from "../functions/households.ts";
import { answer, applied, bring, idsOf, publication, submission } from "../functions/office.ts";
import { personAt } from "../functions/town.ts";

/** Who is told what happened: in the transaction in which it happened, once, and without any person in it. */

let desk: Desk;
let seed = 620;
const DAY = 86_400_000;

beforeAll(async () => {
  desk = await Desk.open({ number: 62, seconds: 2, quotaMode: "off" });
});
afterAll(() => desk.close());

const fresh = (count: number) => Array.from({ length: count }, () => poorHousehold({ village: desk.town.first, seed: (seed += 1), memberCount: 1 }));

async function messagesTo(to: { role: StaffRole } | { account: string }): Promise<Message[]> {
  const [[field, value] = ["", ""]] = Object.entries(to);
  const { docs } = await desk.db.collection("messages").where(field, "==", value).get();
  return docs.map((doc) => Parsed.parse(withDates(doc.data()))).filter(({ campaign }) => campaign === desk.town.campaign);
}
/* What the checks ask on the way is another matter. */
const kindsTo = async (to: Parameters<typeof messagesTo>[0]) => (await messagesTo(to)).filter(({ kind }) => kind !== "findingAsked").map(({ kind, facts }) => `${kind} ${facts.many}`).sort();

async function listed(count: number): Promise<{ samples: Sample[]; notice: string }> {
  const samples = fresh(count);
  await bring(desk, samples, "verified");
  const sending = publication(samples);
  await applied(desk.act("committee", sending));
  return { samples, notice: sending.id };
}

describe("a list of households", () => {
  it("comes to the town as one message, and back to the village as one to each of its two hands", async () => {
    const { samples, notice } = await listed(6);
    await desk.waitForEnd(notice);
    expect(await kindsTo({ role: "townGovernment" })).toEqual(["handedOver 6"]);
    const id = await desk.append("mayor", { type: "return", targets: idsOf(samples), input: { reasons: "收入需要复核" } });
    await Promise.all([desk.deliver(id), desk.deliver(id)]);
    await desk.deliver(id);
    expect([await kindsTo({ role: "villageCommittee" }), await kindsTo({ role: "villageCadre" })]).toEqual([["returned 6"], ["returned 6"]]);
  });

  it("tells nobody where all of it is refused", async () => {
    const before = (await desk.db.collection("messages").get()).size;
    const samples = fresh(2);
    await applied(desk.act("committee", submission(samples)));
    await desk.act("mayor", { type: "return", targets: idsOf(samples), input: { reasons: "收入需要复核" } });
    expect((await desk.db.collection("messages").get()).size).toBe(before);
  });
});

describe("an objection", () => {
  it("is told to the town and not to the village; late, to the county; answered, to the village", async () => {
    const { samples: [sample], notice } = await listed(1);
    const objection = await desk.object(notice, 1);
    await desk.deliver(`objection-${objection}`);
    expect(await kindsTo({ role: "townGovernment" })).toContain("objection 1");
    expect((await kindsTo({ role: "villageCommittee" })).filter((kind) => kind.startsWith("objection"))).toEqual([]);
    await desk.db.doc(paths.objection(objection)).update({ dueAt: new Date(Date.now() - 1) });
    await runUpkeep(new Date());
    expect(await kindsTo({ role: "countyOffice" })).toEqual(["objectionPassedOn 1"]);
    await desk.act("county", answer(sample as Sample, objection, "dismiss"));
    expect(await kindsTo({ role: "villageCommittee" })).toContain("objectionAnswered 1");
  });
});

describe("a notice", () => {
  it("is told of a day before its end, once for each end, to whoever hung it", async () => {
    const { notice } = await listed(2);
    const ends = async () => (await kindsTo({ role: "villageCommittee" })).filter((kind) => kind.startsWith("noticeEnds"));
    const ref = desk.db.doc(paths.notice(notice));
    const opensAt = new Date();
    await ref.update({ opensAt, closesAt: new Date(opensAt.getTime() + 3 * DAY) });
    await remindOfEnd(notice, new Date(opensAt.getTime() + 2 * DAY - 1000));
    expect(await ends()).toEqual([]);
    await runUpkeep(new Date(opensAt.getTime() + 2 * DAY + 1000));
    await runUpkeep(new Date(opensAt.getTime() + 2 * DAY + 2000));
    expect(await ends()).toEqual(["noticeEndsSoon 2"]);
    await ref.update({ closesAt: new Date(opensAt.getTime() + 4 * DAY) });
    await remindOfEnd(notice, new Date(opensAt.getTime() + 3 * DAY + 1000));
    expect(await ends()).toEqual(["noticeEndsSoon 2", "noticeEndsSoon 2"]);
    await ref.update({ status: "closed" });
  });
});

describe("where nobody is in charge", () => {
  it("the office is told once, the village is marked for the board, and the mark goes when somebody is", async () => {
    const at = (minutes: number) => new Date(Date.now() + minutes * 60_000);
    const unowned = async () => (await desk.look(paths.village(desk.town.campaign, desk.town.first.code)))?.["unowned"];
    await bring(desk, fresh(1), "nominated");
    expect([await findUnowned(desk.town.campaign, at(0)), await unowned()]).toEqual([0, []]);
    const cadre = desk.db.doc(paths.staff(personAt(desk.town, "cadre").uid));
    await cadre.update({ disabled: true });
    expect([await findUnowned(desk.town.campaign, at(1)), await findUnowned(desk.town.campaign, at(2)), await unowned()]).toEqual([1, 0, ["villageCadre"]]);
    const [told] = await messagesTo({ role: "campaignOffice" });
    expect(told).toMatchObject({ kind: "noOwner", facts: { place: desk.town.first.name, roles: ["包村干部"] } });
    await cadre.update({ disabled: false });
    expect([await findUnowned(desk.town.campaign, at(3)), await unowned()]).toEqual([0, []]);
  });
});

describe("every message", () => {
  it("names no person and no number of one, whatever happened", async () => {
    const { docs } = await desk.db.collection("messages").get();
    const people = await desk.db.collection("applications").get();
    const names = people.docs.map((doc) => String(doc.get("facts.householder") ?? "")).filter((name) => name.length > 1);
    const text = JSON.stringify(docs.map((doc) => doc.data()));
    expect(docs.length).toBeGreaterThan(5);
    expect(names.filter((name) => text.includes(name))).toEqual([]);
    expect(text).not.toMatch(/\d{17}[\dX]|1[3-9]\d{9}|-[0-9A-Z]{4}-/);
  });
});
