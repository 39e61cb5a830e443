import { logger } from "firebase-functions/v2";
import type { Request } from "firebase-functions/v2/https";
import { onRequest } from "firebase-functions/v2/https";
import type * as z from "zod";
import { malformed, Refusal } from "../domain/problems.ts";
import { AppealRequest, ComplaintRequest, ObjectionRequest } from "../domain/records.ts";
import { failureOf } from "../failure.ts";
import { followAnswer as followAnswered } from "../services/answers.ts";
import { checkApp } from "../services/appCheck.ts";
import { fileAppeal as appeal } from "../services/appeals.ts";
import { fileComplaint as complain } from "../services/complaints.ts";
import { filedAs } from "../services/filedAs.ts";
import { follow } from "../services/follow.ts";
import { checkHandbook as check } from "../services/handbook.ts";
import { fileObjection as file } from "../services/objections.ts";
import { identityKey, RUNS_AS } from "../settings.ts";

type Reply = { status: (code: number) => { json: (body: unknown) => void } };

/** Runs a public request: its result as JSON, a refusal as 4xx with its sentence, and never an error's own words. */
async function answer(response: Reply, work: () => Promise<unknown>): Promise<void> {
  try {
    response.status(200).json({ ok: true, result: await work() });
  } catch (error) {
    if (error instanceof Refusal) {
      if (error.problem.code === "notOurPage") logger.warn("request without App Check");
      return response.status(422).json({ ok: false, problem: error.problem });
    }
    logger.error("public request failed", failureOf(error));
    response.status(500).json({
      ok: false,
      problem: { code: "failed", zh: "系统暂时没有办成，请稍后再试。您填写的内容还在。", en: "This did not work just now. Try again in a while; what you typed is kept." },
    });
  }
}

/** Where a request comes from, as the hosting in front tells it. Used only under a keyed hash. */
function sourceOf({ headers, ip }: Request): string {
  const forwarded = headers["fastly-client-ip"] ?? headers["x-forwarded-for"];
  return (Array.isArray(forwarded) ? forwarded[0] : forwarded)?.split(",")[0]?.trim() ?? ip ?? "unknown";
}

/** A public form by POST, from one of our own pages: read by its schema, filed, refused by name. */
const filing = <T>(schema: z.ZodType<T>, work: (data: T, source: string) => Promise<unknown>) =>
  onRequest({ serviceAccount: RUNS_AS.public, secrets: [identityKey], cors: false }, (request, response) =>
    answer(response, async () => {
      await checkApp(request.header("X-Firebase-AppCheck"));
      const parsed = schema.safeParse(request.method === "POST" ? request.body : undefined);
      if (parsed.success) return work(parsed.data, sourceOf(request));
      throw new Refusal(malformed(parsed.error));
    }),
  );

/** `POST /api/objection`: anyone objects to one line of an open notice. */
export const fileObjection = filing(ObjectionRequest, async (sent, source) => ({ ...(await file({ ...sent, id: filedAs(sent.id) }, source)), objection: sent.id }));

/** `POST /api/appeal`: whoever objected appeals a dismissal, once. */
export const fileAppeal = filing(AppealRequest, async (sent, source) =>
  ({ ...(await appeal({ ...sent, id: filedAs(sent.id), objection: filedAs(sent.objection) }, source, sent.id)), objection: sent.id }));

/** `POST /api/complaint`: anyone tells the supervisors of somebody's conduct. */
export const fileComplaint = filing(ComplaintRequest, async (sent, source) => ({ ...(await complain({ ...sent, id: filedAs(sent.id) }, source)), complaint: sent.id }));

/** `GET /api/answer?number=…`: how an objection or a complaint stands, and its published answer. */
export const followAnswer = onRequest({ serviceAccount: RUNS_AS.public, cors: false }, (request, response) =>
  answer(response, () => {
    response.set("Cache-Control", "no-store");
    const { number } = request.query;
    return followAnswered(filedAs(typeof number === "string" ? number : ""));
  }),
);

/** `GET /api/receipt?number=…`: how an application stands. */
export const followReceipt = onRequest({ serviceAccount: RUNS_AS.public, secrets: [identityKey], cors: false }, (request, response) =>
  answer(response, () => {
    response.set("Cache-Control", "no-store");
    const { number } = request.query;
    return follow(typeof number === "string" ? number : "");
  }),
);

/** `GET /api/handbook?code=…`: whether a printed handbook is the last version of it. */
export const checkHandbook = onRequest({ serviceAccount: RUNS_AS.public, cors: false }, (request, response) =>
  answer(response, () => {
    response.set("Cache-Control", "no-store");
    const { code } = request.query;
    return check(typeof code === "string" ? code : "");
  }),
);
