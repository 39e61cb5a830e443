import type { Action, Hidden } from "../action.ts";
import type { ActionInput, ActionType } from "../actionInputs.ts";
import type { Application, Facts } from "../application.ts";
import type { Roles } from "../areas.ts";
import type { Campaign } from "../campaign.ts";
import type { Hash } from "../chain.ts";
import type { Notice, NoticeRow } from "../notice/notice.ts";
import type { FieldProblem } from "../problems.ts";
import type { Household, Objection } from "../records.ts";
import type { Actor } from "../roles.ts";
import type { Transition } from "./transition.ts";

/** Who acts, in which role, and what the account holds now (not when the action was written). */
export type Person = { uid: string; role: Actor; roles: Roles };

/** A form that came with an action, read: its problems, or what is to be kept of it. */
export type ReadForm =
  | { ok: false; problems: FieldProblem[] }
  | {
      ok: true;
      /** As staff see it, identity numbers masked. */
      shown: unknown;
      hidden: Hidden;
      facts: Facts;
      /** Keyed hashes of the people's numbers, and how many of them another application holds. */
      identities: string[];
      taken: number;
      /** Keyed digest of `hidden`, so that the chain covers it without showing it. */
      seal: string;
      /** The survey's written reason for an income at or above the line, and the householder's signature. */
      lineNote: string;
      signed: boolean;
    };

/** What the service has fetched for an action; each part only when a row of the action needs it. */
export type AtHand = {
  form?: ReadForm;
  notice?: Notice;
  objection?: Objection;
  entry?: Household;
  evidenceMissing: boolean;
  quota?: { limit: number; used: number };
  /** Next serial number on the notice, and of the village's register. */
  noticeSerial: number;
  entrySerial: number;
  receiptNo?: string;
};

/** One household before one action: everything that guards, resolvers and effects may look at. */
export type Case = {
  actionId: string;
  action: Action;
  digest: string;
  input: ActionInput<ActionType>;
  person: Person;
  campaign: Campaign;
  now: Date;
  target: string;
  application: Application;
  atHand: AtHand;
  hash: Hash;
};

export type CaseAtRow = Case & { row: Transition };

/** What must be written beside the application itself. */
export type Effect =
  | { kind: "claimIdentities"; claim: string[]; release: string[] }
  | { kind: "keepPrivate"; hidden: Hidden }
  | { kind: "keepSurvey"; shown: unknown }
  | { kind: "giveReceipt"; number: string }
  | { kind: "listOnNotice"; line: NoticeRow }
  | { kind: "markHeld"; objection: string }
  | { kind: "settleObjection"; objection: string; status: "dismissed" | "upheld"; reasons: string }
  | { kind: "openEntry"; household: string; no: string; facts: Facts }
  | { kind: "reserveEntry"; household: string; exit: string | null }
  | { kind: "endEntry"; household: string };
