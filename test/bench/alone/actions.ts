/** The actions whose reads and writes are counted: where their households stand before, and what is sent. */
import type { Action, Hidden } from "@domain/action.ts";
import type { ActionInput, ActionType } from "@domain/actionInputs.ts";
import { areasOf } from "@domain/areas.ts";
import { CHECKS } from "@domain/checks/checks.ts";
import { splitPrivate } from "@domain/forms/private.ts";
import { REGISTRATION } from "@domain/forms/registration.ts";
import { paths } from "@domain/paths.ts";
import type { Status } from "@domain/status.ts";
import { uidOf } from "../../seed/accounts.ts";
import type { Member } from "../../seed/cast.ts";
import { castMember, committeeOf, describe, helpersOf } from "../../seed/cast.ts";
import { inventHelper, inventPlan } from "../../seed/inventHelp.ts";
import { inventYearLater } from "../../seed/inventRegistration.ts";
import type { Household } from "../support/households.ts";
import { draftOf, formsOf } from "../support/households.ts";
import type { Documents } from "../support/service.ts";
import { batchDocument, batchOf, documentsAt, registrationOf, YEAR } from "../support/service.ts";

/** An action to be counted, ready to be appended. */
export type Sample<T extends ActionType = ActionType> = {
  type: T;
  /** Key of the cast. `committee` is the village's. */
  by: "committee" | "officer" | "town" | "county";
  /** Where its households stand before; `new` when it brings them as drafts. */
  from: Status | "new";
  input: (list: readonly Household[]) => ActionInput<T>;
  /** Its households stand in a batch of theirs. */
  inBatch?: true;
  /** False for what is about one household by its nature. */
  inLists: boolean;
};

const sample = <T extends ActionType>(row: Sample<T>): Sample => row as unknown as Sample;

const nothing = () => ({});
const first = ([household]: readonly Household[]): Household => {
  if (!household) throw new Error("an action upon nobody");
  return household;
};
const seedOf = (list: readonly Household[]) => first(list).seed;
const pairing = (list: readonly Household[]) => {
  const { seed, village } = first(list);
  return { helper: inventHelper({ seed, village: { code: village, name: "本村" } }), account: uidOf(helpersOf(village)[0]) };
};
/** Whatever doubt a check may raise has its answer. */
const answers = Object.fromEntries(
  CHECKS.household.filter(({ level }) => level === "doubt").map(({ id }) => [id, "已到户核实，情况属实。"]),
);
const registration = (list: readonly Household[]) => ({
  form: splitPrivate(REGISTRATION, registrationOf(first(list))).shown,
  answers,
});
const update = (list: readonly Household[]) => {
  const year = YEAR + 1;
  const later = inventYearLater({ seed: seedOf(list), registration: registrationOf(first(list)), year });
  return { year, form: splitPrivate(REGISTRATION, later.form).shown, changes: later.changes, answers };
};
const copy = { receivedOn: "2014-08-20", by: "某某" };

const board = () => ({ place: "村委会", phone: "0935-0000000", boardPhotos: [] });
const survey = ([household]: readonly Household[]) => ({
  survey: household && formsOf(household).survey.shown,
});

/** By the names of their figures. */
export const SAMPLES = {
  submit:        sample({ type: "submit",        by: "committee", from: "new",          inLists: true,  input: nothing }),
  recordSurvey:  sample({ type: "recordSurvey",  by: "committee", from: "submitted",    inLists: false, input: survey }),
  verify:        sample({ type: "verify",        by: "officer",   from: "nominated",    inLists: true,  input: nothing }),
  publishNotice: sample({ type: "publishNotice", by: "committee", from: "verified",     inLists: true,  input: board }),
  approve:       sample({ type: "approve",       by: "town",      from: "townReview",   inLists: true,  input: nothing }),
  register:      sample({ type: "approve",       by: "county",    from: "countyReview", inLists: true,  input: nothing }),
  assignHelper:  sample({ type: "assignHelper",  by: "officer",   from: "approved",     inLists: true,  input: pairing }),
  adoptPlan:     sample({ type: "adoptPlan",     by: "committee", from: "paired",       inLists: true,  input: (list) => ({ plan: inventPlan({ seed: seedOf(list) }) }) }),
  completeForm:  sample({ type: "completeForm",  by: "committee", from: "planned",      inLists: false, input: registration }),
  issueHandbook: sample({ type: "issueHandbook", by: "committee", from: "registered",   inLists: true,  input: () => ({ householdCopy: copy, committeeCopy: copy }) }),
  exportBatch:   sample({ type: "exportBatch",   by: "officer",   from: "handbookIssued", inLists: true, input: nothing }),
  enterData:     sample({ type: "enterData",     by: "officer",   from: "handbookIssued", inLists: true, inBatch: true, input: (list) => ({ batch: batchOf(list) }) }),
  reportToCounty: sample({ type: "reportToCounty", by: "officer", from: "entered",      inLists: true,  input: nothing }),
  runChecks:     sample({ type: "runChecks",     by: "county",    from: "reported",     inLists: true,  input: nothing }),
  passTrialRun:  sample({ type: "passTrialRun",  by: "county",    from: "reported",     inLists: true,  input: nothing }),
  updateYear:    sample({ type: "updateYear",    by: "committee", from: "inService",    inLists: false, input: update }),
} as const;
export type SampleName = keyof typeof SAMPLES;

/** Its households where they stand before, with what lies beside them. */
export function documentsBefore({ from, inBatch }: Sample, list: readonly Household[], campaign: string): Documents {
  if (from === "new") return [];
  if (!inBatch) return documentsAt(list, { campaign, status: from });
  const batch = batchOf(list);
  return [...documentsAt(list, { campaign, status: from, batch }), [paths.batch(batch), batchDocument(list, campaign)]];
}

/** Forms of which the numbers are not typed again. */
const KEEP: readonly ActionType[] = ["completeForm", "updateYear"];

/** What such an action brings beside itself. */
export function broughtBy({ type, from }: Sample, list: readonly Household[], campaign: string) {
  const forms = list.map((household) => ({ household, ...formsOf(household) }));
  const hidden: Record<string, Hidden> = {};
  if (type === "submit")
    for (const { household, application } of forms) hidden[household.id] = application.hidden;
  if (type === "recordSurvey")
    for (const { household, survey } of forms) hidden[household.id] = survey.hidden;
  if (KEEP.includes(type)) for (const { household } of forms) hidden[household.id] = {};
  const createdBy = uidOf(committeeOf(list[0]?.village ?? ""));
  const drafts =
    from === "new"
      ? list.map((household) => ({ id: household.id, draft: draftOf(household, { campaign, createdBy }) }))
      : [];
  return { hidden, drafts };
}

/** Whoever sends it in a village. */
export function senderOf({ by }: Pick<Sample, "by">, village: string): Member {
  return by === "committee" ? committeeOf(village) : castMember(by);
}

/** The action's document and all that comes in its commit. */
export function documentsOf(
  row: Sample,
  { id, list, campaign }: { id: string; list: readonly Household[]; campaign: string },
): (readonly [string, object])[] {
  const area = list[0]?.village ?? "";
  const sender = senderOf(row, area);
  const { hidden, drafts } = broughtBy(row, list, campaign);
  const action: Action = {
    type: row.type,
    campaign,
    area,
    areas: areasOf(area),
    by: uidOf(sender),
    role: describe(sender).role,
    at: new Date(),
    targets: list.map((household) => household.id),
    input: row.input(list),
    pending: true,
  };
  return [
    ...drafts.map(({ id: draft, draft: data }) => [paths.application(draft), data] as const),
    ...Object.entries(hidden).map(([target, values]) => [paths.actionPrivate(id, target), values] as const),
    [paths.action(id), action] as const,
  ];
}
