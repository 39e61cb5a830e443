import { Button, Card, EmptyState, Page, Tag } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { discard, sendAgain, sendWaiting, useUnsent } from "../../actions/outbox.ts";
import { OUTBOX_WORDS } from "../../actions/words.ts";
import type { RoomProps } from "../../shell/rooms.ts";

const WORDS = {
  title:   { zh: "待发送", en: "Not sent yet" },
  lead:    { zh: "这些内容保存在这台设备上，有网络后按顺序自动发送。重复发送不会重复生效。", en: "These are kept on this device and sent in order once there is a connection. Sending twice has the effect of once." },
  none:    { zh: "全部已发送", en: "Everything has been sent" },
  now:     { zh: "马上发送", en: "Send now" },
  again:   { zh: "再发一次", en: "Send again" },
  discard: { zh: "放弃这一项", en: "Give up" },
} as const;

const STAGES = {
  waiting: { tone: "waiting", zh: "等待发送", en: "waiting" },
  sending: { tone: "running", zh: "正在发送", en: "being sent" },
  refused: { tone: "held", zh: "没有被接受", en: "not accepted" },
  arrived: { tone: "done", zh: "已发送", en: "sent" },
} as const;

/** What is still on this device alone, and why. */
export function Unsent(_: RoomProps) {
  const unsent = useUnsent();
  return (
    <Page title={say(WORDS.title)} lead={say(WORDS.lead)} aside={unsent.length > 0 && <Button onClick={() => void sendWaiting()}>{say(WORDS.now)}</Button>}>
      {unsent.length === 0 && <EmptyState title={say(WORDS.none)} />}
      {unsent.length > 0 && (
        <Card>
          <ul class="taskRows">
            {unsent.map(({ parcel, stage }) => (
              <li key={parcel.id}>
                <span class="taskName">{say(parcel.label)}</span>
                <span class="taskState">
                  <Tag tone={STAGES[stage].tone}>{say(STAGES[stage])}</Tag>
                  {stage === "refused" && <Button kind="quiet" onClick={() => void sendAgain(parcel)}>{say(WORDS.again)}</Button>}
                  {stage === "refused" && <Button kind="quiet" onClick={() => void discard(parcel.id)}>{say(WORDS.discard)}</Button>}
                </span>
                {stage === "refused" && <p class="fieldError">{say(OUTBOX_WORDS.refused)}</p>}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}
