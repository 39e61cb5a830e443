import type { Application } from "@domain/application.ts";
import type { VillageProgress } from "@domain/campaign.ts";
import { paths } from "@domain/paths.ts";
import type { Status, Track } from "@domain/status.ts";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { verify } from "../verify/verify.ts";
import type { Sample } from "./households.ts";
import { exitingHousehold, poorHousehold, writeRegister } from "./households.ts";
import { applied, appraisal, approval, holdMeeting, proposal, publication, submission, survey, verdict, verification } from "./office.ts";
import { Stage } from "./stage.ts";
import { personAt } from "./town.ts";

/** Both lists of one village from the draft to the register, by signed-in people under the rules, with real timers. */

let stage: Stage;
let entry: string;
let farmers: Sample;
let clerks: Sample;
let exiting: Sample;
let unloved: Sample;
let all: Sample[];
let going: Sample[];
let firstNotice: string;
let secondNotice: string;

beforeAll(async () => {
  stage = await Stage.open({ number: 1, seconds: 4 });
  const { first: village } = stage.town;
  entry = (await writeRegister(stage.db, stage.town, village, 2))[0] ?? "";
  farmers = poorHousehold({ village, seed: 101, memberCount: 4 });
  clerks = poorHousehold({ village, seed: 102, memberCount: 2 });
  unloved = poorHousehold({ village, seed: 103, memberCount: 5 });
  exiting = exitingHousehold({ village, seed: 104, memberCount: 3, household: entry });
  all = [farmers, clerks, exiting, unloved];
  going = [farmers, clerks, exiting];
});
afterAll(() => stage.close());

const get = async ({ id }: Sample) => (await stage.application(id)) as Application;

async function count(track: Track, status: Status) {
  const village = (await stage.look(paths.village(stage.town.campaign, stage.town.first.code))) as VillageProgress;
  const { households = 0, people = 0 } = village.counts[track][status] ?? {};
  return { households, people };
}

async function hiddenLeft(): Promise<number> {
  const actions = await stage.db.collection("actions").where("campaign", "==", stage.town.campaign).get();
  const left = await Promise.all(actions.docs.map(({ ref }) => ref.collection("private").listDocuments()));
  return left.flat().length;
}

describe("from the application to the meeting (the plan, step 2)", () => {
  it("gives the farmer a receipt number, and puts the number on the card away where nobody reads it", async () => {
    const farmer = await stage.farmer("one");
    const outcome = await applied(stage.actAs(farmer, submission([farmers])));
    const target = outcome.targets[farmers.id];
    const application = await get(farmers);
    expect(application).toMatchObject({ status: "submitted", applicant: farmer.uid, hands: { applied: farmer.uid }, chain: { length: 1 } });
    expect(target).toMatchObject({ applied: true, seq: 1, receiptNo: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/) });
    expect(application.receiptNo).toBe(target?.applied && target.receiptNo);
    expect(await stage.look(paths.receipt(application.receiptNo ?? ""))).toEqual({ application: farmers.id });
    expect(JSON.stringify(application)).not.toContain(farmers.numbers[0]);
    expect(await stage.look(paths.applicationPrivate(farmers.id))).toMatchObject({ "householder.idNo": farmers.numbers[0] });
    expect(application.identities).toHaveLength(1);
    expect(await stage.look(paths.identity(stage.town.campaign, application.identities[0] ?? ""))).toEqual({ campaign: stage.town.campaign, application: farmers.id, track: "identify" });
  });

  it("takes the clerk's applications and the proposal of an exit from last year's register", async () => {
    await applied(stage.act("committee2", submission([clerks, unloved])));
    await applied(stage.act("cadre", proposal([exiting])));
    expect(await stage.look(paths.household(entry))).toMatchObject({ status: "registered", exit: exiting.id });
    expect(await count("identify", "submitted")).toEqual({ households: 3, people: 11 });
    expect(await count("exit", "submitted")).toEqual({ households: 1, people: 3 });
  });

  it("keeps the survey with masked numbers, and each of its people for this household alone", async () => {
    for (const sample of all) await applied(stage.act(sample === farmers ? "cadre" : "officer", survey(sample)));
    const application = await get(farmers);
    expect(application).toMatchObject({ status: "surveyed", facts: { householder: farmers.householder, memberCount: 4 } });
    expect(application.identities).toHaveLength(4);
    const form = JSON.stringify(await stage.look(paths.surveyForm(farmers.id)));
    for (const number of farmers.numbers) expect(form).not.toContain(number);
    const kept = Object.values((await stage.look(paths.applicationPrivate(farmers.id))) ?? {});
    expect(kept).toEqual(expect.arrayContaining(farmers.numbers));
    expect(await hiddenLeft()).toBe(0);
    expect(await count("identify", "submitted")).toEqual({ households: 0, people: 0 });
  });

  it("nominates by more than half of those present, and not otherwise, all at one meeting", async () => {
    const meeting = appraisal(all);
    meeting.input.votes[unloved.id] = { yes: 15, no: 15, abstain: 0, recused: [] };
    await holdMeeting(stage, meeting);
    expect((await get(farmers)).appraisal).toMatchObject({ yes: 25, no: 5, present: 30 });
    expect([(await get(farmers)).status, (await get(unloved)).status]).toEqual(["nominated", "notNominated"]);
    expect(await stage.look(paths.evidence(meeting.photos?.[0] ?? ""))).toMatchObject({ village: stage.town.first.code, kind: "minutes" });
    expect(await count("identify", "notNominated")).toEqual({ households: 1, people: 5 });
  });

  it("waits for each of the three who verify", async () => {
    const before = [];
    for (const seat of ["committee", "officer2", "cadre"] as const) before.push(verdict(await stage.act(seat, verification([farmers, clerks]))));
    expect(before).toEqual(["nominated", "nominated", "verified"]);
    /* Whoever proposed the exit does not verify it: the village's own cadre here. */
    for (const seat of ["committee", "officer"] as const) await applied(stage.act(seat, verification([exiting])));
    expect(verdict(await stage.act("cadre", verification([exiting])))).toBe("sameHands");
  });

  it("lets the village withdraw an exit and propose it anew", async () => {
    await applied(stage.act("committee", { type: "withdraw", targets: [exiting.id], input: { reasons: "由另一人重新提名" } }));
    expect(await stage.look(paths.household(entry))).toMatchObject({ status: "registered", exit: null });
    exiting = exitingHousehold({ village: stage.town.first, seed: 104, memberCount: 3, household: entry });
    going = [farmers, clerks, exiting];
    await applied(stage.act("committee", proposal([exiting])));
    await applied(stage.act("cadre", survey(exiting)));
    await holdMeeting(stage, appraisal([exiting]));
    for (const seat of ["committee", "officer", "cadre"] as const) await applied(stage.act(seat, verification([exiting])));
    expect((await get(exiting)).status).toBe("verified");
  });
});

describe("the two notices and reviews (the plan, step 3)", () => {
  it("hangs both lists as one notice with serial, group, householder, people and list, and nothing else", async () => {
    const sending = publication(going);
    await applied(stage.act("committee", sending));
    firstNotice = sending.id;
    const notice = await stage.look(paths.notice(firstNotice));
    const lines = (notice?.["list"] as Record<string, unknown>[]).map((line) => Object.keys(line).sort());
    expect(lines).toEqual(Array.from({ length: 3 }, () => ["group", "householder", "people", "serial", "track"]));
    expect(notice).toMatchObject({ round: "village", status: "open", village: stage.town.first.code, publishedBy: { action: firstNotice } });
    expect(await stage.look(paths.noticeHouseholds(firstNotice))).toEqual({ applications: going.map(({ id }) => id) });
    expect((await get(clerks)).notice).toEqual({ id: firstNotice, round: "village", serial: 2 });
    expect(await count("identify", "villageNotice")).toEqual({ households: 2, people: 6 });
  });

  it("ends by its own timer, not before its period, and passes the households to the town", async () => {
    const notice = await vi.waitUntil(async () => {
      const now = await stage.look(paths.notice(firstNotice));
      return now?.["status"] === "closed" ? now : undefined;
    }, { timeout: 40_000, interval: 100 });
    const millis = (key: string) => (notice[key] as { toMillis: () => number }).toMillis();
    expect(millis("closesAt") - millis("opensAt")).toBe(4000);
    expect(millis("closedAt")).toBeGreaterThanOrEqual(millis("closesAt"));
    expect(await Promise.all(going.map(async (one) => (await get(one)).status))).toEqual(["townReview", "townReview", "townReview"]);
  });

  it("comes back to the survey with reasons when the town returns it, and is said anew from there", async () => {
    await applied(stage.act("mayor", { type: "return", targets: [clerks.id], input: { reasons: "收入核算不清" } }));
    const returned = await get(clerks);
    expect(returned).toMatchObject({ status: "surveyed", notice: null, appraisal: null, hands: { verified: {}, published: [] }, returned: { reasons: "收入核算不清", role: "townGovernment" } });
    await applied(stage.act("committee", { type: "withdraw", targets: [clerks.id], input: { reasons: "本人不再申请" } }));
    const withdrawn = await get(clerks);
    expect(withdrawn).toMatchObject({ status: "withdrawn", identities: [] });
    expect(await stage.look(paths.identity(stage.town.campaign, returned.identities[0] ?? ""))).toBeUndefined();
  });

  it("goes on by the town's review to the second notice, which the town's officer hangs", async () => {
    await applied(stage.act("mayor", approval([farmers, exiting])));
    expect((await get(farmers)).hands.reviewed).toBe(personAt(stage.town, "mayor").uid);
    const sending = publication([farmers, exiting]);
    await applied(stage.act("officer", sending));
    secondNotice = sending.id;
    expect(await stage.look(paths.notice(secondNotice))).toMatchObject({ round: "town", status: "open" });
    await vi.waitUntil(async () => (await get(farmers)).status === "countyReview", { timeout: 40_000, interval: 100 });
  });

  it("makes the register entry with the next number when the county approves, and ends the entry of an exit", async () => {
    const outcome = await applied(stage.act("county", approval([farmers, exiting])));
    const made = `${stage.town.campaign}-${stage.town.first.code}0003`;
    expect(outcome.targets[farmers.id]).toMatchObject({ to: "approved", household: made });
    expect(await get(farmers)).toMatchObject({ status: "approved", household: made });
    expect(await stage.look(paths.household(made))).toMatchObject({ status: "registered", application: farmers.id, memberCount: 4, exit: null });
    expect(await get(exiting)).toMatchObject({ status: "exited" });
    expect(await stage.look(paths.household(entry))).toMatchObject({ status: "ended", ended: { application: exiting.id, reason: "exit" } });
    expect(await count("identify", "approved")).toEqual({ households: 1, people: 4 });
    expect(await count("exit", "exited")).toEqual({ households: 1, people: 3 });
  });

  it("leaves data that keep every promise", async () => {
    const { invariants } = await verify(stage.suite, { campaign: stage.town.campaign });
    expect(invariants.filter(({ broken }) => broken.length > 0).map(({ id, broken }) => ({ id, broken }))).toEqual([]);
  });
});
