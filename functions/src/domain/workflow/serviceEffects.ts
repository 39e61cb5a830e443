import type { ActionInput } from "../actionInputs.ts";
import type { Application, Facts } from "../application.ts";
import { begin } from "../application.ts";
import { entering } from "../deadline.ts";
import type { Helper, SupportUnit } from "../forms/helper.ts";
import type { Measure } from "../forms/measure.ts";
import { nameOfHelper, nameOfSupportUnit } from "../forms/helper.ts";
import { shanghaiDate } from "../notice/period.ts";
import type { FindingRow, Findings, HelpKind, HelpRecord, HelpSum, Pairing } from "../register.ts";
import type { StaffRole } from "../roles.ts";
import type { CaseAtRow, Change, Found, SoundForm, Summed } from "./case.ts";
import { benefitSum, paidSum, plannedSum } from "./helpSums.ts";

function formOf(c: CaseAtRow): SoundForm {
  if (!c.atHand.form?.ok) throw new Error("a guard let a form with problems through");
  return c.atHand.form;
}

function factsOf({ application: { facts } }: CaseAtRow): Facts {
  if (!facts) throw new Error("an application beyond its approval has facts");
  return facts;
}

function pair(c: CaseAtRow): Change {
  const { application, now, target } = c;
  const { shown } = formOf(c);
  const { name, kind } = application.track === "village" ? nameOfSupportUnit(shown as SupportUnit) : nameOfHelper(shown as Helper);
  const { account } = c.input as ActionInput<"assignHelper">;
  const before = application.helper;
  const today = shanghaiDate(now);
  /* The first helper answers for the household from its approval on, so that there is no day without one. */
  const from = before ? today : shanghaiDate(application.since ?? now);
  const id = `${target}-${application.chain.length + 1}`;
  const { campaign, village, areas, track } = application;
  const { householder: subject, memberCount: people } = factsOf(c);
  const pairing: Pairing = {
    campaign, village, areas, application: target, track, subject, people, helper: shown, name, kind, account, from, until: null,
    assigned: { action: c.actionId, at: now, by: c.person.uid },
  };
  return {
    patch: { helper: { pairing: id, account, name, kind, from } },
    effects: [{ kind: "pair", id, pairing, ends: before?.pairing ?? null, until: today }],
  };
}

function help(c: CaseAtRow, kind: HelpKind, sum: Partial<HelpSum> | null = null): Change {
  const { campaign, village, areas, applicant } = c.application;
  const record: HelpRecord = {
    campaign, village, areas, applicant, kind, content: formOf(c).shown,
    at: c.now, by: c.person.uid, role: c.person.role, done: null, confirmed: null,
  };
  return { patch: {}, effects: [{ kind: "keepHelp", record, sum: sum && summed(c, sum) }] };
}

/** Under the cause of poverty, so that money and results stand side by side for each (the plan: 资金分配与成效挂钩). */
function summed({ application: { track, facts } }: CaseAtRow, add: Partial<HelpSum>): Summed {
  return { cause: track === "village" ? "village" : (facts?.mainCause ?? "unknown"), add };
}

/** What kinds of measure a household has by now; a village's projects are of kinds of their own. */
function helpedBy(c: CaseAtRow): Partial<Application> {
  const { track, measures } = c.application;
  if (track === "village") return {};
  const { measure: { category } } = formOf(c).shown as Measure;
  return measures.includes(category) ? {} : { measures: [...measures, category] };
}

/** The rows of a check run: what was answered before stays answered as long as the same thing is asked. */
function rowsOf(c: CaseAtRow, found: readonly Found[], answers: Readonly<Record<string, string>> = {}): FindingRow[] {
  const before = c.atHand.findings?.rows ?? [];
  return found.slice(0, 100).map((one) => {
    const same = before.find(({ rule, paths }) => rule === one.rule && paths.join() === one.paths.join());
    const text = answers[one.rule];
    const said = text ? answerOf(c, text) : (same?.answer ?? null);
    return { ...one, raisedAt: same?.raisedAt ?? c.now, answer: one.level === "error" ? null : said };
  });
}

const answerOf = ({ person, now, actionId }: CaseAtRow, text: string): NonNullable<FindingRow["answer"]> =>
  ({ text, by: person.uid, role: person.role as StaffRole, at: now, action: actionId });

const openIn = (rows: readonly FindingRow[]) =>
  rows.filter(({ level, answer }) => level === "error" || (level === "doubt" && !answer)).length;

function findings(c: CaseAtRow, rows: FindingRow[], registration: string): Findings {
  const { campaign, village, areas, track } = c.application;
  return { campaign, village, areas, track, subject: factsOf(c).householder, ranAt: c.now, registration, open: openIn(rows), rows };
}

function keepRegistration(c: CaseAtRow): Change {
  const form = formOf(c);
  const { application, actionId, now } = c;
  const { answers, ...input } = c.input as ActionInput<"completeForm"> & Partial<ActionInput<"updateYear">>;
  const year = input.year ?? application.registration?.year ?? c.campaign.year;
  const identities = application.track === "village" ? application.identities : form.identities;
  return {
    patch: {
      ...(form.facts && { facts: form.facts }),
      identities,
      registration: { year, action: actionId, at: now },
      batch: null,
      /* The year that was waited for is told. */
      ...(application.status === "inService" && { dueAt: null, alarmAt: null, escalated: null }),
    },
    effects: [
      {
        kind: "claimIdentities",
        claim: identities.filter((hash) => !application.identities.includes(hash)),
        release: application.identities.filter((hash) => !identities.includes(hash)),
      },
      { kind: "keepVersion", year, form, changes: input.changes ?? [], answers, plan: c.atHand.plan?.content ?? null },
      { kind: "keepFindings", findings: findings(c, rowsOf(c, form.found, answers), actionId) },
    ],
    outcome: { seal: form.seal },
  };
}

/** A household that leaves another: its own application and entry, with the same helper, from the plan on. */
function split(c: CaseAtRow): Change["effects"] {
  const { application, now, atHand, campaign, actionId } = c;
  const request = application.request;
  if (!request?.householder) throw new Error("a split without its new householder was let through");
  const id = c.hash(`${actionId}/${c.target}`).slice(0, 20);
  const no = `${application.village}${String(atHand.entrySerial).padStart(4, "0")}`;
  const { areas, village, track, createdAt } = application;
  const facts: Facts = { ...factsOf(c), householder: request.householder, memberCount: request.people.length, laborCount: null, residentCount: null, perCapitaNetIncome: null };
  const fresh: Application = {
    ...begin({ campaign: application.campaign, track, village, areas, status: "draft", applicant: null, createdBy: request.by, createdAt, form: null, household: `${campaign.register}-${no}` }),
    ...entering(campaign, track, "paired", now), facts, recused: application.recused, former: application.household,
    helper: application.helper && { ...application.helper, pairing: `${id}-0`, from: shanghaiDate(now) },
  };
  const { helper } = application;
  const begun: Pairing | null = helper && {
    campaign: application.campaign, village, areas, application: id, track, subject: facts.householder, people: facts.memberCount,
    helper: null, name: helper.name, kind: helper.kind, account: helper.account, from: shanghaiDate(now), until: null,
    assigned: { action: actionId, at: now, by: c.person.uid },
  };
  return [{ kind: "openSplit", id, application: fresh, no, pairing: begun }];
}

function carryOutRequest(c: CaseAtRow): Change {
  const { request, household, identities, helper } = c.application;
  if (!request) throw new Error("a guard let a decision without a request through");
  const done = { request: null } satisfies Partial<Application>;
  if (request.kind === "split") return { patch: done, effects: split(c) };
  return {
    patch: { ...done, identities: [], helper: null },
    effects: [
      { kind: "claimIdentities", claim: [], release: identities },
      household ? { kind: "endEntry", household, reason: request.kind } : { kind: "strikeVillage" },
      ...(helper ? [{ kind: "endPairing", pairing: helper.pairing, until: shanghaiDate(c.now) } as const] : []),
    ],
  };
}

/** Effects of what follows the approval, for households and villages alike. */
export const SERVICE_EFFECTS = {
  pair,
  keepPlan: (c) => ({ ...help(c, "plan"), patch: { plan: { record: c.actionId, at: c.now } } }),
  keepVisit: (c) => help(c, "visit"),
  keepMeasure: (c) => ({ ...help(c, "measure", plannedSum(formOf(c).shown)), patch: helpedBy(c) }),
  keepResult: (c) => help(c, "result", benefitSum(formOf(c).shown)),

  endMeasure: (c) => {
    const { record } = c.input as ActionInput<"finishMeasure">;
    const { shown } = formOf(c);
    const done = { content: shown, at: c.now, by: c.person.uid, action: c.actionId };
    return { patch: {}, effects: [{ kind: "patchHelp", record, patch: { done }, sum: summed(c, paidSum(shown)) }] };
  },

  confirmResult: (c) => {
    const { record, how } = c.input as ActionInput<"confirmResult">;
    const confirmed = { how: c.person.role === "applicant" ? ("online" as const) : how, at: c.now, by: c.person.uid, action: c.actionId };
    return { patch: {}, effects: [{ kind: "patchHelp", record, patch: { confirmed }, sum: null }] };
  },

  keepRegistration,

  numberHandbook: (c) => {
    const { application: { handbook, registration }, atHand: { handbookCode: code } } = c;
    if (!registration || !code) throw new Error("a handbook is printed of a registration");
    const version = (handbook?.version ?? 0) + 1;
    return {
      patch: { handbook: { version, code, registration: registration.action, at: c.now, issued: null } },
      effects: [{ kind: "numberHandbook", code, version }],
      outcome: { version },
    };
  },

  handOverHandbook: (c) => {
    const { handbook } = c.application;
    if (!handbook) throw new Error("a guard let an unprinted handbook through");
    return { patch: { handbook: { ...handbook, issued: { at: c.now, action: c.actionId } } }, effects: [] };
  },

  listInBatch: (c) => ({ patch: { batch: c.actionId }, effects: [{ kind: "listInBatch" }] }),

  keepFindings: (c) => ({
    patch: {},
    effects: [{ kind: "keepFindings", findings: findings(c, rowsOf(c, c.atHand.found ?? []), c.application.registration?.action ?? "") }],
  }),

  keepAnswer: (c) => {
    const { rule, answer } = c.input as ActionInput<"answerFinding">;
    const before = c.atHand.findings;
    if (!before) throw new Error("a guard let an answer without a finding through");
    const rows = before.rows.map((row) => (row.rule === rule ? { ...row, answer: answerOf(c, answer) } : row));
    return { patch: {}, effects: [{ kind: "keepFindings", findings: { ...before, open: openIn(rows), rows } }] };
  },

  openRequest: (c) => {
    const { kind, reason, people = [], householder = null } = c.input as ActionInput<"requestChange">;
    return { patch: { request: { kind, reason, people, householder, action: c.actionId, at: c.now, by: c.person.uid }, returned: null }, effects: [] };
  },

  closeRequest: (c) => {
    const { reasons } = c.input as ActionInput<"return">;
    return { patch: { request: null, returned: { at: c.now, role: c.person.role, reasons, action: c.actionId } }, effects: [] };
  },

  carryOutRequest,

  leaveService: ({ application: { identities, helper }, now }) => ({
    patch: { identities: [], helper: null, request: null },
    effects: [
      { kind: "claimIdentities", claim: [], release: identities },
      ...(helper ? [{ kind: "endPairing", pairing: helper.pairing, until: shanghaiDate(now) } as const] : []),
    ],
  }),
} as const satisfies Record<string, (c: CaseAtRow) => Change>;
