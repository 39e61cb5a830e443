import type { StaffRole } from "@domain/roles.ts";
import type { Bilingual } from "@domain/text.ts";
import type { ListedPath, Room } from "./rooms.ts";
import { listedFor } from "./rooms.ts";

type GroupName = "today" | "work" | "register" | "village" | "notices" | "oversight" | "settings";

/** The parts of the navigation, in order: first what waits today, last what is set up once. */
const GROUPS: readonly (readonly [GroupName, Bilingual])[] = [
  ["today",     { zh: "今天", en: "Today" }],
  ["work",      { zh: "办理", en: "Applications" }],
  ["notices",   { zh: "公示与打印", en: "Notices and prints" }],
  ["register",  { zh: "登记与帮扶", en: "Register and help" }],
  ["village",   { zh: "村与规模", en: "Villages and quota" }],
  ["oversight", { zh: "监督", en: "Oversight" }],
  ["settings",  { zh: "设置", en: "Settings" }],
];

/** Where each listed room stands; the order inside a group is that of ROOMS. A new room does not compile without its group. */
const GROUP_OF = {
  "":           "today",
  messages:     "today",
  overview:     "today",
  board:        "today",
  aboard:       "today",
  households:   "work",
  apply:        "work",
  exits:        "work",
  survey:       "work",
  meeting:      "work",
  confirm:      "work",
  verify:       "work",
  review:       "work",
  findings:     "work",
  objections:   "work",
  complaints:   "work",
  publish:      "notices",
  notices:      "notices",
  print:        "notices",
  pairing:      "register",
  help:         "register",
  registration: "register",
  handbook:     "register",
  entry:        "register",
  trial:        "register",
  update:       "register",
  changes:      "register",
  villages:     "village",
  marks:        "village",
  quota:        "village",
  money:        "village",
  differences:  "oversight",
  oversight:    "oversight",
  chains:       "oversight",
  audit:        "oversight",
  imports:      "settings",
  lists:        "settings",
  kin:          "settings",
  accounts:     "settings",
  campaign:     "settings",
} as const satisfies Record<ListedPath, GroupName>;

/** The listed room that a page without a place of its own in the navigation belongs to, by the first part of its path. */
const BELONGS_TO: Readonly<Record<string, ListedPath>> = { household: "households", unit: "villages", villageForm: "villages", versions: "update" };

export type NavigationGroup = { key: GroupName; name: Bilingual; rooms: Room[] };

const groupOf = ({ path }: Room): GroupName | undefined => Object.entries(GROUP_OF).find(([listed]) => listed === path)?.[1];

/** What a role finds in its navigation; groups with nothing for it are left out. */
export function groupsFor(role: StaffRole): NavigationGroup[] {
  const rooms = listedFor(role);
  return GROUPS.map(([key, name]) => ({ key, name, rooms: rooms.filter((room) => groupOf(room) === key) })).filter((group) => group.rooms.length > 0);
}

/** The path of the listed room that an address of the staff's site is in. */
export function sectionOf(address: string): string {
  const first = address.replace(/\/$/, "").split("/")[2] ?? "";
  return BELONGS_TO[first] ?? first;
}
