import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { StaffRole } from "@domain/roles.ts";
import { describe, expect, it } from "vitest";
import { LASTING } from "../../web/src/staff/parts/Lasting.tsx";
import { firstMine } from "../../web/src/staff/parts/villages.tsx";
import { GUIDES } from "../../web/src/staff/rooms/tasks/guides.ts";
import { allRooms } from "../../web/src/staff/shell/rooms.ts";

/** What every room owes whoever works in it: its states, a warning before what lasts, a beginning. */

const ROOMS = join(import.meta.dirname, "../../web/src/staff/rooms");

const sourceOf = (folder: string) => readdirSync(join(ROOMS, folder)).filter((file) => file.endsWith(".tsx")).map((file) => readFileSync(join(ROOMS, folder, file), "utf8")).join("\n");
const folders = readdirSync(ROOMS);

/** Ways to draw what is read; each says that it is on its way, that it failed, and that one may not see it. */
const READING = /<Reading\b|<VillageReading\b/;
const EMPTY = /<EmptyState\b|<Nothing\b|<FormsToFill\b|<SectionTable\b/;
/** Rooms that list nothing that could be missing, and why. */
const NEVER_EMPTY: Readonly<Record<string, string>> = {
  campaign: "the settings of the campaign on the desk, which is there",
  chains:   "says that all is sound when nothing is wrong",
  kin:      "says that nobody was declared, and lists the staff, who is there",
  quota:    "the villages of the campaign, which are in its settings",
  aboard:   "what this device has along; nothing is read until somebody takes a village",
  unsent:   "what this device holds; nothing is read",
};

describe("a room that lists something", () => {
  it.each(folders.filter((folder) => /<Table\b|\.map\(/.test(sourceOf(folder))))("in %s says that it is loading, that it failed, that one may not see it, and that there is nothing", (folder) => {
    const source = sourceOf(folder);
    if (!["aboard", "campaign", "unsent"].includes(folder)) expect(source).toMatch(READING);
    if (!(folder in NEVER_EMPTY)) expect(source).toMatch(EMPTY);
  });
});

describe("what cannot be undone", () => {
  const all = folders.map(sourceOf).join("\n");
  const decisions = /const DIRECT = \{([^}]*)\}/.exec(all)?.[1] ?? "";

  it.each(Object.keys(LASTING))("is said beside the button: %s", (action) => {
    const isBeside = all.includes(`<Lasting action="${action}" />`) || new RegExp(`\\b${action}:`).test(decisions);
    expect(isBeside).toBe(true);
    expect(all).toContain("<Lasting action={action} />");
  });
});

describe("a first visit", () => {
  it.each(StaffRole.options)("of %s is led to rooms that it may enter", (role) => {
    const rooms = GUIDES[role].steps.map(({ room }) => allRooms().find(({ path }) => path === room));
    expect(rooms.map((room) => room?.roles.includes(role))).toEqual([true, true, true]);
  });
});

describe("a room that also shows what waits for others", () => {
  it("opens in a village where its visitor can act, and where there is none in any with something to see", () => {
    const rows = [{ village: "200", own: false }, { village: "201", own: true }];
    expect(firstMine(rows, ({ own }) => own).map(({ village }) => village)).toEqual(["201"]);
    expect(firstMine(rows, () => false)).toEqual(rows);
  });
});
