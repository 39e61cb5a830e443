import { closingTimer, setTimer } from "../timers/timers.ts";
import type { Aftermath } from "./applyAction.ts";
import { applyAction } from "./applyAction.ts";

/** Applies an action, then does what lies outside its transaction: a published notice gets the timer of its end. */
export async function carryOut(action: string): Promise<Aftermath> {
  const aftermath = await applyAction(action);
  if (aftermath.notice) await setTimer(closingTimer(aftermath.notice, new Date()));
  return aftermath;
}
