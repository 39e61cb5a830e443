import { logger } from "firebase-functions/v2";
import { onDocumentCreated } from "firebase-functions/v2/firestore";
import { paths } from "../domain/paths.ts";
import { discreetly } from "../failure.ts";
import { carryOut } from "../services/carryOut.ts";
import { identityKey, RUNS_AS } from "../settings.ts";

/**
 * The one write path: every action that is appended comes here and nowhere else. `retry` delivers a failed event
 * again, for a day; a run that came through already changes nothing.
 */
export const applyAction = onDocumentCreated(
  { document: paths.action("{action}"), retry: true, secrets: [identityKey], concurrency: 40, serviceAccount: RUNS_AS.engine },
  async ({ document }) => {
    const id = document.split("/").at(-1) ?? "";
    const { type, applied, refused } = await discreetly("action", { action: id }, () => carryOut(id));
    logger.info("action applied", { action: id, type, applied, refused });
  },
);
