import { useState } from "preact/hooks";
import { Button } from "../../../shared/components.tsx";
import { Dialog } from "../../../shared/dialog.tsx";
import { Field } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { WORDS } from "../../../shared/words.ts";
import type { Household } from "../../data/applications.ts";
import { whyNot } from "../../parts/can.ts";
import { householderOf } from "../../parts/status.tsx";
import { useKeptText } from "../../parts/useKept.ts";
import { useDesk } from "../../session/session.ts";
import { REVIEW_WORDS } from "./words.ts";

/** A household taken out of the approval: sent back, or refused, and why; and the length of its history then. */
export type Exception = { decision: "return" | "reject"; reasons: string; at: number };

type Props = { household: Household; isChosen: boolean; exception: Exception | undefined; decide: (exception: Exception | undefined) => void };

/** What is decided of one household, and the way to decide otherwise. */
export function DecisionCell({ household, isChosen, exception, decide }: Props) {
  const desk = useDesk();
  const [asking, setAsking] = useState<Exception["decision"]>();
  const name = householderOf(household);
  const off = whyNot(household, "approve", desk);
  const mayReturn = whyNot(household, "return", desk) === undefined;
  const ask = (decision: Exception["decision"]) => () => setAsking(decision);
  return (
    <div class="decision">
      {exception && (
        <p class="exception">
          <strong>{say(REVIEW_WORDS[exception.decision])}</strong>{say({ zh: "：", en: ": " })}{exception.reasons}
        </p>
      )}
      {!exception && off && off !== "notNow" && <p class="soft">{say(off)}</p>}
      {!exception && !off && <span class={isChosen ? "approved" : "soft"}>{say(isChosen ? REVIEW_WORDS.approve : REVIEW_WORDS.wait)}</span>}
      <span class="decisionButtons">
        {exception && <Button kind="quiet" aria-label={`${say(REVIEW_WORDS.change)} ${name}`} onClick={ask(exception.decision)}>{say(REVIEW_WORDS.change)}</Button>}
        {exception && <Button kind="quiet" aria-label={`${say(REVIEW_WORDS.undo)} ${name}`} onClick={() => decide(undefined)}>{say(REVIEW_WORDS.undo)}</Button>}
        {!exception && mayReturn && <Button kind="quiet" aria-label={`${say(REVIEW_WORDS.return)} ${name}`} onClick={ask("return")}>{say(REVIEW_WORDS.return)}</Button>}
        {!exception && mayReturn && <Button kind="quiet" aria-label={`${say(REVIEW_WORDS.reject)} ${name}`} onClick={ask("reject")}>{say(REVIEW_WORDS.reject)}</Button>}
      </span>
      {asking && (
        <Reasons
          about={household.id}
          name={name}
          decision={asking}
          reasons={exception?.reasons ?? ""}
          close={() => setAsking(undefined)}
          keep={(reasons) => {
            decide({ decision: asking, reasons, at: household.chain.length });
            setAsking(undefined);
          }}
        />
      )}
    </div>
  );
}

type ReasonsProps = { about: string; name: string; decision: Exception["decision"]; reasons: string; close: () => void; keep: (reasons: string) => void };

function Reasons({ about, name, decision, reasons, close, keep }: ReasonsProps) {
  const [text, setText, drop] = useKeptText(`decision.${decision}.${about}`, reasons);
  const [problem, setProblem] = useState<string>();
  const submit = (event: Event) => {
    event.preventDefault();
    if (text.trim().length < 2) return setProblem(say({ zh: "请写明理由（至少两个字）。", en: "Give the reasons (two characters at least)." }));
    drop();
    keep(text.trim());
  };
  return (
    <Dialog title={`${say(REVIEW_WORDS[decision])}${say({ zh: "：", en: ": " })}${name}`} onClose={close}>
      <form onSubmit={submit} noValidate>
        <p>{say(decision === "return" ? REVIEW_WORDS.returned : REVIEW_WORDS.rejected)}</p>
        <Field id="decisionReasons" label={say({ zh: "理由（农户和村里能看到）", en: "Reasons (the household and the village see them)" })} required error={problem}>
          {(aria) => <textarea {...aria} rows={4} maxLength={1000} value={text} onInput={(event) => setText(event.currentTarget.value)} />}
        </Field>
        <div class="buttons">
          <Button kind="primary" type="submit">{say({ zh: "确定", en: "OK" })}</Button>
          <Button onClick={close}>{say(WORDS.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  );
}
