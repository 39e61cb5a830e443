import { paths } from "@domain/paths.ts";
import type { Finding } from "../invariant.ts";
import { finding } from "../invariant.ts";
import type { Material } from "../material.ts";

/** A household is held by exactly the objections that are open against it. */
export function checkHolds({ applications, objections }: Material): Finding {
  const open = new Map<string, number>();
  for (const { application, status, held } of objections.values())
    if (status === "open" && held) open.set(application, (open.get(application) ?? 0) + 1);
  return finding((look) => {
    for (const [id, { openObjections }] of applications) {
      const count = open.get(id) ?? 0;
      look.look(
        paths.application(id),
        openObjections !== count && `is held by ${openObjections} objections, ${count} are open`,
      );
    }
    for (const id of open.keys())
      if (!applications.has(id)) look.look(paths.application(id), "has an open objection but does not exist");
  });
}

/** Every objection was raised by an action on its household, and every answer is an action of its own. */
export function checkAnswers({ objections, actions, notices, lists }: Material): Finding {
  return finding((look) => {
    for (const [id, { application, notice, serial, status, answer, appeals, appeal }] of objections) {
      const raised = actions.get(`objection-${id}`);
      const answered = answer && actions.get(answer.action);
      const said = (answered?.input ?? {}) as { objection?: unknown; decision?: unknown };
      look.look(
        paths.objection(id),
        !raised?.targets.includes(application) && "no action raised it",
        !notices.has(notice) && "its notice does not exist",
        notices.has(notice) &&
          lists.get(notice)?.[serial - 1] !== application &&
          "its line of the notice is another household's",
        appeals !== null && objections.get(appeals)?.appeal !== id && "it appeals an objection that knows nothing of it",
        appeal !== null && objections.get(appeal)?.appeals !== id && "its appeal is not there",
        (status === "open") !== (answer === null) && "is answered without an answer, or the reverse",
        answer && !answered?.outcome?.targets[application]?.applied && "its answer was not applied",
        answered && said.objection !== id && "its answer is to another objection",
        answered &&
          said.decision !== (status === "upheld" ? "uphold" : "dismiss") &&
          "its answer said otherwise",
      );
    }
  });
}
