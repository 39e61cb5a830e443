import { ROLES, STATUSES, TRACKS } from "lika:tables";
import type { Tone } from "../../shared/components.tsx";
import { Alert, Card, Facts, Tag } from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";
import { dateTimeOf, lateSince } from "../../shared/time.ts";
import type { Followed } from "../following.ts";
import { mayWithdraw, placeOf } from "../following.ts";
import { PUBLIC, STATIONS } from "../words.ts";
import { Withdrawal } from "./Withdrawal.tsx";

function toneOf({ status }: Followed): Tone {
  if (placeOf(status).stopped) return "ended";
  if (status === "approved" || status === "exited") return "done";
  return status === "villageNotice" || status === "townNotice" ? "running" : "waiting";
}

/** Where an application is, with whom, since and until when, and what stands in its way. */
export function Standing({
  number,
  followed,
  again,
}: {
  number: string;
  followed: Followed;
  again: () => void;
}) {
  const { status, track, village } = followed;
  return (
    <Card
      title={<span class="code">{number}</span>}
      aside={
        <span class="tags">
          <Tag tone={toneOf(followed)}>{say(STATUSES[status])}</Tag>
          {followed.heldByObjection && <Tag tone="held">{say(HELD)}</Tag>}
        </span>
      }
    >
      {followed.returned && (
        <Alert tone="warning" title={say({ zh: "退回原因", en: "Returned because" })}>
          {followed.returned}
        </Alert>
      )}
      {followed.heldByObjection && (
        <Alert tone="warning">
          {say({
            zh: "有人对这一户提出了异议，答复之前暂停往下办理。您不用做什么，需要时会有人联系您。",
            en: "Somebody objected to this household; it waits until that is answered. You need do nothing; you will be asked if necessary.",
          })}
        </Alert>
      )}
      <Facts
        rows={[
          [say(PUBLIC.track), say(TRACKS[track])],
          [say({ zh: "所在村", en: "Village" }), village],
          [say({ zh: "现在由谁办理", en: "Now with" }), holderOf(followed)],
          ...times(followed),
        ]}
      />
      {!placeOf(status).stopped && <Stations track={track} done={placeOf(status).done} />}
      {ending(followed)}
      {mayWithdraw(status) && <Withdrawal number={number} done={again} />}
    </Card>
  );
}

const HELD = { zh: "异议待答复", en: "objection open" };

function holderOf({ status, holders, heldByObjection }: Followed): string {
  if (heldByObjection)
    return say({ zh: "等待异议答复，答复后继续", en: "Waits for an answer to the objection, then goes on" });
  if (status === "villageNotice" || status === "townNotice")
    return say({ zh: "公示中，期满后自动转到下一步", en: "On notice; moves on by itself at the end" });
  if (status === "notNominated")
    return say({
      zh: "没有进入下一步，村里可以再次评议",
      en: "Stopped here; the village may appraise again",
    });
  if (holders.length === 0) return say({ zh: "已办结", en: "Finished" });
  return holders.map((holder) => say(ROLES[holder])).join(say({ zh: "、", en: ", " }));
}

function times({ status, since, until }: Followed): [string, string][] {
  const isNotice = status === "villageNotice" || status === "townNotice";
  const late = until && !isNotice ? lateSince(new Date(until)) : undefined;
  const untilName = isNotice ? PUBLIC.until : { zh: "应在此前办完", en: "Due by" };
  return [
    ...(since
      ? [[say({ zh: "从何时起", en: "Since" }), say(dateTimeOf(new Date(since)))] as [string, string]]
      : []),
    ...(until
      ? [
          [say(untilName), `${say(dateTimeOf(new Date(until)))}${late ? `（${say(late)}）` : ""}`] as [
            string,
            string,
          ],
        ]
      : []),
  ];
}

const STATES = {
  done: { zh: "已完成", en: "done" },
  now: { zh: "正在办理", en: "under way" },
  coming: { zh: "未开始", en: "to come" },
};

/* An exit is proposed by the village; nobody applies for it. */
const FIRST = { identify: STATIONS[0], exit: { zh: "提出脱贫", en: "Exit proposed" } };

function Stations({ track, done }: { track: Followed["track"]; done: number }) {
  const [, ...others] = STATIONS;
  const stateAt = (at: number) => (at < done ? "done" : at === done ? "now" : "coming");
  return (
    <ol class="line">
      {[FIRST[track], ...others].map((station, at) => (
        <li key={station.en} class={stateAt(at)} aria-current={at === done ? "step" : undefined}>
          <span>{say(station)}</span>
          <span class="lineState">{say(STATES[stateAt(at)])}</span>
        </li>
      ))}
    </ol>
  );
}

const ENDINGS = {
  approved: {
    zh: "已确定为贫困户。接下来会有帮扶责任人与您家结对，并发放《扶贫手册》。",
    en: "Your household is registered as poor. A helper will be paired with it, and it gets its handbook.",
  },
  exited: {
    zh: "已按程序脱贫退出，历史记录保留。",
    en: "The household has left poverty by the procedure; its history is kept.",
  },
  notNominated: {
    zh: "村民代表会议没有评议通过。村里可以再次评议；有意见可以向镇政府反映。",
    en: "The villagers' representatives did not nominate this household. They may meet again; you may turn to the town government.",
  },
  rejected: {
    zh: "没有批准。有意见可以向镇政府、县扶贫办或监督部门反映。",
    en: "Not approved. You may turn to the town government, the county office or the supervisor.",
  },
  withdrawn: {
    zh: "这份申请已经撤回。需要时可以重新申请。",
    en: "This application was withdrawn. You may apply again.",
  },
} as const;

function ending({ status }: Followed) {
  const sentence = status in ENDINGS ? ENDINGS[status as keyof typeof ENDINGS] : undefined;
  return (
    sentence && (
      <Alert tone={status === "approved" || status === "exited" ? "success" : "info"}>{say(sentence)}</Alert>
    )
  );
}
