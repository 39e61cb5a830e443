import { Roles } from "@domain/areas.ts";
import type { FirebaseApp } from "firebase/app";
import { initializeApp } from "firebase/app";
import type { Auth, User } from "firebase/auth";
import { connectAuthEmulator, indexedDBLocalPersistence, initializeAuth, onIdTokenChanged, signInWithEmailAndPassword, signOut as leave } from "firebase/auth";
import * as z from "zod";
import { connection } from "../../shared/connection.ts";
import { forget, keepValue, keptValue } from "../../shared/kept.ts";

/** What the sign-in token carries of an account of the staff. */
const Claims = z.object({ roles: Roles, version: z.int() });
export type Claims = z.infer<typeof Claims>;

/** Who is signed in. Without claims: an account that holds no office. */
export type Account = { uid: string; email: string; claims: Claims | undefined };

type Ready = { app: FirebaseApp; auth: Auth };

let ready: Promise<Ready> | undefined;

/** The app and its sign-in, made once; after a failure they are made again. */
function start(): Promise<Ready> {
  ready ??= connect().catch((error) => {
    ready = undefined;
    throw error;
  });
  return ready;
}

async function connect(): Promise<Ready> {
  const { projectId, apiKey, authDomain, emulators } = await connection();
  const app = initializeApp({ projectId, apiKey, authDomain });
  /* Only e-mail and password: nothing here opens a window or loads a frame. */
  const auth = initializeAuth(app, { persistence: indexedDBLocalPersistence });
  if (emulators) connectAuthEmulator(auth, `http://${emulators.auth.hostAndPort}`, { disableWarnings: true });
  return { app, auth };
}

export async function firebaseApp(): Promise<FirebaseApp> {
  return (await start()).app;
}

const codeOf = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : "");

/* What the last token said. A token lasts an hour, a day without a signal longer; the database still asks for a new one. */
const CLAIMS = "claims";

/** The token's claims; without a connection, and with the token run out, those that this device was told last. */
async function claimsOf(user: User): Promise<unknown> {
  try {
    const { claims } = await user.getIdTokenResult();
    keepValue(CLAIMS, { uid: user.uid, claims });
    return claims;
  } catch (error) {
    const known = keptValue(CLAIMS);
    if (codeOf(error) !== "auth/network-request-failed" || !isOwn(known, user)) throw error;
    return known.claims;
  }
}

const isOwn = (known: unknown, { uid }: User): known is { claims: unknown } =>
  typeof known === "object" && known !== null && "uid" in known && known.uid === uid && "claims" in known;

async function accountOf(user: User): Promise<Account> {
  return { uid: user.uid, email: user.email ?? "", claims: Claims.safeParse(await claimsOf(user)).data };
}

/** Tells who is signed in, now and at every change of the token; undefined: nobody. @throws when there is no connection. */
export async function watchAccount(tell: (account: Account | undefined) => void): Promise<() => void> {
  const { auth } = await start();
  return onIdTokenChanged(auth, async (user) => tell(user ? await accountOf(user).catch(() => undefined) : undefined));
}

/** Why signing in did not work, as far as a person can do something about it. */
export type SignInTrouble = "wrong" | "disabled" | "tooMany" | "offline" | "other";

const TROUBLES: Record<string, SignInTrouble> = {
  "auth/invalid-credential": "wrong",
  "auth/invalid-email": "wrong",
  "auth/wrong-password": "wrong",
  "auth/user-not-found": "wrong",
  "auth/missing-password": "wrong",
  "auth/user-disabled": "disabled",
  "auth/too-many-requests": "tooMany",
  "auth/network-request-failed": "offline",
};

/** Signs in. Returns the trouble, or undefined when it worked. */
export async function signIn(email: string, password: string): Promise<SignInTrouble | undefined> {
  try {
    const { auth } = await start();
    await signInWithEmailAndPassword(auth, email.trim(), password);
    return undefined;
  } catch (error) {
    return error instanceof TypeError ? "offline" : (TROUBLES[codeOf(error)] ?? "other");
  }
}

export async function signOut(): Promise<void> {
  forget(CLAIMS);
  await leave((await start()).auth);
}

/** Fetches a new token, with the claims as they are now. Does nothing without a connection. */
export async function renewToken(): Promise<void> {
  const { auth } = await start();
  await auth.currentUser?.getIdToken(true).catch(() => undefined);
}

/** The token for a call to a function. */
export async function bearer(): Promise<string> {
  return (await (await start()).auth.currentUser?.getIdToken()) ?? "";
}
