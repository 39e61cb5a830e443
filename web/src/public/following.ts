import { inFours } from "@domain/letters.ts";
import type { MeetingKind } from "@domain/meeting.ts";
import type { Status, Track } from "@domain/status.ts";
import type { AnswerLevel } from "@domain/records.ts";
import type { Actor } from "@domain/roles.ts";

/** What `/api/receipt` tells of an application (functions/src/services/follow.ts), its dates as JSON has them. */
export type Followed = {
  track: Track;
  status: Status;
  holders: readonly Actor[];
  village: string;
  since: string | null;
  until: string | null;
  returned: string | null;
  heldByObjection: boolean;
  again: readonly { kind: MeetingKind; at: string; reason: string }[];
  late: AnswerLevel | null;
  stoppedUntil: string | null;
  helperFrom: string | null;
  objections: readonly ToldObjection[];
};

export type ToldObjection = {
  status: "open" | "dismissed" | "upheld";
  level: AnswerLevel;
  dueAt: string;
  answer: { text: string; at: string } | null;
};

/** How many of the stations (words.ts) lie behind an application, and whether it stopped there. */
type Place = { done: number; stopped?: true };

const PLACES: Record<Status, Place> = {
  draft:         { done: 0 },
  submitted:     { done: 1 },
  surveyed:      { done: 2 },
  nominated:     { done: 3 },
  notNominated:  { done: 2, stopped: true },
  verified:      { done: 4 },
  villageNotice: { done: 4 },
  townReview:    { done: 5 },
  townApproved:  { done: 6 },
  townNotice:    { done: 6 },
  countyReview:  { done: 7 },
  approved:      { done: 9 },
  paired:        { done: 10 },
  planned:       { done: 11 },
  registered:    { done: 12 },
  handbookIssued: { done: 13 },
  entered:       { done: 13 },
  reported:      { done: 13 },
  inService:     { done: 14 },
  changeReview:  { done: 14 },
  ended:         { done: 0, stopped: true },
  exited:        { done: 9 },
  rejected:      { done: 0, stopped: true },
  withdrawn:     { done: 0, stopped: true },
};

export const placeOf = (status: Status): Place => PLACES[status];

/* Before the county's decision the household itself may withdraw (workflow/household.ts, `withdraw`). */
const WITHDRAWABLE: readonly Status[] = [
  "submitted", "surveyed", "nominated", "notNominated", "verified",
  "villageNotice", "townReview", "townApproved", "townNotice", "countyReview",
];

export const mayWithdraw = (status: Status): boolean => WITHDRAWABLE.includes(status);

/** Since the county's decision in its favour: helped, or on the way there. */
const APPROVED: readonly Status[] = [
  "approved", "paired", "planned", "registered", "handbookIssued", "entered", "reported", "inService", "changeReview",
];

export const isApproved = (status: Status): boolean => APPROVED.includes(status);

/** A receipt number as it is printed, however it was typed: ABCD-EFGH-JKLM. Undefined when it cannot be one. */
export function readReceipt(typed: string): string | undefined {
  const clean = typed.normalize("NFKC").toUpperCase().replace(/[^0-9A-Z]/g, "");
  return clean.length === 12 ? inFours(clean) : undefined;
}
