import type { DocumentSnapshot } from "@google-cloud/firestore";
import type { Action } from "../domain/action.ts";
import type { ActionType } from "../domain/actionInputs.ts";
import type { Application } from "../domain/application.ts";
import type { Campaign } from "../domain/campaign.ts";
import { paths } from "../domain/paths.ts";
import type { Objection } from "../domain/records.ts";
import { Findings, HelpRecord, Household, Version } from "../domain/register.ts";
import { read } from "../store/firestore.ts";

/** What the rows of an action look at beside the applications: nothing else is fetched, so that a list of 400 stays cheap. */
type Need = "hidden" | "together" | "village" | "notice" | "objection" | "batch" | "account";
/** What they look at beside each target, once its application is known. */
export type TargetNeed = "entry" | "help" | "plan" | "findings" | "version" | "survey" | "kept";

type Needs = { action?: readonly Need[]; target?: readonly TargetNeed[] };

const NEEDS: Partial<Record<ActionType, Needs>> = {
  submit:          { action: ["hidden"] },
  proposeExit:     { target: ["entry"] },
  recordSurvey:    { action: ["hidden"], target: ["entry", "findings"] },
  endService:      { target: ["entry"] },
  recordAppraisal: { action: ["together"] },
  publishNotice:   { action: ["village", "together"] },
  endNotice:       { action: ["notice"] },
  answerObjection: { action: ["objection"] },
  raiseObjection:  { action: ["objection"] },
  assignHelper:    { action: ["account"], target: ["entry"] },
  adoptPlan:       { target: ["entry"] },
  recordMeasure:   { target: ["entry"] },
  recordResult:    { target: ["entry"] },
  finishMeasure:   { target: ["help"] },
  confirmResult:   { target: ["help"] },
  completeForm:    { action: ["hidden", "village"], target: ["entry", "plan", "findings"] },
  printHandbook:   { target: ["entry"] },
  issueHandbook:   { target: ["entry"] },
  exportBatch:     { target: ["entry"] },
  enterData:       { action: ["batch"] },
  reportToCounty:  { target: ["entry"] },
  runChecks:       { action: ["village"], target: ["entry", "plan", "findings", "version", "survey", "kept"] },
  answerFinding:   { target: ["findings"] },
  passTrialRun:    { target: ["entry", "findings"] },
  updateYear:      { action: ["hidden", "village"], target: ["entry", "plan", "findings", "version"] },
  requestChange:   { target: ["entry"] },
};

/** What a split looks at beside that: who lives there by the form that stands, and their numbers. */
const FOR_SPLIT: readonly TargetNeed[] = ["version", "kept"];

/** Whether a split is asked for, or decided. */
export function splits({ type, input }: Action, { request }: Application): boolean {
  const asked: unknown = Object.getOwnPropertyDescriptor(input ?? {}, "kind")?.value;
  return type === "requestChange" ? asked === "split" : type === "approve" && request?.kind === "split";
}

const isText = (value: unknown): value is string => typeof value === "string" && value.length > 0 && !value.includes("/");

export const needs = ({ type }: Action, what: Need): boolean => NEEDS[type]?.action?.includes(what) ?? false;

/** The path of what an action names in its input; undefined when it names none, or needs none. */
export function namedPath(action: Action, what: "notice" | "objection" | "batch" | "account"): string | undefined {
  const value: unknown = Object.getOwnPropertyDescriptor(action.input ?? {}, what)?.value;
  if (!needs(action, what) || !isText(value)) return undefined;
  return what === "account" ? paths.staff(value) : paths[what](value);
}

type Asked = { action: Action; id: string; application: Application; campaign: Campaign };

/** The path of an application's entry in the register; undefined before there is one. */
export function entryPath({ application: { track, village, household }, campaign }: Pick<Asked, "application" | "campaign">): string | undefined {
  if (track === "village") return paths.villageRegister(campaign.register, village);
  return household ? paths.household(household) : undefined;
}

const PATHS: Record<TargetNeed, (asked: Asked) => string | undefined> = {
  entry: ({ application: { track, household } }) => (track !== "village" && household ? paths.household(household) : undefined),
  help: ({ action, id }) => {
    const record: unknown = Object.getOwnPropertyDescriptor(action.input ?? {}, "record")?.value;
    return isText(record) ? paths.help(id, record) : undefined;
  },
  plan: ({ id, application: { plan } }) => (plan ? paths.help(id, plan.record) : undefined),
  findings: ({ id }) => paths.findings(id),
  /** The registration that stands; for a yearly update that of the year before, which its changes are told against. */
  version: (asked) => {
    const entry = entryPath(asked);
    const told: unknown = Object.getOwnPropertyDescriptor(asked.action.input ?? {}, "year")?.value;
    const year = typeof told === "number" ? told - 1 : asked.application.registration?.year;
    return entry && year ? paths.version(entry, year) : undefined;
  },
  /** The survey, until there is a registration. */
  survey: ({ id, application: { track, registration } }) => (track !== "village" && !registration ? paths.surveyForm(id) : undefined),
  /** The numbers of the record that stands. */
  kept: (asked) => {
    const entry = entryPath(asked);
    const { track, registration } = asked.application;
    if (track === "village") return undefined;
    return entry && registration ? paths.versionPrivate(entry, registration.year) : paths.applicationPrivate(asked.id);
  },
};

/** The entry that the county's approval looks at: the former one of a household, or the one that an exit ends. */
function approvedPath({ action, application: { track, former, household } }: Asked): string | undefined {
  if (action.type !== "approve" || action.role !== "countyOffice") return undefined;
  const entry = track === "exit" ? household : former;
  return entry ? paths.household(entry) : undefined;
}

const ALL = Object.keys(PATHS) as TargetNeed[];

/** Every path that one target needs, in a fixed order; undefined for what it does not. */
export function targetPaths(asked: Asked): (string | undefined)[] {
  const wanted = [...(NEEDS[asked.action.type]?.target ?? []), ...(splits(asked.action, asked.application) ? FOR_SPLIT : [])];
  return ALL.map((need) => (wanted.includes(need) ? PATHS[need](asked) : need === "entry" ? approvedPath(asked) : undefined));
}
export const TARGET_PATHS = ALL.length;

/** What was found at `targetPaths`. */
export type Found = {
  entry?: Household; help?: HelpRecord; plan?: HelpRecord; findings?: Findings; version?: Version;
  /** The survey as staff see it. */
  survey?: unknown;
  kept: DocumentSnapshot | undefined;
};

export function foundOf([entry, help, plan, findings, version, survey, kept]: readonly (DocumentSnapshot | undefined)[]): Found {
  const some = {
    entry: read(Household, entry), help: read(HelpRecord, help), plan: read(HelpRecord, plan),
    findings: read(Findings, findings), version: read(Version, version), survey: survey?.get("survey") as unknown,
  };
  return { ...Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)), kept };
}

/** Whether the village's register is needed: new numbers are given at the county's approval and by a split. */
export function needsRegister({ type, role }: Action): boolean {
  return type === "approve" && (role === "countyOffice" || role === "townGovernment");
}

export const noticeBehind = (objection: Objection | undefined): string | undefined => objection && paths.notice(objection.notice);
