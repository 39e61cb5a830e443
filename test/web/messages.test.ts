import { MESSAGES } from "@domain/messages.ts";
import { allRooms } from "../../web/src/staff/shell/rooms.ts";
import type { Told } from "../../web/src/staff/data/messages.ts";
import { isRead, withRead } from "../../web/src/staff/data/messages.ts";
import { describe, expect, it } from "vitest";

/** What of the messages is read: all up to an instant, and single ones after it, never more than it takes. */

const told = (id: string, minute: number): Told => ({
  id, campaign: "one", areas: [], role: "townGovernment", account: null, kind: "late", at: new Date(2014, 5, 1, 8, minute), expiresAt: new Date(2015, 0, 1), sending: null,
  facts: { place: "拉干村", many: 1, track: "identify", status: null, roles: [] },
});
const all = [told("d", 4), told("c", 3), told("b", 2), told("a", 1)];
const NONE = { by: "uid", upTo: new Date(0), ids: [] };
const readOf = (reads: Parameters<typeof isRead>[0]) => all.filter((one) => isRead(reads, one)).map(({ id }) => id);

describe("a message", () => {
  it("leads to a room that is there, whatever it is about", () => {
    const rooms = allRooms().map(({ path }) => path);
    expect(Object.values(MESSAGES).map(({ room }) => room).filter((room) => !rooms.includes(room))).toEqual([]);
  });
});

describe("reading messages", () => {
  it("keeps single ones by their id, and everything up to an instant once nothing before it is left", () => {
    const one = withRead(NONE, all, [all[1]!]);
    expect([readOf(one), one.ids]).toEqual([["c"], ["c"]]);
    const two = withRead(one, all, [all[3]!]);
    expect([readOf(two), two.ids, two.upTo]).toEqual([["c", "a"], ["c"], all[3]!.at]);
    const three = withRead(two, all, [all[2]!]);
    expect([readOf(three), three.ids, three.upTo]).toEqual([["c", "b", "a"], [], all[1]!.at]);
  });

  it("reads all of them at once, and none of those that come later", () => {
    const reads = withRead(NONE, all, all);
    expect([readOf(reads), reads.ids, isRead(reads, told("e", 5))]).toEqual([["d", "c", "b", "a"], [], false]);
  });
});
