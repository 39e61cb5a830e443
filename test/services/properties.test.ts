import fc from "fast-check";
import { afterAll, beforeAll, describe, it } from "vitest";
import { move } from "../model/anyMove.ts";
import { Desk } from "./desk.ts";
import { tried, World } from "./world.ts";

/**
 * Anybody does anything, in any order: right and wrong people, forged roles, stale screens, other villages, late and
 * doubled deliveries. Whatever comes, each verdict is the pure function's, and the data keep every promise.
 * LIKA_RUNS=200 runs longer; a failure prints its seed.
 */

const RUNS = Number(process.env["LIKA_RUNS"] ?? 15);

let project: Desk;

beforeAll(async () => {
  project = await Desk.open({ number: 10, seconds: 1 });
});
afterAll(async () => {
  await project.close();
  console.log(`${tried.runs} runs, ${tried.actions} actions: ${tried.applied} applied, ${tried.refused} refused by ${tried.codes.size} names; states reached: ${[...tried.reached].sort().join(" ")}`);
});

describe("whatever anybody does", () => {
  it("has the verdict of the pure function, once, and leaves every promise kept", async () => {
    const limit = process.env["LIKA_RUNS"] ? {} : { interruptAfterTimeLimit: 45_000, markInterruptAsFailure: false, endOnFailure: true };
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 40, maxLength: 60, size: "max" }), fc.infiniteStream(fc.nat()), fc.nat(4), async (moves, order, pace) => {
        const world = await World.open(project);
        await world.hasten(pace);
        for (const one of moves) {
          await world.play(one);
          const at = order.next().value as number;
          if (world.mail.length > 2) await world.deliver(at % world.mail.length);
        }
        await world.check();
        tried.runs += 1;
        await world.desk.close();
      }),
      { numRuns: RUNS, ...limit },
    );
  }, process.env["LIKA_RUNS"] ? 3_600_000 : 180_000);
});
