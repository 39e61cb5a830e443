import { useState } from "preact/hooks";
import { Button } from "../../../shared/components.tsx";
import { Dialog } from "../../../shared/dialog.tsx";
import { Field } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { WORDS } from "../../../shared/words.ts";
import type { Recusal } from "./typed.ts";
import { MEETING_WORDS } from "./words.ts";

type RecusalsProps = { name: string; recusals: readonly Recusal[]; close: () => void; keep: (recusals: Recusal[]) => void };

const NOBODY: Recusal = { name: "", reason: "", isMe: false };
const MOST = 20;

/** Who left the room while this household was voted on, and why. */
export function Recusals({ name, recusals, close, keep }: RecusalsProps) {
  const [list, setList] = useState<Recusal[]>(recusals.length > 0 ? [...recusals] : [NOBODY]);
  const [asked, setAsked] = useState(false);
  const set = (at: number, change: Partial<Recusal>) => setList(list.map((one, place) => (place === at ? { ...one, ...change } : one)));
  const filled = list.filter((one) => one.name.trim() || one.reason.trim() || one.isMe);
  const submit = (event: Event) => {
    event.preventDefault();
    setAsked(true);
    if (filled.every((one) => one.name.trim() && one.reason.trim().length >= 2)) keep(filled);
  };
  return (
    <Dialog title={`${say(MEETING_WORDS.recusals)}${say({ zh: "：", en: ": " })}${name}`} onClose={close}>
      <form onSubmit={submit} noValidate>
        {list.map((one, at) => (
          <fieldset class="formRow" key={at}>
            <legend class="unseen">{`${say(MEETING_WORDS.recusals)} ${at + 1}`}</legend>
            <Field id={`recused-${at}`} label={say(MEETING_WORDS.who)} required error={asked && filled.includes(one) && !one.name.trim() ? say({ zh: "请填写姓名。", en: "Give the name." }) : undefined}>
              {(aria) => <input {...aria} class="input" maxLength={40} value={one.name} onInput={(event) => set(at, { name: event.currentTarget.value })} />}
            </Field>
            <Field id={`recusedWhy-${at}`} label={say(MEETING_WORDS.why)} required error={asked && filled.includes(one) && one.reason.trim().length < 2 ? say({ zh: "请写明理由，如：户主的弟弟。", en: "Give the reason, such as: brother of the head." }) : undefined}>
              {(aria) => <input {...aria} class="input" maxLength={1000} value={one.reason} onInput={(event) => set(at, { reason: event.currentTarget.value })} />}
            </Field>
            <label class="option">
              <input type="checkbox" checked={one.isMe} onChange={() => set(at, { isMe: !one.isMe })} />
              <span>{say(MEETING_WORDS.me)}</span>
            </label>
            <Button kind="quiet" onClick={() => setList(list.filter((_, place) => place !== at))}>{say(WORDS.remove)}</Button>
          </fieldset>
        ))}
        {list.length < MOST && <Button onClick={() => setList([...list, NOBODY])}>{say({ zh: "增加一位回避的代表", en: "Add a representative" })}</Button>}
        <div class="buttons">
          <Button kind="primary" type="submit">{say({ zh: "确定", en: "OK" })}</Button>
          <Button onClick={close}>{say(WORDS.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  );
}
