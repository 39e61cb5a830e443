import type { Field, Values } from "@domain/forms/field.ts";
import { holds } from "@domain/forms/field.ts";
import type { Page } from "playwright-core";

/** A person's hands on the keyboard, and no mouse. */

/** What has the focus: its name as a screen reader gives it, its id, and the name of its group of buttons. */
type Focused = { name: string; id: string; group: string };

export const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLInputElement | null;
    const name = at?.getAttribute("aria-label") ?? at?.labels?.[0]?.textContent ?? at?.textContent ?? "";
    return { name: name.trim(), id: at?.id ?? "", group: at?.name ?? "" };
  });

/** Goes on with the Tab key until something that fits has the focus. */
async function tabUntil(page: Page, fits: (at: Focused) => boolean, what: string): Promise<Focused> {
  for (let steps = 0; steps < 90; steps += 1) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    if (fits(at)) return at;
  }
  throw new Error(`the Tab key does not come to ${what}`);
}

export const tabTo = (page: Page, name: RegExp): Promise<Focused> => tabUntil(page, (at) => name.test(at.name), String(name));

/** Comes to something by the Tab key, and presses a key on it. */
export async function pressOn(page: Page, name: RegExp, key = "Enter"): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

/** Picks the option of that place in a group of radio buttons, or in a list that opens. */
async function pick(page: Page, place: number, isList: boolean): Promise<void> {
  if (!isList) await page.keyboard.press("Space");
  for (let steps = isList ? -1 : 0; steps < place; steps += 1) await page.keyboard.press("ArrowDown");
}

/** Answers one question of the application, each field as the Tab key comes to it. */
export async function typeAnswers(page: Page, section: { key: string; fields: readonly Field[] }, values: Values): Promise<void> {
  for (const field of section.fields) {
    const value = values[field.key];
    if (value === undefined || !holds(field.showWhen, values)) continue;
    const path = `${section.key}.${field.key}`;
    const at = await tabUntil(page, ({ id, group }) => group === path || id === `f-${path.replace(".", "-")}`, path);
    if (field.kind === "yesNo") await pick(page, field.mustBe || value === true ? 0 : 1, false);
    else if (field.kind === "choice") await pick(page, (field.options ?? []).findIndex(({ key }) => key === value), at.group !== path);
    else await page.keyboard.type(String(value));
  }
}
