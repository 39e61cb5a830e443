import type { Field, Form, Section, Values } from "@domain/forms/field.ts";
import { holds } from "@domain/forms/field.ts";
import type { Page } from "playwright-core";
import { questionWords } from "../../web/src/public/apply/words.ts";

/** A question of the application as the campaign of the tests asks it. */
export const askedAs = (section: Section): string => questionWords(section, { year: 2013 }).zh;

/** Where the page draws the control of a path (web/src/shared/form/value.ts). */
const controlAt = (path: string) => `#f-${path.replaceAll(".", "-")}`;

/** Few enough options are drawn as radio buttons. */
const isShort = ({ options = [] }: Field) => options.length <= 6;

/** Gives one field the value that a person would type or pick. */
async function fillField(page: Page, field: Field, path: string, value: unknown): Promise<void> {
  const option = (at: number) => page.locator(`input[name="${path}"]`).nth(at);
  const placeOf = (key: unknown) => (field.options ?? []).findIndex((one) => one.key === key);
  if (field.kind === "photos") return;
  if (field.kind === "yesNo") return option(field.mustBe || value === true ? 0 : 1).check();
  if (field.kind === "choice" && isShort(field)) return option(placeOf(value)).check();
  if (field.kind === "choice") return void (await page.locator(controlAt(path)).selectOption(String(value)));
  if (field.kind === "choices") {
    for (const key of value as unknown[]) await option(placeOf(key)).check();
    return;
  }
  if (field.kind === "names") {
    for (const [at, name] of (value as string[]).entries()) {
      if (at > 0) await page.locator(controlAt(path)).getByRole("button", { name: "增加" }).click();
      await page.locator(controlAt(`${path}.${at}`)).fill(name);
    }
    return;
  }
  const box = page.locator(controlAt(path));
  /* A number that is known already shows as its mask until somebody types another. */
  if ((await box.getAttribute("readonly")) !== null) await box.locator("xpath=..").getByRole("button", { name: "更改" }).click();
  await box.fill(String(value));
}

async function fillFields(page: Page, fields: readonly Field[], path: string, values: Values): Promise<void> {
  for (const field of fields) {
    const value = values[field.key];
    if (field.computed || value === undefined || !holds(field.showWhen, values)) continue;
    await fillField(page, field, `${path}.${field.key}`, value);
  }
}

/** Fills in one row of a repeated section, which the page shows already. */
export async function fillRow<T>(page: Page, form: Form<T>, key: string, at: number, row: Values): Promise<void> {
  const section = form.sections.find((one) => one.key === key);
  if (section) await fillFields(page, section.fields, `${key}.${at}`, row);
}

/** Fills in the sections of a form that the page shows, as somebody who reads them from top to bottom. */
export async function fillForm<T>(page: Page, form: Form<T>, value: T, only: (section: string) => boolean = () => true): Promise<void> {
  const whole = value as Record<string, unknown>;
  for (const section of form.sections.filter(({ key }) => only(key))) {
    const held = whole[section.key];
    if (!section.rows) await fillFields(page, section.fields, section.key, (held ?? {}) as Values);
    else
      for (const [at, row] of (held as Values[]).entries()) {
        const isThere = (await page.locator(controlAt(`${section.key}.${at}`)).count()) > 0;
        if (!isThere) await page.getByRole("button", { name: `增加一${section.row.counter}${section.row.zh}` }).click();
        await fillFields(page, section.fields, `${section.key}.${at}`, row);
      }
  }
}

/** Opens a section of a long form by the list beside it. */
export async function openSection<T>(page: Page, form: Form<T>, key: string): Promise<void> {
  const at = form.sections.findIndex((section) => section.key === key);
  await page.getByRole("navigation", { name: "表的目录" }).getByRole("button").nth(at).click();
  await page.locator(controlAt(key)).waitFor();
}

/** Answers an objection or a complaint that is on the page: what was found (or the first that there is), why, and what everybody may read. */
export async function answer(page: Page, { finding, reasons, published }: { finding?: string; reasons: string; published: string }): Promise<void> {
  await page.getByRole("button", { name: "答复" }).click();
  const dialog = page.getByRole("dialog");
  await (finding ? dialog.getByRole("radio", { name: finding }) : dialog.getByRole("radio").first()).check();
  await dialog.getByLabel(/内部理由/).fill(reasons);
  await dialog.getByLabel(/公开的答复/).fill(published);
  await dialog.getByRole("button", { name: "答复", exact: true }).click();
}
