import type { Problem } from "@domain/problems.ts";
import type { Bilingual } from "@domain/text.ts";
import { proofOfPage } from "../../shared/appCheck.ts";
import { connection } from "../../shared/connection.ts";
import { bearer } from "../session/account.ts";

/** Where functions run, as at deployment (functions/src/settings.ts). */
const REGION: string = import.meta.env.VITE_LIKA_REGION ?? "asia-east2";

export type Answer<R> = { ok: true; result: R } | { ok: false; problem: Bilingual & Partial<Pick<Problem, "code" | "fields">> };

const UNREACHABLE = { zh: "没有网络，没有办成。请检查网络后再试。", en: "There is no connection, and nothing was done. Check it and try again." } as const;
const FAILED = { zh: "系统暂时没有办成，请稍后再试。您填写的内容还在。", en: "This did not work just now. Try again in a while; what you typed is kept." } as const;

type Reply = { result?: unknown; error?: { details?: unknown } };

const isProblem = (value: unknown): value is Problem => typeof value === "object" && value !== null && "zh" in value && "en" in value;

type Callable =
  | "saveStaff" | "revealIdentity" | "revealForPrint" | "revealObjector" | "answerComplaint" | "importRegister" | "exportBatch" | "takeReceipt"
  | "takeList" | "removeList" | "declareRelatives";

/** Calls a function that answers at once. A refusal comes back as its sentence; nothing is thrown. */
export async function call<R>(name: Callable, data: unknown): Promise<Answer<R>> {
  try {
    const { projectId, emulators } = await connection();
    const base = emulators ? `http://${emulators.functions.hostAndPort}/${projectId}/${REGION}` : `https://${REGION}-${projectId}.cloudfunctions.net`;
    const response = await fetch(`${base}/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${await bearer()}`, ...(await proofOfPage()) },
      body: JSON.stringify({ data }),
    });
    const reply: Reply = await response.json().catch(() => ({}));
    if (response.ok) return { ok: true, result: reply.result as R };
    return { ok: false, problem: isProblem(reply.error?.details) ? reply.error.details : FAILED };
  } catch {
    return { ok: false, problem: UNREACHABLE };
  }
}
