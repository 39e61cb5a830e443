import type { Complaint } from "@domain/records.ts";
import { useState } from "preact/hooks";
import { Button } from "../../../shared/components.tsx";
import { Dialog } from "../../../shared/dialog.tsx";
import { say } from "../../../shared/language.tsx";
import { call } from "../../actions/call.ts";
import type { WithId } from "../../data/convert.ts";
import { useKept } from "../../parts/useKept.ts";
import type { TypedAnswer } from "../objections/AnswerForm.tsx";
import { AnswerForm, NO_ANSWER } from "../objections/AnswerForm.tsx";
import { COMPLAINT_WORDS } from "./words.ts";

type Finding = "founded" | "unfounded";
type Typed = TypedAnswer<Finding>;

/** The supervisor's answer to one complaint; what is typed stays until it was taken. */
export function AnswerComplaint({ complaint }: { complaint: WithId<Complaint> }) {
  const [asking, setAsking] = useState(false);
  const [typed, setTyped, drop] = useKept<Typed>(`complaint.${complaint.id}`, NO_ANSWER);
  return (
    <>
      <div class="buttons"><Button kind="primary" onClick={() => setAsking(true)}>{say(COMPLAINT_WORDS.answer)}</Button></div>
      {asking && <AnswerDialog complaint={complaint} typed={typed} setTyped={setTyped} close={() => setAsking(false)} done={() => { setAsking(false); drop(); }} />}
    </>
  );
}

type DialogProps = { complaint: WithId<Complaint>; typed: Typed; setTyped: (typed: Typed) => void; close: () => void; done: () => void };

const QUESTION = { label: COMPLAINT_WORDS.finding, missing: { zh: "请选择是否属实。", en: "Choose whether it is founded." } };
const OPTIONS = [{ value: "founded", label: COMPLAINT_WORDS.founded }, { value: "unfounded", label: COMPLAINT_WORDS.unfounded }] as const;

function AnswerDialog({ complaint, typed, setTyped, close, done }: DialogProps) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const send = async ({ decision: finding, ...answer }: { decision: Finding; reasons: string; published: string }) => {
    setBusy(true);
    const reply = await call("answerComplaint", { complaint: complaint.id, finding, ...answer });
    setBusy(false);
    if (reply.ok) done();
    else setRefused(say(reply.problem));
  };
  return (
    <Dialog title={say(COMPLAINT_WORDS.answer)} onClose={close}>
      <AnswerForm typed={typed} setTyped={setTyped} question={QUESTION} options={OPTIONS} busy={busy} refused={refused} send={(answer) => void send(answer)} close={close}>
        <p class="quoted">{complaint.text}</p>
      </AnswerForm>
    </Dialog>
  );
}
