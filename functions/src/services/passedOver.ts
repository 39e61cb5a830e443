import type { Query } from "@google-cloud/firestore";
import type { Action } from "../domain/action.ts";
import { isWaitingFor, publishedBy } from "../domain/notice/waiting.ts";
import { HOUSEHOLD_TRACKS } from "../domain/status.ts";
import type { Target } from "./gather.ts";
import type { Reader } from "./reading.ts";

/**
 * How many households of the village wait for the list that an action publishes, neither named by it nor with a reason
 * on record. Counted by the database, so that it costs two reads however many wait.
 */
export async function countPassedOver({ db, tx }: Reader, { campaign, area, role, type }: Action, targets: readonly Target[]): Promise<number> {
  const list = type === "publishNotice" ? publishedBy(role) : undefined;
  const named = targets.flatMap(({ application }) => application ?? []);
  if (!list || named.every(({ track }) => track === "village")) return 0;
  const waiting = db.collection("applications")
    .where("campaign", "==", campaign).where("village", "==", area).where("status", "==", list.status).where("track", "in", HOUSEHOLD_TRACKS);
  const count = async (query: Query) => (await tx.get(query.count())).data().count;
  const [all, explained] = await Promise.all([count(waiting), count(waiting.where("leftOff.round", "==", list.round))]);
  const listed = named.filter((one) => one.campaign === campaign && one.village === area && isWaitingFor(list, one)).length;
  return Math.max(0, all - explained - listed);
}
