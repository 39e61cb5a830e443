import type { Outcome } from "@domain/action.ts";
import { Action } from "@domain/action.ts";
import type { ActionType } from "@domain/actionInputs.ts";
import { paths } from "@domain/paths.ts";
import { doc } from "firebase/firestore";
import { useCallback, useState } from "preact/hooks";
import { database } from "../data/database.ts";
import { listenToOne } from "../data/listen.ts";
import { useLive } from "../data/live.ts";
import { useSession } from "../session/session.ts";
import type { Stage } from "./outbox.ts";
import { useStage } from "./outbox.ts";
import type { Order } from "./post.ts";
import { postAction } from "./post.ts";

/** How far an action has come: on its way (`stage`), then what became of it. */
export type Progress = { id: string; stage: Stage; outcome: Outcome | undefined };

/** Follows an action from this device to its outcome. */
export function useProgress(id: string | undefined): Progress | undefined {
  const stage = useStage(id);
  const live = useLive(
    id !== undefined && stage === "arrived" ? `action ${id}` : undefined,
    listenToOne(() => doc(database(), paths.action(id ?? "")), Action),
  );
  if (id === undefined || stage === undefined) return undefined;
  return { id, stage, outcome: live.state === "ready" ? live.value?.outcome : undefined };
}

/** Whether an action still waits for its outcome; then it must not be sent a second time. */
export const isUnderWay = (progress: Progress | undefined): boolean =>
  progress !== undefined && progress.stage !== "refused" && progress.outcome === undefined;

/** Sends one action at a time for the office that one sits in, and follows it. */
export function usePosting() {
  const { uid, office, campaign } = useSession();
  const [id, setId] = useState<string>();
  const [busy, setBusy] = useState(false);
  const progress = useProgress(id);
  const post = useCallback(
    async <T extends ActionType>(order: Order<T>) => {
      const about = campaign?.id ?? order.campaign;
      if (about === undefined) return undefined;
      setBusy(true);
      try {
        const sent = await postAction(order, { uid, role: office.role, campaign: about });
        setId(sent);
        return sent;
      } finally {
        setBusy(false);
      }
    },
    [uid, office.role, campaign?.id],
  );
  const clear = useCallback(() => setId(undefined), []);
  return { post, progress, clear, underWay: busy || isUnderWay(progress) };
}

/** Sends several actions at once, one after the other; each is then followed by its id (parts/Outcome.tsx: Sent). */
export function usePostings() {
  const { uid, office, campaign } = useSession();
  const [ids, setIds] = useState<readonly string[]>([]);
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const post = async (orders: readonly Order[]) => {
    if (!campaign) return;
    const sent: string[] = [];
    for (const order of orders) sent.push(await postAction(order, { uid, role: office.role, campaign: campaign.id }));
    setIds(sent);
  };
  const settle = useCallback((id: string) => setSettled((before) => new Set([...before, id])), []);
  return { post, ids, settle, underWay: ids.some((id) => !settled.has(id)) };
}
