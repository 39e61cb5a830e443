import * as z from "zod";
import { logger } from "firebase-functions/v2";
import { HttpsError } from "firebase-functions/v2/https";
import { onTaskDispatched } from "firebase-functions/v2/tasks";
import { discreetly } from "../failure.ts";
import { endNotice } from "../services/endNotice.ts";
import { identityKey, RUNS_AS } from "../settings.ts";

const Data = z.object({ notice: z.string().regex(/^[^/]{1,200}$/) });

/** A notice's timer has run out. Called too early, by whomever, it ends nothing. */
export const closeNotice = onTaskDispatched(
  { retryConfig: { maxAttempts: 10, minBackoffSeconds: 2 }, rateLimits: { maxConcurrentDispatches: 20 }, secrets: [identityKey], serviceAccount: RUNS_AS.engine },
  async ({ data }) => {
    const parsed = Data.safeParse(data);
    const ending = parsed.success ? await discreetly("notice timer", parsed.data, () => endNotice(parsed.data.notice)) : "unknown";
    logger.info("notice timer", { notice: parsed.data?.notice, ending });
    if (ending === "tooEarly") throw new HttpsError("failed-precondition", "noticeStillOpen");
  },
);
