import { StaffRole } from "@domain/roles.ts";
import type { Page } from "playwright-core";
import type { Room } from "../../web/src/staff/shell/rooms.ts";
import { addressOf, allRooms } from "../../web/src/staff/shell/rooms.ts";

/** Every page there is: the staff's rooms by the very table that draws them, and the public's. */

/**
 * What stands for the `:id` of a room's address, by the room's path, or behind an address that has none. A room that is
 * about one thing has to say which.
 */
export type Subjects = Readonly<Record<string, string>>;
export type Screen = { name: string; address: string };

const roomsOf = (role: StaffRole): Room[] => allRooms().filter(({ roles }) => roles.includes(role));
const nameOf = ({ path }: Room): string => path.replace(/\/:\w+/, "-one").replaceAll("/", "-") || "tasks";

function withSubject(room: Room, subjects: Subjects): string {
  const subject = subjects[room.path];
  if (room.path.includes(":") && !subject) throw new Error(`say of what ${room.path} is, in the subjects`);
  return addressOf(room).replace(/:\w+|$/, subject ?? "");
}

/** Who shows a room that several may enter: the first of these who does not show so many already. The tasks are everybody's own. */
const SHOWN_BY: readonly StaffRole[] = ["villageCadre", "villageCommittee", "povertyOfficer", "supervisor", "countyOffice", "townGovernment", "campaignOffice", "countyLeadingGroup", "helper", "supportUnit"];
const MOST_SHOWN = 14;

/** What is about a village anywhere in the town is shown by somebody of the town. */
const SHOWN_BY_TOWN: readonly string[] = ["unit/:id", "villageForm/:id"];

function whoShows(): Map<string, StaffRole> {
  const shown = new Map<string, StaffRole>();
  const isFull = (role: StaffRole) => [...shown.values()].filter((one) => one === role).length >= MOST_SHOWN;
  for (const { path, roles } of allRooms()) {
    const able = SHOWN_BY.filter((role) => roles.includes(role));
    const role = SHOWN_BY_TOWN.includes(path) ? "povertyOfficer" : (able.find((one) => !isFull(one)) ?? able[0]);
    if (role) shown.set(path, role);
  }
  return shown;
}

/** Each room once, by somebody who may enter it; the tasks once for each role. */
export function eachRoomOnce(subjects: Subjects): [StaffRole, Screen[]][] {
  const shownBy = whoShows();
  return StaffRole.options.map((role) => {
    const own = roomsOf(role).filter(({ path }) => path === "" || shownBy.get(path) === role);
    return [role, own.map((room) => ({ name: room.path === "" ? `tasks-${role}` : nameOf(room), address: withSubject(room, subjects) }))];
  });
}

/** Every public page; the subjects name an open notice and a receipt number. */
export function publicScreens({ notice = "", receipt = "" }: Subjects): Screen[] {
  const at = (name: string, address: string) => ({ name: `public-${name}`, address });
  return [
    at("home", "/"), at("notices", "/notices"), at("notice", `/notice/${notice}`), at("object", `/object/${notice}/1`), at("apply", "/apply"), at("follow", "/follow"),
    at("followed", `/follow?number=${receipt}`), at("progress", "/progress"), at("answer", "/answer"), at("privacy", "/privacy"), at("complain", "/complain"),
    at("handbook", "/h/unknown"), at("missing", "/nowhere"),
  ];
}

/** Moves to another address of the site without loading it anew, and waits until what is there has come. */
export async function move(page: Page, address: string): Promise<void> {
  await page.evaluate((path) => {
    history.pushState(null, "", path);
    window.dispatchEvent(new Event("lika:moved"));
    window.scrollTo(0, 0);
  }, address);
  await settled(page);
}

/** A heading or a sentence is there, and nothing is on its way any more. */
export async function settled(page: Page): Promise<void> {
  const isThere = () => document.querySelector("main :is(h1, .sheet)") !== null && document.querySelector("main .loading") === null;
  await page.waitForFunction(isThere, undefined, { polling: 50 });
}
