import type { Outcome } from "@domain/action.ts";
import { Action } from "@domain/action.ts";
import type { ActionType } from "@domain/actionInputs.ts";
import { paths } from "@domain/paths.ts";
import { doc } from "firebase/firestore";
import { useCallback, useEffect, useState } from "preact/hooks";
import { database } from "../data/database.ts";
import { listenToOne } from "../data/listen.ts";
import { useLive } from "../data/live.ts";
import { useSession } from "../session/session.ts";
import { isOutOfReach } from "./offline.ts";
import type { Stage } from "./outbox.ts";
import { useQueued, useWatchedStage } from "./outbox.ts";
import type { Order, Signer } from "./post.ts";
import { postAction } from "./post.ts";

/** Why an action was not even kept: it needs a connection, or the device is full. */
type Unkept = "outOfReach" | "full";

/** How far an action has come: on its way (`stage`), then what became of it. */
export type Progress = { id: string; stage: Stage | Unkept; outcome: Outcome | undefined };

/** Follows an action from this device to its outcome. */
export function useProgress(id: string | undefined): Progress | undefined {
  const stage = useWatchedStage(id);
  const live = useLive(
    id !== undefined && (stage === "arrived" || stage === "undone") ? `action ${id}` : undefined,
    listenToOne(() => doc(database(), paths.action(id ?? "")), Action),
  );
  if (id === undefined || stage === undefined) return undefined;
  return { id, stage, outcome: live.state === "ready" ? live.value?.outcome : undefined };
}

const OVER: readonly Progress["stage"][] = ["refused", "outOfReach", "full"];

/** Whether an action still waits for its outcome; then it must not be sent a second time. */
export const isUnderWay = (progress: Progress | undefined): boolean =>
  progress !== undefined && !OVER.includes(progress.stage) && progress.outcome === undefined;

const unkeptAs = (stage: Unkept | undefined): Progress | undefined => stage && { id: stage, stage, outcome: undefined };

/** Keeps and sends orders one after the other. @returns their ids, or why the first that failed was not kept. */
async function keepAll(orders: readonly Order[], signer: Signer): Promise<string[] | Unkept> {
  if (orders.some(({ type }) => isOutOfReach(type))) return "outOfReach";
  const ids: string[] = [];
  try {
    for (const order of orders) ids.push(await postAction(order, signer));
    return ids;
  } catch {
    return "full";
  }
}

/**
 * Sends one action at a time for the office that one sits in, and follows it. What was typed under `keptAs` and already
 * waits on this device, perhaps since before the page was closed, is followed as well.
 */
export function usePosting(keptAs?: string) {
  const { uid, office, campaign } = useSession();
  const [id, setId] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [unkept, setUnkept] = useState<Unkept>();
  const queued = useQueued(keptAs);
  const followed = useProgress(id);
  const progress = unkeptAs(unkept) ?? followed;
  useEffect(() => {
    if (queued) setId(queued);
  }, [queued]);
  const post = useCallback(
    async <T extends ActionType>(order: Order<T>) => {
      const about = campaign?.id ?? order.campaign;
      if (about === undefined) return undefined;
      setBusy(true);
      const sent = await keepAll([{ ...order, ...(keptAs && { keptAs }) }], { uid, role: office.role, campaign: about });
      setBusy(false);
      setUnkept(typeof sent === "string" ? sent : undefined);
      setId(typeof sent === "string" ? undefined : sent[0]);
      return typeof sent === "string" ? undefined : sent[0];
    },
    [uid, office.role, campaign?.id, keptAs],
  );
  const clear = useCallback(() => (setId(undefined), setUnkept(undefined)), []);
  return { post, progress, clear, underWay: busy || isUnderWay(progress) };
}

/** Sends several actions at once, one after the other; each is then followed by its id (parts/Outcome.tsx: Sent). */
export function usePostings() {
  const { uid, office, campaign } = useSession();
  const [ids, setIds] = useState<readonly string[]>([]);
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const [unkept, setUnkept] = useState<Unkept>();
  /** False when nothing was kept, let alone sent. */
  const post = async (orders: readonly Order[]): Promise<boolean> => {
    if (!campaign) return false;
    const sent = await keepAll(orders, { uid, role: office.role, campaign: campaign.id });
    setUnkept(typeof sent === "string" ? sent : undefined);
    setIds(typeof sent === "string" ? [] : sent);
    return typeof sent !== "string";
  };
  const settle = useCallback((id: string) => setSettled((before) => new Set([...before, id])), []);
  return { post, ids, settle, unkept: unkeptAs(unkept), underWay: ids.some((id) => !settled.has(id)) };
}
