import { newId } from "../play/player.ts";
import type { Player } from "../play/player.ts";
import { poorHousehold } from "../functions/households.ts";
import { submission } from "../functions/office.ts";
import type { Attempt, Family } from "./attempt.ts";
import { byAction, bySdk, http } from "./doors.ts";
import { PER_ACCOUNT, PER_HOUR, PER_VILLAGE, sourceOf } from "./scene.ts";
import type { Scene } from "./scene.ts";

/** The public's addresses: what is malformed, huge, deep or somebody else's; and floods. */

type Body = (scene: Scene) => object;

const objection: Body = ({ notice }) => ({ id: newId(), notice, serial: 1, text: "家里有两辆小汽车。" });
const complaint: Body = ({ stage: { town } }) => ({ id: newId(), campaign: town.campaign, village: town.first.code, about: "某干部", text: "办事收了礼。" });
const appeal: Body = (scene) => ({ id: newId(), objection: scene.number, text: "我还有意见。" });

const deep = (depth: number): string => `${"[".repeat(depth)}1${"]".repeat(depth)}`;
const script = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>").toString("base64");

/** What may be put into the place of one entry of any of the three forms, or instead of them. */
const MALFORMED: readonly [string, string, (scene: Scene, sound: Body) => unknown][] = [
  ["nothing at all", "invalidInput", () => ({})],
  ["a list", "invalidInput", () => [1, 2, 3]],
  ["a text of three letters", "invalidInput", (scene, sound) => ({ ...sound(scene), text: "短" })],
  ["a text of 100,000 letters", "invalidInput", (scene, sound) => ({ ...sound(scene), text: "长".repeat(100_000) })],
  ["a text that is a map", "invalidInput", (scene, sound) => ({ ...sound(scene), text: { $gt: "" } })],
  ["an id that is a path", "invalidInput", (scene, sound) => ({ ...sound(scene), id: "../../applications/someone-elses" })],
  ["an id of four letters, easily guessed", "invalidInput", (scene, sound) => ({ ...sound(scene), id: "aaaa" })],
  ["an id of Firestore's own", "invalidInput", (scene, sound) => ({ ...sound(scene), id: "__reserved_by_firestore__" })],
  ["a key beside", "invalidInput", (scene, sound) => ({ ...sound(scene), status: "dismissed" })],
  ["every object's own parts", "invalidInput", (scene, sound) => JSON.stringify(sound(scene)).replace("{", '{"__proto__":{"admin":true},')],
  ["ten thousand lists in each other", "invalidInput", (scene, sound) => JSON.stringify(sound(scene)).replace(/"text":"[^"]*"/, `"text":${deep(10_000)}`)],
];

/** Sound forms with one thing wrong. */
const ODD: readonly [string, string, string, (scene: Scene) => object][] = [
  ["fileObjection", "against line 0", "invalidInput", (scene) => ({ ...objection(scene), serial: 0 })],
  ["fileObjection", "against a line that is not there", "notOnNotice", (scene) => ({ ...objection(scene), serial: 400 })],
  ["fileObjection", "against a line by name", "invalidInput", (scene) => ({ ...objection(scene), serial: "某人" })],
  ["fileObjection", "against a notice that is closed", "noticeClosed", (scene) => ({ ...objection(scene), notice: scene.closedNotice })],
  ["fileObjection", "against a notice that does not hang yet", "noticeUnknown", (scene) => ({ ...objection(scene), notice: newId() })],
  ["fileObjection", "against an application by its id", "noticeUnknown", (scene) => ({ ...objection(scene), notice: scene.own.id })],
  ["fileObjection", "with four photos", "invalidInput", (scene) => ({ ...objection(scene), photos: ["AAAA", "AAAA", "AAAA", "AAAA"] })],
  ["fileObjection", "with a photo that is a drawing with script", "photoUnreadable", (scene) => ({ ...objection(scene), photos: [script] })],
  ["fileObjection", "with a photo that is a page", "photoUnreadable", (scene) => ({ ...objection(scene), photos: [Buffer.from("<html><script>alert(1)</script>").toString("base64")] })],
  ["fileObjection", "with a photo of a megabyte", "invalidInput", (scene) => ({ ...objection(scene), photos: ["A".repeat(1_400_000)] })],
  ["fileObjection", "with a photo that is no base64", "invalidInput", (scene) => ({ ...objection(scene), photos: ["<script>"] })],
  ["fileObjection", "with a phone that is a formula", "invalidInput", (scene) => ({ ...objection(scene), phone: "=1+1" })],
  ["fileComplaint", "in a village outside the campaign", "wrongVillage", (scene) => ({ ...complaint(scene), village: "110101001001" })],
  ["fileComplaint", "in a town", "invalidInput", (scene) => ({ ...complaint(scene), village: scene.stage.town.code })],
  ["fileComplaint", "in a campaign that is none", "wrongCampaign", (scene) => ({ ...complaint(scene), campaign: "campaign-none" })],
  ["fileComplaint", "in a campaign that is a path", "invalidInput", (scene) => ({ ...complaint(scene), campaign: "campaigns/x/villages/y" })],
  ["fileAppeal", "against an objection that is none", "appealUnknown", (scene) => ({ ...appeal(scene), objection: newId() })],
  ["fileAppeal", "against an objection that is not answered", "appealTooEarly", (scene) => appeal(scene)],
  ["fileAppeal", "in the objector's place, by the name that the staff know it by", "appealUnknown", (scene) => ({ ...appeal(scene), objection: scene.objection })],
  ["fileAppeal", "against a complaint", "appealUnknown", (scene) => ({ ...appeal(scene), objection: scene.complaint })],
];

const FORMS = { fileObjection: objection, fileComplaint: complaint, fileAppeal: appeal };

export const PUBLIC_FAMILY: Family = {
  name: "the public's forms",
  honest: [
    { who: "nobody", what: "complains of staff, without a name", go: (scene) => http(scene.stage.suite, "fileComplaint", { body: complaint(scene), from: sourceOf(7) }) },
    { who: "nobody", what: "sends the same objection again, which counts once", go: (scene) => http(scene.stage.suite, "fileObjection", { body: { ...objection(scene), id: scene.number }, from: sourceOf(7) }) },
  ],
  attempts: [
    ...Object.entries(FORMS).flatMap(([form, sound]) => [
      ...MALFORMED.map(([what, refused, make]): Attempt => ({ who: "nobody", door: "http", what: `${form} with ${what}`, refused, go: (scene) => http(scene.stage.suite, form, { body: make(scene, sound), from: sourceOf(8) }) })),
      { who: "nobody", door: "http", what: `${form} by a link, without a form`, refused: "invalidInput", go: (scene) => http(scene.stage.suite, form) } satisfies Attempt,
      { who: "nobody", door: "http", what: `${form} with half a form`, refused: "HTTP 400", go: (scene) => http(scene.stage.suite, form, { body: '{"id":' }) } satisfies Attempt,
    ]),
    ...ODD.map(([form, what, refused, make]): Attempt => ({ who: "nobody", door: "http", what: `${form} ${what}`, refused, go: (scene) => http(scene.stage.suite, form, { body: make(scene), from: sourceOf(8) }) })),
  ],
};

const CROWD = 20;

/** Sends until it is refused, at most so often; the name of the refusal. */
async function flood(most: number, send: (at: number) => Promise<string>): Promise<string> {
  let answer = "taken";
  for (let at = 0; at < most && answer === "taken"; at += 1) answer = await send(at);
  return answer;
}

/** What a farmer sends beside the form is a sentence; more would fill the database at the town's cost. */
async function large({ stage }: Scene): Promise<string> {
  const { first: { code: area }, campaign } = stage.town;
  const farmer = await stage.farmer("large");
  return bySdk(farmer.append({ type: "askCorrection", campaign, area, targets: [newId()], input: { text: "长".repeat(300_000) } }));
}

const farmersOf = ({ stage }: Scene) => stage.farmer("flood");

/** A farmer's application of somebody else each time, in a village that no other attack counts on. */
async function apply(scene: Scene, farmer: Promise<Player>, at: number): Promise<string> {
  const { stage } = scene;
  const sample = poorHousehold({ village: stage.town.third, seed: 9800 + at, memberCount: 12 });
  return byAction(stage.actAs(await farmer, submission([sample])));
}

/** Last of all: afterwards nobody can object here for an hour, and no farmer apply in the third village. */
export const FLOODS_FAMILY: Family = {
  name: "floods",
  inTurn: true,
  honest: [
    { who: "nobody", what: "objects from a source that has sent nothing yet", go: (scene) => http(scene.stage.suite, "fileObjection", { body: objection(scene), from: sourceOf(11) }) },
    { who: "applicant", what: "applies for a family of twelve", go: (scene) => apply(scene, farmersOf(scene), 0) },
  ],
  attempts: [
    { who: "nobody", door: "http", what: "objections from one source, one after the other", refused: "tooManyObjections", go: (scene) => flood(PER_HOUR + 1, () => http(scene.stage.suite, "fileObjection", { body: objection(scene), from: sourceOf(9) })) },
    { who: "nobody", door: "http", what: "complaints from the same source", refused: "tooManyObjections", go: (scene) => flood(PER_HOUR + 1, () => http(scene.stage.suite, "fileComplaint", { body: complaint(scene), from: sourceOf(9) })) },
    { who: "nobody", door: "http", what: "complaints, each as if from another source", refused: "tooManyObjections", go: (scene) => flood(CROWD * PER_HOUR + 1, (at) => http(scene.stage.suite, "fileComplaint", { body: complaint(scene), from: sourceOf(20 + at) })) },
    { who: "stranger", door: "action", what: "applications from one account, one after the other", refused: "tooManyApplications", go: (scene) => flood(PER_ACCOUNT + 1, (at) => apply(scene, farmersOf(scene), 1 + at)) },
    { who: "stranger", door: "action", what: "applications, each from an account made for it", refused: "tooManyInVillage", go: (scene) => flood(PER_VILLAGE + 1, (at) => apply(scene, scene.stage.farmer(`flood ${at}`), 20 + at)) },
    { who: "stranger", door: "SDK", what: "an application with a megabyte beside it", refused: "permission-denied", go: (scene) => large(scene) },
  ],
};
