import type { Notice, NoticeRow } from "@domain/notice/notice.ts";
import { ROLES } from "@domain/roles.ts";
import { TRACKS } from "@domain/status.ts";
import type { ComponentChildren } from "preact";
import { Alert, Card, EmptyState, Facts, Page, Table, Tag } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { useNow } from "../../../shared/now.ts";
import { dateTimeOf, leftUntil } from "../../../shared/time.ts";
import { householdsOf, WORDS } from "../../../shared/words.ts";
import type { WithId } from "../../data/convert.ts";
import { useStaffNames } from "../../data/names.ts";
import { useNotice } from "../../data/records.ts";
import { noticeKind } from "../../parts/noticeKind.ts";
import { Photo } from "../../parts/Photos.tsx";
import { Reading } from "../../parts/Reading.tsx";
import { useDesk } from "../../session/session.ts";
import type { RoomProps } from "../../shell/rooms.ts";
import { STAFF_WORDS } from "../../words.ts";
import { BoardPhoto } from "./BoardPhoto.tsx";
import { Extend } from "./Extend.tsx";
import { NOTICE_WORDS } from "./words.ts";

/** One notice: its list, its period, its photos; whoever published it records the board and may extend it. */
export function NoticePage({ at }: RoomProps) {
  const live = useNotice(at.id);
  return <Reading live={live}>{(notice) => (notice ? <Found notice={notice} /> : <EmptyState title={say(NOTICE_WORDS.missing)} />)}</Reading>;
}

const PUBLISHER = { village: "villageCommittee", town: "povertyOfficer" } as const;

function Found({ notice }: { notice: WithId<Notice> }) {
  const { office, campaign } = useDesk();
  const now = useNow();
  const isOwn = PUBLISHER[notice.round] === office.role;
  const isOpen = notice.status === "open";
  const names = useStaffNames([notice.publishedBy.uid]);
  const by = names[notice.publishedBy.uid];
  const rows: (readonly [string, ComponentChildren])[] = [
    [say(NOTICE_WORDS.opened), say(dateTimeOf(notice.opensAt))],
    [say(NOTICE_WORDS.closes), say(dateTimeOf(notice.closesAt))],
    [say(NOTICE_WORDS.place), notice.place],
    [say(NOTICE_WORDS.phone), notice.phone],
    [say(NOTICE_WORDS.by), `${by ? `${by} · ` : ""}${say(ROLES[notice.publishedBy.role])}`],
  ];
  const state = isOpen ? leftUntil(notice.closesAt, now) : NOTICE_WORDS.closed;
  return (
    <Page title={`${notice.villageName} ${say(noticeKind(notice))}`} aside={<Tag tone={isOpen ? "running" : "ended"}>{say(state)}</Tag>}>
      {!isOpen && isOwn && notice.boardPhotos.length < 2 && <Alert tone="warning">{say(NOTICE_WORDS.endMissing)}</Alert>}
      <Card>
        <Facts rows={rows} />
        {notice.extensions.length > 0 && <Extensions notice={notice} />}
        {isOpen && <p><a href={`/notice/${notice.id}`} target="_blank" rel="noreferrer">{say(NOTICE_WORDS.publicPage)}</a></p>}
        {isOwn && isOpen && campaign.status === "open" && <Extend notice={notice} />}
      </Card>
      <Card title={say(NOTICE_WORDS.photos)}>
        <BoardPhotos notice={notice} />
        {isOwn && campaign.status === "open" && <BoardPhoto notice={notice} />}
      </Card>
      <Card title={say(NOTICE_WORDS.list)} aside={<span class="soft">{notice.ofVillage ? say({ zh: `${notice.list.length} 个村`, en: `${notice.list.length} village(s)` }) : say(householdsOf(notice.list.length))}</span>}>
        <List notice={notice} />
      </Card>
    </Page>
  );
}

function Extensions({ notice: { extensions } }: { notice: Notice }) {
  return (
    <>
      <h3>{say(NOTICE_WORDS.extensions)}</h3>
      <ul>{extensions.map(({ closesAt, reason, action }) => <li key={action}>{say(dateTimeOf(closesAt))}{say({ zh: "：", en: ": " })}{reason}</li>)}</ul>
    </>
  );
}

function BoardPhotos({ notice: { boardPhotos } }: { notice: Notice }) {
  if (boardPhotos.length === 0) return <p class="soft">{say(NOTICE_WORDS.noPhotos)}</p>;
  return (
    <ul class="photoList">
      {boardPhotos.map(({ evidence, at }) => (
        <li key={evidence}>
          <Photo evidence={evidence} name={`${say(NOTICE_WORDS.photos)} ${say(dateTimeOf(at))}`} />
          <span class="soft">{say(dateTimeOf(at))}</span>
        </li>
      ))}
    </ul>
  );
}

function List({ notice: { list, ofVillage } }: { notice: Notice }) {
  return (
    <Table
      rows={list}
      caption={say(NOTICE_WORDS.list)}
      quiet
      rowKey={({ serial }) => serial}
      columns={[
        { key: "serial", head: say({ zh: "序号", en: "No." }), align: "end", cell: ({ serial }) => serial },
        ...(ofVillage ? [] : [{ key: "group", head: say(STAFF_WORDS.group), cell: ({ group }: NoticeRow) => group }]),
        { key: "name", head: say(ofVillage ? WORDS.village : STAFF_WORDS.householder), names: true, cell: ({ householder }) => householder },
        { key: "people", head: say(WORDS.people), align: "end", cell: ({ people }) => people },
        { key: "track", head: say(STAFF_WORDS.track), cell: ({ track }) => say(TRACKS[track]) },
      ]}
    />
  );
}
