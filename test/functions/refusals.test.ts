import type { Outcome } from "@domain/action.ts";
import type { ActionType } from "@domain/actionInputs.ts";
import { paths } from "@domain/paths.ts";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { newId } from "../play/player.ts";
import type { Sample } from "./households.ts";
import { exitingHousehold, poorHousehold, writeRegister } from "./households.ts";
import type { Doing } from "./office.ts";
import { applied, appraisal, approval, bring, holdMeeting, proposal, publication, refusalsIn, submission, survey, verdict, verification } from "./office.ts";
import { Stage } from "./stage.ts";
import { personAt } from "./town.ts";

/** What is refused is refused by name, through the rules and the trigger; and one refused never stops the others. */

let stage: Stage;
let seed = 500;

beforeAll(async () => {
  stage = await Stage.open({ number: 5, seconds: 300, quota: { identify: 30, exit: 30 } });
});
afterAll(() => stage.close());

const fresh = (wish: { memberCount?: number; perHead?: "above" } = {}) => poorHousehold({ village: stage.town.first, seed: (seed += 1), memberCount: 2, ...wish });
const act = <T extends ActionType>(...doing: Parameters<typeof stage.act<T>>) => stage.act(...doing);

/** Writes an action past the rules, as only an administrator could, and waits for what becomes of it. */
async function force(fields: Record<string, unknown>): Promise<Outcome> {
  const { uid: by, role, area } = personAt(stage.town, "committee");
  const id = newId();
  const sound = { type: "verify", campaign: stage.town.campaign, area, areas: [area.slice(0, 6), area.slice(0, 9), area], by, role, at: new Date(), targets: ["nobody-there"], input: {}, pending: true };
  await stage.db.doc(paths.action(id)).create({ ...sound, ...fields });
  return vi.waitUntil(async () => (await stage.look(paths.action(id)))?.["outcome"] as Outcome | undefined, { timeout: 30_000, interval: 50 });
}

describe("a list of forty", () => {
  it("is done but for those that are refused, each by its own reason", async () => {
    const samples = Array.from({ length: 40 }, () => fresh({ memberCount: 1 }));
    const twin = { ...(samples[3] as Sample), id: newId() };
    twin.draft = { ...twin.draft, id: twin.id };
    const incomplete = fresh();
    incomplete.draft = { ...incomplete.draft, form: { place: {} } };
    const unnumbered = { ...fresh(), hidden: {} };
    const sending = submission([...samples, twin, incomplete, unnumbered]);
    sending.targets.push("no-such-draft");
    delete sending.hidden?.[unnumbered.id];
    const outcome = await act("committee", sending);
    const refused = Object.entries(refusalsIn(outcome)).filter(([, name]) => name !== "submitted");
    expect(refused).toEqual([[twin.id, "identityTaken"], [incomplete.id, "invalidInput"], [unnumbered.id, "invalidInput"], ["no-such-draft", "unknownTarget"]]);
    expect([outcome.applied, outcome.refused]).toEqual([40, 4]);
    const kept = await stage.application(incomplete.id);
    expect(kept).toMatchObject({ status: "draft", form: { place: {} } });
  });
});

describe("forms", () => {
  it("tells each wrong field, and keeps what was typed in the draft", async () => {
    const sample = fresh();
    const form = { ...(sample.draft.form as Record<string, object>), people: { memberCount: 2, laborCount: 3 } };
    sample.draft = { ...sample.draft, form };
    const outcome = await act("committee", submission([sample]));
    const target = outcome.targets[sample.id];
    expect(target?.applied === false && target.problem).toMatchObject({ code: "invalidInput", fields: [{ path: "people.laborCount", code: "laborAboveMembers", zh: expect.any(String), en: expect.any(String) }] });
    expect((await stage.application(sample.id))?.["form"]).toEqual(form);
  });

  it("refuses a survey with wrong fields by their paths, and one of which the numbers did not arrive", async () => {
    const sample = fresh();
    await applied(act("committee", submission([sample])));
    const shown = structuredClone(sample.survey.shown) as { income: { wage: unknown }; land: { farmland: unknown } };
    shown.income.wage = "many";
    shown.land.farmland = -1;
    const outcome = await act("cadre", { ...survey(sample), input: { survey: shown } });
    const target = outcome.targets[sample.id];
    const fields = target?.applied === false ? target.problem.fields?.map(({ path, code }) => `${path} ${code}`) : [];
    expect(fields).toEqual(["income.wage notNumber", "land.farmland outOfRange"]);
    const without = await act("cadre", { ...survey(sample), hidden: {} });
    const missing = without.targets[sample.id];
    const codes = missing?.applied === false ? missing.problem.fields?.map(({ code }) => code) : [];
    expect(codes).toContain("privateMissing");
    expect((await stage.application(sample.id))?.["status"]).toBe("submitted");
  });

  it("asks why a household at or above the line is to be listed, and refuses an exit below it", async () => {
    const rich = fresh({ perHead: "above" });
    await applied(act("committee", submission([rich])));
    const silent = { ...(rich.survey.shown as object), line: {} };
    expect(verdict(await act("cadre", { ...survey(rich), input: { survey: silent } }))).toBe("lineNeedsReason");
    expect(verdict(await act("cadre", survey(rich)))).toBe("surveyed");
  });

  it("refuses a person who belongs to another application already", async () => {
    const first = fresh();
    await applied(act("committee", submission([first])));
    const again = { ...poorHousehold({ village: stage.town.first, seed, memberCount: 2 }) };
    expect(verdict(await act("committee2", submission([again])))).toBe("identityTaken");
  });

  it("refuses an exit of nobody in the register, and a second exit of one household, also within one list", async () => {
    const [entry = ""] = await writeRegister(stage.db, stage.town, stage.town.first, 1);
    const exit = (household: string) => exitingHousehold({ village: stage.town.first, seed: (seed += 1), household });
    const [one, two, three] = [exit(entry), exit(entry), exit(entry)];
    const stranger = exit(`${stage.town.campaign}-${stage.town.first.code}0999`);
    expect(verdict(await act("cadre", proposal([stranger])))).toBe("registerUnknown");
    expect(Object.values(refusalsIn(await act("cadre", proposal([one, two]))))).toEqual(["submitted", "exitProposed"]);
    expect(verdict(await act("committee", proposal([three])))).toBe("exitProposed");
    const below = exitingHousehold({ village: stage.town.first, seed, household: entry, perHead: "below" });
    expect(verdict(await act("cadre", { ...survey(one), input: { survey: below.survey.shown }, hidden: { [one.id]: below.survey.hidden } }))).toBe("belowLine");
  });
});

describe("who, where and when", () => {
  it("refuses another village's household, an unknown one, and what has changed since it was looked at", async () => {
    const sample = fresh();
    await applied(act("committee", submission([sample])));
    const elsewhere: Doing<"recordSurvey"> = { ...survey(sample), area: stage.town.second.code };
    expect(verdict(await act("neighbourCadre", elsewhere))).toBe("wrongVillage");
    expect(verdict(await act("cadre", { ...survey(sample), targets: ["not-a-household"], hidden: {} }))).toBe("unknownTarget");
    expect(verdict(await act("cadre", { ...survey(sample), seen: { [sample.id]: 0 } }))).toBe("stale");
  });

  it("refuses a village that the campaign does not have, also from a farmer", async () => {
    const sample = poorHousehold({ village: { code: `${stage.town.code}999`, name: "没有的村" }, seed: (seed += 1), memberCount: 1 });
    expect(verdict(await stage.actAs(await stage.farmer("lost"), submission([sample])))).toBe("wrongVillage");
  });

  it("refuses an early step, and says who has it now", async () => {
    const sample = fresh();
    await applied(act("committee", submission([sample])));
    const outcome = await act("mayor", approval([sample]));
    const target = outcome.targets[sample.id];
    expect(target?.applied === false && target.problem).toMatchObject({ code: "wrongStatus", zh: expect.stringContaining("村两委"), en: expect.stringContaining("village committee") });
  });

  it("refuses a farmer another's household", async () => {
    const sample = fresh();
    await applied(stage.actAs(await stage.farmer("owner"), submission([sample])));
    const stranger = await stage.farmer("stranger");
    expect(verdict(await stage.actAs(stranger, { type: "withdraw", targets: [sample.id], input: { reasons: "不申请了" } }))).toBe("notYours");
    expect(verdict(await stage.actAs(await stage.farmer("owner"), { type: "withdraw", targets: [sample.id], input: { reasons: "不申请了" } }))).toBe("withdrawn");
  });

  it("refuses everybody before the campaign is open, and outside a campaign", async () => {
    const other = `${stage.town.campaign}-later`;
    const settings = { ...stage.town.settings, register: other };
    const own = { campaign: other, area: stage.town.code, targets: [other] };
    await applied((await stage.player("office")).send({ ...own, type: "saveCampaign", input: { settings, open: false } }));
    const sample = fresh();
    const clerk = await stage.player("committee");
    expect(verdict(await clerk.send({ campaign: other, ...submission([sample]), area: stage.town.first.code }))).toBe("campaignNotOpen");
    expect(verdict(await clerk.send({ campaign: "no-such-campaign", ...submission([fresh()]), area: stage.town.first.code }))).toBe("wrongCampaign");
  });

  it("refuses a meeting whose minutes did not arrive, or to which too few came", async () => {
    const sample = fresh();
    await bring(stage, [sample], "surveyed");
    const whole = appraisal([sample]);
    for (const photos of [[], whole.photos?.slice(0, 1) ?? []]) expect(verdict(await act("committee", { ...appraisal([sample]), input: whole.input, photos }))).toBe("evidenceMissing");
    expect(verdict(await act("committee", appraisal([sample], { changes: { present: 23 }, yes: 20 })))).toBe("quorumMissed");
  });

  it("lets nobody verify who is recused, or a second time", async () => {
    const sample = fresh();
    await bring(stage, [sample], "surveyed");
    const meeting = appraisal([sample]);
    meeting.input.votes[sample.id] = { yes: 25, no: 4, abstain: 0, recused: [{ name: "某专干", staff: personAt(stage.town, "officer").uid, reason: "亲属" }] };
    await holdMeeting({ act }, meeting, ["committee", "cadre", "officer2"]);
    expect(verdict(await act("officer", verification([sample])))).toBe("recused");
    await applied(act("officer2", verification([sample])));
    expect(verdict(await act("officer2", verification([sample])))).toBe("verifiedAlready");
  });
});

describe("what no client can send", () => {
  it.each([
    ["without a type", { type: "abolish" }, "malformedAction"],
    ["with a target that is a path", { targets: ["a/b/c/d/e"] }, "malformedAction"],
    ["with a time as text", { at: "yesterday" }, "malformedAction"],
    ["with an input of another action", { input: { decision: "uphold" } }, "invalidInput"],
    ["with a photo by path", { type: "publishNotice", input: { place: "村口", phone: "0935-1234567", boardPhotos: ["a/b/c/d/e/f"] } }, "invalidInput"],
    ["in a role that may not", { type: "approve" }, "roleNotAllowed"],
    ["in a role not held", { type: "approve", role: "townGovernment" }, "notHeld"],
    ["by somebody without an account", { by: "nobody-at-all" }, "notHeld"],
  ])("an action %s ends by name when an administrator writes it", async (_how, fields, name) => {
    expect(verdict(await force(fields))).toBe(name);
  });

  it("a second action of the same id is refused by the rules, and the first one's outcome stays", async () => {
    const sample = fresh();
    const sending = { ...submission([sample]), id: newId() };
    const first = await applied(act("committee", sending));
    const player = await stage.player("committee");
    const again = player.append({ campaign: stage.town.campaign, ...sending, area: stage.town.first.code, drafts: [], hidden: {} });
    await expect(again).rejects.toMatchObject({ code: "permission-denied" });
    expect(await player.outcomeOf(sending.id)).toEqual(first);
  });
});

describe("the village's size of ten", () => {
  it("keeps whoever would pass it on the reserve list, until there is room", async () => {
    const [six, four, one] = [fresh({ memberCount: 6 }), fresh({ memberCount: 4 }), fresh({ memberCount: 1 })];
    await bring(stage, [six, four, one], "verified");
    expect(Object.values(refusalsIn(await act("committee", publication([six, four, one]))))).toEqual(["villageNotice", "villageNotice", "overQuota"]);
    expect((await stage.application(one.id))?.["status"]).toBe("verified");
    await applied(act("committee", { type: "withdraw", targets: [four.id], input: { reasons: "本人撤回" } }));
    expect(verdict(await act("committee", publication([one])))).toBe("villageNotice");
  });

  it("is told in advisory mode and ignored when it is off", async () => {
    const campaign = stage.db.doc(paths.campaign(stage.town.campaign));
    const warnings = [];
    for (const quotaMode of ["advisory", "off"] as const) {
      await campaign.update({ quotaMode });
      const sample = fresh({ memberCount: 9 });
      await bring(stage, [sample], "verified");
      const target = (await applied(act("committee", publication([sample])))).targets[sample.id];
      warnings.push(target?.applied ? target.warning?.code : "refused");
    }
    await campaign.update({ quotaMode: "hard" });
    expect(warnings).toEqual(["overQuota", undefined]);
  });
});
