import { SINCE_APPROVAL } from "@domain/status.ts";
import { useMemo } from "preact/hooks";
import type { Column } from "../../../shared/components.tsx";
import { ButtonLink, Card, EmptyState, Page, Table, Tag } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { dateOf } from "../../../shared/time.ts";
import { householdsOf } from "../../../shared/words.ts";
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
import { HELP_WORDS } from "./words.ts";

const SINCE_PAIRING = SINCE_APPROVAL.filter((status) => status !== "approved");

/** Every household of a village that is helped: those without a plan first. */
export function HelpList(_: RoomProps) {
  const { campaign } = useDesk();
  const { counts, rows } = useVillageCounts({ track: "identify", statuses: ["paired"] });
  const { village, choose, own } = useVillage(rows);
  const live = useVillageApplications(village ? { campaign: campaign.id, village, statuses: SINCE_PAIRING } : undefined);
  return (
    <Page title={say(HELP_WORDS.title)} lead={say(HELP_WORDS.lead)}>
      {!own && <CountedTabs counts={counts} village={village} choose={choose} />}
      <Reading live={live}>{(value) => <Helped rows={value.rows.filter(({ track }) => track === "identify")} />}</Reading>
    </Page>
  );
}

const byPlan = (a: Household, b: Household): number => Number(a.plan !== null) - Number(b.plan !== null) || byUrgency(a, b);

function Helped({ rows }: { rows: Household[] }) {
  const desk = useDesk();
  const sorted = useMemo(() => [...rows].sort(byPlan), [rows]);
  const columns = householdColumns(desk.campaign.line);
  if (rows.length === 0) return <EmptyState title={say(HELP_WORDS.none)}><p>{say(HELP_WORDS.noneLead)}</p></EmptyState>;
  const plan: Column<Household> = {
    key: "plan",
    head: say(HELP_WORDS.plan),
    cell: (row) => (row.plan ? say(dateOf(row.plan.at)) : <Tag tone="waiting">{say({ zh: "待制定", en: "to be made" })}</Tag>),
  };
  const doing: Column<Household> = {
    key: "do",
    head: "",
    cell: (row) => {
      const isToPlan = row.plan === null && whyNot(row, "adoptPlan", desk) === undefined;
      return <ButtonLink kind={isToPlan ? "primary" : "plain"} href={`/staff/help/${row.id}${isToPlan ? "?do=plan" : ""}`}>{say(isToPlan ? HELP_WORDS.makePlan : HELP_WORDS.open)}<span class="unseen"> {householderOf(row)}</span></ButtonLink>;
    },
  };
  const helper: Column<Household> = { key: "helper", head: say(HELP_WORDS.helper), cell: ({ helper: one }) => one?.name ?? "—" };
  const state: Column<Household> = { key: "status", head: "", cell: (row) => <StatusTag status={row.status} /> };
  return (
    <Card title={say(householdsOf(rows.length))}>
      <Table rows={sorted} columns={[columns.name, doing, helper, plan, columns.people, state, columns.due]} caption={say(HELP_WORDS.title)} quiet rowKey={({ id }) => id} onPhone="stack" />
    </Card>
  );
}
