import type { Action } from "../domain/action.ts";
import { clockAction } from "../domain/action.ts";
import type { Application } from "../domain/application.ts";
import type { Alarm } from "../domain/deadline.ts";
import { alarmOf } from "../domain/deadline.ts";
import { paths } from "../domain/paths.ts";
import { Timestamp } from "firebase-admin/firestore";
import { sha256 } from "../secrets.ts";
import { readApplication } from "../store/applications.ts";
import { database } from "../store/firestore.ts";

/** As many households a run as leave a run short; what is left over comes next, the longest late first. */
const MOST = 200;

type Ringing = { id: string; application: Application; alarm: Alarm };

/**
 * Appends the clock's actions upon the households of which it has something to say: one for each village and what is
 * said. The action's id is made of what it says to whom, so that a second run beside this one says it once. Returns the ids.
 */
export async function appendAlarms(now: Date): Promise<string[]> {
  const db = database();
  const due = await db.collection("applications").where("alarmAt", "<=", Timestamp.fromDate(now)).orderBy("alarmAt").limit(MOST).get();
  const ringing = due.docs.flatMap((doc): Ringing[] => {
    const application = readApplication(doc);
    const alarm = application && alarmOf(application, now);
    return application && alarm ? [{ id: doc.id, application, alarm }] : [];
  });
  const groups = Map.groupBy(ringing, ({ application: { campaign, village, status }, alarm }) => JSON.stringify([campaign, village, status, alarm]));
  const ids = await Promise.all([...groups.values()].map(async (group) => {
    const action = sayingOf(group, now);
    const id = `alarm-${sha256(JSON.stringify(group.map(({ id: one, application }) => [one, application.chain.length]))).slice(0, 40)}`;
    await db.runTransaction(async (tx) => {
      const ref = db.doc(paths.action(id));
      if (action && !(await tx.get(ref)).exists) tx.create(ref, action);
    });
    return id;
  }));
  return ids;
}

function sayingOf(group: readonly Ringing[], at: Date): Action | undefined {
  const [first] = group;
  if (!first) return undefined;
  const { application: { campaign, village: area }, alarm: { kind: type, ...input } } = first;
  return clockAction({ type, campaign, area, at, targets: group.map(({ id }) => id), input });
}
