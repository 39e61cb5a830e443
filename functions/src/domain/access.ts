import type { ActionType } from "./actionInputs.ts";
import type { AreaCode, Roles } from "./areas.ts";
import type { Collection } from "./paths.ts";
import type { Actor, StaffRole } from "./roles.ts";
import { AREA_READERS } from "./roles.ts";
import { actorsOf, isStaffRole } from "./workflow/offices.ts";

/** What a client asks of a collection. */
export const VERBS = ["get", "list", "create", "update", "delete"] as const;
export type Verb = (typeof VERBS)[number];

/** Staff who send photos and minutes of households, because they work on them. */
export const EVIDENCE_SENDERS = [
  "villageCommittee",
  "villageCadre",
  "povertyOfficer",
  "townGovernment",
  "countyOffice",
] as const satisfies readonly StaffRole[];

/** Staff who oversee the accounts of their area and what was done with them. */
export const OVERSEERS = ["supervisor", "campaignOffice"] as const satisfies readonly StaffRole[];

/** Who asks. No `uid`: not signed in. No `roles`: a farmer. `current`: the account is neither disabled nor changed. */
export type Asker = { uid?: string; roles?: Roles; current?: boolean };

/** What decides of a document; of a list, as much of it as the query says of every document it may return. */
export type Held = {
  areas?: readonly AreaCode[];
  /** Whose account a `staff` document is. */
  account?: string;
  applicant?: string | null;
  createdBy?: string;
  track?: string;
  status?: string;
  level?: string;
  by?: string;
  role?: Actor;
  type?: ActionType;
  targets?: readonly string[];
  /** The action that a document comes with in one commit: who signed it, whether it is new and names the target. */
  sentWith?: { by: string; fresh: boolean; names: boolean };
};

/** A well-formed request; `before` is what an update meets, `changes` the keys it touches. */
export type Ask = {
  collection: Collection;
  verb: Verb;
  asker: Asker;
  document: Held;
  before?: Held;
  changes?: readonly string[];
};

type Decide = (asker: Asker, document: Held, ask: Ask) => boolean;

const isFarmer = (asker: Asker) => asker.uid !== undefined && asker.roles === undefined;

/** Whether somebody holds one of the roles, as current staff, in an area that the document names. */
function holdsOneOf(asker: Asker, roles: readonly StaffRole[], document: Held): boolean {
  const held = roles.flatMap((role) => asker.roles?.[role] ?? []);
  return asker.current === true && (document.areas ?? []).some((area) => held.includes(area));
}

/** Who writes a draft on others' behalf: whoever may then submit it, or propose it. */
function drafters(track: string | undefined): StaffRole[] {
  return actorsOf(track === "exit" ? "proposeExit" : "submit").filter(isStaffRole);
}

const keepsDraft = (asker: Asker, before: Held) =>
  before.createdBy === asker.uid && (isFarmer(asker) || holdsOneOf(asker, drafters(before.track), before));

/** Each reason for which somebody may do something; access is the sum of these and nothing else. */
const GRANTS = {
  /** Anyone, signed in or not. */
  anyone: () => true,
  /** The staff of the area, but for helpers and support units. */
  areaReader: (asker, document) => holdsOneOf(asker, AREA_READERS, document),
  /** The farmer whose application it is. */
  applicant: (asker, { applicant }) => isFarmer(asker) && applicant === asker.uid,
  /** The farmer who sent it. */
  sender: (asker, { by }) => isFarmer(asker) && by === asker.uid,
  /** The person whose account it is, however old the token. */
  accountHolder: (asker, { account }) => account !== undefined && account === asker.uid,
  /** Any member of the staff. */
  anyStaff: (asker) => asker.roles !== undefined && asker.current === true,
  /** Whoever oversees the area. */
  overseer: (asker, document) => holdsOneOf(asker, OVERSEERS, document),
  /** The level above the one that published (design.md, section 4), and the supervisor. */
  answerer: (asker, document) =>
    holdsOneOf(asker, ["supervisor"], document) ||
    (document.level === "town" && holdsOneOf(asker, ["townGovernment"], document)) ||
    (document.level === "county" && holdsOneOf(asker, ["countyOffice"], document)),
  /** Everybody, while the notice hangs. */
  whileOpen: (_asker, { status }) => status === "open",
  /** A farmer for the own household, to be identified. */
  farmerBegins: (asker, { status, track, applicant, createdBy }) =>
    isFarmer(asker) && status === "draft" && track === "identify" &&
    applicant === asker.uid && createdBy === asker.uid,
  /** Staff on a household's behalf. */
  clerkBegins: (asker, draft) =>
    draft.status === "draft" && draft.applicant === null && draft.createdBy === asker.uid &&
    holdsOneOf(asker, drafters(draft.track), draft),
  /** Whoever began it, or the village committee, and nothing but the form. */
  finishesDraft: (asker, _document, { before = {}, changes = [] }) =>
    before.status === "draft" && changes.every((key) => key === "form") &&
    (keepsDraft(asker, before) || holdsOneOf(asker, ["villageCommittee"], before)),
  /** Whoever began it, before it is submitted. */
  dropsDraft: (asker, before) => before.status === "draft" && keepsDraft(asker, before),
  /** Whoever the workflow names for the action; a farmer for one household at a time. */
  signer: (asker, action) => {
    const { role, type, by, targets = [] } = action;
    if (!role || !type || by !== asker.uid || !actorsOf(type).includes(role)) return false;
    if (role === "applicant") return isFarmer(asker) && targets.length === 1;
    return isStaffRole(role) && holdsOneOf(asker, [role], action);
  },
  /** Whoever sends it together with its action. */
  withItsAction: ({ uid }, { sentWith }) =>
    uid !== undefined && sentWith?.by === uid && sentWith.fresh && sentWith.names,
  /** Whoever works on the households of the area. */
  evidenceSender: (asker, evidence) => evidence.by === asker.uid && holdsOneOf(asker, EVIDENCE_SENDERS, evidence),
} as const satisfies Record<string, Decide>;
export type Grant = keyof typeof GRANTS;

const nobody = { get: [], list: [], create: [], update: [], delete: [] } as const;
const publicReading = { ...nobody, get: ["anyone"], list: ["anyone"] } as const;
const areaReading = { ...nobody, get: ["areaReader"], list: ["areaReader"] } as const;
const oversight = { ...nobody, get: ["overseer"], list: ["overseer"] } as const;
const noticeReading = { ...nobody, get: ["whileOpen", "areaReader"], list: ["whileOpen", "areaReader"] } as const;
const actionReading = { ...nobody, get: ["sender", "areaReader"], list: ["sender", "areaReader"] } as const;
const householdReading = { ...nobody, get: ["applicant", "areaReader"], list: ["applicant", "areaReader"] } as const;

/**
 * Who may do what as a client; whatever is not here, functions alone do. `firestore.rules` is held to this table cell
 * by cell (test/rules/matrix.test.ts).
 */
export const ACCESS = {
  "campaigns":                          publicReading,
  "campaigns/{campaign}/villages":      publicReading,
  "applications": {
    ...householdReading,
    create: ["farmerBegins", "clerkBegins"],
    update: ["finishesDraft"],
    delete: ["dropsDraft"],
  },
  "applications/{application}/forms":   householdReading,
  "applications/{application}/private": nobody,
  "actions":                            { ...actionReading, create: ["signer"] },
  "actions/{action}/private":           { ...nobody, create: ["withItsAction"] },
  "evidence":                           { ...areaReading, create: ["evidenceSender"] },
  "notices":                            noticeReading,
  "notices/{notice}/private":           nobody,
  "objections":                         { ...nobody, get: ["answerer"], list: ["answerer"] },
  "objections/{objection}/private":     nobody,
  "households":                         areaReading,
  "villages":                           areaReading,
  "staff":                              { ...nobody, get: ["accountHolder", "anyStaff"], list: ["overseer"] },
  "identities":                         nobody,
  "receipts":                           nobody,
  "limits":                             nobody,
  "audit":                              oversight,
} as const satisfies Record<Collection, Record<Verb, readonly Grant[]>>;

/** Whether the policy allows a well-formed request of a client. */
export function isAllowed(ask: Ask): boolean {
  const grants: readonly Grant[] = ACCESS[ask.collection][ask.verb];
  return grants.some((grant) => {
    const decide: Decide = GRANTS[grant];
    return decide(ask.asker, ask.document, ask);
  });
}
