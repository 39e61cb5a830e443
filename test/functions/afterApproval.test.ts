import type { Application } from "@domain/application.ts";
import { paths } from "@domain/paths.ts";
import type { Household, Version } from "@domain/register.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verify } from "../verify/verify.ts";
import type { Sample } from "./households.ts";
import { publicRequest } from "./http.ts";
import { poorHousehold, poorVillage } from "./households.ts";
import { applied, approval, bring, publication, submission, verdict } from "./office.ts";
import { assignment, batching, confirmation, entering, handover, measure, measureDone, plainly, plan, registration, result, update, visit } from "./serviceDoings.ts";
import { answering, approveAll, receive } from "./serviceWay.ts";
import { Stage } from "./stage.ts";
import { personAt } from "./town.ts";

/** A household and a village from the county's approval to the second year in service, by signed-in people under the rules. */

let stage: Stage;
let farmers: Sample;
let village: Sample;

beforeAll(async () => {
  stage = await Stage.open({ number: 35, seconds: 4 });
  farmers = poorHousehold({ village: stage.town.first, seed: 3501, memberCount: 4 });
  village = poorVillage({ village: stage.town.first, seed: 3502 });
});
afterAll(() => stage.close());

const get = async ({ id }: Sample) => (await stage.application(id)) as Application;
const statuses = async () => [(await get(farmers)).status, (await get(village)).status];

describe("to the county's approval", () => {
  it("goes by two notices for the household that applied itself, and by one for the village", async () => {
    const farmer = await stage.farmer("one");
    await applied(stage.actAs(farmer, submission([farmers])));
    await Promise.all([approveHousehold(), approveAll(stage, [village])]);
    expect(await statuses()).toEqual(["approved", "approved"]);
  });

  async function approveHousehold(): Promise<void> {
    await bring(stage, [farmers], "verified", "submitted");
    for (const [publisher, reviewer] of [["committee", "mayor"], ["officer", "county"]] as const) {
      const sending = publication([farmers]);
      await applied(stage.act(publisher, sending));
      await stage.waitForEnd(sending.id);
      await applied(stage.act(reviewer, approval([farmers])));
    }
  }
});

describe("pairing and help (steps 4 and 5)", () => {
  it("pairs the household with a helper and the village with a unit", async () => {
    await applied(stage.act("officer", assignment([farmers], personAt(stage.town, "helper").uid)));
    await applied(stage.act("cadre", assignment([village], personAt(stage.town, "unit").uid)));
    expect(await statuses()).toEqual(["paired", "paired"]);
  });

  it("is planned and carried out by whoever helps, and confirmed by the farmer on the own phone", async () => {
    for (const [seat, sample] of [["helper", farmers], ["unit", village]] as const) {
      const [started, came] = [measure([sample]), result([sample])];
      for (const doing of [plan([sample]), visit([sample]), started, measureDone(sample, started.id), came]) await applied(stage.act(seat, doing));
      if (seat === "helper") await applied(stage.actAs(await stage.farmer("one"), { ...confirmation(sample, came.id), input: { record: came.id, how: "online" } }));
      else await applied(stage.act("committee", confirmation(sample, came.id)));
    }
    expect(await statuses()).toEqual(["planned", "planned"]);
  });

  it("keeps a stranger from confirming, and another helper from acting", async () => {
    const came = result([farmers]);
    await applied(stage.act("helper", came));
    expect(verdict(await stage.actAs(await stage.farmer("two"), confirmation(farmers, came.id)))).toBe("notYours");
    expect(verdict(await stage.act("helper2", visit([farmers])))).toBe("notPaired");
  });
});

describe("forms, handbook and data entry (steps 6 to 8)", () => {
  it("completes both forms, with numbers that nobody typed again", async () => {
    for (const sample of [farmers, village]) await applied(answering(stage, "committee", (answers) => registration(sample, { answers })));
    expect(await statuses()).toEqual(["registered", "registered"]);
  });

  it("hands out the household's handbook; a village has none", async () => {
    await applied(stage.act("cadre", plainly("printHandbook", [farmers])));
    await applied(stage.act("cadre", handover([farmers])));
    expect(verdict(await stage.act("cadre", plainly("printHandbook", [village])))).toBe("wrongStatus");
  });

  it("proves a printed handbook by its code, tells when a later one is printed, and names nobody", async () => {
    const check = async () => publicRequest(stage.suite, `checkHandbook?code=${code.toLowerCase()}`);
    const code = String((await get(farmers)).handbook?.code);
    const valid = await check();
    expect(valid.result).toEqual({ standing: "valid", version: 1, village: stage.town.first.name, printedAt: expect.any(String) });
    await applied(stage.act("cadre", plainly("printHandbook", [farmers])));
    expect((await check()).result).toMatchObject({ standing: "superseded", version: 1 });
    await applied(stage.act("cadre", handover([farmers])));
    expect(JSON.stringify([valid, await check()])).not.toContain(farmers.householder);
    for (const wrong of ["", "0000000000000000", `${code}/x`]) expect((await publicRequest(stage.suite, `checkHandbook?code=${encodeURIComponent(wrong)}`)).problem?.code).toBe("handbookUnknown");
  });

  it("enters and reports each by its batch", async () => {
    for (const sample of [farmers, village]) {
      const sending = batching([sample]);
      await applied(stage.act("committee", sending));
      await receive(stage, sending.id, { taken: [sample.id] });
      await applied(stage.act("committee", entering([sample], sending.id)));
      await applied(stage.act("officer", plainly("reportToCounty", [sample])));
    }
    expect(await statuses()).toEqual(["reported", "reported"]);
  });
});

describe("in service (steps 9 and 10)", () => {
  it("passes the trial run of the whole village in one action", async () => {
    await applied(stage.act("county", plainly("runChecks", [farmers, village])));
    for (const sample of [farmers, village]) {
      const { rows } = (await stage.look(paths.findings(sample.id))) as { rows: { rule: string; level: string; answer: unknown }[] };
      for (const { rule } of rows.filter(({ level, answer }) => level === "doubt" && !answer))
        await applied(stage.act("cadre", { type: "answerFinding", targets: [sample.id], input: { rule, answer: "已核实" } }));
    }
    await applied(stage.act("officer", plainly("passTrialRun", [farmers, village])));
    expect(await statuses()).toEqual(["inService", "inService"]);
  });

  it("is updated in January, and both years stand side by side", async () => {
    for (const sample of [farmers, village]) await applied(answering(stage, "cadre", (answers) => update(sample, { year: 2014, answers })));
    const entry = paths.household((await get(farmers)).household ?? "");
    const years = await Promise.all([2013, 2014].map(async (year) => ((await stage.look(paths.version(entry, year))) as Version).year));
    expect([years, ((await stage.look(entry)) as Household).year]).toEqual([[2013, 2014], 2014]);
  });

  it("leaves data that keep every promise", async () => {
    const { invariants } = await verify(stage.suite, { campaign: stage.town.campaign });
    expect(invariants.filter(({ broken }) => broken.length > 0).map(({ id, broken }) => ({ id, broken }))).toEqual([]);
  });
});
