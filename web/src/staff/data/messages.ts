import type { AreaCode } from "@domain/areas.ts";
import { Message, Reads } from "@domain/messages.ts";
import { paths } from "@domain/paths.ts";
import type { StaffRole } from "@domain/roles.ts";
import type { QueryConstraint } from "firebase/firestore";
import { collection, doc, limit, orderBy, query, setDoc, where } from "firebase/firestore";
import type { WithId } from "./convert.ts";
import { database } from "./database.ts";
import type { Listed } from "./listen.ts";
import { listenToList, listenToOne } from "./listen.ts";
import type { Live } from "./live.ts";
import { useLive, valueOf } from "./live.ts";

/** As many of the latest as one looks through. */
const LATEST = 50;
const MOST_KEPT = 100;

export type Told = WithId<Message>;
type Seat = { uid: string; role: StaffRole; area: AreaCode };

const asked = (...about: QueryConstraint[]) => query(collection(database(), "messages"), ...about, orderBy("at", "desc"), limit(LATEST));

/** The latest messages to an office, and to the account that sits there. */
export function useMessages({ uid, role, area }: Seat): Live<Listed<Message>> & { retry: () => void } {
  const toRole = useLive(`messages ${role} ${area}`, listenToList(() => asked(where("role", "==", role), where("areas", "array-contains", area)), Message));
  const toAccount = useLive(`messages ${uid}`, listenToList(() => asked(where("account", "==", uid)), Message));
  if (toRole.state !== "ready" || toAccount.state !== "ready") return toRole.state === "ready" ? toAccount : toRole;
  const rows = [...toRole.value.rows, ...toAccount.value.rows].sort((a, b) => b.at.getTime() - a.at.getTime());
  return { ...toRole, value: { rows, unread: toRole.value.unread + toAccount.value.unread } };
}

/** What the account has read of them. */
export function useReads(uid: string): Reads {
  const live = useLive(`reads ${uid}`, listenToOne(() => doc(database(), paths.reads(uid)), Reads));
  return valueOf(live, null) ?? { by: uid, upTo: new Date(0), ids: [] };
}

export const isRead = ({ upTo, ids }: Reads, { id, at }: Told): boolean => at <= upTo || ids.includes(id);

/** What is kept once these are read too: everything up to the latest where nothing before it is left, else one by one. */
export function withRead(reads: Reads, all: readonly Told[], read: readonly Told[]): Reads {
  const ids = new Set([...reads.ids, ...read.map(({ id }) => id)]);
  const unread = all.filter((one) => !isRead({ ...reads, ids: [...ids] }, one));
  const first = Math.min(...unread.map(({ at }) => at.getTime()));
  const before = all.filter(({ at }) => at.getTime() < first);
  const upTo = new Date(Math.max(reads.upTo.getTime(), ...before.map(({ at }) => at.getTime())));
  return { by: reads.by, upTo, ids: all.filter(({ id, at }) => at > upTo && ids.has(id)).map(({ id }) => id).slice(0, MOST_KEPT) };
}

/** Keeps what is read; without a connection as soon as there is one. False when it was turned away. */
export function keepReads(reads: Reads): Promise<boolean> {
  return setDoc(doc(database(), paths.reads(reads.by)), reads).then(() => true, () => false);
}
