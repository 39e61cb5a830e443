import "../villages/villages.css";
import { shanghaiDate } from "@domain/notice/period.ts";
import type { Status } from "@domain/status.ts";
import type { Column } from "../../../shared/components.tsx";
import { Alert, ButtonLink, Card, EmptyState, Page, Progress, Table, Tag } from "../../../shared/components.tsx";
import { Field } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import type { Household } from "../../data/applications.ts";
import { useVillages } from "../../data/campaigns.ts";
import { valueOf } from "../../data/live.ts";
import { useVillageApplications } from "../../data/service.ts";
import { whyNot } from "../../parts/can.ts";
import { householdColumns } from "../../parts/columns.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { householderOf, StatusTag } from "../../parts/status.tsx";
import { byUrgency } from "../../parts/urgency.ts";
import { useSearch } from "../../parts/useSearch.ts";
import { CountedTabs, countsOf } from "../../parts/villageCounts.tsx";
import { useVillage } from "../../parts/villages.tsx";
import { useOwn } from "../../session/own.ts";
import { useDesk } from "../../session/session.ts";
import { updateKey, updateYears } from "./value.ts";
import { UPDATE_WORDS } from "./words.ts";

const STATUSES: readonly Status[] = ["inService", "changeReview"];

/** Households and villages in service: which of them have been updated for the year, and which have not. */
export function Update() {
  const { campaign } = useDesk();
  const villages = valueOf(useVillages(campaign.id), { rows: [], unread: 0 }).rows;
  const poor = countsOf(villages, { track: "village", statuses: STATUSES });
  const counts = new Map([...countsOf(villages, { track: "identify", statuses: STATUSES })].map(([code, many]) => [code, many + (poor.get(code) ?? 0)]));
  const { village, choose, own } = useVillage([...counts].flatMap(([code, many]) => (many > 0 ? [{ village: code }] : [])));
  const years = updateYears(campaign, shanghaiDate(new Date()));
  const [chosen, change] = useSearch({ year: String(years[0] ?? campaign.year + 1), village });
  const live = useVillageApplications(village ? { campaign: campaign.id, village, statuses: STATUSES } : undefined);
  return (
    <Page title={say(UPDATE_WORDS.title)} lead={say(UPDATE_WORDS.lead)}>
      {!own && <CountedTabs counts={counts} village={village} choose={choose} />}
      {years.length > 1 && (
        <div class="filters">
          <Field id="updateYear" label={say(UPDATE_WORDS.year)} required>
            {(aria) => (
              <select {...aria} aria-required={undefined} value={chosen.year} onChange={(event) => change({ year: event.currentTarget.value })}>
                {years.map((year) => <option key={year} value={String(year)}>{year} {say(UPDATE_WORDS.yearly)}</option>)}
              </select>
            )}
          </Field>
        </div>
      )}
      <Reading live={live}>{({ rows }) => <Lists rows={[...rows].sort(byUrgency)} year={Number(chosen.year)} />}</Reading>
    </Page>
  );
}

function Lists({ rows, year }: { rows: Household[]; year: number }) {
  const isDone = ({ registration }: Household) => (registration?.year ?? 0) >= year;
  const [done, waiting] = [rows.filter(isDone), rows.filter((row) => !isDone(row))];
  if (rows.length === 0) return <EmptyState title={say(UPDATE_WORDS.none)}><p>{say(UPDATE_WORDS.noneLead)}</p></EmptyState>;
  const text = say({ zh: `${year} 年度：已更新 ${done.length} / ${rows.length}`, en: `${year}: ${done.length} of ${rows.length} updated` });
  return (
    <>
      <Progress value={done.length} max={rows.length} label={say(UPDATE_WORDS.progress)} text={text} />
      {waiting.length === 0 && <Alert tone="success">{say(UPDATE_WORDS.allDone)}</Alert>}
      <Listed title={say(UPDATE_WORDS.waiting)} rows={waiting} year={year} />
      <Listed title={say(UPDATE_WORDS.done)} rows={done} year={year} />
    </>
  );
}

function Listed({ title, rows, year }: { title: string; rows: Household[]; year: number }) {
  const desk = useDesk();
  const own = useOwn();
  if (rows.length === 0) return null;
  const { name, people, cause } = householdColumns(desk.campaign.line);
  const state: Column<Household> = {
    key: "state", head: "",
    cell: (row) => (
      <span class="tags">
        {row.status !== "inService" && <StatusTag status={row.status} track={row.track} />}
        {own.kept(updateKey(row.id, (row.registration?.year ?? 0) + 1)) !== undefined && <Tag tone="running">{say(UPDATE_WORDS.here)}</Tag>}
      </span>
    ),
  };
  const last: Column<Household> = { key: "last", head: say(UPDATE_WORDS.last), align: "end", cell: ({ registration }) => registration?.year ?? "—" };
  const doing: Column<Household> = { key: "do", head: "", cell: (row) => <Doing row={row} year={year} /> };
  return (
    <Card title={title} aside={<span class="soft">{rows.length}</span>}>
      <Table rows={rows} columns={[name, doing, state, last, people, cause]} caption={title} quiet rowKey={({ id }) => id} onPhone="stack" />
    </Card>
  );
}

function Doing({ row, year }: { row: Household; year: number }) {
  const desk = useDesk();
  const off = whyNot(row, "updateYear", desk);
  const latest = row.registration?.year ?? 0;
  const name = <span class="unseen"> {householderOf(row)}</span>;
  const wanted = latest < year ? latest + 1 : latest;
  const word = latest < year ? { zh: `更新 ${wanted} 年度`, en: `Update ${wanted}` } : UPDATE_WORDS.correct;
  return (
    <span class="tags">
      {off === undefined && desk.campaign.status === "open" && <ButtonLink kind={latest < year ? "primary" : "plain"} href={`/staff/update/${row.id}?year=${wanted}`}>{say(word)}{name}</ButtonLink>}
      {off && off !== "notNow" && <span class="soft wraps">{say(off)}</span>}
      <ButtonLink kind="quiet" href={`/staff/versions/${row.id}`}>{say(UPDATE_WORDS.versions)}{name}</ButtonLink>
    </span>
  );
}
