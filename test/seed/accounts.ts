import type { Firestore } from "@google-cloud/firestore";
import { paths } from "@domain/paths.ts";
import type { Staff } from "@domain/records.ts";
import type { Auth } from "firebase-admin/auth";
import type { Member } from "./cast.ts";
import { areasOfMember, PASSWORD } from "./cast.ts";

/** The account's id: the same in every suite, so that a second call finds it. */
export const uidOf = ({ key }: Member): string => `demo-${key}`;

const TAKEN = ["auth/uid-already-exists", "auth/email-already-exists"];

/** Makes the accounts of these people with their roles. Those that are there already stay as they are. */
export async function openAccounts(
  { auth, db }: { auth: Auth; db: Firestore },
  members: readonly Member[],
): Promise<void> {
  await Promise.all(members.map((member) => openAccount(auth, db, member)));
}

async function openAccount(auth: Auth, db: Firestore, member: Member): Promise<void> {
  const { name, email, roles } = member;
  const uid = uidOf(member);
  try {
    await auth.createUser({ uid, email, password: PASSWORD, displayName: name, emailVerified: true });
  } catch (error) {
    if (TAKEN.includes((error as { code?: string }).code ?? "")) return;
    throw error;
  }
  await auth.setCustomUserClaims(uid, { roles, version: 1 });
  const staff: Staff = {
    name,
    email,
    roles,
    areas: areasOfMember(member),
    version: 1,
    disabled: false,
    updatedAt: new Date(),
    updatedBy: "seed",
  };
  await db.doc(paths.staff(uid)).set(staff);
}
