import type { Notice } from "@domain/notice/notice.ts";
import type { Column } from "../../../shared/components.tsx";
import { Card, EmptyState, Page, Table, Tag } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { useNow } from "../../../shared/now.ts";
import { Link } from "../../../shared/router.tsx";
import { dateTimeOf, leftUntil } from "../../../shared/time.ts";
import { WORDS } from "../../../shared/words.ts";
import type { WithId } from "../../data/convert.ts";
import { useNotices } from "../../data/records.ts";
import { noticeKind } from "../../parts/noticeKind.ts";
import { Reading } from "../../parts/Reading.tsx";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { NOTICE_WORDS } from "./words.ts";

type Row = WithId<Notice>;

/** Every notice of the area: the open ones with the time that is left, then those that have ended. */
export function Notices(_: RoomProps) {
  const { campaign, office } = useDesk();
  const live = useNotices({ campaign: campaign.id, area: office.area });
  return (
    <Page title={say(NOTICE_WORDS.title)}>
      <Reading live={live}>{({ rows }) => <Lists rows={rows} />}</Reading>
    </Page>
  );
}

function Lists({ rows }: { rows: Row[] }) {
  const now = useNow();
  const open = rows.filter(({ status }) => status === "open").sort((a, b) => a.closesAt.getTime() - b.closesAt.getTime());
  const closed = rows.filter(({ status }) => status === "closed").sort((a, b) => b.closesAt.getTime() - a.closesAt.getTime());
  if (rows.length === 0) return <EmptyState title={say(NOTICE_WORDS.none)}><p>{say(NOTICE_WORDS.noneLead)}</p></EmptyState>;
  return (
    <>
      {open.length > 0 && <NoticeTable title={say(NOTICE_WORDS.open)} rows={open} columns={columnsOf(now)} />}
      {closed.length > 0 && <NoticeTable title={say(NOTICE_WORDS.closed)} rows={closed} columns={columnsOf(now).filter(({ key }) => key !== "left")} />}
    </>
  );
}

function NoticeTable({ title, rows, columns }: { title: string; rows: Row[]; columns: Column<Row>[] }) {
  return (
    <Card title={title} aside={<span class="soft">{rows.length}</span>}>
      <Table rows={rows} columns={columns} caption={title} quiet rowKey={({ id }) => id} onPhone="stack" />
    </Card>
  );
}

const peopleOn = ({ list }: Notice): number => list.reduce((sum, { people }) => sum + people, 0);

function columnsOf(now: Date): Column<Row>[] {
  return [
    { key: "village", head: say(WORDS.village), names: true, cell: (row) => <Link href={`/staff/notices/${row.id}`}>{row.villageName} {say(noticeKind(row))}</Link> },
    { key: "households", head: say(NOTICE_WORDS.households), align: "end", cell: (row) => `${row.list.length} / ${peopleOn(row)}` },
    { key: "opened", head: say(NOTICE_WORDS.opened), cell: ({ opensAt }) => say(dateTimeOf(opensAt)) },
    { key: "closes", head: say(NOTICE_WORDS.closes), cell: ({ closesAt }) => say(dateTimeOf(closesAt)) },
    { key: "left", head: say(NOTICE_WORDS.left), cell: ({ closesAt }) => <Tag tone="running">{say(leftUntil(closesAt, now))}</Tag> },
    { key: "photos", head: say(NOTICE_WORDS.photos), align: "end", cell: ({ boardPhotos }) => boardPhotos.length },
  ];
}
