import type { Held } from "@domain/access.ts";
import { areasOf } from "@domain/areas.ts";
import type { Collection } from "@domain/paths.ts";
import type { Fields } from "./rest.ts";
import type { Place } from "./people.ts";
import { AREA, EVERYBODY, FARMER, FORMER_HELPER, MANY_HATS, MOVED_HELPER, staff } from "./people.ts";
import { CAMPAIGN } from "./wellFormed.ts";

/**
 * One kind of document that lies in a collection: what decides about it, in the words of the policy. `parent`: what
 * decides lies in the document above it, which is written too. `name`: an id that means something.
 */
export type Sample = { collection: Collection; state: string; held: Held; parent?: Held; name?: string };

const uid = (persona: { uid?: string }) => persona.uid ?? "";
const of = (collection: Collection, state: string, held: Held = {}, beside: Partial<Sample> = {}): Sample =>
  ({ collection, state, held, ...beside });
const begunBy = (persona: { uid?: string }, track: string) =>
  ({ status: "draft", track, applicant: null, createdBy: uid(persona) });
const begunByFarmer = { track: "identify", applicant: uid(FARMER), createdBy: uid(FARMER) };
const approved = (track: string, status: string) => ({ ...begunBy(staff("villageCommittee"), track), status });

const HELPER = uid(staff("helper"));
const UNIT = uid(staff("supportUnit"));
/** Everybody who may stand in a document as its helper, by the words of the sample's title. */
const NAMED = {
  "the helper": HELPER, "the unit": UNIT, "a moved helper": uid(MOVED_HELPER), "a cadre": uid(staff("villageCadre")),
  "a farmer": uid(FARMER), "nobody": null,
} as const;
type Named = keyof typeof NAMED;

/** A sample for each of those who may stand as the helper of the document, or of the document above it. */
const helpedBy = (named: readonly Named[], make: (by: Named, helper: string | null) => Sample): Sample[] =>
  named.map((by) => make(by, NAMED[by]));
const below = (collection: Collection, what: string, named: readonly Named[], held: Held): Sample[] =>
  helpedBy(named, (by, helper) => of(collection, `${what}, helped by ${by}`, held, { parent: { helper } }));

/** Every collection in each state that makes a difference to who may see or change it. */
export const SAMPLES: readonly Sample[] = [
  of("campaigns", "campaign"),
  of("campaigns/{campaign}/villages", "progress"),
  of("applications", "farmer's draft", { status: "draft", ...begunByFarmer }),
  of("applications", "committee's draft", begunBy(staff("villageCommittee"), "identify")),
  of("applications", "cadre's exit draft", begunBy(staff("villageCadre"), "exit")),
  of("applications", "exit draft of many hats", begunBy(MANY_HATS, "exit")),
  of("applications", "identify draft of a cadre", begunBy(staff("villageCadre"), "identify")),
  of("applications", "committee's draft for the village", begunBy(staff("villageCommittee"), "village")),
  of("applications", "cadre's draft for the village", begunBy(staff("villageCadre"), "village")),
  of("applications", "submitted", { status: "submitted", ...begunByFarmer }),
  of("applications", "approved", approved("identify", "approved")),
  ...helpedBy(["the helper", "a moved helper", "a cadre", "a farmer", "nobody"], (by, helper) =>
    of("applications", `paired with ${by}`, { ...approved("identify", "paired"), helper })),
  of("applications", "village in service", { ...approved("village", "inService"), helper: UNIT }),
  of("applications/{application}/forms", "farmer's survey", { applicant: uid(FARMER) }),
  of("applications/{application}/forms", "clerk's survey", { applicant: null }),
  ...below("applications/{application}/forms", "survey", ["the helper", "the unit", "a moved helper", "nobody"],
    { applicant: null }),
  of("applications/{application}/private", "identity", { applicant: uid(FARMER) }, { parent: { helper: HELPER } }),
  of("applications/{application}/drafts", "form of the committee", { by: uid(staff("villageCommittee")) },
    { parent: { helper: HELPER }, name: "registration" }),
  ...below("applications/{application}/help", "visit", ["the helper", "the unit", "a moved helper"],
    { by: HELPER, applicant: uid(FARMER) }),
  ...below("applications/{application}/help", "helper's plan", ["nobody"], { by: HELPER, applicant: null }),
  of("actions", "farmer's", { by: uid(FARMER), role: "applicant", type: "submit" }),
  of("actions", "committee's", { by: uid(staff("villageCommittee")), role: "villageCommittee", type: "verify" }),
  of("actions", "helper's", { by: HELPER, role: "helper", type: "recordVisit" }),
  of("actions", "unit's", { by: UNIT, role: "supportUnit", type: "recordResult" }),
  of("actions", "moved helper's", { by: uid(MOVED_HELPER), role: "helper", type: "recordVisit" }),
  of("actions/{action}/private", "hidden", { by: uid(FARMER) }),
  of("evidence", "photo", { by: uid(staff("villageCadre")) }),
  of("evidence", "helper's photo", { by: HELPER }),
  of("evidence", "unit's photo", { by: UNIT }),
  of("evidence", "moved helper's photo", { by: uid(MOVED_HELPER) }),
  of("notices", "open", { status: "open" }),
  of("notices", "closed", { status: "closed" }),
  of("notices/{notice}/private", "households"),
  of("objections", "town's", { level: "town", status: "open" }),
  of("objections", "county's", { level: "county", status: "open" }),
  of("objections", "supervisor's", { level: "supervisor", status: "open" }),
  of("objections/{objection}/private", "objector"),
  of("objections/{objection}/photos", "photo for the town", {}, { parent: { level: "town", status: "open" } }),
  of("objections/{objection}/photos", "photo for the county", {}, { parent: { level: "county", status: "open" } }),
  of("objections/{objection}/photos", "photo for the supervisor", {}, { parent: { level: "supervisor", status: "open" } }),
  of("complaints", "complaint", { level: "town", status: "open" }),
  of("complaints/{complaint}/private", "complainant"),
  of("complaints/{complaint}/photos", "photo", {}, { parent: { level: "county", status: "open" } }),
  of("households", "entry of an earlier year"),
  ...helpedBy(["the helper", "a moved helper", "a cadre", "a farmer", "nobody"], (by, helper) =>
    of("households", `entry helped by ${by}`, { helper })),
  ...below("households/{household}/versions", "farmer's year", ["the helper", "nobody"], { applicant: uid(FARMER) }),
  ...below("households/{household}/versions", "year", ["the helper", "a moved helper", "a cadre"], { applicant: null }),
  of("households/{household}/private", "numbers of a year", { applicant: uid(FARMER) }, { parent: { helper: HELPER } }),
  of("villages", "village that is not poor"),
  ...helpedBy(["the unit", "a moved helper", "nobody"], (by, helper) =>
    of("villages", `poor village supported by ${by}`, { helper })),
  ...below("villages/{village}/versions", "year of the village", ["the unit", "a moved helper", "nobody"], {}),
  of("people", "hash"),
  ...helpedBy(["the helper", "the unit", "a moved helper", "a cadre", "nobody"], (by, helper) =>
    of("pairings", `with ${by}`, { helper, until: null })),
  of("pairings", "ended with the present helper", { helper: HELPER, until: "2014-06-30" }),
  of("pairings", "ended with a former helper", { helper: uid(FORMER_HELPER), until: "2014-06-30" }),
  of("findings", "findings"),
  ...below("findings", "findings", ["the helper", "the unit", "a moved helper", "a cadre", "nobody"], {}),
  of("villageFindings", "findings of a village"),
  of("places", "hash"),
  of("batches", "batch", { by: uid(staff("povertyOfficer")) }),
  of("handbooks", "code"),
  of("imports", "run", { by: uid(staff("countyOffice")) }),
  of("staff", "somebody's account"),
  of("identities", "hash"),
  of("matches", "hash"),
  of("lists", "list", { by: uid(staff("villageCadre")) }),
  ...([["a cadre", staff("villageCadre")], ["the helper", staff("helper")]] as const).flatMap(([who, persona]) => [
    of("declarations", `declared by ${who}`, { account: uid(persona) }),
    of("declarations/{declaration}/lines", `relative of ${who}`, { account: uid(persona) }),
  ]),
  of("receipts", "number"),
  of("limits", "counter"),
  of("audit", "entry", { by: uid(staff("villageCadre")) }),
  of("messages", "to the committee", { role: "villageCommittee" }),
  of("messages", "to the town", { role: "townGovernment" }),
  of("messages", "to the county", { role: "countyOffice" }),
  of("messages", "to the helper", { account: HELPER }),
  of("messages", "to a farmer", { account: uid(FARMER) }),
  of("reads", "the committee's", { by: uid(staff("villageCommittee")) }),
  of("reads", "a farmer's", { by: uid(FARMER) }),
];

const slug = (state: string) => state.replaceAll(/[^a-z]/g, "-");
/** Findings are named after the application that they are about: it decides as if they lay below it. */
const collectionAbove = (collection: Collection) =>
  (collection === "findings" ? "applications" : collection.replace(/\/\{\w+\}\/\w+$/, ""));

/** The document above the sample's, at the place. */
const parentOf = (sample: Sample, place: Place) =>
  `${collectionAbove(sample.collection)}/${sample.collection === "findings" ? nameAt(sample, place) : `parent-${place}-${slug(sample.state)}`}`;

/** Where the sample lies; `name` keeps apart documents that a test may delete. */
export function pathOf(sample: Sample, place: Place, name: string): string {
  const { collection } = sample;
  const inside = collection.includes("{") ? `${parentOf(sample, place)}/${collection.split("/").at(-1)}` : collection;
  return `${inside}/${name}`;
}

export const nameAt = ({ state, name }: Sample, place: Place) => name ?? `at-${place}-${slug(state)}`;

/** Where the account of the present helper stands in the documents of a collection. */
const HELPER_FIELD: Partial<Record<string, string>> = {
  applications: "helper.account", households: "helper", villages: "poor.unit", pairings: "account",
};

/** What the policy knows of a document, under the names of its fields. */
export function factsOf(collection: string, held: Held): [field: string, value: unknown][] {
  return Object.entries(held).map(([key, value]) => [(key === "helper" && HELPER_FIELD[collection]) || key, value]);
}

function written(collection: string, held: Held): Fields {
  const nested = factsOf(collection, held).map(([field, value]) =>
    field.split(".").reduceRight<unknown>((inside, key) => ({ [key]: inside }), value) as Fields);
  return Object.assign({}, ...nested) as Fields;
}

/** What lies beside it in the document: something to read. A village that is not poor says so. */
const BESIDE: Partial<Record<Collection, Fields>> = {
  "applications/{application}/drafts": { at: new Date("2014-06-01T00:00:00Z") },
  "villages": { campaign: CAMPAIGN, text: "…", poor: null },
};

/** The document itself: what decides, and something to read. */
export function fieldsOf({ collection, held }: Sample, place: Place): Fields {
  const beside = BESIDE[collection] ?? { campaign: CAMPAIGN, text: "…" };
  const decides = written(collection, { ...held, areas: areasOf(AREA[place]) });
  return { ...beside, ...decides, form: { householder: "测试户" } };
}

/** Every document of the samples, each at every place, with the one above it where that decides. */
export function documentsOf(sample: Sample, places: readonly Place[]): { set: string; fields: Fields }[] {
  const above = (place: Place) => ({ ...sample.parent, areas: areasOf(AREA[place]) });
  return places.flatMap((place) => [
    { set: pathOf(sample, place, nameAt(sample, place)), fields: fieldsOf(sample, place) },
    ...(sample.parent
      ? [{ set: parentOf(sample, place), fields: written(collectionAbove(sample.collection), above(place)) }]
      : []),
  ]);
}

/** The accounts behind the personas, as far as they exist. */
export const ACCOUNTS = EVERYBODY.flatMap(({ uid: id, account }) =>
  (id && account ? [{ path: `staff/${id}`, account }] : []));
