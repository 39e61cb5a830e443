import { ROLES, STATUSES, TRACKS } from "lika:tables";
import { useEffect, useState } from "preact/hooks";
import type { Tone } from "../../shared/components.tsx";
import { Alert, Button, Card, Facts, Loading, Page, Tag } from "../../shared/components.tsx";
import { Field } from "../../shared/field.tsx";
import { say } from "../../shared/language.tsx";
import { go, Link } from "../../shared/router.tsx";
import { dateOf, dateTimeOf, lateSince } from "../../shared/time.ts";
import type { Told } from "../api.ts";
import { ask } from "../api.ts";
import type { Followed } from "../following.ts";
import { mayWithdraw, placeOf, readReceipt } from "../following.ts";
import { listMine } from "../mine.ts";
import { PUBLIC, STATIONS } from "../words.ts";
import { Withdrawal } from "./Withdrawal.tsx";

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
        <Field id="number" required label={say({ zh: "受理编号", en: "Receipt number" })} help={say({ zh: "提交申请时给您的编号，12 位字母和数字。", en: "The number you were given when you applied: 12 letters and digits." })} error={problem && say(problem)}>
          {(aria) => <input {...aria} class="input code" autocomplete="off" autocapitalize="characters" spellcheck={false} placeholder="7K2M-9QXA-4TEB" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />}
        </Field>
        <div class="buttons"><Button type="submit" kind="primary">{say({ zh: "查询", en: "Look up" })}</Button></div>
      </form>
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
            <Link href={`/follow?number=${receipt}`} class="code">{receipt}</Link>
            <span>{villageName} · {say(dateOf(new Date(at)))}</span>
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
    ask<Followed>(`/api/receipt?number=${encodeURIComponent(number)}`).then((found) => wanted && setAnswer(found));
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
        {answer.problem.code !== "receiptUnknown" && <Button onClick={again}>{say({ zh: "再试一次", en: "Try again" })}</Button>}
      </Alert>
    );
  }
  return <Standing number={number} followed={answer.result} again={again} />;
}

function toneOf({ status }: Followed): Tone {
  if (placeOf(status).stopped) return "ended";
  if (status === "approved" || status === "exited") return "done";
  return status === "villageNotice" || status === "townNotice" ? "running" : "waiting";
}

function Standing({ number, followed, again }: { number: string; followed: Followed; again: () => void }) {
  const { status, track, village } = followed;
  return (
    <Card title={<span class="code">{number}</span>} aside={<span class="tags"><Tag tone={toneOf(followed)}>{say(STATUSES[status])}</Tag>{followed.heldByObjection && <Tag tone="held">{say(HELD)}</Tag>}</span>}>
      {followed.returned && (
        <Alert tone="warning" title={say({ zh: "退回原因", en: "Returned because" })}>{followed.returned}</Alert>
      )}
      {followed.heldByObjection && (
        <Alert tone="warning">{say({ zh: "有人对这一户提出了异议，答复之前暂停往下办理。您不用做什么，需要时会有人联系您。", en: "Somebody objected to this household; it waits until that is answered. You need do nothing; you will be asked if necessary." })}</Alert>
      )}
      <Facts
        rows={[
          [say(PUBLIC.track), say(TRACKS[track])],
          [say({ zh: "所在村", en: "Village" }), village],
          [say({ zh: "现在由谁办理", en: "Now with" }), holderOf(followed)],
          ...times(followed),
        ]}
      />
      {!placeOf(status).stopped && <Stations done={placeOf(status).done} />}
      {ending(followed)}
      {mayWithdraw(status) && <Withdrawal number={number} done={again} />}
    </Card>
  );
}

const HELD = { zh: "异议待答复", en: "objection open" };

function holderOf({ status, holders, heldByObjection }: Followed): string {
  if (heldByObjection) return say({ zh: "等待异议答复，答复后继续", en: "Waits for an answer to the objection, then goes on" });
  if (status === "villageNotice" || status === "townNotice") return say({ zh: "公示中，期满后自动转到下一步", en: "On notice; moves on by itself at the end" });
  if (holders.length === 0) return say({ zh: "已办结", en: "Finished" });
  return holders.map((holder) => say(ROLES[holder])).join(say({ zh: "、", en: ", " }));
}

function times({ status, since, until }: Followed): [string, string][] {
  const isNotice = status === "villageNotice" || status === "townNotice";
  const late = until && !isNotice ? lateSince(new Date(until)) : undefined;
  const untilName = isNotice ? PUBLIC.until : { zh: "应在此前办完", en: "Due by" };
  return [
    ...(since ? [[say({ zh: "从何时起", en: "Since" }), say(dateTimeOf(new Date(since)))] as [string, string]] : []),
    ...(until ? [[say(untilName), `${say(dateTimeOf(new Date(until)))}${late ? `（${say(late)}）` : ""}`] as [string, string]] : []),
  ];
}

const STATES = { done: { zh: "已完成", en: "done" }, now: { zh: "正在办理", en: "under way" }, coming: { zh: "未开始", en: "to come" } };

function Stations({ done }: { done: number }) {
  const stateAt = (at: number) => (at < done ? "done" : at === done ? "now" : "coming");
  return (
    <ol class="line">
      {STATIONS.map((station, at) => (
        <li key={station.en} class={stateAt(at)} aria-current={at === done ? "step" : undefined}>
          <span>{say(station)}</span>
          <span class="lineState">{say(STATES[stateAt(at)])}</span>
        </li>
      ))}
    </ol>
  );
}

const ENDINGS = {
  approved: { zh: "已确定为贫困户。接下来会有帮扶责任人与您家结对，并发放《扶贫手册》。", en: "Your household is registered as poor. A helper will be paired with it, and it gets its handbook." },
  exited: { zh: "已按程序脱贫退出，历史记录保留。", en: "The household has left poverty by the procedure; its history is kept." },
  notNominated: { zh: "村民代表会议没有评议通过。村里可以再次评议；有意见可以向镇政府反映。", en: "The villagers' representatives did not nominate this household. They may meet again; you may turn to the town government." },
  rejected: { zh: "没有批准。有意见可以向镇政府、县扶贫办或监督部门反映。", en: "Not approved. You may turn to the town government, the county office or the supervisor." },
  withdrawn: { zh: "这份申请已经撤回。需要时可以重新申请。", en: "This application was withdrawn. You may apply again." },
} as const;

function ending({ status }: Followed) {
  const sentence = status in ENDINGS ? ENDINGS[status as keyof typeof ENDINGS] : undefined;
  return sentence && <Alert tone={status === "approved" || status === "exited" ? "success" : "info"}>{say(sentence)}</Alert>;
}
