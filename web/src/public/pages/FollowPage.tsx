import { useEffect, useState } from "preact/hooks";
import { Alert, Button, Card, Loading, Page } from "../../shared/components.tsx";
import { Field } from "../../shared/field.tsx";
import { say } from "../../shared/language.tsx";
import { go, Link } from "../../shared/router.tsx";
import { dateOf } from "../../shared/time.ts";
import type { Told } from "../api.ts";
import { ask } from "../api.ts";
import type { Followed } from "../following.ts";
import { readReceipt } from "../following.ts";
import { listMine } from "../mine.ts";
import { PUBLIC } from "../words.ts";
import { Standing } from "./Standing.tsx";

const NOT_A_NUMBER: Told = {
  code: "notANumber",
  zh: "受理编号是 12 位字母和数字，如 7K2M-9QXA-4TEB。请对照回执核对。",
  en: "A receipt number has 12 letters and digits, such as 7K2M-9QXA-4TEB. Check it against your receipt.",
};

/** How an application stands, by its receipt number and nothing else. */
export function FollowPage() {
  const asked = new URLSearchParams(location.search).get("number") ?? "";
  const [typed, setTyped] = useState(asked);
  const [problem, setProblem] = useState<Told | undefined>();
  const look = (event: Event) => {
    event.preventDefault();
    const number = readReceipt(typed);
    setProblem(number ? undefined : NOT_A_NUMBER);
    if (number) go(`/follow?number=${number}`);
  };
  return (
    <Page title={say(PUBLIC.follow)} noindex>
      <form class="card" onSubmit={look} noValidate>
        <Field
          id="number"
          required
          label={say({ zh: "受理编号", en: "Receipt number" })}
          help={say({
            zh: "提交申请时给您的编号，12 位字母和数字。",
            en: "The number you were given when you applied: 12 letters and digits.",
          })}
          error={problem && say(problem)}
        >
          {(aria) => (
            <input
              {...aria}
              class="input code"
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              placeholder="7K2M-9QXA-4TEB"
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
        <div class="buttons">
          <Button type="submit" kind="primary">
            {say({ zh: "查询", en: "Look up" })}
          </Button>
        </div>
      </form>
      <p><Link href="/answer">{say({ zh: "查异议、举报的答复", en: "The answer to an objection or a complaint" })}</Link></p>
      {asked && <Result number={asked} />}
      <OfThisDevice shown={asked} />
    </Page>
  );
}

function OfThisDevice({ shown }: { shown: string }) {
  const mine = listMine().filter(({ receipt }) => receipt !== shown);
  if (mine.length === 0) return null;
  return (
    <Card title={say({ zh: "这部手机（电脑）上提交过的申请", en: "Applications sent from this device" })}>
      <ul class="mine">
        {mine.map(({ receipt, villageName, at }) => (
          <li key={receipt}>
            <Link href={`/follow?number=${receipt}`} class="code">
              {receipt}
            </Link>
            <span>
              {villageName} · {say(dateOf(new Date(at)))}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Result({ number }: { number: string }) {
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<Awaited<ReturnType<typeof ask<Followed>>> | undefined>();
  useEffect(() => {
    let wanted = true;
    ask<Followed>(`/api/receipt?number=${encodeURIComponent(number)}`).then(
      (found) => wanted && setAnswer(found),
    );
    return () => {
      wanted = false;
    };
  }, [number, round]);
  if (!answer) return <Loading />;
  const again = () => setRound((count) => count + 1);
  if (!answer.ok) {
    return (
      <Alert tone="error" title={number}>
        <p>{say(answer.problem)}</p>
        {answer.problem.code !== "receiptUnknown" && (
          <Button onClick={again}>{say({ zh: "再试一次", en: "Try again" })}</Button>
        )}
      </Alert>
    );
  }
  return <Standing number={number} followed={answer.result} again={again} />;
}
