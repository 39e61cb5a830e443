import { connection } from "./connection.ts";

/*
 * Firestore by plain HTTP: the public pages read and write by it, so that an old phone on a slow net loads no SDK before
 * it must, and the staff's outbox sends by it (staff/actions/deliver.ts). Only what they need: one document, one
 * collection by equal fields, and one atomic commit.
 */

/** A value on the wire (Firestore REST, `Value`). */
export type Wire =
  | { nullValue: null }
  | { booleanValue: boolean }
  | { integerValue: string }
  | { doubleValue: number | string }
  | { timestampValue: string }
  | { stringValue: string }
  | { bytesValue: string }
  | { arrayValue: { values?: Wire[] } }
  | { mapValue: { fields?: Record<string, Wire> } };
export type WireFields = Record<string, Wire>;

/** A plain value as Firestore's wire wants it. Undefined fields are left out. @throws on what Firestore cannot hold. */
export function encode(value: unknown): Wire {
  if (value === null) return { nullValue: null };
  if (typeof value === "boolean") return { booleanValue: value };
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "number")
    return Number.isSafeInteger(value) ? { integerValue: String(value) } : { doubleValue: value };
  if (value instanceof Uint8Array) return { bytesValue: base64(value) };
  if (value instanceof Date) return { timestampValue: value.toISOString() };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(encode) } };
  if (typeof value === "object") return { mapValue: { fields: encodeFields(value) } };
  throw new TypeError(`cannot encode ${typeof value}`);
}

/** So many bytes become text at once: a call takes only so many arguments. Divisible by three, as base64 wants it. */
const STRIDE = 0x6000;

function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += STRIDE) text += btoa(String.fromCharCode(...bytes.subarray(at, at + STRIDE)));
  return text;
}

export function encodeFields(value: object): WireFields {
  const given = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(given.map(([key, field]) => [key, encode(field)]));
}

/** The plain value behind the wire's; timestamps become dates. @throws on kinds that no public document has. */
export function decode(wire: Wire): unknown {
  if ("nullValue" in wire) return null;
  if ("booleanValue" in wire) return wire.booleanValue;
  if ("integerValue" in wire) return Number(wire.integerValue);
  if ("doubleValue" in wire) return Number(wire.doubleValue);
  if ("timestampValue" in wire) return new Date(wire.timestampValue);
  if ("stringValue" in wire) return wire.stringValue;
  if ("arrayValue" in wire) return (wire.arrayValue.values ?? []).map(decode);
  if ("mapValue" in wire) return decodeFields(wire.mapValue.fields ?? {});
  throw new TypeError(`cannot decode ${Object.keys(wire).join()}`);
}

export function decodeFields(fields: WireFields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, wire]) => [key, decode(wire)]));
}

/** An answer that is no success, by its status: 403 for what the rules do not show. */
export class RestError extends Error {
  readonly status: number;
  /** Firestore's name of it, such as ALREADY_EXISTS. */
  readonly code: string;
  constructor(status: number, code: string) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
  }
}

type WireDocument = { name: string; fields?: WireFields };

/** One document of the database, or undefined when there is none; `only` names the fields to fetch. @throws RestError, or TypeError without a network. */
export async function getDocument(
  path: string,
  token?: string,
  only: readonly string[] = [],
): Promise<Record<string, unknown> | undefined> {
  try {
    const found: WireDocument = await call(`/${path}`, { token, mask: only });
    return decodeFields(found.fields ?? {});
  } catch (error) {
    if (error instanceof RestError && error.status === 404) return undefined;
    throw error;
  }
}

export type Found = { id: string; fields: Record<string, unknown> };
type ListQuery = {
  collection: string;
  under?: string;
  equals?: Record<string, unknown>;
  only?: readonly string[];
  token?: string;
};

/** The documents of a collection whose fields equal the given ones; `only` names the fields to fetch. */
export async function listDocuments({
  collection,
  under = "",
  equals = {},
  only,
  token,
}: ListQuery): Promise<Found[]> {
  const filters = Object.entries(equals).map(([field, value]) => ({
    fieldFilter: { field: { fieldPath: field }, op: "EQUAL", value: encode(value) },
  }));
  const structuredQuery = {
    from: [{ collectionId: collection }],
    ...(filters.length > 0 && { where: { compositeFilter: { op: "AND", filters } } }),
    ...(only && { select: { fields: only.map((fieldPath) => ({ fieldPath })) } }),
  };
  const answer: { document?: WireDocument }[] = await call(`${under && `/${under}`}:runQuery`, {
    body: { structuredQuery },
    token,
  });
  return answer.flatMap(({ document }) =>
    document
      ? [{ id: document.name.split("/").at(-1) ?? "", fields: decodeFields(document.fields ?? {}) }]
      : [],
  );
}

/** One document to write. `now` names the fields that take the server's time; `only` those that change. */
export type Write = { path: string; fields: object; now?: readonly string[]; only?: readonly string[] };

/** Writes all or nothing. A write without `only` is a new document. @throws RestError with ALREADY_EXISTS when sent before. */
export async function commit(writes: readonly Write[], token: string, signal?: AbortSignal): Promise<void> {
  const base = `projects/${(await connection()).projectId}/databases/(default)/documents`;
  const body = {
    writes: writes.map(({ path, fields, now = [], only }) => ({
      update: { name: `${base}/${path}`, fields: encodeFields(fields) },
      updateTransforms: now.map((fieldPath) => ({ fieldPath, setToServerValue: "REQUEST_TIME" })),
      ...(only && { updateMask: { fieldPaths: only } }),
      currentDocument: { exists: only !== undefined },
    })),
  };
  await call(":commit", { body, token, signal });
}

type Call = { body?: unknown; token?: string | undefined; mask?: readonly string[]; signal?: AbortSignal | undefined };

async function call(path: string, { body, token, mask = [], signal }: Call) {
  const { projectId, apiKey, emulators } = await connection();
  const origin = emulators ? `http://${emulators.firestore.hostAndPort}` : "https://firestore.googleapis.com";
  const address = `${origin}/v1/projects/${projectId}/databases/(default)/documents${path}?${new URLSearchParams([["key", apiKey], ...mask.map((field) => ["mask.fieldPaths", field])])}`;
  /* text/plain spares the browser's preflight, as Firebase's own SDK does. */
  const headers = {
    ...(body !== undefined && { "Content-Type": "text/plain" }),
    ...(token && { Authorization: `Bearer ${token}` }),
  };
  const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const response = await fetch(address, { ...sent, headers, ...(signal && { signal }) });
  const answer = await response.json().catch(() => undefined);
  if (response.ok) return answer;
  const { error } = Array.isArray(answer) ? (answer[0] ?? {}) : (answer ?? {});
  throw new RestError(response.status, typeof error?.status === "string" ? error.status : "");
}
