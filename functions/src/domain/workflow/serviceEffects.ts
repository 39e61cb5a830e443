import type { ActionInput } from "../actionInputs.ts";
import type { Application, Facts } from "../application.ts";
import type { Helper, SupportUnit } from "../forms/helper.ts";
import type { Measure } from "../forms/measure.ts";
import { nameOfHelper, nameOfSupportUnit } from "../forms/helper.ts";
import { shanghaiDate } from "../notice/period.ts";
import type { HelpKind, HelpRecord, HelpSum, Pairing } from "../register.ts";
import type { CaseAtRow, Change, SoundForm, Summed } from "./case.ts";
import { answerOf, keptRows, runOf } from "./findings.ts";
import { benefitSum, paidSum, plannedSum } from "./helpSums.ts";
import { splitOff } from "./split.ts";

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

/** Where it is counted with others from now on; who shared what it enters or leaves is to be checked anew. */
export function placesMoved({ application: { places: before } }: CaseAtRow, { places, left }: SoundForm): Change {
  const enter = places.filter(({ hash }) => !before.includes(hash));
  const effect = { kind: "movePlaces", enter, leave: left.map(({ hash }) => hash), concerned: [...enter, ...left].flatMap(({ others }) => others) } as const;
  return { patch: { places: places.map(({ hash }) => hash) }, effects: enter.length + left.length > 0 ? [effect] : [] };
}

/** It is counted with nobody any more. Who shared a place with it learns so at their next check. */
export function placesLeft({ application: { places } }: CaseAtRow): Change {
  return { patch: { places: [] }, effects: places.length > 0 ? [{ kind: "movePlaces", enter: [], leave: places, concerned: [] }] : [] };
}

function keepRegistration(c: CaseAtRow): Change {
  const form = formOf(c);
  const { application, actionId, now } = c;
  const places = placesMoved(c, form);
  const { answers, ...input } = c.input as ActionInput<"completeForm"> & Partial<ActionInput<"updateYear">>;
  const year = input.year ?? application.registration?.year ?? c.campaign.year;
  const identities = application.track === "village" ? application.identities : form.identities;
  const subject = form.facts?.householder ?? factsOf(c).householder;
  const { findings, questions } = runOf(c, { subject, registration: actionId }, { found: form.found, stage: "registration", answers });
  return {
    patch: {
      ...places.patch,
      questions,
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
      { kind: "keepFindings", findings },
      ...places.effects,
    ],
    outcome: { seal: form.seal },
  };
}

function carryOutRequest(c: CaseAtRow): Change {
  const { request, household, identities, helper } = c.application;
  if (!request) throw new Error("a guard let a decision without a request through");
  if (request.kind === "split") return splitOff(c);
  const places = placesLeft(c);
  return {
    patch: { request: null, ...places.patch, identities: [], helper: null },
    effects: [
      ...places.effects,
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

  keepFindings: (c) => {
    const { registration } = c.application;
    const head = { subject: factsOf(c).householder, registration: registration?.action ?? "" };
    const { findings, questions } = runOf(c, head, { found: c.atHand.found ?? [], stage: registration ? "registration" : "survey" });
    return { patch: { questions }, effects: [{ kind: "keepFindings", findings }] };
  },

  keepAnswer: (c) => {
    const { rule, answer } = c.input as ActionInput<"answerFinding">;
    const before = c.atHand.findings;
    if (!before) throw new Error("a guard let an answer without a finding through");
    const rows = before.rows.map((row) => (row.rule === rule && row.settledAt === null ? { ...row, answer: answerOf(c, answer) } : row));
    const { findings, questions } = keptRows(c, before, rows);
    return { patch: { questions }, effects: [{ kind: "keepFindings", findings }] };
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

  leaveService: (c) => {
    const { application: { identities, helper }, now } = c;
    const places = placesLeft(c);
    return {
      patch: { ...places.patch, identities: [], helper: null, request: null },
      effects: [
        { kind: "claimIdentities", claim: [], release: identities },
        ...places.effects,
        ...(helper ? [{ kind: "endPairing", pairing: helper.pairing, until: shanghaiDate(now) } as const] : []),
      ],
    };
  },
} as const satisfies Record<string, (c: CaseAtRow) => Change>;
