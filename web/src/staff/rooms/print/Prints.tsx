import { TRACKS } from "@domain/status.ts";
import { useMemo } from "preact/hooks";
import type { Column } from "../../../shared/components.tsx";
import { ButtonLink, Card, Page, Table } from "../../../shared/components.tsx";
import { Field } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { Link } from "../../../shared/router.tsx";
import { dateOf } from "../../../shared/time.ts";
import type { Household } from "../../data/applications.ts";
import { useNotices } from "../../data/records.ts";
import { useVillageApplications } from "../../data/service.ts";
import { byHousehold } from "../../parts/order.ts";
import { Pager } from "../../parts/Pager.tsx";
import { noticeKind } from "../../parts/noticeKind.ts";
import { Reading } from "../../parts/Reading.tsx";
import { householderOf, StatusTags } from "../../parts/status.tsx";
import { useSearch } from "../../parts/useSearch.ts";
import { CountedTabs, useAllCounts } from "../../parts/villageCounts.tsx";
import { useVillage, villageName } from "../../parts/villages.tsx";
import { useDesk } from "../../session/session.ts";
import { STAFF_WORDS } from "../../words.ts";
import { PRINT_WORDS } from "./words.ts";

/** Where every print is found. */
export function Prints() {
  const { campaign } = useDesk();
  const { counts, rows: counted, state } = useAllCounts();
  const { village, choose, own } = useVillage(counted);
  const live = useVillageApplications(state === "loading" ? undefined : { campaign: campaign.id, village });
  return (
    <Page title={say(PRINT_WORDS.title)} lead={say(PRINT_WORDS.lead)}>
      <Card>
        <div class="buttons">
          <ButtonLink href="/staff/print/workflow">{say(PRINT_WORDS.workflows)}</ButtonLink>
          <ButtonLink href="/staff/print/quota">{say(PRINT_WORDS.quota)}</ButtonLink>
          <ButtonLink href="/staff/print/list">{say(PRINT_WORDS.list)}</ButtonLink>
          <ButtonLink href="/staff/handbook">{say(PRINT_WORDS.handbooks)}</ButtonLink>
        </div>
      </Card>
      <Notices />
      {!own && <CountedTabs counts={counts} village={village} choose={choose} />}
      <Reading live={live}>{({ rows }) => <><Meetings rows={rows} /><OfHouseholds rows={rows} /></>}</Reading>
    </Page>
  );
}

function Notices() {
  const { campaign, office } = useDesk();
  const live = useNotices({ campaign: campaign.id, area: office.area });
  return (
    <Card title={say(PRINT_WORDS.notices)}>
      <Reading live={live}>
        {({ rows }) => {
          if (rows.length === 0) return <p class="soft">{say(PRINT_WORDS.noNotices)}</p>;
          const sorted = [...rows].sort((a, b) => b.opensAt.getTime() - a.opensAt.getTime());
          return <ul class="plainList">{sorted.map(({ id, villageName: name, round, ofVillage, opensAt, list }) => <li key={id}><Link href={`/staff/print/notice/${id}`}>{`${name} ${say(noticeKind({ ofVillage, round }))} ${say(dateOf(opensAt))}`}</Link> <span class="soft">{list.length}</span></li>)}</ul>;
        }}
      </Reading>
    </Card>
  );
}

/** Meetings are known by the households that were voted on. */
function Meetings({ rows }: { rows: readonly Household[] }) {
  const { campaign } = useDesk();
  const meetings = new Map<string, { village: string; many: number }>();
  for (const { appraisal, village } of rows) {
    if (appraisal) meetings.set(appraisal.action, { village, many: (meetings.get(appraisal.action)?.many ?? 0) + 1 });
  }
  const listed = [...meetings].sort(([, a], [, b]) => a.village.localeCompare(b.village));
  return (
    <Card title={say(PRINT_WORDS.meetings)}>
      {listed.length === 0 && <p class="soft">{say(PRINT_WORDS.noMeetings)}</p>}
      <ul class="plainList">
        {listed.map(([action, { village, many }]) => (
          <li key={action}><Link href={`/staff/print/meeting/${action}`}>{say({ zh: `${villageName(campaign, village)} 评议 ${many} 户`, en: `${villageName(campaign, village)}, ${many} households` })}</Link></li>
        ))}
      </ul>
    </Card>
  );
}

const PAGE_ROWS = 30;
const NOTHING = { text: "", page: "1" };

const inOrder = (a: Household, b: Household): number => Number(b.track === "village") - Number(a.track === "village") || byHousehold(a, b);

function OfHouseholds({ rows }: { rows: readonly Household[] }) {
  const [{ text, page: wanted }, change] = useSearch(NOTHING);
  const columns = useMemo(columnsOf, []);
  const found = rows
    .filter((row) => text === "" || householderOf(row).includes(text) || (row.facts?.groupName ?? "").includes(text))
    .sort(inOrder);
  const pages = Math.max(1, Math.ceil(found.length / PAGE_ROWS));
  const page = Math.min(pages, Math.max(1, Number(wanted) || 1));
  return (
    <Card title={say(PRINT_WORDS.ofHouseholds)}>
      <Field id="printFind" label={say(PRINT_WORDS.find)} required>
        {(aria) => <input {...aria} aria-required={undefined} class="input" type="search" value={text} onInput={(event) => change({ text: event.currentTarget.value, page: "1" })} />}
      </Field>
      <Table rows={found.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS)} columns={columns} caption={say(PRINT_WORDS.ofHouseholds)} quiet rowKey={({ id }) => id} onPhone="stack" />
      <Pager page={page} pages={pages} go={(next) => change({ page: String(next) })} />
    </Card>
  );
}

function columnsOf(): Column<Household>[] {
  return [
    { key: "name", head: say(STAFF_WORDS.householder), names: true, cell: householderOf },
    { key: "group", head: say(STAFF_WORDS.group), cell: ({ facts }) => facts?.groupName ?? "" },
    { key: "track", head: say(STAFF_WORDS.track), cell: ({ track }) => say(TRACKS[track]) },
    { key: "status", head: say(STAFF_WORDS.status), cell: (row) => <StatusTags application={row} /> },
    {
      key: "prints", head: say(PRINT_WORDS.title),
      cell: (row) => (
        <span class="tags">
          {row.track !== "exit" && <Link href={`/staff/print/letter/${row.id}`} label={`${householderOf(row)} ${say(PRINT_WORDS.letter)}`}>{say(PRINT_WORDS.letter)}</Link>}
          {row.track !== "exit" && <Link href={`/staff/print/form/${row.id}`} label={`${householderOf(row)} ${say(PRINT_WORDS.form)}`}>{say(PRINT_WORDS.form)}</Link>}
        </span>
      ),
    },
  ];
}
