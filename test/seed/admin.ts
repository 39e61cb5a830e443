import { randomUUID } from "node:crypto";
import { Firestore } from "@google-cloud/firestore";
import { deleteApp, initializeApp } from "firebase-admin/app";
import type { Auth } from "firebase-admin/auth";
import { getAuth } from "firebase-admin/auth";

/** Where the data lie. Without `firestore`, the project itself, with the credentials of the environment. */
export type Where = { projectId: string; firestore?: string };

/* Locally there is nobody to ask for Google's credentials; asking only takes time and prints a warning. */
function withoutGoogle(): void {
  process.env["METADATA_SERVER_DETECTION"] ??= "none";
}

/** The database by its administrator's hand, which no rule holds: for seeds and for looking at what was written. */
export function openDatabase({ projectId, firestore }: Where): Firestore {
  if (!firestore) return new Firestore({ projectId });
  withoutGoogle();
  /* The client speaks to the emulator rightly only when the environment names it. */
  process.env["FIRESTORE_EMULATOR_HOST"] = firestore;
  return new Firestore({ projectId });
}

/** Works with the accounts of the Auth emulator at this address; without one, with the project's own. */
export async function withAccounts<T>(
  { projectId, auth }: { projectId: string; auth?: string },
  work: (accounts: Auth) => Promise<T>,
): Promise<T> {
  if (auth) {
    withoutGoogle();
    /* The Admin SDK takes the emulator's address from the environment alone. */
    process.env["FIREBASE_AUTH_EMULATOR_HOST"] = auth;
  }
  const app = initializeApp({ projectId }, randomUUID());
  try {
    return await work(getAuth(app));
  } finally {
    await deleteApp(app);
  }
}
