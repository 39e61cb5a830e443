import type { Problem } from "@domain/problems.ts";
import type { Suite } from "../support/suite/suite.ts";

export type Answer = { status: number; headers: Headers; ok: boolean; result?: unknown; problem?: Problem };

/** A public request at the function's own address, without the SDK, as an old phone sends it. */
export async function publicRequest(suite: Suite, path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`${suite.functionsBaseUrl}/${path}`, init);
  const body = (await response.json()) as Omit<Answer, "status" | "headers">;
  return { ...body, status: response.status, headers: response.headers };
}

export function postJson(suite: Suite, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  return publicRequest(suite, path, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json", ...headers } });
}

/** Signs in at the Auth emulator. `idToken` is what requests and rules see; `refreshToken` gets a newer one. */
export async function signIn({ auth }: Suite, account: { email: string; password: string }): Promise<{ idToken: string; refreshToken: string }> {
  const url = `http://${auth}/identitytoolkit.googleapis.com/v1/accounts:signInWithPassword?key=demo`;
  const response = await fetch(url, { method: "POST", body: JSON.stringify({ ...account, returnSecureToken: true }), headers: { "content-type": "application/json" } });
  if (!response.ok) throw new Error(`sign-in: ${(await response.text()).slice(0, 200)}`);
  return (await response.json()) as { idToken: string; refreshToken: string };
}

/** A newer token. @throws when the account is disabled or its tokens were revoked. */
export async function refresh({ auth }: Suite, refreshToken: string): Promise<string> {
  const url = `http://${auth}/securetoken.googleapis.com/v1/token?key=demo`;
  const body = new URLSearchParams({ grant_type: "refresh_token", refresh_token: refreshToken });
  const response = await fetch(url, { method: "POST", body });
  if (!response.ok) throw new Error(`refresh: ${(await response.text()).slice(0, 200)}`);
  return ((await response.json()) as { id_token: string }).id_token;
}

/** A call by the callable protocol: the result, or the name of the refusal. */
export async function call(suite: Suite, name: string, { token, data }: { token?: string; data: unknown }): Promise<{ result?: unknown; refused?: string; status: number }> {
  const headers = { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) };
  const response = await fetch(`${suite.functionsBaseUrl}/${name}`, { method: "POST", headers, body: JSON.stringify({ data }) });
  const { result, error } = (await response.json()) as { result?: unknown; error?: { message: string } };
  return { status: response.status, ...(result !== undefined && { result }), ...(error && { refused: error.message }) };
}

/** Whether the rules let this token read a document now: the HTTP status. */
export async function readAs({ firestore, projectId }: Suite, token: string, path: string): Promise<number> {
  const url = `http://${firestore}/v1/projects/${projectId}/databases/(default)/documents/${path}`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  await response.text();
  return response.status;
}
