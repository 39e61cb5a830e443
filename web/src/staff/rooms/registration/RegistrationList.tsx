import type { Status } from "@domain/status.ts";
import type { Column } from "../../../shared/components.tsx";
import { ButtonLink, Card, EmptyState, Page, Table, Tag } from "../../../shared/components.tsx";
import { kept } from "../../../shared/kept.ts";
import { say } from "../../../shared/language.tsx";
import type { Household } from "../../data/applications.ts";
import { useVillageApplications } from "../../data/service.ts";
import { whyNot } from "../../parts/can.ts";
import { householdColumns } from "../../parts/columns.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { householderOf, StatusTag } from "../../parts/status.tsx";
import { byUrgency } from "../../parts/urgency.ts";
import { CountedTabs, useVillageCounts } from "../../parts/villageCounts.tsx";
import { useVillage } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { registrationKey } from "./value.ts";
import { REGISTRATION_WORDS } from "./words.ts";

const TO_FILL: readonly Status[] = ["planned"];
const STATUSES: readonly Status[] = [...TO_FILL, "registered", "handbookIssued", "entered", "reported"];

/** The registration forms of a village: those to be filled in, and those that may still be corrected. */
export function RegistrationList(_: RoomProps) {
  const { campaign } = useDesk();
  const { counts, rows } = useVillageCounts({ track: "identify", statuses: TO_FILL });
  const { village, choose, own } = useVillage(rows);
  const live = useVillageApplications(village ? { campaign: campaign.id, village, statuses: STATUSES } : undefined);
  return (
    <Page title={say(REGISTRATION_WORDS.listTitle)} lead={say(REGISTRATION_WORDS.lead)}>
      {!own && <CountedTabs counts={counts} village={village} choose={choose} />}
      <Reading live={live}>{(value) => <Lists rows={value.rows.filter(({ track }) => track === "identify").sort(byUrgency)} />}</Reading>
    </Page>
  );
}

function Lists({ rows }: { rows: Household[] }) {
  const [waiting, done] = [rows.filter(({ status }) => status === "planned"), rows.filter(({ status }) => status !== "planned")];
  return (
    <>
      {waiting.length === 0 && <EmptyState title={say(REGISTRATION_WORDS.none)}><p>{say(REGISTRATION_WORDS.noneLead)}</p></EmptyState>}
      <Listed title={say(REGISTRATION_WORDS.waiting)} rows={waiting} />
      <Listed title={say(REGISTRATION_WORDS.done)} lead={say(REGISTRATION_WORDS.doneLead)} rows={done} />
    </>
  );
}

function Listed({ title, lead, rows }: { title: string; lead?: string; rows: Household[] }) {
  const desk = useDesk();
  const columns = householdColumns(desk.campaign.line);
  if (rows.length === 0) return null;
  const state: Column<Household> = {
    key: "state",
    head: "",
    cell: (row) => (
      <span class="tags">
        <StatusTag status={row.status} />
        {kept(registrationKey(desk.uid, row.id)) !== undefined && <Tag tone="running">{say(REGISTRATION_WORDS.here)}</Tag>}
      </span>
    ),
  };
  const doing: Column<Household> = {
    key: "do",
    head: "",
    cell: (row) => {
      const off = whyNot(row, "completeForm", desk);
      if (off) return <span class="soft">{off === "notNow" ? "" : say(off)}</span>;
      const isNew = row.status === "planned";
      return <ButtonLink kind={isNew ? "primary" : "plain"} href={`/staff/registration/${row.id}`}>{say(isNew ? REGISTRATION_WORDS.begin : REGISTRATION_WORDS.correct)}<span class="unseen"> {householderOf(row)}</span></ButtonLink>;
    },
  };
  return (
    <Card title={title} aside={<span class="soft">{rows.length}</span>}>
      {lead && <p class="soft">{lead}</p>}
      <Table rows={rows} columns={[columns.name, doing, state, columns.people, columns.cause, columns.due]} caption={title} quiet rowKey={({ id }) => id} onPhone="stack" />
    </Card>
  );
}
