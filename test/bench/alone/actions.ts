/** The actions whose reads and writes are counted: where their households stand before, and what is sent. */
import type { Hidden } from "@domain/action.ts";
import { Action } from "@domain/action.ts";
import type { ActionInput, ActionType } from "@domain/actionInputs.ts";
import { areasOf } from "@domain/areas.ts";
import { paths } from "@domain/paths.ts";
import type { Status } from "@domain/status.ts";
import { uidOf } from "../../seed/accounts.ts";
import type { Member } from "../../seed/cast.ts";
import { castMember, committeeOf, describe } from "../../seed/cast.ts";
import type { Household } from "../support/households.ts";
import { draftOf, formsOf } from "../support/households.ts";

/** An action to be counted, ready to be appended. */
export type Sample<T extends ActionType = ActionType> = {
  type: T;
  /** Key of the cast. `committee` is the village's. */
  by: "committee" | "officer" | "town" | "county";
  /** Where its households stand before; `new` when it brings them as drafts. */
  from: Status | "new";
  input: (list: readonly Household[]) => ActionInput<T>;
  /** False for what is about one household by its nature. */
  inLists: boolean;
};

const sample = <T extends ActionType>(row: Sample<T>): Sample => row as unknown as Sample;

const nothing = () => ({});
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
} as const;
export type SampleName = keyof typeof SAMPLES;

/** What such an action brings beside itself. */
export function broughtBy({ type, from }: Sample, list: readonly Household[], campaign: string) {
  const forms = list.map((household) => ({ household, ...formsOf(household) }));
  const hidden: Record<string, Hidden> = {};
  if (type === "submit")
    for (const { household, application } of forms) hidden[household.id] = application.hidden;
  if (type === "recordSurvey")
    for (const { household, survey } of forms) hidden[household.id] = survey.hidden;
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
