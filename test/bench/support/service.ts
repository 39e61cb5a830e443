/** Invented households after their approval: the application as it stands, and what lies beside it. */
import type { Application } from "@domain/application.ts";
import { areasOf } from "@domain/areas.ts";
import { personKey } from "@domain/forms/identityNumber.ts";
import { joinPrivate, splitPrivate } from "@domain/forms/private.ts";
import type { Registration } from "@domain/forms/registration.ts";
import { REGISTRATION } from "@domain/forms/registration.ts";
import type { Survey } from "@domain/forms/survey.ts";
import { SURVEY } from "@domain/forms/survey.ts";
import { paths } from "@domain/paths.ts";
import type { Findings, HelpRecord, Household as Entry, Pairing, Version } from "@domain/register.ts";
import type { Batch } from "@domain/sheets/records.ts";
import type { Status } from "@domain/status.ts";
import { SINCE_APPROVAL } from "@domain/status.ts";
import { hashIdentity } from "../../../functions/src/secrets.ts";
import { uidOf } from "../../seed/accounts.ts";
import { helpersOf } from "../../seed/cast.ts";
import { inventPlan } from "../../seed/inventHelp.ts";
import { inventRegistration } from "../../seed/inventRegistration.ts";
import type { Household, Standing } from "./households.ts";
import { applicationAt, formsOf } from "./households.ts";

export type Documents = (readonly [path: string, data: object])[];

export const YEAR = 2013;
const AT = new Date("2014-07-20T04:00:00Z");

/** The registration form of a household in whole, numbers and all. */
export function registrationOf(household: Household): Registration {
  const { shown, hidden } = formsOf(household).survey;
  return inventRegistration({ seed: household.seed, survey: joinPrivate<Survey>(SURVEY, shown, hidden) });
}

/** The household's number: its village and its seed, which no other household of a measurement has. */
export const numberOf = ({ village, seed }: Household): string => `${village}${String((seed % 9_999) + 1).padStart(4, "0")}`;
export const entryOf = (household: Household, register: string): string => `${register}-${numberOf(household)}`;

/** Ids of what a household's earlier actions have left. */
const recordOf = ({ id }: Household, what: string): string => `${what}-${id}`;
export const pairingOf = (household: Household): string => `${household.id}-1`;

const isSince = (status: Status, step: Status): boolean =>
  (SINCE_APPROVAL as readonly Status[]).indexOf(status) >= (SINCE_APPROVAL as readonly Status[]).indexOf(step);

/** What each step has left in an application, the first one first. */
const PARTS: readonly (readonly [Status, (household: Household, register: string) => Partial<Application>])[] = [
  ["approved", (household, register) => ({
    household: entryOf(household, register),
    identities: registrationOf(household).members.map(({ idNo }) => hashIdentity(personKey(idNo))),
  })],
  ["paired", (household) => ({
    helper: { pairing: pairingOf(household), account: uidOf(helpersOf(household.village)[0]), name: "某干部", kind: "cadre", from: "2014-07-20" },
  })],
  ["planned", (household) => ({ plan: { record: recordOf(household, "plan"), at: AT } })],
  ["registered", (household) => ({
    registration: { year: YEAR, action: recordOf(household, "form"), at: AT },
    handbook: { version: 1, code: "7K3M92QFX1TB7K3M", registration: recordOf(household, "form"), at: AT, issued: null },
  })],
];

/** An application at any state, before the approval and after it. */
export function standingAt(household: Household, standing: Standing & { batch?: string }): Application {
  const { campaign, status, batch } = standing;
  const parts = PARTS.filter(([step]) => SINCE_APPROVAL.some((one) => one === status) && isSince(status, step));
  return Object.assign(applicationAt(household, standing), ...parts.map(([, part]) => part(household, campaign)), batch && { batch });
}

/** Households anywhere on their way, with the documents beside them; the campaign is its own register. */
export function documentsAt(list: readonly Household[], standing: Standing & { batch?: string }): Documents {
  return list.flatMap((household) => {
    const application = standingAt(household, standing);
    return [[paths.application(household.id), application] as const, ...besideOf(household, application)];
  });
}

function besideOf(household: Household, application: Application): Documents {
  const { household: entry, helper, plan, registration } = application;
  if (entry === null) return [];
  const home = paths.household(entry);
  const { shown, hidden } = splitPrivate(REGISTRATION, registrationOf(household));
  return [
    [home, entryDocument(application)],
    [paths.applicationPrivate(household.id), hidden],
    ...(helper ? ([[paths.pairing(helper.pairing), pairingDocument(household, application)]] as const) : []),
    ...(plan ? ([[paths.help(household.id, plan.record), planDocument(household, application)]] as const) : []),
    ...(registration
      ? ([
        [paths.version(home, registration.year), versionDocument(household, application, shown)],
        [paths.versionPrivate(home, registration.year), hidden],
        [paths.findings(household.id), findingsDocument(application, registration.action)],
      ] as const)
      : []),
  ];
}

function entryDocument({ household, campaign, village, areas, facts, helper, registration }: Application): Entry {
  return {
    register: campaign, no: household?.slice(-16) ?? "", campaign, application: null, village, areas,
    householder: facts?.householder ?? "", groupName: facts?.groupName ?? "", memberCount: facts?.memberCount ?? 1, mainCause: facts?.mainCause ?? null,
    status: "registered", since: AT, exit: null, helper: helper?.account ?? null, former: null, year: registration?.year ?? null, ended: null,
  };
}

function pairingDocument({ id }: Household, { campaign, village, areas, track, facts, helper }: Application): Pairing {
  return {
    campaign, village, areas, application: id, track, subject: facts?.householder ?? "", people: facts?.memberCount ?? 1, helper: {}, name: helper?.name ?? "",
    kind: helper?.kind ?? "", account: helper?.account ?? null, from: "2014-07-20", until: null, assigned: { action: "pairing", at: AT, by: "bench" },
  };
}

function planDocument({ seed }: Household, { campaign, village, areas }: Application): HelpRecord {
  return { campaign, village, areas, applicant: null, kind: "plan", content: inventPlan({ seed }), at: AT, by: "bench", role: "villageCadre", done: null, confirmed: null };
}

function versionDocument({ id, seed }: Household, { areas, helper, registration }: Application, form: unknown): Version {
  return {
    areas, applicant: null, year: registration?.year ?? YEAR, form, helper, plan: inventPlan({ seed }), changes: [], answers: {}, application: id,
    action: registration?.action ?? null, at: AT,
  };
}

/** The batch that households are in together, taken in without a difference. */
export const batchOf = ([first]: readonly Household[]): string => `batch-${first?.id ?? ""}`;

export function batchDocument(list: readonly Household[], campaign: string): Batch {
  const village = list[0]?.village ?? "";
  const lines = list.map((household) => ({ application: household.id, no: numberOf(household), householder: formsOf(household).facts.householder }));
  const receipt = { at: AT, by: "bench", taken: list.map(({ id }) => id), differences: [], strangers: 0 };
  return { campaign, village, areas: areasOf(village), track: "identify", at: AT, by: "bench", lines, receipt };
}

function findingsDocument({ campaign, village, track, facts }: Application, registration: string): Findings {
  return { campaign, village, areas: areasOf(village), track, subject: facts?.householder ?? "", ranAt: AT, registration, open: 0, rows: [] };
}
