import { expect } from "vitest";
import type { Sample } from "../functions/households.ts";
import type { Stage } from "../functions/stage.ts";

/** Waits until an application stands at `status` in the database. Seconds until it is given up. */
export const standsAt = (stage: Stage, id: string, status: string, seconds = 60): Promise<void> =>
  expect.poll(async () => (await stage.application(id))?.["status"], { timeout: seconds * 1000, interval: 250 }).toBe(status);

/** One of a test's households by its place. @throws when there is none. */
export function sampleAt(samples: readonly Sample[], at: number): Sample {
  const found = samples[at];
  if (!found) throw new RangeError("no such household");
  return found;
}
