import { FirebaseError } from "firebase/app";
import type { Suite } from "../support/suite/suite.ts";
import type { Outcome } from "@domain/action.ts";
import { verdict } from "../functions/office.ts";
import type { Fields, List, Write } from "../rules/rest.ts";
import { encodeAll, toQuery, toWrite } from "../rules/rest.ts";
import type { Verdict } from "./attempt.ts";
import { TAKEN } from "./attempt.ts";

/** The doors, each as an attacker uses it: what comes back is the name of the refusal. */

/** Milliseconds; whoever has no answer by then has found a way to make a function hang. */
const PATIENCE = 30_000;

type Reply = { error?: { status?: string; message?: string }; problem?: { code: string } };

async function ask(address: string, { token, body, headers }: { token?: string | undefined; body?: BodyInit; headers?: Record<string, string> }): Promise<{ status: number; reply: Reply | Reply[]; text: string }> {
  const response = await fetch(address, {
    method: body === undefined ? "GET" : "POST",
    headers: { ...(body !== undefined && { "content-type": "application/json" }), ...(token && { authorization: `Bearer ${token}` }), ...headers },
    ...(body !== undefined && { body }),
    signal: AbortSignal.timeout(PATIENCE),
  });
  const text = await response.text();
  return { status: response.status, reply: parse(text), text };
}

function parse(text: string): Reply {
  try {
    return JSON.parse(text) as Reply;
  } catch {
    return {};
  }
}

const errorIn = (reply: Reply | Reply[]) => (Array.isArray(reply) ? reply.find(({ error }) => error)?.error : reply.error);

/** Firestore without our client. `token`: whose; none for nobody. */
export function rest({ firestore, projectId }: Suite, token?: string) {
  const root = `projects/${projectId}/databases/(default)/documents`;
  const base = `http://${firestore}/v1/${root}`;
  const send = async (path: string, body?: object): Promise<Verdict> => {
    const { status, reply } = await ask(`${base}${path}`, { token, ...(body && { body: JSON.stringify(body) }) });
    return errorIn(reply)?.status ?? (status < 300 || status === 404 ? TAKEN : `HTTP ${status}`);
  };
  return {
    get: (path: string) => send(`/${path}`),
    list: (list: List) => send(`${list.parent ? `/${list.parent}` : ""}:runQuery`, toQuery(list)),
    count: (list: List) => send(":runAggregationQuery", { structuredAggregationQuery: { ...toQuery(list), aggregations: [{ alias: "many", count: {} }] } }),
    commit: (...writes: Write[]) => send(":commit", { writes: writes.map((write) => toWrite(write, root)) }),
    create: (path: string, fields: Fields) => send(`/${path}`, { fields: encodeAll(fields) }),
    /** A body of the attacker's own making. */
    raw: (path: string, body: object) => send(path, body),
  };
}

/** What the client SDK says of a call: its error's code. */
export const bySdk = (work: Promise<unknown>): Promise<Verdict> =>
  work.then(() => TAKEN, (error: unknown) => (error instanceof FirebaseError ? error.code : String(error)));

/** What became of an action that the rules have let in: the name of its refusal, or where it brought the household. */
export const byAction = async (outcome: Promise<Outcome>): Promise<Verdict> => {
  const done = await outcome;
  return done.problem?.code ?? (done.refused > 0 ? Object.values(done.targets).flatMap((one) => (one.applied ? [] : one.problem.code))[0] ?? "nothing" : verdict(done) && TAKEN);
};

/** A function of the staff, by the callable protocol. */
export async function callable({ functionsBaseUrl }: Suite, name: string, data: unknown, token?: string): Promise<Verdict> {
  const { status, reply } = await ask(`${functionsBaseUrl}/${name}`, { token, body: typeof data === "string" ? data : JSON.stringify({ data }) });
  const error = errorIn(reply);
  return error ? (error.status === "FAILED_PRECONDITION" ? (error.message ?? "") : (error.status ?? "")) : status < 300 ? TAKEN : `HTTP ${status}`;
}

/** A public address, as any telephone reaches it. `from`: the source that it claims to come from. */
export async function http({ functionsBaseUrl }: Suite, path: string, { body, from }: { body?: unknown; from?: string } = {}): Promise<Verdict> {
  const { status, reply } = await ask(`${functionsBaseUrl}/${path}`, {
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    ...(from && { headers: { "x-forwarded-for": from } }),
  });
  return (Array.isArray(reply) ? undefined : reply.problem?.code) ?? (status < 300 ? TAKEN : `HTTP ${status}`);
}
