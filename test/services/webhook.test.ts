import { readFileSync } from "node:fs";
import type { IncomingHttpHeaders, Server } from "node:http";
import { createServer } from "node:http";
import { paths } from "@domain/paths.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sendLeftovers, sendOutward, signatureOf } from "../../functions/src/services/outward.ts";
import { outwardUrl } from "../../functions/src/settings.ts";
import { Desk } from "./desk.ts";
import { poorHousehold } from "../functions/households.ts";
import { applied, bring, idsOf, publication } from "../functions/office.ts";

/** What goes outwards: signed, once, tried again while it is not taken, given up after a day; and nothing where nobody wants it. */

type Came = { headers: IncomingHttpHeaders; body: string; taken: boolean };
type Check = (request: { headers: IncomingHttpHeaders; body: string; secret: string; now?: number }) => boolean;

const SECRET = "the town's own key";
const DAY = 86_400_000;
let desk: Desk;
let receiver: Server;
let isFromLika: Check;
let came: Came[] = [];
let refusals = 0;

/** The very check that functions/WEBHOOK.md gives to whoever writes a receiver. */
async function documentedCheck(): Promise<Check> {
  const text = readFileSync(new URL("../../functions/WEBHOOK.md", import.meta.url), "utf8");
  const code = /```js\n([^]*?)```/.exec(text)?.[1] ?? "";
  return ((await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { isFromLika: Check }).isFromLika;
}

beforeAll(async () => {
  isFromLika = await documentedCheck();
  receiver = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part)).on("end", () => {
      const taken = (refusals -= 1) < 0;
      came.push({ headers: request.headers, body: Buffer.concat(parts).toString(), taken });
      response.writeHead(taken ? 204 : 503).end();
    });
  });
  await new Promise<void>((listening) => receiver.listen(0, "127.0.0.1", listening));
  desk = await Desk.open({ number: 63, seconds: 1, quotaMode: "off", changes: { outward: { kinds: ["handedOver"] } } });
  const at = receiver.address();
  Object.assign(process.env, { OUTWARD_SECRET: SECRET, OUTWARD_URL: `http://127.0.0.1:${typeof at === "object" ? at?.port : 0}/lika`, TASKS_EMULATOR_HOST: desk.suite.tasks });
});
beforeEach(() => {
  came = [];
  refusals = 0;
});
afterAll(async () => {
  delete process.env["OUTWARD_URL"];
  receiver.close();
  await desk.close();
});

let seed = 640;
const known = new Set<string>();
/** Brings households before the town, which is told. Returns the id of that message. */
async function told(): Promise<string> {
  const samples = [1, 2].map(() => poorHousehold({ village: desk.town.first, seed: (seed += 1), memberCount: 1 }));
  await bring(desk, samples, "verified");
  const sending = publication(samples);
  await applied(desk.act("committee", sending));
  await desk.waitForEnd(sending.id);
  expect(idsOf(samples)).toHaveLength(2);
  const { docs } = await desk.db.collection("messages").where("kind", "==", "handedOver").where("campaign", "==", desk.town.campaign).get();
  const fresh = docs.find((doc) => doc.get("sending.state") === "waiting" && !known.has(doc.id))?.id ?? "";
  known.add(fresh);
  return fresh;
}
const sendingOf = async (id: string) => (await desk.look(paths.message(id)))?.["sending"];
const cameOnce = (): Came => {
  expect(came).toHaveLength(1);
  return came[0] as Came;
};

describe("a message that the town wants outside", () => {
  it("arrives with a signature that the documented check takes, and names nobody", async () => {
    const id = await told();
    expect(await sendOutward(id, new Date())).toBe("sent");
    const { headers, body } = cameOnce();
    expect(isFromLika({ headers, body, secret: SECRET })).toBe(true);
    expect(headers["lika-id"]).toBe(id);
    expect(JSON.parse(body)).toMatchObject({ id, kind: "handedOver", to: { role: "townGovernment", account: null }, text: { zh: expect.stringContaining("上河村有 2 户") } });
    expect(Object.keys(JSON.parse(body) as object).sort()).toEqual(["areas", "at", "campaign", "id", "kind", "link", "text", "title", "to"]);
  });

  it("is tried again under the same id until it is taken, and never after", async () => {
    const id = await told();
    refusals = 2;
    const now = new Date();
    expect([await sendOutward(id, now), await sendOutward(id, now), await sendOutward(id, now), await sendOutward(id, now)]).toEqual(["again", "again", "sent", "none"]);
    expect(came.map(({ headers, taken }) => [headers["lika-id"], taken])).toEqual([[id, false], [id, false], [id, true]]);
    expect(await sendingOf(id)).toMatchObject({ state: "sent", tries: 3 });
  });

  it("is given up after a day, which the office is told once a day however many there are", async () => {
    const ids = [await told(), await told()];
    refusals = 100;
    const now = new Date();
    for (const id of ids) expect(await sendOutward(id, now)).toBe("again");
    for (const id of ids) expect(await sendOutward(id, new Date(now.getTime() + DAY + 60_000))).toBe("failed");
    for (const id of ids) expect(await sendingOf(id)).toMatchObject({ state: "failed" });
    const office = await desk.db.collection("messages").where("kind", "==", "outwardFailed").get();
    expect(office.docs.map((doc) => [doc.get("role"), doc.get("sending")])).toEqual([["campaignOffice", null]]);
  });

  it("that lost its task is found by the periodic run", async () => {
    const id = await told();
    expect(await sendLeftovers(new Date())).toBe(0);
    expect(await sendLeftovers(new Date(Date.now() + 600_000))).toBeGreaterThan(0);
    await sendOutward(id, new Date());
    expect(await sendingOf(id)).toMatchObject({ state: "sent" });
  });
});

describe("the documented check", () => {
  const body = JSON.stringify({ id: "one" });
  const now = Date.parse("2014-06-20T02:00:00Z");
  const timestamp = String(now / 1000);
  const headers = () => ({ "lika-timestamp": timestamp, "lika-signature": signatureOf(timestamp, body) });

  it("refuses another key, another body, another time, an old request sent again, and none at all", () => {
    expect(isFromLika({ headers: headers(), body, secret: SECRET, now })).toBe(true);
    expect(isFromLika({ headers: headers(), body, secret: "another", now })).toBe(false);
    expect(isFromLika({ headers: headers(), body: `${body} `, secret: SECRET, now })).toBe(false);
    expect(isFromLika({ headers: { ...headers(), "lika-timestamp": String(now / 1000 + 1) }, body, secret: SECRET, now })).toBe(false);
    expect(isFromLika({ headers: headers(), body, secret: SECRET, now: now + 301_000 })).toBe(false);
    expect(isFromLika({ headers: {}, body, secret: SECRET, now })).toBe(false);
  });
});

describe("as it comes", () => {
  it("nothing goes outwards: not of another kind, and none where no address is set", async () => {
    const others = await desk.db.collection("messages").where("campaign", "==", desk.town.campaign).get();
    expect(others.docs.filter((doc) => doc.get("kind") !== "handedOver" && doc.get("sending") !== null)).toEqual([]);
    const before = process.env["OUTWARD_URL"];
    process.env["OUTWARD_URL"] = "";
    const id = await told();
    process.env["OUTWARD_URL"] = before;
    expect([id, came]).toEqual(["", []]);
  });

  it.each([
    ["https://gateway.example.cn/lika", true, true],
    ["http://gateway.example.cn/lika", true, false],
    ["http://127.0.0.1:9/lika", true, true],
    ["http://127.0.0.1:9/lika", false, false],
    ["ftp://gateway.example.cn/lika", true, false],
    ["", true, false],
  ])("takes %s (in the local suite: %s) as an address: %s", (url, isLocal, isTaken) => {
    const { OUTWARD_URL, TASKS_EMULATOR_HOST } = process.env;
    process.env["OUTWARD_URL"] = url;
    if (!isLocal) delete process.env["TASKS_EMULATOR_HOST"];
    const found = outwardUrl() !== undefined;
    Object.assign(process.env, { OUTWARD_URL, TASKS_EMULATOR_HOST });
    expect(found).toBe(isTaken);
  });
});
