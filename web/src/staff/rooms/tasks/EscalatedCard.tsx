import type { AnswerLevel } from "@domain/records.ts";
import { ANSWERED_BY, AnswerLevel as Levels } from "@domain/records.ts";
import type { StaffRole } from "@domain/roles.ts";
import { ROLES } from "@domain/roles.ts";
import { statusOf } from "@domain/status.ts";
import { ButtonLink, Card, Tag } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { householdsOf } from "../../../shared/words.ts";
import type { Household } from "../../data/applications.ts";
import { useEscalated } from "../../data/applications.ts";
import { valueOf } from "../../data/live.ts";
import { HouseholdLink } from "../../parts/HouseholdLink.tsx";
import { Due, trackName } from "../../parts/status.tsx";
import { byUrgency } from "../../parts/urgency.ts";
import { villageName } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import { TASK_WORDS } from "./words.ts";

const SHOWN = 5;

/** The level that a role stands for when something is late below it. */
const levelFor = (role: StaffRole): AnswerLevel | undefined => Levels.options.find((level) => ANSWERED_BY[level] === role);

/** What was late below and was passed to me, the longest late first. */
export function useEscalatedToMe(): Household[] {
  const { office, campaign } = useDesk();
  const to = levelFor(office.role);
  return valueOf(useEscalated(to && { campaign: campaign.id, area: office.area, to }), { rows: [], unread: 0 }).rows.toSorted(byUrgency);
}

export function EscalatedCard({ rows }: { rows: readonly Household[] }) {
  const { campaign } = useDesk();
  const holders = (one: Household) => statusOf(one.track, one.status).holders.map((holder) => say(ROLES[holder])).join(say({ zh: "、", en: ", " }));
  return (
    <Card title={say(TASK_WORDS.escalated)} aside={<Tag tone="held">{say(householdsOf(rows.length))}</Tag>}>
      <p>{say(TASK_WORDS.escalatedLead)}</p>
      <ul class="taskRows">
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.id}>
            <span class="taskName"><HouseholdLink household={row} /> <span class="soft">{villageName(campaign, row.village)} · {trackName(row)}</span></span>
            <span class="taskState"><span class="soft">{say(statusOf(row.track, row.status))} · {holders(row)}</span> <Due at={row.dueAt} /></span>
          </li>
        ))}
      </ul>
      <div class="buttons"><ButtonLink href="/staff/board">{say(TASK_WORDS.toBoard)}</ButtonLink></div>
    </Card>
  );
}
