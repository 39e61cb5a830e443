import type { AreaCode } from "@domain/areas.ts";
import { areasOf } from "@domain/areas.ts";
import { COMMITTED_STATUSES } from "@domain/status.ts";
import type { Persona } from "./people.ts";
import { AREA, FARMER, MANY_HATS, MOVED_HELPER, NOBODY, staff } from "./people.ts";
import { CAMPAIGN } from "./wellFormed.ts";

type Op = "==" | "in" | "array-contains" | "array-contains-any" | "<=" | ">";
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
const ofCause: Where[] = [inCampaign, ["track", "==", "identify"], ["status", "in", [...COMMITTED_STATUSES]], ["facts.mainCause", "==", "illness"]];
const target = "application-0001";
const surveyOfOne = `applications/${target}/forms`;
const entry = `households/main-${village}0001`;
const ofTarget: Where = ["targets", "array-contains", target];

const helper = staff("helper");
const unit = staff("supportUnit");
const villagers = [staff("villageCommittee"), staff("villageCadre"), MANY_HATS];
const townspeople = [staff("povertyOfficer"), staff("townGovernment"), staff("supervisor"), staff("campaignOffice")];
const countypeople = [staff("countyOffice"), staff("countyLeadingGroup")];
const readers = [...villagers, ...townspeople, ...countypeople];

/** The same query for everybody who reads the area, each naming an own area. */
const perLevel = (title: string, collection: string, where: readonly Where[], order?: Order): Query[] =>
  ([[village, villagers], [AREA.town, townspeople], [AREA.county, countypeople]] as const).map(([area, by]) =>
    ({ title: `${title}, ${area}`, collection, where: [...where, inArea(area)], ...(order && { order }), by }));

/** What belongs to one village, asked for by all its areas at once: proven to the village, the town and the county. */
const inVillage = (title: string, collection: string, where: readonly Where[] = []): Query[] =>
  [{ title, collection, where: [inVillageExactly, ...where], by: readers }];

const helpToOne = `applications/${target}/help`;
const helping = (who: Persona, title: string, collection: string, field: string, ...where: Where[]): Query =>
  ({ title, collection, by: [who], where: [inArea(village), [field, "==", who.uid], ...where] });

/** What a helper asks: everything by its own name, in each village of its role. */
const HELPER_QUERIES: readonly Query[] = [
  helping(helper, "households that one helps", "applications", "helper.account"),
  helping(helper, "households that one helps, in a campaign", "applications", "helper.account", inCampaign),
  helping(unit, "the village that one supports", "applications", "helper.account", inCampaign),
  helping(helper, "entries that one helps", "households", "helper", inRegister),
  helping(unit, "the supported village in the register", "villages", "poor.unit"),
  helping(helper, "one's pairings", "pairings", "account", ["until", "==", null]),
  helping(unit, "the unit's pairings", "pairings", "account", ["until", "==", null]),
  helping(helper, "one's photos", "evidence", "by"),
  { ...helping(helper, "what a helper sent", "actions", "by"), order: ["at", "desc"] },
  {
    title: "households helped in several villages", collection: "applications", by: [MOVED_HELPER],
    where: [["areas", "array-contains-any", [AREA.neighbour]], ["helper.account", "==", MOVED_HELPER.uid]],
  },
];

/** What the web client asks (web/src/staff/data, web/src/public), and what it may ask in pages when a list is long. */
export const CLIENT_QUERIES: readonly Query[] = [
  { title: "campaigns", collection: "campaigns", where: [], by: [NOBODY, FARMER] },
  { title: "campaigns of a town", collection: "campaigns", where: [inArea(AREA.town)], by: [NOBODY, ...readers] },
  { title: "progress", collection: `campaigns/${CAMPAIGN}/villages`, where: [], by: [NOBODY, FARMER, ...readers] },
  ...perLevel("applications", "applications", [inCampaign]),
  ...perLevel("applications in certain states", "applications", [inCampaign, waiting]),
  ...perLevel("households of one cause, to be counted", "applications", ofCause),
  ...inVillage("a village's households of one cause, to be counted", "applications", ofCause),
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
  ...inVillage("applications of a village, in certain states", "applications", [inCampaign, waiting]),
  ...perLevel("applications of poor villages", "applications", [inCampaign, ["track", "==", "village"]]),
  ...perLevel("one track in certain states", "applications", [inCampaign, ["track", "==", "village"], waiting]),
  ...perLevel("households late enough to be passed upwards", "applications", [inCampaign, ["escalated.to", "==", "town"]]),
  ...perLevel("households of which the checks ask something", "applications", [inCampaign, ["questions.open", ">", 0]], ["questions.open", "asc"]),
  ...perLevel("tasks of one track", "applications", [inCampaign, ["track", "==", "identify"], waiting], ["dueAt", "asc"]),
  { title: "an application's survey", collection: surveyOfOne, where: [inVillageExactly], by: readers },
  { title: "a farmer's survey", collection: surveyOfOne, where: [["applicant", "==", FARMER.uid]], by: [FARMER] },
  {
    title: "a household's history", collection: "actions", by: readers,
    where: [inVillageExactly, ofTarget], order: ["at", "asc"],
  },
  {
    title: "what was done upon a campaign", collection: "actions", by: townspeople,
    where: [["areas", "==", areasOf(AREA.town)], ["targets", "array-contains", CAMPAIGN]], order: ["at", "asc"],
  },
  ...inVillage("everything that was done in a village", "actions", [inCampaign]),
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
  ...inVillage("notices of a village", "notices", [inCampaign]),
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
  {
    title: "complaints of the area", collection: "complaints", by: [staff("supervisor")],
    where: [inArea(AREA.town), inCampaign],
  },
  ...perLevel("the register", "households", [inRegister, ["status", "==", "registered"]]),
  {
    title: "the register of a village", collection: "households", by: readers,
    where: [inVillageExactly, inRegister, ["status", "==", "registered"]],
  },
  ...inVillage("an entry's years", `${entry}/versions`),
  { title: "a farmer's years", collection: `${entry}/versions`, where: [["applicant", "==", FARMER.uid]], by: [FARMER] },
  ...inVillage("a village's years", `villages/main-${village}/versions`),
  ...inVillage("help to an application", helpToOne),
  { title: "help to a farmer", collection: helpToOne, where: [["applicant", "==", FARMER.uid]], by: [FARMER] },
  ...inVillage("forms being filled in", `applications/${target}/drafts`),
  ...perLevel("pairings that last", "pairings", [inCampaign, ["until", "==", null]]),
  ...inVillage("pairings of a village that last", "pairings", [inCampaign, ["until", "==", null]]),
  ...inVillage("everyone who helped an application", "pairings", [["application", "==", target]]),
  ...perLevel("findings", "findings", [inCampaign]),
  ...inVillage("findings of a village", "findings", [inCampaign]),
  ...perLevel("findings that are open, most first", "findings", [inCampaign, ["open", ">", 0]], ["open", "desc"]),
  ...perLevel("entry batches, latest first", "batches", [inCampaign], ["at", "desc"]),
  ...inVillage("entry batches of a village", "batches", [inCampaign]),
  ...perLevel("imports", "imports", []),
  ...HELPER_QUERIES,
  ...perLevel("villages of the register", "villages", [inRegister]),
  ...perLevel("photos of the boards", "evidence", [["kind", "==", "board"]]),
  {
    title: "accounts of the area", collection: "staff", where: [inArea(AREA.town)],
    by: [staff("campaignOffice"), staff("supervisor"), staff("povertyOfficer")],
  },
  { title: "accounts of a village, to choose a helper", collection: "staff", by: [staff("villageCadre")], where: [inArea(village)] },
  ...[AREA.town].map((area): Query => ({
    title: "outside lists", collection: "lists", by: [staff("campaignOffice"), staff("povertyOfficer"), staff("supervisor")],
    where: [inCampaign, inArea(area)],
  })),
  {
    title: "who declared relatives", collection: "declarations", by: [staff("campaignOffice"), staff("supervisor")],
    where: [inCampaign, inArea(AREA.town)],
  },
  ...[staff("villageCadre"), helper].flatMap((who): Query[] => [
    { title: `what ${who.name} declared`, collection: "declarations", by: [who], where: [inCampaign, ["account", "==", who.uid]] },
    {
      title: `whom ${who.name} declared`, collection: `declarations/${CAMPAIGN}_${who.uid}/lines`, by: [who], where: [["account", "==", who.uid]],
    },
  ]),
  { title: "messages to a role of the village, latest first", collection: "messages", where: [["role", "==", "villageCommittee"], inArea(village)], order: ["at", "desc"], by: [staff("villageCommittee")] },
  { title: "messages to a role of the town, latest first", collection: "messages", where: [["role", "==", "townGovernment"], inArea(AREA.town)], order: ["at", "desc"], by: [staff("townGovernment")] },
  { title: "messages to one's account, latest first", collection: "messages", where: [["account", "==", helper.uid]], order: ["at", "desc"], by: [helper] },
  {
    title: "who looked, latest first", collection: "audit", by: [staff("campaignOffice"), staff("supervisor")],
    where: [inArea(AREA.town)], order: ["at", "desc"],
  },
];

/** What the functions ask; no rule stands in their way, but an index must be there. */
export const FUNCTION_QUERIES: readonly Query[] = [
  { title: "actions left unfinished, the oldest first", collection: "actions", where: [["pending", "==", true]], order: ["at", "asc"], by: [] },
  { title: "a history that is to be erased", collection: "actions", where: [inVillageExactly, ["targets", "array-contains", target]], order: ["at", "asc"], by: [] },
  { title: "notices that may be over, the first to end first", collection: "notices", where: [["status", "==", "open"]], order: ["closesAt", "asc"], by: [] },
  {
    title: "a village's entries, to look for people who stand in two", collection: "households", by: [],
    where: [inRegister, ["village", "==", village], ["status", "==", "registered"]],
  },
  { title: "what a list has brought", collection: "matches", where: [["lists", "array-contains", "list-0001"]], by: [] },
  { title: "households that say they are on minimum living", collection: "applications", where: [inCampaign, ["facts.attribute", "in", ["minLiving"]]], by: [] },
  { title: "lists past their time", collection: "lists", where: [["expiresAt", "<=", new Date()]], order: ["expiresAt", "asc"], by: [] },
  { title: "what an account has declared", collection: "declarations", where: [["account", "==", helper.uid]], by: [] },
  {
    title: "declarations that are kept no longer", collection: "declarations", by: [],
    where: [inCampaign, ["at", "<=", new Date()]], order: ["at", "asc"],
  },
  { title: "cadres of a name", collection: "staff", where: [["name", "in", ["某"]]], by: [] },
  {
    title: "households of which the clock has something to say", collection: "applications", by: [],
    where: [["alarmAt", "<=", new Date()]], order: ["alarmAt", "asc"],
  },
  {
    title: "messages that did not go out yet", collection: "messages", by: [],
    where: [["sending.state", "==", "waiting"], ["sending.since", "<=", new Date()]], order: ["sending.since", "asc"],
  },
  ...([[], [["leftOff.round", "==", "village"]]] as Where[][]).map((explained): Query => ({
    title: `households that wait for a list${explained.length > 0 ? ", with a reason why they are not on it" : ""}`, collection: "applications", by: [],
    where: [inCampaign, ["village", "==", village], ["status", "==", "verified"], ["track", "in", ["identify", "exit"]], ...explained],
  })),
  { title: "campaigns under way", collection: "campaigns", where: [["status", "==", "open"]], by: [] },
  { title: "accounts of a county alone, to see who is in charge", collection: "staff", where: [["areas", "==", areasOf(AREA.county)]], by: [] },
  {
    title: "failed applications that are kept no longer", collection: "applications", by: [],
    where: [inCampaign, ["erased", "==", null], ["status", "in", ["rejected", "withdrawn"]], ["since", "<=", new Date()]], order: ["since", "asc"],
  },
  {
    title: "drafts that nobody sent", collection: "applications", by: [],
    where: [inCampaign, ["status", "==", "draft"], ["createdAt", "<=", new Date()]], order: ["createdAt", "asc"],
  },
  { title: "objections to one household", collection: "objections", where: [["application", "==", target]], by: [] },
  { title: "objections whose sender is kept no longer", collection: "objections", by: [], where: [inCampaign, ["senderErased", "==", false], ["answer.at", "<=", new Date()]], order: ["answer.at", "asc"] },
  { title: "complaints whose sender is kept no longer", collection: "complaints", by: [], where: [inCampaign, ["senderErased", "==", false], ["answer.at", "<=", new Date()]], order: ["answer.at", "asc"] },
  {
    title: "complaints to escalate", collection: "complaints", by: [],
    where: [["status", "==", "open"], ["dueAt", "<=", new Date()]], order: ["dueAt", "asc"],
  },
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
  ...wrong("complaints", [staff("povertyOfficer"), staff("townGovernment"), staff("campaignOffice")], {
    "of the town": [inArea(AREA.town)],
  }),
  ...wrong("objections", villagers, { "the town's": [inArea(village), ["level", "==", "town"]] }),
  ...wrong("staff", [staff("villageCommittee"), staff("countyOffice"), staff("povertyOfficer"), helper, unit], {
    "accounts of a village": [inArea(village)],
    "accounts of everywhere": [["disabled", "==", false]],
  }),
  ...wrong("applications", [helper, unit], {
    "of the village by a helper": [inArea(village)],
    "another helper's": [inArea(village), ["helper.account", "==", "staff-helper-unpaired"]],
    "one's own anywhere": [["helper.account", "==", helper.uid]],
    "one's own in the neighbouring village": [inArea(AREA.neighbour), ["helper.account", "==", helper.uid]],
  }),
  ...wrong("households", [helper, unit], { "entries of the village by a helper": [inArea(village), inRegister] }),
  ...wrong("pairings", [helper, unit], {
    "pairings of the village by a helper": [inArea(village), ["until", "==", null]],
    "ended ones by a helper": [inArea(village), ["account", "==", helper.uid], ["until", ">", "2014-01-01"]],
    "lasting or not by a helper": [inArea(village), ["account", "==", helper.uid]],
  }),
  ...wrong("findings", [helper, unit], { "findings by a helper": [inArea(village), inCampaign] }),
  ...wrong("batches", [helper, unit], { "batches by a helper": [inArea(village), inCampaign] }),
  ...wrong("imports", [helper, FARMER, NOBODY], { "imports by a stranger": [inArea(village)] }),
  ...[helpToOne, `applications/${target}/drafts`, `${entry}/versions`].flatMap((collection) =>
    wrong(collection, [helper, unit, FARMER], { "what lies below somebody else's": [inVillageExactly] })),
  ...wrong("messages", readers, { "of any role": [inArea(village)], "without the area": [["role", "==", "villageCommittee"]] }),
  ...wrong("messages", [staff("villageCadre"), staff("povertyOfficer"), FARMER, NOBODY], { "another role's": [["role", "==", "townGovernment"], inArea(AREA.town)] }),
  ...wrong("messages", [helper, FARMER, NOBODY], { "another account's": [["account", "==", "staff-helper-unpaired"]] }),
  ...wrong("reads", readers, { "what others have read": [["by", "==", "staff-helper-unpaired"]] }),
  ...wrong("people", readers, { "hashes": [inArea(village)] }),
  ...wrong("matches", readers, {
    "hashes": [inCampaign],
    "what a list brought": [["lists", "array-contains", "list-0001"]],
  }),
  ...wrong("lists", [...villagers, ...countypeople, helper, FARMER, NOBODY], { "outside lists of the town": [inCampaign, inArea(AREA.town)] }),
  ...wrong("declarations", [...villagers, staff("povertyOfficer"), helper, FARMER, NOBODY], { "declarations of the town": [inCampaign, inArea(AREA.town)] }),
  ...wrong(`declarations/${CAMPAIGN}_${staff("villageCadre").uid}/lines`, [staff("campaignOffice"), staff("supervisor"), helper, FARMER], {
    "somebody else's relatives": [["account", "==", staff("villageCadre").uid]],
    "all of them": [],
  }),
  ...wrong("handbooks", readers, { "codes": [["village", "==", village]] }),
];
