import type { ActionType } from "@domain/actionInputs.ts";
import type { Status } from "@domain/status.ts";
import type { Household } from "../../data/applications.ts";

/** Where the registration form of a household, or of a village, is filled in. */
export const addressOfForm = ({ id, track }: Pick<Household, "id" | "track">): string => (track === "village" ? `/staff/villageForm/${id}` : `/staff/registration/${id}`);

type Place = Pick<Household, "id" | "track" | "village">;
type Step = { action: ActionType; href: (village: Place) => string };

/** What comes next for a poor village in each state, and the room where it is done. */
const NEXT: Partial<Record<Status, Step>> = {
  draft:        { action: "submit", href: ({ id }) => `/staff/villages/${id}` },
  submitted:    { action: "submit", href: ({ id }) => `/staff/villages/${id}` },
  townReview:   { action: "approve", href: () => "/staff/review" },
  townApproved: { action: "publishNotice", href: ({ village }) => `/staff/publish?village=${village}` },
  countyReview: { action: "approve", href: () => "/staff/review" },
  approved:     { action: "assignHelper", href: ({ id }) => `/staff/unit/${id}` },
  paired:       { action: "adoptPlan", href: ({ id }) => `/staff/help/${id}?do=plan` },
  planned:      { action: "completeForm", href: addressOfForm },
  registered:   { action: "exportBatch", href: ({ village }) => `/staff/entry?village=${village}` },
  entered:      { action: "reportToCounty", href: ({ village }) => `/staff/entry?village=${village}` },
  reported:     { action: "passTrialRun", href: ({ village }) => `/staff/trial?village=${village}` },
  inService:    { action: "updateYear", href: ({ id }) => `/staff/update/${id}` },
};

/** The next step of a village with its address; undefined where nothing follows. */
export function nextRoom(application: Place & Pick<Household, "status">): { action: ActionType; href: string } | undefined {
  const step = NEXT[application.status];
  return step && { action: step.action, href: step.href(application) };
}
