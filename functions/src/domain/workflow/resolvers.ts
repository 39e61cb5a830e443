import type { ActionInput } from "../actionInputs.ts";
import type { Status } from "../status.ts";
import { SINCE_NOTICE } from "../status.ts";
import type { CaseAtRow } from "./case.ts";
import type { ResolverName } from "./transition.ts";

/** The three who verify a nominated household together (the plan, step 2). */
export const VERIFIERS = ["villageCommittee", "povertyOfficer", "villageCadre"] as const;

/** Where a household goes on once its notice has ended without an open objection. */
export const AFTER_NOTICE: Partial<Record<Status, Status>> = { villageNotice: "townReview", townNotice: "countyReview" };

/** Whether an upheld objection still has something to take back. */
export function isSinceNotice(status: Status): boolean {
  return SINCE_NOTICE.some((one) => one === status);
}

export const RESOLVERS: Record<ResolverName, (c: CaseAtRow) => Status> = {
  /** More than half of those present (Organic Law of Villagers' Committees 2010, art. 26). */
  byMajority: (c) => {
    const { present, votes } = c.input as ActionInput<"recordAppraisal">;
    return 2 * (votes[c.target]?.yes ?? 0) > present ? "nominated" : "notNominated";
  },

  byVerifications: ({ application: { hands }, person }) => {
    const done = [...Object.keys(hands.verified), person.role];
    return VERIFIERS.every((role) => done.includes(role)) ? "verified" : "nominated";
  },

  /**
   * Upheld: back to the survey. Dismissed: on at once when nothing else holds it and the period is over. A household
   * that has left the notice's way meanwhile stays where it is.
   */
  byAnswer: (c) => {
    const { decision } = c.input as ActionInput<"answerObjection">;
    const { track, status, openObjections } = c.application;
    if (!isSinceNotice(status)) return status;
    if (decision === "uphold") return track === "village" ? "submitted" : "surveyed";
    const ended = c.atHand.notice !== undefined && c.now >= c.atHand.notice.closesAt;
    const left = openObjections - (c.atHand.objection?.held ? 1 : 0);
    return left === 0 && ended ? (AFTER_NOTICE[status] ?? status) : status;
  },

  /** A form corrected after it was entered is entered again; a village has no handbook in between. */
  byCorrection: ({ application: { track, status } }) =>
    status === "registered" || track === "village" ? "registered" : "handbookIssued",

  byRequest: ({ application: { request } }) => (request?.kind === "split" ? "inService" : "ended"),

  unchanged: ({ application }) => application.status,
};
