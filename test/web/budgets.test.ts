import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { allRooms } from "../../web/src/staff/shell/rooms.ts";

/** What the pages weigh, from what was built: all that is fetched before something can be seen. gzip, as it travels. */

const DIST = new URL("../../web/dist/", import.meta.url);
const KILOBYTE = 1024;

const Part = z.object({ file: z.string(), imports: z.array(z.string()).default([]), dynamicImports: z.array(z.string()).default([]), css: z.array(z.string()).default([]) });
const parts = z.record(z.string(), Part).parse(JSON.parse(readFileSync(new URL(".vite/manifest.json", DIST), "utf8")));

/** A part of the build and all that it cannot run without. */
function reach(names: readonly string[], seen = new Set<string>()): Set<string> {
  for (const name of names) {
    if (seen.has(name)) continue;
    const part = parts[name];
    if (!part) throw new Error(`the build has no ${name}`);
    seen.add(name);
    reach(part.imports, seen);
  }
  return seen;
}

const weigh = (files: Iterable<string>): number => [...new Set(files)].reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, DIST))).length, 0) / KILOBYTE;
const scripts = (...names: string[]): number => weigh([...reach(names)].flatMap((name) => parts[name]?.file ?? []));
const styles = (...names: string[]): number => weigh([...reach(names)].flatMap((name) => parts[name]?.css ?? []));
const whole = (...names: string[]): number => scripts(...names) + styles(...names);

/** What a document itself asks for, and what that cannot run without. */
function scriptsOf(document: string): string[] {
  const asked = [...readFileSync(new URL(document, DIST), "utf8").matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].flatMap(([, file]) => file ?? []);
  return [...reach(Object.keys(parts).filter((name) => asked.includes(parts[name]?.file ?? "")))].flatMap((name) => parts[name]?.file ?? []);
}

const PUBLIC = ["index.html", "page.html"];
const WORKROOM = "src/staff/session/Workroom.tsx";
const STAFF = ["staff.html", WORKROOM, "src/staff/rooms/tasks/Tasks.tsx"];
const CHARTS = "src/staff/rooms/overview/bars.ts";
/** Where each room's code begins, from the table of rooms. */
const rooms = [...new Set(allRooms().map(({ load }) => /import\((?:"|')\.\.\/(rooms\/[^"']+)|(rooms\/[\w/]+\.tsx)/.exec(load.toString())?.slice(1).find(Boolean) ?? ""))].map((room) => `src/staff/${room}`);

describe("what has to be fetched", () => {
  it.each(PUBLIC)("is at most 40 KB of script for the public (%s), and 10 KB until it can be read", (page) => {
    expect(scriptsOf(page).length).toBeGreaterThan(2);
    expect(weigh(scriptsOf(page))).toBeLessThan(40);
    expect(weigh([page])).toBeLessThan(10);
  });

  it("is at most 290 KB for the staff's first room, sign-in, database and all", () => {
    expect(whole(...STAFF)).toBeLessThan(290);
  });

  it("is no room before somebody enters it", () => {
    expect(rooms.length).toBeGreaterThan(40);
    expect(rooms.filter((room) => parts[room] === undefined)).toEqual([]);
    const before = reach(["staff.html", WORKROOM]);
    expect(rooms.filter((room) => before.has(room))).toEqual([]);
  });

  it("is no more than another 120 KB for any room", () => {
    const first = reach(STAFF);
    const added = (room: string) => weigh([...reach([room])].filter((name) => !first.has(name)).flatMap((name) => parts[name]?.file ?? []));
    expect(rooms.filter((room) => added(room) > 120)).toEqual([]);
  });

  it("is the chart library in one part alone, fetched when a picture is drawn", () => {
    const others = Object.keys(parts).filter((name) => name !== CHARTS && reach([name]).has(CHARTS));
    expect(others).toEqual([]);
    expect(weigh([parts[CHARTS]?.file ?? ""])).toBeLessThan(180);
  });
});
