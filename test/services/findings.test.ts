import type { Application } from "@domain/application.ts";
import { paths } from "@domain/paths.ts";
import type { Findings, VillageFindings } from "@domain/register.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Desk } from "./desk.ts";
import type { Sample } from "../functions/households.ts";
import { poorHousehold } from "../functions/households.ts";
import { applied, appraisal, bring, confirmMeeting, publication, refusalsIn, submission, survey, verdict, verification } from "../functions/office.ts";
import type { Seat } from "../functions/town.ts";

/** What the checks ask from the survey on, who answers, and what stands still meanwhile (the plan, 四; domain.md, section 8). */

let desk: Desk;
let seed = 7900;

beforeAll(async () => {
  desk = await Desk.open({ number: 79, seconds: 1, quotaMode: "off" });
});
afterAll(() => desk.close());

type Shown = { head: Record<string, unknown>; booklet: Record<string, unknown> };

/** A household of the first village whose survey says something else. */
function household(change: (shown: Shown) => void = () => {}, memberCount = 3): Sample {
  seed += 1;
  const sample = poorHousehold({ village: desk.town.first, seed, memberCount });
  change(sample.survey.shown as Shown);
  return sample;
}

const surveyed = async (...samples: Sample[]) => {
  await applied(desk.act("committee", submission(samples)));
  for (const sample of samples) await applied(desk.act("cadre", survey(sample)));
};
const applicationOf = async ({ id }: Sample) => (await desk.look(paths.application(id))) as Application;
const rowsOf = async ({ id }: Sample) => ((await desk.look(paths.findings(id))) as Findings).rows;
const rowOf = async (sample: Sample, rule: string) => (await rowsOf(sample)).find((row) => row.rule === rule);
const answer = (seat: Seat, { id }: Sample, rule: string) => desk.act(seat, { type: "answerFinding", targets: [id], input: { rule, answer: "已入户核实，二〇一三年结婚后分户" } });

describe("a household split off for the list (拆户、分户)", () => {
  it("is not heard by the meeting until whom it asks has answered in writing; the others are", async () => {
    const [split, whole] = [household(({ booklet }) => (booklet.splitOn = "2013-03-01")), household()];
    await surveyed(split, whole);
    expect((await applicationOf(split)).questions.rules).toContain("HH-08");
    const refused = await desk.act("committee", appraisal([split, whole]));
    expect(refusalsIn(refused)).toEqual({ [split.id]: "questionsOpen", [whole.id]: "nominated" });
    const problem = Object.values(refused.targets).find((one) => !one.applied);
    expect(problem?.applied === false && problem.problem.zh).toContain("近两年分户、拆户（镇扶贫专干）");
    expect([verdict(await answer("committee", split, "HH-08")), verdict(await answer("cadre", split, "HH-08"))]).toEqual(["notAsked", "notAsked"]);
    expect(verdict(await answer("officer", split, "HH-08"))).toBe("surveyed");
    expect(verdict(await desk.act("committee", appraisal([split])))).toBe("nominated");
    expect((await rowOf(split, "HH-08"))?.answer).toMatchObject({ role: "povertyOfficer", text: expect.stringContaining("分户") });
  });

  it("is settled when the survey is put right, and the row stays to be read", async () => {
    const sample = household(({ booklet }) => (booklet.splitOn = "2013-03-01"));
    await surveyed(sample);
    (sample.survey.shown as Shown).booklet = {};
    await applied(desk.act("cadre", survey(sample)));
    expect(await rowOf(sample, "HH-08")).toMatchObject({ settledAt: expect.anything(), answer: null });
    expect((await applicationOf(sample)).questions.rules).not.toContain("HH-08");
  });

  it("is asked of both when two people alone live at one address, whoever was surveyed first; the clock asks the first one", async () => {
    const alone = ({ head }: Shown) => Object.assign(head, { address: "先明峡村一社 9 号", phoneOwner: "relative" });
    const [first, second] = [household(alone, 1), household(alone, 1)];
    await surveyed(first, second);
    expect([await rowOf(first, "HH-07"), (await rowOf(second, "HH-07"))?.level]).toEqual([undefined, "doubt"]);
    await desk.settle();
    expect((await applicationOf(first)).questions.rules).toContain("HH-07");
    const [, clock] = (await desk.db.collection("actions").where("targets", "array-contains", first.id).where("by", "==", "clock").get()).docs.map((doc) => doc.get("type"));
    expect(clock ?? "runChecks").toBe("runChecks");
    /* The other one moves: nothing is asked any more. */
    Object.assign((second.survey.shown as Shown).head, { address: "先明峡村二社 1 号", groupName: "二社" });
    Object.assign((second.survey.shown as Shown).head, { groupName: "没有别人的社" });
    await applied(desk.act("cadre", survey(second)));
    await desk.settle();
    expect((await rowsOf(first)).filter(({ rule, settledAt }) => rule === "HH-07" && settledAt === null)).toEqual([]);
  });
});

describe("an empty household (空挂户)", () => {
  it("is not heard before the village has said who lives there", async () => {
    const sample = household(({ head }) => (head.residentCount = 0));
    await surveyed(sample);
    expect(verdict(await desk.act("committee", appraisal([sample])))).toBe("questionsOpen");
    expect(verdict(await answer("committee", sample, "EX-03"))).toBe("surveyed");
    expect(verdict(await desk.act("committee", appraisal([sample])))).toBe("nominated");
  });
});

describe("what the campaign says", () => {
  it("decides which step a rule stands before, or that it stands before none", async () => {
    const own = { targets: [desk.town.campaign], area: desk.town.code };
    const save = (blocks: Record<string, "appraisal" | null>) =>
      applied(desk.act("office", { ...own, type: "saveCampaign", input: { settings: { ...desk.town.settings, findings: { blocks } }, open: true } }));
    const sample = household(({ booklet }) => (booklet.splitOn = "2013-03-01"));
    await surveyed(sample);
    /* At the next step already, without another run of the checks. */
    await save({ "HH-08": null });
    const meeting = appraisal([sample]);
    expect(verdict(await desk.act("committee", meeting))).toBe("nominated");
    await save({});
    for (const seat of ["cadre", "officer"] as const) await applied(desk.act(seat, confirmMeeting(meeting)));
    for (const seat of ["committee", "officer", "cadre"] as const) await applied(desk.act(seat, verification([sample])));
    expect(verdict(await desk.act("committee", publication([sample])))).toBe("questionsOpen");
  });
});

describe("sharing out evenly (平均分配)", () => {
  const villageFindings = async () => (await desk.look(paths.villageFindings(desk.town.campaign, desk.town.first.code))) as VillageFindings | undefined;

  it("is asked of a meeting that gave five households the same votes, and answered by the town", async () => {
    const samples = Array.from({ length: 5 }, () => household());
    await bring(desk, samples, "nominated");
    const asked = (await villageFindings())?.rows.find(({ rule }) => rule === "EV-02");
    expect(asked).toMatchObject({ level: "doubt", answer: null });
    const say = (seat: Seat) => desk.act(seat, { type: "answerVillageFinding", targets: [desk.town.campaign], area: desk.town.code, input: { of: desk.town.first.code, rule: "EV-02", answer: "逐户无记名投票，有票箱照片" } });
    expect(verdict(await say("committee"))).toBe("roleNotAllowed");
    await applied(say("officer"));
    expect([(await villageFindings())?.open, (await villageFindings())?.rows[0]?.answer?.role]).toEqual([0, "povertyOfficer"]);
  });

  it("leaves data that keep every promise", async () => {
    await desk.settle();
    expect(await desk.brokenPromises()).toEqual([]);
  });
});
