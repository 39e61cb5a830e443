import type { ActionType } from "../actionInputs.ts";
import type { Actor, StaffRole } from "../roles.ts";
import { StaffRole as Role } from "../roles.ts";
import { WORKFLOW } from "./tracks.ts";

/** Actions upon a notice or a campaign instead of applications: who, and on what kind of target. */
export const OFFICE_ACTIONS = {
  extendNotice: { on: "notice",   by: ["villageCommittee", "povertyOfficer"] },
  recordBoard:  { on: "notice",   by: ["villageCommittee", "povertyOfficer"] },
  saveCampaign: { on: "campaign", by: ["campaignOffice"] },
  splitQuota:   { on: "campaign", by: ["povertyOfficer", "campaignOffice"] },
  answerVillageFinding: { on: "campaign", by: ["povertyOfficer", "townGovernment", "countyOffice"] },
  splitVillages: { on: "campaign", by: ["povertyOfficer", "campaignOffice"] },
} as const satisfies Partial<Record<ActionType, { on: "notice" | "campaign"; by: readonly StaffRole[] }>>;
export type OfficeAction = keyof typeof OFFICE_ACTIONS;

export function isOfficeAction(type: ActionType): type is OfficeAction {
  return type in OFFICE_ACTIONS;
}

/** Everybody who may do an action somewhere in the workflow: the role part of firestore.rules says the same. */
export function actorsOf(type: ActionType): Actor[] {
  if (isOfficeAction(type)) return [...OFFICE_ACTIONS[type].by];
  const rows = Object.values(WORKFLOW).flat().filter((row) => row.action === type);
  return [...new Set(rows.flatMap((row) => row.by))];
}

export function isStaffRole(actor: Actor): actor is StaffRole {
  return Role.options.some((role) => role === actor);
}
