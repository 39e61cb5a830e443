import type { Problem } from "@domain/problems.ts";
import { proofOfPage } from "../shared/appCheck.ts";

/** A problem as it arrives: a sentence in both languages, perhaps with the fields it is about. */
export type Told = Pick<Problem, "zh" | "en" | "fields"> & { code: string };

/** What a function behind hosting answers. */
export type Answer<T> = { ok: true; result: T } | { ok: false; problem: Told };

/** No answer at all: without a network, or from something that is not ours. */
export const UNREACHED: Told = {
  code: "unreached",
  zh: "没有收到服务器的答复，请检查网络后再试。您填写的内容还在，再提交一次也只算一次。",
  en: "The server did not answer. Check the connection and try again; what you typed is kept, and sending twice counts once.",
};

/** Asks a function of this site. Never throws: an answer that is none becomes the problem `unreached`. */
export async function ask<T>(address: string, body?: unknown): Promise<Answer<T>> {
  try {
    const sent = body === undefined ? {} : { method: "POST", headers: { "Content-Type": "application/json", ...(await proofOfPage()) }, body: JSON.stringify(body) };
    const answer = await (await fetch(address, sent)).json();
    return typeof answer?.ok === "boolean" ? answer : { ok: false, problem: UNREACHED };
  } catch {
    return { ok: false, problem: UNREACHED };
  }
}
