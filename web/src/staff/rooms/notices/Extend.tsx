import type { Notice } from "@domain/notice/notice.ts";
import { useState } from "preact/hooks";
import { Alert, Button } from "../../../shared/components.tsx";
import { Dialog } from "../../../shared/dialog.tsx";
import { Field } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { dateTimeOf } from "../../../shared/time.ts";
import { WORDS } from "../../../shared/words.ts";
import { usePosting } from "../../actions/usePosting.ts";
import type { WithId } from "../../data/convert.ts";
import { Outcome } from "../../parts/Outcome.tsx";
import { fromShanghaiInput, toShanghaiInput } from "../../parts/shanghai.ts";
import { useKept } from "../../parts/useKept.ts";
import { NOTICE_WORDS } from "./words.ts";

const DAY = 86_400_000;

type ExtendProps = { notice: WithId<Notice> };

const keyOf = ({ id, closesAt }: WithId<Notice>): string => `extend.${id}.${closesAt.getTime()}`;

/** Moves a notice's end, later only, and with a reason. */
export function Extend({ notice }: ExtendProps) {
  const [asking, setAsking] = useState(false);
  const { post, progress, underWay } = usePosting();
  const send = (closesAt: Date, reason: string) => {
    setAsking(false);
    void post({ type: "extendNotice", area: notice.village, targets: [notice.id], input: { closesAt: closesAt.toISOString(), reason }, about: notice.villageName, keptAs: keyOf(notice) });
  };
  return (
    <>
      <Outcome progress={progress} nameOf={() => notice.villageName} done={() => say(NOTICE_WORDS.extended)} />
      <div class="buttons"><Button busy={underWay} onClick={() => setAsking(true)}>{say(NOTICE_WORDS.extend)}</Button></div>
      {asking && <NewEnd notice={notice} close={() => setAsking(false)} send={send} />}
    </>
  );
}

type NewEndProps = ExtendProps & { close: () => void; send: (closesAt: Date, reason: string) => void };

function NewEnd({ notice, close, send }: NewEndProps) {
  const [{ end, reason }, setTyped] = useKept(keyOf(notice), { end: toShanghaiInput(new Date(notice.closesAt.getTime() + DAY)), reason: "" });
  const [asked, setAsked] = useState(false);
  const closesAt = fromShanghaiInput(end);
  const isLater = closesAt !== undefined && closesAt > notice.closesAt;
  const isExplained = reason.trim().length >= 2;
  const submit = (event: Event) => {
    event.preventDefault();
    setAsked(true);
    if (!closesAt || !isLater || !isExplained) return;
    send(closesAt, reason.trim());
  };
  const late = say({ zh: `新的截止时间要晚于 ${dateTimeOf(notice.closesAt).zh}。`, en: `The new end must be later than ${dateTimeOf(notice.closesAt).en}.` });
  return (
    <Dialog title={say(NOTICE_WORDS.extend)} onClose={close}>
      <form onSubmit={submit} noValidate>
        <Alert tone="info">{say(NOTICE_WORDS.extendLead)}</Alert>
        <Field id="newEnd" label={say(NOTICE_WORDS.newEnd)} required error={asked && !isLater ? late : undefined}>
          {(aria) => <input {...aria} class="input" type="datetime-local" value={end} onInput={(event) => setTyped({ end: event.currentTarget.value, reason })} />}
        </Field>
        <Field id="extendReason" label={say({ zh: "理由", en: "Reason" })} required error={asked && !isExplained ? say({ zh: "请写明理由（至少两个字）。", en: "Give the reason (two characters at least)." }) : undefined}>
          {(aria) => <textarea {...aria} rows={3} maxLength={1000} value={reason} onInput={(event) => setTyped({ end, reason: event.currentTarget.value })} />}
        </Field>
        <div class="buttons">
          <Button kind="primary" type="submit">{say(NOTICE_WORDS.extend)}</Button>
          <Button onClick={close}>{say(WORDS.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  );
}
