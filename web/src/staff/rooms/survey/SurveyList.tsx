import type { Column } from "../../../shared/components.tsx";
import { ButtonLink, Card, EmptyState, Page, Table, Tag } from "../../../shared/components.tsx";
import { kept } from "../../../shared/kept.ts";
import { say } from "../../../shared/language.tsx";
import type { Household } from "../../data/applications.ts";
import { useApplications } from "../../data/applications.ts";
import { whyNot } from "../../parts/can.ts";
import { householdColumns } from "../../parts/columns.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { householderOf, StatusTag } from "../../parts/status.tsx";
import { byUrgency } from "../../parts/urgency.ts";
import { useVillage, VillageTabs } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { surveyKey } from "./surveyValue.ts";
import { SURVEY_WORDS } from "./words.ts";

const STATUSES = ["submitted", "surveyed", "notNominated"] as const;

/** Households to be surveyed: returned ones first, then by due date; and those whose survey may still be corrected. */
export function SurveyList() {
  const { campaign, office } = useDesk();
  const live = useApplications({ campaign: campaign.id, area: office.area, statuses: STATUSES });
  return (
    <Page title={say(SURVEY_WORDS.title)} lead={say(SURVEY_WORDS.lead)}>
      <Reading live={live}>{({ rows }) => <Villages rows={rows} />}</Reading>
    </Page>
  );
}

const isToDo = ({ status, returned }: Household): boolean => status === "submitted" || returned !== null;

function Villages({ rows }: { rows: Household[] }) {
  const { village, choose, own } = useVillage(rows.filter(isToDo));
  const here = rows.filter((row) => row.village === village).sort(byUrgency);
  const [waiting, done] = [here.filter(isToDo), here.filter((row) => !isToDo(row))];
  return (
    <>
      {!own && <VillageTabs rows={rows.filter(isToDo)} village={village} choose={choose} />}
      {here.length === 0 && <EmptyState title={say(SURVEY_WORDS.none)}><p>{say(SURVEY_WORDS.noneLead)}</p></EmptyState>}
      <Listed title={say(SURVEY_WORDS.waiting)} rows={waiting} />
      <Listed title={say(SURVEY_WORDS.done)} rows={done} />
    </>
  );
}

function Listed({ title, rows }: { title: string; rows: Household[] }) {
  const desk = useDesk();
  const columns = householdColumns(desk.campaign.line);
  if (rows.length === 0) return null;
  const state: Column<Household> = {
    key: "state",
    head: "",
    cell: (row) => (
      <span class="tags">
        <StatusTag status={row.status} track={row.track} />
        {kept(surveyKey(desk.uid, row.id)) !== undefined && <Tag tone="running">{say(SURVEY_WORDS.here)}</Tag>}
      </span>
    ),
  };
  const doing: Column<Household> = {
    key: "do",
    head: "",
    cell: (row) => {
      const off = whyNot(row, "recordSurvey", desk);
      if (off) return <span class="soft">{off === "notNow" ? "" : say(off)}</span>;
      const word = row.status === "submitted" ? SURVEY_WORDS.begin : SURVEY_WORDS.correct;
      return <ButtonLink kind={isToDo(row) ? "primary" : "plain"} href={`/staff/survey/${row.id}`}>{say(word)}<span class="unseen"> {householderOf(row)}</span></ButtonLink>;
    },
  };
  return (
    <Card title={title} aside={<span class="soft">{rows.length}</span>}>
      <Table rows={rows} columns={[columns.name, doing, state, columns.people, columns.due]} caption={title} quiet rowKey={({ id }) => id} onPhone="stack" />
    </Card>
  );
}
