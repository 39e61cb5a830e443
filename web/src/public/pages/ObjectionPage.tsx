import type { FieldProblem } from "@domain/problems.ts";
import { TRACKS } from "lika:tables";
import { useState } from "preact/hooks";
import {
  Alert,
  Button,
  ButtonLink,
  Card,
  Facts,
  Loading,
  LoadFailed,
  Page,
} from "../../shared/components.tsx";
import type { Listed } from "../../shared/field.tsx";
import { ErrorSummary, Field } from "../../shared/field.tsx";
import { say } from "../../shared/language.tsx";
import { useLoaded } from "../../shared/loaded.ts";
import { dateOf, dateTimeOf } from "../../shared/time.ts";
import { peopleOf, WORDS } from "../../shared/words.ts";
import type { Told } from "../api.ts";
import { ask } from "../api.ts";
import type { OpenNotice } from "../data.ts";
import { findNotice } from "../data.ts";
import { ANSWERED_BY, noticeTitle } from "../noticeWords.ts";
import type { Draft } from "../objection.ts";
import { checkDraft, dropDraft, keepDraft, openDraft } from "../objection.ts";
import { PUBLIC } from "../words.ts";
import { NoticeGone } from "./NoticePage.tsx";

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
              [say(PUBLIC.group), row.group],
              [say(PUBLIC.householder), row.householder],
              [say(PUBLIC.members), say(peopleOf(row.people))],
              [say(PUBLIC.track), say(TRACKS[row.track])],
            ]}
          />
        )}
      </Card>
      <Alert tone="info">
        {say({
          zh: `您的异议交给${ANSWERED_BY[notice.round].zh}办理，村里看不到是谁提的。答复之前，这一户暂停往下办理。`,
          en: `Your objection goes to ${ANSWERED_BY[notice.round].en}; the village never sees who objected. Until it is answered, this household waits.`,
        })}
      </Alert>
      <ObjectionForm notice={notice} serial={serial} onFiled={setFiled} />
    </Page>
  );
}

type FormProps = { notice: OpenNotice; serial: number; onFiled: (filed: Filed) => void };

/** What is typed, kept at every key; what is wrong with it; and sending it. */
function useObjection({ notice, serial, onFiled }: FormProps) {
  const [draft, setDraft] = useState<Draft>(() => openDraft(notice.id, serial));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [summary, setSummary] = useState<readonly Listed[]>([]);
  const [refused, setRefused] = useState<Told | undefined>();
  const [busy, setBusy] = useState(false);
  const write = (change: Partial<Draft>) => {
    const next = { ...draft, ...change };
    setDraft(next);
    keepDraft(notice.id, serial, next);
    setProblems((known) => known.filter(({ path }) => !(path in change)));
  };
  const tell = (found: readonly FieldProblem[]) => {
    setProblems(found);
    setSummary(found.map((problem) => ({ id: problem.path, text: say(problem) })));
  };
  const send = async (event: Event) => {
    event.preventDefault();
    const found = checkDraft(draft);
    tell(found);
    setRefused(undefined);
    if (found.length > 0 || busy) return;
    setBusy(true);
    const answer = await ask<Filed>("/api/objection", { ...draft, notice: notice.id, serial });
    setBusy(false);
    if (!answer.ok) {
      setRefused(answer.problem);
      return tell(answer.problem.fields ?? []);
    }
    dropDraft(notice.id, serial);
    onFiled(answer.result);
  };
  return { draft, write, send, problems, summary, refused, busy };
}

function ObjectionForm(props: FormProps) {
  const { draft, write, send, problems, summary, refused, busy } = useObjection(props);
  const error = (path: keyof Draft) => {
    const problem = problems.find((one) => one.path === path);
    return problem && say(problem);
  };
  return (
    <form class="card" onSubmit={send} noValidate>
      <ErrorSummary problems={summary} />
      <Field id="text" required {...FIELDS.text()} error={error("text")}>
        {(aria) => (
          <textarea
            {...aria}
            rows={6}
            value={draft.text}
            onInput={(event) => write({ text: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field id="name" {...FIELDS.name()} error={error("name")}>
        {(aria) => (
          <input
            {...aria}
            class="input"
            autocomplete="name"
            value={draft.name}
            onInput={(event) => write({ name: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field id="phone" {...FIELDS.phone()} error={error("phone")}>
        {(aria) => (
          <input
            {...aria}
            class="input"
            inputMode="tel"
            autocomplete="tel"
            value={draft.phone}
            onInput={(event) => write({ phone: event.currentTarget.value })}
          />
        )}
      </Field>
      {refused && (
        <Alert tone="error" title={say({ zh: "没有提交成功", en: "Not filed" })}>
          {say(refused)}
        </Alert>
      )}
      <div class="buttons">
        <Button type="submit" kind="primary" busy={busy}>
          {say(busy ? WORDS.sending : { zh: "提交异议", en: "File the objection" })}
        </Button>
        <ButtonLink href={`/notice/${props.notice.id}`}>{say(WORDS.back)}</ButtonLink>
      </div>
    </form>
  );
}

/** Label and help of each field, in the language of the moment. */
const FIELDS = {
  text: () => ({
    label: say({ zh: "异议内容", en: "What you object to" }),
    help: say({
      zh: "请写明事实，如收入、房屋、车辆、人口与名单不符之处。请不要写身份证号。",
      en: "State facts: income, house, car, people that do not fit the list. Leave identity numbers out.",
    }),
  }),
  name: () => ({ label: say({ zh: "您的姓名", en: "Your name" }) }),
  phone: () => ({
    label: say({ zh: "您的电话", en: "Your phone" }),
    help: say({
      zh: "姓名和电话都可以不留；留下的也保密，村里看不到。",
      en: "Leave both empty if you like; what you give is kept secret from the village.",
    }),
  }),
};

function Received({ filed, notice }: { filed: Filed; notice: OpenNotice }) {
  const due = new Date(filed.dueAt);
  const by = notice.rehearsal ? dateTimeOf(due) : dateOf(due);
  return (
    <Page title={say({ zh: "异议已收到", en: "Your objection was received" })}>
      <div class="card receipt">
        <p>{say({ zh: "异议编号", en: "Number of your objection" })}</p>
        <p class="receiptNumber small">{filed.objection}</p>
        <p>{say({ zh: "请抄下或截屏保存这个编号。", en: "Write this number down or take a screenshot." })}</p>
      </div>
      <Card>
        <p>
          {say({
            zh: `由${ANSWERED_BY[notice.round].zh}在 ${by.zh}前答复；到期没有答复的，自动转交监督部门。答复之前，这一户暂停往下办理。可凭编号询问结果。`,
            en: `Answered by ${ANSWERED_BY[notice.round].en} by ${by.en}; if that is late, it passes to the supervisor. Until then this household waits. Ask for the answer with your number.`,
          })}
        </p>
        <div class="buttons">
          <ButtonLink href={`/notice/${notice.id}`}>
            {say({ zh: "回到公示", en: "Back to the notice" })}
          </ButtonLink>
        </div>
      </Card>
    </Page>
  );
}
