import { useState } from "preact/hooks";
import {
  Card,
  EmptyState,
  Facts,
  Loading,
  LoadFailed,
  Page,
  Tag,
  ButtonLink,
} from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";
import { useLoaded } from "../../shared/loaded.ts";
import { useNow } from "../../shared/now.ts";
import { dateTimeOf, leftUntil } from "../../shared/time.ts";
import { TRACKS } from "lika:tables";
import type { OpenCampaign, OpenNotice } from "../data.ts";
import { listOpenNotices } from "../data.ts";
import { noticeTitle, partOf, tracksOf } from "../noticeWords.ts";
import { PUBLIC, sizeOf, villagesOf } from "../words.ts";

/** Every notice that hangs now, with its end; one village's alone when asked. */
export function NoticesPage({ campaign }: { campaign: OpenCampaign }) {
  const notices = useLoaded(() => listOpenNotices(campaign.id), [campaign.id]);
  return (
    <Page title={say(PUBLIC.openNotices)}>
      {notices.state === "loading" && <Loading />}
      {notices.state === "failed" && <LoadFailed retry={notices.retry} />}
      {notices.state === "ready" && <Open campaign={campaign} notices={notices.value} />}
    </Page>
  );
}

function Open({ campaign, notices }: { campaign: OpenCampaign; notices: readonly OpenNotice[] }) {
  const [village, setVillage] = useState("");
  const now = useNow();
  const shown = notices.filter((notice) => village === "" || notice.village === village);
  return (
    <>
      <div class="field">
        <label for="village">{say(PUBLIC.villageChoice)}</label>
        <select id="village" value={village} onChange={(event) => setVillage(event.currentTarget.value)}>
          <option value="">{say(PUBLIC.allVillages)}</option>
          {campaign.villages.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {shown.length === 0 && (
        <EmptyState title={say(PUBLIC.noNotices)}>
          <p>{say(PUBLIC.noNoticesDo)}</p>
        </EmptyState>
      )}
      {shown.map((notice) => (
        <OneNotice key={notice.id} notice={notice} now={now} />
      ))}
    </>
  );
}

function OneNotice({ notice, now }: { notice: OpenNotice; now: Date }) {
  const size = (track: keyof typeof TRACKS) => {
    const { rows, people } = partOf(notice.list, track);
    return [
      say(TRACKS[track]),
      rows.length === 0 ? say(PUBLIC.nobody) : say(track === "village" ? villagesOf(rows.length, people) : sizeOf(rows.length, people)),
    ] as const;
  };
  return (
    <Card
      title={say(noticeTitle(notice))}
      aside={
        <Tag tone={notice.closesAt > now ? "running" : "ended"}>{say(leftUntil(notice.closesAt, now))}</Tag>
      }
    >
      <Facts
        rows={[
          [say(PUBLIC.from), say(dateTimeOf(notice.opensAt))],
          [say(PUBLIC.until), say(dateTimeOf(notice.closesAt))],
          ...tracksOf(notice).map(size),
        ]}
      />
      <div class="buttons">
        <ButtonLink href={`/notice/${notice.id}`}>{say(PUBLIC.seeList)}</ButtonLink>
      </div>
    </Card>
  );
}
