import type { Held } from "@domain/access.ts";
import { areasOf } from "@domain/areas.ts";
import type { Collection } from "@domain/paths.ts";
import type { Fields } from "./rest.ts";
import type { Place } from "./people.ts";
import { AREA, EVERYBODY, FARMER, MANY_HATS, staff } from "./people.ts";
import { CAMPAIGN } from "./wellFormed.ts";

/** One kind of document that lies in a collection: what decides about it, in the words of the policy. */
export type Sample = { collection: Collection; state: string; held: Held };

const uid = (persona: { uid?: string }) => persona.uid ?? "";
const of = (collection: Collection, state: string, held: Held = {}): Sample => ({ collection, state, held });
const begunBy = (persona: { uid?: string }, track: string) =>
  ({ status: "draft", track, applicant: null, createdBy: uid(persona) });
const begunByFarmer = { track: "identify", applicant: uid(FARMER), createdBy: uid(FARMER) };

/** Every collection in each state that makes a difference to who may see or change it. */
export const SAMPLES: readonly Sample[] = [
  of("campaigns", "campaign"),
  of("campaigns/{campaign}/villages", "progress"),
  of("applications", "farmer's draft", { status: "draft", ...begunByFarmer }),
  of("applications", "committee's draft", begunBy(staff("villageCommittee"), "identify")),
  of("applications", "cadre's exit draft", begunBy(staff("villageCadre"), "exit")),
  of("applications", "exit draft of many hats", begunBy(MANY_HATS, "exit")),
  of("applications", "identify draft of a cadre", begunBy(staff("villageCadre"), "identify")),
  of("applications", "submitted", { status: "submitted", ...begunByFarmer }),
  of("applications", "approved", { ...begunBy(staff("villageCommittee"), "identify"), status: "approved" }),
  of("applications/{application}/forms", "farmer's survey", { applicant: uid(FARMER) }),
  of("applications/{application}/forms", "clerk's survey", { applicant: null }),
  of("applications/{application}/private", "identity", { applicant: uid(FARMER) }),
  of("actions", "farmer's", { by: uid(FARMER), role: "applicant", type: "submit" }),
  of("actions", "committee's", { by: uid(staff("villageCommittee")), role: "villageCommittee", type: "verify" }),
  of("actions/{action}/private", "hidden", { by: uid(FARMER) }),
  of("evidence", "photo", { by: uid(staff("villageCadre")) }),
  of("notices", "open", { status: "open" }),
  of("notices", "closed", { status: "closed" }),
  of("notices/{notice}/private", "households"),
  of("objections", "town's", { level: "town", status: "open" }),
  of("objections", "county's", { level: "county", status: "open" }),
  of("objections", "supervisor's", { level: "supervisor", status: "open" }),
  of("objections/{objection}/private", "objector"),
  of("households", "entry"),
  of("villages", "entry"),
  of("staff", "somebody's account"),
  of("identities", "hash"),
  of("receipts", "number"),
  of("limits", "counter"),
  of("audit", "entry", { by: uid(staff("villageCadre")) }),
];

/** Where the sample lies; `name` keeps apart documents that a test may delete. */
export function pathOf({ collection, state }: Sample, name: string): string {
  const parent = `parent-${state.replaceAll(/[^a-z]/g, "-")}`;
  return `${collection.replace(/\{\w+\}/, parent)}/${name}`;
}

export const nameAt = ({ state }: Sample, place: Place) => `at-${place}-${state.replaceAll(/[^a-z]/g, "-")}`;

/** The document itself: what decides, and something to read. */
export function fieldsOf({ held }: Sample, place: Place): Fields {
  return { campaign: CAMPAIGN, areas: areasOf(AREA[place]), ...held, form: { householder: "测试户" }, text: "…" };
}

/** The accounts behind the personas, as far as they exist. */
export const ACCOUNTS = EVERYBODY.flatMap(({ uid: id, account }) =>
  (id && account ? [{ path: `staff/${id}`, account }] : []));
