import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { KEPT } from "../screens/kept.ts";

const ROOT = join(import.meta.dirname, "../..");
const FUNCTIONS = join(ROOT, "functions/src");

/** Which folders of functions/src each folder may import from; packages are named below. Never up, never sideways. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain:    ["domain"],
  store:     ["store", "domain"],
  timers:    ["timers", "domain", "settings.ts"],
  services:  ["services", "store", "timers", "domain", "settings.ts", "secrets.ts"],
  triggers:  ["services", "domain", "settings.ts", "failure.ts"],
  tasks:     ["services", "timers", "domain", "settings.ts", "failure.ts"],
  callables: ["services", "domain", "settings.ts", "failure.ts"],
  "secrets.ts":  ["domain", "settings.ts"],
  "settings.ts": [],
  "failure.ts":  [],
  "options.ts":  ["settings.ts"],
  "index.ts":    ["options.ts", "triggers", "tasks", "callables"],
};

/** Folders that may touch the database, by the only packages that can. */
const TOUCH_FIRESTORE = ["store", "services"];

type Source = { path: string; lines: number; imports: string[] };

function sources(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes("node_modules"))
    .map((path) => {
      const text = readFileSync(join(folder, path), "utf8");
      const imports = [...text.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)"([^"]+)"/g)].map((found) => found[1] ?? "");
      return { path: normalize(path), lines: text.split("\n").length, imports };
    });
}

const roomOf = (path: string) => path.split("/")[0] ?? "";
const functions = sources(FUNCTIONS);
const inside = (source: Source, specifier: string) => relative(FUNCTIONS, join(FUNCTIONS, dirname(source.path), specifier));

describe("the house", () => {
  it("lets imports go down and never up or sideways", () => {
    const wrong = functions.flatMap((source) =>
      source.imports
        .filter((specifier) => specifier.startsWith("."))
        .map((specifier) => roomOf(inside(source, specifier)))
        .filter((room) => !(MAY_IMPORT[roomOf(source.path)] ?? []).includes(room))
        .map((room) => `${source.path} imports ${room}`),
    );
    expect(wrong).toEqual([]);
  });

  it("keeps the domain pure: zod and itself, no clock, no random, no database, no browser", () => {
    const domain = functions.filter(({ path }) => roomOf(path) === "domain");
    const packages = domain.flatMap(({ path, imports }) => imports.filter((one) => !one.startsWith(".") && one !== "zod").map((one) => `${path}: ${one}`));
    expect(packages).toEqual([]);
    const impure = /\bDate\.now\(|new Date\(\)|Math\.random\(|\bprocess\.|\bwindow\.|localStorage|document\.querySelector/;
    const clocks = domain.filter(({ path }) => impure.test(readFileSync(join(FUNCTIONS, path), "utf8"))).map(({ path }) => path);
    expect(clocks).toEqual([]);
  });

  it("takes no text that somebody types but by typedText, which leaves out the marks that turn writing round", () => {
    const bare = functions.filter(({ path }) => /string\(\)\.trim\(\)\.m(in|ax)\(/.test(readFileSync(join(FUNCTIONS, path), "utf8"))).map(({ path }) => path);
    expect(bare).toEqual([]);
  });

  it("touches the database in the store and the services alone", () => {
    const wrong = functions
      .filter(({ path, imports }) => !TOUCH_FIRESTORE.includes(roomOf(path)) && imports.some((one) => /firebase-admin|@google-cloud\/firestore/.test(one)))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  it("gives every function that uses a key its secret, and the one that signs what goes outwards no other", () => {
    const entries = functions.filter(({ path }) => ["triggers", "tasks"].includes(roomOf(path)));
    const without = entries.filter(({ path }) => !readFileSync(join(FUNCTIONS, path), "utf8").includes(`secrets: [${path === "tasks/sendMessage.ts" ? "outwardSecret" : "identityKey"}]`)).map(({ path }) => path);
    expect(without).toEqual([]);
  });

  it("has no file above 400 lines", () => {
    const all = [FUNCTIONS, join(ROOT, "web/src"), join(ROOT, "test")].flatMap((folder) => sources(folder).map(({ path, lines }) => ({ path: `${relative(ROOT, folder)}/${path}`, lines })));
    expect(all.filter(({ lines }) => lines > 400)).toEqual([]);
  });
});

describe("what a device keeps", () => {
  /* These keep what is of the device or of nobody, or stand before anybody has sat down; everybody else goes through session/own.ts. */
  const OF_THE_DEVICE = ["data/aboard.ts", "parts/AlongLink.tsx", "session/Workroom.tsx", "session/account.ts", "session/own.ts", "shell/Navigation.tsx"];

  it("is kept by the staff's rooms for the person who is signed in, never for whoever comes next", () => {
    const direct = sources(join(ROOT, "web/src/staff")).filter(({ imports }) => imports.some((one) => one.endsWith("/shared/kept.ts")));
    expect(direct.map(({ path }) => path).sort()).toEqual(OF_THE_DEVICE);
  });
});

describe("the invented towns of the tests", () => {
  it("have a number each: people of one number are the same accounts, and would find each other's campaigns on their desks", () => {
    const folder = join(ROOT, "test");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".test.ts"));
    const numbers = files.flatMap((path) => {
      const found = [...readFileSync(join(folder, path), "utf8").matchAll(/(?:open|beside)\(\{ number: (\d+)/g)].map(([, number]) => number ?? "");
      return [...new Set(found)];
    });
    expect(numbers.length).toBeGreaterThan(20);
    expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
  });

  it("shows in README.md the pictures that are kept, and no other", () => {
    const shown = [...readFileSync(join(ROOT, "README.md"), "utf8").matchAll(/docs\/screens\/([\w-]+)\.webp/g)].map(([, name = ""]) => name);
    expect(shown.sort()).toEqual([...KEPT].sort());
    expect(readdirSync(join(ROOT, "docs/screens")).sort()).toEqual(KEPT.map((name) => `${name}.webp`).sort());
  });

  it("tells of every function in functions/README.md, and of no other", () => {
    const exported = [...readFileSync(join(FUNCTIONS, "index.ts"), "utf8").matchAll(/export \{([^}]+)\}/g)].flatMap(([, names = ""]) => names.match(/\w+/g) ?? []);
    const rows = readFileSync(join(ROOT, "functions/README.md"), "utf8").split("\n").filter((line) => line.startsWith("| `"));
    const told = rows.flatMap((row) => row.split("|")[1]?.match(/\w+/g) ?? []);
    expect(told.sort()).toEqual(exported.sort());
  });
});
