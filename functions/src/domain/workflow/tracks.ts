import type { Track } from "../status.ts";
import { withClock } from "./clockRows.ts";
import { EXIT, IDENTIFY } from "./household.ts";
import type { Transition } from "./transition.ts";
import { VILLAGE } from "./village.ts";

/** The workflow as data: everything that may happen to an application, per track. */
export const WORKFLOW: Record<Track, readonly Transition[]> = {
  identify: withClock("identify", IDENTIFY), exit: withClock("exit", EXIT), village: withClock("village", VILLAGE),
};
