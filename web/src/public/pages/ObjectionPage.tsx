import { TRACKS } from "lika:tables";
import { useState } from "preact/hooks";
import { Alert, ButtonLink, Card, Facts, Loading, LoadFailed, Page } from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";
import { useLoaded } from "../../shared/loaded.ts";
import { dateOf, dateTimeOf } from "../../shared/time.ts";
import { peopleOf, WORDS } from "../../shared/words.ts";
import type { OpenNotice } from "../data.ts";
import { findNotice } from "../data.ts";
import { FilingForm } from "../filing/FilingForm.tsx";
import { Given } from "../filing/Given.tsx";
import { ANSWERED_BY, noticeTitle } from "../noticeWords.ts";
import { PUBLIC } from "../words.ts";
import { NoticeGone } from "./NoticePage.tsx";

const OBJECTING = {
  text: { zh: "异议内容", en: "What you object to" },
  textHelp: {
    zh: "请写明事实，如收入、房屋、车辆、人口与名单不符之处。请不要写身份证号。",
    en: "State facts: income, house, car, people that do not fit the list. Leave identity numbers out.",
  },
  send: { zh: "提交异议", en: "File the objection" },
};

/** Of a village other facts are in question than of a household. */
const OBJECTING_TO_VILLAGE = {
  ...OBJECTING,
  textHelp: {
    zh: "请写明事实，如贫困人口、人均收入、集体收入与实际不符之处。请不要写身份证号。",
    en: "State facts: poor people, income per head, the village's own income that do not fit. Leave identity numbers out.",
  },
};

type Filed = { objection: string; dueAt: string };

/** Objects to one line of an open notice; no sign-in, and no name unless one wants to give it. */
export function ObjectionPage({ notice: id, serial }: { notice: string; serial: number }) {
  const notice = useLoaded(() => findNotice(id), [id]);
  if (notice.state === "loading") return <Loading />;
  if (notice.state === "failed") return <LoadFailed retry={notice.retry} />;
  const line = notice.value?.list.find((row) => row.serial === serial);
  if (!notice.value || !line) return <NoticeGone />;
  return <Objecting notice={notice.value} serial={serial} />;
}

function Objecting({ notice, serial }: { notice: OpenNotice; serial: number }) {
  const [filed, setFiled] = useState<Filed | undefined>();
  const row = notice.list.find((one) => one.serial === serial);
  if (filed) return <Received filed={filed} notice={notice} />;
  return (
    <Page title={say(PUBLIC.object)} noindex>
      <Card title={say(noticeTitle(notice))}>
        {row && (
          <Facts
            rows={[
              [say(PUBLIC.serial), row.serial],
              ...(notice.ofVillage ? [] : [[say(PUBLIC.group), row.group] as const]),
              [say(notice.ofVillage ? WORDS.village : PUBLIC.householder), row.householder],
              [say(PUBLIC.members), say(peopleOf(row.people))],
              [say(PUBLIC.track), say(TRACKS[row.track])],
            ]}
          />
        )}
      </Card>
      <Alert tone="info">
        {say({
          zh: `您的异议交给${ANSWERED_BY[notice.round].zh}办理，村里看不到是谁提的。答复之前，${notice.ofVillage ? "这个村" : "这一户"}暂停往下办理。`,
          en: `Your objection goes to ${ANSWERED_BY[notice.round].en}; the village never sees who objected. Until it is answered, this ${notice.ofVillage ? "village" : "household"} waits.`,
        })}
      </Alert>
      <FilingForm<Filed>
        draftKey={`objection.${notice.id}.${serial}`}
        address="/api/objection"
        beside={{ notice: notice.id, serial }}
        words={notice.ofVillage ? OBJECTING_TO_VILLAGE : OBJECTING}
        back={`/notice/${notice.id}`}
        onFiled={setFiled}
      />
    </Page>
  );
}

function Received({ filed, notice }: { filed: Filed; notice: OpenNotice }) {
  const due = new Date(filed.dueAt);
  const by = notice.rehearsal ? dateTimeOf(due) : dateOf(due);
  return (
    <Given title={{ zh: "异议已收到", en: "Your objection was received" }} number={filed.objection}>
      <p>
        {say({
          zh: `由${ANSWERED_BY[notice.round].zh}在 ${by.zh}前答复；到期没有答复的，自动转交上一级，再逾期转监督部门。答复之前，${notice.ofVillage ? "这个村" : "这一户"}暂停往下办理。`,
          en: `Answered by ${ANSWERED_BY[notice.round].en} by ${by.en}; if that is late, it passes to the next level, and then to the supervisor. Until then this ${notice.ofVillage ? "village" : "household"} waits.`,
        })}
      </p>
      <div class="buttons">
        <ButtonLink href={`/notice/${notice.id}`}>{say({ zh: "回到公示", en: "Back to the notice" })}</ButtonLink>
      </div>
    </Given>
  );
}
