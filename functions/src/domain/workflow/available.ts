import type { ActionType } from "../actionInputs.ts";
import type { Application } from "../application.ts";
import { holds } from "../areas.ts";
import type { Campaign } from "../campaign.ts";
import type { Problem } from "../problems.ts";
import type { CaseAtRow, Person } from "./case.ts";
import { EVERY_ROW, GUARDS, STANDING_GUARDS } from "./guards.ts";
import { WORKFLOW } from "./tracks.ts";
import { isStaffRole } from "./offices.ts";
import type { Transition } from "./transition.ts";

/** One thing that can be done with a household now; `off` says why this person may not. */
export type Available = { action: ActionType; row: Transition; off?: Problem };

type Standing = { application: Application; person: Person; campaign: Campaign };

/**
 * What the person's role may do with a household in its present state: the buttons of its page, from the same table
 * and guards that the functions apply. A guard that needs the input speaks only after sending.
 */
export function available({ application, person, campaign }: Standing): Available[] {
  const { role } = person;
  if (isStaffRole(role) && !holds(person.roles, role, application.village)) return [];
  return WORKFLOW[application.track]
    .filter((row) => row.from.includes(application.status) && row.by.includes(role))
    .map((row) => {
      const standing = [...EVERY_ROW, ...row.guards].filter((guard) => STANDING_GUARDS.includes(guard));
      /* Standing guards look at nothing else. */
      const c = { application, person, campaign, row } as CaseAtRow;
      const off = standing.map((guard) => GUARDS[guard](c)).find((refused) => refused !== undefined);
      return { action: row.action, row, ...(off && { off }) };
    });
}
