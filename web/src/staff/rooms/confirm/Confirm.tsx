import { confirmationsLacking } from "@domain/meeting.ts";
import { useState } from "preact/hooks";
import { EmptyState, Page } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { usePosting } from "../../actions/usePosting.ts";
import type { Household } from "../../data/applications.ts";
import { useApplications } from "../../data/applications.ts";
import { seenOf, whyNot } from "../../parts/can.ts";
import { CONFIRMING, Gathered } from "../../parts/Gathering.tsx";
import { Outcome } from "../../parts/Outcome.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { nameIn } from "../../parts/status.tsx";
import { firstMine, useVillage, VillageTabs } from "../../parts/villages.tsx";
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
  const desk = useDesk();
  const { village, choose, own } = useVillage(firstMine(rows, (row) => whyNot(row, "confirmMeeting", desk) === undefined));
  const here = rows.filter((row) => row.village === village);
  const meetings = [...Map.groupBy(here, ({ appraisal }) => appraisal?.action ?? "")];
  /* Kept here and not in the card: with the last confirmation a meeting is sealed, and its card goes. */
  const { post, progress, underWay } = usePosting();
  const [sent, setSent] = useState<readonly Household[]>([]);
  const confirm = (meeting: string) => (targets: readonly Household[]) => {
    setSent(targets);
    void post({ type: "confirmMeeting", area: village, targets: targets.map(({ id }) => id), input: { meeting }, seen: seenOf(targets) });
  };
  return (
    <>
      {!own && <VillageTabs rows={rows} village={village} choose={choose} />}
      <Outcome progress={progress} nameOf={nameIn(sent)} done={(outcome) => <Gathered gathering={CONFIRMING} outcome={outcome} rows={sent} role={desk.office.role} />} />
      {here.length === 0 && <EmptyState title={say(CONFIRM_WORDS.none)}><p>{say(CONFIRM_WORDS.noneLead)}</p></EmptyState>}
      {meetings.map(([meeting, households]) => <MeetingCard key={meeting} meeting={meeting} rows={households} busy={underWay} confirm={confirm(meeting)} />)}
    </>
  );
}
