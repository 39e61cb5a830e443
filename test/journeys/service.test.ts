import { HELPER } from "@domain/forms/helper.ts";
import { HOUSEHOLD_PLAN } from "@domain/forms/plan.ts";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Sample } from "../functions/households.ts";
import { poorHousehold } from "../functions/households.ts";
import { approveAll } from "../functions/serviceWay.ts";
import { Stage } from "../functions/stage.ts";
import { personAt } from "../functions/town.ts";
import { inventHelper, inventPlan } from "../seed/inventHelp.ts";
import { fillForm } from "./fill.ts";
import { isTooWide, People } from "./people.ts";

/** What follows the county's approval: a helper for every household, the plan on the helper's phone, a change of helper. */

const PHONE = { width: 360, height: 740 };

let stage: Stage;
let people: People;
let households: Sample[];

beforeAll(async () => {
  stage = await Stage.open({ number: 91, seconds: 3 });
  people = await People.at(stage);
  households = [9101, 9102, 9103].map((seed) => poorHousehold({ seed, village: stage.town.first, perHead: "below" }));
  await approveAll(stage, households);
});

afterAll(async () => {
  await people?.leave();
  await stage?.close();
});

const sample = (at: number): Sample => {
  const found = households[at];
  if (!found) throw new RangeError("no such household");
  return found;
};
const nameOf = (at: number) => sample(at).householder;
const helperOf = async (at: number) => (await stage.application(sample(at).id))?.["helper"] as { account: string | null } | null;
const uidOf = (seat: "helper" | "helper2") => personAt(stage.town, seat).uid;

/** The form of a helper without the start, which is the pairing's own. */
function helperForm(seed: number, name?: string) {
  const { helper: { startDate: _, ...helper }, org } = inventHelper({ seed, village: stage.town.first, kind: "linkedCadre" });
  return { helper: { ...helper, ...(name && { name }) }, org };
}

/** Pairs the households at these places with the account of that name, or with somebody who has none. */
async function pair(page: Page, places: readonly number[], account?: string): Promise<void> {
  for (const at of places) await page.getByRole("checkbox", { name: nameOf(at), exact: true }).check();
  await page.getByRole("radio", { name: account ?? "另外登记一人" }).check();
  await fillForm(page, HELPER, helperForm(9110 + places.length, account) as never);
  await people.picture(page, `pairing-desk-${places.join("-")}`);
  await page.getByRole("button", { name: `为所选 ${places.length} 户结对` }).click();
  await page.getByText(`已为 ${places.length} 户结对。`).waitFor({ timeout: 40_000 });
}

describe("approved households and their helpers", () => {
  it("are paired on the board: two with an account, one with somebody who has none", async () => {
    const page = await people.signIn("officer");
    await page.goto(people.at(`/staff/pairing?village=${stage.town.first.code}`));
    await pair(page, [0, 1], personAt(stage.town, "helper").name);
    await pair(page, [2]);
    expect((await helperOf(0))?.account).toBe(uidOf("helper"));
    expect((await helperOf(1))?.account).toBe(uidOf("helper"));
    expect((await helperOf(2))?.account).toBeNull();
  });

  it("are seen by their helper alone, who makes a plan on a phone", async () => {
    const page = await people.signIn("helper", PHONE);
    await page.getByRole("link", { name: nameOf(0), exact: true }).waitFor();
    await page.getByRole("link", { name: nameOf(1), exact: true }).waitFor();
    expect(await page.getByText(nameOf(2)).count()).toBe(0);
    expect(await isTooWide(page)).toBe(false);
    await people.picture(page, "helper-tasks-phone");
    await page.goto(people.at(`/staff/help/${sample(0).id}?do=plan`));
    /* The first need stands there already; only what is there can be counted. */
    await page.getByRole("button", { name: "确定帮扶计划" }).waitFor();
    const plan = inventPlan({ seed: 9101 });
    await fillForm(page, HOUSEHOLD_PLAN, { ...plan, needs: plan.needs.slice(0, 1), targets: [], measures: [] });
    expect(await isTooWide(page)).toBe(false);
    await people.picture(page, "helper-plan-phone");
    await page.getByRole("button", { name: "确定帮扶计划" }).click();
    await expect.poll(async () => (await stage.application(sample(0).id))?.["status"], { timeout: 40_000 }).toBe("planned");
  });

  it("change their helper without a gap: the first sees the household no longer, the second does", async () => {
    const page = await people.signIn("officer");
    await page.goto(people.at(`/staff/pairing?village=${stage.town.first.code}&household=${sample(1).id}`));
    await pair(page, [1], personAt(stage.town, "helper2").name);
    expect((await helperOf(1))?.account).toBe(uidOf("helper2"));
    const first = await people.signIn("helper", PHONE);
    await first.getByRole("link", { name: nameOf(0), exact: true }).waitFor();
    expect(await first.getByText(nameOf(1)).count()).toBe(0);
    const second = await people.signIn("helper2", PHONE);
    await second.getByRole("link", { name: nameOf(1), exact: true }).waitFor();
    expect(await second.getByText(nameOf(0)).count()).toBe(0);
    expect(people.errors).toEqual([]);
  });
});
