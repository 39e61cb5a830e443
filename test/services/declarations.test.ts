import { CampaignSettings } from "@domain/campaign.ts";
import { paths } from "@domain/paths.ts";
import type { Refusal } from "@domain/problems.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getCaller } from "../../functions/src/services/caller.ts";
import type { DeclarationRequest } from "../../functions/src/services/declarations.ts";
import { declareRelatives } from "../../functions/src/services/declarations.ts";
import { endRetention } from "../../functions/src/services/retention.ts";
import { rehearsal } from "../seed/campaign2013.ts";
import { Desk } from "./desk.ts";
import type { Sample } from "../functions/households.ts";
import { poorHousehold } from "../functions/households.ts";
import { applied, appraisal, bring, confirmMeeting, holdMeeting, refusal, refusalsIn, submission, survey, verdict, verification } from "../functions/office.ts";
import type { Seat } from "../functions/town.ts";
import { personAt } from "../functions/town.ts";

/** A favour for a relative, tried in each way that the plan forbids (优亲厚友), and caught. */

let desk: Desk;
let seed = 4_200;

beforeAll(async () => {
  desk = await Desk.open({ number: 42, seconds: 300, quotaMode: "off" });
});
afterAll(() => desk.close());

const fresh = (memberCount = 3) => poorHousehold({ village: desk.town.first, seed: (seed += 1), memberCount });
const uidOf = (seat: Seat) => personAt(desk.town, seat).uid;
const recusedFrom = async ({ id }: Sample) => (await desk.look(paths.application(id)))?.["recused"];

async function declare(seat: Seat, { self, relatives = [] }: { self?: string | undefined; relatives?: (string | undefined)[] }) {
  const request: DeclarationRequest = { campaign: desk.town.campaign, ...(self && { self }), relatives: relatives.map((idNo = "") => ({ idNo, relation: "sibling" })) };
  return declareRelatives(await getCaller(uidOf(seat)), request);
}
const linesOf = async (seat: Seat) => (await desk.db.collection(`${paths.declaration(desk.town.campaign, uidOf(seat))}/lines`).get()).docs.map((doc) => doc.data());

/** Delivers the check runs that the clock has appended. */
async function recheck(): Promise<void> {
  const { docs } = await desk.db.collection("actions").where("pending", "==", true).where("by", "==", "clock").get();
  for (const { id } of docs) await desk.deliver(id);
}

describe("a relative's favour, declared by the staff", () => {
  it("ends at the survey already, whoever of the household is the relative", async () => {
    const sample = fresh();
    await bring(desk, [sample], "submitted");
    await declare("cadre", { relatives: [sample.numbers[2]] });
    expect(verdict(await desk.act("cadre", survey(sample)))).toBe("recused");
    expect(verdict(await desk.act("officer", survey(sample)))).toBe("surveyed");
    expect(await recusedFrom(sample)).toEqual([uidOf("cadre")]);
  });

  it("leaves out that household alone where many are done at once, by name", async () => {
    const [kin, other, third] = [fresh(), fresh(), fresh()];
    await declare("committee", { relatives: [kin.numbers[1]] });
    const all = [kin, other, third];
    await applied(desk.act("committee2", submission(all)));
    for (const one of all) await applied(desk.act("officer", survey(one)));
    const meeting = appraisal(all);
    const outcome = await desk.act("committee", meeting);
    expect(refusalsIn(outcome)).toEqual({ [kin.id]: "recused", [other.id]: "nominated", [third.id]: "nominated" });
    const refused = outcome.targets[kin.id];
    expect(refused?.applied === false && refused.problem.zh).toContain("亲属");
    await holdMeeting(desk, appraisal([kin]), ["committee2", "cadre", "officer"]);
    for (const seat of ["cadre", "officer"] as const) await applied(desk.act(seat, confirmMeeting({ ...meeting, targets: [other.id, third.id] })));
    expect(refusalsIn(await desk.act("committee", verification([kin, other])))).toEqual({ [kin.id]: "recused", [other.id]: "nominated" });
  });

  it("cannot even be applied for by the relative", async () => {
    const sample = fresh();
    await declare("committee2", { relatives: [sample.numbers[0]] });
    expect(verdict(await desk.act("committee2", submission([sample])))).toBe("recused");
  });

  it("reaches a household that is under way, wherever it is", async () => {
    const sample = fresh();
    await bring(desk, [sample], "nominated");
    await declare("officer2", { relatives: [sample.numbers[1]] });
    await recheck();
    expect(await recusedFrom(sample)).toEqual([uidOf("officer2")]);
    expect(verdict(await desk.act("officer2", verification([sample])))).toBe("recused");
    expect(verdict(await desk.act("officer", verification([sample])))).toBe("nominated");
  });
});

describe("a relative's favour, declared by the applicant", () => {
  const naming = (sample: Sample, cadreName: string): Sample => {
    const form = { ...(sample.draft.form as object), relatives: { isRelative: true, cadreName, cadreRelation: "堂兄" } };
    return { ...sample, draft: { ...sample.draft, form } };
  };

  it("keeps the cadre of that name away from the first step on", async () => {
    const sample = naming(fresh(), personAt(desk.town, "cadre").name);
    await applied(desk.act("committee", submission([sample])));
    expect(await recusedFrom(sample)).toEqual([uidOf("cadre")]);
    expect(verdict(await desk.act("cadre", survey(sample)))).toBe("recused");
  });

  it("keeps nobody away who works elsewhere, or whose name is no cadre's", async () => {
    for (const name of [personAt(desk.town, "neighbourCadre").name, "无此人"]) {
      const sample = naming(fresh(), name);
      await applied(desk.act("committee", submission([sample])));
      expect(await recusedFrom(sample)).toEqual([]);
    }
  });
});

describe("one's own household", () => {
  it("is nobody's to handle", async () => {
    const sample = fresh();
    await bring(desk, [sample], "surveyed");
    await declare("cadre", { self: sample.numbers[0] });
    await recheck();
    expect(await recusedFrom(sample)).toEqual([uidOf("cadre")]);
    const { rows } = (await desk.look(paths.findings(sample.id))) as { rows: { rule: string }[] };
    expect(rows.map(({ rule }) => rule)).toContain("OL-07");
  });
});

describe("a declaration", () => {
  it("keeps of a number only what one sees of it oneself, and tells others how many", async () => {
    const { numbers } = fresh();
    expect(await declare("mayor", { self: numbers[0], relatives: numbers.slice(1) })).toEqual({ self: true, relatives: 2 });
    const declaration = await desk.look(paths.declaration(desk.town.campaign, uidOf("mayor")));
    expect(declaration).toMatchObject({ account: uidOf("mayor"), self: true, relatives: 2 });
    const lines = await linesOf("mayor");
    expect(lines.map(({ relation }) => String(relation)).sort()).toEqual(["self", "sibling", "sibling"]);
    for (const number of numbers) expect(JSON.stringify([declaration, lines])).not.toContain(number);
    expect(lines.every(({ masked }) => /^\d{6}\*{8}[\dX]{4}$/.test(String(masked)))).toBe(true);
  });

  it("may say that there is nobody, and grows by what is added", async () => {
    expect(await declare("county", {})).toEqual({ self: false, relatives: 0 });
    const { numbers } = fresh();
    await declare("county", { relatives: [numbers[0]] });
    expect(await declare("county", { relatives: [numbers[0], numbers[1]] })).toEqual({ self: false, relatives: 2 });
  });

  it("is refused field by field, and nothing of it is kept", async () => {
    const { numbers } = fresh();
    const sending = declare("supervisor", { self: "620623800101001", relatives: [numbers[0], "12345"] });
    const fields = await sending.catch((error: Refusal) => error.problem.fields?.map(({ path, code }) => `${path} ${code}`));
    expect(fields).toEqual(["self identityFifteen", "relatives.1.idNo identityLength"]);
    expect([await desk.look(paths.declaration(desk.town.campaign, uidOf("supervisor"))), await linesOf("supervisor")]).toEqual([undefined, []]);
  });

  it("is for those who work in the campaign", async () => {
    const elsewhere = await getCaller(uidOf("supervisor"));
    expect(await refusal(declareRelatives({ ...elsewhere, roles: { villageCadre: ["620623199201"] } }, { campaign: desk.town.campaign, relatives: [] }))).toBe("notHeld");
  });
});

describe("a declaration that is kept no longer", () => {
  const DAY = 86_400_000;
  const after = (days: number) => new Date(Date.now() + days * DAY);
  const { kinDays } = CampaignSettings.parse(rehearsal("another", new Date(), 1)).retention;
  const left = async (seat: Seat) => ({
    declaration: await desk.look(paths.declaration(desk.town.campaign, uidOf(seat))), lines: await linesOf(seat),
    hits: (await desk.db.collection("matches").where("lists", "array-contains", `staff-${uidOf(seat)}`).get()).size,
  });

  it("goes with its lines and its hits after the campaign's days, and not before; confirmed again, it stays as long again", async () => {
    const sample = fresh();
    await bring(desk, [sample], "nominated");
    await declare("helper", { self: fresh().numbers[0], relatives: [sample.numbers[1]] });
    await recheck();
    await endRetention(after(kinDays - 1));
    expect(await left("helper")).toMatchObject({ declaration: { relatives: 1 }, hits: 2 });
    await desk.db.doc(paths.declaration(desk.town.campaign, uidOf("helper"))).update({ at: after(-400) });
    await declare("helper", {});
    await endRetention(new Date());
    expect(await left("helper")).toMatchObject({ declaration: { self: true, relatives: 1 }, hits: 2 });
    expect((await endRetention(after(kinDays + 1))).declarations).toBeGreaterThan(0);
    expect(await left("helper")).toEqual({ declaration: undefined, lines: [], hits: 0 });
    const audit = await desk.db.collection("audit").where("subject", "==", uidOf("helper")).where("what", "==", "endDeclaration").get();
    expect(audit.docs.map((doc) => [doc.get("by"), doc.get("reason")])).toEqual([["clock", "retention"]]);
    expect((await endRetention(after(kinDays + 1))).declarations).toBe(0);
    /* Whom it kept away from a household stays away. */
    await recheck();
    expect(await recusedFrom(sample)).toEqual([uidOf("helper")]);
  });

  it("leaves every history as provable as before", async () => {
    await recheck();
    expect((await desk.brokenPromises()).filter(({ id }) => id === "chains" || id === "answered")).toEqual([]);
  });
});
