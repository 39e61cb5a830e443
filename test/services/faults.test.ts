import { paths } from "@domain/paths.ts";
import { Transaction } from "@google-cloud/firestore";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { runUpkeep } from "../../functions/src/services/upkeep.ts";
import { setNextRun, startUpkeep } from "../../functions/src/tasks/upkeep.ts";
import { Desk } from "./desk.ts";
import type { Sample } from "../functions/households.ts";
import { poorHousehold } from "../functions/households.ts";
import { Line } from "./line.ts";
import { applied, appraisal, approval, bring, publication, refusalsIn, submission, survey, verdict, verification } from "../functions/office.ts";
import { suiteOfTests } from "../functions/stage.ts";

/** An action has the effect of once: delivered twice, at once, in another order, late, or after a crash anywhere. */

let desk: Desk;
let line: Line;
let seed = 200;

beforeAll(async () => {
  line = await Line.to((await suiteOfTests()).tasks);
  process.env["TASKS_EMULATOR_HOST"] = line.address;
  desk = await Desk.open({ number: 2, seconds: 1, quotaMode: "off" });
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  line.close();
  await desk.close();
});

const fresh = () => poorHousehold({ village: desk.town.first, seed: (seed += 1), memberCount: 2 });
const lengthOf = async ({ id }: Sample) => ((await desk.look(paths.application(id)))?.["chain"] as { length: number }).length;
const DAY = 86_400_000;
const inAMinute = () => new Date(Date.now() + 60_000);

/** Runs a delivery that breaks off; whether it did. */
const breaksOff = (delivery: Promise<unknown>) => delivery.then(() => false, () => true);

describe("delivered again", () => {
  it("counts once when the same event comes five times at once, and again later", async () => {
    const sample = fresh();
    const id = await desk.append("committee", submission([sample]));
    await Promise.all(Array.from({ length: 5 }, () => desk.deliver(id)));
    const outcome = await desk.outcomeOf(id);
    await desk.deliver(id);
    expect(await desk.outcomeOf(id)).toEqual(outcome);
    expect([await desk.statusOf(sample), await lengthOf(sample)]).toEqual(["submitted", 1]);
  });

  it("hangs one notice with one timer, however often its event comes", async () => {
    const sample = fresh();
    await bring(desk, [sample], "verified");
    const sending = publication([sample]);
    await desk.append("committee", sending);
    await Promise.all([desk.deliver(sending.id), desk.deliver(sending.id), desk.deliver(sending.id)]);
    await desk.deliver(sending.id);
    expect((await desk.timers()).filter((name) => name.includes(sending.id))).toHaveLength(1);
    const notices = await desk.db.collection("notices").where("publishedBy.action", "==", sending.id).get();
    expect(notices.size).toBe(1);
  });

  it("does nothing for an action that does not exist", async () => {
    expect(await desk.deliver("no-such-action")).toEqual({ applied: 0, refused: 0 });
  });
});

describe("out of order", () => {
  it("refuses a survey that comes before the application, and takes it when it is sent again", async () => {
    const sample = fresh();
    const [application, first] = [await desk.append("committee", submission([sample])), await desk.append("cadre", survey(sample))];
    await desk.deliver(first);
    await desk.deliver(application);
    expect(verdict(await desk.outcomeOf(first))).toBe("wrongStatus");
    expect(verdict(await desk.act("cadre", survey(sample)))).toBe("surveyed");
  });

  it("lets one of two contrary decisions count, whichever comes first, and tells the other", async () => {
    const sample = fresh();
    await bring(desk, [sample], "surveyed");
    const yes = await desk.append("committee", appraisal([sample], { yes: 25 }));
    const withdrawal = await desk.append("committee2", { type: "withdraw", targets: [sample.id], input: { reasons: "本人撤回" }, seen: { [sample.id]: 2 } });
    await Promise.all([desk.deliver(withdrawal), desk.deliver(yes)]);
    const both = [verdict(await desk.outcomeOf(yes)), verdict(await desk.outcomeOf(withdrawal))];
    expect([["wrongStatus", "withdrawn"], ["nominated", "stale"]]).toContainEqual(both);
    expect(await lengthOf(sample)).toBe(3);
  });
});

describe("a trigger that never ran", () => {
  it("is finished by the periodic run, with the same effect", async () => {
    const sample = fresh();
    const id = await desk.append("committee", submission([sample]));
    await runUpkeep(new Date());
    expect(await desk.statusOf(sample)).toBe("draft");
    expect((await runUpkeep(inAMinute())).failed).toBe(0);
    expect([verdict(await desk.outcomeOf(id)), await lengthOf(sample)]).toEqual(["submitted", 1]);
    await runUpkeep(inAMinute());
    expect((await runUpkeep(inAMinute())).finished).toBe(0);
  });
});

describe("killed half-way", () => {
  it("leaves nothing when it dies before the commit, and counts once when it comes again", async () => {
    const sample = fresh();
    const id = await desk.append("committee", submission([sample]));
    vi.spyOn(Transaction.prototype as unknown as { commit: () => Promise<void> }, "commit").mockRejectedValueOnce(new Error("killed"));
    expect(await breaksOff(desk.deliver(id))).toBe(true);
    expect([await desk.statusOf(sample), await desk.outcomeOf(id)]).toEqual(["draft", undefined]);
    expect(await desk.look(paths.actionPrivate(id, sample.id))).toEqual(sample.hidden);
    await desk.deliver(id);
    expect([await desk.statusOf(sample), await lengthOf(sample)]).toEqual(["submitted", 1]);
  });

  it("counts once when it dies after the commit, before anybody heard of it", async () => {
    const sample = fresh();
    await bring(desk, [sample], "verified");
    const sending = publication([sample]);
    await desk.append("committee", sending);
    const prototype = Transaction.prototype as unknown as { commit: () => Promise<void> };
    const commit = prototype.commit;
    vi.spyOn(prototype, "commit").mockImplementationOnce(async function (this: unknown) {
      await commit.call(this);
      throw new Error("killed");
    });
    expect(await breaksOff(desk.deliver(sending.id))).toBe(true);
    expect(await desk.statusOf(sample)).toBe("villageNotice");
    expect((await desk.timers()).filter((name) => name.includes(sending.id))).toEqual([]);
    await desk.deliver(sending.id);
    expect((await desk.timers()).filter((name) => name.includes(sending.id))).toHaveLength(1);
    expect(await lengthOf(sample)).toBe(9);
  });

  it("hangs one notice with one timer when the timers cannot be reached at first", async () => {
    const sample = fresh();
    await bring(desk, [sample], "verified");
    const before = await lengthOf(sample);
    const sending = publication([sample]);
    await desk.append("committee", sending);
    line.cut();
    expect(await breaksOff(desk.deliver(sending.id))).toBe(true);
    const opened = await desk.look(paths.notice(sending.id));
    line.mend();
    await vi.waitFor(() => desk.deliver(sending.id), { timeout: 30_000, interval: 200 });
    expect((await desk.timers()).filter((name) => name.includes(sending.id))).toHaveLength(1);
    expect(await desk.look(paths.notice(sending.id))).toEqual(opened);
    expect([await desk.statusOf(sample), await lengthOf(sample)]).toEqual(["villageNotice", before + 1]);
  });

  it("gives a lost timer back by the periodic run, while the notice hangs", async () => {
    const sample = fresh();
    await bring(desk, [sample], "verified");
    const sending = publication([sample]);
    await desk.append("committee", sending);
    line.cut();
    await breaksOff(desk.deliver(sending.id));
    line.mend();
    await vi.waitFor(async () => {
      await runUpkeep(new Date(Date.now() - 60_000));
      expect((await desk.timers()).filter((name) => name.includes(sending.id))).toHaveLength(1);
    }, { timeout: 30_000, interval: 200 });
  });
});

describe("a queue that was emptied", () => {
  const timersOf = async ({ id }: { id: string }) => (await desk.timers()).filter((name) => name.includes(id));
  const hung = async () => {
    const sample = fresh();
    await bring(desk, [sample], "verified");
    const sending = publication([sample]);
    await desk.append("committee", sending);
    await desk.deliver(sending.id);
    return sending;
  };

  it("gets the timer of a notice that hangs back by the periodic run, once, however often it is emptied in a day", async () => {
    const sending = await hung();
    const [first = ""] = await timersOf(sending);
    for (const again of [2, 3]) {
      await desk.empty("closeNotice");
      expect(await timersOf(sending)).toEqual([]);
      const before = new Date(Date.now() - 60_000);
      await Promise.all([runUpkeep(before), runUpkeep(before)]);
      await runUpkeep(before);
      expect(await timersOf(sending)).toEqual([`${first}-${again}`]);
    }
  });

  it("waits with a notice's timer until its last day: a county has far more hanging than end soon", async () => {
    const sending = await hung();
    const notice = desk.db.doc(paths.notice(sending.id));
    const [end, far] = [(await notice.get()).get("closesAt") as unknown, new Date(Date.now() + 3 * DAY)];
    await desk.empty("closeNotice");
    await notice.update({ closesAt: far });
    await runUpkeep(new Date(far.getTime() - DAY - 1000));
    expect(await timersOf(sending)).toEqual([]);
    await runUpkeep(new Date(far.getTime() - DAY + 1000));
    expect(await timersOf(sending)).toEqual([`close-${sending.id}-${far.getTime()}`]);
    await notice.update({ closesAt: end });
  });

  it("gets the next periodic run back by whoever asks for it, and one run alone for each slot of time", async () => {
    const now = new Date(Date.now() + 5 * DAY);
    const runs = async () => (await desk.timers("upkeep")).length;
    await Promise.all([setNextRun(now), setNextRun(now)]);
    expect(await runs()).toBe(1);
    await desk.empty("upkeep");
    expect(await runs()).toBe(0);
    await Promise.all([setNextRun(now), setNextRun(now)]);
    await setNextRun(now);
    expect(await runs()).toBe(1);
    await desk.empty("upkeep");
    for (let more = 0; more < 10; more += 1) await setNextRun(now).then(() => desk.empty("upkeep"), () => undefined);
    await expect(setNextRun(now)).rejects.toThrow("blocked");
  });

  it("is started anew in production by the clock that looks every quarter of an hour", async () => {
    await desk.empty("upkeep");
    await startUpkeep.run({} as Parameters<typeof startUpkeep.run>[0]);
    expect(await desk.timers("upkeep")).toHaveLength(1);
  });

  it("does not end the chain of runs when one is delivered a little before its time", async () => {
    await desk.empty("upkeep");
    const slot = Math.ceil((Date.now() + 6 * DAY) / DAY) * DAY;
    await setNextRun(new Date(slot - 20_000));
    await setNextRun(new Date(slot - 50));
    expect(new Set((await desk.timers("upkeep")).map((name) => name.split("-")[2])).size).toBe(2);
  });
});

describe("a county where more notices hang than one run looks at", () => {
  it("ends the one that is due, whichever of them is found first", async () => {
    const sample = fresh();
    await bring(desk, [sample], "verified");
    const sending = publication([sample], "zz-is-due-1");
    await applied(desk.act("committee", sending));
    const due = await desk.look(paths.notice(sending.id));
    const elsewhere = { ...due, campaign: "elsewhere", closesAt: new Date(Date.now() + 20 * 86_400_000) };
    const hanging = Array.from({ length: 200 }, (_, at) => desk.db.doc(paths.notice(`aa-hangs-${at}`)));
    const [hang, clear] = [desk.db.batch(), desk.db.batch()];
    for (const ref of hanging) {
      hang.set(ref, elsewhere);
      clear.delete(ref);
    }
    await hang.commit();
    await vi.waitFor(async () => {
      await runUpkeep(new Date());
      await runUpkeep(inAMinute());
      expect(await desk.statusOf(sample)).toBe("townReview");
    }, { timeout: 40_000, interval: 300 }).finally(() => clear.commit());
  });
});

describe("many at once in one village", () => {
  it("takes fifty actions at the same time, and its counters are what a recount gives", async () => {
    const samples = Array.from({ length: 25 }, fresh);
    const outcomes = await Promise.all(samples.map((sample) => desk.act("committee", submission([sample]))));
    expect(outcomes.map(verdict)).toEqual(samples.map(() => "submitted"));
    const second = await Promise.all(samples.map((sample) => desk.act("cadre", survey(sample))));
    expect(second.map(verdict)).toEqual(samples.map(() => "surveyed"));
    expect(await desk.brokenPromises()).toEqual([]);
  });

  it("lets one of two applications that name the same person through, when both come at once", async () => {
    const one = fresh();
    const other = { ...poorHousehold({ village: desk.town.first, seed, memberCount: 2 }) };
    const outcomes = await Promise.all([one, other].map((sample) => desk.act("committee", submission([sample]))));
    expect(outcomes.map(verdict).sort()).toEqual(["identityTaken", "submitted"]);
  });

  it("gives every entry of the register a number of its own, when the county approves twice at once", async () => {
    const samples = [fresh(), fresh(), fresh(), fresh()];
    await bring(desk, samples, "verified");
    for (const [publisher, reviewer] of [["committee", "mayor"], ["officer", "county"]] as const) {
      const sending = publication(samples);
      await applied(desk.act(publisher, sending));
      await desk.waitForEnd(sending.id);
      if (reviewer === "mayor") await applied(desk.act(reviewer, approval(samples)));
    }
    const outcomes = await Promise.all([samples.slice(0, 2), samples.slice(2)].map((some) => desk.act("county", approval(some))));
    expect(outcomes.flatMap((outcome) => Object.values(refusalsIn(outcome)))).toEqual(Array.from({ length: 4 }, () => "approved"));
    const entries = await desk.db.collection("households").where("register", "==", desk.town.campaign).get();
    expect(entries.docs.map(({ id }) => id.slice(-4)).sort()).toEqual(["0001", "0002", "0003", "0004"]);
  });

  it("takes the three verifications at the same time, each once", async () => {
    const sample = fresh();
    await bring(desk, [sample], "nominated");
    const outcomes = await Promise.all((["committee", "officer", "cadre"] as const).map((seat) => desk.act(seat, verification([sample]))));
    expect(outcomes.map(verdict).sort()).toEqual(["nominated", "nominated", "verified"]);
  });

  it("leaves data that keep every promise", async () => {
    expect(await desk.brokenPromises()).toEqual([]);
  });
});
