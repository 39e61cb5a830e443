import type { Form } from "@domain/forms/field.ts";
import { HELPER } from "@domain/forms/helper.ts";
import { MEASURE, MEASURE_DONE } from "@domain/forms/measure.ts";
import { HOUSEHOLD_PLAN } from "@domain/forms/plan.ts";
import { RESULT } from "@domain/forms/result.ts";
import { VISIT } from "@domain/forms/visit.ts";
import { paths } from "@domain/paths.ts";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Sample } from "../functions/households.ts";
import { poorHousehold } from "../functions/households.ts";
import { approveAll } from "../functions/serviceWay.ts";
import { Stage } from "../functions/stage.ts";
import { personAt } from "../functions/town.ts";
import { inventHelper, inventMeasure, inventMeasureDone, inventPlan, inventResult, inventVisit } from "../seed/inventHelp.ts";
import { fillForm } from "./fill.ts";
import { isTooWide, People } from "./people.ts";
import { sampleAt, standsAt } from "./standing.ts";

/** What follows the county's approval: a helper for every household, plan and help on the helper's phone, a change of helper. */

const PHONE = { width: 360, height: 740 };

let stage: Stage;
let people: People;
let households: Sample[];

beforeAll(async () => {
  stage = await Stage.open({ number: 81, seconds: 3 });
  people = await People.at(stage);
  households = [9101, 9102, 9103].map((seed) => poorHousehold({ seed, village: stage.town.first, perHead: "below" }));
  await approveAll(stage, households);
});

afterAll(async () => {
  await people?.leave();
  await stage?.close();
});

const sample = (at: number) => sampleAt(households, at);
const nameOf = (at: number) => sample(at).householder;
const helperOf = async (at: number) => (await stage.application(sample(at).id))?.["helper"] as { account: string | null } | null;
const uidOf = (seat: "helper" | "helper2") => personAt(stage.town, seat).uid;

/** The form of a helper without the start, which is the pairing's own. */
function helperForm(seed: number, name?: string) {
  const { helper: { startDate: _, ...helper }, org } = inventHelper({ seed, village: stage.town.first, kind: "linkedCadre" });
  return { helper: { ...helper, ...(name && { name }) }, org };
}

/** Whether somebody sees it without scrolling. */
async function isInSight(page: Page, thing: Locator): Promise<boolean> {
  const box = await thing.boundingBox();
  return box !== null && box.y >= 0 && box.y + box.height <= (page.viewportSize()?.height ?? 0);
}

/** Pairs the households at these places with the account of that name, or with somebody who has none. */
async function pair(page: Page, places: readonly number[], account?: string): Promise<void> {
  for (const at of places) await page.getByRole("checkbox", { name: nameOf(at), exact: true }).check();
  await page.getByRole("radio", { name: account ?? "另外登记一人" }).check();
  await fillForm(page, HELPER, helperForm(9110 + places.length, account) as never);
  await page.getByRole("heading", { name: "结对帮扶" }).scrollIntoViewIfNeeded();
  expect(await isInSight(page, page.getByRole("button", { name: `为所选 ${places.length} 户结对` }))).toBe(true);
  await people.picture(page, `pairing-desk-${places.join("-")}`);
  await page.getByRole("button", { name: `为所选 ${places.length} 户结对` }).click();
  await page.getByText(`已为 ${places.length} 户结对。`).waitFor({ timeout: 40_000 });
}

type Recording<T> = { button: string; form: Form<T>; content: T; open?: boolean };

/** Opens a form of the help's page, unless it is open, fills it in and sends it. */
async function record<T>(page: Page, { button, form, content, open = true }: Recording<T>): Promise<void> {
  const send = page.getByRole("button", { name: button, exact: true });
  if (open) await send.click();
  await fillForm(page, form, content);
  expect(await isTooWide(page)).toBe(false);
  await people.picture(page, `helper-${form.id}-phone`);
  await send.click();
  await page.locator("form").waitFor({ state: "detached" });
}

/** What the database holds of the first household's help, of one kind. */
async function recordOf(kind: string): Promise<Record<string, unknown> | undefined> {
  const { docs } = await stage.db.collection(`applications/${sample(0).id}/help`).where("kind", "==", kind).get();
  return docs[0]?.data();
}

describe("approved households and their helpers", () => {
  it("are paired on the board: two with an account, one with somebody who has none", async () => {
    const page = await people.enter("officer", `pairing?village=${stage.town.first.code}`);
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
    await standsAt(stage, sample(0).id, "planned");
  });

  it("are visited with a photo, and have a measure and its end and result written down on the phone", async () => {
    const page = await people.enter("helper", `help/${sample(0).id}`, PHONE);
    const photo = { name: "走访.png", mimeType: "image/png", buffer: await page.screenshot() };
    await page.getByRole("button", { name: "登记走访" }).last().click();
    await page.locator("input[type=file]").setInputFiles(photo);
    await page.getByRole("button", { name: "删去照片 1" }).waitFor();
    await record(page, { button: "登记走访", form: VISIT, content: inventVisit({ seed: 9101, visitor: personAt(stage.town, "helper").name }), open: false });
    await record(page, { button: "登记措施", form: MEASURE, content: inventMeasure({ seed: 9101 }) });
    await record(page, { button: "登记完成", form: MEASURE_DONE, content: inventMeasureDone({ seed: 9101 }) });
    await record(page, { button: "登记成效", form: RESULT, content: inventResult({ seed: 9101 }) });
    await people.picture(page, "helper-records-phone");
    const [visit, measure, result] = await Promise.all((["visit", "measure", "result"] as const).map(recordOf));
    const [evidence = ""] = (visit?.["content"] as { visit: { photos?: string[] } }).visit.photos ?? [];
    expect(await stage.look(paths.evidence(evidence))).toBeDefined();
    expect(measure?.["done"]).toMatchObject({ content: inventMeasureDone({ seed: 9101 }) });
    expect(result).toMatchObject({ content: inventResult({ seed: 9101 }), confirmed: null });
  });

  it("confirm the result with a fingerprint that the cadre has seen", async () => {
    const page = await people.enter("cadre", `help/${sample(0).id}`, PHONE);
    await page.getByText("待户主确认", { exact: true }).waitFor();
    await page.getByRole("button", { name: "户主确认" }).click();
    await page.getByRole("radio", { name: "按手印" }).check();
    await page.getByRole("button", { name: "户主确认" }).click();
    await page.getByText("户主已确认（按手印）").waitFor();
    expect((await recordOf("result"))?.["confirmed"]).toMatchObject({ how: "fingerprint", by: personAt(stage.town, "cadre").uid });
  });

  it("change their helper without a gap: the first sees the household no longer, the second does", async () => {
    const page = await people.enter("officer", `pairing?village=${stage.town.first.code}&household=${sample(1).id}`);
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
