import { paths } from "@domain/paths.ts";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { filedAs } from "../../functions/src/services/filedAs.ts";
import { newId } from "../play/player.ts";
import type { Sample } from "./households.ts";
import { poorHousehold } from "./households.ts";
import { postJson, publicRequest } from "./http.ts";
import { applied, bring, publication } from "./office.ts";
import { Stage } from "./stage.ts";

/** What the public may ask, by plain HTTP and without signing in: following a receipt, objecting; and the timer's own call. */

let stage: Stage;
let listed: Sample;
let withdrawn: Sample;
let notice: string;
let receipt: string;

beforeAll(async () => {
  stage = await Stage.open({ number: 7, seconds: 30, quotaMode: "off" });
  const { first: village } = stage.town;
  listed = poorHousehold({ village, seed: 701, memberCount: 3 });
  withdrawn = poorHousehold({ village, seed: 702, memberCount: 2 });
  await bring(stage, [listed, withdrawn], "verified");
  const sending = publication([listed, withdrawn]);
  await applied(stage.act("committee", sending));
  notice = sending.id;
  receipt = String((await stage.application(listed.id))?.["receiptNo"]);
});
afterAll(() => stage.close());

const follow = (number: string) => publicRequest(stage.suite, `followReceipt?number=${encodeURIComponent(number)}`);
const object = (changes: object, headers = {}) =>
  postJson(stage.suite, "fileObjection", { id: newId(), notice, serial: 1, text: "这一户在县城有楼房。", ...changes }, headers);
const close = (data: unknown) =>
  fetch(`${stage.suite.functionsBaseUrl}/closeNotice`, { method: "POST", body: JSON.stringify({ data }), headers: { "content-type": "application/json" } });

const wide = (text: string) => text.replace(/[0-9A-Z]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0));

describe("the timer's call before the end", () => {
  it("ends no notice early, by whomever it is made", async () => {
    const before = await stage.look(paths.notice(notice));
    const { closesAt } = before as { closesAt: { toDate: () => Date } };
    expect(Date.now()).toBeLessThan(closesAt.toDate().getTime());
    const answer = await close({ notice });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining("noticeStillOpen")]);
    expect(await stage.look(paths.notice(notice))).toEqual(before);
  });

  it("says nothing and does nothing for what is no notice", async () => {
    for (const data of [{ notice: "no-such-notice" }, {}, { notice: "" }]) expect((await close(data)).status).toBe(204);
  });
});

describe("following an application by its receipt number", () => {
  it("tells where it stands, with whom, since when and until when", async () => {
    const { status, result } = await follow(receipt);
    const { closesAt } = (await stage.look(paths.notice(notice))) as { closesAt: { toDate: () => Date } };
    expect(status).toBe(200);
    expect(result).toEqual({
      track: "identify", status: "villageNotice", holders: ["clock"], village: stage.town.first.name, since: expect.any(String),
      until: closesAt.toDate().toISOString(), returned: null, heldByObjection: false, again: [], late: null, stoppedUntil: null, helperFrom: null, objections: [],
    });
  });

  it("reads the number however it is typed", async () => {
    const plain = receipt.replaceAll("-", "");
    const misread = receipt.replaceAll("0", "O").replaceAll("1", "l");
    const spellings = [receipt.toLowerCase(), plain, ` ${receipt} `, receipt.replaceAll("-", " "), receipt.replaceAll("-", "—"), wide(receipt), misread];
    const unread = [];
    for (const spelling of spellings) if ((await follow(spelling)).status !== 200) unread.push(spelling);
    expect(unread).toEqual([]);
  });

  it("tells nothing of a person, and is kept in no cache", async () => {
    const answer = await follow(receipt);
    const text = JSON.stringify(answer.result);
    for (const secret of [listed.householder, ...listed.numbers, listed.id, receipt]) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/\d{11,}/);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it.each([["nothing", ""], ["an unknown number", "AAAA-BBBB-CCCC"], ["half a number", "AAAA-BB"], ["a path", "../applications/x"], ["a long text", "A".repeat(5000)]])(
    "knows nothing of %s",
    async (_what, number) => {
      const answer = await follow(number);
      expect([answer.status, answer.problem?.code, answer.headers.get("cache-control")]).toEqual([422, "receiptUnknown", "no-store"]);
    },
  );

  it("answers a number that comes twice, or none, like an unknown one", async () => {
    for (const query of ["number=a&number=b", ""]) expect((await publicRequest(stage.suite, `followReceipt?${query}`)).status).toBe(422);
  });
});

describe("objecting", () => {
  it("holds the household, without a name", async () => {
    const { status, result } = await object({ serial: 2 });
    expect([status, result]).toEqual([200, { objection: expect.any(String), dueAt: expect.any(String) }]);
    await vi.waitUntil(async () => (await stage.application(withdrawn.id))?.["openObjections"] === 1, { timeout: 30_000, interval: 50 });
  });

  it("is one objection when the phone sends it twice", async () => {
    const id = newId();
    const both = await Promise.all([object({ id }), object({ id })]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    await vi.waitUntil(async () => (await stage.look(paths.action(`objection-${filedAs(id)}`)))?.["pending"] === false, { timeout: 30_000, interval: 50 });
    expect((await stage.application(listed.id))?.["openObjections"]).toBe(1);
  });

  it.each([
    ["without a text", { text: "" }, "invalidInput", "text"],
    ["on line nought", { serial: 0 }, "invalidInput", "serial"],
    ["with a short id", { id: "1" }, "invalidInput", "id"],
    ["on a notice by path", { notice: "notice/private/households" }, "invalidInput", "notice"],
    ["on a line that is not there", { serial: 3 }, "notOnNotice", undefined],
    ["on a notice that is not there", { notice: "no-such-notice" }, "noticeUnknown", undefined],
    ["with a key beside", { role: "townGovernment" }, "invalidInput", ""],
  ])("is refused by name %s", async (_how, changes, name, path) => {
    const { status, problem } = await object(changes);
    expect([status, problem?.code, problem?.fields?.[0]?.path]).toEqual([422, name, path]);
  });

  it("is refused by name when it is no form at all", async () => {
    for (const { status, problem } of [await postJson(stage.suite, "fileObjection", []), await publicRequest(stage.suite, "fileObjection")])
      expect([status, problem?.code]).toEqual([422, "invalidInput"]);
  });
});

describe("the timer's call at the end", () => {
  it("ends the notice at its end; who is held stays alone, and following says so", async () => {
    await vi.waitUntil(async () => (await stage.look(paths.notice(notice)))?.["status"] === "closed", { timeout: 55_000, interval: 100 });
    expect((await stage.application(listed.id))?.["status"]).toBe("villageNotice");
    expect((await follow(receipt)).result).toMatchObject({ status: "villageNotice", heldByObjection: true });
    expect((await close({ notice })).status).toBe(204);
    const { status, problem } = await object({});
    expect([status, problem?.code]).toEqual([422, "noticeClosed"]);
  });
});
