import type { Action } from "../domain/action.ts";
import { clockAction, MOST_TARGETS } from "../domain/action.ts";
import type { Application } from "../domain/application.ts";
import { paths } from "../domain/paths.ts";
import type { Concerned } from "../domain/workflow/case.ts";
import { WORKFLOW } from "../domain/workflow/tracks.ts";
import { sha256 } from "../secrets.ts";
import { readApplication } from "../store/applications.ts";
import { database } from "../store/firestore.ts";

/** Documents read at once. */
const PAGE = 300;
const ALREADY_EXISTS = 6;

type Cause = { cause: string; campaign: string; now: Date };

/**
 * The clock's own actions that check households anew, by village, no more in one than an action may name. Of one cause
 * they always bear the same ids, so that a cause told twice is acted on once.
 */
export function recheckActions({ cause, campaign, now }: Cause, concerned: readonly Concerned[]): { id: string; action: Action }[] {
  return [...Map.groupBy(concerned, ({ village }) => village)].flatMap(([village, some]) => {
    const targets = [...new Set(some.map(({ application }) => application))].sort();
    const parts = Math.ceil(targets.length / MOST_TARGETS);
    return Array.from({ length: parts }, (_, at) => ({
      id: `recheck-${sha256(`${cause}/${village}/${at}`).slice(0, 40)}`,
      action: clockAction({ type: "runChecks", campaign, area: village, at: now, targets: targets.slice(at * MOST_TARGETS, (at + 1) * MOST_TARGETS), input: {} }),
    }));
  });
}

/** Whether there is a record to be checked: the workflow's own row says where. */
const isCheckable = ({ track, status }: Application) => WORKFLOW[track].some(({ action, from }) => action === "runChecks" && from.includes(status));

/**
 * Has applications checked anew because something was learnt about them outside: a list came or went, a relative was
 * declared. Those that have no record yet are left out. `now` is the instant at which it was learnt: told twice, it
 * is acted on once.
 */
export async function recheck(campaign: string, applications: readonly string[], now: Date): Promise<void> {
  const db = database();
  const concerned: Concerned[] = [];
  for (let at = 0; at < applications.length; at += PAGE) {
    const found = await db.getAll(...applications.slice(at, at + PAGE).map((id) => db.doc(paths.application(id))));
    for (const snapshot of found) {
      const application = readApplication(snapshot);
      if (application?.campaign === campaign && isCheckable(application)) concerned.push({ application: snapshot.id, village: application.village });
    }
  }
  const cause = `${now.toISOString()} ${sha256([...applications].sort().join())}`;
  for (const { id, action } of recheckActions({ cause, campaign, now }, concerned)) {
    await db.doc(paths.action(id)).create(action).catch((error: { code?: number }) => {
      if (error.code !== ALREADY_EXISTS) throw error;
    });
  }
}
