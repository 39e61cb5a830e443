import { EmptyState, Page } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import type { Household } from "../../data/applications.ts";
import { useApplications } from "../../data/applications.ts";
import { AlongLink } from "../../parts/AlongLink.tsx";
import type { FillRoom } from "../../parts/FormsToFill.tsx";
import { FormsToFill } from "../../parts/FormsToFill.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { byUrgency } from "../../parts/urgency.ts";
import { useVillage, VillageTabs } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import { surveyKey } from "./surveyValue.ts";
import { SURVEY_WORDS } from "./words.ts";

const STATUSES = ["submitted", "surveyed", "notNominated"] as const;

/** Households to be surveyed: returned ones first, then by due date; and those whose survey may still be corrected. */
export function SurveyList() {
  const { campaign, office } = useDesk();
  const live = useApplications({ campaign: campaign.id, area: office.area, statuses: STATUSES });
  return (
    <Page title={say(SURVEY_WORDS.title)} lead={say(SURVEY_WORDS.lead)} aside={<AlongLink />}>
      <Reading live={live}>{({ rows }) => <Villages rows={rows} />}</Reading>
    </Page>
  );
}

const isToDo = ({ status, returned }: Household): boolean => status === "submitted" || returned !== null;

const ROOM: FillRoom = {
  action: "recordSurvey",
  address: (id) => `/staff/survey/${id}`,
  keptAt: surveyKey,
  here: SURVEY_WORDS.here,
  word: ({ status }) => (status === "submitted" ? SURVEY_WORDS.begin : SURVEY_WORDS.correct),
  waits: isToDo,
};

function Villages({ rows }: { rows: Household[] }) {
  const { village, choose, own } = useVillage(rows.filter(isToDo));
  const here = rows.filter((row) => row.village === village).sort(byUrgency);
  const [waiting, done] = [here.filter(isToDo), here.filter((row) => !isToDo(row))];
  return (
    <>
      {!own && <VillageTabs rows={rows.filter(isToDo)} village={village} choose={choose} />}
      {here.length === 0 && <EmptyState title={say(SURVEY_WORDS.none)}><p>{say(SURVEY_WORDS.noneLead)}</p></EmptyState>}
      <FormsToFill room={ROOM} title={say(SURVEY_WORDS.waiting)} rows={waiting} />
      <FormsToFill room={ROOM} title={say(SURVEY_WORDS.done)} rows={done} />
    </>
  );
}
