import { MEETING_KINDS, ROLES, STATUSES, TRACKS } from "lika:tables";
import type { Tone } from "../../shared/components.tsx";
import { Alert, Card, Facts, Tag } from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";
import { dateTimeOf, dayOf, lateSince } from "../../shared/time.ts";
import type { Followed, ToldObjection } from "../following.ts";
import { isApproved, mayWithdraw, placeOf } from "../following.ts";
import { HELP_STATIONS, PUBLIC, STATIONS } from "../words.ts";
import { OwnRecord } from "../own/OwnRecord.tsx";
import { OwnResults } from "./OwnResults.tsx";
import { Withdrawal } from "./Withdrawal.tsx";

function toneOf({ status }: Followed): Tone {
  if (placeOf(status).stopped) return "ended";
  if (isApproved(status) || status === "exited") return "done";
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
      {followed.objections.map((one) => <Objected key={`${one.dueAt} ${one.answer?.at}`} {...one} />)}
      {followed.late && (
        <Alert tone="warning">
          {say({ zh: `这一步办得晚了，系统已报${LEVELS[followed.late].zh}督促。`, en: `This step is late; ${LEVELS[followed.late].en} was told.` })}
        </Alert>
      )}
      {followed.stoppedUntil && (
        <Alert tone="info">
          {say({ zh: `因等外部材料暂停计时，最晚到${dateTimeOf(new Date(followed.stoppedUntil)).zh}。`, en: `The clock stands still for a paper from elsewhere, until ${dateTimeOf(new Date(followed.stoppedUntil)).en} at most.` })}
        </Alert>
      )}
      <Facts
        rows={[
          [say(PUBLIC.track), say(TRACKS[track])],
          [say({ zh: "所在村", en: "Village" }), village],
          [say({ zh: "现在由谁办理", en: "Now with" }), holderOf(followed)],
          ...times(followed),
          ...followed.again.map(({ kind, at, reason }) => [`${say(MEETING_KINDS[kind])} ${say(dateTimeOf(new Date(at)))}`, reason] as const),
          ...(followed.helperFrom ? [[say({ zh: "现在的帮扶责任人从何时起", en: "Present helper since" }), say(dayOf(followed.helperFrom))] as const] : []),
        ]}
      />
      {!placeOf(status).stopped && <Stations track={track} done={placeOf(status).done} isApproved={isApproved(status)} />}
      {ending(followed)}
      {isApproved(status) && <OwnResults number={number} />}
      <OwnRecord number={number} mayAsk={mayWithdraw(status)} />
      {mayWithdraw(status) && <Withdrawal number={number} done={again} />}
    </Card>
  );
}

/** Of an objection what the household concerned may know: who answers and by when, then the published answer. */
function Objected({ status, level, dueAt, answer }: ToldObjection) {
  if (!answer) {
    const until = dateTimeOf(new Date(dueAt));
    return (
      <Alert tone="warning">
        {say({
          zh: `有人对这一户提出了异议，由${LEVELS[level].zh}在${until.zh}以前答复。答复之前暂停往下办理。您不用做什么，需要时会有人联系您。`,
          en: `Somebody objected to this household; ${LEVELS[level].en} answers by ${until.en}, and it waits until then. You need do nothing; you will be asked if necessary.`,
        })}
      </Alert>
    );
  }
  const outcome = status === "upheld" ? { zh: "异议成立，重新调查", en: "upheld: surveyed anew" } : { zh: "异议不成立", en: "dismissed" };
  const title = { zh: `有人提出的异议已答复：${outcome.zh}（${dateTimeOf(new Date(answer.at)).zh}）`, en: `An objection was answered, ${outcome.en} (${dateTimeOf(new Date(answer.at)).en})` };
  return <Alert tone="info" title={say(title)}>{answer.text}</Alert>;
}

const LEVELS = { town: { zh: "镇政府", en: "the town" }, county: { zh: "县扶贫办", en: "the county" }, supervisor: { zh: "监督部门", en: "the supervisor" } };
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
const FIRST = { identify: STATIONS[0], village: STATIONS[0], exit: { zh: "提出脱贫", en: "Exit proposed" } };

function Stations({ track, done, isApproved: goesOn }: { track: Followed["track"]; done: number; isApproved: boolean }) {
  const [, ...before] = STATIONS;
  /* What follows the decision is told once there is one. */
  const others = goesOn ? [...before, ...HELP_STATIONS] : before;
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
  paired: {
    zh: "您家的帮扶责任人已经确定，会上门和您商量帮扶计划：您家缺什么、今年做什么，都可以说。",
    en: "Your helper is chosen and will call to plan with you: say what your household lacks and what should be done.",
  },
  planned: {
    zh: "帮扶计划已经定好。村里会上门填写登记表，请把户口簿、身份证准备好。",
    en: "The plan of help is made. The village comes to fill in the registration form: have your household booklet and identity cards ready.",
  },
  registered: {
    zh: "登记表已填好。接下来印制《扶贫手册》，发到您家，您签收一本。",
    en: "The registration form is complete. Your handbook is printed next; you sign for your copy.",
  },
  handbookIssued: {
    zh: "《扶贫手册》已经发给您家，请保管好。您家的信息正在录入全国系统。",
    en: "Your household has its handbook; keep it safe. Its data are now entered in the national system.",
  },
  entered: {
    zh: "您家的信息已录入全国系统，等镇里上报县扶贫办。您不用做什么。",
    en: "Your data are in the national system; the town reports to the county next. You need do nothing.",
  },
  reported: {
    zh: "已上报县扶贫办，正在核对。有不清楚的，会有人来问您。",
    en: "Reported to the county and being checked. You will be asked if something is unclear.",
  },
  inService: {
    zh: "您家已在册，按帮扶计划接受帮扶。家里添人、减人、搬迁或收入有大的变化，请告诉村两委或帮扶责任人。",
    en: "Your household is in the register and helped by its plan. Tell the village committee or your helper when people come or go, or income changes.",
  },
  changeReview: {
    zh: "您家仍在册。有一项变更正在审核，有结果后会告诉您。",
    en: "Your household is still in the register. A change is under review; you will be told the result.",
  },
  ended: {
    zh: "您家已不在册，历史记录保留。有意见可以向镇政府、县扶贫办或监督部门反映。",
    en: "Your household is no longer in the register; its history is kept. You may turn to the town government, the county office or the supervisor.",
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
      <Alert tone={isApproved(status) || status === "exited" ? "success" : "info"}>{say(sentence)}</Alert>
    )
  );
}
