import type { Objection } from "@domain/records.ts";
import { useState } from "preact/hooks";
import { Button } from "../../../shared/components.tsx";
import { Dialog } from "../../../shared/dialog.tsx";
import { Field, FieldGroup } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { WORDS } from "../../../shared/words.ts";
import { usePosting } from "../../actions/usePosting.ts";
import { useApplication } from "../../data/applications.ts";
import type { WithId } from "../../data/convert.ts";
import { whyNot } from "../../parts/can.ts";
import { Outcome, useOutcome } from "../../parts/Outcome.tsx";
import { StatusTags } from "../../parts/status.tsx";
import { useKept } from "../../parts/useKept.ts";
import { useDesk } from "../../session/session.ts";
import { Published, whyUnpublishable } from "./Published.tsx";
import { OBJECTION_WORDS } from "./words.ts";

type AnswerProps = { objection: WithId<Objection> };
type Typed = { decision: "" | "dismiss" | "uphold"; reasons: string; published: string };

/** The way to an answer, while the objection is open and this person may give one. */
export function Answer({ objection }: AnswerProps) {
  const { campaign } = useDesk();
  const [asking, setAsking] = useState(false);
  const { post, progress, underWay } = usePosting();
  const [typed, setTyped, drop] = useKept<Typed>(`answer.${objection.id}`, { decision: "", reasons: "", published: "" });
  useOutcome(progress, ({ applied }) => applied > 0 && drop());
  const isOpen = objection.status === "open";
  return (
    <>
      <Outcome progress={progress} nameOf={() => objection.householder} done={() => say(OBJECTION_WORDS.done)} />
      {isOpen && campaign.status === "open" && <div class="buttons"><Button kind="primary" busy={underWay} onClick={() => setAsking(true)}>{say(OBJECTION_WORDS.answer)}</Button></div>}
      {asking && (
        <AnswerDialog
          objection={objection}
          typed={typed}
          setTyped={setTyped}
          close={() => setAsking(false)}
          send={(decision, seen) => {
            setAsking(false);
            const input = { objection: objection.id, decision, reasons: typed.reasons.trim(), published: typed.published.trim() };
            void post({ type: "answerObjection", area: objection.village, targets: [objection.application], input, seen, about: objection.householder });
          }}
        />
      )}
    </>
  );
}

type DialogProps = AnswerProps & {
  typed: Typed;
  setTyped: (typed: Typed) => void;
  close: () => void;
  send: (decision: "dismiss" | "uphold", seen: Record<string, number>) => void;
};

function AnswerDialog({ objection, typed, setTyped, close, send }: DialogProps) {
  const desk = useDesk();
  const live = useApplication(objection.application);
  const household = live.state === "ready" ? live.value : undefined;
  const [asked, setAsked] = useState(false);
  const off = household ? whyNot(household, "answerObjection", desk) : undefined;
  const { decision, reasons, published } = typed;
  const isExplained = reasons.trim().length >= 2;
  const unpublishable = whyUnpublishable(published);
  const submit = (event: Event) => {
    event.preventDefault();
    setAsked(true);
    if (decision !== "" && isExplained && !unpublishable && household) send(decision, { [household.id]: household.chain.length });
  };
  const pick = (next: "dismiss" | "uphold") => (
    <label class="option">
      <input type="radio" name="decision" checked={decision === next} onChange={() => setTyped({ ...typed, decision: next })} />
      <span><strong>{say(OBJECTION_WORDS[next])}</strong> {say(OBJECTION_WORDS[`${next}Lead`])}</span>
    </label>
  );
  return (
    <Dialog title={`${say(OBJECTION_WORDS.answer)}${say({ zh: "：", en: ": " })}${objection.householder}`} onClose={close}>
      <form onSubmit={submit} noValidate>
        <p class="quoted">{objection.text}</p>
        {household && <p><StatusTags application={household} /></p>}
        {off && off !== "notNow" && <p class="fieldError">{say(off)}</p>}
        <FieldGroup id="decision" label={say(OBJECTION_WORDS.decision)} required error={asked && decision === "" ? say({ zh: "请选择异议是否成立。", en: "Choose whether it holds." }) : undefined}>
          <div class="options">{pick("dismiss")}{pick("uphold")}</div>
        </FieldGroup>
        <Field id="answerReasons" label={say(OBJECTION_WORDS.reasons)} required help={say(OBJECTION_WORDS.reasonsLead)} error={asked && !isExplained ? say({ zh: "请写明理由（至少两个字）。", en: "Give the reasons (two characters at least)." }) : undefined}>
          {(aria) => <textarea {...aria} rows={4} maxLength={1000} value={reasons} onInput={(event) => setTyped({ ...typed, reasons: event.currentTarget.value })} />}
        </Field>
        <Published value={published} onInput={(text) => setTyped({ ...typed, published: text })} error={asked ? unpublishable : undefined} copy={() => setTyped({ ...typed, published: reasons })} />
        <div class="buttons">
          <Button kind="primary" type="submit" disabled={off !== undefined || !household}>{say(OBJECTION_WORDS.answer)}</Button>
          <Button onClick={close}>{say(WORDS.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  );
}
