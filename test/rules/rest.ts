import { suiteFirestore, RULES_PROJECT } from "./suite.ts";
import type { Persona } from "./people.ts";

/** Firestore by plain HTTP: what anybody can send who does not use our client, and fast enough for a large matrix. */

const root = `projects/${RULES_PROJECT}/databases/(default)/documents`;
const base = `http://${suiteFirestore}/v1/${root}`;

export type Fields = Record<string, unknown>;
/** `REQUEST_TIME` among the fields of a write becomes the server's time. */
export const REQUEST_TIME = Symbol("request time");

export type Write =
  | { create: string; fields: Fields }
  | { update: string; fields: Fields; mask: readonly string[] }
  | { set: string; fields: Fields }
  | { delete: string };

/** `EQUAL` to null asks whether a field is null. */
export type Filter = { field: string; op: "EQUAL" | "ARRAY_CONTAINS" | "ARRAY_CONTAINS_ANY"; value: unknown };
export type List = { parent?: string; collection: string; filters: readonly Filter[]; everywhere?: true };

/** What came of it. Anything that is neither allowed nor refused by the rules is thrown. */
export type Verdict = "allowed" | "refused";

function encode(value: unknown): Fields {
  if (value === null) return { nullValue: null };
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "boolean") return { booleanValue: value };
  if (typeof value === "number") return Number.isInteger(value) ? { integerValue: `${value}` } : { doubleValue: value };
  if (value instanceof Date) return { timestampValue: value.toISOString() };
  if (value instanceof Uint8Array) return { bytesValue: Buffer.from(value).toString("base64") };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(encode) } };
  if (typeof value === "object") return { mapValue: { fields: encodeAll(value as Fields) } };
  throw new Error(`cannot send a ${typeof value}`);
}

export function encodeAll(fields: Fields): Fields {
  const plain = Object.entries(fields).filter(([, value]) => value !== REQUEST_TIME);
  return Object.fromEntries(plain.map(([key, value]) => [key, encode(value)]));
}

/** A write as the interface takes it, below the database's root. */
export function toWrite(write: Write, below = root): object {
  if ("delete" in write) return { delete: `${below}/${write.delete}` };
  const path = "create" in write ? write.create : "set" in write ? write.set : write.update;
  const stamped = Object.keys(write.fields).filter((key) => write.fields[key] === REQUEST_TIME);
  return {
    update: { name: `${below}/${path}`, fields: encodeAll(write.fields) },
    ...("mask" in write && { updateMask: { fieldPaths: write.mask.filter((key) => !stamped.includes(key)) } }),
    ...("create" in write && { currentDocument: { exists: false } }),
    ...(stamped.length > 0 && {
      updateTransforms: stamped.map((fieldPath) => ({ fieldPath, setToServerValue: "REQUEST_TIME" })),
    }),
  };
}

/** A query as the interface takes it. */
export function toQuery({ collection, filters, everywhere }: List): object {
  const from = [{ collectionId: collection, ...(everywhere && { allDescendants: true }) }];
  const all = filters.map(({ field: fieldPath, op, value }) =>
    value === null
      ? { unaryFilter: { field: { fieldPath }, op: "IS_NULL" } }
      : { fieldFilter: { field: { fieldPath }, op, value: encode(value) } });
  if (all.length === 0) return { structuredQuery: { from } };
  return { structuredQuery: { from, where: { compositeFilter: { op: "AND", filters: all } } } };
}

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A token as the emulators take it: no signature. */
function tokenOf({ uid, token }: Persona): string {
  const firebase = { sign_in_provider: "custom", identities: {} };
  const issued = { iss: `https://securetoken.google.com/${RULES_PROJECT}`, aud: RULES_PROJECT, iat: 0, exp: 4e9 };
  return `${base64({ alg: "none", typ: "JWT" })}.${base64({ ...issued, sub: uid, user_id: uid, firebase, ...token })}.`;
}

async function send(persona: Persona | "owner", path: string, body?: object): Promise<Verdict> {
  const bearer = persona === "owner" ? "owner" : persona.uid && tokenOf(persona);
  const response = await fetch(`${base}${path}`, {
    method: body ? "POST" : "GET",
    headers: bearer ? { authorization: `Bearer ${bearer}` } : {},
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (response.status === 200 || response.status === 404) return "allowed";
  if (response.status === 403) return "refused";
  throw new Error(`${path} for ${persona === "owner" ? persona : persona.name}: ${response.status} ${text}`);
}

/** A person, or the functions' own hand (`owner`), at the raw interface. A missing document counts as allowed. */
export const by = (persona: Persona | "owner") => ({
  get: (path: string) => send(persona, `/${path}`),
  list: (list: List) => send(persona, `${list.parent ? `/${list.parent}` : ""}:runQuery`, toQuery(list)),
  commit: (...writes: Write[]) => send(persona, ":commit", { writes: writes.map((write) => toWrite(write)) }),
  createWithoutId: (path: string, fields: Fields) => send(persona, `/${path}`, { fields: encodeAll(fields) }),
});

/** Runs jobs a few dozen at a time: two cores serve no more, and sockets stay few. */
export async function inParallel<T, R>(items: readonly T[], job: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = Array.from({ length: items.length });
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < items.length; at = next++) results[at] = await job(items[at] as T);
  };
  await Promise.all(Array.from({ length: 24 }, worker));
  return results;
}
