import type { Outcome } from "@domain/action.ts";
import { Action } from "@domain/action.ts";
import { paths } from "@domain/paths.ts";
import { doc } from "firebase/firestore";
import { database } from "../data/database.ts";
import { listenToOne } from "../data/listen.ts";
import type { Undone } from "./parcel.ts";

const following = new Set<string>();

/** Waits for what becomes of an action that has arrived, and tells it once. Where it cannot be read, it is asked for on the next visit. */
export function followAction(id: string, tell: (outcome: Outcome) => void): void {
  if (following.has(id)) return;
  following.add(id);
  let stop: (() => void) | undefined;
  let over = false;
  const end = () => {
    over = true;
    following.delete(id);
    stop?.();
  };
  stop = listenToOne(() => doc(database(), paths.action(id)), Action)({
    next: (action) => {
      if (over || !action?.outcome) return;
      end();
      tell(action.outcome);
    },
    fail: end,
  });
  if (over) stop();
}

/** What of an outcome was not carried out, in words. */
export function undoneIn({ problem, targets }: Outcome): Undone[] {
  const told = ({ zh, en }: { zh: string; en: string }) => ({ zh, en });
  if (problem) return [{ problem: told(problem) }];
  return Object.entries(targets).flatMap(([target, one]) => (one.applied ? [] : [{ target, problem: told(one.problem) }]));
}
