import { readFileSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clockAction } from "@domain/action.ts";
import type { CampaignSettings } from "@domain/campaign.ts";
import { paths } from "@domain/paths.ts";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openFirstOffice, readCampaign } from "../support/deploy/firstOffice.ts";
import { countDocuments, restoreFrom } from "../support/deploy/tryRestore.ts";
import { replaceSaved } from "../support/suite/savedData.ts";
import { Player } from "../play/player.ts";
import { openDatabase, withAccounts } from "../seed/admin.ts";
import { poorHousehold } from "../functions/households.ts";
import { call, signIn } from "../functions/http.ts";
import { applied, bring, publication } from "../functions/office.ts";
import { Stage } from "../functions/stage.ts";
import { planTown } from "../functions/town.ts";

/** What docs/DEPLOY.md tells an operator to do, done against the emulators: first office, a town by data alone, alarms, restore. */

let stage: Stage;
const [BROKEN, STUCK] = [paths.campaign("broken-85"), paths.action("stuck-85")];

beforeAll(async () => {
  stage = await Stage.open({ number: 85, seconds: 300, quotaMode: "off" });
  /* Nobody can carry out an action of a campaign that cannot be read. Sent first of all: it counts as stuck after a while. */
  await stage.db.doc(BROKEN).set({ status: 85 });
  await stage.db.doc(STUCK).create(clockAction({ type: "endNotice", campaign: "broken-85", area: stage.town.first.code, at: new Date(), targets: ["nobody-there"], input: { notice: "none-there" } }));
});
afterAll(async () => {
  await Promise.all([stage.db.doc(STUCK).delete(), stage.db.doc(BROKEN).delete()]);
  await stage.close();
});

const CHOSEN = "chosen-by-the-office";
const DOCS = join(import.meta.dirname, "../../docs/deploy");

const open = (town: string, email: string) => {
  const db = openDatabase(stage.suite);
  return withAccounts(stage.suite, (auth) => openFirstOffice({ auth, db }, { town, name: "何主任", email })).finally(() => db.terminate());
};

/** Sets the password by the link alone, as the person does who was given it. */
async function choosePassword(link: string, newPassword: string): Promise<void> {
  const oobCode = new URL(link).searchParams.get("oobCode");
  const url = `http://${stage.suite.auth}/identitytoolkit.googleapis.com/v1/accounts:resetPassword?key=demo`;
  const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ oobCode, newPassword }) });
  expect(response.status).toBe(200);
}

describe("a town by data alone", () => {
  it("begins with its office, which sets its own password by a link, opens the campaign of a file and makes the accounts of another", async () => {
    const settings = await readCampaign(join(DOCS, "town.example.json"));
    const email = `office.${stage.town.campaign}@town.example`;
    const { made, link } = await open(settings.town.code, email);
    expect(made).toBe(true);
    await choosePassword(link, CHOSEN);
    const office = await Player.staff(stage.suite, { email, password: CHOSEN }, "campaignOffice");
    const campaign = `liuhe-${stage.town.campaign}`;
    await applied(office.send({ type: "saveCampaign", campaign, area: settings.town.code, targets: [campaign], input: { settings, open: true } }));
    await office.leave();
    const { idToken } = await signIn(stage.suite, { email, password: CHOSEN });
    const people = JSON.parse(readFileSync(join(DOCS, "staff.example.json"), "utf8")) as { email: string }[];
    for (const person of people) {
      const data = { ...person, email: `${campaign}.${person.email}`, disabled: false };
      expect((await call(stage.suite, "saveStaff", { token: idToken, data })).result).toMatchObject({ uid: expect.any(String) });
    }
    expect(await stage.look(paths.campaign(campaign))).toMatchObject({ status: "open", version: 1, town: { code: "620623901" } });
    expect((await stage.db.collection("staff").where("areas", "array-contains", "620623901").get()).size).toBe(people.length + 1);
  });

  it("has one first office: a second is sent to it, and who forgot the password gets a new link and nothing else", async () => {
    const town = "620623902";
    const email = `first.${stage.town.campaign}@town.example`;
    await open(town, email);
    await expect(open(town, `second.${stage.town.campaign}@town.example`)).rejects.toThrow("has an office already");
    const again = await open(town, email);
    expect(again.made).toBe(false);
    await choosePassword(again.link, CHOSEN);
    await expect(open("620623903", email)).rejects.toThrow("belongs to another account");
  });

  it("is refused before anybody depends on it when its file is no campaign", async () => {
    await expect(readCampaign(join(DOCS, "staff.example.json"))).rejects.toThrow(/is no campaign/);
  });
});

describe("a campaign that runs", () => {
  it("keeps its settings and their version when another begins with other ones", async () => {
    const before = await stage.look(paths.campaign(stage.town.campaign));
    const next = planTown({ number: 85, seconds: 60 });
    const settings: CampaignSettings = { ...next.settings, line: 4000, steps: before?.["steps"] as CampaignSettings["steps"] };
    await applied((await stage.player("office")).send({ type: "saveCampaign", campaign: next.campaign, area: next.code, targets: [next.campaign], input: { settings, open: true } }));
    expect(await stage.look(paths.campaign(next.campaign))).toMatchObject({ line: 4000, version: 1 });
    expect(await stage.look(paths.campaign(stage.town.campaign))).toEqual(before);
  });

  it("counts a change in its version, and leaves the end of a notice that hangs where it was promised", async () => {
    const sample = poorHousehold({ village: stage.town.first, seed: 8501, memberCount: 2 });
    await bring(stage, [sample], "verified");
    const sending = publication([sample]);
    await applied(stage.act("committee", sending));
    const promised = (await stage.look(paths.notice(sending.id)))?.["closesAt"];
    const version = Number((await stage.look(paths.campaign(stage.town.campaign)))?.["version"]);
    const settings = { ...stage.town.settings, notice: { village: { unit: "seconds", count: 360 }, town: { unit: "seconds", count: 360 } } } as const;
    await applied(stage.act("office", { type: "saveCampaign", area: stage.town.code, targets: [stage.town.campaign], input: { settings, open: true } }));
    expect((await stage.look(paths.campaign(stage.town.campaign)))?.["version"]).toBe(version + 1);
    expect((await stage.look(paths.notice(sending.id)))?.["closesAt"]).toEqual(promised);
  });
});

describe("a saved database", () => {
  it("comes back into empty emulators with every document and account, and every promise holds in it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "lika-restore-"));
    try {
      await replaceSaved(folder, exportTo);
      const before = await countDocuments(stage.suite);
      const { counts, accounts, verdict } = await restoreFrom(folder, { campaign: stage.town.campaign });
      expect({ counts, accounts }).toEqual(before);
      expect(counts["applications"]).toBeGreaterThan(0);
      expect(verdict.invariants.filter(({ broken }) => broken.length > 0)).toEqual([]);
      expect(verdict.invariants.find(({ id }) => id === "chains")?.checked).toBeGreaterThan(0);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 180_000);
});

/* A part of Cloud Logging's language: what these filters are written in, and nothing more. What only the platform writes is left out. */
const PLATFORM = /^(resource\.|severity|httpRequest\.)/;
const matches = (filter: string, line: Record<string, unknown>): boolean =>
  filter.split(" AND ").filter((part) => !PLATFORM.test(part)).every((part) => {
    const [, field = "", op = "", value = ""] = /^jsonPayload\.(\w+)(=~|>=|>|=)(.+)$/.exec(part) ?? [];
    const found = line[field];
    const wanted = JSON.parse(value) as string | number;
    if (op === "=~") return new RegExp(String(wanted)).test(String(found));
    return op === "=" ? found === wanted : op === ">" ? Number(found) > Number(wanted) : Number(found) >= Number(wanted);
  });

const filterOf = (name: string) => (JSON.parse(readFileSync(join(DOCS, `metrics/${name}.json`), "utf8")) as { filter: string }).filter;

/** The structured lines that the functions have logged since a place in the log. */
function linesSince(start: number): Record<string, unknown>[] {
  const text = readFileSync(stage.suite.logFile, "utf8").slice(start);
  return text.split("\n").flatMap((line) => {
    try {
      return [JSON.parse(line.slice(line.indexOf("{"))) as Record<string, unknown>];
    } catch {
      return [];
    }
  });
}

describe("the alarms' figures", () => {
  it("count what the functions really log: a token that is none, a notice that closed late, an action that is stuck", async () => {
    const start = readFileSync(stage.suite.logFile, "utf8").length;
    const count = (name: string) => linesSince(start).filter((line) => matches(filterOf(name), line)).length;
    expect(count("lika-refused-tokens")).toBe(0);
    await call(stage.suite, "saveStaff", { token: "not.a.token", data: {} });
    await vi.waitUntil(() => count("lika-refused-tokens") > 0, { timeout: 10_000, interval: 100 });

    const sample = poorHousehold({ village: stage.town.second, seed: 8502, memberCount: 2 });
    await bring(stage, [sample], "verified");
    const sending = publication([sample]);
    await applied(stage.act("neighbour", sending));
    await stage.db.doc(paths.notice(sending.id)).update({ closesAt: new Date(Date.now() - 1000) });
    await vi.waitUntil(() => count("lika-late-closings") > 0, { timeout: 50_000, interval: 200 });
    await vi.waitUntil(() => count("lika-stuck-actions") > 0, { timeout: 90_000, interval: 200 });
    expect(count("lika-upkeep-runs")).toBeGreaterThan(0);
  }, 180_000);
});

/** By the hub of the emulators that run, whose address they leave in their temporary folder. */
async function exportTo(target: string): Promise<void> {
  const id = /-(\d+)\.log$/.exec(stage.suite.logFile)?.[1] ?? "";
  const [own = ""] = (await readdir(tmpdir())).filter((name) => name.startsWith(`lika-${id}-`));
  const { origins } = JSON.parse(readFileSync(join(tmpdir(), own, `hub-${stage.suite.projectId}.json`), "utf8")) as { origins: string[] };
  const response = await fetch(`${origins[0]}/_admin/export`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ path: target, initiatedBy: "lika" }) });
  expect(response.status).toBe(200);
}
