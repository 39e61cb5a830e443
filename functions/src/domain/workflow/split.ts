import type { ActionInput } from "../actionInputs.ts";
import type { Application, Facts } from "../application.ts";
import { begin } from "../application.ts";
import { entering } from "../deadline.ts";
import type { Values } from "../forms/field.ts";
import type { Hidden } from "../forms/private.ts";
import { laborCountOf } from "../forms/survey.ts";
import { isValues } from "../forms/tidy.ts";
import { shanghaiDate } from "../notice/period.ts";
import type { Problem } from "../problems.ts";
import { problem } from "../problems.ts";
import type { MemberChange, Pairing } from "../register.ts";
import type { CaseAtRow, Change, Living } from "./case.ts";

/** Who leaves and who heads them: some of those who live there, never the householder, and never everybody. */
function fits({ people = [], householder }: { people?: string[] | undefined; householder?: string | null | undefined }, living: Living | undefined): Problem | undefined {
  const leaves = new Set(people);
  const rows = new Set(living?.members.map(({ row }) => row));
  if (!householder || leaves.size === 0 || [...leaves].some((row) => !rows.has(row))) return problem("requestIncomplete");
  return living?.members.some(({ row, values }) => leaves.has(row) && values.relation === "head") ? problem("headStays") : undefined;
}

/** A split names who leaves and who heads them; everything else needs no more than its reason. */
export function requestComplete({ input, application: { track }, atHand: { living } }: CaseAtRow): Problem | undefined {
  const { kind, people, householder } = input as ActionInput<"requestChange">;
  if (track === "village") return kind === "split" || kind === "merge" ? problem("requestIncomplete") : undefined;
  return kind === "split" ? fits({ people, householder }, living) : undefined;
}

/** Before it is carried out: whoever is to leave still lives there. */
export const leaversLiveThere = ({ application: { request }, atHand: { living } }: CaseAtRow): Problem | undefined =>
  request?.kind === "split" ? fits(request, living) : undefined;

type Leaving = { rows: Values[]; hidden: Hidden; identities: string[] };

/** Those who leave, with their numbers, and those who stay. */
function divided({ application: { request }, atHand: { living } }: CaseAtRow): { leaving: Leaving; staying: Leaving } {
  const leaves = new Set(request?.people);
  const of = (isLeaving: boolean): Leaving => {
    const some = (living?.members ?? []).filter(({ row }) => leaves.has(row) === isLeaving);
    return {
      rows: some.map(({ values }) => values),
      hidden: Object.fromEntries(some.flatMap(({ row, number }) => (number ? [[`members.${row}.idNo`, number]] : []))),
      identities: some.flatMap(({ identity }) => identity ?? []),
    };
  };
  return { leaving: of(true), staying: of(false) };
}

/** What of a household's counts follows from its members alone. */
const countsOf = (rows: readonly Values[]): Pick<Facts, "memberCount" | "laborCount"> =>
  ({ memberCount: rows.length, laborCount: laborCountOf({ members: rows } as unknown as Parameters<typeof laborCountOf>[0]) });

/** The new household's form as far as it is known: its people, the place, why they are poor. Who is whose relative there is asked anew. */
function begunForm(form: unknown, rows: readonly Values[], householder: string): Values {
  const { head: old, cause } = isValues(form) ? form : {};
  const { groupName, address } = isValues(old) ? old : {};
  const members = rows.map(({ relation: _old, ...row }) => ({ ...row, ...(row.name === householder && { relation: "head" }) }));
  return { head: { householderName: householder, memberCount: rows.length, groupName, ...(address !== undefined && { address }) }, ...(isValues(cause) && { cause }), members };
}

/**
 * A household that leaves another, at once: its people stand in its own application and entry, with the same helper,
 * from the plan on; the old household no longer holds them, and says in the form that stands when they left.
 */
export function splitOff(c: CaseAtRow): Change {
  const { application, now, atHand: { living, entrySerial }, campaign, actionId, person } = c;
  const { request, facts: before, registration, helper, areas, village, track, createdAt } = application;
  if (!request?.householder || !before || !registration || !living) throw new Error("a split that is not whole was let through");
  const { leaving, staying } = divided(c);
  const on = shanghaiDate(now);
  const id = c.hash(`${actionId}/${c.target}`).slice(0, 20);
  const no = `${village}${String(entrySerial).padStart(4, "0")}`;
  const facts: Facts = { ...before, householder: request.householder, ...countsOf(leaving.rows), residentCount: null, perCapitaNetIncome: null };
  const fresh: Application = {
    ...begin({ campaign: application.campaign, track, village, areas, status: "draft", applicant: null, createdBy: request.by, createdAt, form: null, household: `${campaign.register}-${no}` }),
    ...entering(campaign, track, "paired", now), facts, identities: leaving.identities, recused: application.recused, former: application.household,
    helper: helper && { ...helper, pairing: `${id}-0`, from: on },
  };
  const begun: Pairing | null = helper && {
    campaign: application.campaign, village, areas, application: id, track, subject: facts.householder, people: facts.memberCount,
    helper: null, name: helper.name, kind: helper.kind, account: helper.account, from: on, until: null,
    assigned: { action: actionId, at: now, by: person.uid },
  };
  const changes = leaving.rows.map(({ id: row, name }): MemberChange => ({ kind: "splitOff", row: String(row), name: String(name), on }));
  const { residentCount } = before;
  return {
    patch: {
      request: null,
      facts: { ...before, ...countsOf(staying.rows), residentCount: residentCount && Math.min(residentCount, staying.rows.length) },
      identities: application.identities.filter((hash) => !leaving.identities.includes(hash)),
    },
    effects: [
      { kind: "claimIdentities", claim: [], release: leaving.identities },
      { kind: "letGo", year: registration.year, changes, people: staying.rows.length, numbers: Object.keys(leaving.hidden) },
      { kind: "openSplit", id, application: fresh, no, pairing: begun, hidden: leaving.hidden, form: begunForm(living.form, leaving.rows, request.householder) },
    ],
  };
}
