import { paths } from "@domain/paths.ts";
import { areasOf } from "@domain/areas.ts";
import { newId } from "../play/player.ts";
import type { Fields, Write } from "../rules/rest.ts";
import { REQUEST_TIME } from "../rules/rest.ts";
import type { Attempt, Family } from "./attempt.ts";
import { rest } from "./doors.ts";
import type { Attacker, Scene } from "./scene.ts";
import { playerOf } from "./scene.ts";

/** Writing past the one write path, and actions of which one thing is forged. */

const restOf = (scene: Scene, who: Attacker) => rest(scene.stage.suite, scene.tokens[who]);
const across = <A, B>(left: readonly A[], right: readonly B[]): [A, B][] => left.flatMap((one) => right.map((other): [A, B] => [one, other]));
const change = (path: string, fields: Fields): Write => ({ update: path, fields, mask: Object.keys(fields) });

/** What only functions write, each as somebody would like to have it. */
const DIRECT: readonly [string, (scene: Scene, uid: string) => Write][] = [
  ["approves an application by hand", ({ own }) => change(paths.application(own.id), { status: "approved" })],
  ["ends an application's objections by hand", ({ listed }) => change(paths.application(listed.id), { openObjections: 0 })],
  ["deletes a submitted application", ({ own }) => ({ delete: paths.application(own.id) })],
  ["rewrites the form of a submitted application", ({ own }) => change(paths.application(own.id), { form: {} })],
  ["rewrites a survey", ({ at }) => change(at.survey, { form: {} })],
  ["puts numbers beside an application", ({ at }) => ({ set: at.numbers, fields: { "members.0.idNo": "1" } })],
  ["closes a notice by hand", ({ notice }) => change(paths.notice(notice), { status: "closed" })],
  ["moves a notice's end", ({ notice }) => change(paths.notice(notice), { closesAt: new Date(0) })],
  ["hangs a notice by hand", () => ({ create: paths.notice(newId()), fields: { status: "open", list: [] } })],
  ["answers an objection by hand", ({ objection }) => change(paths.objection(objection), { status: "dismissed" })],
  ["deletes an objection", ({ objection }) => ({ delete: paths.objection(objection) })],
  ["files an objection past the function", () => ({ create: paths.objection(newId()), fields: { text: "…" } })],
  ["deletes a complaint", ({ complaint }) => ({ delete: paths.complaint(complaint) })],
  ["enters a household in the register", ({ stage }) => ({ create: paths.household(`${stage.town.campaign}-${stage.town.first.code}9999`), fields: { status: "inService" } })],
  ["rewrites a year of the register", ({ at }) => change(at.year, { form: {} })],
  ["makes the own account an office", ({ stage }, uid) => ({ set: paths.staff(uid), fields: { roles: { campaignOffice: [stage.town.code] }, disabled: false, version: 1 } })],
  ["frees an identity for another application", ({ at }) => ({ delete: at.identity })],
  ["hands out a receipt number", ({ own }) => ({ create: paths.receipt("0000-0000-0000"), fields: { application: own.id } })],
  ["deletes a line of the record of who looked", ({ at }) => ({ delete: at.audit })],
  ["writes a line of that record", (_scene, uid) => ({ create: paths.audit(newId()), fields: { by: uid } })],
  ["takes back what a list holds against somebody", ({ at }) => ({ delete: at.match })],
  ["ends a helper's pairing by hand", ({ at }) => change(at.pairing, { until: "2014-01-01" })],
  ["raises the village's size", ({ stage }) => change(paths.village(stage.town.campaign, stage.town.first.code), { quota: { identify: 9999, exit: 0 } })],
  ["sets the period of notices to nothing", ({ stage }) => change(paths.campaign(stage.town.campaign), { rehearsal: true })],
  ["sets the counter of a flood back", ({ at }) => ({ delete: at.limit })],
  ["answers a question of the checks by hand", ({ at }) => change(at.findings, { rows: [] })],
  ["writes a message from the county", ({ stage }) => ({ create: paths.message(newId()), fields: { areas: areasOf(stage.town.first.code), role: "villageCommittee" } })],
];

export const DIRECT_FAMILY: Family = {
  name: "writing past the one write path",
  honest: [{ who: "committee", what: "begins an application", go: (scene) => restOf(scene, "committee").commit({ create: paths.application(newId()), fields: draft(scene, scene.stage.town.first.code) }) }],
  attempts: across(DIRECT, ["nobody", "stranger", "committee", "office"] as const).map(([[what, write], who]): Attempt => ({
    who, door: "REST", what, refused: "PERMISSION_DENIED",
    go: async (scene) => restOf(scene, who).commit(write(scene, who === "nobody" ? "nobody" : (await playerOf(scene.stage, who)).uid)),
  })),
};

function draft({ stage: { town } }: Scene, village: string): Fields {
  return { campaign: town.campaign, track: "identify", village, areas: areasOf(village), status: "draft", applicant: null, createdBy: `committee-${town.campaign}`, createdAt: REQUEST_TIME, form: {}, household: null };
}

type Signer = "committee" | "officer" | "formerHelper" | "stranger";

/** What each may send: honest but for what is forged. */
const HONEST: Record<Signer, { type: string; role: string; targets: (scene: Scene) => string[] }> = {
  committee: { type: "recordBoard", role: "villageCommittee", targets: ({ own }) => [own.id] },
  officer: { type: "hold", role: "povertyOfficer", targets: ({ own }) => [own.id] },
  formerHelper: { type: "recordVisit", role: "helper", targets: ({ paired }) => [paired.id] },
  stranger: { type: "withdraw", role: "applicant", targets: ({ own }) => [own.id] },
};

async function honest(scene: Scene, who: Signer): Promise<Fields> {
  const { stage: { town } } = scene;
  const { type, role, targets } = HONEST[who];
  const { uid } = await playerOf(scene.stage, who);
  return { type, campaign: town.campaign, area: town.first.code, areas: areasOf(town.first.code), by: uid, role, at: REQUEST_TIME, targets: targets(scene), input: {}, pending: true };
}

/** One thing put in the place of the honest one. */
const FORGED: readonly [string, (scene: Scene) => Fields][] = [
  ["signed as the mayor's account", ({ stage }) => ({ by: `mayor-${stage.town.campaign}` })],
  ["signed as the clock", () => ({ by: "clock", role: "clock", type: "endNotice" })],
  ["signed as the public", () => ({ by: "public", role: "public", type: "raiseObjection" })],
  ["in the mayor's role", () => ({ role: "townGovernment", type: "approve" })],
  ["in the supervisor's role", () => ({ role: "supervisor", type: "answerObjection" })],
  ["that sets the campaign anew", ({ stage }) => ({ type: "saveCampaign", role: "campaignOffice", area: stage.town.code, areas: areasOf(stage.town.code) })],
  ["dated back to the notice's time", () => ({ at: new Date("2014-06-01T00:00:00Z") })],
  ["dated ahead", () => ({ at: new Date("2100-01-01T00:00:00Z") })],
  ["in the second village", ({ stage }) => ({ area: stage.town.second.code, areas: areasOf(stage.town.second.code) })],
  ["in another county's village", () => ({ area: "110101001001", areas: areasOf("110101001001") })],
  ["seen from more areas than its own", ({ stage }) => ({ areas: [...areasOf(stage.town.first.code), stage.town.second.code] })],
  ["seen from no area", () => ({ areas: [] })],
  ["with its outcome in it", () => ({ outcome: { at: new Date(0), applied: 1, refused: 0, targets: {} } })],
  ["with a hash of its own", () => ({ hash: "0".repeat(64) })],
  ["that is done already", () => ({ pending: false })],
  ["of a type that is none", () => ({ type: "deleteEverything" })],
  ["upon 501 households", () => ({ targets: Array.from({ length: 501 }, (_, at) => `application-${1000 + at}`) })],
  ["upon a path", () => ({ targets: ["applications/one/private/identity"] })],
  ["with an input of a thousand parts", () => ({ input: Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`part${at}`, 1])) })],
  ["in a campaign that is a path", () => ({ campaign: "campaigns/one/villages/two" })],
];

/** What is forged for the others and is somebody's own right: the officer's are all villages of the town; a farmer's village, the workflow looks at. */
const OWN_RIGHT: Partial<Record<Signer, readonly string[]>> = { officer: ["in the second village"], stranger: ["in the second village", "in another county's village"] };

export const FORGED_FAMILY: Family = {
  name: "forged actions",
  honest: [{
    who: "committee", what: "appends the same action with nothing forged",
    go: async (scene) => restOf(scene, "committee").commit({ create: paths.action(newId()), fields: await honest(scene, "committee") }),
  }],
  attempts: across(FORGED, Object.keys(HONEST) as Signer[]).filter(([[what], who]) => !OWN_RIGHT[who]?.includes(what)).map(([[what, forge], who]): Attempt => ({
    who, door: "REST", what: `appends an action ${what}`, refused: "PERMISSION_DENIED",
    go: async (scene) => restOf(scene, who).commit({ create: paths.action(newId()), fields: { ...(await honest(scene, who)), ...forge(scene) } }),
  })),
};

const nested = (depth: number): Fields => Array.from({ length: depth }).reduce<Fields>((inside) => ({ in: inside }), {});

/** An action that was sent, sent again, edited or withdrawn; and documents that are huge or deep. */
const REPLAYED: readonly [Attacker, string, string, (scene: Scene) => Write | Promise<Write>][] = [
  ["committee", "edits the input of its own action", "PERMISSION_DENIED", ({ at }) => change(at.action, { input: {} })],
  ["committee", "makes its own action pending again", "PERMISSION_DENIED", ({ at }) => change(at.action, { pending: true })],
  ["committee", "rewrites the outcome of its own action", "PERMISSION_DENIED", ({ at }) => change(at.action, { outcome: {} })],
  ["committee", "withdraws its own action", "PERMISSION_DENIED", ({ at }) => ({ delete: at.action })],
  ["committee", "sends its own action again over the first", "PERMISSION_DENIED", async (scene) => ({ set: scene.at.action, fields: await honest(scene, "committee") })],
  ["committee", "sends an action under an id that is taken", "ALREADY_EXISTS", async (scene) => ({ create: scene.at.action, fields: await honest(scene, "committee") })],
  ["supervisor", "edits another's action", "PERMISSION_DENIED", ({ at }) => change(at.action, { input: {} })],
  ["office", "withdraws another's action", "PERMISSION_DENIED", ({ at }) => ({ delete: at.action })],
  ["committee", "sends an action of more than a megabyte", "INVALID_ARGUMENT", async (scene) => ({ create: paths.action(newId()), fields: { ...(await honest(scene, "committee")), input: { text: "x".repeat(1_100_000) } } })],
  ["committee", "sends an action thirty levels deep", "INVALID_ARGUMENT", async (scene) => ({ create: paths.action(newId()), fields: { ...(await honest(scene, "committee")), input: nested(30) } })],
  ["committee", "begins an application of more than a megabyte", "INVALID_ARGUMENT", (scene) => ({ create: paths.application(newId()), fields: { ...draft(scene, scene.stage.town.first.code), form: { text: "x".repeat(1_100_000) } } })],
  ["committee", "begins an application of a hundred parts", "PERMISSION_DENIED", (scene) => ({ create: paths.application(newId()), fields: { ...draft(scene, scene.stage.town.first.code), form: Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`part${at}`, 1])) } })],
  ["committee", "sends evidence that is a page with script", "PERMISSION_DENIED", (scene) => evidence(scene, { contentType: "text/html" })],
  ["committee", "sends evidence that is a drawing with script", "PERMISSION_DENIED", (scene) => evidence(scene, { contentType: "image/svg+xml" })],
  ["committee", "sends evidence of 800 KiB", "PERMISSION_DENIED", (scene) => evidence(scene, { data: new Uint8Array(800 * 1024) })],
  ["committee", "sends evidence in another's name", "PERMISSION_DENIED", (scene) => evidence(scene, { by: `cadre-${scene.stage.town.campaign}` })],
];

function evidence({ stage: { town } }: Scene, forgery: Fields): Write {
  const { code } = town.first;
  return {
    create: paths.evidence(newId()),
    fields: { campaign: town.campaign, village: code, areas: areasOf(code), kind: "house", contentType: "image/png", data: new Uint8Array([1]), by: `committee-${town.campaign}`, at: REQUEST_TIME, ...forgery },
  };
}

export const REPLAYED_FAMILY: Family = {
  name: "replayed, edited, huge and deep",
  honest: [{ who: "committee", what: "sends evidence as it should be", go: (scene) => restOf(scene, "committee").commit(evidence(scene, {})) }],
  attempts: REPLAYED.map(([who, what, refused, write]): Attempt => ({ who, door: "REST", what, refused, go: async (scene) => restOf(scene, who).commit(await write(scene)) })),
};
