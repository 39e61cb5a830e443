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
const inRegister: Where = ["register", "==", "main"];
const inVillageExactly: Where = ["areas", "==", areasOfVillage];
const waiting: Where = ["status", "in", ["submitted", "surveyed", "nominated", "verified", "townReview"]];
const target = "application-0001";
const surveyOfOne = `applications/${target}/forms`;
const ofTarget: Where = ["targets", "array-contains", target];

const villagers = [staff("villageCommittee"), staff("villageCadre"), MANY_HATS];
const townspeople = [staff("povertyOfficer"), staff("townGovernment"), staff("supervisor"), staff("campaignOffice")];
const countypeople = [staff("countyOffice"), staff("countyLeadingGroup")];
const readers = [...villagers, ...townspeople, ...countypeople];

/** The same query for everybody who reads the area, each naming an own area. */
const perLevel = (title: string, collection: string, where: readonly Where[], order?: Order): Query[] =>
  ([[village, villagers], [AREA.town, townspeople], [AREA.county, countypeople]] as const).map(([area, by]) =>
    ({ title: `${title}, ${area}`, collection, where: [...where, inArea(area)], ...(order && { order }), by }));

/** What the web client asks (web/src/staff/data, web/src/public), and what it may ask in pages when a list is long. */
export const CLIENT_QUERIES: readonly Query[] = [
  { title: "campaigns", collection: "campaigns", where: [], by: [NOBODY, FARMER] },
  { title: "campaigns of a town", collection: "campaigns", where: [inArea(AREA.town)], by: [NOBODY, ...readers] },
  { title: "progress", collection: `campaigns/${CAMPAIGN}/villages`, where: [], by: [NOBODY, FARMER, ...readers] },
  ...perLevel("applications", "applications", [inCampaign]),
  ...perLevel("applications in certain states", "applications", [inCampaign, waiting]),
  ...perLevel("tasks, most urgent first", "applications", [inCampaign, waiting], ["dueAt", "asc"]),
  ...perLevel("tasks of a village", "applications", [inCampaign, ["village", "==", village], waiting], ["dueAt", "asc"]),
  {
    title: "tasks of several areas at once", collection: "applications", by: [MANY_HATS],
    where: [inCampaign, ["areas", "array-contains-any", [village, AREA.otherTown]], waiting], order: ["dueAt", "asc"],
  },
  {
    title: "a farmer's applications", collection: "applications", by: [FARMER],
    where: [["applicant", "==", FARMER.uid]], order: ["createdAt", "desc"],
  },
  { title: "an application's survey", collection: surveyOfOne, where: [inVillageExactly], by: readers },
  { title: "a farmer's survey", collection: surveyOfOne, where: [["applicant", "==", FARMER.uid]], by: [FARMER] },
  {
    title: "a household's history", collection: "actions", by: readers,
    where: [inVillageExactly, ofTarget], order: ["at", "asc"],
  },
  ...perLevel("actions not yet applied", "actions", [["pending", "==", true]], ["at", "desc"]),
  {
    title: "what a farmer sent", collection: "actions", by: [FARMER],
    where: [["by", "==", FARMER.uid]], order: ["at", "desc"],
  },
  {
    title: "notices open now", collection: "notices", by: [NOBODY, FARMER, staff("helper"), ...readers],
    where: [inCampaign, ["status", "==", "open"]],
  },
  ...perLevel("notices of the campaign", "notices", [inCampaign]),
  {
    title: "objections to answer in town", collection: "objections", by: [staff("townGovernment"), staff("supervisor")],
    where: [inArea(AREA.town), inCampaign, ["level", "==", "town"]],
  },
  {
    title: "objections to answer in the county", collection: "objections", by: [staff("countyOffice")],
    where: [inArea(AREA.county), inCampaign, ["level", "==", "county"]],
  },
  {
    title: "every objection of the area", collection: "objections", by: [staff("supervisor")],
    where: [inArea(AREA.town), inCampaign],
  },
  ...perLevel("the register", "households", [inRegister, ["status", "==", "registered"]]),
  {
    title: "the register of a village", collection: "households", by: readers,
    where: [inVillageExactly, inRegister, ["status", "==", "registered"]],
  },
  ...perLevel("villages of the register", "villages", [inRegister]),
  ...perLevel("photos of the boards", "evidence", [["kind", "==", "board"]]),
  {
    title: "accounts of the area", collection: "staff", by: [staff("campaignOffice"), staff("supervisor")],
    where: [inArea(AREA.town)],
  },
  {
    title: "who looked, latest first", collection: "audit", by: [staff("campaignOffice"), staff("supervisor")],
    where: [inArea(AREA.town)], order: ["at", "desc"],
  },
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
  ...wrong(surveyOfOne, [...townspeople, ...countypeople], { "of the village by the town": [inArea(village)] }),
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
