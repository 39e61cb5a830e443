import { paths } from "@domain/paths.ts";
import { isOfficeAction } from "@domain/workflow/offices.ts";
import type { Finding } from "../invariant.ts";
import { finding } from "../invariant.ts";
import type { Material } from "../material.ts";

/** An action waits no longer than this for its outcome: the periodic run finishes what a trigger left. */
const WAIT_MS = 60_000;

/** Every action was finished: it has an outcome, with an answer for each of its targets. */
export function checkFinished({ actions, now }: Material): Finding {
  return finding((look) => {
    for (const [id, { at, pending, outcome, targets, type }] of actions) {
      const young = now.getTime() - at.getTime() < WAIT_MS;
      const whole = outcome?.problem !== undefined || isOfficeAction(type);
      const unanswered = whole ? 0 : targets.filter((target) => !outcome?.targets[target]).length;
      const counted = Object.values(outcome?.targets ?? {});
      const applied = counted.filter((one) => one.applied).length;
      look.look(
        paths.action(id),
        pending && !young && "has waited for more than a minute",
        pending === (outcome !== undefined) && "waits though it has an outcome, or the reverse",
        outcome && unanswered > 0 && `${unanswered} of its targets have no answer`,
        outcome && applied !== outcome.applied && `says ${outcome.applied} applied, ${applied} are`,
        outcome &&
          !whole &&
          counted.length - applied !== outcome.refused &&
          `says ${outcome.refused} refused, ${counted.length - applied} are`,
      );
    }
  });
}

/** Every document is what its schema says. */
export function checkWellFormed({ read, malformed, id, campaign }: Material): Finding {
  const missing =
    campaign || malformed.some(({ document }) => document === paths.campaign(id))
      ? []
      : [{ document: paths.campaign(id), why: "does not exist" }];
  return { checked: read, broken: [...malformed, ...missing] };
}
