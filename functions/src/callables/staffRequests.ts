import { logger } from "firebase-functions/v2";
import type { CallableOptions, CallableRequest } from "firebase-functions/v2/https";
import { HttpsError, onCall } from "firebase-functions/v2/https";
import type * as z from "zod";
import { malformed, Refusal } from "../domain/problems.ts";
import { failureOf } from "../failure.ts";
import type { Caller } from "../services/caller.ts";
import { getCaller } from "../services/caller.ts";
import { answerComplaint as answer, ComplaintAnswer } from "../services/complaints.ts";
import { DeclarationRequest, declareRelatives as declare } from "../services/declarations.ts";
import { ListRemoval, ListRequest, removeList as endsList, takeList as match } from "../services/lists.ts";
import { ObjectorRequest, PrintRequest, reveal, revealForPrint as revealAll, revealObjector as tell, RevealRequest } from "../services/reveal.ts";
import { exportBatch as take, ExportRequest } from "../services/sheets/exportBatch.ts";
import { importRegister as bring, ImportRequest } from "../services/sheets/importRegister.ts";
import { ReceiptRequest, takeReceipt as receive } from "../services/sheets/takeReceipt.ts";
import { saveStaff as save, StaffRequest } from "../services/staff.ts";
import { identityKey, RUNS_AS } from "../settings.ts";

/** A call by a member of the staff: read, carried out, refused by name. */
async function serve<T, R>(request: CallableRequest, schema: z.ZodType<T>, work: (caller: Caller, data: T) => Promise<R>): Promise<R> {
  try {
    const caller = await getCaller(request.auth?.uid);
    const parsed = schema.safeParse(request.data);
    if (parsed.success) return await work(caller, parsed.data);
    throw new Refusal(malformed(parsed.error));
  } catch (error) {
    if (error instanceof Refusal) throw new HttpsError("failed-precondition", error.problem.code, error.problem);
    logger.error("staff request failed", failureOf(error));
    throw new HttpsError("internal", "failed");
  }
}

const OWN: CallableOptions = { serviceAccount: RUNS_AS.staff };
/** Compares people by hash. */
const KEYED: CallableOptions = { ...OWN, secrets: [identityKey] };
/** A town's list is read and written in one call: more time and room than other calls have, and not many in one room at a time. */
const LONG: CallableOptions = { ...KEYED, timeoutSeconds: 540, memory: "1GiB", concurrency: 2 };

/** The campaign's office makes or changes an account; no other function may. */
export const saveStaff = onCall({ serviceAccount: RUNS_AS.accounts }, (request) => serve(request, StaffRequest, save));

/** Shows one identity number, recorded. */
export const revealIdentity = onCall(OWN, (request) => serve(request, RevealRequest, reveal));

/** Tells who objected or complained to whoever answers it, recorded. */
export const revealObjector = onCall(OWN, (request) => serve(request, ObjectorRequest, tell));

/** A supervisor answers a complaint about staff. */
export const answerComplaint = onCall(OWN, (request) => serve(request, ComplaintAnswer, answer));

/** Gives the numbers of whole households for a print, recorded. */
export const revealForPrint = onCall(OWN, (request) => serve(request, PrintRequest, revealAll));

/** Matches an outside list with the campaign's people, by hash. */
export const takeList = onCall(LONG, (request) => serve(request, ListRequest, match));

/** Takes an outside list back. */
export const removeList = onCall(LONG, (request) => serve(request, ListRemoval, endsList));

/** A member of the staff declares relatives. */
export const declareRelatives = onCall(KEYED, (request) => serve(request, DeclarationRequest, declare));

/** Brings last year's register, or the national system's export, into the register. */
export const importRegister = onCall(LONG, (request) => serve(request, ImportRequest, bring));

/** Gives a batch as an .xlsx file, recorded. */
export const exportBatch = onCall(LONG, (request) => serve(request, ExportRequest, take));

/** Takes what the national system says it took in, and tells what differs. */
export const takeReceipt = onCall(LONG, (request) => serve(request, ReceiptRequest, receive));
