import { logger } from "firebase-functions/v2";
import type { CallableRequest } from "firebase-functions/v2/https";
import { HttpsError, onCall } from "firebase-functions/v2/https";
import type * as z from "zod";
import { malformed, Refusal } from "../domain/problems.ts";
import type { Caller } from "../services/caller.ts";
import { getCaller } from "../services/caller.ts";
import { reveal, RevealRequest } from "../services/reveal.ts";
import { saveStaff as save, StaffRequest } from "../services/staff.ts";

/** A call by a member of the staff: read, carried out, refused by name. */
async function serve<T, R>(request: CallableRequest, schema: z.ZodType<T>, work: (caller: Caller, data: T) => Promise<R>): Promise<R> {
  try {
    const caller = await getCaller(request.auth?.uid);
    const parsed = schema.safeParse(request.data);
    if (parsed.success) return await work(caller, parsed.data);
    throw new Refusal(malformed(parsed.error));
  } catch (error) {
    if (error instanceof Refusal) throw new HttpsError("failed-precondition", error.problem.code, error.problem);
    logger.error("staff request failed", { kind: error instanceof Error ? error.name : "unknown" });
    throw new HttpsError("internal", "failed");
  }
}

/** The campaign's office makes or changes an account. */
export const saveStaff = onCall((request) => serve(request, StaffRequest, save));

/** Shows one identity number, recorded. */
export const revealIdentity = onCall((request) => serve(request, RevealRequest, reveal));
