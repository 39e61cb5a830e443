import type { Actor } from "../roles.ts";
import { FORM_FILLERS } from "../roles.ts";
import type { Status } from "../status.ts";
import type { Transition } from "./transition.ts";

/** Everybody whom a check may ask, and their superiors; who may answer which is a guard's (asksYou). The supervisor only looks on. A helper comes in once there is one. */
const ANSWERERS = [...FORM_FILLERS, "townGovernment", "countyOffice"] as const satisfies readonly Actor[];
/** Who runs the checks by hand; the clock does where a fact changed elsewhere. */
const RUNNERS = [...FORM_FILLERS, "townGovernment", "countyOffice", "clock"] as const satisfies readonly Actor[];

/** The checks run and their questions answered, in states that have a record: nothing moves by it. */
export function askingRows(step: number, from: readonly Status[], helpers: readonly Actor[] = []): readonly Transition[] {
  const staying = { from, to: { oneOf: from, decidedBy: "unchanged" } } as const;
  return [
    { step, action: "runChecks", by: RUNNERS, guards: [], effects: ["keepFindings", "recuse"], ...staying },
    { step, action: "answerFinding", by: [...ANSWERERS, ...helpers], guards: ["ownPairing", "findingKnown", "asksYou"], effects: ["keepAnswer"], ...staying },
  ];
}
