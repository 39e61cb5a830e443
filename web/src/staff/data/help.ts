import type { AreaCode } from "@domain/areas.ts";
import { areasOf } from "@domain/areas.ts";
import { Instant } from "@domain/instant.ts";
import { paths } from "@domain/paths.ts";
import { HelpRecord, Pairing } from "@domain/register.ts";
import { collection, deleteDoc, doc, query, serverTimestamp, setDoc, where } from "firebase/firestore";
import * as z from "zod";
import type { Household } from "./applications.ts";
import { AnyApplication } from "./applications.ts";
import type { WithId } from "./convert.ts";
import { database } from "./database.ts";
import { listenToList } from "./listen.ts";
import { useLive } from "./live.ts";
import { inTime } from "./patience.ts";

export type Helping = WithId<HelpRecord>;

/*
 * What hangs below one application is asked for by the whole list of areas: that proves it to the village, the town
 * and the county alike, and an empty list is an answer where a missing document would be a refusal.
 */
const below = (path: string, village: AreaCode) => query(collection(database(), path), where("areas", "==", village ? areasOf(village) : []));

/** Plans, measures, visits and results of one household or village. */
export function useHelp(application: Household | undefined) {
  const { id = "", village = "" } = application ?? {};
  return useLive(application && `help ${id}`, listenToList(() => below(`${paths.application(id)}/help`, village), HelpRecord));
}

/** Who helps whom in a village now. */
export function usePairings(place: { campaign: string; village: AreaCode } | undefined) {
  const { campaign = "", village = "" } = place ?? {};
  const make = () =>
    query(
      collection(database(), "pairings"),
      where("areas", "==", village ? areasOf(village) : []),
      where("campaign", "==", campaign),
      where("until", "==", null),
    );
  return useLive(place && `pairings ${campaign} ${village}`, listenToList(make, Pairing));
}

/** Everybody who has helped one household, one after the other. */
export function usePairingsOf(application: Household | undefined) {
  const { id = "", village = "" } = application ?? {};
  const make = () =>
    query(collection(database(), "pairings"), where("areas", "==", village ? areasOf(village) : []), where("application", "==", id));
  return useLive(application && `pairings of ${id}`, listenToList(make, Pairing));
}

/** The households, or villages, that a helper is paired with now; nothing else of the area is the helper's to see. */
export function useHelped(wanted: { campaign: string; area: AreaCode; uid: string } | undefined) {
  const { campaign = "", area = "", uid = "" } = wanted ?? {};
  const make = () =>
    query(
      collection(database(), "applications"),
      where("areas", "array-contains", area),
      where("helper.account", "==", uid),
      where("campaign", "==", campaign),
    );
  return useLive(wanted && `helped ${campaign} ${area} ${uid}`, listenToList(make, AnyApplication));
}

/** A form while it is being filled in, as whoever saved it last left it. */
export const FormDraft = z.object({ areas: z.array(z.string()), by: z.string(), at: Instant, form: z.record(z.string(), z.unknown()) });
export type FormDraft = z.infer<typeof FormDraft>;
export type DraftKind = "registration" | "update" | "plan" | "villageApplication";

/** Every form of an application that somebody is filling in; each is known by its kind. */
export function useFormDrafts(application: Household | undefined) {
  const { id = "", village = "" } = application ?? {};
  return useLive(application && `drafts ${id}`, listenToList(() => below(`${paths.application(id)}/drafts`, village), FormDraft));
}

type DraftToKeep = { application: Household; kind: DraftKind; form: Record<string, unknown>; uid: string };

/** Saves a form as far as it is filled in. False when that did not work: it is then still on this device. */
export async function saveFormDraft({ application: { id, areas }, kind, form, uid }: DraftToKeep): Promise<boolean> {
  if (!navigator.onLine) return false;
  try {
    await inTime(setDoc(doc(database(), paths.draft(id, kind)), { areas, by: uid, at: serverTimestamp(), form }));
    return true;
  } catch {
    return false;
  }
}

/** Takes away a saved form that has been completed; should that not work, it is only older than the form itself. */
export async function dropFormDraft(application: string, kind: DraftKind): Promise<void> {
  await deleteDoc(doc(database(), paths.draft(application, kind))).catch(() => undefined);
}
