import { paths } from "@domain/paths.ts";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { endNotice } from "../../functions/src/services/endNotice.ts";
import { runUpkeep } from "../../functions/src/services/upkeep.ts";
import { verify } from "../verify/verify.ts";
import { Desk } from "./desk.ts";
import { poorHousehold } from "../functions/households.ts";
import { applied, bring, publication, verdict } from "../functions/office.ts";

/** The end of a notice: not early, once, whatever becomes of its timer. */

let desk: Desk;
let seed = 300;

beforeAll(async () => {
  desk = await Desk.open({ number: 3, seconds: 4, quotaMode: "off" });
});
afterAll(() => desk.close());

/** A household on the village's notice. */
async function listed() {
  const sample = poorHousehold({ village: desk.town.first, seed: (seed += 1), memberCount: 2 });
  await bring(desk, [sample], "verified");
  const sending = publication([sample]);
  await applied(desk.act("committee", sending));
  return { sample, notice: sending.id };
}

const noticeAt = async (id: string) => (await desk.look(paths.notice(id))) ?? {};
const endOf = async (id: string) => ((await noticeAt(id))["closesAt"] as { toDate: () => Date }).toDate();
const endings = async (id: string) => (await desk.db.collection("actions").where("input.notice", "==", id).get()).docs.map((doc) => doc.id);

const extend = (notice: string, closesAt: Date) =>
  desk.act("committee", { type: "extendNotice", targets: [notice], input: { closesAt: closesAt.toISOString(), reason: "公示栏被雨水损坏" } });

describe("a notice's end", () => {
  it("comes not a moment early, whoever asks", async () => {
    const { sample, notice } = await listed();
    expect(await endNotice(notice)).toBe("tooEarly");
    expect([await desk.statusOf(sample), (await noticeAt(notice))["status"]]).toEqual(["villageNotice", "open"]);
    expect(await endings(notice)).toEqual([]);
  });

  it("is refused when the clock's own action comes early", async () => {
    const { sample, notice } = await listed();
    const early = await desk.act({ uid: "clock", role: "clock" }, { type: "endNotice", targets: [sample.id], input: { notice } });
    expect(verdict(early)).toBe("noticeStillOpen");
    expect([await desk.statusOf(sample), (await noticeAt(notice))["status"]]).toEqual(["villageNotice", "open"]);
  });

  it("comes once when its timer calls twice and two at once", async () => {
    const { sample, notice } = await listed();
    await desk.waitForEnd(notice);
    const [again, and] = await Promise.all([endNotice(notice), endNotice(notice)]);
    expect([again, and, await endNotice(notice)]).toEqual(["closedBefore", "closedBefore", "closedBefore"]);
    expect(await endings(notice)).toHaveLength(1);
    expect([await desk.statusOf(sample), (await noticeAt(notice))["status"]]).toEqual(["townReview", "closed"]);
  });

  it("comes once when many ask for it in the very moment", async () => {
    const { notice } = await listed();
    const end = await endOf(notice);
    await vi.waitUntil(() => Date.now() >= end.getTime(), { timeout: 5000, interval: 10 });
    const answers = await vi.waitUntil(async () => {
      const some = await Promise.all(Array.from({ length: 5 }, () => endNotice(notice)));
      return some.includes("ended") ? some : undefined;
    }, { timeout: 5000, interval: 10 });
    expect(answers.filter((one) => one === "ended")).toHaveLength(1);
    expect(await endings(notice)).toHaveLength(1);
  });

  it("is brought by the periodic run when the timer is lost", async () => {
    const { sample, notice } = await listed();
    const end = await endOf(notice);
    await vi.waitUntil(async () => {
      await runUpkeep(new Date());
      return (await endings(notice)).length > 0;
    }, { timeout: 20_000, interval: 100 });
    const [id = ""] = await endings(notice);
    await desk.deliver(id);
    const { closedAt, status } = await noticeAt(notice);
    expect([status, await desk.statusOf(sample)]).toEqual(["closed", "townReview"]);
    expect((closedAt as { toDate: () => Date }).toDate().getTime()).toBeGreaterThanOrEqual(end.getTime());
  });

  it("says nothing of a notice that does not exist", async () => {
    expect(await endNotice("no-such-notice")).toBe("unknown");
  });
});

describe("an extension", () => {
  it("moves the end later, with a timer of its own; the old one then ends nothing", async () => {
    const { sample, notice } = await listed();
    const first = await endOf(notice);
    const later = new Date(first.getTime() + 1500);
    expect(verdict(await extend(notice, later))).toBe("open");
    expect((await desk.timers()).filter((name) => name.includes(notice)).sort()).toEqual([first, later].map((end) => `close-${notice}-${end.getTime()}`));
    await vi.waitUntil(() => Date.now() >= first.getTime() + 50, { timeout: 5000, interval: 10 });
    expect(await endNotice(notice)).toBe("tooEarly");
    await desk.waitForEnd(notice);
    const { closedAt } = await noticeAt(notice);
    expect((closedAt as { toDate: () => Date }).toDate().getTime()).toBeGreaterThanOrEqual(later.getTime());
    expect(await desk.statusOf(sample)).toBe("townReview");
  });

  it("counts also when the clock's action was on its way already", async () => {
    const { sample, notice } = await listed();
    const early = await desk.append({ uid: "clock", role: "clock" }, { type: "endNotice", targets: [sample.id], input: { notice } });
    await applied(extend(notice, new Date((await endOf(notice)).getTime() + 500)));
    await desk.deliver(early);
    expect(verdict(await desk.outcomeOf(early))).toBe("noticeStillOpen");
    await desk.waitForEnd(notice);
    expect(await desk.statusOf(sample)).toBe("townReview");
  });

  it("never shortens it, and revives no notice that has ended", async () => {
    const { notice } = await listed();
    const end = await endOf(notice);
    expect(verdict(await extend(notice, new Date(end.getTime() - 1)))).toBe("endNotLater");
    expect(verdict(await extend(notice, end))).toBe("endNotLater");
    await desk.waitForEnd(notice);
    expect(verdict(await extend(notice, new Date(Date.now() + 60_000)))).toBe("noticeClosed");
  });

  it("is the business of whoever hung the notice", async () => {
    const { notice } = await listed();
    const input = { closesAt: new Date(Date.now() + 60_000).toISOString(), reason: "再公示几天" };
    const by = async (seat: "neighbour" | "officer", area: string) => verdict(await desk.act(seat, { type: "extendNotice", targets: [notice], area, input }));
    expect(await by("officer", desk.town.first.code)).toBe("outsideOwnArea");
    expect(await by("neighbour", desk.town.second.code)).toBe("wrongVillage");
    expect(await by("neighbour", desk.town.first.code)).toBe("notHeld");
  });

  it("sets its timer again when its event comes twice and the first died before", async () => {
    const { notice } = await listed();
    const later = new Date((await endOf(notice)).getTime() + 5000);
    await applied(extend(notice, later));
    await runUpkeep(new Date());
    expect((await desk.timers()).filter((name) => name === `close-${notice}-${later.getTime()}`)).toHaveLength(1);
  });
});

describe("what a notice says", () => {
  it("is without the marks that turn writing round, in its place and in the reason why it hangs longer", async () => {
    const sample = poorHousehold({ village: desk.town.first, seed: (seed += 1), memberCount: 2 });
    await bring(desk, [sample], "verified");
    const sending = publication([sample]);
    await applied(desk.act("committee", { ...sending, input: { ...sending.input, place: "\u202e村委会\u2067门口" } }));
    const closesAt = new Date((await endOf(sending.id)).getTime() + 500).toISOString();
    await applied(desk.act("committee", { type: "extendNotice", targets: [sending.id], input: { closesAt, reason: "公示栏\u202e损坏" } }));
    expect(await noticeAt(sending.id)).toMatchObject({ place: "村委会门口", extensions: [{ reason: "公示栏损坏" }] });
  });
});

describe("photos of the board", () => {
  it("are added to the notice until it is full, and the notice ends all the same", async () => {
    const { notice } = await listed();
    const add = async (at: number) => {
      const photo = `photo-${notice}-${at}`;
      return verdict(await desk.act("committee", { type: "recordBoard", targets: [notice], input: { photo }, photos: [photo] }));
    };
    const verdicts = [];
    for (let at = 0; at < 11; at += 1) verdicts.push(await add(at));
    expect(verdicts).toEqual([...verdicts.slice(0, 10).map(() => expect.stringMatching(/^(open|closed)$/)), "noticeFull"]);
    expect(verdict(await desk.act("committee", { type: "recordBoard", targets: [notice], input: { photo: "no-such-photo" } }))).toMatch(/noticeFull|evidenceMissing/);
    await desk.waitForEnd(notice);
    expect((await noticeAt(notice))["status"]).toBe("closed");
  });
});

describe("afterwards", () => {
  it("the data keep every promise", async () => {
    const open = await desk.db.collection("notices").where("status", "==", "open").get();
    for (const { id } of open.docs) {
      await vi.waitUntil(async () => !["tooEarly", "onTheWay"].includes(await endNotice(id)), { timeout: 20_000, interval: 50 });
      for (const action of await endings(id)) await desk.deliver(action);
    }
    const { invariants } = await verify({ projectId: desk.projectId, firestore: desk.suite.firestore }, { campaign: desk.town.campaign });
    expect(invariants.filter(({ broken }) => broken.length > 0).map(({ id, broken }) => ({ id, broken }))).toEqual([]);
  });
});
