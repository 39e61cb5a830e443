import type { DifferenceKind } from "@domain/oversight/differences.ts";
import { DIFFERENCES } from "@domain/oversight/differences.ts";
import type { OversightReport } from "@domain/oversight/report.ts";
import type { OversightSheetProps } from "../../web/src/staff/print/oversight/OversightSheet.tsx";
import type { Names } from "../../web/src/staff/rooms/oversight/sections.ts";
import { sectionsOf } from "../../web/src/staff/rooms/oversight/sections.ts";
import { longestName, textOf } from "./longest.ts";

const at = (day: number) => new Date(`2014-06-${String(day).padStart(2, "0")}T09:00:00+08:00`);
const KINDS = Object.keys(DIFFERENCES) as DifferenceKind[];
const HOUSEHOLDS = new Map(Array.from({ length: 60 }, (_, place) => [`household-${place}`, place % 7 === 0 ? longestName() : `农户${place}`]));
const STAFF = { clerk: longestName(), cadre: "何良", officer: "曹维", mayor: "蔡兴" };
const NAMES: Names = { staff: STAFF, households: HOUSEHOLDS };

/** A village in which everything happened that a report may have to tell. */
const FULL: OversightReport = {
  notices: (["village", "town"] as const).map((round, place) => ({
    id: `notice-${round}`, round, place: textOf(100, place), opensAt: at(10 + place), closesAt: at(20 + place), closedAt: at(20 + place), dueAt: at(17 + place), by: "clerk", households: 60,
    isOfVillage: false, photos: { opening: 2, closing: place }, extensions: [{ closesAt: at(20), reason: textOf(300, 1), action: "extend-1" }], closedBy: place === 0 ? "end-1" : null, ran: place === 0,
  })),
  meetings: (["regular", "supplementary", "correction"] as const).map((kind, place) => ({
    id: `meeting-${place}`, kind, heldOn: `2014-06-0${place + 1}`, place: textOf(100, place + 3), expected: 61, present: 47 - 20 * place, quorate: place < 2, households: 60, passed: 55,
    photos: { attendance: 2, minutes: 6 }, recorder: "clerk", confirmers: place === 2 ? [] : [{ role: "villageCadre", uid: "cadre" }, { role: "povertyOfficer", uid: "officer" }], reason: place === 0 ? "" : textOf(1000, place),
  })),
  differences: [...HOUSEHOLDS.keys()].map((application, place) => {
    const kind = KINDS[place % KINDS.length] ?? "returned";
    const reason = kind === "unexplained" ? "" : textOf(place === 3 ? 1000 : 40, place);
    return { kind, application, at: at(1 + (place % 28)), by: kind === "unexplained" ? null : { uid: "mayor", role: "townGovernment" }, reason: { zh: reason, en: reason } };
  }),
  recusals: [{ application: "household-7", name: longestName(), uid: null, reason: textOf(1000, 2) }, { application: "household-8", name: null, uid: "officer", reason: "" }],
  findings: { open: 3, answered: 41 },
  objections: { raised: 5, dismissed: 3, upheld: 1 },
  doings: (["recordSurvey", "recordAppraisal", "verify", "publishNotice", "approve"] as const).map((type) => ({ uid: "clerk", role: "villageCommittee", type, count: 60 })),
};
const EMPTY: OversightReport = { notices: [], meetings: [], differences: [], recusals: [], findings: { open: 0, answered: 0 }, objections: { raised: 0, dismissed: 0, upheld: 0 }, doings: [] };

const head = { town: "赛什斯镇", village: "阳屲村", year: 2013, day: "2014年7月1日" };
export const OVERSIGHT: Record<"full" | "empty", OversightSheetProps> = {
  full: { ...head, sections: sectionsOf(FULL, NAMES) },
  empty: { ...head, sections: sectionsOf(EMPTY, NAMES) },
};
