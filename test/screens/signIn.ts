import type { Page } from "playwright-core";
import { PASSWORD } from "../seed/cast.ts";

/** Fills the sign-in of the staff's site, where it is on the page, and sends it. What comes then, the caller waits for. */
export async function fillSignIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel("登录名（邮箱）").fill(email);
  await page.getByLabel("密码").fill(password);
  await page.getByRole("button", { name: "登录" }).click();
}
