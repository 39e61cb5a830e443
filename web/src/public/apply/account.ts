import { connection } from "../../shared/connection.ts";
import { keepValue, keptValue } from "../../shared/kept.ts";

/*
 * A farmer's account has no name and no password: this device is given one when it first sends something, and keeps it
 * so that the same household can look again and withdraw. By Identity Toolkit's REST, without Firebase's SDK.
 */

/** Who this device is, with a token that is good for the next minutes. */
export type Account = { uid: string; token: string };
type Kept = { uid: string; refreshToken: string };

const KEY = "account";
/** A token is renewed this long before it runs out, in milliseconds. */
const MARGIN = 5 * 60_000;

let current: (Account & { until: number }) | undefined;

const isKept = (value: unknown): value is Kept =>
  typeof value === "object" &&
  value !== null &&
  typeof Reflect.get(value, "uid") === "string" &&
  typeof Reflect.get(value, "refreshToken") === "string";

/** The account of this device; a new one when it has none, or when its own is gone. @throws without a network. */
export async function signIn(): Promise<Account> {
  if (current && Date.now() < current.until) return current;
  const kept = keptValue(KEY);
  const renewed = isKept(kept) ? await renew(kept) : undefined;
  return renewed ?? signUp();
}

async function signUp(): Promise<Account> {
  const answer = await post(
    "identitytoolkit.googleapis.com/v1/accounts:signUp",
    JSON.stringify({ returnSecureToken: true }),
    "application/json",
  );
  if (!answer.ok) throw new Error(`signUp: ${answer.status}`);
  const { localId, idToken, refreshToken, expiresIn } = await answer.json();
  return remember({ uid: localId, token: idToken, refreshToken, seconds: Number(expiresIn) });
}

/** Undefined when the account is no more; then only a new one helps. */
async function renew({ refreshToken }: Kept): Promise<Account | undefined> {
  const form = new URLSearchParams({ grant_type: "refresh_token", refresh_token: refreshToken }).toString();
  const answer = await post("securetoken.googleapis.com/v1/token", form, "application/x-www-form-urlencoded");
  if (answer.status === 400) return undefined;
  if (!answer.ok) throw new Error(`token: ${answer.status}`);
  const { user_id, id_token, refresh_token, expires_in } = await answer.json();
  return remember({
    uid: user_id,
    token: id_token,
    refreshToken: refresh_token,
    seconds: Number(expires_in),
  });
}

function remember({
  refreshToken,
  seconds,
  ...account
}: Account & { refreshToken: string; seconds: number }): Account {
  keepValue(KEY, { uid: account.uid, refreshToken });
  current = { ...account, until: Date.now() + seconds * 1000 - MARGIN };
  return account;
}

async function post(service: string, body: string, type: string): Promise<Response> {
  const { apiKey, emulators } = await connection();
  const origin = emulators ? `http://${emulators.auth.hostAndPort}/` : "https://";
  return fetch(`${origin}${service}?key=${apiKey}`, {
    method: "POST",
    headers: { "Content-Type": type },
    body,
  });
}
