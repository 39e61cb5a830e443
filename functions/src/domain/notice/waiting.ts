import type { Application } from "../application.ts";
import type { StaffRole } from "../roles.ts";
import type { Status } from "../status.ts";
import { HOUSEHOLD_TRACKS } from "../status.ts";
import type { Notice, Round } from "./notice.ts";

/** Where a household waits for a list, for which, and who publishes it (the plan, steps 2 and 3). */
const WAITING = [
  { status: "verified",     round: "village", by: "villageCommittee" },
  { status: "townApproved", round: "town",    by: "povertyOfficer" },
] as const satisfies readonly { status: Status; round: Round; by: StaffRole }[];

export type Waiting = (typeof WAITING)[number];

/** The list that a household waits for in a state; undefined where it waits for none. */
export const roundAwaited = (status: Status): Round | undefined => WAITING.find((one) => one.status === status)?.round;

/** What a role publishes: the list, and where its households wait for it. */
export const publishedBy = (role: string): Waiting | undefined => WAITING.find(({ by }) => by === role);

type Household = Pick<Application, "status" | "track" | "since" | "leftOff">;

/** Whether it waits for that list and nothing on record says why it should not be on it. */
export const isWaitingFor = ({ status, round }: Waiting, one: Household): boolean =>
  one.status === status && HOUSEHOLD_TRACKS.some((track) => track === one.track) && one.leftOff?.round !== round;

/**
 * The notice that a household was passed over by in silence: of the list that it waits for, opened since it waits, and
 * not refused to it by name. Published by the product there is none, for the guard `listIsWhole` refuses such a notice.
 */
export function passedOverBy<N extends Pick<Notice, "round" | "opensAt" | "list">>(one: Household, notices: readonly N[], isRefused: (notice: N) => boolean): N | undefined {
  const { since } = one;
  const awaited = WAITING.find((row) => isWaitingFor(row, one));
  if (!awaited || !since) return undefined;
  return notices.find((notice) => notice.round === awaited.round && notice.opensAt > since && notice.list.some(({ track }) => track !== "village") && !isRefused(notice));
}
