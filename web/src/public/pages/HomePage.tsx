import {
  Alert,
  ButtonLink,
  Card,
  EmptyState,
  Loading,
  LoadFailed,
  Page,
  Tag,
} from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";
import { useLoaded } from "../../shared/loaded.ts";
import { useNow } from "../../shared/now.ts";
import { Link } from "../../shared/router.tsx";
import { dateOf, dateTimeOf, dayOf, leftUntil } from "../../shared/time.ts";
import type { NoticeHead, OpenCampaign } from "../data.ts";
import { chooseCampaign, listCampaigns, listNoticeHeads } from "../data.ts";
import { noticeTitle } from "../noticeWords.ts";
import { byDay, PUBLIC, SITE, STATIONS, whoMayApply } from "../words.ts";

/**
 * The first page: what this is, who can apply, until when, and the three things that people come for. Until the campaign
 * is known it says what is true of every one.
 */
export function HomePage({ campaign }: { campaign: OpenCampaign | undefined }) {
  return (
    <Page title={say(campaign?.name ?? SITE)} lead={say(PUBLIC.lead)}>
      {campaign && campaign.status !== "open" && (
        <Alert tone="warning">
          {say(campaign.status === "preparing" ? PUBLIC.preparing : PUBLIC.closed)}
        </Alert>
      )}
      <div class="homeWays">
        <ButtonLink href="/apply" kind="primary" big>
          {say(PUBLIC.apply)}
        </ButtonLink>
        <ButtonLink href="/follow" big>
          {say(PUBLIC.follow)}
        </ButtonLink>
        <ButtonLink href="/notices" big>
          {say(PUBLIC.seeNotices)}
        </ButtonLink>
      </div>
      {campaign ? <OpenNotices campaign={campaign} /> : <Card title={say(PUBLIC.openNotices)}><Loading /></Card>}
      <Card title={say(PUBLIC.whoMayApply)}>
        {campaign && <p>{say(whoMayApply(campaign))}</p>}
        <p>{say(PUBLIC.wholeHousehold)}</p>
      </Card>
      <Card title={say(PUBLIC.howDecided)}>
        <ol class="stations">
          {STATIONS.map((station) => (
            <li key={station.en}>{say(station)}</li>
          ))}
        </ol>
      </Card>
      {campaign && <Schedule campaign={campaign} />}
      {campaign && <OtherCampaigns current={campaign.id} />}
    </Page>
  );
}

function OpenNotices({ campaign }: { campaign: OpenCampaign }) {
  const notices = useLoaded(() => listNoticeHeads(campaign.id), [campaign.id]);
  return (
    <Card title={say(PUBLIC.openNotices)}>
      {notices.state === "loading" && <Loading />}
      {notices.state === "failed" && <LoadFailed retry={notices.retry} />}
      {notices.state === "ready" &&
        (notices.value.length === 0 ? (
          <EmptyState title={say(PUBLIC.noNotices)}>
            <p>{say(PUBLIC.noNoticesDo)}</p>
          </EmptyState>
        ) : (
          <Heads notices={notices.value} />
        ))}
    </Card>
  );
}

function Heads({ notices }: { notices: readonly NoticeHead[] }) {
  const now = useNow();
  return (
    <ul class="noticeHeads">
      {notices.map((notice) => (
        <li key={notice.id}>
          <Link href={`/notice/${notice.id}`}>{say(noticeTitle(notice))}</Link>
          <span class="noticeEnd">
            {say({
              zh: `${dateOf(notice.opensAt).zh}起，公示至 ${dateTimeOf(notice.closesAt).zh}`,
              en: `from ${dateOf(notice.opensAt).en} until ${dateTimeOf(notice.closesAt).en}`,
            })}
            <Tag tone={notice.closesAt > now ? "running" : "ended"}>
              {say(leftUntil(notice.closesAt, now))}
            </Tag>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Schedule({ campaign: { steps } }: { campaign: OpenCampaign }) {
  if (steps.length === 0) return null;
  return (
    <Card title={say(PUBLIC.schedule)}>
      <ol class="schedule">
        {steps.map((step) => (
          <li key={step.step}>
            <span>{say(step)}</span>
            {step.by && <span class="scheduleDay">{say(byDay(dayOf(step.by)))}</span>}
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** A county's site may carry several campaigns; most carry one, and then nothing is drawn. */
function OtherCampaigns({ current }: { current: string }) {
  const all = useLoaded(listCampaigns, []);
  if (all.state !== "ready" || all.value.length < 2) return null;
  const choose = (id: string) => {
    chooseCampaign(id);
    window.dispatchEvent(new Event("lika:campaign"));
    window.scrollTo(0, 0);
  };
  return (
    <Card>
      <div class="field">
        <label for="campaign">{say(PUBLIC.whichCampaign)}</label>
        <select id="campaign" value={current} onChange={(event) => choose(event.currentTarget.value)}>
          {all.value.map((campaign) => (
            <option key={campaign.id} value={campaign.id}>
              {say(campaign.name)}
            </option>
          ))}
        </select>
      </div>
    </Card>
  );
}
