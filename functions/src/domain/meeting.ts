import * as z from "zod";
import type { Application } from "./application.ts";
import type { Campaign } from "./campaign.ts";
import type { StaffRole } from "./roles.ts";
import type { Bilingual } from "./text.ts";

/** What a meeting is for a household: the first word on it, another word, or a record put right. */
export const MeetingKind = z.enum(["regular", "supplementary", "correction"]);
export type MeetingKind = z.infer<typeof MeetingKind>;

export const MEETING_KINDS = {
  regular:       { zh: "评议会",     en: "meeting" },
  supplementary: { zh: "补充评议会", en: "supplementary meeting" },
  correction:    { zh: "更正评议记录", en: "correction of the record" },
} as const satisfies Record<MeetingKind, Bilingual>;

/** Who confirms the record of a meeting: those who verify the households afterwards (the plan, step 2). */
export const CONFIRMERS = ["villageCommittee", "villageCadre", "povertyOfficer"] as const satisfies readonly StaffRole[];

/** So many confirm it, each in another role: so one of them at least is not of the committee that recorded it. */
export const CONFIRMERS_NEEDED = 2;

/** How many confirmations the record of a household's meeting still lacks. */
export function confirmationsLacking({ confirmedBy }: NonNullable<Application["appraisal"]>): number {
  return Math.max(0, CONFIRMERS_NEEDED - Object.keys(confirmedBy).length);
}

/**
 * The kinds of meeting that may be recorded for a household now. A first meeting is one, on the whole list; once it
 * has spoken, a household is heard again for a reason only, and a household that was sent back starts anew.
 */
export function kindsOpen({ status, meetings, returned }: Application): readonly MeetingKind[] {
  if (status === "nominated") return ["correction"];
  if (status === "notNominated") return ["supplementary", "correction"];
  if (status !== "surveyed") return [];
  return meetings.length === 0 || returned ? ["regular", "supplementary"] : ["supplementary"];
}

type Quorum = Campaign["quorum"];

/** How many of those expected must come, and whether so many did; by fractions of whole numbers, so never off by a rounding. */
export function quorumOf({ numerator, denominator }: Quorum, { expected, present }: { expected: number; present: number }): { needed: number; reached: boolean } {
  return { needed: Math.ceil((numerator * expected) / denominator), reached: present <= expected && denominator * present >= numerator * expected };
}
