import { ROLES } from "lika:tables";
import { useState } from "preact/hooks";
import type { Tone } from "../../shared/components.tsx";
import { Alert, Button, Card, Facts, Loading, LoadFailed, Page, Tag } from "../../shared/components.tsx";
import { Field } from "../../shared/field.tsx";
import { say } from "../../shared/language.tsx";
import { useLoaded } from "../../shared/loaded.ts";
import { go, Link } from "../../shared/router.tsx";
import { dateTimeOf } from "../../shared/time.ts";
import { WORDS } from "../../shared/words.ts";
import type { Told } from "../api.ts";
import { ask, UNREACHED } from "../api.ts";
import { newFilingNumber, readFilingNumber, shownNumber } from "../filing/number.ts";

/** As `services/answers.ts` tells it, its dates as JSON has them. */
type Answered = {
  kind: "objection" | "complaint";
  status: "open" | "dismissed" | "upheld" | "founded" | "unfounded";
  level: "town" | "county" | "supervisor";
  at: string;
  dueAt: string;
  answer: { text: string; at: string } | null;
  appealUntil: string | null;
  appeal: string | null;
};

const STANDINGS = {
  open:      { tone: "waiting", zh: "等待答复", en: "waits for an answer" },
  dismissed: { tone: "ended",   zh: "异议不成立", en: "dismissed" },
  upheld:    { tone: "done",    zh: "异议成立", en: "upheld" },
  founded:   { tone: "done",    zh: "举报属实", en: "founded" },
  unfounded: { tone: "ended",   zh: "举报不属实", en: "unfounded" },
} as const satisfies Record<Answered["status"], { tone: Tone; zh: string; en: string }>;

const LEVELS = { town: ROLES.townGovernment, county: ROLES.countyOffice, supervisor: ROLES.supervisor };

/** How an objection or a complaint stands, by its number and nothing else. */
export function AnswerPage() {
  const asked = readFilingNumber(new URLSearchParams(location.search).get("number") ?? "");
  const [typed, setTyped] = useState(shownNumber(asked));
  const look = (event: Event) => {
    event.preventDefault();
    if (typed.trim()) go(`/answer?number=${encodeURIComponent(readFilingNumber(typed))}`);
  };
  return (
    <Page title={say({ zh: "查异议、举报的答复", en: "The answer to an objection or a complaint" })} noindex>
      <form class="card" onSubmit={look} noValidate>
        <Field id="number" required label={say({ zh: "编号", en: "Number" })} help={say({ zh: "提交异议或举报后给您的编号，16 位字母和数字。", en: "The number you were given: 16 letters and digits." })}>
          {(aria) => <input {...aria} class="input code" autocomplete="off" autocapitalize="characters" spellcheck={false} value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />}
        </Field>
        <div class="buttons"><Button type="submit" kind="primary">{say({ zh: "查询", en: "Look up" })}</Button></div>
      </form>
      {asked && <Result key={asked} number={asked} />}
    </Page>
  );
}

function Result({ number }: { number: string }) {
  const [round, setRound] = useState(0);
  const loaded = useLoaded(async () => {
    const answer = await ask<Answered>(`/api/answer?number=${encodeURIComponent(number)}`);
    if (!answer.ok && answer.problem === UNREACHED) throw new Error(UNREACHED.code);
    return { answer };
  }, [number, round]);
  if (loaded.state === "loading") return <Loading />;
  if (loaded.state === "failed") return <LoadFailed retry={loaded.retry} />;
  const { answer } = loaded.value;
  if (!answer.ok) return <Alert tone="error">{say(answer.problem)}</Alert>;
  return <Standing number={number} answered={answer.result} again={() => setRound((count) => count + 1)} />;
}

function Standing({ number, answered, again }: { number: string; answered: Answered; again: () => void }) {
  const { kind, status, level, at, dueAt, answer, appealUntil, appeal } = answered;
  const { tone, ...words } = STANDINGS[status];
  return (
    <Card title={say(kind === "objection" ? { zh: "异议", en: "Objection" } : { zh: "举报", en: "Complaint" })} aside={<Tag tone={tone}>{say(words)}</Tag>}>
      <Facts
        rows={[
          [say({ zh: "提交时间", en: "Filed" }), say(dateTimeOf(new Date(at)))],
          [say({ zh: "由谁答复", en: "Answered by" }), say(LEVELS[level])],
          ...(status === "open" ? [[say({ zh: "应在此前答复", en: "Due by" }), say(dateTimeOf(new Date(dueAt)))] as const] : []),
        ]}
      />
      {answer && (
        <>
          <h3>{say({ zh: "答复", en: "Answer" })}</h3>
          <p class="quoted">{answer.text}</p>
          <p class="soft">{say(dateTimeOf(new Date(answer.at)))}</p>
        </>
      )}
      {appeal && (
        <p>
          {say({ zh: "已申请复核，复核编号：", en: "Appealed; the appeal's number: " })}
          <Link href={`/answer?number=${appeal}`} class="code">{shownNumber(appeal)}</Link>
        </p>
      )}
      {appealUntil && <Appeal number={number} until={new Date(appealUntil)} done={again} />}
    </Card>
  );
}

/** The one appeal against a dismissal, to the next level. */
function Appeal({ number, until, done }: { number: string; until: Date; done: () => void }) {
  const [open, setOpen] = useState(false);
  const [id] = useState(newFilingNumber);
  const [text, setText] = useState("");
  const [error, setError] = useState<string | undefined>();
  const [refused, setRefused] = useState<Told | undefined>();
  const [busy, setBusy] = useState(false);
  const send = async (event: Event) => {
    event.preventDefault();
    const isShort = text.trim().length < 5;
    setError(isShort ? say({ zh: "请写明为什么不同意答复，至少 5 个字。", en: "Say why you disagree, in at least 5 characters." }) : undefined);
    if (isShort || busy) return;
    setBusy(true);
    const answer = await ask("/api/appeal", { id, objection: number, text: text.trim() });
    setBusy(false);
    if (!answer.ok) return setRefused(answer.problem);
    done();
  };
  if (!open)
    return (
      <>
        <p>{say({ zh: `不同意这个答复的，可在 ${dateTimeOf(until).zh}前向上一级申请复核一次。`, en: `If you disagree, you may appeal to the next level once, until ${dateTimeOf(until).en}.` })}</p>
        <div class="buttons"><Button onClick={() => setOpen(true)}>{say({ zh: "申请复核", en: "Appeal" })}</Button></div>
      </>
    );
  return (
    <form onSubmit={send} noValidate>
      <Field id="appealText" required label={say({ zh: "为什么不同意答复", en: "Why you disagree" })} error={error}>
        {(aria) => <textarea {...aria} rows={4} maxLength={2000} value={text} onInput={(event) => setText(event.currentTarget.value)} />}
      </Field>
      {refused && <Alert tone="error">{say(refused)}</Alert>}
      <div class="buttons">
        <Button type="submit" kind="primary" busy={busy}>{say(busy ? WORDS.sending : { zh: "提交复核申请", en: "Send the appeal" })}</Button>
        <Button onClick={() => setOpen(false)}>{say(WORDS.cancel)}</Button>
      </div>
    </form>
  );
}
