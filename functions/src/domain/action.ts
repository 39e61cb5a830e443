import * as z from "zod";
import { ActionType } from "./actionInputs.ts";
import { AreaCode, areasOf } from "./areas.ts";
import { Instant } from "./instant.ts";
import { CLIENT_ID } from "./paths.ts";
import { Problem } from "./problem.ts";
import { Actor } from "./roles.ts";

/** The most targets that one action may name (design.md, section 2). */
export const MOST_TARGETS = 500;

/** What became of one target. Applied: its place in the application's chain. Refused: why, in words. */
export const TargetOutcome = z.discriminatedUnion("applied", [
  z.strictObject({
    applied: z.literal(true),
    to: z.string(),
    /** Place in the target's history, from 1, and the running hash up to there (chain.ts). */
    seq: z.int(),
    hash: z.string(),
    receiptNo: z.string().optional(),
    serial: z.int().optional(),
    household: z.string().optional(),
    /** Of a handbook: which print of it this is. */
    version: z.int().optional(),
    /** Keyed digest of the hidden part that came with it, so that the chain covers it too. */
    seal: z.string().optional(),
    /** What was allowed but ought to be known, such as a size passed in advisory mode. */
    warning: Problem.optional(),
  }),
  z.strictObject({ applied: z.literal(false), problem: Problem }),
]);
export type TargetOutcome = z.infer<typeof TargetOutcome>;

export const Outcome = z.strictObject({
  at: Instant,
  applied: z.int(),
  refused: z.int(),
  targets: z.record(z.string(), TargetOutcome),
  /** A refusal of the action as a whole: then no target was looked at. */
  problem: Problem.optional(),
});
export type Outcome = z.infer<typeof Outcome>;

/**
 * `actions/{id}`: who wants what done to which targets. Written once, by a client as far as `pending`, then by the
 * function that applies it: `outcome`. The id is the client's, and makes a second sending harmless.
 */
export const Action = z.strictObject({
  type: ActionType,
  campaign: z.string().regex(CLIENT_ID),
  /** The area acted in: a village, or a town for the campaign's own actions. */
  area: AreaCode,
  areas: z.array(AreaCode),
  by: z.string().min(1).max(128),
  role: Actor,
  /** Server time of the commit that created it; the rules hold it to that. */
  at: Instant,
  targets: z.array(z.string().regex(CLIENT_ID)).min(1).max(MOST_TARGETS),
  input: z.unknown(),
  /** The length of each target's history when the person looked at it; refused as stale when it has grown. */
  seen: z.record(z.string(), z.int()).optional(),
  pending: z.boolean(),
  outcome: Outcome.optional(),
  /** A form whose time is over was taken out (the campaign's `retention`): the hash of the input, which the chain needs. */
  erased: z.strictObject({ at: Instant, input: z.string() }).optional(),
});
export type Action = z.infer<typeof Action>;

/** An action that nobody's hand signs but the clock's: only functions append it, and it is applied like every other. */
export function clockAction(said: Pick<Action, "type" | "campaign" | "area" | "at" | "targets" | "input">): Action {
  return { ...said, areas: areasOf(said.area), by: "clock", role: "clock", pending: true };
}

/** `actions/{id}/private/{target}`: identity numbers and the like, by path in the form; gone once applied. */
export const Hidden = z.record(z.string().max(120), z.string().max(40));
export type Hidden = z.infer<typeof Hidden>;
