import { paths } from "@domain/paths.ts";
import type { VillageFindings } from "@domain/register.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Sample } from "./households.ts";
import { poorHousehold } from "./households.ts";
import { applied, bring, publication } from "./office.ts";
import { Stage } from "./stage.ts";
import type { Village } from "./town.ts";
import { splitOf } from "./town.ts";

/** Sharing out evenly (平均分配), tried through the client and caught: rates of the split, incomes of a list, names found for places. */

const VILLAGES = 6;
const PEOPLE = 2;
/** As many households as it takes before being alike is asked about. */
const ALIKE = 5;

let stage: Stage;
let lists: Record<"even" | "uneven", Sample[]>;

beforeAll(async () => {
  const rates = Array.from({ length: VILLAGES }, (_, at) => 0.1 + at / 10);
  const villages = rates.map((rate, at) => ({ code: `62062382820${at + 1}`, name: `第${at + 1}村`, aliases: [], population: 1000, stock: 100, rate }));
  stage = await Stage.open({ number: 28, seconds: 300, quota: { identify: 3000, exit: 300 }, changes: { villages } });
}, 60_000);
afterAll(() => stage.close());

const rowsOf = async (area: string) => ((await stage.look(paths.villageFindings(stage.town.campaign, area))) as VillageFindings | undefined)?.rows ?? [];
const standing = async (area: string) => (await rowsOf(area)).filter(({ settledAt }) => settledAt === null).map(({ rule }) => rule);

/** Splits the size anew, so many people to be identified in each village. */
async function split(identify: (at: number, proposed: number) => number): Promise<void> {
  const rows = splitOf(stage.town).map((row, at) => ({ ...row, identify: identify(at, row.identify), reason: "镇里研究决定" }));
  await applied(stage.act("officer", { type: "splitQuota", targets: [stage.town.campaign], area: stage.town.code, input: { rows } }));
}

describe("the split of the size", () => {
  it("by the villages' own rates asks nothing (EV-01)", async () => {
    expect(await standing(stage.town.code)).toEqual([]);
  });

  it("at one rate for all, where their poverty differs, is asked of the town (EV-01) until it is put right", async () => {
    await split(() => 3000 / VILLAGES);
    expect(await standing(stage.town.code)).toEqual(["EV-01"]);
    const [asked] = await rowsOf(stage.town.code);
    expect(asked).toMatchObject({ level: "doubt", answer: null, zh: expect.stringContaining("6 个村") });
    await split((_at, proposed) => proposed);
    expect(await standing(stage.town.code)).toEqual([]);
  });
});

describe("a village's list", () => {
  const households = (village: Village, from: number): Sample[] => Array.from({ length: ALIKE }, (_, at) => poorHousehold({ village, seed: 2_800 + from + at, memberCount: PEOPLE }));

  it("of households with one income, of exactly as many people as there is room, is asked about twice (EV-03, EV-04); another is not", async () => {
    lists = { even: households(stage.town.first, 0), uneven: households(stage.town.second, 50) };
    const [model] = lists.even;
    const income = (model?.survey.shown as { income: object }).income;
    for (const { survey } of lists.even) Object.assign(survey.shown as object, { income });
    /* Names are found for places: the first village's size is exactly who will apply. */
    await split((at, proposed) => (at === 0 ? ALIKE * PEOPLE : at === VILLAGES - 1 ? proposed + (splitOf(stage.town)[0]?.identify ?? 0) - ALIKE * PEOPLE : proposed));
    for (const samples of [lists.even, lists.uneven]) await bring(stage, samples, "verified");
    await applied(stage.act("neighbour", publication(lists.uneven)));
    await applied(stage.act("committee", publication(lists.even)));
    const asked = async (village: Village) => (await standing(village.code)).filter((rule) => rule === "EV-03" || rule === "EV-04").sort();
    expect(await asked(stage.town.first)).toEqual(["EV-03", "EV-04"]);
    expect(await asked(stage.town.second)).toEqual([]);
  }, 120_000);

  it("goes on meanwhile: these questions stand before nothing, and the town answers them", async () => {
    for (const { id } of lists.even) expect((await stage.application(id))?.["status"]).toBe("villageNotice");
    const own = { targets: [stage.town.campaign], area: stage.town.code };
    await applied(stage.act("officer", { ...own, type: "answerVillageFinding", input: { of: stage.town.first.code, rule: "EV-03", answer: "抽查三户，账目相符" } }));
    const rows = await rowsOf(stage.town.first.code);
    expect(rows.find(({ rule }) => rule === "EV-03")?.answer).toMatchObject({ role: "povertyOfficer", text: "抽查三户，账目相符" });
  });
});
