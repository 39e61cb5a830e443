import type { Doing } from "../functions/office.ts";
import { answer, appraisal, approval, confirmMeeting, publication, submission, survey, verification } from "../functions/office.ts";
import { assignment, measure, plan, visit } from "../functions/serviceDoings.ts";
import { poorHousehold } from "../functions/households.ts";
import { newId } from "../play/player.ts";
import type { Attempt, Family, Verdict } from "./attempt.ts";
import { byAction, bySdk } from "./doors.ts";
import type { Attacker, Scene } from "./scene.ts";
import { playerOf } from "./scene.ts";

/** Actions that the rules let in, because their signer holds the role there; what they want, the workflow refuses by name. */

type Actor = Exclude<Attacker, "nobody">;

async function act(scene: Scene, who: Actor, doing: Doing): Promise<Verdict> {
  return byAction(scene.stage.actAs(await playerOf(scene.stage, who), doing));
}

const on = (type: Doing["type"], targets: string[], input: object = {}): Doing => ({ type, targets, input }) as Doing;
const settings = ({ stage: { town } }: Scene) => town.settings;
const office = (scene: Scene, changes: object): Doing =>
  ({ type: "saveCampaign", targets: [scene.stage.town.campaign], area: scene.stage.town.code, input: { settings: { ...settings(scene), ...changes }, open: true } }) as Doing;

const ACTIONS: readonly [Actor, string, string, (scene: Scene) => Doing][] = [
  ["committee", "verifies what is not appraised yet", "wrongStatus", ({ own }) => verification([own])],
  ["cadre", "verifies a second time", "wrongStatus", ({ listed }) => verification([listed])],
  ["committee", "publishes what is not verified", "wrongStatus", ({ own }) => publication([own])],
  ["mayor", "approves a household that is still on the notice", "wrongStatus", ({ listed }) => approval([listed])],
  ["county", "approves before the town has", "wrongStatus", ({ listed }) => approval([listed])],
  ["mayor", "approves what is approved already", "wrongStatus", ({ paired }) => approval([paired])],
  ["committee", "acts upon the second village's household under its own area", "wrongVillage", ({ next, stage }) => ({ ...survey(next), area: stage.town.first.code })],
  ["neighbour", "acts upon the first village's household under its own area", "wrongVillage", ({ own, stage }) => ({ ...survey(own), area: stage.town.second.code })],
  ["committee", "acts upon a household that is none", "unknownTarget", () => on("withdraw", ["application-that-is-none"], { reasons: "没有理由" })],
  ["committee", "acts in a campaign that is none", "wrongCampaign", ({ own }) => ({ ...verification([own]), campaign: "campaign-that-is-none" }) as Doing],
  ["committee", "acts upon what it saw before the last change", "stale", ({ own }) => ({ ...on("withdraw", [own.id], { reasons: "没有理由" }), seen: { [own.id]: 0 } })],
  ["committee", "acts upon what it says to have seen ahead of time", "stale", ({ own }) => ({ ...on("withdraw", [own.id], { reasons: "没有理由" }), seen: { [own.id]: 99 } })],
  ["stranger", "withdraws another's application", "notYours", ({ own }) => on("withdraw", [own.id], { reasons: "不想要了" })],
  ["stranger", "asks to correct another's application", "notYours", ({ own }) => on("askCorrection", [own.id], { text: "收入写错了，请改。" })],
  ["stranger", "confirms another's result", "notYours", ({ paired }) => on("confirmResult", [paired.id], { record: newId(), how: "online" })],
  ["stranger", "submits an application with the numbers of another", "identityTaken", ({ own }) => copyOf(own)],
  ["stranger", "submits an application without its numbers", "invalidInput", ({ stage }) => ({ ...submission([poorHousehold({ village: stage.town.first, seed: 9710 })]), hidden: {} })],
  ["stranger", "submits a form that is none", "invalidInput", ({ stage }) => formless(poorHousehold({ village: stage.town.first, seed: 9711 }), { householder: "x" })],
  ["stranger", "submits a form of numbers in the place of words", "invalidInput", ({ stage }) => formless(poorHousehold({ village: stage.town.first, seed: 9712 }), { householder: 1, members: 2, place: [] })],
  ["stranger", "applies in a village outside the campaign", "wrongVillage", ({ stage }) => ({ ...submission([poorHousehold({ village: { code: "110101001001", name: "外村" }, seed: 9713 })]), area: "110101001001", campaign: stage.town.campaign }) as Doing],
  ["cadre", "records a survey that is none", "invalidInput", ({ own }) => ({ ...survey(own), input: { survey: { members: "none" } } })],
  ["cadre", "records a survey fifteen levels deep", "invalidInput", ({ own }) => ({ ...survey(own), input: { survey: deep(12) } })],
  ["committee", "records a meeting without its minutes", "evidenceMissing", ({ own }) => ({ ...appraisal([own]), photos: [] })],
  ["committee", "confirms a meeting that never was", "wrongStatus", ({ own }) => on("confirmMeeting", [own.id], { meeting: newId() })],
  ["committee", "confirms a meeting in the place of another side", "wrongStatus", ({ listed }) => confirmMeeting({ ...appraisal([listed]) })],
  ["mayor", "answers an objection that is none", "objectionUnknown", ({ listed }) => answer(listed, newId(), "dismiss")],
  ["county", "answers the objection that the town answers", "notTheLevelAbove", ({ listed, objection }) => answer(listed, objection, "dismiss")],
  ["mayor", "answers an objection of another household", "objectionUnknown", ({ own, objection }) => answer(own, objection, "dismiss")],
  ["mayor", "tells the objector a long number", "answerTellsNumber", ({ listed, objection }) => withPublished(answer(listed, objection, "dismiss"), "电话 13800001111")],
  ["committee", "moves the end of a notice forward", "endNotLater", ({ notice }) => on("extendNotice", [notice], { closesAt: new Date(0).toISOString(), reason: "想早点结束" })],
  ["committee", "hangs a photo that never came", "evidenceMissing", ({ notice }) => on("recordBoard", [notice], { photo: newId() })],
  ["formerHelper", "visits after the pairing has ended", "notPaired", ({ paired }) => visit([paired])],
  ["formerHelper", "records a measure after the pairing has ended", "notPaired", ({ paired }) => measure([paired])],
  ["formerHelper", "adopts a plan after the pairing has ended", "notPaired", ({ paired }) => plan([paired])],
  ["unit", "visits a household of the village that it was never paired with", "roleNotAllowed", ({ paired }) => visit([paired])],
  ["officer", "pairs an account that helps elsewhere", "notAHelper", ({ paired, stage }) => assignment([paired], `neighbourHelper-${stage.town.campaign}`)],
  ["officer", "pairs a farmer's account", "notAHelper", ({ paired }) => assignment([paired], "somebody-unknown")],
  ["officer", "reports to the county what is only planned", "wrongStatus", ({ paired }) => on("reportToCounty", [paired.id])],
  ["office", "opens a real campaign with periods of seconds", "onlyRehearsal", (scene) => office(scene, { rehearsal: false, register: "main" })],
  ["office", "changes the register of a campaign that runs", "registerStays", (scene) => office(scene, { register: "another-register" })],
  ["office", "sets the campaign of a town that is not its own", "outsideOwnArea", (scene) => office(scene, { town: { code: "110101001", zh: "某镇", en: "Elsewhere" } })],
  ["officer", "splits more people than there are", "quotaNotExact", ({ stage: { town } }) => ({ type: "splitQuota", targets: [town.campaign], area: town.code, input: { rows: town.settings.villages.map(({ code }) => ({ village: code, identify: 9999, exit: 0, reason: "多分一些" })) } })],
  ["officer", "splits among villages of another town", "quotaVillages", ({ stage: { town } }) => ({ type: "splitQuota", targets: [town.campaign], area: town.code, input: { rows: [{ village: "110101001001", identify: 3000, exit: 300, reason: "外村" }] } })],
  ["officer", "marks more poor villages than there may be", "villagesNotExact", ({ stage: { town } }) => ({ type: "splitVillages", targets: [town.campaign], area: town.code, input: { rows: town.settings.villages.map(({ code }) => ({ village: code, poor: true, reason: "都很困难" })) } })],
];

function copyOf(other: Parameters<typeof submission>[0][number]): Doing {
  const id = newId();
  return submission([{ ...other, id, draft: { ...other.draft, id } }]);
}

function formless(sample: Parameters<typeof submission>[0][number], form: object): Doing {
  return submission([{ ...sample, draft: { ...sample.draft, form } }]);
}

const deep = (depth: number): object => Array.from({ length: depth }).reduce<object>((inside) => ({ members: inside }), {});

function withPublished(doing: Doing<"answerObjection">, published: string): Doing<"answerObjection"> {
  return { ...doing, input: { ...doing.input, published } };
}

/** What the rules stop at the client SDK's own door: the same wishes, by whoever does not hold the role there. */
const UNHELD: readonly [Actor, string, (scene: Scene) => Doing][] = [
  ["dismissed", "records a survey with a token from before", ({ own }) => survey(own)],
  ["dismissed", "pairs a helper with a token from before", ({ paired }) => assignment([paired], null)],
  ["neighbour", "publishes the first village's list", ({ verified }) => publication([verified])],
  ["neighbourHelper", "visits in the first village", ({ paired }) => visit([paired])],
  ["committee", "approves", ({ listed }) => approval([listed])],
  ["cadre", "publishes", ({ verified }) => publication([verified])],
  ["cadre", "records a meeting", ({ own }) => appraisal([own])],
  ["supervisor", "publishes", ({ verified }) => publication([verified])],
  ["mayor", "records a survey", ({ own }) => survey(own)],
  ["office", "approves", ({ listed }) => approval([listed])],
  ["committee", "answers the objection to its own list", ({ listed, objection }) => answer(listed, objection, "dismiss")],
  ["stranger", "publishes", ({ verified }) => publication([verified])],
  ["applicant", "approves the own application", ({ own }) => approval([own])],
  ["applicant", "verifies the own application", ({ own }) => verification([own])],
  ["unit", "completes a form", ({ paired }) => on("completeForm", [paired.id], { form: {}, answers: {} })],
  ["formerHelper", "pairs itself again", ({ paired, stage }) => assignment([paired], `helper-${stage.town.campaign}`)],
  ["stranger", "withdraws two applications at once", ({ own, listed }) => on("withdraw", [own.id, listed.id], { reasons: "都不要了" })],
];

async function append(scene: Scene, who: Actor, doing: Doing): Promise<Verdict> {
  const { town } = scene.stage;
  const player = await playerOf(scene.stage, who);
  return bySdk(player.append({ campaign: town.campaign, area: town.first.code, ...doing }));
}

export const ACTIONS_FAMILY: Family = {
  name: "actions that the workflow refuses",
  honest: [{ who: "cadre", what: "records the survey of a household of the village", go: (scene) => act(scene, "cadre", survey(scene.own)) }],
  attempts: ACTIONS.map(([who, what, refused, make]): Attempt => ({ who, door: "action", what, refused, go: (scene) => act(scene, who, make(scene)) })),
};

export const UNHELD_FAMILY: Family = {
  name: "actions of roles that are not held",
  honest: [
    { who: "cadre", what: "sends a survey of its own village by the same door", go: (scene) => append(scene, "cadre", survey(scene.own)) },
    { who: "mayor", what: "reads an application of the town", go: async (scene) => bySdk((await playerOf(scene.stage, "mayor")).read(scene.at.application)) },
  ],
  attempts: UNHELD.map(([who, what, make]): Attempt => ({ who, door: "SDK", what, refused: "permission-denied", go: (scene) => append(scene, who, make(scene)) })),
};
