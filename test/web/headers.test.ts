import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { suiteOfTests } from "../functions/stage.ts";
import { PROJECT_ID, REGION } from "../support/suite/places.ts";

/** What a browser is told of these pages, and that the pages themselves stay within it. */

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const DIST = at("web/dist");

const Site = z.object({
  hosting: z.object({ headers: z.array(z.object({ source: z.string(), headers: z.array(z.object({ key: z.string(), value: z.string() })) })) }),
});
const { hosting } = Site.parse(JSON.parse(readFileSync(at("firebase.json"), "utf8")));
const everywhere = new Map(hosting.headers.filter(({ source }) => source === "**").flatMap(({ headers }) => headers).filter(({ key }) => key !== "Cache-Control").map(({ key, value }) => [key, value]));

const directivesOf = (policy: string) =>
  Object.fromEntries(policy.split(";").map((one) => one.trim().split(" ")).map(([name = "", ...sources]) => [name, sources]));

const NOBODY_ELSE = {
  "default-src": ["'none'"], "script-src": ["'self'"], "style-src": ["'self'"], "img-src": ["'self'", "blob:"], "worker-src": ["'self'"],
  "manifest-src": ["'self'"], "base-uri": ["'none'"], "form-action": ["'self'"], "frame-ancestors": ["'none'"],
};

/** Beside its own origin: the database, signing in, renewing a token, and this project's own functions. */
const IN_PRODUCTION = [
  "'self'", "https://firestore.googleapis.com", "https://identitytoolkit.googleapis.com", "https://securetoken.googleapis.com",
  `https://asia-east2-${PROJECT_ID}.cloudfunctions.net`,
];

describe("the headers of every page", () => {
  it("allow the own scripts, styles, pictures and nothing inline, and name each host that is asked", () => {
    const { "connect-src": asked, ...rest } = directivesOf(everywhere.get("Content-Security-Policy") ?? "");
    expect(rest).toEqual(NOBODY_ELSE);
    expect(asked).toEqual(IN_PRODUCTION);
  });

  it("keep two years of HTTPS, tell no other site where somebody comes from, and open no device", () => {
    const { "Permissions-Policy": closed, "Content-Security-Policy": _policy, ...rest } = Object.fromEntries(everywhere);
    expect(rest).toEqual({
      "Strict-Transport-Security": "max-age=63072000; includeSubDomains; preload",
      "X-Content-Type-Options": "nosniff",
      "X-Frame-Options": "DENY",
      "Referrer-Policy": "no-referrer",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Resource-Policy": "same-origin",
    });
    expect(closed?.split(", ").filter((one) => !one.endsWith("=()"))).toEqual([]);
    for (const device of ["camera", "microphone", "geolocation", "usb"]) expect(closed).toContain(`${device}=()`);
  });

  it("come with each page, script and style, here with the emulators in the place of production's hosts", async () => {
    const suite = await suiteOfTests();
    const script = readdirSync(join(DIST, "assets")).find((name) => name.endsWith(".js"));
    for (const path of ["/", "/notice/anything", "/staff", "/staff/tasks", "/icon.svg", `/assets/${script}`]) {
      const { headers } = await fetch(`http://${suite.hosting}${path}`);
      for (const [key, value] of everywhere) if (key !== "Content-Security-Policy") expect(headers.get(key), `${key} of ${path}`).toBe(value);
      const { "connect-src": asked, ...rest } = directivesOf(headers.get("content-security-policy") ?? "");
      expect(rest, path).toEqual(NOBODY_ELSE);
      expect(asked).toEqual(["'self'", ...[suite.auth, suite.firestore, suite.functions].map((place) => `http://${place}`)]);
    }
  });

  it("name the region that the functions are in, as every rewrite does", () => {
    const regions = new Set([...readFileSync(at("firebase.json"), "utf8").matchAll(/"region": "([^"]+)"/g)].map(([, region]) => region));
    expect([...regions]).toEqual(["asia-east2"]);
    if (!process.env["LIKA_REGION"]) expect(REGION).toBe("asia-east2");
  });
});

const built = readdirSync(DIST, { recursive: true, encoding: "utf8" }).filter((name) => extname(name) !== "" && !name.startsWith(".vite"));
const textOf = (name: string) => readFileSync(join(DIST, name), "utf8");

/** Addresses that Firebase's SDK and the chart library carry without our asking them; the policy refuses them all but Firestore's. */
const CARRIED = [
  "https://apis.google.com", "https://firestore.googleapis.com", "https://json-schema.org", "https://securetoken.google.com", "https://stackoverflow.com",
  "https://www.google.com", "http://json-schema.org", "http://localhost", "http://www.w3.org",
];

describe("what is built", () => {
  it("holds no inline script or style and loads nothing from elsewhere", () => {
    const pages = built.filter((name) => name.endsWith(".html"));
    expect(pages.sort()).toEqual(["index.html", "page.html", "staff.html"]);
    for (const page of pages.map(textOf)) {
      for (const [, attributes, content] of page.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
        expect(content).toBe("");
        expect(attributes).toMatch(/ src="\/assets\//);
      }
      expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/i);
      for (const [, address] of page.matchAll(/(?:src|href)="([^"]*)"/g)) expect(address).toMatch(/^(\/(?!\/)|#|tel:)/);
    }
  });

  it("styles with own files alone", () => {
    const styles = built.filter((name) => name.endsWith(".css")).map(textOf).join("\n");
    expect(styles.length).toBeGreaterThan(10_000);
    expect(styles).not.toMatch(/@import|url\(\s*["']?(?:https?:|\/\/|data:)/);
  });

  it("names no other site in a script but those that libraries carry", () => {
    const named = built.filter((name) => name.endsWith(".js")).flatMap((name) => [...textOf(name).matchAll(/https?:\/\/[a-zA-Z0-9][a-zA-Z0-9.-]*/g)].map(([address]) => address.replace(/[.-]$/, "")));
    expect([...new Set(named)].sort().filter((address) => !CARRIED.includes(address))).toEqual([]);
  });

  it("needs no eval", () => {
    const scripts = built.filter((name) => name.endsWith(".js"));
    expect(scripts.filter((name) => /(?<![.\w}])eval\(|\bnew Function\(/.test(textOf(name)))).toEqual([]);
  });
});
