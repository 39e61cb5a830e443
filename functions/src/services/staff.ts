import { randomUUID } from "node:crypto";
import { getAuth } from "firebase-admin/auth";
import * as z from "zod";
import type { AreaCode, Roles } from "../domain/areas.ts";
import { areasOf, isInside, levelOf, Roles as RolesSchema } from "../domain/areas.ts";
import { paths } from "../domain/paths.ts";
import { refuse } from "../domain/problems.ts";
import type { Audit } from "../domain/records.ts";
import { Staff } from "../domain/records.ts";
import type { StaffRole } from "../domain/roles.ts";
import { ROLES } from "../domain/roles.ts";
import { typedText } from "../domain/text.ts";
import { database, read } from "../store/firestore.ts";
import type { Caller } from "./caller.ts";
import { endDeclarationsOf } from "./declarations.ts";

/** An account to make (without `uid`, with a first password) or to change. */
export const StaffRequest = z.strictObject({
  uid: z.string().min(1).max(128).optional(),
  name: typedText(1, 40),
  email: z.email().max(100),
  password: z.string().min(8).max(100).optional(),
  /* Firebase holds the claims of an account to 1,000 bytes. */
  roles: RolesSchema.refine((roles) => Object.values(roles).flat().length <= 30),
  disabled: z.boolean(),
});
export type StaffRequest = z.infer<typeof StaffRequest>;

const entriesOf = (roles: Roles) => Object.entries(roles) as [StaffRole, AreaCode[]][];

/** An office gives and takes only what lies inside its own area, so a town cannot make itself a county. */
function checkAreas(caller: Caller, roles: Roles): void {
  const own = caller.roles.campaignOffice ?? [];
  for (const [role, areas] of entriesOf(roles)) {
    if (areas.some((area) => !own.some((mine) => isInside(area, mine)))) refuse("outsideOwnArea");
    const levels: readonly string[] = ROLES[role].levels;
    if (areas.some((area) => !levels.includes(levelOf(area)))) refuse("levelMismatch", { roleZh: ROLES[role].zh, roleEn: ROLES[role].en });
  }
}

/**
 * Makes or changes an account. The register of staff is written first: the rules compare its version with the
 * token's, so what the account lost is lost at once, and what it gained comes with its next token.
 * @throws Refusal when the caller is no campaign office of that area, or the sign-in name is taken.
 */
export async function saveStaff(caller: Caller, request: StaffRequest): Promise<{ uid: string }> {
  if (!caller.roles.campaignOffice) refuse("roleNotAllowed", { roleZh: "", roleEn: "caller", rolesZh: ROLES.campaignOffice.zh, rolesEn: ROLES.campaignOffice.en });
  if (request.uid === caller.uid) refuse("ownAccount");
  checkAreas(caller, request.roles);
  const uid = request.uid ?? (await makeAccount(request));
  const version = await record(caller, uid, request);
  const auth = getAuth();
  await auth.setCustomUserClaims(uid, { roles: request.roles, version });
  if (request.uid) {
    await auth.updateUser(uid, { email: request.email, disabled: request.disabled, ...(request.password && { password: request.password }) });
    if (request.disabled || request.password) await auth.revokeRefreshTokens(uid);
    if (request.disabled || entriesOf(request.roles).length === 0) await endDeclarationsOf(uid, new Date());
  }
  return { uid };
}

async function makeAccount({ email, password, name }: StaffRequest): Promise<string> {
  try {
    return (await getAuth().createUser({ email, password: password ?? randomUUID(), displayName: name })).uid;
  } catch (error) {
    if ((error as { code?: string }).code !== "auth/email-already-exists") throw error;
    /* An account without an entry is one whose making was cut off: it is taken up again. */
    const { uid } = await getAuth().getUserByEmail(email);
    if ((await database().doc(paths.staff(uid)).get()).exists) refuse("emailTaken");
    await getAuth().updateUser(uid, { displayName: name, ...(password && { password }) });
    return uid;
  }
}

async function record(caller: Caller, uid: string, { name, email, roles, disabled }: StaffRequest): Promise<number> {
  const db = database();
  const ref = db.doc(paths.staff(uid));
  return db.runTransaction(async (tx) => {
    const before = read(Staff, await tx.get(ref));
    if (before) checkAreas(caller, before.roles);
    const version = (before?.version ?? 0) + 1;
    const areas = [...new Set(entriesOf(roles).flatMap(([, held]) => held.flatMap(areasOf)))];
    const updatedAt = new Date();
    tx.set(ref, { name, email, roles, areas, version, disabled, updatedAt, updatedBy: caller.uid } satisfies Staff);
    const audit: Audit = { what: "saveStaff", by: caller.uid, at: updatedAt, areas, subject: uid, reason: disabled ? "disabled" : "roles" };
    tx.create(db.doc(paths.audit(randomUUID())), audit);
    return version;
  });
}
