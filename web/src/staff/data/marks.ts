import { Action } from "@domain/action.ts";
import { INPUTS } from "@domain/actionInputs.ts";
import { areasOf } from "@domain/areas.ts";
import type { Campaign } from "@domain/campaign.ts";
import { collection, orderBy, query, where } from "firebase/firestore";
import type { WithId } from "./convert.ts";
import { database } from "./database.ts";
import { listenToList } from "./listen.ts";
import { once, useLive, valueOf } from "./live.ts";

/** When the villages were marked last, and why one was marked otherwise than proposed, by its code. */
export type LastMarks = { at: Date | undefined; reasons: Record<string, string>; isThere: boolean; retry: () => void };

/** The marking of poor villages (annex 8) that counts: the last action that was applied. */
export function useLastMarks({ id, town }: WithId<Campaign>): LastMarks {
  const make = () => query(collection(database(), "actions"), where("areas", "==", areasOf(town.code)), where("targets", "array-contains", id), orderBy("at"));
  const live = useLive(`campaign actions ${id}`, once(listenToList(make, Action)));
  const { rows } = valueOf(live, { rows: [], unread: 0 });
  const last = rows.filter(({ type, outcome }) => type === "splitVillages" && (outcome?.applied ?? 0) > 0).sort((a, b) => b.at.getTime() - a.at.getTime())[0];
  const input = INPUTS.splitVillages.safeParse(last?.input);
  const reasons = Object.fromEntries((input.data?.rows ?? []).map(({ village, reason }) => [village, reason]));
  return { at: last?.at, reasons, isThere: live.state !== "loading", retry: live.retry };
}
