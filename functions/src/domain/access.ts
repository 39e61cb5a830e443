import type { ActionType } from "./actionInputs.ts";
import type { AreaCode, Roles } from "./areas.ts";
import type { Collection } from "./paths.ts";
import type { Actor, StaffRole } from "./roles.ts";
import { AREA_READERS, FORM_FILLERS } from "./roles.ts";
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
  "helper",
  "supportUnit",
] as const satisfies readonly StaffRole[];

/** Staff who see a household, or a village, for as long as they are paired with it, and nothing else of the area. */
export const HELPERS = ["helper", "supportUnit"] as const satisfies readonly StaffRole[];

/** Staff who choose helpers and support units, and so look through the accounts of their area. */
export const PAIRERS = actorsOf("assignHelper").filter(isStaffRole);

/** Staff who oversee the accounts of their area and what was done with them. */
export const OVERSEERS = ["supervisor", "campaignOffice"] as const satisfies readonly StaffRole[];

/** Staff who bring outside lists, and so see which are there; of what stands in them, nobody sees anything. */
export const LIST_KEEPERS = ["povertyOfficer", "campaignOffice", "supervisor"] as const satisfies readonly StaffRole[];

/** Who asks. No `uid`: not signed in. No `roles`: a farmer. `current`: the account is neither disabled nor changed. */
export type Asker = { uid?: string; roles?: Roles; current?: boolean };

/** What decides of a document; of a list, as much of it as the query says of every document it may return. */
export type Held = {
  areas?: readonly AreaCode[];
  /** Whose account a `staff` document, or a declaration, is. */
  account?: string;
  /** The helper's account: `helper.account` of an application, `poor.unit` of a village, `account` of a pairing. */
  helper?: string | null;
  /** The day on which a pairing ended. */
  until?: string | null;
  applicant?: string | null;
  createdBy?: string;
  track?: string;
  status?: string;
  level?: string;
  by?: string;
  role?: Actor;
  type?: ActionType;
  targets?: readonly string[];
  /** The application, or the entry of the register, that the document lies below, or is about by its name. */
  parent?: Held;
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

/** Its present helper, who still holds the role there. */
const isPaired = (asker: Asker, held: Held) =>
  asker.uid !== undefined && held.helper === asker.uid && holdsOneOf(asker, HELPERS, held);

const isAnswerer = (asker: Asker, objection: Held) =>
  holdsOneOf(asker, ["supervisor"], objection) ||
  (objection.level === "town" && holdsOneOf(asker, ["townGovernment"], objection)) ||
  (objection.level === "county" && holdsOneOf(asker, ["countyOffice"], objection));

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
  /** Whoever helps the household or the village now. */
  paired: (asker, document) => isPaired(asker, document),
  /** Whoever helps the household or the village that it belongs to. */
  pairedByParent: (asker, { parent }) => parent !== undefined && isPaired(asker, parent),
  /** The helper itself, until the pairing ends. */
  whilePaired: (asker, pairing) => pairing.until === null && isPaired(asker, pairing),
  /** The farmer who sent it. */
  sender: (asker, { by }) => isFarmer(asker) && by === asker.uid,
  /** The helper of the area who sent it. */
  sentAsHelper: (asker, document) => document.by === asker.uid && holdsOneOf(asker, HELPERS, document),
  /** The person whose account it is, however old the token. */
  accountHolder: (asker, { account }) => account !== undefined && account === asker.uid,
  /** The member of the staff who declared it. */
  declarer: (asker, { account }) => asker.roles !== undefined && asker.current === true && account !== undefined && account === asker.uid,
  /** Any member of the staff. */
  anyStaff: (asker) => asker.roles !== undefined && asker.current === true,
  /** Whoever oversees the area. */
  overseer: (asker, document) => holdsOneOf(asker, OVERSEERS, document),
  /** Whoever brings outside lists to the area, or oversees that. */
  listKeeper: (asker, list) => holdsOneOf(asker, LIST_KEEPERS, list),
  /** Whoever chooses helpers in the area. */
  pairer: (asker, account) => holdsOneOf(asker, PAIRERS, account),
  /** The level above the one that published (design.md, section 4), and the supervisor. */
  answerer: (asker, document) => isAnswerer(asker, document),
  /** Whoever answers the objection above it. */
  answererOfParent: (asker, { parent }) => parent !== undefined && isAnswerer(asker, parent),
  /** The supervisors of the area, and nobody else. */
  supervisor: (asker, document) => holdsOneOf(asker, ["supervisor"], document),
  supervisorOfParent: (asker, { parent }) => parent !== undefined && holdsOneOf(asker, ["supervisor"], parent),
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
  /** Whoever fills forms in the area, each change under the own name; any of them may throw one away. */
  formFiller: (asker, draft, { verb, changes = [] }) =>
    holdsOneOf(asker, FORM_FILLERS, draft) &&
    (verb === "delete" || (draft.by === asker.uid && changes.every((key) => ["form", "by", "at"].includes(key)))),
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
  /** Whoever holds the role in the area that a message is for. */
  addressedRole: (asker, message) => message.role !== undefined && isStaffRole(message.role) && holdsOneOf(asker, [message.role], message),
  /** The member of the staff whom a message names. */
  addressee: (asker, { account }) => asker.roles !== undefined && asker.current === true && account !== undefined && account === asker.uid,
  /** A member of the staff, who keeps what of the messages was read. */
  ownReads: (asker, { by }) => asker.roles !== undefined && asker.current === true && by === asker.uid,
  keepsReads: (asker, { by }, { changes = [] }) =>
    asker.roles !== undefined && asker.current === true && by === asker.uid && changes.every((key) => ["upTo", "ids"].includes(key)),
  /** Whoever works on the households of the area. */
  evidenceSender: (asker, evidence) => evidence.by === asker.uid && holdsOneOf(asker, EVIDENCE_SENDERS, evidence),
} as const satisfies Record<string, Decide>;
export type Grant = keyof typeof GRANTS;

const nobody = { get: [], list: [], create: [], update: [], delete: [] } as const;

/** Reading, one document or many, for the same reasons; nothing else. */
const readBy = <const G extends readonly Grant[]>(...grants: G) => ({ ...nobody, get: grants, list: grants });

/**
 * Who may do what as a client; whatever is not here, functions alone do. `firestore.rules` is held to this table cell
 * by cell (test/rules/matrix.test.ts).
 */
export const ACCESS = {
  "campaigns":                          readBy("anyone"),
  "campaigns/{campaign}/villages":      readBy("anyone"),
  "applications": {
    ...readBy("applicant", "areaReader", "paired"),
    create: ["farmerBegins", "clerkBegins"],
    update: ["finishesDraft"],
    delete: ["dropsDraft"],
  },
  "applications/{application}/forms":   readBy("applicant", "areaReader", "pairedByParent"),
  "applications/{application}/private": nobody,
  "applications/{application}/drafts": {
    ...readBy("areaReader"),
    create: ["formFiller"],
    update: ["formFiller"],
    delete: ["formFiller"],
  },
  "applications/{application}/help":    readBy("applicant", "areaReader", "pairedByParent"),
  "actions":                            { ...readBy("sender", "sentAsHelper", "areaReader"), create: ["signer"] },
  "actions/{action}/private":           { ...nobody, create: ["withItsAction"] },
  "evidence":                           { ...readBy("sentAsHelper", "areaReader"), create: ["evidenceSender"] },
  "notices":                            readBy("whileOpen", "areaReader"),
  "notices/{notice}/private":           nobody,
  "objections":                         readBy("answerer"),
  "objections/{objection}/private":     nobody,
  "objections/{objection}/photos":      readBy("answererOfParent"),
  "complaints":                         readBy("supervisor"),
  "complaints/{complaint}/private":     nobody,
  "complaints/{complaint}/photos":      readBy("supervisorOfParent"),
  "households":                         readBy("areaReader", "paired"),
  "households/{household}/versions":    readBy("applicant", "areaReader", "pairedByParent"),
  "households/{household}/private":     nobody,
  "villages":                           readBy("areaReader", "paired"),
  "villages/{village}/versions":        readBy("areaReader", "pairedByParent"),
  "people":                             nobody,
  "pairings":                           readBy("areaReader", "whilePaired"),
  /** One by one only: a list cannot be proven by the applications that its documents are named after. */
  "findings":                           { ...readBy("areaReader"), get: ["areaReader", "pairedByParent"] },
  "villageFindings":                    readBy("areaReader"),
  "places":                             nobody,
  "batches":                            readBy("areaReader"),
  "handbooks":                          nobody,
  "imports":                            readBy("areaReader"),
  "staff":                              { ...nobody, get: ["accountHolder", "anyStaff"], list: ["overseer", "pairer"] },
  "identities":                         nobody,
  "matches":                            nobody,
  "lists":                              readBy("listKeeper"),
  "declarations":                       readBy("declarer", "overseer"),
  "declarations/{declaration}/lines":   readBy("declarer"),
  "receipts":                           nobody,
  "limits":                             nobody,
  "audit":                              readBy("overseer"),
  "messages":                           readBy("addressedRole", "addressee"),
  "reads":                              { ...nobody, get: ["ownReads"], create: ["keepsReads"], update: ["keepsReads"] },
} as const satisfies Record<Collection, Record<Verb, readonly Grant[]>>;

/** Whether the policy allows a well-formed request of a client. */
export function isAllowed(ask: Ask): boolean {
  const grants: readonly Grant[] = ACCESS[ask.collection][ask.verb];
  return grants.some((grant) => {
    const decide: Decide = GRANTS[grant];
    return decide(ask.asker, ask.document, ask);
  });
}
