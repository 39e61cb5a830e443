import { newId } from "../play/player.ts";
import type { Attempt, Family } from "./attempt.ts";
import { callable } from "./doors.ts";
import type { Attacker, Scene } from "./scene.ts";

/** The functions of the staff, called by whoever may not, and by whoever may with what is not theirs or makes no sense. */

/** A sound request of each function, and who of the town may make it. */
const SOUND: Record<string, (scene: Scene) => object> = {
  saveStaff: ({ stage: { town } }) => ({ name: "新人", email: `${newId()}@lika.test`, password: "a-long-password", roles: { villageCadre: [town.first.code] }, disabled: false }),
  revealIdentity: ({ own }) => ({ application: own.id, path: Object.keys(own.hidden)[0], reason: "核对身份证" }),
  revealForPrint: ({ own }) => ({ applications: [own.id], reason: "打印登记表" }),
  revealObjector: ({ objection }) => ({ objection, reason: "回访异议人" }),
  answerComplaint: ({ complaint }) => ({ complaint, finding: "unfounded", reasons: "查无此事", published: "经核实，没有此事。" }),
  takeList: ({ stage: { town } }) => ({ id: newId(), campaign: town.campaign, kind: "vehicle", source: "车管所", text: "身份证号\n1", commit: false }),
  removeList: () => ({ list: newId(), reason: "名单有误" }),
  declareRelatives: ({ stage: { town } }) => ({ campaign: town.campaign, relatives: [] }),
  importRegister: ({ stage: { town } }) => ({ id: newId(), campaign: town.campaign, name: "上年名册", text: "姓名\t证件号码", commit: false, reason: "导入上年名册" }),
  exportBatch: () => ({ batch: newId(), reason: "录入国家系统" }),
  takeReceipt: () => ({ batch: newId(), text: "姓名\t证件号码" }),
};
const NAMES = Object.keys(SOUND);

/** What an account without the role is told; a complaint is not even admitted to be there, a batch or a list unknown is unknown. */
const NOT_HELD: Record<string, string> = {
  saveStaff: "roleNotAllowed", answerComplaint: "complaintUnknown", removeList: "listUnknown", exportBatch: "batchUnknown", takeReceipt: "batchUnknown",
};
/** Whoever works in the village may declare relatives, and the neighbouring committee's own campaign is this one. */
const BY_NEIGHBOUR = NAMES.filter((name) => name !== "declareRelatives");

const call = ({ stage, tokens }: Scene, name: string, who: Attacker, data: unknown) => callable(stage.suite, name, data, tokens[who]);

const each = (who: Attacker, what: string, refused: (name: string) => string, names = NAMES, make: (scene: Scene, name: string) => unknown = (scene, name) => SOUND[name]?.(scene)): Attempt[] =>
  names.map((name) => ({ who, door: "callable", what: `${name} ${what}`, refused: refused(name), go: (scene) => call(scene, name, who, make(scene, name)) }));

const FORGED_TOKENS: readonly [string, string, string][] = [
  ["that is no token", "not.a.token", "UNAUTHENTICATED"],
  ["of a name and a password", "b2ZmaWNlOnBhc3N3b3Jk", "signInFirst"],
];

/** Sound but for one thing. */
const ODD: readonly [string, Attacker, string, string, (scene: Scene) => object][] = [
  ["saveStaff", "office", "with a role in another town", "outsideOwnArea", (scene) => ({ ...SOUND["saveStaff"]?.(scene), roles: { villageCadre: ["110101001001"] } })],
  ["saveStaff", "office", "with an office of the county", "outsideOwnArea", (scene) => ({ ...SOUND["saveStaff"]?.(scene), roles: { campaignOffice: ["620623"] } })],
  ["saveStaff", "office", "with a role at the wrong level", "levelMismatch", (scene) => ({ ...SOUND["saveStaff"]?.(scene), roles: { villageCadre: [scene.stage.town.code] } })],
  ["saveStaff", "office", "with more for itself", "ownAccount", (scene) => ({ ...SOUND["saveStaff"]?.(scene), uid: `office-${scene.stage.town.campaign}` })],
  ["saveStaff", "office", "for the county's account", "outsideOwnArea", (scene) => ({ ...SOUND["saveStaff"]?.(scene), uid: `county-${scene.stage.town.campaign}`, email: `county.${scene.stage.town.campaign}@lika.test` })],
  ["saveStaff", "office", "with a role that is none", "invalidInput", (scene) => ({ ...SOUND["saveStaff"]?.(scene), roles: { administrator: [scene.stage.town.code] } })],
  ["saveStaff", "office", "with the clock's role", "invalidInput", (scene) => ({ ...SOUND["saveStaff"]?.(scene), roles: { clock: [scene.stage.town.code] } })],
  ["saveStaff", "office", "with a sign-in name that is taken", "emailTaken", (scene) => ({ ...SOUND["saveStaff"]?.(scene), email: `mayor.${scene.stage.town.campaign}@lika.test` })],
  ["saveStaff", "office", "with a password of three letters", "invalidInput", (scene) => ({ ...SOUND["saveStaff"]?.(scene), password: "abc" })],
  ["revealIdentity", "committee", "of the second village's household", "notHeld", ({ next }) => ({ application: next.id, path: "members.0.idNo", reason: "核对身份证" })],
  ["revealIdentity", "committee", "of a path that is none", "privateMissing", ({ own }) => ({ application: own.id, path: "constructor", reason: "核对身份证" })],
  ["revealIdentity", "committee", "of every object's own parts", "privateMissing", ({ own }) => ({ application: own.id, path: "__proto__", reason: "核对身份证" })],
  ["revealIdentity", "committee", "without saying why", "invalidInput", ({ own }) => ({ application: own.id, path: "members.0.idNo", reason: "" })],
  ["revealIdentity", "committee", "of an id that is a path", "invalidInput", ({ own }) => ({ application: `${own.id}/private/identity`, path: "members.0.idNo", reason: "核对身份证" })],
  ["revealForPrint", "committee", "of one of its own and one of the second village's", "notHeld", ({ own, next }) => ({ applications: [own.id, next.id], reason: "打印登记表" })],
  ["revealForPrint", "committee", "of 101 households", "invalidInput", () => ({ applications: Array.from({ length: 101 }, newId), reason: "打印登记表" })],
  ["revealForPrint", "unit", "of a household of the village", "notHeld", ({ paired }) => ({ applications: [paired.id], reason: "打印登记表" })],
  ["answerComplaint", "supervisor", "with a number in what everybody reads", "answerTellsNumber", (scene) => ({ ...SOUND["answerComplaint"]?.(scene), published: "电话 13800001111" })],
  ["takeList", "officer", "of a kind that is none", "invalidInput", (scene) => ({ ...SOUND["takeList"]?.(scene), kind: "secrets" })],
  ["takeList", "officer", "of a campaign that is none", "campaignUnknown", (scene) => ({ ...SOUND["takeList"]?.(scene), campaign: "none" })],
  ["takeList", "officer", "without a number in it", "listEmpty", (scene) => ({ ...SOUND["takeList"]?.(scene), text: "身份证号\nabc", commit: true })],
  ["importRegister", "officer", "of a campaign by path", "invalidInput", (scene) => ({ ...SOUND["importRegister"]?.(scene), campaign: "a/b/c".repeat(20) })],
  ["importRegister", "officer", "without a file", "fileMissing", (scene) => ({ ...SOUND["importRegister"]?.(scene), text: undefined })],
  ["declareRelatives", "cadre", "with numbers that are none", "invalidInput", ({ stage: { town } }) => ({ campaign: town.campaign, relatives: [{ idNo: "123", relation: "spouse" }] })],
  ["declareRelatives", "cadre", "of 41 people", "invalidInput", ({ stage: { town } }) => ({ campaign: town.campaign, relatives: Array.from({ length: 41 }, () => ({ idNo: "1", relation: "spouse" })) })],
];

export const CALLABLES_FAMILY: Family = {
  name: "the staff's functions",
  honest: [
    { who: "committee", what: "sees a number of its own village, recorded", go: (scene) => call(scene, "revealIdentity", "committee", SOUND["revealIdentity"]?.(scene)) },
    { who: "officer", what: "looks through a register before it is brought in", go: (scene) => call(scene, "importRegister", "officer", SOUND["importRegister"]?.(scene)) },
    { who: "mayor", what: "asks who objected, to answer it", go: (scene) => call(scene, "revealObjector", "mayor", SOUND["revealObjector"]?.(scene)) },
  ],
  attempts: [
    ...each("nobody", "without signing in", () => "signInFirst"),
    ...each("stranger", "as a farmer", () => "notHeld"),
    ...each("dismissed", "with a token from before", () => "accountDisabled"),
    ...each("neighbour", "from the second village", (name) => NOT_HELD[name] ?? "notHeld", BY_NEIGHBOUR),
    ...each("office", "with a list in the place of a request", () => "invalidInput", NAMES, () => []),
    ...each("office", "with a key beside", () => "invalidInput", NAMES, (scene, name) => ({ ...SOUND[name]?.(scene), admin: true })),
    ...FORGED_TOKENS.flatMap(([what, token, refused]) => NAMES.slice(0, 6).map((name): Attempt => ({
      who: "nobody", door: "callable", what: `${name} with a token ${what}`, refused, go: (scene) => callable(scene.stage.suite, name, SOUND[name]?.(scene), token),
    }))),
    ...["saveStaff", "revealIdentity", "importRegister"].map((name): Attempt => ({
      who: "office", door: "callable", what: `${name} with a body that is no request`, refused: "INVALID_ARGUMENT", go: ({ stage, tokens }) => callable(stage.suite, name, JSON.stringify([{ data: 1 }]), tokens.office),
    })),
    ...ODD.map(([name, who, what, refused, make]): Attempt => ({ who, door: "callable", what: `${name} ${what}`, refused, go: (scene) => call(scene, name, who, make(scene)) })),
  ],
};
