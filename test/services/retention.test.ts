import { areasOf } from "@domain/areas.ts";
import { paths } from "@domain/paths.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { followAnswer } from "../../functions/src/services/answers.ts";
import { fileObjection } from "../../functions/src/services/objections.ts";
import { revealObjector } from "../../functions/src/services/reveal.ts";
import { endRetention } from "../../functions/src/services/retention.ts";
import { newId } from "../play/player.ts";
import { Desk } from "./desk.ts";
import type { Sample } from "../functions/households.ts";
import { poorHousehold } from "../functions/households.ts";
import { answer, applied, bring, publication, refusal, submission, verdict } from "../functions/office.ts";
import { personAt } from "../functions/town.ts";

/** What is kept no longer: a failed application's people, and who sent an answered objection. The chain stays provable. */

let desk: Desk;
let seed = 8500;
const DAY = 86_400_000;

beforeAll(async () => {
  desk = await Desk.open({ number: 25, seconds: 30, quotaMode: "off" });
});
afterAll(() => desk.close());

const withdrawal = ({ id, village }: Sample) => ({ type: "withdraw" as const, targets: [id], area: village, input: { reasons: "本人撤回" } });

async function surveyed(): Promise<Sample> {
  const sample = poorHousehold({ village: desk.town.first, seed: (seed += 1), memberCount: 3 });
  await bring(desk, [sample], "surveyed");
  return sample;
}

async function endAndDeliver(now: Date) {
  await endRetention(now);
  const { docs } = await desk.db.collection("actions").where("type", "==", "erase").where("pending", "==", true).get();
  for (const { id } of docs) await desk.deliver(id);
  return docs.length;
}

/** Every document of the project as text: collections of every depth. */
async function everything(): Promise<string> {
  const texts: string[] = [];
  const walk = async (collections: FirebaseFirestore.CollectionReference[]) => {
    for (const collection of collections) {
      const { docs } = await collection.get();
      for (const doc of docs) {
        texts.push(JSON.stringify(doc.data()));
        await walk(await doc.ref.listCollections());
      }
    }
  };
  await walk(await desk.db.listCollections());
  return texts.join("\n");
}

describe("an application that failed", () => {
  it("keeps its forms until the campaign's days are over, and not a day longer", async () => {
    const sample = await surveyed();
    await applied(desk.act("committee", withdrawal(sample)));
    const { failedDays } = desk.town.settings.retention;
    expect(await endAndDeliver(new Date(Date.now() + (failedDays - 1) * DAY))).toBe(0);
    expect(await desk.look(paths.surveyForm(sample.id))).toBeDefined();
    /* The clock of the database decides, so an action that comes too early is refused by name. */
    expect(verdict(await desk.act({ uid: "clock", role: "clock" }, { type: "erase", targets: [sample.id], area: sample.village, input: {} }))).toBe("stillKept");
    await desk.db.doc(paths.application(sample.id)).update({ since: new Date(Date.now() - (failedDays + 1) * DAY) });
    expect(await endAndDeliver(new Date())).toBe(1);
    expect(await desk.look(paths.application(sample.id))).toMatchObject({ status: "withdrawn", form: {}, erased: expect.anything(), facts: { householder: "—", memberCount: 3 } });
    expect([await desk.look(paths.surveyForm(sample.id)), await desk.look(paths.applicationPrivate(sample.id))]).toEqual([undefined, undefined]);
    expect(await endAndDeliver(new Date())).toBe(0);
  });

  it("leaves no name and no number of its people anywhere, while every promise and every chain still holds", async () => {
    const sample = await surveyed();
    const names = JSON.stringify(sample.survey.shown).match(/"name":"([^"]+)"/g)?.map((found) => found.slice(8, -1)) ?? [];
    await applied(desk.act("committee", withdrawal(sample)));
    const stays = await surveyed();
    expect(names.length).toBeGreaterThan(0);
    expect(await everything()).toContain(sample.householder);
    await desk.db.doc(paths.application(sample.id)).update({ since: new Date(0) });
    await endAndDeliver(new Date());
    const text = await everything();
    for (const secret of [sample.householder, ...names, ...sample.numbers]) expect(text.includes(secret)).toBe(false);
    expect(text).toContain(stays.householder);
    expect(await desk.brokenPromises()).toEqual([]);
  });

  it("is still held to its chain: a later change of an erased action is found", async () => {
    const sample = await surveyed();
    await applied(desk.act("committee", withdrawal(sample)));
    await desk.db.doc(paths.application(sample.id)).update({ since: new Date(0) });
    await endAndDeliver(new Date());
    const { docs } = await desk.db.collection("actions").where("targets", "array-contains", sample.id).where("type", "==", "recordSurvey").get();
    const [action] = docs;
    const before = action?.data() ?? {};
    for (const change of [{ by: "somebody-else" }, { erased: { ...before["erased"], input: "0".repeat(64) } }, { role: "povertyOfficer" }]) {
      await action?.ref.update(change);
      expect((await desk.brokenPromises()).map(({ id }) => id)).toContain("chains");
      await action?.ref.set(before);
    }
    expect(await desk.brokenPromises()).toEqual([]);
  });
});

describe("a draft that nobody sent", () => {
  /** As if it had been begun long ago; when it was last changed, the database alone says. */
  const begun = async (): Promise<Sample> => {
    const sample = poorHousehold({ village: desk.town.first, seed: (seed += 1), memberCount: 2 });
    const { campaign, first: { code: village } } = desk.town;
    await desk.db.doc(paths.application(sample.id)).create({
      campaign, village, areas: areasOf(village), status: "draft", applicant: "a-farmer", createdBy: "a-farmer", createdAt: new Date(0), household: null, track: "identify", form: sample.draft.form,
    });
    return sample;
  };
  const after = (days: number) => new Date(Date.now() + days * DAY);

  it("stays for the campaign's days after its last change, and then goes whole, its photos too", async () => {
    const [{ id }, photo, { draftDays }] = [await begun(), newId(), desk.town.settings.retention];
    await desk.db.doc(paths.evidence(photo)).create({ kind: "other" });
    await desk.db.doc(paths.draft(id, "villageApplication")).create({ form: { consultation: { photos: [photo] } } });
    const left = () => Promise.all([paths.application(id), paths.draft(id, "villageApplication"), paths.evidence(photo)].map((path) => desk.look(path)));
    await endRetention(after(draftDays - 1));
    expect(await left()).toEqual([expect.anything(), expect.anything(), expect.anything()]);
    await endRetention(after(draftDays + 1));
    expect(await left()).toEqual([undefined, undefined, undefined]);
  });

  it("and was sent in time is an application and stays", async () => {
    const sample = await begun();
    await applied(desk.act("committee", submission([sample])));
    await endRetention(after(desk.town.settings.retention.draftDays + 1));
    expect(await desk.look(paths.application(sample.id))).toMatchObject({ status: "submitted" });
  });
});

describe("who sent an answered objection", () => {
  it("is forgotten after the campaign's days; the objection and its answer stay", async () => {
    const sample = poorHousehold({ village: desk.town.first, seed: (seed += 1), memberCount: 2 });
    await bring(desk, [sample], "verified");
    const sending = publication([sample]);
    await applied(desk.act("committee", sending));
    const id = newId();
    await fileObjection({ id, notice: sending.id, serial: 1, text: "他家有小汽车一辆。", photos: [], name: "异议人丁", phone: "" }, "x");
    await desk.deliver(`objection-${id}`);
    const { senderDays } = desk.town.settings.retention;
    const later = new Date(Date.now() + (senderDays + 1) * DAY);
    await endRetention(later);
    expect(await desk.look(paths.objector(id))).toMatchObject({ name: "异议人丁" });
    await applied(desk.act("mayor", answer(sample, id, "dismiss")));
    await endRetention(new Date(Date.now() + (senderDays - 1) * DAY));
    expect(await desk.look(paths.objector(id))).toMatchObject({ name: "异议人丁" });
    await endRetention(later);
    expect(await desk.look(paths.objector(id))).toBeUndefined();
    expect(await followAnswer(id)).toMatchObject({ status: "dismissed" });
    const { uid, role, area } = personAt(desk.town, "mayor");
    expect(await refusal(revealObjector({ uid, roles: { [role]: [area] } }, { objection: id, reason: "核实" }))).toBe("senderErased");
  });
});

describe("what a household says is wrong in its own record", () => {
  it("waits for the village's answer, one at a time, and both stand in its history", async () => {
    const sample = await surveyed();
    const farmer = { uid: "farmer-of-this", role: "applicant" as const };
    await desk.db.doc(paths.application(sample.id)).update({ applicant: farmer.uid });
    const ask = (signer = farmer) => desk.act(signer, { type: "askCorrection", targets: [sample.id], area: sample.village, input: { text: "家里是四口人，漏了一口。" } });
    const reply = () => desk.act("committee", { type: "answerCorrection", targets: [sample.id], area: sample.village, input: { reply: "已核对户口簿，下次入户更正。" } });
    expect(verdict(await ask({ uid: "another-farmer", role: "applicant" }))).toBe("notYours");
    expect(verdict(await reply())).toBe("correctionNone");
    expect(verdict(await ask())).toBe("surveyed");
    expect(verdict(await ask())).toBe("correctionOpen");
    expect(await desk.look(paths.application(sample.id))).toMatchObject({ correction: { text: "家里是四口人，漏了一口。", reply: null } });
    expect(verdict(await reply())).toBe("surveyed");
    expect(await desk.look(paths.application(sample.id))).toMatchObject({ correction: { reply: "已核对户口簿，下次入户更正。" } });
    expect(verdict(await ask())).toBe("surveyed");
  });
});
