import type { NoticeRow } from "@domain/notice/notice.ts";
import type { Bilingual } from "@domain/text.ts";
import { TRACKS } from "lika:tables";
import type { Column } from "../../shared/components.tsx";
import {
  Alert,
  ButtonLink,
  Card,
  EmptyState,
  Facts,
  Loading,
  LoadFailed,
  Page,
  Table,
  Tag,
} from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";
import { useLoaded } from "../../shared/loaded.ts";
import { useNow } from "../../shared/now.ts";
import { Link } from "../../shared/router.tsx";
import { dateTimeOf, leftUntil } from "../../shared/time.ts";
import { WORDS } from "../../shared/words.ts";
import type { OpenNotice } from "../data.ts";
import { findNotice } from "../data.ts";
import { ANSWERED_BY, issuerOf, noticeTitle, partOf, tracksOf } from "../noticeWords.ts";
import { PUBLIC, sizeOf, villagesOf } from "../words.ts";

/** One notice as it hangs on the board, with a way to object to each line. */
export function NoticePage({ id }: { id: string }) {
  const notice = useLoaded(() => findNotice(id), [id]);
  if (notice.state === "loading") return <Loading />;
  if (notice.state === "failed") return <LoadFailed retry={notice.retry} />;
  return notice.value ? <Hanging notice={notice.value} /> : <NoticeGone />;
}

/** Closed notices and those that never were look the same to the public. */
export function NoticeGone() {
  return (
    <Page title={say(PUBLIC.notices)}>
      <EmptyState title={say(PUBLIC.noticeGone)}>
        <p>{say(PUBLIC.noticeGoneDo)}</p>
        <ButtonLink href="/notices">{say(PUBLIC.openNotices)}</ButtonLink>
      </EmptyState>
    </Page>
  );
}

function Hanging({ notice }: { notice: OpenNotice }) {
  const now = useNow();
  const isOpen = notice.closesAt > now;
  const title = say(noticeTitle(notice));
  return (
    <Page
      title={title}
      noindex
      lead={say(leadOf(notice))}
      aside={<Tag tone={isOpen ? "running" : "ended"}>{say(leftUntil(notice.closesAt, now))}</Tag>}
    >
      {!isOpen && <Alert tone="warning">{say(PUBLIC.noticeOver)}</Alert>}
      <Card>
        <Facts
          rows={[
            [say(PUBLIC.issuer), say(issuerOf(notice))],
            [say(PUBLIC.from), say(dateTimeOf(notice.opensAt))],
            [say(PUBLIC.mayObjectUntil), say(dateTimeOf(notice.closesAt))],
            [say(PUBLIC.place), notice.place],
            [say(PUBLIC.phone), <a href={`tel:${notice.phone}`}>{notice.phone}</a>],
          ]}
        />
        <p class="cardNote">
          {say({
            zh: `对名单有意见的，公示期内可在这一页提出，由${ANSWERED_BY[notice.round].zh}答复；不留姓名也可以。`,
            en: `Whoever disagrees may say so on this page while the notice runs; ${ANSWERED_BY[notice.round].en} answers. No name is needed.`,
          })}
        </p>
      </Card>
      {tracksOf(notice).map((track) => <Part key={track} notice={notice} track={track} isOpen={isOpen} />)}
    </Page>
  );
}

function leadOf({ year, ofVillage }: OpenNotice): Bilingual {
  if (ofVillage) return { zh: `${year} 年度拟列为贫困村，现予公示，接受群众监督。`, en: `A village to be registered as poor for ${year}, put up for everyone to see.` };
  return { zh: `${year} 年度贫困户、脱贫户名单，现予公示，接受群众监督。`, en: `Lists of poor households and of households out of poverty for ${year}, put up for everyone to see.` };
}

type PartProps = { notice: OpenNotice; track: NoticeRow["track"]; isOpen: boolean };

function Part({ notice, track, isOpen }: PartProps) {
  const { rows, people } = partOf(notice.list, track);
  const name = say(TRACKS[track]);
  const isVillage = track === "village";
  const objectTo = (row: NoticeRow) => (
    <Link
      href={`/object/${notice.id}/${row.serial}`}
      class="lineAction"
      label={say({
        zh: `提出异议：序号 ${row.serial} ${row.householder}`,
        en: `Object to no. ${row.serial}, ${row.householder}`,
      })}
    >
      <span class="roomy">{say(PUBLIC.objectFirst)}</span>
      {say(PUBLIC.objectRest)}
    </Link>
  );
  const columns: Column<NoticeRow>[] = [
    { key: "serial", head: say(PUBLIC.serial), cell: (row) => row.serial, align: "end" },
    ...(isVillage ? [] : [{ key: "group", head: say(PUBLIC.group), cell: (row: NoticeRow) => row.group }]),
    { key: "householder", head: say(isVillage ? WORDS.village : PUBLIC.householder), cell: (row) => row.householder, names: true },
    { key: "people", head: say(PUBLIC.members), cell: (row) => row.people, align: "end" },
    { key: "track", head: say(PUBLIC.track), cell: () => name },
    { key: "object", head: say(PUBLIC.objection), cell: (row) => (isOpen ? objectTo(row) : null) },
  ];
  const size = say(isVillage ? villagesOf(rows.length, people) : sizeOf(rows.length, people));
  return (
    <Card
      title={say({ zh: `${name}名单`, en: `List: ${name}` })}
      aside={<span class="sum">{rows.length > 0 && size}</span>}
      class="noticeList"
    >
      {rows.length === 0 ? (
        <p class="help">{say(PUBLIC.nobody)}</p>
      ) : (
        <Table
          rows={rows}
          columns={columns}
          caption={say({ zh: `${name}名单，共 ${size}`, en: `${name}: ${size}` })}
          quiet
          rowKey={(row) => row.serial}
        />
      )}
    </Card>
  );
}
