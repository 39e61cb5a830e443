import type { AreaCode } from "@domain/areas.ts";
import { useCallback, useState } from "preact/hooks";
import type { Order } from "../../actions/post.ts";
import { postAction } from "../../actions/post.ts";
import { readVillageApplications } from "../../data/service.ts";
import { householderOf } from "../../parts/status.tsx";
import { useDesk } from "../../session/session.ts";
import { CHECKABLE, inActions } from "./tally.ts";

/** One action of a run, over the records of one village. */
export type Part = { id: string; village: AreaCode; records: number };
export type CheckRun = { parts: Part[]; reading: boolean; unread: AreaCode[]; names: Record<string, string> };

const NONE: CheckRun = { parts: [], reading: false, unread: [], names: {} };

/** Runs the checks over villages, one after the other: an action for each, or several where there are too many records. */
export function useCheckRun() {
  const { uid, office, campaign } = useDesk();
  const [run, setRun] = useState<CheckRun>(NONE);
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const start = useCallback(
    async (villages: readonly AreaCode[]) => {
      setSettled(new Set());
      setRun({ ...NONE, reading: true });
      for (const village of villages) {
        const found = await readVillageApplications({ campaign: campaign.id, village, statuses: CHECKABLE }).catch(() => undefined);
        if (!found) {
          setRun((before) => ({ ...before, unread: [...before.unread, village] }));
          continue;
        }
        const names = Object.fromEntries(found.map((row) => [row.id, householderOf(row)]));
        for (const targets of inActions(found.map(({ id }) => id))) {
          const order: Order<"runChecks"> = { type: "runChecks", area: village, targets, input: {} };
          const id = await postAction(order, { uid, role: office.role, campaign: campaign.id });
          setRun((before) => ({ ...before, names: { ...before.names, ...names }, parts: [...before.parts, { id, village, records: targets.length }] }));
        }
      }
      setRun((before) => ({ ...before, reading: false }));
    },
    [uid, office.role, campaign.id],
  );
  const settle = useCallback((id: string) => setSettled((before) => new Set([...before, id])), []);
  const done = run.parts.filter(({ id }) => settled.has(id));
  const count = (parts: readonly Part[]) => parts.reduce((sum, { records }) => sum + records, 0);
  return { run, start, settle, checked: count(done), total: count(run.parts), underWay: run.reading || done.length < run.parts.length };
}
