import type { AreaCode } from "@domain/areas.ts";
import { areasOf } from "@domain/areas.ts";
import { paths } from "@domain/paths.ts";
import { Findings, Version, VillageFindings, VillageRegister } from "@domain/register.ts";
import { Batch, ImportRun } from "@domain/sheets/records.ts";
import type { Status } from "@domain/status.ts";
import { collection, doc, getDocs, orderBy, query, where } from "firebase/firestore";
import type { Household } from "./applications.ts";
import { AnyApplication, useApplications } from "./applications.ts";
import type { WithId } from "./convert.ts";
import { readDocument } from "./convert.ts";
import { database } from "./database.ts";
import { listenToList, listenToOne } from "./listen.ts";
import { useLive } from "./live.ts";

/*
 * What belongs to one village is asked for by the whole list of areas, which proves it to the village, the town and the
 * county alike; what belongs to an office's own area by that area.
 */

type InVillage = { campaign: string; village: AreaCode; statuses?: readonly Status[] };

const applicationsIn = ({ campaign, village, statuses }: InVillage) =>
  query(
    collection(database(), "applications"),
    where("areas", "==", village ? areasOf(village) : []),
    where("campaign", "==", campaign),
    ...(statuses ? [where("status", "in", statuses)] : []),
  );

/** The applications of one village in certain states, of every track. */
export function useVillageApplications(wanted: InVillage | undefined) {
  const { campaign = "", village = "", statuses } = wanted ?? {};
  const key = wanted && `applications of ${campaign} ${village} ${statuses?.join() ?? ""}`;
  return useLive(key, listenToList(() => applicationsIn({ campaign, village, ...(statuses && { statuses }) }), AnyApplication));
}

/** The same, read once: for an action upon all of them. @throws without a connection. */
export async function readVillageApplications(wanted: InVillage): Promise<Household[]> {
  const snapshot = await getDocs(applicationsIn(wanted));
  return snapshot.docs.flatMap((one) => readDocument(AnyApplication, one) ?? []);
}

/** Whatever their state: of one village, or without one of the whole area as far as one list goes. */
export function useAllApplications({ campaign, area, village }: { campaign: string; area: AreaCode; village: AreaCode | "" }) {
  const ofArea = useApplications(village ? undefined : { campaign, area });
  const ofVillage = useVillageApplications(village ? { campaign, village } : undefined);
  return village ? ofVillage : ofArea;
}

/** The applications of poor villages in an area: a handful in a town. */
export function useVillageTrack(wanted: { campaign: string; area: AreaCode } | undefined) {
  const { campaign = "", area = "" } = wanted ?? {};
  const make = () =>
    query(
      collection(database(), "applications"),
      where("areas", "array-contains", area),
      where("campaign", "==", campaign),
      where("track", "==", "village"),
    );
  return useLive(wanted && `village track ${campaign} ${area}`, listenToList(make, AnyApplication));
}

export type RegisteredVillage = WithId<VillageRegister>;

/** The villages of a register, with what of help is summed in each. */
export function useRegisteredVillages(wanted: { register: string; area: AreaCode } | undefined) {
  const { register = "", area = "" } = wanted ?? {};
  const make = () => query(collection(database(), "villages"), where("areas", "array-contains", area), where("register", "==", register));
  return useLive(wanted && `villages in ${register} ${area}`, listenToList(make, VillageRegister));
}

export type KnownFindings = WithId<Findings>;

/** What the last check run asks about the records of a village. */
export function useVillageFindings(wanted: { campaign: string; village: AreaCode } | undefined) {
  const { campaign = "", village = "" } = wanted ?? {};
  const make = () => query(collection(database(), "findings"), where("areas", "==", village ? areasOf(village) : []), where("campaign", "==", campaign));
  return useLive(wanted && `findings of ${campaign} ${village}`, listenToList(make, Findings));
}

/** What the last check run asks about one record; null while nothing was asked. */
export function useFindingsOf(id: string | undefined) {
  return useLive(id && `findings ${id}`, listenToOne(() => doc(database(), paths.findings(id ?? "")), Findings));
}

/** What is asked of a village, or of the town, as a whole; null while nothing is. */
export function useFindingsTogether(campaign: string, area: AreaCode) {
  return useLive(`findings together ${campaign} ${area}`, listenToOne(() => doc(database(), paths.villageFindings(campaign, area)), VillageFindings));
}

/** The records of an area of which something is open: none of the others is read. */
export function useOpenFindings(wanted: { campaign: string; area: AreaCode } | undefined) {
  const { campaign = "", area = "" } = wanted ?? {};
  const make = () =>
    query(collection(database(), "findings"), where("areas", "array-contains", area), where("campaign", "==", campaign), where("open", ">", 0), orderBy("open", "desc"));
  return useLive(wanted && `open findings ${campaign} ${area}`, listenToList(make, Findings));
}

export type KnownBatch = WithId<Batch>;

/** The entry batches of a village. */
export function useBatches(wanted: { campaign: string; village: AreaCode } | undefined) {
  const { campaign = "", village = "" } = wanted ?? {};
  const make = () => query(collection(database(), "batches"), where("areas", "==", village ? areasOf(village) : []), where("campaign", "==", campaign));
  return useLive(wanted && `batches ${campaign} ${village}`, listenToList(make, Batch));
}

export type KnownImport = WithId<ImportRun>;

/** The imports of an area, under way and over. */
export function useImports(area: AreaCode | undefined) {
  const make = () => query(collection(database(), "imports"), where("areas", "array-contains", area));
  return useLive(area && `imports ${area}`, listenToList(make, ImportRun));
}

export type KnownVersion = WithId<Version>;

/** Where the yearly versions of a household, or of a village, lie; undefined before there is an entry. */
export function entryOf({ track, household, village }: Household, register: string): string | undefined {
  if (track === "village") return paths.villageRegister(register, village);
  return household === null ? undefined : paths.household(household);
}

/** The yearly versions of the registration form, of households and villages alike. */
export function useYears(application: Household | undefined, register: string) {
  const entry = application && entryOf(application, register);
  const { village = "" } = application ?? {};
  const make = () => query(collection(database(), `${entry ?? "households/none"}/versions`), where("areas", "==", village ? areasOf(village) : []));
  return useLive(entry && `years of ${entry}`, listenToList(make, Version));
}
