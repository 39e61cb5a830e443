import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACTIONS_FAMILY, UNHELD_FAMILY } from "./acting.ts";
import { FLOODS_FAMILY, PUBLIC_FAMILY } from "./asking.ts";
import type { Family, Tried } from "./attempt.ts";
import { TAKEN, titleOf, tryAll } from "./attempt.ts";
import { CALLABLES_FAMILY } from "./calling.ts";
import { BOMBS_FAMILY } from "./files.ts";
import { writeList } from "./list.ts";
import { GUESSES_FAMILY, HIDDEN_FAMILY, LISTS_FAMILY, OTHERS_FAMILY } from "./reading.ts";
import type { Scene } from "./scene.ts";
import { setScene } from "./scene.ts";
import { TASKS_FAMILY } from "./tasks.ts";
import { DIRECT_FAMILY, FORGED_FAMILY, REPLAYED_FAMILY } from "./writing.ts";

/** Everything that an attacker would try upon a town that works, by every door; each is refused, and for the reason named. */

/** In the order in which they are tried: what fills a counter or changes a household comes last. */
const FAMILIES: readonly Family[] = [
  HIDDEN_FAMILY, OTHERS_FAMILY, LISTS_FAMILY, GUESSES_FAMILY, DIRECT_FAMILY, FORGED_FAMILY, REPLAYED_FAMILY, CALLABLES_FAMILY, UNHELD_FAMILY, ACTIONS_FAMILY, TASKS_FAMILY, PUBLIC_FAMILY, BOMBS_FAMILY, FLOODS_FAMILY,
];
/** The promise of the product's own plan. */
const FEWEST = 300;

let scene: Scene;
const tried: Tried[] = [];

beforeAll(async () => {
  scene = await setScene();
}, 300_000);

afterAll(async () => {
  console.log(writeList(tried));
  await scene?.stage.close();
});

describe.each(FAMILIES)("$name", (family) => {
  it.runIf(family.honest.length > 0)("are open to whoever may", async () => {
    for (const { who, what, go } of family.honest) expect([who, what, await go(scene)]).toEqual([who, what, TAKEN]);
  });

  it("are closed to everybody else, each by its name", async () => {
    const done = await tryAll(family, scene);
    tried.push(...done);
    expect(done.map((one) => [titleOf(one), one.answer])).toEqual(done.map((one) => [titleOf(one), one.refused]));
  });
});

describe("the list", () => {
  it(`holds at least ${FEWEST} attacks, none of them twice`, () => {
    const titles = FAMILIES.flatMap(({ attempts }) => attempts.map(titleOf));
    expect(titles.length).toBeGreaterThanOrEqual(FEWEST);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  });
});
