import { FieldPath, FieldValue } from "@google-cloud/firestore";
import { clockAction } from "../domain/action.ts";
import type { Application } from "../domain/application.ts";
import { paths } from "../domain/paths.ts";
import type { Household, Version } from "../domain/register.ts";
import type { Effect } from "../domain/workflow/case.ts";
import { database } from "../store/firestore.ts";
import { erase } from "./erasure.ts";
import type { Target } from "./gather.ts";
import { entryPath } from "./needs.ts";
import type { Context, Shared } from "./shared.ts";

/** One effect at one target: everything its writer may look at. `next` is the application as it will be. */
export type Writing = { context: Context; shared: Shared; target: Target; next: Application };

type Of<K extends Effect["kind"]> = Extract<Effect, { kind: K }>;
type Writers = { [K in Effect["kind"]]: (writing: Writing, effect: Of<K>) => void };

const doc = (path: string) => database().doc(path);

function claimIdentities({ context: { tx, action, campaign }, shared, target, next }: Writing, { claim, release }: Of<"claimIdentities">): void {
  for (const hash of claim) {
    shared.claimed.add(hash);
    tx.set(doc(paths.identity(action.campaign, hash)), { campaign: action.campaign, application: target.id, track: next.track });
    /* Who comes into a registered household later stands in its entry too. */
    if (next.household && next.track === "identify" && next.registration) knowPerson({ tx, register: campaign.register, household: next.household }, hash);
  }
  /* Who leaves a household that goes on is no longer in its entry; an ended entry remembers its people. */
  const leavesEntry = next.household && next.track === "identify" && next.registration && next.status !== "ended";
  for (const hash of release) {
    tx.delete(doc(paths.identity(action.campaign, hash)));
    if (leavesEntry) tx.delete(doc(paths.person(campaign.register, hash)));
  }
}

function knowPerson({ tx, register, household }: Pick<Context, "tx"> & { register: string; household: string }, hash: string): void {
  tx.set(doc(paths.person(register, hash)), { register, household });
}

type Opening = Omit<Of<"openEntry">, "kind"> & { id: string; application: Application };

/** An application's own entry of the register, and its people in it. */
function openHousehold({ context: { tx, action, campaign, gathered }, shared }: Pick<Writing, "context" | "shared">, { id, application, household, no, facts, former }: Opening): void {
  shared.entries += 1;
  const { village, areas, helper, identities } = application;
  const { householder, groupName, memberCount, mainCause } = facts;
  const entry: Household = {
    register: campaign.register, no, campaign: action.campaign, application: id, village, areas,
    householder, groupName, memberCount, mainCause, status: "registered", since: gathered.now, exit: null, helper: helper?.account ?? null, former, year: null, ended: null,
  };
  tx.create(doc(paths.household(household)), entry);
  for (const hash of identities) knowPerson({ tx, register: campaign.register, household }, hash);
}

function pair({ context: { tx, campaign }, shared, target, next }: Writing, { id, pairing, ends, until }: Of<"pair">): void {
  tx.create(doc(paths.pairing(id)), pairing);
  if (ends) tx.update(doc(paths.pairing(ends)), { until });
  shared.addLoad(next.track, pairing, 1);
  if (target.application?.helper) shared.addLoad(next.track, target.application.helper, -1);
  const entry = entryPath({ application: next, campaign });
  if (!entry) throw new Error(`a paired application without an entry: ${target.id}`);
  tx.update(doc(entry), next.track === "village" ? { "poor.unit": pairing.account } : { helper: pairing.account });
}

function keepVersion({ context: { tx, id, campaign, gathered }, target, next }: Writing, effect: Of<"keepVersion">): void {
  const entry = entryPath({ application: next, campaign });
  if (!entry) throw new Error(`a registration without an entry: ${target.id}`);
  const { year, form, changes, answers, plan } = effect;
  const version: Version = {
    areas: next.areas, applicant: next.applicant, year, form: form.shown, helper: next.helper, plan, changes, answers,
    application: target.id, action: id, at: gathered.now,
  };
  tx.set(doc(paths.version(entry, year)), version);
  if (next.track === "village") return;
  tx.set(doc(paths.versionPrivate(entry, year)), form.hidden);
  tx.set(doc(paths.applicationPrivate(target.id)), form.hidden);
  const { householder, groupName, memberCount, mainCause } = next.facts ?? {};
  tx.update(doc(entry), { year, householder, groupName, memberCount, mainCause });
}

/** Those who have left are told of beside the form that stands, and their numbers leave the household's own. */
function letGo({ context: { tx, campaign }, target, next }: Writing, { year, changes, people, numbers }: Of<"letGo">): void {
  const entry = entryPath({ application: next, campaign });
  if (!entry) throw new Error(`a household in service without an entry: ${target.id}`);
  tx.update(doc(paths.version(entry, year)), { changes: FieldValue.arrayUnion(...changes) });
  tx.update(doc(entry), { memberCount: people });
  for (const number of numbers) tx.update(doc(paths.applicationPrivate(target.id)), new FieldPath(number), FieldValue.delete());
}

/** A household that left another: its people, its application and number, its helper from the same day, its form as far as it is known. */
function openSplit({ context, shared }: Writing, { id, application, no, pairing, hidden, form }: Of<"openSplit">): void {
  const { tx, action, gathered } = context;
  tx.create(doc(paths.application(id)), application);
  shared.count(application, 1);
  const { facts, household, helper, former, identities, track, areas } = application;
  if (pairing && helper) {
    tx.create(doc(paths.pairing(helper.pairing)), pairing);
    shared.addLoad(track, pairing, 1);
  }
  if (!facts || !household) throw new Error("a split household has its number and its facts");
  openHousehold({ context, shared }, { id, application, household, no, facts, former });
  for (const hash of identities) tx.set(doc(paths.identity(action.campaign, hash)), { campaign: action.campaign, application: id, track });
  tx.set(doc(paths.applicationPrivate(id)), hidden);
  tx.set(doc(paths.draft(id, "registration")), { areas, by: application.createdBy, at: gathered.now, form });
}

/** How each effect is written, by its kind. */
const WRITERS: Writers = {
  claimIdentities,
  keepPrivate: ({ context: { tx }, target }, { hidden }) => tx.set(doc(paths.applicationPrivate(target.id)), hidden),
  keepSurvey: ({ context: { tx, id, gathered }, target, next: { areas, applicant } }, { shown }) =>
    tx.set(doc(paths.surveyForm(target.id)), { areas, applicant, action: id, at: gathered.now, survey: shown }),
  giveReceipt: ({ context: { tx }, target }, { number }) => tx.set(doc(paths.receipt(number)), { application: target.id }),
  listOnNotice: ({ shared, target, next }, { line }) => {
    shared.list.push(line);
    shared.listed.push(target.id);
    shared.used[next.track] += next.track === "village" ? 1 : line.people;
  },
  markHeld: ({ context: { tx } }, { objection }) => tx.update(doc(paths.objection(objection)), { held: true }),
  settleObjection: ({ context: { tx, id, action, gathered } }, { objection, status, reasons, published, appealUntil }) =>
    tx.update(doc(paths.objection(objection)), { status, appealUntil, answer: { reasons, published, at: gathered.now, action: id, by: action.by } }),
  openEntry: (writing, effect) => openHousehold(writing, { ...effect, id: writing.target.id, application: writing.next }),
  adoptEntry: ({ context: { tx, action, campaign }, shared, target, next }, { household }) => {
    shared.adopted.add(household);
    tx.update(doc(paths.household(household)), { application: target.id, campaign: action.campaign });
    for (const hash of next.identities) knowPerson({ tx, register: campaign.register, household }, hash);
  },
  registerVillage: ({ context: { gathered, action }, shared, target }) => {
    shared.poor = { application: target.id, campaign: action.campaign, since: gathered.now, unit: null };
  },
  strikeVillage: ({ shared }) => {
    shared.poor = null;
  },
  reserveEntry: ({ context: { tx }, shared }, { household, exit }) => {
    if (exit) shared.reserved.add(household);
    tx.update(doc(paths.household(household)), { exit });
  },
  endEntry: ({ context: { tx, id, gathered }, target }, { household, reason }) =>
    tx.update(doc(paths.household(household)), {
      status: "ended", helper: null, ended: { at: gathered.now, reason, application: target.id, action: id },
    }),
  endService: ({ context: { tx, action: { area }, gathered: { now: at } }, target }, { application, campaign }) =>
    tx.create(doc(paths.action(`out-${target.id}`)), clockAction({ type: "endService", campaign, area, at, targets: [application], input: { exit: target.id } })),
  endPairing: ({ context: { tx }, shared, target: { application } }, { pairing, until }) => {
    tx.update(doc(paths.pairing(pairing)), { until });
    if (application?.helper) shared.addLoad(application.track, application.helper, -1);
  },
  pair,
  keepHelp: ({ context: { tx, id }, shared, target }, { record, sum }) => {
    tx.create(doc(paths.help(target.id, id)), record);
    if (sum) shared.addHelp(sum.cause, sum.add);
  },
  patchHelp: ({ context: { tx }, shared, target }, { record, patch, sum }) => {
    tx.update(doc(paths.help(target.id, record)), patch);
    if (sum) shared.addHelp(sum.cause, sum.add);
  },
  keepVersion,
  numberHandbook: ({ context: { tx, campaign, gathered }, target, next: { village, household } }, { code, version }) =>
    tx.create(doc(paths.handbook(code)), {
      application: target.id, no: household?.slice(-16) ?? "", version, at: gathered.now,
      villageName: campaign.villages.find((one) => one.code === village)?.name ?? village,
    }),
  listInBatch: ({ shared, target, next: { household, facts, village } }) =>
    shared.lines.push({ application: target.id, no: household?.slice(-16) ?? village, householder: facts?.householder ?? "" }),
  movePlaces: ({ shared, target, next: { village } }, { enter, leave, concerned }) => {
    for (const { hash, kind } of enter) shared.enterPlace({ hash, kind, application: target.id, village });
    for (const hash of leave) shared.leavePlace(hash, target.id);
    shared.recheck(concerned);
  },
  recheck: ({ shared }, { concerned }) => shared.recheck(concerned),
  keepFindings: ({ context: { tx }, target }, { findings }) => tx.set(doc(paths.findings(target.id)), findings),
  letGo,
  openSplit,
  eraseForms: ({ context: { tx, gathered }, target }) => {
    const erasable = gathered.erasable.get(target.id);
    if (erasable) erase(tx, erasable, gathered.now);
  },
};

/** Writes one effect. */
export function writeEffect(writing: Writing, effect: Effect): void {
  /* The table has the writer of exactly this kind; the compiler cannot tell which of the union it is. */
  const writer = WRITERS[effect.kind] as (writing: Writing, effect: Effect) => void;
  writer(writing, effect);
}
