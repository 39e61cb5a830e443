import * as z from "zod";
import { logger } from "firebase-functions/v2";
import { HttpsError } from "firebase-functions/v2/https";
import { onTaskDispatched } from "firebase-functions/v2/tasks";
import { discreetly } from "../failure.ts";
import { sendOutward } from "../services/outward.ts";
import { outwardSecret, RUNS_AS } from "../settings.ts";

const Data = z.object({ message: z.string().regex(/^[^/]{1,200}$/) });

/** Sends one message outwards; tried again ever more slowly for a day, then given up. */
export const sendMessage = onTaskDispatched(
  {
    retryConfig: { maxAttempts: 100, minBackoffSeconds: 10, maxBackoffSeconds: 3600, maxDoublings: 8, maxRetrySeconds: 90_000 },
    rateLimits: { maxConcurrentDispatches: 5 }, secrets: [outwardSecret], serviceAccount: RUNS_AS.engine,
  },
  async ({ data }) => {
    const parsed = Data.safeParse(data);
    const sent = parsed.success ? await discreetly("message outwards", parsed.data, () => sendOutward(parsed.data.message, new Date())) : "none";
    logger.info("message outwards", { message: parsed.data?.message, sent });
    if (sent === "again") throw new HttpsError("unavailable", "notTaken");
  },
);
