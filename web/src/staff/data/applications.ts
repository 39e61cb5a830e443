import { Action } from "@domain/action.ts";
import type { Application } from "@domain/application.ts";
import { Application as Begun, begin, Draft } from "@domain/application.ts";
import type { AreaCode } from "@domain/areas.ts";
import { areasOf } from "@domain/areas.ts";
import { Instant } from "@domain/instant.ts";
import { paths } from "@domain/paths.ts";
import type { AnswerLevel } from "@domain/records.ts";
import type { StaffRole } from "@domain/roles.ts";
import { AREA_READERS } from "@domain/roles.ts";
import type { Status } from "@domain/status.ts";
import { collection, doc, limit, orderBy, query, where } from "firebase/firestore";
import * as z from "zod";
import type { WithId } from "./convert.ts";
import { database } from "./database.ts";
import { listenToList, listenToOne } from "./listen.ts";
import { useLive } from "./live.ts";

/** An application as the workflow sees it: nothing has happened to a draft yet. */
export const AnyApplication: z.ZodType<Application> = z.union([Begun, Draft.transform(begin)]);

export type Household = WithId<Application>;

type Wanted = { campaign: string; area: AreaCode; statuses?: readonly Status[] };

/** A list of a whole area, whatever their state, ends here: a town has some 1,300, and beyond that one chooses a village. */
export const MOST_LISTED = 2_000;

/** The applications of an area: those in certain states, or as many as one list holds. */
export function useApplications(wanted: Wanted | undefined) {
  const { campaign = "", area = "", statuses } = wanted ?? {};
  const key = wanted && `applications ${campaign} ${area} ${statuses?.join() ?? ""}`;
  const make = () =>
    query(
      collection(database(), "applications"),
      where("areas", "array-contains", area),
      where("campaign", "==", campaign),
      ...(statuses ? [where("status", "in", statuses)] : [limit(MOST_LISTED)]),
    );
  return useLive(key, listenToList(make, AnyApplication));
}

/** What of an area the checks still ask something about: none of the others is read. */
export function useQuestioned(wanted: { campaign: string; area: AreaCode } | undefined) {
  const { campaign = "", area = "" } = wanted ?? {};
  const make = () =>
    query(collection(database(), "applications"), where("areas", "array-contains", area), where("campaign", "==", campaign), where("questions.open", ">", 0), orderBy("questions.open"));
  return useLive(wanted && `questioned ${campaign} ${area}`, listenToList(make, AnyApplication));
}

/** The households of an area that were passed to a level for being late. */
export function useEscalated(wanted: { campaign: string; area: AreaCode; to: AnswerLevel } | undefined) {
  const { campaign = "", area = "", to = "town" } = wanted ?? {};
  const make = () =>
    query(
      collection(database(), "applications"),
      where("areas", "array-contains", area),
      where("campaign", "==", campaign),
      where("escalated.to", "==", to),
    );
  return useLive(wanted && `escalated ${campaign} ${area} ${to}`, listenToList(make, AnyApplication));
}

/** One application; null when there is none that one may see. */
export function useApplication(id: string | undefined) {
  return useLive(id && `application ${id}`, listenToOne(() => doc(database(), paths.application(id ?? "")), AnyApplication));
}

/** A form as functions keep it beside its application, numbers masked. */
const KeptForm = z.object({ action: z.string(), at: Instant, survey: z.unknown() });

/**
 * The survey of a household, if there is one. Asked as a list: the rules can judge an empty list of the area, but not
 * a document that is not there. By the whole list of areas, which proves it to the village, the town and the county.
 */
export function useSurvey(application: Household | undefined) {
  const { id = "", village = "" } = application ?? {};
  const make = () => query(collection(database(), `${paths.application(id)}/forms`), where("areas", "==", village ? areasOf(village) : []));
  return useLive(application && `forms ${id}`, listenToList(make, KeptForm));
}

/** A helper reads what it sent itself, and the rules cannot prove a history from that. */
export const readsHistory = (role: StaffRole): boolean => AREA_READERS.some((reader) => reader === role);

/** Every action that named the household; of what comes while one looks, the order is `byTime`'s. */
export function useHistory(application: Household | undefined, reader: StaffRole) {
  const { id = "", village = "" } = application ?? {};
  const make = () =>
    query(
      collection(database(), "actions"),
      where("areas", "==", village ? areasOf(village) : []),
      where("targets", "array-contains", id),
      orderBy("at"),
    );
  return useLive(application && readsHistory(reader) ? `history ${id}` : undefined, listenToList(make, Action));
}

/** Oldest first. */
export const byTime = (a: { at: Date }, b: { at: Date }): number => a.at.getTime() - b.at.getTime();
