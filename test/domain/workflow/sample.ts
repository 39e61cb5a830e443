import type { Action } from "@domain/action.ts";
import type { ActionInput, ActionType } from "@domain/actionInputs.ts";
import type { Application, RequestKind } from "@domain/application.ts";
import type { Notice } from "@domain/notice/notice.ts";
import type { Objection, Staff } from "@domain/records.ts";
import type { FindingRow, Findings, HelpRecord, Household } from "@domain/register.ts";
import type { Actor } from "@domain/roles.ts";
import type { Batch } from "@domain/sheets/records.ts";
import type { Track } from "@domain/status.ts";
import type { AtHand, Case, Living, ReadForm } from "@domain/workflow/case.ts";
import { campaign2013, VILLAGES } from "../../seed/campaign2013.ts";

export const NOW = new Date("2014-05-20T02:00:00Z");
export const VILLAGE = VILLAGES[6]?.code ?? "";
export const campaign = { ...campaign2013(new Date("2014-05-01T00:00:00Z")), status: "open" as const, areas: [], split: null, version: 1 };

/** A household of four, an invented one, in whatever state a test needs. */
export function household(changes: Partial<Application> = {}): Application {
  return {
    campaign: "saishisi-2013", track: "identify", village: VILLAGE, areas: ["620623", "620623105", VILLAGE], status: "surveyed",
    applicant: null, createdBy: "clerk", createdAt: NOW, form: {}, household: null,
    facts: { householder: "某某", groupName: "一社", memberCount: 4, residentCount: 4, laborCount: 2, perCapitaNetIncome: 1800, mainCause: "illness", attribute: "general" },
    receiptNo: null, identities: ["h1", "h2"], since: NOW, dueAt: null, alarmAt: null, hold: null, escalated: null, told: null, returned: null,
    hands: { applied: "clerk", verified: {}, published: [], reviewed: null }, recused: [], appraisal: null, meetings: [], leftOff: null, notice: null,
    openObjections: 0, questions: { open: 0, rules: [], ranAt: null }, places: [], former: null, helper: null, plan: null, measures: [], registration: null, handbook: null, batch: null, request: null,
    correction: null, erased: null, chain: { length: 3, hash: "abc" }, ...changes,
  };
}

/** Of the household's helper, its plan, form, handbook, batch and request: what a household in service has come to. */
export const SINCE_PAIRED = {
  household: `saishisi-${VILLAGE}0001`,
  helper: { pairing: "target-1-3", account: "helper-uid", name: "某干部", kind: "linkedCadre", from: "2014-05-20" },
  plan: { record: "plan-1", at: NOW },
  registration: { year: 2013, action: "form-1", at: NOW },
  handbook: { version: 1, code: "CODE", registration: "form-1", at: NOW, issued: null },
} satisfies Partial<Application>;

/** The meeting that counts for a household, confirmed by two. */
export const appraised = (changes: Partial<NonNullable<Application["appraisal"]>> = {}): NonNullable<Application["appraisal"]> => ({
  action: "meeting-1", yes: 20, no: 1, abstain: 0, present: 30, by: "clerk", confirmedBy: { villageCadre: "confirmer-1", povertyOfficer: "confirmer-2" }, ...changes,
});

/** A request as somebody else than the decider made it. */
export const requested = (kind: RequestKind): NonNullable<Application["request"]> =>
  ({ kind, reason: "家庭情况有变", people: kind === "split" ? ["m2"] : [], householder: kind === "split" ? "某二" : null, action: "request-1", at: NOW, by: "clerk" });

export const notice = (changes: Partial<Notice> = {}): Notice => ({
  campaign: "saishisi-2013", rehearsal: false, year: 2013, village: VILLAGE, villageName: "阳屲村", townName: "赛什斯镇",
  areas: ["620623", "620623105", VILLAGE], round: "village", ofVillage: false, list: [], opensAt: NOW, closesAt: NOW, status: "open", closedAt: null, reminded: null,
  place: "村委会", phone: "0935-0000000", boardPhotos: [], extensions: [],
  publishedBy: { uid: "clerk", role: "villageCommittee", action: "notice-1" }, ...changes,
});

export const objection = (changes: Partial<Objection> = {}): Objection => ({
  campaign: "saishisi-2013", village: VILLAGE, areas: [], notice: "notice-1", round: "village", serial: 1, application: "target-1",
  householder: "某某", text: "有异议", at: NOW, dueAt: NOW, level: "town", escalations: [], held: true, status: "open", answer: null, photos: 0,
  appeals: null, appealUntil: null, appeal: null, senderErased: false, ...changes,
});

export const form = (changes: Partial<Extract<ReadForm, { ok: true }>> = {}): ReadForm => ({
  ok: true, shown: {}, hidden: {}, facts: { ...household().facts! }, identities: ["h1", "h2"], taken: 0, seal: "s", lineNote: "", signed: true,
  former: null, inRegister: false, found: [], places: [], left: [], hits: [], unexplained: [], ...changes,
});

const TIED = { campaign: "saishisi-2013", village: VILLAGE, areas: ["620623", "620623105", VILLAGE] };

export const entry = (changes: Partial<Household> = {}): Household => ({
  register: "saishisi", no: `${VILLAGE}0001`, campaign: "2012", application: null, village: VILLAGE, areas: [], householder: "某某",
  groupName: "一社", memberCount: 4, mainCause: null, status: "registered", since: NOW, exit: null, helper: null, former: null, year: null, ended: null, ...changes,
});

export const help = (changes: Partial<HelpRecord> = {}): HelpRecord => ({
  ...TIED, applicant: null, kind: "measure", content: {}, at: NOW, by: "clerk", role: "villageCommittee", done: null, confirmed: null, ...changes,
});

export const finding = (changes: Partial<FindingRow> = {}): FindingRow => ({
  rule: "IN-04", level: "doubt", paths: ["income.wage"], zh: "请说明", en: "explain", raisedAt: NOW, settledAt: null, answer: null, ...changes,
});

/** Four who live in a household, the first one its head. */
export const living = (changes: Partial<Living> = {}): Living => ({
  form: { head: { householderName: "某某", groupName: "一社", memberCount: 4 } },
  members: ["m1", "m2", "m3", "m4"].map((row, at) => ({ row, values: { id: row, name: `某${at + 1}`, relation: at === 0 ? "head" : "son", laborAbility: "ordinary" }, number: `number-${row}`, identity: `h${at + 1}` })),
  ...changes,
});

const ANSWER = { text: "经核实属实", by: "clerk", role: "villageCadre", at: NOW, action: "earlier" } as const;

export const findings = (changes: Partial<Findings> = {}): Findings => ({
  ...TIED, track: "identify", subject: "某某", ranAt: NOW, registration: "form-1", open: 0, rows: [finding({ answer: ANSWER })], ...changes,
});

export const batch = (changes: Partial<Batch> = {}): Batch => ({
  ...TIED, track: "identify", at: NOW, by: "clerk", lines: [{ application: "target-1", no: `${VILLAGE}0001`, householder: "某某" }],
  receipt: { at: NOW, by: "clerk", taken: ["target-1"], differences: [], strangers: 0 }, ...changes,
});

/** The account of a helper, or of a support unit, of the village. */
export const helperAccount = (changes: Partial<Staff> = {}): Staff => ({
  name: "某干部", email: "helper@lika.test", roles: { helper: [VILLAGE], supportUnit: [VILLAGE] }, areas: TIED.areas, version: 1, disabled: false, updatedAt: NOW, updatedBy: "seed", ...changes,
});

const vote = { yes: 20, no: 1, abstain: 0, recused: [] };
export const meeting = (changes: Partial<ActionInput<"recordAppraisal">> = {}): ActionInput<"recordAppraisal"> => ({
  kind: "regular", reason: "", heldOn: "2014-05-19", place: "村委会", chair: "某", recorder: "某", tellers: ["某"], method: "secretBallot", expected: 36, present: 30,
  minutes: ["minutes-1"], attendance: ["sheet-001"], discussion: "", votes: { "target-1": vote }, ...changes,
});

/** For each action an input that a clerk would send. */
export const INPUT_OF: { [T in ActionType]?: ActionInput<T> } = {
  submit: {}, proposeExit: {}, recordSurvey: { survey: {} }, recordAppraisal: meeting(), confirmMeeting: { meeting: "meeting-1" }, verify: {}, leaveOff: { reasons: { "target-1": "规模已用完" } },
  publishNotice: { place: "村委会", phone: "0935-0000000", boardPhotos: [] },
  endNotice: { notice: "notice-1" }, raiseObjection: { objection: "objection-1", notice: "notice-1" },
  answerObjection: { objection: "objection-1", decision: "dismiss", reasons: "经核实不属实", published: "经核实不属实" },
  approve: {}, return: { reasons: "收入需要复核" }, reject: { reasons: "不符合条件" }, withdraw: { reasons: "本人撤回" },
  hold: { until: "2014-05-23T02:00:00.000Z", reason: "等县医院出具证明" }, resume: { reason: "证明已经出具" }, warn: {}, escalate: { to: "town" },
  erase: {}, askCorrection: { text: "家里是五口人，漏了一口" }, answerCorrection: { reply: "已核对，入户调查时更正" },
  assignHelper: { helper: {}, account: "next-helper-uid" }, adoptPlan: { plan: {} }, recordMeasure: { measure: {} }, finishMeasure: { record: "record-1", done: {} },
  recordVisit: { visit: {} }, recordResult: { result: {} }, confirmResult: { record: "record-1", how: "signature" }, completeForm: { form: {}, answers: {} },
  printHandbook: {}, issueHandbook: { householdCopy: { receivedOn: "2014-08-20", by: "某某" }, committeeCopy: { receivedOn: "2014-08-20", by: "某文书" } },
  exportBatch: {}, enterData: { batch: "batch-1" }, reportToCounty: {}, runChecks: {}, answerFinding: { rule: "IN-04", answer: "经核实属实" }, passTrialRun: {},
  endService: { exit: "exit-application" }, updateYear: { year: 2014, form: {}, changes: [], answers: {} }, requestChange: { kind: "naturalEnd", reason: "户主去世，无其他成员" },
};

/** What of the forms of help the workflow looks at. */
const HOUSEHOLD_HELP = { helper: { name: "某干部", kind: "linkedCadre" }, measure: { category: "industry", amount: 0 }, done: { amountPaid: 0 }, result: { amount: 0 } };
const VILLAGE_HELP = { units: [{ name: "某单位" }], measure: { budgetWan: 0 }, done: { fundsWan: 0 }, result: {} };

/** One household before one action, with everything at hand that a sound case has. */
export function caseOf(type: ActionType, role: Actor, application: Application, changes: { input?: unknown; atHand?: Partial<AtHand>; uid?: string; now?: Date; seen?: Record<string, number> } = {}): Case {
  const input = (changes.input ?? INPUT_OF[type]) as ActionInput<ActionType>;
  const uid = changes.uid ?? `${role}-1`;
  const action: Action = {
    type, campaign: application.campaign, area: application.village, areas: application.areas, by: uid, role, at: NOW,
    targets: ["target-1"], input, pending: true, ...(changes.seen && { seen: changes.seen }),
  };
  const atHand: AtHand = {
    form: form({ shown: application.track === "village" ? VILLAGE_HELP : HOUSEHOLD_HELP }),
    notice: notice(), objection: objection(), entry: entry(), living: living(), evidenceMissing: false,
    help: help({ kind: type === "confirmResult" ? "result" : "measure" }), helper: helperAccount(), plan: help({ kind: "plan" }), found: [],
    findings: findings(), batch: batch(), handbookCode: "CODE2", noticeSerial: 1, entrySerial: 1,
    receiptNo: "AAAA-BBBB-CCCC", quota: { limit: 100, used: 0 }, ...changes.atHand,
  };
  return {
    actionId: "action-1", action, digest: "d", input, campaign, now: changes.now ?? NOW, target: "target-1", application, atHand,
    person: { uid, role, roles: {} }, hash: (text) => `#${text.length}`,
  };
}

/** A household or a village that is whole enough to stand in a given state. */
export function standingAt(track: Track, status: Application["status"]): Application {
  const entryOf = { identify: SINCE_PAIRED.household, exit: `saishisi-${VILLAGE}0001`, village: null };
  return household({
    ...(track !== "exit" && SINCE_PAIRED), appraisal: appraised(), track, status, household: entryOf[track], applicant: "applicant-1",
    notice: { id: "notice-1", round: track === "village" ? "town" : "village", serial: 1 },
    ...(track === "exit" && { facts: { ...household().facts!, perCapitaNetIncome: 3100 } }),
  });
}
