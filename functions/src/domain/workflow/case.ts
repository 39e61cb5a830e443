import type { Action, Hidden } from "../action.ts";
import type { ActionInput, ActionType } from "../actionInputs.ts";
import type { Application, Facts } from "../application.ts";
import type { Roles } from "../areas.ts";
import type { Campaign } from "../campaign.ts";
import type { Hash } from "../chain.ts";
import type { Values } from "../forms/field.ts";
import type { Notice, NoticeRow } from "../notice/notice.ts";
import type { Hit } from "../matches.ts";
import type { FieldProblem, Problem } from "../problems.ts";
import type { Objection, PlaceKind, Staff } from "../records.ts";
import type { EndReason, FindingRow, Findings, HelpRecord, HelpSum, Household, MemberChange, Pairing } from "../register.ts";
import type { Actor } from "../roles.ts";
import type { Batch } from "../sheets/records.ts";
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
    facts: Facts | null;
    /** Keyed hashes of the people's numbers, and how many of them another application holds. */
    identities: string[];
    taken: number;
    /** Keyed digest of `hidden`, so that the chain covers it without showing it. */
    seal: string;
    /** The survey's written reason for an income at or above the line, and the householder's signature. */
    lineNote: string;
    signed: boolean;
    /** The entry of the register that one of its people stands in, or stood in. */
    former: string | null;
    /** Whether that entry stands by an application of its own: they need not apply, they are in. */
    inRegister: boolean;
    /** What the checks ask about a survey or a registration form. */
    found: readonly Found[];
    /** What it has in common with others now, and what it had before and has no longer. */
    places: readonly SharedPlace[];
    left: readonly SharedPlace[];
    /** Changes of people that the yearly update does not explain. */
    unexplained: readonly FieldProblem[];
    /** What outside lists and the staff's declarations hold against its people. */
    hits: readonly Hit[];
  };

export type SoundForm = Extract<ReadForm, { ok: true }>;

/** One question of the checks, before anybody has answered it. */
export type Found = Pick<FindingRow, "rule" | "level" | "paths" | "zh" | "en">;

/** A place as it is kept, and who else is counted there: each application with its village. */
export type SharedPlace = { hash: string; kind: PlaceKind; others: readonly Concerned[] };
export type Concerned = { application: string; village: string };

/** One who lives in a household: the row of the form that stands, and the number behind its mask with its keyed hash. */
type Member = { row: string; values: Values; number: string | null; identity: string | null };
/** The form that stands of a household that splits, and those of its people who are still there. */
export type Living = { form: unknown; members: readonly Member[] };

/** What the service has fetched for an action; each part only when a row of the action needs it. */
export type AtHand = {
  form?: ReadForm;
  notice?: Notice;
  objection?: Objection;
  entry?: Household;
  living?: Living;
  evidenceMissing: boolean;
  quota?: { limit: number; used: number };
  /** How many others wait for the list that is published, neither on it nor with a reason on record. */
  passedOver?: number;
  /** Next serial number on the notice, and of the village's register. */
  noticeSerial: number;
  entrySerial: number;
  receiptNo?: string;
  /** The measure or result that the action names. */
  help?: HelpRecord;
  /** The account of the helper that is to be. */
  helper?: Staff;
  /** The plan in force, as its record holds it. */
  plan?: HelpRecord;
  /** What the checks find in the record that stands: the survey, then the registration. */
  found?: readonly Found[];
  /** What outside lists and declarations hold against its people, where no form came. */
  hits?: readonly Hit[];
  findings?: Findings;
  batch?: Batch;
  /** Households and a village are named by one and the same action. */
  mixed?: true;
  handbookCode?: string;
};

/** What is held against the people of the form that came, or else of the application. */
export const hitsOf = ({ form, hits = [] }: AtHand): readonly Hit[] => (form?.ok ? form.hits : hits);

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

/** A check of procedure: the refusal, or nothing. */
export type Guard = (c: CaseAtRow) => Problem | undefined;

/** What a record of help adds to its village's sums, under the cause of the household's poverty. */
export type Summed = { cause: string; add: Partial<HelpSum> };

/** What must be written beside the application itself. */
export type Effect =
  | { kind: "claimIdentities"; claim: string[]; release: string[] }
  | { kind: "keepPrivate"; hidden: Hidden }
  | { kind: "keepSurvey"; shown: unknown }
  | { kind: "giveReceipt"; number: string }
  | { kind: "listOnNotice"; line: NoticeRow }
  | { kind: "markHeld"; objection: string }
  | { kind: "settleObjection"; objection: string; status: "dismissed" | "upheld"; reasons: string; published: string; appealUntil: Date | null }
  | { kind: "openEntry"; household: string; no: string; facts: Facts; former: string | null }
  | { kind: "reserveEntry"; household: string; exit: string | null }
  | { kind: "adoptEntry"; household: string }
  | { kind: "registerVillage" }
  | { kind: "strikeVillage" }
  | { kind: "endEntry"; household: string; reason: EndReason }
  | { kind: "endService"; application: string; campaign: string }
  | { kind: "endPairing"; pairing: string; until: string }
  | { kind: "pair"; id: string; pairing: Pairing; ends: string | null; until: string }
  | { kind: "keepHelp"; record: HelpRecord; sum: Summed | null }
  | { kind: "patchHelp"; record: string; patch: Partial<HelpRecord>; sum: Summed | null }
  | { kind: "keepVersion"; year: number; form: SoundForm; changes: MemberChange[]; answers: Record<string, string>; plan: unknown }
  | { kind: "numberHandbook"; code: string; version: number }
  | { kind: "listInBatch" }
  | { kind: "eraseForms" }
  | { kind: "movePlaces"; enter: SharedPlace[]; leave: string[]; concerned: Concerned[] }
  | { kind: "recheck"; concerned: Concerned[] }
  | { kind: "keepFindings"; findings: Findings }
  | { kind: "letGo"; year: number; changes: MemberChange[]; people: number; numbers: string[] }
  | { kind: "openSplit"; id: string; application: Application; no: string; pairing: Pairing | null; hidden: Hidden; form: unknown };

/** What one effect comes to: the changed parts of the application, what is written beside it, what the outcome tells. */
export type Change = {
  patch: Partial<Application>;
  effects: Effect[];
  outcome?: { receiptNo?: string; serial?: number; household?: string; seal?: string; version?: number };
};
