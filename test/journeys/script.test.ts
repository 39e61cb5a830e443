import type { Outcome } from "@domain/action.ts";
import type { ActionType } from "@domain/actionInputs.ts";
import { paths } from "@domain/paths.ts";
import { AppealRequest, ComplaintRequest, ObjectionRequest } from "@domain/records.ts";
import type { FormKind } from "@domain/forms/received.ts";
import { StaffRole } from "@domain/roles.ts";
import type { Track } from "@domain/status.ts";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filedAs } from "../../functions/src/services/filedAs.ts";
import { exitingHousehold, poorHousehold, poorVillage, writeRegister } from "../functions/households.ts";
import { call, postJson } from "../functions/http.ts";
import type { Doing, Office } from "../functions/office.ts";
import { answer, applied, bring, publication } from "../functions/office.ts";
import { confirmation, measure, measureDone, request, result, update, visit } from "../functions/serviceDoings.ts";
import { answering, bringOn } from "../functions/serviceWay.ts";
import { Stage } from "../functions/stage.ts";
import type { Seat } from "../functions/town.ts";
import { ALL_SEATS, personAt, SEATS, splitOf } from "../functions/town.ts";
import { newId } from "../play/player.ts";
import { COUNTY } from "../seed/campaign2013.ts";
import type { Screen, Subjects } from "../screens/rooms.ts";
import { eachRoomOnce, move, publicScreens, settled } from "../screens/rooms.ts";
import { People } from "./people.ts";
import { fieldsOf, MARK, poisonedRequest, Poisoner, SCRIPTS } from "./poison.ts";

/**
 * Script in every text that anybody can send, by the doors that everybody uses, and then every page looked at in a real
 * browser: nothing of it runs, and nothing of it becomes a part of a page. What takes a text is found in the forms' and the
 * actions' own tables, so a new field is tried by itself. (That a spreadsheet holds it as text: test/services/sheets.)
 */

const LONG = { unit: "seconds", count: 300 } as const;

let stage: Stage;
let people: People;
let subjects: Subjects;
const poisoner = new Poisoner();
const dialogs: string[] = [];

/** Everybody of the town, each with scripts in all that they send. */
const office = (): Office => ({
  town: stage.town, db: stage.db, waitForEnd: stage.waitForEnd, settle: stage.settle,
  act: <T extends ActionType>(seat: Seat, doing: Doing<T>): Promise<Outcome> => stage.act(seat, poisoner.doing(doing)),
});
const on = (type: ActionType, id: string, input: object): Doing => ({ type, targets: [id], area: stage.town.first.code, input }) as Doing;
const tell = (path: string, body: unknown) => postJson(stage.suite, path, body, { "x-forwarded-for": `10.74.0.${Math.floor(Math.random() * 250)}` });

beforeAll(async () => {
  stage = await Stage.open({ number: 74, seconds: 1, quotaMode: "off" });
  people = await People.at(stage);
  const { town } = stage;
  const own = { targets: [town.campaign], area: town.code };
  await nameStaff();
  const saved: Doing<"saveCampaign"> = poisoner.doing({ ...own, type: "saveCampaign", input: { settings: town.settings, open: true } });
  await applied(stage.act("office", saved));
  await applied(office().act("officer", { ...own, type: "splitQuota", input: { rows: splitOf(town).map((row) => ({ ...row, reason: "按实际情况" })) } }));
  const fresh = (seed: number) => poorHousehold({ village: town.first, seed, memberCount: 2, perHead: "below" });
  /* The invented household of 7407, the exit of 7410 and the village of 7408 fill in every row there is: farm sales, a resident team, an industry. */
  const [early, listed, served, failed] = [fresh(7401), fresh(7402), fresh(7407), fresh(7404)];
  const village = poorVillage({ village: town.first, seed: 7408 });
  const [entry = ""] = await writeRegister(stage.db, town, town.first, 1);
  const leaving = exitingHousehold({ village: town.first, seed: 7410, memberCount: 2, household: entry });
  await Promise.all([serve(), bringOn(office(), [village], "registered"), submit(), bring(office(), [leaving], "surveyed")]);
  async function serve(): Promise<void> {
    await bringOn(office(), [served], "inService");
    await help(served);
    await applied(answering(office(), "cadre", (answers) => update(served, { year: town.settings.year + 1, answers })));
    await applied(office().act("cadre", request(served, { kind: "wrongIdentification" })));
  }
  async function submit(): Promise<void> {
    await bring(office(), [early, failed], "submitted");
    await applied(office().act("officer", on("hold", early.id, { until: new Date(Date.now() + 3 * 86_400_000).toISOString(), reason: "等待证明" })));
    await applied(office().act("committee", on("withdraw", failed.id, { reasons: "本人撤回" })));
  }
  await applied(stage.act("office", { ...saved, input: { settings: { ...saved.input.settings, notice: { village: LONG, town: LONG } }, open: true } }));
  await bring(office(), [listed], "verified");
  const sending = publication([listed]);
  await applied(office().act("committee", sending));
  await object(sending.id, listed);
  await applied(office().act("committee", on("extendNotice", sending.id, { closesAt: new Date(Date.now() + 800_000).toISOString(), reason: "多公示几天" })));
  const meetings = await stage.db.collection("actions").where("campaign", "==", town.campaign).where("type", "==", "recordAppraisal").get();
  const ofServed = ["household", "help", "registration", "print/form", "update", "versions", "changes"].map((path) => [`${path}/:id`, served.id] as const);
  const ofVillage = ["unit", "villageForm"].map((path) => [`${path}/:id`, village.id] as const);
  subjects = {
    ...Object.fromEntries([...ofServed, ...ofVillage]), "apply/:id": "nobody00000000000000?new", "villages/:id": "nobody00000000000001?new", "print/handbook": `?ids=${served.id}`, "survey/:id": early.id, "print/letter/:id": early.id, "print/notice/:id": sending.id,
    "print/meeting/:id": meetings.docs[0]?.id ?? "", "notices/:id": sending.id, "print/oversight/:id": town.first.code, notice: sending.id, receipt: String((await stage.application(listed.id))?.["receiptNo"]),
  };
}, 240_000);

afterAll(async () => {
  await people?.leave();
  await stage?.close();
});

/**
 * Names of accounts, as the campaign's office saves them. Its own and the county's a town's office must not touch: they
 * are written into the register of staff, in which the county's office would save them.
 */
async function nameStaff(): Promise<void> {
  const token = await (await stage.player("office")).token();
  for (const [at, seat] of ALL_SEATS.entries()) {
    const { uid, email, role, area } = personAt(stage.town, seat);
    const name = (SCRIPTS[at % SCRIPTS.length] ?? "").slice(0, 40);
    if (seat === "office" || area === COUNTY) await stage.db.doc(paths.staff(uid)).update({ name });
    else expect((await call(stage.suite, "saveStaff", { token, data: { uid, name, email, roles: { [role]: [area] }, disabled: false } })).refused).toBeUndefined();
  }
  /* The officer had signed in before, to open the campaign. */
  await (await stage.player("officer")).token(true);
}

type Household = ReturnType<typeof poorHousehold>;

async function help(sample: Household): Promise<void> {
  const [planned, came] = [measure([sample]), result([sample])];
  for (const doing of [visit([sample]), planned, came]) await applied(office().act("helper", doing));
  await applied(office().act("helper", measureDone(sample, planned.id)));
  await applied(office().act("cadre", confirmation(sample, came.id)));
}

/** An objection that is dismissed and appealed, one that stays open, and a complaint that is answered. */
async function object(notice: string, sample: Household): Promise<void> {
  const [first, second, complaint] = [newId(), newId(), newId()];
  const said = { text: "这一户有小汽车。", name: "某人", phone: "0935-0000000" };
  for (const id of [first, second]) expect((await tell("fileObjection", poisonedRequest(ObjectionRequest, { id, notice, serial: 1, photos: [], ...said }))).ok).toBe(true);
  await applied(office().act("mayor", answer(sample, filedAs(first), "dismiss")));
  expect((await tell("fileAppeal", poisonedRequest(AppealRequest, { id: newId(), objection: first, text: "我还有意见。" }))).ok).toBe(true);
  const { town: { campaign, first: { code: village } } } = stage;
  expect((await tell("fileComplaint", poisonedRequest(ComplaintRequest, { id: complaint, campaign, village, about: "某干部", photos: [], ...said }))).ok).toBe(true);
  const token = await (await stage.player("supervisor")).token();
  const answered = await call(stage.suite, "answerComplaint", { token, data: { complaint: filedAs(complaint), finding: "unfounded", reasons: SCRIPTS[0], published: SCRIPTS[1] } });
  expect(answered.refused).toBeUndefined();
}

/** What a page shows of the scripts as text, and what they have become if not text. */
async function lookAt(page: Page): Promise<{ shows: boolean; ran: boolean; parts: string[] }> {
  return page.evaluate((mark) => ({
    shows: document.documentElement.innerText.includes(mark) || [...document.querySelectorAll<HTMLInputElement>("input, textarea")].some(({ value }) => value.includes(mark)),
    ran: "hit" in window,
    parts: [...document.querySelectorAll('[onerror], [onload], [onclick], iframe, object, embed, base, img[src="x"], script:not([src]), [href^="javascript" i], [action^="javascript" i], [src^="javascript" i]')].map((part) => part.outerHTML.slice(0, 200)),
  }), MARK);
}

async function wrongAt(page: Page, screens: readonly Screen[]): Promise<{ wrong: string[]; shown: string[] }> {
  const [wrong, shown]: [string[], string[]] = [[], []];
  page.on("dialog", (dialog) => (dialogs.push(dialog.message()), void dialog.dismiss()));
  for (const { name, address } of screens) {
    await move(page, address);
    const { shows, ran, parts } = await lookAt(page);
    wrong.push(...(ran ? [`${name}: a script ran`] : []), ...parts.map((part) => `${name}: ${part}`));
    if (shows) shown.push(name);
  }
  return { wrong, shown };
}

const seatOf = (role: StaffRole) => ALL_SEATS.find((seat) => SEATS[seat][0] === role) ?? "officer";

describe("script in every text", () => {
  it("has come into every field of the forms that takes it", () => {
    const kinds: [FormKind, Track][] = [
      ...(["application", "survey", "helper", "plan", "measure", "measureDone", "visit", "result", "registration"] as const).map((kind): [FormKind, Track] => [kind, "identify"]),
      ["exitProposal", "exit"], ["survey", "exit"], ...(["application", "helper", "plan", "registration"] as const).map((kind): [FormKind, Track] => [kind, "village"]),
    ];
    expect(kinds.flatMap(([kind, track]) => fieldsOf(kind, track)).filter((field) => !poisoner.fields.has(field))).toEqual([]);
  });
});

describe("the public pages", () => {
  it("show it as text", async () => {
    const page = await people.onPhone("/");
    await settled(page);
    const { wrong, shown } = await wrongAt(page, publicScreens(subjects));
    expect(wrong).toEqual([]);
    expect(shown).toContain("public-notice");
    await page.context().close();
  });
});

describe("the staff's rooms", () => {
  it.each(StaffRole.options)("of %s show it as text", async (role) => {
    const page = await people.signIn(seatOf(role));
    const screens = eachRoomOnce(subjects).find(([shown]) => shown === role)?.[1] ?? [];
    const { wrong, shown } = await wrongAt(page, screens);
    expect(wrong).toEqual([]);
    expect(shown).toContain(`tasks-${role}`);
    await page.context().close();
  });

  it("have opened no window, and the pages' policy had nothing to refuse", () => {
    expect([dialogs, people.errors]).toEqual([[], []]);
  });
});
