import { MEETING_KINDS } from "@domain/meeting.ts";
import { ROUNDS } from "@domain/notice/notice.ts";
import type { Difference } from "@domain/oversight/differences.ts";
import { DIFFERENCES } from "@domain/oversight/differences.ts";
import type { MeetingProof, NoticeProof, OversightReport } from "@domain/oversight/report.ts";
import type { Actor } from "@domain/roles.ts";
import { ROLES } from "@domain/roles.ts";
import type { Bilingual } from "@domain/text.ts";
import { ACTIONS } from "@domain/workflow/transition.ts";
import { dateTimeOf, dayOf } from "../../../shared/time.ts";
import { OVERSIGHT_WORDS as W } from "./words.ts";

/** A table of the report: the same on the screen and on paper. `bad` stands out; `household` is whom the row is about. */
export type Section = { key: string; title: Bilingual; none: Bilingual; heads: readonly Bilingual[]; rows: readonly SectionRow[] };
export type SectionRow = { key: string; cells: readonly Bilingual[]; bad?: boolean; household?: string };

/** Names that a report tells: of accounts by uid, of households by application. */
export type Names = { staff: Readonly<Record<string, string>>; households: ReadonlyMap<string, string> };

const both = (text: string | number): Bilingual => ({ zh: String(text), en: String(text) });
const joined = (parts: readonly Bilingual[], zh = "，", en = ", "): Bilingual => ({ zh: parts.map((part) => part.zh).filter(Boolean).join(zh), en: parts.map((part) => part.en).filter(Boolean).join(en) });

const named = (name: Bilingual, value: Bilingual): Bilingual => ({ zh: `${name.zh} ${value.zh}`, en: `${name.en} ${value.en}` });

const personOf = ({ staff }: Names, uid: string, role?: Actor): Bilingual => {
  const name = staff[uid];
  const office = role && ROLES[role];
  if (!name) return office ?? both("—");
  return office ? { zh: `${name}（${office.zh}）`, en: `${name} (${office.en})` } : both(name);
};

function noticeRow(names: Names, notice: NoticeProof): SectionRow {
  const { round, isOfVillage, place, opensAt, dueAt, closedAt, closesAt, households, photos, extensions, ran, closedBy, by } = notice;
  return {
    key: notice.id,
    bad: ran === false || (closedAt !== null && !closedBy),
    cells: [
      isOfVillage ? W.ofVillage : ROUNDS[round],
      both(place),
      personOf(names, by),
      joined([named(W.opened, dateTimeOf(opensAt)), named(W.due, dateTimeOf(dueAt)), named(W.closed, dateTimeOf(closedAt ?? closesAt)), ...extensions.map(({ reason }) => named(W.extended, both(reason)))], "；", "; "),
      both(households),
      joined([named(W.opening, both(photos.opening)), named(W.closing, both(photos.closing))]),
      joined([ran === null ? W.running : ran ? W.whole : W.cut, ...(closedAt === null ? [] : [closedBy ? W.byClock : W.byNobody])]),
    ],
  };
}

function meetingRow(names: Names, meeting: MeetingProof): SectionRow {
  const { id, kind, heldOn, place, expected, present, quorate, households, passed, photos, recorder, confirmers, reason } = meeting;
  return {
    key: id,
    bad: !quorate || confirmers.length < 2 || photos.attendance === 0,
    cells: [
      joined([dayOf(heldOn), MEETING_KINDS[kind]], " ", " "),
      both(place),
      joined([both(`${expected} / ${present}`), quorate ? W.quorate : W.notQuorate]),
      both(`${households} / ${passed}`),
      joined([named(W.sheet, both(photos.attendance)), named(W.minutes, both(photos.minutes))]),
      personOf(names, recorder),
      confirmers.length === 0 ? both("—") : joined(confirmers.map(({ uid, role }) => personOf(names, uid, role)), "、"),
      both(reason || "—"),
    ],
  };
}

function differenceRow(names: Names, { kind, application, at, by, reason }: Difference, place: number): SectionRow {
  return {
    key: `${application} ${place}`,
    household: application,
    bad: kind === "unexplained",
    cells: [
      both(names.households.get(application) ?? "—"),
      DIFFERENCES[kind],
      dateTimeOf(at),
      by ? personOf(names, by.uid, by.role) : both("—"),
      reason.zh ? reason : W.noReason,
    ],
  };
}

export const differenceSection = (names: Names, differences: readonly Difference[]): Section => ({
  key: "differences", title: W.differences, none: W.noDifferences,
  heads: [W.householder, W.kind, W.at, W.by, W.reason],
  rows: differences.map((difference, at) => differenceRow(names, difference, at)),
});

/** The whole report as tables, in the order in which a supervisor asks. */
export function sectionsOf({ notices, meetings, differences, recusals, findings, objections, doings }: OversightReport, names: Names): Section[] {
  return [
    { key: "notices", title: W.notices, none: W.noNotices, heads: [W.round, W.place, W.by, W.at, W.households, W.photos, W.ran], rows: notices.map((one) => noticeRow(names, one)) },
    { key: "meetings", title: W.meetings, none: W.noMeetings, heads: [W.meeting, W.place, W.came, W.passed, W.photos, W.recorder, W.confirmers, W.reason], rows: meetings.map((one) => meetingRow(names, one)) },
    differenceSection(names, differences),
    {
      key: "recusals", title: W.recusals, none: W.noRecusals, heads: [W.householder, W.who, W.reason],
      rows: recusals.map(({ application, name, uid, reason }, at) => ({ key: `${application} ${at}`, household: application, cells: [both(names.households.get(application) ?? "—"), name ? both(name) : personOf(names, uid ?? ""), reason ? both(reason) : W.declared] })),
    },
    {
      key: "questions", title: W.questions, none: W.noDoings, heads: [W.what, W.count, W.answered, W.open],
      rows: [
        { key: "findings", bad: findings.open > 0, cells: [W.findings, both(findings.open + findings.answered), both(findings.answered), both(findings.open)] },
        {
          key: "objections", bad: objections.raised > objections.dismissed + objections.upheld,
          cells: [W.objections, both(objections.raised), { zh: `不成立 ${objections.dismissed}，成立 ${objections.upheld}`, en: `${objections.dismissed} dismissed, ${objections.upheld} upheld` }, both(Math.max(0, objections.raised - objections.dismissed - objections.upheld))],
        },
      ],
    },
    {
      key: "doings", title: W.doings, none: W.noDoings, heads: [W.by, W.role, W.what, W.count],
      rows: doings.map(({ uid, role, type, count }) => ({ key: `${uid} ${role} ${type}`, cells: [personOf(names, uid), ROLES[role], ACTIONS[type], both(count)] })),
    },
  ];
}
