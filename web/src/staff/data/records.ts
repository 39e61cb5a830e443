import type { AreaCode } from "@domain/areas.ts";
import { areasOf } from "@domain/areas.ts";
import { Notice } from "@domain/notice/notice.ts";
import { paths } from "@domain/paths.ts";
import { Audit, Complaint, Objection, Staff } from "@domain/records.ts";
import { Household } from "@domain/register.ts";
import type { StaffRole } from "@domain/roles.ts";
import { collection, doc, limit, orderBy, query, where } from "firebase/firestore";
import { database } from "./database.ts";
import { listenToList, listenToOne } from "./listen.ts";
import { once, useLive } from "./live.ts";

type Place = { campaign: string; area: AreaCode };

/** The notices of an area, open and closed. */
export function useNotices(place: Place | undefined) {
  const { campaign = "", area = "" } = place ?? {};
  const make = () => query(collection(database(), "notices"), where("areas", "array-contains", area), where("campaign", "==", campaign));
  return useLive(place && `notices ${campaign} ${area}`, listenToList(make, Notice));
}

/** One notice that is known to be there, such as the one that a household is on. */
export function useNotice(id: string | undefined) {
  return useLive(id && `notice ${id}`, listenToOne(() => doc(database(), paths.notice(id ?? "")), Notice));
}

/** Which objections each role answers; the supervisor all of them. Whoever is not here sees none. */
const LEVELS: Partial<Record<StaffRole, readonly string[]>> = { townGovernment: ["town"], countyOffice: ["county"], supervisor: [] };

/** The objections that a role answers in its area. */
export function useObjections(place: (Place & { role: StaffRole }) | undefined) {
  const { campaign = "", area = "", role } = place ?? {};
  const levels = role && LEVELS[role];
  const make = () =>
    query(
      collection(database(), "objections"),
      where("areas", "array-contains", area),
      where("campaign", "==", campaign),
      ...(levels ?? []).map((level) => where("level", "==", level)),
    );
  return useLive(levels && `objections ${campaign} ${area} ${role}`, listenToList(make, Objection));
}

/** The complaints of an area, for its supervisors. */
export function useComplaints(place: Place | undefined) {
  const { campaign = "", area = "" } = place ?? {};
  const make = () => query(collection(database(), "complaints"), where("areas", "array-contains", area), where("campaign", "==", campaign));
  return useLive(place && `complaints ${campaign} ${area}`, listenToList(make, Complaint));
}

/** The register of a village: the entries that have not ended. */
export function useRegister(place: { register: string; village: AreaCode } | undefined) {
  const { register = "", village = "" } = place ?? {};
  const make = () =>
    query(
      collection(database(), "households"),
      where("areas", "==", village ? areasOf(village) : []),
      where("register", "==", register),
      where("status", "==", "registered"),
    );
  return useLive(place && `register ${register} ${village}`, once(listenToList(make, Household)));
}

/** The accounts of an area, for those who oversee them. */
export function useStaffOf(area: AreaCode | undefined) {
  const make = () => query(collection(database(), "staff"), where("areas", "array-contains", area));
  return useLive(area && `staff ${area}`, once(listenToList(make, Staff)));
}

/** So many lines of who looked are shown at once: the latest. */
const MOST_AUDIT = 500;

/** Who looked at numbers, took them out or changed accounts in an area, for those who oversee it. */
export function useAudit(area: AreaCode | undefined) {
  const make = () => query(collection(database(), "audit"), where("areas", "array-contains", area), orderBy("at", "desc"), limit(MOST_AUDIT));
  return useLive(area && `audit ${area}`, once(listenToList(make, Audit)));
}
