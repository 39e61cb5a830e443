import { createHash } from "node:crypto";
import type { Hash } from "@domain/chain.ts";
import { digestAction, nextLink } from "@domain/chain.ts";
import { paths } from "@domain/paths.ts";
import type { Finding } from "../invariant.ts";
import { finding } from "../invariant.ts";
import type { Material, Step } from "../material.ts";
import { histories } from "../material.ts";

const sha256: Hash = (text) => createHash("sha256").update(text).digest("hex");

/** Recomputes one history, link by link. Gives the first link that does not fit, and the last hash. */
function recompute(steps: readonly Step[]): { hash: string; broken?: string } {
  let hash = "";
  for (const [at, { actionId, action, target, outcome }] of steps.entries()) {
    const { hash: written, ...core } = outcome;
    if (core.seq !== at + 1)
      return {
        hash,
        broken: `place ${at + 1} of its history is missing or taken twice (action ${actionId})`,
      };
    hash = nextLink(hash, digestAction(actionId, action, sha256), target, core, sha256);
    if (hash !== written)
      return { hash, broken: `link ${core.seq} was changed after it was written (action ${actionId})` };
  }
  return { hash };
}

/** Each application's running hash is what its actions and their outcomes make (design.md, section 2). */
export function checkChains(material: Material): Finding {
  const steps = histories(material);
  return finding((look) => {
    for (const [id, { chain }] of material.applications) {
      const history = steps.get(id) ?? [];
      const { hash, broken } = recompute(history);
      look.look(
        paths.application(id),
        broken,
        !broken &&
          chain.length !== history.length &&
          `says ${chain.length} actions, ${history.length} are on record`,
        !broken &&
          chain.length === history.length &&
          chain.hash !== hash &&
          "its own hash differs from its history's",
      );
    }
    for (const [id, [first]] of steps)
      if (!material.applications.has(id))
        look.look(paths.application(id), `is gone, though action ${first?.actionId} was applied to it`);
  });
}
