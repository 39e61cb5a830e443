/**
 * `npm run screens`: pictures of every room of the demo's town, in light and dark, at a desk and on a phone. With
 * `-- --only text` only the rooms whose name holds that text; with `-- --out folder` somewhere else than .cache/screens.
 * With `-- --readme` those that README.md shows are made anew as well.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { seedIfEmpty } from "../support/suite/seeding.ts";
import { CACHE, shown } from "../support/suite/places.ts";
import type { Suite } from "../support/suite/suite.ts";
import { withSuite } from "../support/suite/suite.ts";
import { openBrowser } from "../support/tools/browser.ts";
import { Camera } from "./camera.ts";
import { keepForReadme } from "./kept.ts";
import type { StaffRole } from "@domain/roles.ts";
import { cadreOf, castMember, committeeOf, helpersOf, unitOf } from "../seed/cast.ts";
import { eachRoomOnce, publicScreens } from "./rooms.ts";
import { findSubjects, SHOWN_VILLAGE } from "./subjects.ts";

const { values } = parseArgs({ options: { only: { type: "string", default: "" }, out: { type: "string", default: join(CACHE, "screens") }, readme: { type: "boolean", default: false } } });
const say = (line: string) => console.log(line);

/** Who of the demo's cast shows the rooms of a role. */
const SHOWN_AS: Record<StaffRole, { email: string }> = {
  villageCommittee: committeeOf(SHOWN_VILLAGE), villageCadre: cadreOf(SHOWN_VILLAGE), helper: helpersOf(SHOWN_VILLAGE)[0], supportUnit: unitOf(SHOWN_VILLAGE),
  povertyOfficer: castMember("officer"), townGovernment: castMember("town"), countyOffice: castMember("county"), countyLeadingGroup: castMember("group"),
  supervisor: castMember("supervisor"), campaignOffice: castMember("office"),
};

async function take(suite: Suite): Promise<void> {
  say("Looking for the demo's town, or putting it in (about a minute) …");
  await seedIfEmpty(suite);
  await mkdir(values.out, { recursive: true });
  const browser = await openBrowser(say);
  const camera = new Camera({ browser, site: `http://${suite.hosting}`, folder: values.out });
  try {
    const subjects = await findSubjects(suite);
    const wanted = ({ name }: { name: string }) => name.includes(values.only);
    await camera.takePublic(publicScreens(subjects).filter(wanted));
    for (const [role, screens] of eachRoomOnce(subjects)) await camera.takeStaff(SHOWN_AS[role].email, screens.filter(wanted));
    if (values.readme) say(`${Math.round((await keepForReadme(browser, values.out)) / 1024)} KB of pictures for README.md in docs/screens.`);
  } finally {
    await browser.close();
  }
  for (const line of camera.complaints) say(line);
  say(`${camera.taken} pictures in ${shown(values.out)}.`);
  if (camera.complaints.length > 0) process.exitCode = 1;
}

await withSuite(take, { say });
process.exit();
