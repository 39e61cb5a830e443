import { paths } from "@domain/paths.ts";
import { filedAs } from "../../functions/src/services/filedAs.ts";
import type { Sample } from "../functions/households.ts";
import { poorHousehold } from "../functions/households.ts";
import { call, postJson } from "../functions/http.ts";
import { applied, bring, publication, submission } from "../functions/office.ts";
import { assignment, plan, visit } from "../functions/serviceDoings.ts";
import { bringOn } from "../functions/serviceWay.ts";
import { Stage } from "../functions/stage.ts";
import type { Seat } from "../functions/town.ts";
import { personAt } from "../functions/town.ts";
import { newId } from "../play/player.ts";

/** Everybody who attacks. The last three: a farmer of no household here, a helper whose pairing ended, a dismissed officer. */
export const ATTACKERS = ["nobody", "applicant", "committee", "cadre", "officer", "mayor", "county", "supervisor", "office", "neighbour", "neighbourHelper", "unit", "stranger", "formerHelper", "dismissed"] as const;
export type Attacker = (typeof ATTACKERS)[number];

/** Whose seat an attacker has in the town of the tests; farmers have none. */
const SEAT: Partial<Record<Attacker, Seat>> = { formerHelper: "helper", dismissed: "officer2" };
const FARMERS: readonly Attacker[] = ["applicant", "stranger"];

/** A town that has gone far enough for everything to lie there that is worth attacking. */
export type Scene = {
  stage: Stage;
  tokens: Record<Attacker, string | undefined>;
  /** Households: paired and planned; on a notice that hangs; a farmer's own, just submitted; verified; the neighbouring village's. */
  paired: Sample;
  listed: Sample;
  own: Sample;
  verified: Sample;
  next: Sample;
  /** Documents of theirs, by what they are. */
  at: Record<Place, string>;
  notice: string;
  closedNotice: string;
  /** As staff know it, and the number that its sender has. */
  objection: string;
  number: string;
  complaint: string;
  receipt: string;
};

/** Every document that an attacker may want, by what it holds. */
export const PLACES = [
  "numbers", "numbersOnTheWay", "noticeHouseholds", "objector", "complainant", "identity", "person", "receipt", "limit", "match", "place", "handbook", "yearsNumbers",
  "application", "survey", "help", "action", "closedNotice", "objection", "complaint", "household", "year", "village", "pairing", "findings", "audit", "account",
] as const;
export type Place = (typeof PLACES)[number];

export const playerOf = (stage: Stage, who: Exclude<Attacker, "nobody">) =>
  FARMERS.includes(who) ? stage.farmer(who) : stage.player(SEAT[who] ?? (who as Seat));

async function tokensOf(stage: Stage): Promise<Scene["tokens"]> {
  const each = ATTACKERS.map(async (who) => [who, who === "nobody" ? undefined : await (await playerOf(stage, who)).token()] as const);
  return Object.fromEntries(await Promise.all(each)) as Scene["tokens"];
}

/** Seconds that the notices of the way up take, and that the one under attack hangs. */
const SHORT = 2;
const LONG = 360;

/** A net of this run's own: what other tests have sent in this hour does not count against it. */
const NET = Array.from({ length: 2 }, () => Math.floor(Math.random() * 250)).join(".");
export const sourceOf = (host: number): string => `10.${NET}.${host}`;

/** One source may send this many in an hour. */
export const PER_HOUR = 4;

/** So many applications come from one account a day, and to one village an hour. */
export const PER_ACCOUNT = 12;
export const PER_VILLAGE = 16;

export async function setScene(): Promise<Scene> {
  const stage = await Stage.open({ number: 87, seconds: SHORT });
  const { first, second } = stage.town;
  const [paired, listed, verified] = [9701, 9702, 9703].map((seed) => poorHousehold({ village: first, seed, memberCount: 3, perHead: "below" })) as [Sample, Sample, Sample];
  const own = poorHousehold({ village: first, seed: 9704, memberCount: 2 });
  const next = poorHousehold({ village: second, seed: 9705, memberCount: 2 });
  await bringOn(stage, [paired], "paired");
  await applied(stage.act("helper", plan([paired])));
  await applied(stage.act("helper", visit([paired])));
  await applied(stage.act("officer", assignment([paired], personAt(stage.town, "helper2").uid)));
  const { notice: { id: closedNotice } } = (await stage.application(paired.id)) as { notice: { id: string } };
  await lengthen(stage);
  await bring(stage, [listed, verified], "verified");
  const sending = publication([listed]);
  await applied(stage.act("committee", { type: "leaveOff", targets: [verified.id], area: first.code, input: { reasons: { [verified.id]: "等待补充材料" } } }));
  await applied(stage.act("committee", sending));
  await applied(stage.actAs(await stage.farmer("applicant"), submission([own])));
  await applied(stage.act("neighbour", submission([next])));
  const [number, complaintNumber] = [newId(), newId()];
  const [objection, complaint] = [filedAs(number), filedAs(complaintNumber)];
  await postJson(stage.suite, "fileObjection", { id: number, notice: sending.id, serial: 1, text: "家中有两辆小汽车。", name: "某人", phone: "0935-1111111" }, { "x-forwarded-for": sourceOf(1) });
  await postJson(stage.suite, "fileComplaint", { id: complaintNumber, campaign: stage.town.campaign, village: first.code, about: "某干部", text: "办事收了礼。", name: "某人", phone: "0935-1111111" }, { "x-forwarded-for": sourceOf(1) });
  const tokens = await tokensOf(stage);
  await dismiss(stage, tokens.office);
  const scene = { stage, tokens, paired, listed, own, verified, next, notice: sending.id, closedNotice, objection, number, complaint };
  const found = await findPlaces(scene);
  return { ...scene, ...found };
}

/** From here on notices hang for as long as the attack lasts, and a flood is soon one. */
async function lengthen({ act, town }: Stage): Promise<void> {
  const period = { unit: "seconds", count: LONG } as const;
  const settings = { ...town.settings, notice: { village: period, town: period }, objection: { ...town.settings.objection, perHour: PER_HOUR }, applications: { perAccount: PER_ACCOUNT, perVillage: PER_VILLAGE, perStaff: 1000 } };
  await applied(act("office", { type: "saveCampaign", targets: [town.campaign], area: town.code, input: { settings, open: true } }));
}

async function dismiss({ suite, town }: Stage, token = ""): Promise<void> {
  const { uid, name, email, role, area } = personAt(town, "officer2");
  const done = await call(suite, "saveStaff", { token, data: { uid, name, email, roles: { [role]: [area] }, disabled: true } });
  if (done.refused) throw new Error(`the officer was not dismissed: ${done.refused}`);
}

type Known = Omit<Scene, "at" | "receipt">;

async function findPlaces({ stage, paired, own, closedNotice, objection, complaint }: Known): Promise<Pick<Scene, "at" | "receipt">> {
  const { db, town } = stage;
  const one = async (collection: string, field: string, value: string) => (await db.collection(collection).where(field, "==", value).limit(1).get()).docs[0]?.ref.path ?? `${collection}/none`;
  const action = await one("actions", "by", (await stage.farmer("applicant")).uid);
  const entry = paths.household(String((await stage.application(paired.id))?.["household"]));
  const receipt = await one("receipts", "application", own.id);
  const help = (await db.collection(`${paths.application(paired.id)}/help`).limit(1).get()).docs[0]?.ref.path ?? "";
  const at: Scene["at"] = {
    numbers: paths.applicationPrivate(own.id), numbersOnTheWay: `${action}/private/${own.id}`, noticeHouseholds: paths.noticeHouseholds(closedNotice),
    objector: paths.objector(objection), complainant: paths.complainant(complaint), identity: await one("identities", "application", own.id),
    person: await one("people", "register", town.campaign), receipt, limit: (await db.collection("limits").limit(1).get()).docs[0]?.ref.path ?? "",
    match: paths.match(town.campaign, "0".repeat(40)), place: paths.place(town.campaign, "0".repeat(40)), handbook: paths.handbook("0".repeat(16)),
    yearsNumbers: paths.versionPrivate(entry, 2013), application: paths.application(paired.id), survey: paths.surveyForm(paired.id), help,
    action: await one("actions", "by", personAt(town, "committee").uid), closedNotice: paths.notice(closedNotice), objection: paths.objection(objection), complaint: paths.complaint(complaint),
    household: entry, year: paths.version(entry, 2013), village: paths.villageRegister(town.campaign, town.first.code), pairing: await one("pairings", "campaign", town.campaign),
    findings: paths.findings(paired.id), audit: await one("audit", "subject", personAt(town, "officer2").uid), account: paths.staff(personAt(town, "officer").uid),
  };
  return { at, receipt: receipt.split("/")[1] ?? "" };
}
