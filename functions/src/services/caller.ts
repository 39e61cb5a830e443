import type { Roles } from "../domain/areas.ts";
import { paths } from "../domain/paths.ts";
import { refuse } from "../domain/problems.ts";
import { Staff } from "../domain/records.ts";
import { database, read } from "../store/firestore.ts";

export type Caller = { uid: string; roles: Roles };

/** Who calls, by what the account holds now, whatever its token still says. @throws Refusal when it holds nothing. */
export async function getCaller(uid: string | undefined): Promise<Caller> {
  if (!uid) refuse("signInFirst");
  const staff = read(Staff, await database().doc(paths.staff(uid)).get()) ?? refuse("notHeld");
  if (staff.disabled) refuse("accountDisabled");
  return { uid, roles: staff.roles };
}
