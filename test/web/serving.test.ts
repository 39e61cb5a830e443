import { areasOf } from "@domain/areas.ts";
import { paths } from "@domain/paths.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { suiteOfTests } from "../functions/stage.ts";
import { newId } from "../play/player.ts";
import { openDatabase } from "../seed/admin.ts";
import { STATIONS } from "../../web/src/public/words.ts";

/** What hosting answers: readable before any script runs, fresh within a minute, and no list of names for search engines. */

let hosting: string;
beforeAll(async () => {
  ({ hosting } = await suiteOfTests());
});

const get = async (path: string) => {
  const response = await fetch(`http://${hosting}${path}`);
  expect(response.status).toBe(200);
  return { headers: response.headers, text: await response.text() };
};
/** The words of a document, as somebody reads it whose browser runs no script and has not fetched anything else. */
const wordsOf = (html: string): string => html.replace(/<(script|style|noscript)[\s\S]*?<\/\1>/g, "").replace(/<[^>]+>/g, " ");

describe("the first page", () => {
  it("says what one can do here and how it is decided before any script runs, and asks for two style sheets at most", async () => {
    const { text } = await get("/");
    for (const { zh } of STATIONS) expect(wordsOf(text)).toContain(zh);
    for (const way of ["/apply", "/follow", "/notices"]) expect(text).toContain(`<a href="${way}"`);
    expect(wordsOf(text)).toContain("12388");
    expect(text.split('rel="stylesheet"').length - 1).toBeLessThanOrEqual(2);
  });

  it("may be found by search engines", async () => {
    const { headers, text } = await get("/");
    expect([headers.get("x-robots-tag"), text.includes("noindex")]).toEqual([null, false]);
  });
});

const LISTS = ["/notices", "/notice/some-notice", "/object/some-notice/3", "/h/some-code", "/follow?number=1", "/answer", "/staff", "/staff/households"];

describe("a page that lists names, or leads to somebody's", () => {
  it.each(LISTS)("is kept from search engines by its header and in itself: %s", async (path) => {
    const { headers, text } = await get(path);
    expect(headers.get("x-robots-tag")).toBe("noindex");
    expect(text).toMatch(/<meta name="robots" content="noindex" ?\/?>/);
  });

  it("shows a link preview no name: the document of a notice is the same for every notice", async () => {
    const suite = await suiteOfTests();
    const id = newId();
    const village = "620623105201";
    const householder = "某某甲";
    await openDatabase(suite).doc(paths.notice(id)).set({ campaign: "previews", village, areas: areasOf(village), status: "open", list: [{ serial: 1, householder }] });
    const { text } = await get(`/notice/${id}`);
    expect(text).not.toContain(householder);
    expect(text).toBe((await get("/notice/another")).text);
    expect(text).not.toMatch(/property="og:/);
  });
});

describe("what is cached", () => {
  it.each(["/", "/notices", "/staff", "/robots.txt"])("is a document for a minute at most: %s", async (path) => {
    expect((await get(path)).headers.get("cache-control")).toBe("public, max-age=60");
  });

  it.each(["/api/receipt?number=none", "/api/answer?number=none"])("is never what somebody is told of their own case: %s", async (path) => {
    expect((await fetch(`http://${hosting}${path}`)).headers.get("cache-control")).toBe("no-store");
  });

  it("is a script for ever, because another one has another name", async () => {
    const [, script = ""] = /src="(\/assets\/[^"]+\.js)"/.exec((await get("/")).text) ?? [];
    expect((await get(script)).headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  });
});
