import { Alert, Button, ButtonLink, Card, EmptyState, Page, Tag } from "../../../shared/components.tsx";
import { useLoaded } from "../../../shared/loaded.ts";
import { say } from "../../../shared/language.tsx";
import { discard, sendAgain, sendWaiting, useSent, useUnsent } from "../../actions/outbox.ts";
import { isLasting } from "../../actions/parcelStore.ts";
import type { Parcel, Undone } from "../../actions/parcel.ts";
import type { Stage } from "../../actions/outbox.ts";
import { OUTBOX_WORDS, STAGES } from "../../actions/words.ts";
import { useApplication } from "../../data/applications.ts";
import { HouseholdLink } from "../../parts/HouseholdLink.tsx";
import type { RoomProps } from "../../shell/rooms.ts";

const WORDS = {
  title:   { zh: "待发送", en: "Not sent yet" },
  lead:    { zh: "这些内容保存在这台设备上，有网络后按顺序自动发送：先照片，后表。重复发送不会重复生效。打开着本页面才会发送。", en: "These are kept on this device and sent in order once there is a connection, photos before forms. Sending twice has the effect of once. They are sent while these pages are open." },
  none:    { zh: "全部已发送", en: "Everything has been sent" },
  now:     { zh: "马上发送", en: "Send now" },
  again:   { zh: "再发一次", en: "Send again" },
  discard: { zh: "放弃这一项", en: "Give up" },
  redo:    { zh: "打开，核对后重新提交", en: "Open it, check, send anew" },
  read:    { zh: "知道了", en: "I have read this" },
  waiting: { zh: "还没有发出去的", en: "Still on this device alone" },
  undone:  { zh: "已收到，但没有办成", en: "Received, but not done" },
  undoneLead: { zh: "您填的内容还在本机。按下面写的办，再提交一次。", en: "What you typed is still on this device. Do as is said below, then send it again." },
  sent:    { zh: "这次打开后已发送的", en: "Sent since these pages were opened" },
  fleeting: { zh: "这个浏览器不让网页保存内容（无痕窗口常是这样）：关掉页面，没发送的就没有了。", en: "This browser keeps nothing for pages (private windows do not): what is not sent is lost when the page is closed." },
} as const;

/** What is still on this device alone, what was not carried out and why, and what has gone. */
export function Unsent(_: RoomProps) {
  const unsent = useUnsent();
  const sent = useSent();
  const lasting = useLoaded(isLasting, []);
  const waiting = unsent.filter(({ stage }) => stage !== "undone");
  const undone = unsent.filter(({ stage }) => stage === "undone").map(({ parcel }) => parcel);
  return (
    <Page title={say(WORDS.title)} lead={say(WORDS.lead)} aside={waiting.length > 0 && <Button onClick={() => void sendWaiting()}>{say(WORDS.now)}</Button>}>
      {lasting.state === "ready" && !lasting.value && <Alert tone="warning">{say(WORDS.fleeting)}</Alert>}
      {undone.length > 0 && (
        <Card title={say(WORDS.undone)} aside={<Tag tone="held">{undone.length}</Tag>}>
          <p class="soft">{say(WORDS.undoneLead)}</p>
          <ul class="taskRows">{undone.map((parcel) => <UndoneRow key={parcel.id} parcel={parcel} />)}</ul>
        </Card>
      )}
      {unsent.length === 0 && <EmptyState title={say(WORDS.none)} />}
      {waiting.length > 0 && (
        <Card title={say(WORDS.waiting)} aside={<Tag tone="waiting">{waiting.length}</Tag>}>
          <ul class="taskRows">{waiting.map(({ parcel, stage }) => <WaitingRow key={parcel.id} parcel={parcel} stage={stage} />)}</ul>
        </Card>
      )}
      {sent.length > 0 && (
        <Card title={say(WORDS.sent)} aside={<Tag tone="done">{sent.length}</Tag>}>
          <ul class="taskRows">
            {sent.map((parcel) => <li key={parcel.id}><span class="taskName">{say(parcel.label)}</span><span class="taskState"><Tag tone="done">{say(STAGES.arrived)}</Tag></span></li>)}
          </ul>
        </Card>
      )}
    </Page>
  );
}

function WaitingRow({ parcel, stage }: { parcel: Parcel; stage: Stage }) {
  return (
    <li>
      <span class="taskName">{say(parcel.label)}</span>
      <span class="taskState">
        <Tag tone={STAGES[stage].tone}>{say(STAGES[stage])}</Tag>
        {stage === "refused" && <Button kind="quiet" onClick={() => void sendAgain(parcel)}>{say(WORDS.again)}</Button>}
        {stage === "refused" && <Button kind="quiet" onClick={() => void discard(parcel.id)}>{say(WORDS.discard)}</Button>}
        {stage === "waiting" && parcel.room && <ButtonLink kind="quiet" href={parcel.room}>{say({ zh: "查看", en: "See" })}</ButtonLink>}
      </span>
      {stage === "refused" && <p class="fieldError">{say(OUTBOX_WORDS.refused)}</p>}
    </li>
  );
}

function UndoneRow({ parcel }: { parcel: Parcel }) {
  return (
    <li>
      <span class="taskName">{say(parcel.label)}</span>
      <span class="taskState">
        {parcel.room && <ButtonLink href={parcel.room}>{say(WORDS.redo)}</ButtonLink>}
        <Button kind="quiet" onClick={() => void discard(parcel.id)}>{say(WORDS.read)}</Button>
      </span>
      {(parcel.undone ?? []).map((one) => <Why key={one.target ?? ""} undone={one} many={(parcel.targets ?? []).length} />)}
    </li>
  );
}

/** The sentence of a refusal, with the household it is about where the action was about several. */
function Why({ undone: { target, problem }, many }: { undone: Undone; many: number }) {
  const live = useApplication(many > 1 ? target : undefined);
  const household = live.state === "ready" ? live.value : null;
  return <p class="fieldError">{household && <><HouseholdLink household={household} />{say({ zh: "：", en: ": " })}</>}{say(problem)}</p>;
}
