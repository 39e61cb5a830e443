import type { ActionType } from "@domain/actionInputs.ts";
import type { Problem } from "@domain/problems.ts";
import { available } from "@domain/workflow/available.ts";
import type { Household } from "../data/applications.ts";
import type { Desk } from "../session/session.ts";

/** What of a desk decides about what its person may do. */
export type Asker = Pick<Desk, "uid" | "roles" | "office" | "campaign">;

/** Why this person may not do an action to a household now; undefined when it may be done. */
export function whyNot(household: Household, action: ActionType, { uid, roles, office, campaign }: Asker): Problem | "notNow" | undefined {
  const found = available({ application: household, person: { uid, roles, role: office.role }, campaign }).find((one) => one.action === action);
  return found ? found.off : "notNow";
}

/** How each household was when it was looked at; the action is refused where something has happened since. */
export const seenOf = (households: readonly Household[]): Record<string, number> =>
  Object.fromEntries(households.map(({ id, chain }) => [id, chain.length]));
