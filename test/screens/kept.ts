/** The few pictures that README.md shows, made small from those that the tour took: docs/screens. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { ROOT } from "../support/suite/places.ts";

export const KEPT = [
  "tasks-villageCommittee-desk-light", "household-one-desk-light", "overview-desk-light", "households-desk-dark",
  "public-home-phone-light", "public-notice-phone-light", "survey-one-phone-light", "tasks-villageCommittee-phone-dark",
] as const;
const FOLDER = join(ROOT, "docs/screens");
/** The first screen of each, as wide as a README is: pixels of the picture, and of what is kept of it. */
const DESK = { width: 1280, height: 900, scale: 0.7 };
const PHONE = { width: 360, height: 740, scale: 1 };

/** Cuts the kept pictures to their first screen and writes them as WebP, which no other program is needed for. Tells how many bytes they are. */
export async function keepForReadme(browser: Browser, from: string): Promise<number> {
  await mkdir(FOLDER, { recursive: true });
  const page = await browser.newPage();
  let bytes = 0;
  for (const name of KEPT) {
    const png = (await readFile(join(from, `${name}.png`))).toString("base64");
    const size = name.includes("-phone-") ? PHONE : DESK;
    const webp = await page.evaluate(async ({ png, width, height, scale }) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob(), 0, 0, width, height);
      const canvas = Object.assign(document.createElement("canvas"), { width: width * scale, height: height * scale });
      canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
      return canvas.toDataURL("image/webp", 0.85).split(",")[1] ?? "";
    }, { png, ...size });
    const file = Buffer.from(webp, "base64");
    await writeFile(join(FOLDER, `${name}.webp`), file);
    bytes += file.length;
  }
  await page.close();
  return bytes;
}
