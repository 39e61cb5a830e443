import type { Action, TargetOutcome } from "@domain/action.ts";
import type { ActionInput, ActionType } from "@domain/actionInputs.ts";
import type { Application } from "@domain/application.ts";
import type { Overseen } from "@domain/oversight/differences.ts";
import { differencesOf } from "@domain/oversight/differences.ts";
import { reportOf } from "@domain/oversight/report.ts";
import { problem } from "@domain/problems.ts";
import type { Actor } from "@domain/roles.ts";
import { describe, expect, it } from "vitest";
import { appraised, campaign, finding, findings, household, INPUT_OF, meeting, notice, NOW, VILLAGE } from "../workflow/sample.ts";

const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const TARGET = "target-1";

const applied = (to: string): TargetOutcome => ({ applied: true, to, seq: 4, hash: "h" });
const refused = (code: "overQuota" | "heldByObjection"): TargetOutcome => ({ applied: false, problem: problem(code, { trackZh: "贫困户", trackEn: "poor", limit: 1, used: 1, people: 4, count: 1 }) });

/** An action that was carried out on the one household. */
function done<T extends ActionType>(type: T, role: Actor, outcome: TargetOutcome, changes: { id?: string; input?: ActionInput<T>; by?: string; at?: Date } = {}): Action & { id: string } {
  const { id = `${type}-1`, input = INPUT_OF[type], by = `${role}-1`, at = NOW } = changes;
  const base = { type, campaign: "saishisi-2013", area: VILLAGE, areas: [], by, role, at, targets: [TARGET], input, pending: false, id };
  return { ...base, outcome: { at, applied: outcome.applied ? 1 : 0, refused: outcome.applied ? 0 : 1, targets: { [TARGET]: outcome } } };
}

const one = (changes: Partial<Application> = {}) => ({ ...household(changes), id: TARGET });
const overseen = (changes: Partial<Overseen>): Overseen => ({ applications: [one()], actions: [], notices: [], ...changes });
const kinds = (material: Overseen) => differencesOf(material).map(({ kind, reason }) => `${kind}: ${reason.zh}`);

describe("the report of differences", () => {
  const heard = one({ meetings: [{ action: "meeting-1", at: NOW, kind: "regular", reason: "", nominated: true }] });

  it.each([
    ["a household left off a list", done("leaveOff", "villageCommittee", applied("verified")), "leftOff: 规模已用完"],
    ["one that passes the size", done("publishNotice", "villageCommittee", refused("overQuota")), /^overQuota: 本村贫困户规模 1 人/],
    ["one that the town returned", done("return", "townGovernment", applied("surveyed")), "returned: 收入需要复核"],
    ["one that was rejected", done("reject", "countyOffice", applied("rejected")), "rejected: 不符合条件"],
    ["an objection that was upheld", done("answerObjection", "townGovernment", applied("surveyed"), { input: { objection: "objection-1", decision: "uphold", reasons: "有小汽车", published: "经查属实" } }), "upheld: 有小汽车"],
    ["one that withdrew after the meeting", done("withdraw", "applicant", applied("withdrawn")), "withdrawn: 本人撤回"],
    ["a record put right", done("recordAppraisal", "villageCommittee", applied("nominated"), { input: meeting({ kind: "correction", reason: "票数抄错" }) }), "correction: 票数抄错"],
    ["another meeting", done("recordAppraisal", "villageCommittee", applied("nominated"), { input: meeting({ kind: "supplementary", reason: "有新的大病支出" }) }), "supplementary: 有新的大病支出"],
  ])("tells %s, with its reason and by whom", (_what, action, told) => {
    const found = differencesOf(overseen({ applications: [heard], actions: [action] }));
    expect(found).toMatchObject([{ application: TARGET, by: { uid: action.by, role: action.role }, reason: { zh: expect.any(String) } }]);
    expect(kinds(overseen({ applications: [heard], actions: [action] }))[0]).toMatch(told);
  });

  it("tells nothing of a first meeting, a dismissed objection, a refused return, a change within the service", () => {
    const plain = [
      done("recordAppraisal", "villageCommittee", applied("nominated")),
      done("answerObjection", "townGovernment", applied("townReview")),
      done("return", "townGovernment", refused("heldByObjection")),
      done("return", "townGovernment", applied("inService"), { id: "return-2" }),
    ];
    expect(kinds(overseen({ applications: [heard], actions: plain }))).toEqual([]);
  });

  describe("of a household that might have been on a list", () => {
    const waiting = one({ status: "verified", since: NOW });
    const list = { ...notice({ opensAt: later(1), list: [{ serial: 1, group: "一社", householder: "某", people: 1, track: "identify" }] }), id: "notice-2" };

    it("tells that it was passed over in silence", () => {
      expect(kinds(overseen({ applications: [waiting], notices: [list] }))).toEqual(["unexplained: "]);
    });

    it.each<[string, Partial<Overseen>]>([
      ["it came later", { applications: [{ ...waiting, since: later(2) }] }],
      ["the list is of the other round", { notices: [{ ...list, round: "town" }] }],
      ["the list is the poor villages'", { notices: [{ ...list, list: [{ serial: 1, group: "", householder: "某村", people: 1, track: "village" }] }] }],
      ["its reason is on record", { applications: [{ ...waiting, leftOff: { round: "village", reasons: "规模已用完", at: NOW, by: "clerk", action: "leave-1" } }] }],
      ["the notice's own action refused it", { actions: [done("publishNotice", "villageCommittee", refused("heldByObjection"), { id: "notice-2" })] }],
    ])("does not where %s", (_why, changes) => {
      expect(kinds(overseen({ applications: [waiting], notices: [list], ...changes }))).toEqual([]);
    });
  });
});

describe("the oversight report", () => {
  const opened = { ...notice({ opensAt: NOW, closesAt: later(7 * 24), closedAt: later(7 * 24), status: "closed" }), id: "notice-1" };
  const ended = { ...done("endNotice", "clock", applied("townReview")), id: `end-notice-1-${later(7 * 24).getTime()}` };
  const report = (changes: Partial<Overseen> = {}) => reportOf({ ...overseen({ notices: [opened], actions: [ended], ...changes }), campaign, findings: [findings({ open: 1, rows: [finding(), finding({ answer: { text: "属实", by: "clerk", role: "villageCommittee", at: NOW, action: "a" } })] })] });

  it("proves that a notice hung for its whole period, and what closed it", () => {
    expect(report().notices).toMatchObject([{ ran: true, closedBy: ended.id, photos: { opening: 0, closing: 0 } }]);
  });

  it("tells a period that was cut short, one that still runs, and an end that nothing on record made", () => {
    const early = { ...opened, closesAt: later(24), closedAt: later(24) };
    const running = { ...opened, closedAt: null, status: "open" as const };
    expect([early, running].map((one) => report({ notices: [one] }).notices[0]?.ran)).toEqual([false, null]);
    expect(report({ actions: [] }).notices[0]?.closedBy).toBeNull();
  });

  it("counts the photos at either end", () => {
    const photo = (hours: number) => ({ evidence: `photo-${hours}`, at: later(hours), by: "clerk" });
    expect(report({ notices: [{ ...opened, boardPhotos: [photo(0), photo(2), photo(70), photo(7 * 24 - 1)] }] }).notices[0]?.photos).toEqual({ opening: 2, closing: 1 });
  });

  it("tells of each meeting who came, who wrote it down and who confirmed it", () => {
    const record = done("recordAppraisal", "villageCommittee", applied("nominated"), { id: "meeting-1", by: "clerk", input: meeting({ present: 20, expected: 36 }) });
    const confirmed = done("confirmMeeting", "villageCadre", applied("nominated"), { by: "cadre" });
    const elsewhere = done("confirmMeeting", "povertyOfficer", applied("nominated"), { id: "c-2", input: { meeting: "another meeting" } });
    expect(report({ actions: [record, confirmed, elsewhere] }).meetings).toMatchObject([
      { quorate: false, households: 1, passed: 1, recorder: "clerk", confirmers: [{ role: "villageCadre", uid: "cadre" }], photos: { attendance: 1, minutes: 1 } },
    ]);
  });

  it("tells who left the room for whom, and who is kept away from a household", () => {
    const votes = { [TARGET]: { yes: 20, no: 1, abstain: 0, recused: [{ name: "何某", staff: "cadre", reason: "堂兄弟" }] } };
    const record = done("recordAppraisal", "villageCommittee", applied("nominated"), { input: meeting({ votes }) });
    expect(report({ applications: [one({ recused: ["cadre", "officer"] })], actions: [record] }).recusals).toEqual([
      { application: TARGET, name: "何某", uid: "cadre", reason: "堂兄弟" },
      { application: TARGET, name: null, uid: "officer", reason: "" },
    ]);
  });

  it("counts who did what, findings and objections, and leaves the clock and the public out", () => {
    const acts = [
      done("verify", "villageCadre", applied("nominated"), { by: "cadre" }),
      done("verify", "villageCadre", applied("nominated"), { by: "cadre", id: "verify-2" }),
      done("verify", "villageCadre", refused("heldByObjection"), { by: "cadre", id: "verify-3" }),
      done("raiseObjection", "public", applied("villageNotice")),
      done("answerObjection", "townGovernment", applied("townReview")),
    ];
    expect(report({ applications: [one({ appraisal: appraised() })], actions: acts })).toMatchObject({
      findings: { open: 1, answered: 1 },
      objections: { raised: 1, dismissed: 1, upheld: 0 },
      doings: [{ uid: "cadre", role: "villageCadre", type: "verify", count: 2 }, { role: "townGovernment", type: "answerObjection", count: 1 }],
    });
  });
});
