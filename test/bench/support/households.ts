/** Invented households as a campaign holds them, put where a measurement begins. */
import type { Application } from "@domain/application.ts";
import { begin } from "@domain/application.ts";
import { areasOf } from "@domain/areas.ts";
import { APPLICATION } from "@domain/forms/application.ts";
import { splitPrivate } from "@domain/forms/private.ts";
import { facts, SURVEY } from "@domain/forms/survey.ts";
import { paths } from "@domain/paths.ts";
import type { Status } from "@domain/status.ts";
import type { Firestore } from "@google-cloud/firestore";
import { VILLAGES } from "../../seed/campaign2013.ts";
import { uidOf } from "../../seed/accounts.ts";
import { cadreOf, castMember, committeeOf } from "../../seed/cast.ts";
import { inventHousehold } from "../../seed/invent.ts";
import { newId } from "../../play/player.ts";

/** Households before anything has happened to them: their id, their seed, their village. */
export type Household = { id: string; seed: number; village: string };

export const VILLAGE_CODES: readonly string[] = VILLAGES.map(({ code }) => code);

/** So many households, the villages in turn; their seeds begin at `from`, so that no two share a person. */
export function households(
  count: number,
  { from = 0, villages = VILLAGE_CODES }: { from?: number; villages?: readonly string[] } = {},
): Household[] {
  return Array.from({ length: count }, (_, at) => ({
    id: newId(),
    seed: from + at,
    village: villages[at % villages.length] ?? "",
  }));
}

const nameOf = (village: string): string => VILLAGES.find(({ code }) => code === village)?.name ?? "";

const known = new WeakMap<Household, ReturnType<typeof inventForms>>();

/**
 * Both forms of a household, each as what may be shown and what is hidden. Invented once, so that no clock
 * runs meanwhile.
 */
export function formsOf(household: Household): ReturnType<typeof inventForms> {
  const forms = known.get(household) ?? inventForms(household);
  known.set(household, forms);
  return forms;
}

function inventForms({ seed, village: code }: Household) {
  const { application, survey } = inventHousehold({
    seed,
    village: { code, name: nameOf(code) },
    track: "identify",
  });
  return {
    application: splitPrivate(APPLICATION, application),
    survey: splitPrivate(SURVEY, survey),
    facts: facts(survey),
  };
}

/** A draft as the client writes it. */
export function draftOf(
  household: Household,
  { campaign, createdBy }: { campaign: string; createdBy: string },
) {
  const { village } = household;
  return {
    campaign,
    track: "identify" as const,
    village,
    areas: areasOf(village),
    status: "draft" as const,
    applicant: null,
    createdBy,
    createdAt: new Date(),
    form: formsOf(household).application.shown,
    household: null,
  };
}

/** Where a household stands, and the notice that it is on. */
export type Standing = { campaign: string; status: Status; notice?: string };

/** An application as it stands after the steps before, with everything that those steps have left in it. */
export function applicationAt(household: Household, { campaign, status, notice }: Standing): Application {
  const [committee, cadre] = [uidOf(committeeOf(household.village)), uidOf(cadreOf(household.village))];
  const verified = {
    villageCommittee: committee,
    villageCadre: cadre,
    povertyOfficer: uidOf(castMember("officer")),
  };
  const isVerified = !["submitted", "surveyed", "nominated"].includes(status);
  return {
    ...begin(draftOf(household, { campaign, createdBy: committee })),
    status,
    facts: formsOf(household).facts,
    receiptNo: "7K3M-92QF-X1TB",
    identities: Array.from({ length: 4 }, (_, at) => `${household.id}${at}`.padEnd(40, "0")),
    since: new Date(),
    hands: {
      applied: committee,
      verified: isVerified ? verified : {},
      published: isVerified ? [committee] : [],
      reviewed: null,
    },
    appraisal: { action: newId(), yes: 30, no: 2, abstain: 1, present: 33, by: committee, confirmedBy: { villageCadre: uidOf(cadreOf(household.village)), povertyOfficer: uidOf(castMember("officer")) } },
    notice: notice ? { id: notice, round: "village", serial: 1 } : null,
    chain: { length: 6, hash: "0".repeat(64) },
  };
}

/** Writes documents in commits of some hundreds. */
export async function writeAll(
  db: Firestore,
  documents: readonly (readonly [path: string, data: object])[],
): Promise<void> {
  for (let from = 0; from < documents.length; from += 400) {
    const batch = db.batch();
    for (const [path, data] of documents.slice(from, from + 400)) batch.set(db.doc(path), data);
    await batch.commit();
  }
}

/** The documents of households that stand somewhere. */
export function documentsAt(list: readonly Household[], standing: Standing): (readonly [string, object])[] {
  return list.map(
    (household) => [paths.application(household.id), applicationAt(household, standing)] as const,
  );
}
