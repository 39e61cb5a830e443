import { logger } from "firebase-functions/v2";
import { onSchedule } from "firebase-functions/v2/scheduler";
import { onTaskDispatched } from "firebase-functions/v2/tasks";
import { discreetly } from "../failure.ts";
import { runUpkeep } from "../services/upkeep.ts";
import { identityKey, RUNS_AS, upkeepSeconds } from "../settings.ts";
import { setTimer } from "../timers/timers.ts";

/** A run that comes that little before its slot asks for the one after it, not for itself. */
const EARLY = 0.1;

/** The next run: one per slot of time, by its name, however many ask for it. */
export async function setNextRun(now: Date): Promise<void> {
  const period = upkeepSeconds() * 1000;
  const slot = Math.floor(now.getTime() / period + EARLY) + 1;
  await setTimer({ queue: "upkeep", name: `upkeep-${period}-${slot}`, at: new Date(slot * period), data: {}, anew: true });
}

/** The periodic run. It sets the next one first, so that a failure does not end the chain. */
export const upkeep = onTaskDispatched(
  { retryConfig: { maxAttempts: 3 }, rateLimits: { maxConcurrentDispatches: 1 }, secrets: [identityKey], serviceAccount: RUNS_AS.engine },
  async () => {
    const now = new Date();
    const done = await discreetly("upkeep", {}, async () => {
      await setNextRun(now);
      return runUpkeep(now);
    });
    logger.info("upkeep", done);
  },
);

/** Starts the chain of periodic runs, or revives it when a run was lost. In production only: see test/README.md. */
export const startUpkeep = onSchedule({ schedule: "every 15 minutes", serviceAccount: RUNS_AS.engine }, () => discreetly("start of upkeep", {}, () => setNextRun(new Date())));
