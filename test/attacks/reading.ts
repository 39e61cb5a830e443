import { doc, getDoc } from "firebase/firestore";
import type { List } from "../rules/rest.ts";
import type { Attacker, Place, Scene } from "./scene.ts";
import { playerOf } from "./scene.ts";
import type { Attempt, Family } from "./attempt.ts";
import { bySdk, callable, http, rest } from "./doors.ts";

/** Looking where one must not: hidden documents, other people's and other villages', whole lists, numbers by guessing. */

const restOf = (scene: Scene, who: Attacker) => rest(scene.stage.suite, scene.tokens[who]);

const across = <A, B>(left: readonly A[], right: readonly B[]): [A, B][] => left.flatMap((one) => right.map((other): [A, B] => [one, other]));

/** What functions alone read, whoever asks. */
const HIDDEN: readonly Place[] = ["numbers", "numbersOnTheWay", "noticeHouseholds", "objector", "complainant", "identity", "person", "receipt", "limit", "match", "place", "handbook", "yearsNumbers"];
const CURIOUS: readonly Attacker[] = ["nobody", "applicant", "committee", "officer", "supervisor", "office", "formerHelper"];

export const HIDDEN_FAMILY: Family = {
  name: "hidden documents",
  honest: [
    { who: "committee", what: "reads an application of its village", go: (scene) => restOf(scene, "committee").get(scene.at.application) },
    { who: "nobody", what: "reads the open notice", go: (scene) => restOf(scene, "nobody").get(`notices/${scene.notice}`) },
  ],
  attempts: across(HIDDEN, CURIOUS).map(([place, who]): Attempt => ({
    who, door: "REST", what: `reads ${place}`, refused: "PERMISSION_DENIED", go: (scene) => restOf(scene, who).get(scene.at[place]),
  })),
};

/** What is read in its village and by its helper, asked for by whoever is neither. */
const OTHERS: readonly Place[] = ["application", "survey", "help", "action", "closedNotice", "objection", "complaint", "household", "year", "village", "pairing", "findings", "audit"];
const STRANGERS = ["stranger", "neighbour", "neighbourHelper", "formerHelper", "dismissed"] as const;

export const OTHERS_FAMILY: Family = {
  name: "other people's and other villages' records",
  honest: [
    { who: "cadre", what: "reads the survey", go: (scene) => bySdk(readAs(scene, "cadre", "survey")) },
    { who: "mayor", what: "reads the objection that the town answers", go: (scene) => bySdk(readAs(scene, "mayor", "objection")) },
  ],
  attempts: across(OTHERS, STRANGERS).map(([place, who]): Attempt => ({
    who, door: "SDK", what: `reads ${place}`, refused: "permission-denied", go: (scene) => bySdk(readAs(scene, who, place)),
  })),
};

const readAs = async (scene: Scene, who: Exclude<Attacker, "nobody">, place: Place) =>
  getDoc(doc((await playerOf(scene.stage, who)).db, scene.at[place]));

const inFirst = ({ stage }: Scene): List["filters"] => [{ field: "areas", op: "ARRAY_CONTAINS", value: stage.town.first.code }];
const inCounty = (): List["filters"] => [{ field: "areas", op: "ARRAY_CONTAINS", value: "620623" }];
const all = (): List["filters"] => [];

/** Lists: of what nobody lists, of more than the own area, of another village, of a whole kind wherever it lies. */
type Asked = readonly [Attacker, string, (scene: Scene) => List["filters"], "everywhere"?];
const LISTS: readonly Asked[] = [
  ...across(["nobody", "stranger", "officer"] as const, ["receipts", "identities", "people", "matches", "handbooks", "places", "limits"]).map(([who, collection]): Asked => [who, collection, all]),
  ...across(["nobody", "stranger", "neighbour", "dismissed"] as const, ["applications", "actions", "households", "findings"]).map(([who, collection]): Asked => [who, collection, inFirst]),
  ...across(["committee", "officer"] as const, ["applications", "households", "audit", "objections", "complaints"]).map(([who, collection]): Asked => [who, collection, inCounty]),
  ...across(["nobody", "committee", "cadre"] as const, ["objections", "complaints", "audit"]).map(([who, collection]): Asked => [who, collection, inFirst]),
  ["nobody", "notices", all], ["stranger", "staff", all], ["committee", "staff", inFirst], ["office", "complaints", inFirst], ["mayor", "complaints", inFirst],
  ["officer", "private", all, "everywhere"], ["nobody", "private", all, "everywhere"], ["stranger", "forms", all, "everywhere"], ["office", "lines", all, "everywhere"],
  ["supervisor", "reads", all], ["stranger", "messages", all], ["neighbour", "messages", inFirst],
];

export const LISTS_FAMILY: Family = {
  name: "lists",
  honest: [{ who: "committee", what: "lists the applications of its village", go: (scene) => restOf(scene, "committee").list({ collection: "applications", filters: inFirst(scene) }) }],
  attempts: LISTS.flatMap(([who, collection, filters, everywhere]): Attempt[] => {
    const list = (scene: Scene): List => ({ collection, filters: filters(scene), ...(everywhere && { everywhere: true }) });
    const how = { [all.name]: "all", [inFirst.name]: "of the first village", [inCounty.name]: "of the whole county" }[filters.name] ?? "";
    return [{ who, door: "REST", what: `lists ${collection}, ${how}${everywhere ? " wherever they lie" : ""}`, refused: "PERMISSION_DENIED", go: (scene) => restOf(scene, who).list(list(scene)) }];
  }).concat((["receipts", "identities", "complaints"] as const).map((collection): Attempt => (
    { who: "officer", door: "REST", what: `counts ${collection}`, refused: "PERMISSION_DENIED", go: (scene) => restOf(scene, "officer").count({ collection, filters: [] }) }))),
};

const nearly = (number: string) => number.slice(0, -1) + (number.endsWith("0") ? "1" : "0");

/** Numbers by guessing, by the one before, by what is no number at all. */
const GUESSES: readonly [string, string, (scene: Scene) => string][] = [
  ["a receipt number with one letter changed", "receiptUnknown", ({ receipt }) => `followReceipt?number=${nearly(receipt)}`],
  ["a receipt number without its last letter", "receiptUnknown", ({ receipt }) => `followReceipt?number=${receipt.slice(0, -1)}`],
  ["an application's id as a receipt number", "receiptUnknown", ({ own }) => `followReceipt?number=${own.id}`],
  ["an identity number as a receipt number", "receiptUnknown", ({ own }) => `followReceipt?number=${own.numbers[0]}`],
  ["a receipt number that is a path", "receiptUnknown", ({ receipt }) => `followReceipt?number=../receipts/${receipt}`],
  ["receipt numbers by the dozen", "receiptUnknown", ({ receipt }) => `followReceipt?number=${receipt}&number=${receipt}`],
  ["a receipt number by wildcard", "receiptUnknown", () => "followReceipt?number=*"],
  ["no receipt number", "receiptUnknown", () => "followReceipt"],
  ["an objection's number with one letter changed", "numberUnknown", ({ number }) => `followAnswer?number=${nearly(number)}x`],
  ["an objection by the name that the staff know it by", "numberUnknown", ({ objection }) => `followAnswer?number=${objection}`],
  ["a notice's id as an objection's number", "numberUnknown", ({ notice }) => `followAnswer?number=${notice}`],
  ["an application's id as an objection's number", "numberUnknown", ({ own }) => `followAnswer?number=${own.id}`],
  ["an objection's number that is a path", "numberUnknown", ({ number }) => `followAnswer?number=${encodeURIComponent(`${number}/private/objector`)}`],
  ["an objection's number of Firestore's own", "numberUnknown", () => "followAnswer?number=__name__xxxxxxxx"],
  ["a handbook's code by guessing", "handbookUnknown", () => "checkHandbook?code=0123456789ABCDEF"],
  ["a handbook's code that is a path", "handbookUnknown", () => "checkHandbook?code=..%2Freceipts%2Fx"],
  ["no handbook's code", "handbookUnknown", () => "checkHandbook"],
];

export const GUESSES_FAMILY: Family = {
  name: "numbers by guessing",
  honest: [
    { who: "applicant", what: "follows the own receipt number", go: ({ stage, receipt }) => http(stage.suite, `followReceipt?number=${receipt}`) },
    { who: "nobody", what: "follows the own objection", go: ({ stage, number }) => http(stage.suite, `followAnswer?number=${number}`) },
  ],
  attempts: [
    ...GUESSES.map(([what, refused, path]): Attempt => ({ who: "nobody", door: "http", what, refused, go: (scene) => http(scene.stage.suite, path(scene)) })),
    ...(["committee", "cadre", "office", "county", "unit"] as const).map((who): Attempt => ({
      who, door: "callable", what: "asks who objected", refused: "notHeld",
      go: ({ stage, tokens, objection }) => callable(stage.suite, "revealObjector", { objection, reason: "想知道是谁" }, tokens[who]),
    })),
    ...(["committee", "mayor", "office", "county"] as const).map((who): Attempt => ({
      who, door: "callable", what: "asks who complained", refused: "notHeld",
      go: ({ stage, tokens, complaint }) => callable(stage.suite, "revealObjector", { objection: complaint, reason: "想知道是谁" }, tokens[who]),
    })),
  ],
};
