import { closingTimer, sendingTimer, setTimer } from "../timers/timers.ts";
import type { Aftermath } from "./applyAction.ts";
import { applyAction } from "./applyAction.ts";

/** Applies an action, then does what lies outside its transaction: a published notice gets the timer of its end, what goes outwards is sent. */
export async function carryOut(action: string): Promise<Aftermath> {
  const aftermath = await applyAction(action);
  if (aftermath.notice) await setTimer(closingTimer(aftermath.notice, new Date()));
  for (const id of aftermath.outwards ?? []) await setTimer(sendingTimer(id, new Date()));
  return aftermath;
}
