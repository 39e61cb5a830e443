import { Action } from "@domain/action.ts";
import { paths } from "@domain/paths.ts";
import { doc } from "firebase/firestore";
import { database } from "./database.ts";
import { listenToOne } from "./listen.ts";
import { useLive } from "./live.ts";

/** One action, such as the record of a meeting; null when there is none that one may see. */
export function useAction(id: string) {
  return useLive(id && `action ${id}`, listenToOne(() => doc(database(), paths.action(id)), Action));
}
