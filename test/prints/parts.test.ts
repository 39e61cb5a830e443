import { afterAll, beforeAll, expect, it } from "vitest";
import { Press } from "./press.ts";
import { plain } from "./radicals.ts";

let press: Press;
beforeAll(async () => {
  press = await Press.start();
});
afterAll(() => press.stop());

const heading = () => press.page.getByRole("heading", { level: 1 }).last().textContent();
const lineOf = (no: number) => press.page.locator(".sheetTools table tbody tr").nth(no - 1);
const isPrinted = (no: number) => lineOf(no).getByRole("checkbox").isChecked();
const ready = () => press.page.locator(".bookPage").first().waitFor();

/** Goes by the Tab key alone to the button of that name, and presses it. */
async function pressByKey(name: RegExp): Promise<void> {
  for (let steps = 0; steps < 12; steps += 1) {
    await press.page.keyboard.press("Tab");
    const at = await press.page.evaluate(() => document.activeElement?.textContent ?? "");
    if (name.test(at)) return press.page.keyboard.press("Enter");
  }
  throw new Error(`no way by key to ${name.source}`);
}

it("prints the handbooks of a large village in parts, by keyboard, and comes back to where it was", async () => {
  await press.draw("handbooks of a large village");
  await ready();
  await press.page.getByLabel("份数").selectOption("household");
  expect(await heading()).toBe("扶贫手册　第 1 部分，共 12 部分");
  await expect.poll(async () => (await lineOf(1).textContent())?.replace(/\s/g, ""), { timeout: 20_000 }).toMatch(/第1–25户0001–0025\d+未打印/);
  const listed = Number(await lineOf(1).locator("td").nth(2).textContent());

  const { pages } = await press.print();
  const texts = pages.map(({ text }) => plain(text));
  const books = texts.filter((text) => /第\d+页共\d+页/.test(text));
  expect(books).toHaveLength(listed);
  const receipts = texts.slice(books.length).join("");
  expect(receipts).toContain(plain("第 1 部分（共 12 部分），共 25 户"));
  await expect.poll(() => isPrinted(1), { timeout: 20_000 }).toBe(true);

  await pressByKey(/^下一部分（第 2 部分）$/);
  await ready();
  expect(await heading()).toBe("扶贫手册　第 2 部分，共 12 部分");
  expect(await press.page.locator(".signing tbody td").first().textContent()).toBe("26");

  await press.page.reload();
  await ready();
  expect(await heading()).toBe("扶贫手册　第 2 部分，共 12 部分");
  expect([await isPrinted(1), await isPrinted(2)]).toEqual([true, false]);
  expect(await press.page.getByText("已打印 1 / 12 部分").count()).toBe(1);
  await lineOf(1).getByRole("checkbox").uncheck();
  expect(await press.page.getByText("已打印 0 / 12 部分").count()).toBe(1);
}, 240_000);
