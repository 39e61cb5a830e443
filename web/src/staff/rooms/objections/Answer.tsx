import type { Objection } from "@domain/records.ts";
import { useState } from "preact/hooks";
import { Button } from "../../../shared/components.tsx";
import { Dialog } from "../../../shared/dialog.tsx";
import { say } from "../../../shared/language.tsx";
import { usePosting } from "../../actions/usePosting.ts";
import { useApplication } from "../../data/applications.ts";
import type { WithId } from "../../data/convert.ts";
import { whyNot } from "../../parts/can.ts";
import { Outcome, useOutcome } from "../../parts/Outcome.tsx";
import { StatusTags } from "../../parts/status.tsx";
import { useKept } from "../../parts/useKept.ts";
import { useDesk } from "../../session/session.ts";
import type { TypedAnswer } from "./AnswerForm.tsx";
import { AnswerForm, NO_ANSWER } from "./AnswerForm.tsx";
import { OBJECTION_WORDS } from "./words.ts";

type AnswerProps = { objection: WithId<Objection> };
type Decision = "dismiss" | "uphold";
type Typed = TypedAnswer<Decision>;

/** The way to an answer, while the objection is open and this person may give one. */
export function Answer({ objection }: AnswerProps) {
  const { campaign } = useDesk();
  const [asking, setAsking] = useState(false);
  const { post, progress, underWay } = usePosting();
  const [typed, setTyped, drop] = useKept<Typed>(`answer.${objection.id}`, NO_ANSWER);
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
          send={(answer, seen) => {
            setAsking(false);
            void post({ type: "answerObjection", area: objection.village, targets: [objection.application], input: { objection: objection.id, ...answer }, seen, about: objection.householder });
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
  send: (answer: { decision: Decision; reasons: string; published: string }, seen: Record<string, number>) => void;
};

const QUESTION = { label: OBJECTION_WORDS.decision, missing: { zh: "请选择异议是否成立。", en: "Choose whether it holds." } };
const OPTIONS = [
  { value: "dismiss", label: OBJECTION_WORDS.dismiss, lead: OBJECTION_WORDS.dismissLead },
  { value: "uphold", label: OBJECTION_WORDS.uphold, lead: OBJECTION_WORDS.upholdLead },
] as const;

function AnswerDialog({ objection, typed, setTyped, close, send }: DialogProps) {
  const desk = useDesk();
  const live = useApplication(objection.application);
  const household = live.state === "ready" ? live.value : undefined;
  const off = household ? whyNot(household, "answerObjection", desk) : undefined;
  return (
    <Dialog title={`${say(OBJECTION_WORDS.answer)}${say({ zh: "：", en: ": " })}${objection.householder}`} onClose={close}>
      <AnswerForm
        typed={typed} setTyped={setTyped} question={QUESTION} options={OPTIONS} reasonsLead={OBJECTION_WORDS.reasonsLead}
        isOff={off !== undefined || !household}
        send={(answer) => household && send(answer, { [household.id]: household.chain.length })}
        close={close}
      >
        <p class="quoted">{objection.text}</p>
        {household && <p><StatusTags application={household} /></p>}
        {off && off !== "notNow" && <p class="fieldError">{say(off)}</p>}
      </AnswerForm>
    </Dialog>
  );
}
