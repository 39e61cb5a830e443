import { INPUTS } from "@domain/actionInputs.ts";
import { CONFIRMERS_NEEDED } from "@domain/meeting.ts";
import { passedOverBy, roundAwaited } from "@domain/notice/waiting.ts";
import { paths } from "@domain/paths.ts";
import type { Finding } from "../invariant.ts";
import { finding } from "../invariant.ts";
import type { Material, Step } from "../material.ts";
import { histories } from "../material.ts";

/** What a history says against its meetings: verified without a sealed record, or a record that is not the one kept. */
function wrongMeetings(steps: readonly Step[]): (string | false)[] {
  let recorder = "";
  const confirmed = new Map<string, string>();
  return steps.flatMap(({ actionId, action: { type, by, role } }) => {
    if (type === "recordAppraisal") {
      recorder = by;
      confirmed.clear();
    }
    if (type === "confirmMeeting") {
      const wrong = [
        by === recorder && `its recorder confirmed the meeting (action ${actionId})`,
        [...confirmed.values()].includes(by) && `one account confirmed the meeting twice (action ${actionId})`,
      ];
      confirmed.set(role, by);
      return wrong;
    }
    return type === "verify" ? [confirmed.size < CONFIRMERS_NEEDED && `was verified with ${confirmed.size} confirmations of the meeting (action ${actionId})`] : [];
  });
}

/** Nobody is verified upon a record that its recorder alone stands for, and every meeting that spoke is kept. */
export function checkMeetings(material: Material): Finding {
  const steps = histories(material);
  return finding((look) => {
    for (const [id, { meetings, track }] of material.applications) {
      if (track === "village") continue;
      const own = steps.get(id) ?? [];
      const recorded = own.filter(({ action: { type } }) => type === "recordAppraisal").map(({ actionId }) => actionId);
      const unexplained = meetings.filter(({ kind, reason }) => kind !== "regular" && reason.length < 2);
      look.look(
        paths.application(id),
        recorded.join() !== meetings.map(({ action }) => action).join() && "its meetings are not those of its history",
        unexplained.length > 0 && "a later meeting has no reason",
        ...wrongMeetings(own),
      );
    }
  });
}

/** Who might have been on a list and is not has a reason on record; so has whoever was on it and came off. */
export function checkDifferences(material: Material): Finding {
  const ended = ["return", "reject", "withdraw"] as const;
  return finding((look) => {
    const notices = [...material.notices].map(([id, notice]) => ({ ...notice, id }));
    for (const [id, application] of material.applications) {
      if (!roundAwaited(application.status) || application.track === "village") continue;
      const ofVillage = notices.filter(({ village }) => village === application.village);
      const isRefused = (notice: string) => material.actions.get(notice)?.outcome?.targets[id]?.applied === false;
      look.look(paths.application(id), passedOverBy(application, ofVillage, (notice) => isRefused(notice.id)) !== undefined && "is on no list of its round, and nobody says why");
    }
    for (const [id, { type, input, outcome, erased }] of material.actions) {
      /* Of an application whose time is over the reason was erased with its forms. */
      if (!ended.some((one) => one === type) || !outcome?.applied || erased) continue;
      look.look(paths.action(id), !INPUTS[type].safeParse(input).success && "took a household off without a reason");
    }
  });
}
