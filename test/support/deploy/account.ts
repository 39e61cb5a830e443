/** An account of the staff by an administrator's hand: what the office's own function does for everybody else. */
import type { Firestore } from "@google-cloud/firestore";
import type { Roles } from "@domain/areas.ts";
import { areasOf } from "@domain/areas.ts";
import { paths } from "@domain/paths.ts";
import type { Staff } from "@domain/records.ts";
import type { Auth } from "firebase-admin/auth";

/** The two places where an account lies. */
export type Registers = { auth: Auth; db: Firestore };

/** `uid` and `password` are named for demonstrations alone. */
export type NewAccount = { name: string; email: string; roles: Roles; by: string; uid?: string; password?: string };

const TAKEN = ["auth/uid-already-exists", "auth/email-already-exists"];

/**
 * Makes the account with its roles; one whose making was cut off is taken up again. Undefined when it is there with its
 * roles already, and stays as it is.
 */
export async function openAccount({ auth, db }: Registers, { name, email, roles, by, ...own }: NewAccount): Promise<string | undefined> {
  const made = await createUser(auth, { email, displayName: name, emailVerified: true, ...own });
  const uid = made ?? (await auth.getUserByEmail(email)).uid;
  if (!made && (await db.doc(paths.staff(uid)).get()).exists) return undefined;
  await auth.setCustomUserClaims(uid, { roles, version: 1 });
  const areas = [...new Set(Object.values(roles).flat().flatMap(areasOf))];
  await db.doc(paths.staff(uid)).set({ name, email, roles, areas, version: 1, disabled: false, updatedAt: new Date(), updatedBy: by } satisfies Staff);
  return uid;
}

async function createUser(auth: Auth, account: Parameters<Auth["createUser"]>[0]): Promise<string | undefined> {
  try {
    return (await auth.createUser(account)).uid;
  } catch (error) {
    if (TAKEN.includes((error as { code?: string }).code ?? "")) return undefined;
    throw error;
  }
}
