import type { Application } from "@domain/application.ts";
import { paths } from "@domain/paths.ts";
import { WORKFLOW } from "@domain/workflow/tracks.ts";
import { targetsOf } from "@domain/workflow/transition.ts";
import type { Finding } from "../invariant.ts";
import { finding } from "../invariant.ts";
import type { Material, Step } from "../material.ts";
import { histories, splitsIn } from "../material.ts";

/**
 * Walks a history along the table of transitions, from the draft or from where a split began it. Gives the first step
 * that no row allows, or the state it ends in.
 */
function replay({ track }: Application, begun: string, steps: readonly Step[]): { status: string } | { broken: string } {
  let status = begun;
  for (const {
    actionId,
    action: { type, role },
    outcome: { to },
  } of steps) {
    const rows = WORKFLOW[track].filter(
      (row) => row.action === type && row.from.some((from) => from === status),
    );
    const row = rows.find(({ by }) => by.includes(role));
    if (!row) return { broken: `${type} by ${role} is no step from ${status} (action ${actionId})` };
    if (!targetsOf(row).some((target) => target === to))
      return { broken: `${type} from ${status} never leads to ${to} (action ${actionId})` };
    status = to;
  }
  return { status };
}

/** Each application's state is what its actions lead to, and every one of them is a row of the workflow. */
export function checkStatuses(material: Material): Finding {
  const steps = histories(material);
  const born = splitsIn(steps);
  return finding((look) => {
    for (const [id, application] of material.applications) {
      const walked = replay(application, born.has(id) ? "paired" : "draft", steps.get(id) ?? []);
      const broken = "broken" in walked ? walked.broken : undefined;
      const ends =
        "status" in walked &&
        walked.status !== application.status &&
        `is ${application.status}; its actions lead to ${walked.status}`;
      look.look(paths.application(id), broken, ends);
    }
  });
}
