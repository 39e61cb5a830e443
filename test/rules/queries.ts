import type { AreaCode } from "@domain/areas.ts";
import { areasOf } from "@domain/areas.ts";
import type { Persona } from "./people.ts";
import { AREA, FARMER, MANY_HATS, NOBODY, staff } from "./people.ts";
import { CAMPAIGN } from "./wellFormed.ts";

type Op = "==" | "in" | "array-contains" | "array-contains-any" | "<=";
export type Where = readonly [field: string, op: Op, value: unknown];
export type Order = readonly [field: string, direction: "asc" | "desc"];

/** One kind of query. Each has an index (indexes.test.ts); those of clients the rules prove (queries.test.ts). */
export type Query = {
  title: string;
  collection: string;
  where: readonly Where[];
  order?: Order;
  /** Who sends it and is served; none for a query of the functions. */
  by: readonly Persona[];
};

const village = AREA.village;
const areasOfVillage = areasOf(village);
const inCampaign: Where = ["campaign", "==", CAMPAIGN];
const inArea = (area: AreaCode): Where => ["areas", "array-contains", area];
const inVillageExactly: Where = ["areas", "==", areasOfVillage];
const waiting: Where = ["status", "in", ["submitted", "surveyed", "nominated", "verified", "townReview"]];
const target = "application-0001";
const ofTarget: Where = ["targets", "array-contains", target];

const villagers = [staff("villageCommittee"), staff("villageCadre"), MANY_HATS];
const townspeople = [staff("povertyOfficer"), staff("townGovernment"), staff("supervisor"), staff("campaignOffice")];
const countypeople = [staff("countyOffice"), staff("countyLeadingGroup")];
const readers = [...villagers, ...townspeople, ...countypeople];

/** The same query for everybody who reads the area, each naming an own area. */
const perLevel = (title: string, collection: string, where: readonly Where[], order?: Order): Query[] =>
  ([[village, villagers], [AREA.town, townspeople], [AREA.county, countypeople]] as const).map(([area, by]) =>
    ({ title: `${title}, ${area}`, collection, where: [...where, inArea(area)], ...(order && { order }), by }));

/** What the web client asks, by room. */
export const CLIENT_QUERIES: readonly Query[] = [
  ...perLevel("my tasks", "applications", [inCampaign, waiting], ["dueAt", "asc"]),
  ...perLevel("my tasks of a track", "applications", [inCampaign, ["track", "==", "exit"], waiting], ["dueAt", "asc"]),
  ...perLevel("tasks of a village", "applications", [inCampaign, ["village", "==", village], waiting], ["dueAt", "asc"]),
  ...perLevel("drafts", "applications", [inCampaign, ["status", "==", "draft"]], ["createdAt", "desc"]),
  ...perLevel("all applications", "applications", [inCampaign], ["createdAt", "desc"]),
  ...perLevel("count by state", "applications", [inCampaign, ["status", "==", "surveyed"]]),
  {
    title: "tasks of several areas at once", collection: "applications", by: [MANY_HATS],
    where: [inCampaign, ["areas", "array-contains-any", [village, AREA.otherTown]], waiting], order: ["dueAt", "asc"],
  },
  {
    title: "a farmer's applications", collection: "applications", by: [FARMER],
    where: [["applicant", "==", FARMER.uid]], order: ["createdAt", "desc"],
  },
  ...perLevel("an application's forms", "applications/application-0001/forms", []),
  {
    title: "a farmer's forms", collection: "applications/application-0001/forms", by: [FARMER],
    where: [["applicant", "==", FARMER.uid]],
  },
  {
    title: "a household's history", collection: "actions", by: readers,
    where: [inVillageExactly, ofTarget], order: ["at", "asc"],
  },
  ...perLevel("actions not yet applied", "actions", [["pending", "==", true]], ["at", "desc"]),
  ...perLevel("what happened lately", "actions", [inCampaign], ["at", "desc"]),
  ...perLevel("what I did lately", "actions", [["by", "==", villagers[0]?.uid]], ["at", "desc"]),
  {
    title: "what a farmer sent", collection: "actions", by: [FARMER],
    where: [["by", "==", FARMER.uid]], order: ["at", "desc"],
  },
  {
    title: "notices open now", collection: "notices", by: [NOBODY, FARMER, staff("helper"), ...readers],
    where: [["status", "==", "open"]], order: ["closesAt", "asc"],
  },
  {
    title: "notices open now in an area", collection: "notices", by: [NOBODY, FARMER, ...readers],
    where: [["status", "==", "open"], inArea(village)], order: ["closesAt", "asc"],
  },
  ...perLevel("notices of the campaign", "notices", [inCampaign], ["opensAt", "desc"]),
  {
    title: "objections to answer in town", collection: "objections", by: [staff("townGovernment"), staff("supervisor")],
    where: [inArea(AREA.town), ["level", "==", "town"], ["status", "==", "open"]], order: ["dueAt", "asc"],
  },
  {
    title: "objections to answer in the county", collection: "objections", by: [staff("countyOffice")],
    where: [inArea(AREA.county), ["level", "==", "county"], ["status", "==", "open"]], order: ["dueAt", "asc"],
  },
  {
    title: "a household's objections", collection: "objections", by: [staff("townGovernment"), staff("supervisor")],
    where: [inVillageExactly, ["level", "==", "town"], ["application", "==", target]],
  },
  {
    title: "every objection of the area", collection: "objections", by: [staff("supervisor")],
    where: [inArea(AREA.town)], order: ["at", "desc"],
  },
  ...perLevel("the register", "households", [["register", "==", "main"], ["status", "==", "registered"]]),
  ...perLevel("the register of a village", "households", [["register", "==", "main"], ["village", "==", village]]),
  ...perLevel("villages of the register", "villages", [["register", "==", "main"]]),
  ...perLevel("photos of the boards", "evidence", [["kind", "==", "board"]], ["at", "desc"]),
  {
    title: "accounts of the area", collection: "staff", by: [staff("campaignOffice"), staff("supervisor")],
    where: [inArea(AREA.town)], order: ["name", "asc"],
  },
  {
    title: "who looked", collection: "audit", by: [staff("campaignOffice"), staff("supervisor")],
    where: [inArea(AREA.town)], order: ["at", "desc"],
  },
  { title: "campaigns", collection: "campaigns", where: [], order: ["startsOn", "desc"], by: [NOBODY, FARMER] },
  { title: "progress", collection: `campaigns/${CAMPAIGN}/villages`, where: [], by: [NOBODY, FARMER] },
];

/** What the functions ask; no rule stands in their way, but an index must be there. */
export const FUNCTION_QUERIES: readonly Query[] = [
  { title: "actions left unfinished", collection: "actions", where: [["pending", "==", true]], by: [] },
  { title: "notices that may be over", collection: "notices", where: [["status", "==", "open"]], by: [] },
  {
    title: "objections to escalate", collection: "objections", by: [],
    where: [["status", "==", "open"], ["dueAt", "<=", new Date()]], order: ["dueAt", "asc"],
  },
];

const wrong = (collection: string, by: readonly Persona[], asked: Record<string, readonly Where[]>): Query[] =>
  Object.entries(asked).map(([title, where]) => ({ title, collection, where, by }));

/** The same questions asked wrongly: each leaves open what the rules must know. */
export const UNPROVABLE: readonly Query[] = [
  ...wrong("applications", readers, {
    "by village alone": [["village", "==", village]],
    "by campaign alone": [inCampaign],
    "in an own and a strange area": [["areas", "array-contains-any", [village, AREA.neighbour]]],
  }),
  ...wrong("applications", villagers, { "in the county by a villager": [inArea(AREA.county)] }),
  ...wrong("applications", [...townspeople, ...countypeople], { "in a village by the town": [inArea(village)] }),
  ...wrong("applications", [FARMER, NOBODY], { "another farmer's": [["applicant", "==", "farmer-2"]] }),
  ...wrong("actions", readers, {
    "a history without the area": [ofTarget],
    "a history by area code": [["area", "==", village], ofTarget],
  }),
  ...wrong("actions", villagers, { "a strange history": [["areas", "==", areasOf(AREA.neighbour)], ofTarget] }),
  ...wrong("notices", [NOBODY, FARMER, ...readers], { "closed ones of everywhere": [["status", "==", "closed"]] }),
  ...wrong("notices", [NOBODY, FARMER], { "in any state": [["status", "in", ["open", "closed"]]] }),
  ...wrong("objections", [staff("townGovernment"), staff("povertyOfficer")], {
    "of no level": [inArea(AREA.town)],
    "the county's": [inArea(AREA.town), ["level", "==", "county"]],
  }),
  ...wrong("objections", villagers, { "the town's": [inArea(village), ["level", "==", "town"]] }),
  ...wrong("staff", [...villagers, staff("countyOffice")], { "accounts": [inArea(village)] }),
];
