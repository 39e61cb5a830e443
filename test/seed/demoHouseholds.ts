import type { HouseholdTrack } from "@domain/status.ts";

/**
 * How far a household of the demo has come: a state of the workflow, or a state with something about it. `half` is
 * nominated with one of three verifications, `objected` on an open notice with an open objection, `held` still on a
 * notice that has ended, `returned` back at the survey, `updated` in service with the form of another year.
 */
export const ENDS = [
  "draft", "withdrawn", "submitted", "surveyed", "notNominated", "nominated", "half", "verified", "villageNotice", "objected",
  "held", "returned", "rejected", "townReview", "townApproved", "townNotice", "countyReview", "approved",
  "paired", "planned", "registered", "handbookIssued", "entered", "reported", "inService", "updated", "changeReview", "ended",
] as const;
export type End = (typeof ENDS)[number];

/** Households of one village, as `end: how many`. `approved` of an exit is `exited`. */
type Some = Partial<Record<End, number>>;

/** Who is there to see: by the village's place in the list and the track. */
export const DEMO: readonly { village: number; track: HouseholdTrack; some: Some }[] = [
  {
    village: 0, track: "identify",
    some: {
      draft: 1, withdrawn: 1, submitted: 2, surveyed: 1, notNominated: 1, nominated: 1, half: 1, verified: 1, villageNotice: 3, objected: 1,
      held: 1, returned: 1, rejected: 1, townReview: 2, townApproved: 1, townNotice: 2, countyReview: 1, approved: 2,
    },
  },
  { village: 0, track: "exit", some: { submitted: 1, surveyed: 1, nominated: 1, verified: 1, villageNotice: 1, townReview: 1 } },
  {
    village: 1, track: "identify",
    some: {
      submitted: 1, surveyed: 1, villageNotice: 2, townReview: 1, townNotice: 1, countyReview: 1, approved: 2, paired: 2, planned: 2, registered: 2,
      handbookIssued: 2, entered: 2, reported: 2, inService: 3, updated: 1, changeReview: 1, ended: 1,
    },
  },
  {
    village: 1, track: "exit",
    some: { draft: 1, withdrawn: 1, notNominated: 1, rejected: 1, townApproved: 1, townNotice: 1, countyReview: 1, approved: 2 },
  },
  { village: 2, track: "identify", some: { countyReview: 1, approved: 2, paired: 1, planned: 1, registered: 2, handbookIssued: 1, entered: 1, reported: 1, inService: 3 } },
  { village: 3, track: "identify", some: { submitted: 1, surveyed: 1 } },
  { village: 4, track: "identify", some: { submitted: 1 } },
  { village: 5, track: "identify", some: { submitted: 1, draft: 1 } },
  { village: 6, track: "identify", some: { surveyed: 1 } },
  { village: 7, track: "identify", some: { submitted: 1 } },
  { village: 9, track: "identify", some: { submitted: 1 } },
];
