import type { ActionInput } from "../actionInputs.ts";
import type { Application } from "../application.ts";
import { recusedBy } from "../matches.ts";
import { periodEnd } from "../notice/period.ts";
import type { Round } from "../notice/notice.ts";
import type { Status } from "../status.ts";
import type { CaseAtRow, Change, SoundForm } from "./case.ts";
import { hitsOf } from "./case.ts";
import { CLOCK_EFFECTS } from "./clock.ts";
import { runOf } from "./findings.ts";
import { isSinceNotice, RESOLVERS } from "./resolvers.ts";
import { placesLeft, placesMoved, SERVICE_EFFECTS } from "./serviceEffects.ts";
import type { EffectName } from "./transition.ts";

/** Back to the survey: whatever the meeting, the verifiers and the reviewers said is to be said anew. */
const BACK_AT_SURVEY = {
  appraisal: null,
  notice: null,
  leftOff: null,
} satisfies Partial<Application>;

function formOf(c: CaseAtRow): SoundForm {
  if (!c.atHand.form?.ok) throw new Error("a guard let a form with problems through");
  return c.atHand.form;
}

function keepForm(c: CaseAtRow): Change {
  const form = formOf(c);
  return {
    patch: { facts: form.facts, identities: form.identities },
    effects: [
      {
        kind: "claimIdentities",
        claim: form.identities.filter((hash) => !c.application.identities.includes(hash)),
        release: c.application.identities.filter((hash) => !form.identities.includes(hash)),
      },
      ...(Object.keys(form.hidden).length > 0 ? [{ kind: "keepPrivate", hidden: form.hidden } as const] : []),
    ],
    outcome: { seal: form.seal },
  };
}

function give(c: CaseAtRow, change: Change): Change {
  const number = c.atHand.receiptNo;
  if (!number) throw new Error("no receipt number was prepared");
  return {
    patch: { ...change.patch, receiptNo: number, hands: { ...c.application.hands, applied: c.person.uid } },
    effects: [...change.effects, { kind: "giveReceipt", number }],
    outcome: { ...change.outcome, receiptNo: number },
  };
}

function returned(c: CaseAtRow, reasons: string): Partial<Application> {
  return {
    ...BACK_AT_SURVEY,
    hands: { ...c.application.hands, verified: {}, published: [], reviewed: null },
    returned: { at: c.now, role: c.person.role, reasons, action: c.actionId },
  };
}

/** The notice that a household waits for in that state. */
const roundAt = (status: Status): Round => (status === "verified" ? "village" : "town");

export const EFFECTS: Record<EffectName, (c: CaseAtRow) => Change> = {
  ...SERVICE_EFFECTS,
  ...CLOCK_EFFECTS,

  takeApplication: (c) => {
    const change = give(c, keepForm(c));
    const { shown, former } = formOf(c);
    return { ...change, patch: { ...change.patch, form: shown, former, returned: null } };
  },

  takeExitProposal: (c) => {
    const form = formOf(c);
    const { household } = c.application;
    if (!household) throw new Error("a guard let an exit without a register entry through");
    const change = give(c, { patch: { facts: form.facts, form: form.shown }, effects: [], outcome: { seal: form.seal } });
    return { ...change, effects: [...change.effects, { kind: "reserveEntry", household, exit: c.target }] };
  },

  takeSurvey: (c) => {
    const [change, form] = [keepForm(c), formOf(c)];
    const places = placesMoved(c, form);
    const subject = form.facts?.householder ?? "";
    const { findings, questions } = runOf(c, { subject, registration: "" }, { found: form.found, stage: "survey" });
    return {
      ...change,
      patch: { ...change.patch, ...places.patch, questions, appraisal: null },
      effects: [...change.effects, { kind: "keepSurvey", shown: form.shown }, { kind: "keepFindings", findings }, ...places.effects],
    };
  },

  recuse: ({ application: { recused }, atHand }) => {
    const fresh = recusedBy(hitsOf(atHand)).filter((uid) => !recused.includes(uid));
    return { patch: fresh.length > 0 ? { recused: [...recused, ...fresh] } : {}, effects: [] };
  },

  takeAppraisal: (c) => {
    const { present, votes, kind, reason } = c.input as ActionInput<"recordAppraisal">;
    const vote = votes[c.target];
    if (!vote) throw new Error("a guard let a household without votes through");
    const recused = vote.recused.flatMap(({ staff }) => staff ?? []);
    const { yes, no, abstain } = vote;
    const before = c.application.recused;
    /* Whoever stood aside first makes it a relative's household: that is asked about. */
    const isNew = before.length === 0 && recused.length > 0;
    return {
      patch: {
        appraisal: { action: c.actionId, yes, no, abstain, present, by: c.person.uid, confirmedBy: {} },
        meetings: [...c.application.meetings, { action: c.actionId, at: c.now, kind, reason, nominated: RESOLVERS.byMajority(c) === "nominated" }],
        /* Who verified a record that was corrected looks again. */
        hands: { ...c.application.hands, verified: {} },
        recused: [...new Set([...before, ...recused])],
        returned: null,
      },
      effects: isNew ? [{ kind: "recheck", concerned: [{ application: c.target, village: c.application.village }] }] : [],
    };
  },

  takeConfirmation: ({ application: { appraisal }, person }) => ({
    patch: { appraisal: appraisal && { ...appraisal, confirmedBy: { ...appraisal.confirmedBy, [person.role]: person.uid } } },
    effects: [],
  }),

  takeVerification: (c) => ({
    patch: { hands: { ...c.application.hands, verified: { ...c.application.hands.verified, [c.person.role]: c.person.uid } } },
    effects: [],
  }),

  enterNotice: (c) => {
    const { facts, track, status, hands } = c.application;
    if (!facts) throw new Error("a household without facts cannot be listed");
    const serial = c.atHand.noticeSerial;
    const { groupName: group, householder, memberCount: people } = facts;
    return {
      patch: {
        notice: { id: c.actionId, round: roundAt(status), serial },
        leftOff: null,
        hands: { ...hands, published: [...hands.published, c.person.uid] },
      },
      effects: [{ kind: "listOnNotice", line: { serial, group, householder, people, track } }],
      outcome: { serial },
    };
  },

  leaveOff: (c) => {
    const reasons = (c.input as ActionInput<"leaveOff">).reasons[c.target] ?? "";
    return { patch: { leftOff: { round: roundAt(c.application.status), reasons, at: c.now, by: c.person.uid, action: c.actionId } }, effects: [] };
  },

  leaveNotice: () => ({ patch: {}, effects: [] }),

  holdForObjection: (c) => ({
    patch: { openObjections: c.application.openObjections + 1 },
    effects: [{ kind: "markHeld", objection: (c.input as ActionInput<"raiseObjection">).objection }],
  }),

  settleObjection: (c) => {
    const { objection, decision, reasons, published } = c.input as ActionInput<"answerObjection">;
    const upheld = decision === "uphold";
    const backToSurvey = upheld && isSinceNotice(c.application.status);
    /* The household reads why it is back: in the words that are meant for it. */
    const patch = { openObjections: c.application.openObjections - (c.atHand.objection?.held ? 1 : 0), ...(backToSurvey && returned(c, published)) };
    const { appeal } = c.campaign.objection;
    const mayAppeal = !upheld && c.atHand.objection?.appeals === null && c.person.role !== "supervisor";
    const appealUntil = mayAppeal ? periodEnd(c.now, appeal, c.campaign.calendar) : null;
    return { patch, effects: [{ kind: "settleObjection", objection, status: upheld ? "upheld" : "dismissed", reasons, published, appealUntil }] };
  },

  giveBack: (c) => ({ patch: returned(c, (c.input as ActionInput<"return">).reasons), effects: [] }),

  takeReview: (c) => ({ patch: { hands: { ...c.application.hands, reviewed: c.person.uid } }, effects: [] }),

  makeRegisterEntry: (c) => {
    const { facts, village, former } = c.application;
    if (!facts) throw new Error("a household without facts cannot be registered");
    /* Last year's entry of the same people goes on under its number; an ended one is the memory of a new one. */
    if (former && c.atHand.entry?.status === "registered" && !c.atHand.entry.application)
      return { patch: { household: former }, effects: [{ kind: "adoptEntry", household: former }], outcome: { household: former } };
    const no = `${village}${String(c.atHand.entrySerial).padStart(4, "0")}`;
    const household = `${c.campaign.register}-${no}`;
    return { patch: { household }, effects: [{ kind: "openEntry", household, no, facts, former }], outcome: { household } };
  },

  registerVillage: () => ({ patch: {}, effects: [{ kind: "registerVillage" }] }),

  endRegisterEntry: ({ application: { household }, atHand: { entry } }) => {
    if (!household) return { patch: {}, effects: [] };
    /* The application that led into the register is of the entry's own campaign, perhaps an earlier one. */
    const ends = entry?.application ? [{ kind: "endService", application: entry.application, campaign: entry.campaign } as const] : [];
    return {
      patch: {},
      effects: [{ kind: "endEntry", household, reason: "exit" }, ...ends],
      outcome: { household },
    };
  },

  noteCorrection: (c) => {
    const { text } = c.input as ActionInput<"askCorrection">;
    return { patch: { correction: { text, at: c.now, action: c.actionId, reply: null } }, effects: [] };
  },

  settleCorrection: (c) => {
    const { correction } = c.application;
    const { reply } = c.input as ActionInput<"answerCorrection">;
    return { patch: { correction: correction && { ...correction, reply } }, effects: [] };
  },

  /* Counts stay, for the village's sums; who it was goes. */
  eraseForms: ({ application: { facts, correction }, now }) => ({
    patch: {
      form: {}, erased: now, correction: correction && { ...correction, text: "", reply: correction.reply === null ? null : "" },
      facts: facts && { ...facts, householder: "—", groupName: "—" },
    },
    effects: [{ kind: "eraseForms" }],
  }),

  releaseIdentities: (c) => {
    const { identities, track, household } = c.application;
    const places = placesLeft(c);
    return {
      patch: { ...places.patch, identities: [] },
      effects: [
        { kind: "claimIdentities", claim: [], release: identities },
        ...places.effects,
        ...(track === "exit" && household ? [{ kind: "reserveEntry", household, exit: null } as const] : []),
      ],
    };
  },
};

