import type { Complaint } from "@domain/records.ts";
import { useState } from "preact/hooks";
import { Alert, Button } from "../../../shared/components.tsx";
import { Dialog } from "../../../shared/dialog.tsx";
import { Field, FieldGroup } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { WORDS } from "../../../shared/words.ts";
import { call } from "../../actions/call.ts";
import type { WithId } from "../../data/convert.ts";
import { useKept } from "../../parts/useKept.ts";
import { Published, whyUnpublishable } from "../objections/Published.tsx";
import { OBJECTION_WORDS } from "../objections/words.ts";
import { COMPLAINT_WORDS } from "./words.ts";

type Typed = { finding: "" | "founded" | "unfounded"; reasons: string; published: string };

/** The supervisor's answer to one complaint; what is typed stays until it was taken. */
export function AnswerComplaint({ complaint }: { complaint: WithId<Complaint> }) {
  const [asking, setAsking] = useState(false);
  const [typed, setTyped, drop] = useKept<Typed>(`complaint.${complaint.id}`, { finding: "", reasons: "", published: "" });
  return (
    <>
      <div class="buttons"><Button kind="primary" onClick={() => setAsking(true)}>{say(COMPLAINT_WORDS.answer)}</Button></div>
      {asking && <AnswerDialog complaint={complaint} typed={typed} setTyped={setTyped} close={() => setAsking(false)} done={() => { setAsking(false); drop(); }} />}
    </>
  );
}

type DialogProps = { complaint: WithId<Complaint>; typed: Typed; setTyped: (typed: Typed) => void; close: () => void; done: () => void };

function AnswerDialog({ complaint, typed, setTyped, close, done }: DialogProps) {
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const { finding, reasons, published } = typed;
  const isExplained = reasons.trim().length >= 2;
  const unpublishable = whyUnpublishable(published);
  const submit = async (event: Event) => {
    event.preventDefault();
    setAsked(true);
    if (finding === "" || !isExplained || unpublishable) return;
    setBusy(true);
    const answer = await call("answerComplaint", { complaint: complaint.id, finding, reasons: reasons.trim(), published: published.trim() });
    setBusy(false);
    if (answer.ok) done();
    else setRefused(say(answer.problem));
  };
  const pick = (next: "founded" | "unfounded") => (
    <label class="option">
      <input type="radio" name="finding" checked={finding === next} onChange={() => setTyped({ ...typed, finding: next })} />
      <span><strong>{say(COMPLAINT_WORDS[next])}</strong></span>
    </label>
  );
  return (
    <Dialog title={say(COMPLAINT_WORDS.answer)} onClose={close}>
      <form onSubmit={submit} noValidate>
        <p class="quoted">{complaint.text}</p>
        <FieldGroup id="finding" label={say(COMPLAINT_WORDS.finding)} required error={asked && finding === "" ? say({ zh: "请选择是否属实。", en: "Choose whether it is founded." }) : undefined}>
          <div class="options">{pick("founded")}{pick("unfounded")}</div>
        </FieldGroup>
        <Field id="answerReasons" label={say(OBJECTION_WORDS.reasons)} required error={asked && !isExplained ? say({ zh: "请写明理由（至少两个字）。", en: "Give the reasons (two characters at least)." }) : undefined}>
          {(aria) => <textarea {...aria} rows={4} maxLength={1000} value={reasons} onInput={(event) => setTyped({ ...typed, reasons: event.currentTarget.value })} />}
        </Field>
        <Published value={published} onInput={(text) => setTyped({ ...typed, published: text })} error={asked ? unpublishable : undefined} copy={() => setTyped({ ...typed, published: reasons })} />
        {refused && <Alert tone="error">{refused}</Alert>}
        <div class="buttons">
          <Button kind="primary" type="submit" busy={busy}>{say(COMPLAINT_WORDS.answer)}</Button>
          <Button onClick={close}>{say(WORDS.cancel)}</Button>
        </div>
      </form>
    </Dialog>
  );
}
