import { clockAction } from "../domain/action.ts";
import { Campaign } from "../domain/campaign.ts";
import type { MessageFacts } from "../domain/messages.ts";
import { Notice, NoticeHouseholds } from "../domain/notice/notice.ts";
import { paths } from "../domain/paths.ts";
import { database, read } from "../store/firestore.ts";
import { closingTimer, setTimer } from "../timers/timers.ts";
import { say } from "./messages.ts";

export type Ending = "ended" | "tooEarly" | "onTheWay" | "closedBefore" | "unknown";

/** So close before its end a timer is only early, and is to be delivered again; farther off, a new one is set. */
const NEAR_MS = 60_000;

/**
 * Ends a notice whose period is over, whoever asks: appends the clock's own action, which the workflow then applies
 * like any other. The action's id is the notice's and its end's, so asking twice ends it once. Before the end it
 * ends nothing: `onTheWay` after a hop or an extension, with the timer of the rest set; else `tooEarly`.
 */
export async function endNotice(id: string): Promise<Ending> {
  const db = database();
  const ending = await db.runTransaction(async (tx): Promise<Ending | { notice: Notice; now: Date }> => {
    const [noticeDoc, householdsDoc] = await tx.getAll(db.doc(paths.notice(id)), db.doc(paths.noticeHouseholds(id)));
    const notice = read(Notice, noticeDoc);
    const households = read(NoticeHouseholds, householdsDoc);
    const now = noticeDoc?.readTime.toDate() ?? new Date();
    if (!notice || !households) return "unknown";
    if (notice.status === "closed") return "closedBefore";
    if (now < notice.closesAt) return { notice, now };
    const ref = db.doc(paths.action(`end-${id}-${notice.closesAt.getTime()}`));
    if ((await tx.get(ref)).exists) return "closedBefore";
    tx.create(ref, clockAction({ type: "endNotice", campaign: notice.campaign, area: notice.village, at: now, targets: households.applications, input: { notice: id } }));
    return "ended";
  });
  if (typeof ending === "string") return ending;
  const { notice: { closesAt }, now } = ending;
  if (closesAt.getTime() - now.getTime() < NEAR_MS) return "tooEarly";
  await setTimer(closingTimer({ id, closesAt }, now));
  return "onTheWay";
}

/** How long before its end a notice wants a reminder, and the periodic run looks at it. */
export const LAST_DAY_MS = 86_400_000;

/** Reminds whoever published a notice that it ends within a day, once for each end; a rehearsal of seconds needs none. */
export async function remindOfEnd(id: string, now: Date): Promise<void> {
  const db = database();
  await db.runTransaction(async (tx) => {
    const ref = db.doc(paths.notice(id));
    const notice = read(Notice, await tx.get(ref));
    if (!notice || !isToRemind(notice, now)) return;
    const { campaign, village, villageName, closesAt, list, publishedBy: { role } } = notice;
    const facts = { place: villageName, many: list.length, track: list[0]?.track ?? "identify", status: null, roles: [] } satisfies MessageFacts;
    const outward = read(Campaign, await tx.get(db.doc(paths.campaign(campaign))))?.outward ?? { kinds: [] };
    say(tx, { source: `${id} ${closesAt.getTime()}`, campaign, outward, area: village, to: { role }, kind: "noticeEndsSoon", facts, at: now });
    tx.update(ref, { reminded: closesAt });
  });
}

export function isToRemind({ status, opensAt, closesAt, reminded }: Pick<Notice, "status" | "opensAt" | "closesAt" | "reminded">, now: Date): boolean {
  const left = closesAt.getTime() - now.getTime();
  return status === "open" && left > 0 && left <= LAST_DAY_MS && closesAt.getTime() - opensAt.getTime() > LAST_DAY_MS && reminded?.getTime() !== closesAt.getTime();
}
