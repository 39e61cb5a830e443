import { paths } from "@domain/paths.ts";
import type { Staff } from "@domain/records.ts";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { newId } from "../play/player.ts";
import { COUNTY } from "../seed/campaign2013.ts";
import { withAccounts } from "../seed/admin.ts";
import { PASSWORD } from "../seed/cast.ts";
import { verify } from "../verify/verify.ts";
import { poorHousehold } from "./households.ts";
import { call, readAs, refresh, signIn } from "./http.ts";
import { applied, bring, submission, verdict } from "./office.ts";
import { Stage } from "./stage.ts";
import type { Seat } from "./town.ts";
import { personAt } from "./town.ts";

/** Accounts of the staff, and showing a number: by the callable protocol, with real tokens. */

let stage: Stage;
const tokens = new Map<Seat, string>();

beforeAll(async () => {
  stage = await Stage.open({ number: 6, seconds: 300 });
});
afterAll(() => stage.close());

async function tokenOf(seat: Seat): Promise<string> {
  const known = tokens.get(seat) ?? (await signIn(stage.suite, { email: personAt(stage.town, seat).email, password: PASSWORD })).idToken;
  tokens.set(seat, known);
  return known;
}

const save = async (seat: Seat, data: object) => call(stage.suite, "saveStaff", { token: await tokenOf(seat), data });

const newcomer = (roles: Record<string, string[]>) => ({ name: "新来的", email: `new.${newId()}@lika.test`, password: PASSWORD, roles, disabled: false });

const accountOf = (uid: string) => withAccounts(stage.suite, (accounts) => accounts.getUser(uid));

describe("an account", () => {
  it("is made by the campaign's office; its claims and the register of staff say the same", async () => {
    const roles = { villageCadre: [stage.town.third.code] };
    const { result } = await save("office", newcomer(roles));
    const { uid } = result as { uid: string };
    const staff = (await stage.look(paths.staff(uid))) as Staff;
    const account = await accountOf(uid);
    expect(staff).toMatchObject({ roles, version: 1, disabled: false, areas: [COUNTY, stage.town.code, stage.town.third.code], updatedBy: personAt(stage.town, "office").uid });
    expect(account.customClaims).toEqual({ roles, version: 1 });
    const audit = await stage.db.collection("audit").where("subject", "==", uid).get();
    expect(audit.docs.map((doc) => doc.get("what"))).toEqual(["saveStaff"]);
  });

  it.each([
    ["a village committee", "committee", "roleNotAllowed"],
    ["the town's government", "mayor", "roleNotAllowed"],
    ["a supervisor", "supervisor", "roleNotAllowed"],
  ] as const)("is not made by %s", async (_who, seat, name) => {
    expect((await save(seat, newcomer({ villageCadre: [stage.town.first.code] }))).refused).toBe(name);
  });

  it("is not made by a farmer, nor without signing in", async () => {
    const farmer = await fetch(`http://${stage.suite.auth}/identitytoolkit.googleapis.com/v1/accounts:signUp?key=demo`, { method: "POST", body: "{}", headers: { "content-type": "application/json" } });
    const { idToken } = (await farmer.json()) as { idToken: string };
    const data = newcomer({ villageCadre: [stage.town.first.code] });
    expect((await call(stage.suite, "saveStaff", { token: idToken, data })).refused).toBe("notHeld");
    expect((await call(stage.suite, "saveStaff", { data })).refused).toBe("signInFirst");
  });

  it.each([
    ["another town", () => ({ povertyOfficer: ["620623999"] }), "outsideOwnArea"],
    ["the county", () => ({ countyOffice: [COUNTY] }), "outsideOwnArea"],
    ["a village with a town's role", () => ({ povertyOfficer: [stage.town.first.code] }), "levelMismatch"],
    ["a town with a village's role", () => ({ villageCadre: [stage.town.code] }), "levelMismatch"],
    ["a role that is none", () => ({ emperor: [stage.town.code] }), "invalidInput"],
    ["a farmer's role", () => ({ applicant: [stage.town.first.code] }), "invalidInput"],
  ])("is not given %s by the town's office", async (_what, roles, name) => {
    expect((await save("office", newcomer(roles()))).refused).toBe(name);
  });

  it("is not one's own to change, and not one that holds more than the office does", async () => {
    const office = personAt(stage.town, "office");
    const county = personAt(stage.town, "county");
    const change = (uid: string, email: string) => save("office", { uid, name: "某某", email, roles: {}, disabled: true });
    expect((await change(office.uid, office.email)).refused).toBe("ownAccount");
    expect((await change(county.uid, county.email)).refused).toBe("outsideOwnArea");
    expect((await stage.look(paths.staff(county.uid)))?.["disabled"]).toBe(false);
  });

  it("cannot have a sign-in name that is taken, but is taken up again when its making was cut off", async () => {
    const taken = { ...newcomer({ villageCadre: [stage.town.first.code] }), email: personAt(stage.town, "cadre").email };
    expect((await save("office", taken)).refused).toBe("emailTaken");
    const cutOff = newcomer({ villageCadre: [stage.town.first.code] });
    const { uid } = await withAccounts(stage.suite, (accounts) => accounts.createUser({ email: cutOff.email }));
    expect((await save("office", cutOff)).result).toEqual({ uid });
    expect((await signIn(stage.suite, cutOff)).idToken).toBeTruthy();
  });
});

describe("a changed role", () => {
  it("is lost at once with the old token, and gained with a new one, within seconds", async () => {
    const sample = poorHousehold({ village: stage.town.second, seed: 601, memberCount: 2 });
    await applied(stage.act("neighbour", submission([sample])));
    const person = personAt(stage.town, "neighbourCadre");
    const { idToken, refreshToken } = await signIn(stage.suite, { email: person.email, password: PASSWORD });
    const path = paths.application(sample.id);
    expect(await readAs(stage.suite, idToken, path)).toBe(200);
    const began = Date.now();
    const roles = { villageCadre: [stage.town.second.code, stage.town.third.code] };
    expect(await save("office", { uid: person.uid, name: person.name, email: person.email, roles, disabled: false })).toMatchObject({ result: { uid: person.uid } });
    const old = await readAs(stage.suite, idToken, path);
    const renewed = await readAs(stage.suite, await refresh(stage.suite, refreshToken), path);
    const seconds = (Date.now() - began) / 1000;
    expect([old, renewed]).toEqual([403, 200]);
    expect((await stage.look(paths.staff(person.uid)))?.["version"]).toBe(2);
    expect(seconds).toBeLessThan(20);
    console.log(`a changed role was felt after ${seconds.toFixed(1)} s`);
  });

  it("counts for actions too: one sent in a role that is no longer held is refused", async () => {
    const person = personAt(stage.town, "officer2");
    const player = await stage.player("officer2");
    const sample = poorHousehold({ village: stage.town.first, seed: 602, memberCount: 2 });
    await bring(stage, [sample], "nominated");
    /* The rules' own refusal comes first; behind them stands the function's, for an action already on its way. */
    await stage.db.doc(paths.staff(person.uid)).update({ roles: { villageCadre: [stage.town.third.code] } });
    expect(verdict(await stage.actAs(player, { type: "verify", targets: [sample.id], input: {} }))).toBe("notHeld");
    await stage.db.doc(paths.staff(person.uid)).update({ roles: { povertyOfficer: [stage.town.code] }, version: 2 });
    await expect(stage.actAs(player, { type: "verify", targets: [sample.id], input: {} })).rejects.toMatchObject({ code: "permission-denied" });
  });
});

describe("a disabled account", () => {
  it("is out at once: no reading, no action, no call, no new token", async () => {
    const person = personAt(stage.town, "committee2");
    const player = await stage.player("committee2");
    const { idToken, refreshToken } = await signIn(stage.suite, { email: person.email, password: PASSWORD });
    const sample = poorHousehold({ village: stage.town.first, seed: 603, memberCount: 2 });
    const onItsWay = submission([sample]);
    await applied(stage.act("committee", onItsWay));
    await save("office", { uid: person.uid, name: person.name, email: person.email, roles: { villageCommittee: [stage.town.first.code] }, disabled: true });
    expect(await readAs(stage.suite, idToken, paths.application(sample.id))).toBe(403);
    await expect(stage.actAs(player, { type: "verify", targets: [sample.id], input: {} })).rejects.toMatchObject({ code: "permission-denied" });
    expect((await call(stage.suite, "revealIdentity", { token: idToken, data: { application: sample.id, path: "householder.idNo", reason: "核对证件" } })).refused).toMatch(/accountDisabled|unauthenticated/i);
    await expect(refresh(stage.suite, refreshToken)).rejects.toThrow();
    await expect(signIn(stage.suite, { email: person.email, password: PASSWORD })).rejects.toThrow();
  });

  it("has no effect by an action that was on its way", async () => {
    const id = newId();
    const { uid, role, area } = personAt(stage.town, "committee2");
    await stage.db.doc(paths.action(id)).create({
      type: "verify", campaign: stage.town.campaign, area, areas: [COUNTY, stage.town.code, area], by: uid, role, at: new Date(), targets: ["nobody-there"], input: {}, pending: true,
    });
    const outcome = await vi.waitUntil(async () => (await stage.look(paths.action(id)))?.["outcome"] as { problem: { code: string } } | undefined, { timeout: 30_000, interval: 50 });
    expect(outcome.problem.code).toBe("accountDisabled");
  });
});

describe("what somebody declared of relatives", () => {
  const declaredBy = async (uid: string) => {
    const declaration = stage.db.doc(paths.declaration(stage.town.campaign, uid));
    const hits = await stage.db.collection("matches").where("lists", "array-contains", `staff-${uid}`).get();
    return { isThere: (await declaration.get()).exists, lines: (await declaration.collection("lines").get()).size, hits: hits.size };
  };

  it.each([
    ["is disabled", "helper2", (roles: object) => ({ roles, disabled: true })],
    ["holds no role any more", "unit", () => ({ roles: {}, disabled: false })],
  ] as const)("is erased when the account %s: lines, hits and that there were any; who was kept away stays away, and every chain holds", async (_how, seat, end) => {
    const sample = poorHousehold({ village: stage.town.first, seed: seat === "unit" ? 607 : 608, memberCount: 2 });
    await bring(stage, [sample], "surveyed");
    const { uid, name, email, role, area } = personAt(stage.town, seat);
    const recused = async () => (await stage.application(sample.id))?.["recused"];
    const relatives = [{ idNo: sample.numbers[1], relation: "sibling" }];
    expect((await call(stage.suite, "declareRelatives", { token: await tokenOf(seat), data: { campaign: stage.town.campaign, relatives } })).result).toEqual({ relatives: 1, self: false });
    await vi.waitUntil(async () => ((await recused()) as string[]).includes(uid), { timeout: 30_000, interval: 100 });
    expect(await declaredBy(uid)).toEqual({ isThere: true, lines: 1, hits: 1 });
    expect((await save("office", { uid, name, email, roles: { [role]: [area] }, disabled: false })).result).toEqual({ uid });
    expect(await declaredBy(uid)).toEqual({ isThere: true, lines: 1, hits: 1 });
    expect((await save("office", { uid, name, email, ...end({ [role]: [area] }) })).result).toEqual({ uid });
    expect(await declaredBy(uid)).toEqual({ isThere: false, lines: 0, hits: 0 });
    await stage.settle();
    expect(await recused()).toEqual([uid]);
    const { invariants } = await verify(stage.suite, { campaign: stage.town.campaign });
    expect(invariants.filter(({ id, broken }) => broken.length > 0 && (id === "chains" || id === "answered"))).toEqual([]);
  });
});

describe("showing a number", () => {
  it("shows it to those who work on the household, and records who saw whose, when and why", async () => {
    const sample = poorHousehold({ village: stage.town.first, seed: 604, memberCount: 2 });
    await applied(stage.act("committee", submission([sample])));
    const data = { application: sample.id, path: "householder.idNo", reason: "与身份证核对" };
    const ask = async (seat: Seat, changes = {}) => call(stage.suite, "revealIdentity", { token: await tokenOf(seat), data: { ...data, ...changes } });
    expect((await ask("cadre")).result).toEqual({ value: sample.numbers[0] });
    const lines = await stage.db.collection("audit").where("subject", "==", sample.id).get();
    expect(lines.docs.map((doc) => doc.data())).toEqual([expect.objectContaining({ what: "revealIdentity", by: personAt(stage.town, "cadre").uid, reason: "与身份证核对", areas: [COUNTY, stage.town.code, stage.town.first.code] })]);
    expect(JSON.stringify(lines.docs.map((doc) => doc.data()))).not.toContain(sample.numbers[0]);
    const refused = [];
    for (const seat of ["neighbour", "helper", "supervisor", "office"] as const) refused.push((await ask(seat)).refused);
    expect(refused).toEqual(["notHeld", "notHeld", "notHeld", "notHeld"]);
    expect((await ask("cadre", { path: "no.such.field" })).refused).toBe("privateMissing");
    expect((await ask("cadre", { application: "no-such-household" })).refused).toBe("unknownTarget");
    expect((await ask("cadre", { reason: "" })).refused).toBe("invalidInput");
    expect((await call(stage.suite, "revealIdentity", { data })).refused).toBe("signInFirst");
    expect((await stage.db.collection("audit").where("subject", "==", sample.id).get()).size).toBe(1);
  });
});

describe("numbers for a print", () => {
  it("come for whole households at once, all or none, and each household is recorded with who and why", async () => {
    const { first } = stage.town;
    const [one, two] = [605, 606].map((seed) => poorHousehold({ village: first, seed, memberCount: 2 }));
    if (!one || !two) throw new Error("two households");
    await applied(stage.act("committee", submission([one, two])));
    const ask = async (seat: Seat, applications: string[]) => call(stage.suite, "revealForPrint", { token: await tokenOf(seat), data: { applications, reason: "印制扶贫手册" } });
    const lines = async () => (await stage.db.collection("audit").where("what", "==", "print").where("subject", "in", [one.id, two.id]).get()).docs.map((doc) => doc.data());
    for (const seat of ["neighbour", "helper", "supervisor"] as const) expect((await ask(seat, [one.id])).refused).toBe("notHeld");
    expect((await ask("cadre", [one.id, "no-such-household"])).refused).toBe("unknownTarget");
    expect(await lines()).toEqual([]);
    const { result } = await ask("cadre", [one.id, two.id]);
    expect(result).toMatchObject({ [one.id]: { "householder.idNo": one.numbers[0] }, [two.id]: { "householder.idNo": two.numbers[0] } });
    expect(await lines()).toHaveLength(2);
    expect(await lines()).toContainEqual(expect.objectContaining({ by: personAt(stage.town, "cadre").uid, reason: "印制扶贫手册", subject: one.id }));
  });
});
