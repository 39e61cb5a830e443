import type { DocumentSnapshot } from "@google-cloud/firestore";
import type { Action } from "../domain/action.ts";
import { Hidden } from "../domain/action.ts";
import type { ActionInput, ActionType } from "../domain/actionInputs.ts";
import type { Application } from "../domain/application.ts";
import type { Campaign } from "../domain/campaign.ts";
import { canonical } from "../domain/chain.ts";
import type { HouseholdRecord } from "../domain/checks/check.ts";
import { placesOf } from "../domain/checks/neighbours.ts";
import type { Outside } from "../domain/checks/registration.ts";
import { checkRegistration, checkSurvey } from "../domain/checks/registration.ts";
import { presentForm, unexplained, unfounded } from "../domain/forms/changes.ts";
import { joinPrivate } from "../domain/forms/private.ts";
import type { FormKind } from "../domain/forms/received.ts";
import { formOf, received } from "../domain/forms/received.ts";
import { paths } from "../domain/paths.ts";
import type { FieldProblem } from "../domain/problems.ts";
import { Identity, RegisteredPerson } from "../domain/records.ts";
import type { MemberChange } from "../domain/register.ts";
import { Household } from "../domain/register.ts";
import { HELD, Match } from "../domain/matches.ts";
import type { ReadForm, SoundForm } from "../domain/workflow/case.ts";
import { hashIdentity, seal } from "../secrets.ts";
import { read } from "../store/firestore.ts";
import type { VillageSums } from "./checkRecords.ts";
import { readNamedCadres } from "./kin.ts";
import type { Found } from "./needs.ts";
import type { Asking, Told } from "./outside.ts";
import { readOutside } from "./outside.ts";
import type { Reader } from "./reading.ts";
import { getAll } from "./reading.ts";

/** One target's form as it came: its application, the numbers typed with the action, what stands beside it. */
export type Sent = { target: string; application: Application | undefined; hidden: Hidden; beside: Found };
type Asked = { action: Action; campaign: Campaign; village?: VillageSums | undefined };

/** Which form an action brings, and where in the action it lies; a draft's lies in the application. */
export const FORMS: Partial<Record<ActionType, { kind: FormKind; content?: string }>> = {
  submit:        { kind: "application", content: "form" },
  proposeExit:   { kind: "exitProposal" },
  recordSurvey:  { kind: "survey", content: "survey" },
  assignHelper:  { kind: "helper", content: "helper" },
  adoptPlan:     { kind: "plan", content: "plan" },
  recordMeasure: { kind: "measure", content: "measure" },
  finishMeasure: { kind: "measureDone", content: "done" },
  recordVisit:   { kind: "visit", content: "visit" },
  recordResult:  { kind: "result", content: "result" },
  completeForm:  { kind: "registration", content: "form" },
  updateYear:    { kind: "registration", content: "form" },
};

/** Whether an action brings a form with it. */
export const bringsForm = ({ type }: Action): boolean => FORMS[type] !== undefined;

/** Forms of which the numbers kept from before are put back where nobody typed them anew. */
const KEEPS: readonly FormKind[] = ["survey", "registration"];

/**
 * Reads the forms that came with an action: puts the hidden numbers back (those typed now, else those kept from
 * before), checks every field, and looks up which people already belong to another application, and which entry of the
 * register they stand in. However many targets, it is one round for the kept numbers and one for the people.
 */
export async function readForms(reader: Reader, { action, campaign, village }: Asked, sent: readonly Sent[]): Promise<(ReadForm | undefined)[]> {
  const asked = FORMS[action.type];
  if (!asked) return sent.map(() => undefined);
  const { kind } = asked;
  const kept = KEEPS.includes(kind) ? await getAll(reader, sent.map(({ target }) => paths.applicationPrivate(target))) : [];
  const readOne = reading(asked, action);
  const forms = sent.map((one, at) => one.application && readOne(one.application, { ...keptIn(kept[at]), ...one.hidden }));
  const hashes = [...new Set(forms.flatMap((form) => (form?.ok ? form.identities : [])))];
  const knows = action.type === "submit" ? hashes : [];
  const [found, named] = await Promise.all([
    getAll(reader, [
      ABOUT[kind] && paths.match(action.campaign, HELD),
      ...hashes.map((hash) => paths.identity(action.campaign, hash)),
      ...hashes.map((hash) => paths.match(action.campaign, hash)),
      ...knows.map((hash) => paths.person(campaign.register, hash)),
    ]),
    action.type === "submit" ? readNamedCadres(reader, action.area, forms.map((form) => (form?.ok ? form.shown : undefined))) : undefined,
  ]);
  const holders = new Map(hashes.map((hash, at) => [hash, read(Identity, found[1 + at])?.application]));
  const entries = new Map(knows.map((hash, at) => [hash, read(RegisteredPerson, found[1 + 2 * hashes.length + at])?.household]));
  const hits = new Map(hashes.map((hash, at) => [hash, read(Match, found[1 + hashes.length + at])?.hits ?? []]));
  const lists = read(Match, found[0])?.hits.map(({ kind: held }) => held) ?? [];
  const standing = await standingEntries(reader, [...entries.values()].flatMap((entry) => entry ?? []));
  const told = await tellOutside(reader, { action, campaign, kind }, sent, forms);
  return forms.map((form, at) => {
    const one = sent[at];
    if (!form?.ok || !one?.application) return form;
    /* Who leaves the register is held by the application that led there, until the exit is approved. */
    const inService = one.application.track === "exit" ? one.beside.entry?.application : undefined;
    const identities = form.identities.filter((hash) => inService == null || holders.get(hash) !== inService);
    const taken = identities.filter((hash) => (holders.get(hash) ?? one.target) !== one.target).length;
    const held = [...form.identities.flatMap((hash) => hits.get(hash) ?? []), ...(named?.[at] ?? [])];
    const former = form.identities.map((hash) => entries.get(hash)).find((entry) => entry !== undefined) ?? null;
    const outside = told.get(one.target);
    const matches = held.map(({ kind: held }) => held);
    const about = outside ? ABOUT[kind]?.({ action, campaign, village, form, taken, outside: { ...outside.outside, matches, lists } }, one.application, one.beside) : {};
    const { places, left } = outside ?? form;
    return { ...form, identities, taken, hits: held, places, left, former, inRegister: former !== null && standing.has(former), ...about };
  });
}

type Forms = readonly (ReadForm | undefined)[];

/** What the outside says of each household whose whole record came: by its survey, or its registration form. */
async function tellOutside(reader: Reader, { action, campaign, kind }: Asked & { kind: FormKind }, sent: readonly Sent[], forms: Forms): Promise<Map<string, Told>> {
  if (!ABOUT[kind]) return new Map();
  const asking = sent.flatMap(({ target, application }, at): Asking[] => {
    const form = forms[at];
    if (!form?.ok || !application) return [];
    const { track, village, places, former, household } = application;
    const own = { application: target, people: track === "village" ? [] : form.identities, before: places };
    const record = joinPrivate(formOf(kind, track), form.shown, form.hidden) as HouseholdRecord;
    return [{ ...own, keys: track === "village" ? [] : placesOf(village, record), ...(kind === "survey" && { entries: [former, household] }) }];
  });
  const told = await readOutside(reader, { campaign: action.campaign, register: campaign.register }, asking);
  return new Map(asking.flatMap(({ application }, at) => (told[at] ? [[application, told[at]] as const] : [])));
}

/** Which of these entries stand by an application of their own, not merely from an earlier list. */
async function standingEntries(reader: Reader, entries: readonly string[]): Promise<Set<string>> {
  const found = await getAll(reader, [...new Set(entries)].map(paths.household));
  const households = found.flatMap((snapshot) => (snapshot ? [{ id: snapshot.id, entry: read(Household, snapshot) }] : []));
  return new Set(households.flatMap(({ id, entry }) => (entry?.status === "registered" && entry.application !== null ? [id] : [])));
}

type Registration = Asked & { form: SoundForm; taken: number; outside: Outside };

/** What the checks ask about a survey. */
function aboutSurvey({ campaign, form, taken, outside }: Registration, application: Application): Partial<SoundForm> {
  const record = joinPrivate(formOf("survey", application.track), form.shown, form.hidden);
  const asSurveyed = { ...application, facts: form.facts, appraisal: null, notice: null };
  return { found: checkSurvey({ record, year: campaign.year, application: asSurveyed, campaign, sameNumber: taken, outside }) };
}

/** What the checks ask about a registration form, and which changes of people a yearly update leaves unexplained. */
function aboutRegistration({ action, campaign, village, form, taken, outside }: Registration, application: Application, { plan, version }: Found): Partial<SoundForm> {
  const { track } = application;
  const { year, changes } = action.input as Partial<ActionInput<"updateYear">>;
  const record = joinPrivate(formOf("registration", track), form.shown, form.hidden);
  return {
    found: checkRegistration({ record, year: year ?? application.registration?.year ?? campaign.year, application, campaign, plan: plan?.content, sameNumber: taken, outside, ...(village && { village }) }),
    unexplained: changes && version && track !== "village" ? unexplainedIn({ before: presentForm(version), after: form.shown, changes, year: year ?? version.year }) : [],
  };
}

/** Forms that are a household's whole record, which the checks look at. */
const ABOUT: Partial<Record<FormKind, (asked: Registration, application: Application, beside: Found) => Partial<SoundForm>>> = {
  survey: aboutSurvey,
  registration: aboutRegistration,
};

type Members = Parameters<typeof unexplained>[0]["before"];
type Update = { before: unknown; after: unknown; changes: readonly MemberChange[]; year: number };

/** Members who came or went without a change that tells why, each at its place in the form. */
function unexplainedIn({ before, after, ...told }: Update): FieldProblem[] {
  const members = { before: before as Members, after: after as Members };
  const missing = unexplained({ ...members, ...told }).map(({ row, need }) => ({ row, ...UNEXPLAINED[need] }));
  const wrong = unfounded({ ...members, ...told }).map(({ row }) => ({ row, ...UNEXPLAINED.neither }));
  return [...missing, ...wrong].map(({ row, ...sentence }) => ({ path: `changes.${row}`, code: "changesUnexplained", ...sentence }));
}

const UNEXPLAINED = {
  in:      { zh: "新增的成员没有登记变动原因。", en: "A new member without a recorded reason." },
  out:     { zh: "减少的成员没有登记变动原因。", en: "A member left without a recorded reason." },
  neither: { zh: "登记了增减，成员却没有变。", en: "A change is recorded, and the members are the same." },
};

type Wanted = { kind: FormKind; content?: string };

/** Reads one target's form after the other. One form for a whole list, with no number in it, is read once. */
function reading(wanted: Wanted, action: Action): (application: Application, hidden: Hidden) => ReadForm {
  const isCommon = wanted.content !== undefined && Object.getOwnPropertyDescriptor(action.input ?? {}, wanted.content)?.value !== undefined;
  const common = new Map<string, ReadForm>();
  return (application, hidden) => {
    const key = `${application.track} ${application.village}`;
    const isOwn = !isCommon || Object.keys(hidden).length > 0;
    const form = (isOwn ? undefined : common.get(key)) ?? parse(wanted, action, application, hidden);
    if (!isOwn) common.set(key, form);
    return form;
  };
}

function parse({ kind, content: at }: Wanted, action: Action, { track, village, form: draft }: Application, hidden: Hidden): ReadForm {
  const sent: unknown = at && Object.getOwnPropertyDescriptor(action.input ?? {}, at)?.value;
  const form = received({ kind, track, content: sent ?? draft, hidden });
  if (!form.ok) return form;
  const { people, ...rest } = form;
  /* A village applies once in a campaign, as a person does. */
  const hashes = track === "village" && kind === "application" ? [`village-${village}`] : people.map(hashIdentity);
  return {
    ...rest, identities: [...new Set(hashes)], taken: 0, former: null, inRegister: false, found: [], places: [], left: [], hits: [], unexplained: [], seal: seal(canonical(form.hidden)),
  };
}

const keptIn = (snapshot: DocumentSnapshot | undefined): Hidden => Hidden.safeParse(snapshot?.data()).data ?? {};
