import { confirmationsLacking } from "@domain/meeting.ts";
import { EmptyState, Page } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import type { Household } from "../../data/applications.ts";
import { useApplications } from "../../data/applications.ts";
import { Reading } from "../../parts/Reading.tsx";
import { useVillage, VillageTabs } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { MeetingCard } from "./MeetingCard.tsx";
import { CONFIRM_WORDS } from "./words.ts";

const STATUSES = ["nominated", "notNominated"] as const;

const isUnsealed = ({ appraisal }: Household): boolean => appraisal !== null && confirmationsLacking(appraisal) > 0;

/** The records of meetings that still lack a confirmation, each with its photos and its votes. */
export function Confirm(_: RoomProps) {
  const { campaign, office } = useDesk();
  const live = useApplications({ campaign: campaign.id, area: office.area, statuses: STATUSES });
  return (
    <Page title={say(CONFIRM_WORDS.title)} lead={say(CONFIRM_WORDS.lead)}>
      <Reading live={live}>{({ rows }) => <Villages rows={rows.filter(isUnsealed)} />}</Reading>
    </Page>
  );
}

function Villages({ rows }: { rows: Household[] }) {
  const { village, choose, own } = useVillage(rows);
  const here = rows.filter((row) => row.village === village);
  const meetings = [...Map.groupBy(here, ({ appraisal }) => appraisal?.action ?? "")];
  return (
    <>
      {!own && <VillageTabs rows={rows} village={village} choose={choose} />}
      {here.length === 0 && <EmptyState title={say(CONFIRM_WORDS.none)}><p>{say(CONFIRM_WORDS.noneLead)}</p></EmptyState>}
      {meetings.map(([meeting, households]) => <MeetingCard key={meeting} meeting={meeting} rows={households} />)}
    </>
  );
}
