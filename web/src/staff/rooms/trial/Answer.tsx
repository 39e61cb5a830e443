import { useState } from "preact/hooks";
import { Button } from "../../../shared/components.tsx";
import { Field } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { WORDS } from "../../../shared/words.ts";
import { usePosting } from "../../actions/usePosting.ts";
import type { Household } from "../../data/applications.ts";
import { Outcome, useOutcome } from "../../parts/Outcome.tsx";
import { householderOf } from "../../parts/status.tsx";
import { useKept } from "../../parts/useKept.ts";
import { TRIAL_WORDS } from "./words.ts";

/** So many records one action may name. */
const MOST = 500;

type AnswerProps = {
  rule: string;
  /** The answer that is to be changed; empty where there is none. */
  before: string;
  /** Of one village; they get the same answer. */
  records: readonly Household[];
  /** Whose question it is, for those who hear the form. */
  name: string;
  close?: (() => void) | undefined;
};

/** The written answer to a doubt of one record, or to the same doubt of several. */
export function Answer({ rule, before, records, name, close }: AnswerProps) {
  const [first] = records;
  const about = records.length === 1 ? first?.id : first?.village;
  const [typed, setTyped, drop] = useKept<{ text: string }>(`finding.${about}.${rule}`, { text: before });
  const [problem, setProblem] = useState<string>();
  const [names, setNames] = useState<Record<string, string>>({});
  const { post, progress, underWay } = usePosting();
  useOutcome(progress, ({ applied }) => {
    if (applied === 0) return;
    drop();
    close?.();
  });
  const send = (event: Event) => {
    event.preventDefault();
    const text = typed.text.trim();
    setProblem(text.length < 2 ? say(TRIAL_WORDS.answerMissing) : undefined);
    if (text.length < 2 || !first) return;
    const told = records.slice(0, MOST);
    setNames(Object.fromEntries(told.map((record) => [record.id, householderOf(record)])));
    void post({ type: "answerFinding", area: first.village, targets: told.map(({ id }) => id), input: { rule, answer: text }, about: `${name} ${rule}` });
  };
  return (
    <form onSubmit={send} noValidate>
      {first && (
        <div class="answerForm">
          <Field id={`answer-${about}-${rule}`} label={say(TRIAL_WORDS.answer)} required error={problem}>
            {(aria) => <textarea {...aria} rows={2} maxLength={1000} aria-label={`${name} ${rule} ${say(TRIAL_WORDS.answer)}`} value={typed.text} onInput={(event) => setTyped({ text: event.currentTarget.value })} />}
          </Field>
          <Button type="submit" busy={underWay} aria-label={`${say(TRIAL_WORDS.answerSend)} ${name} ${rule}`}>{say(TRIAL_WORDS.answerSend)}</Button>
          {close && <Button kind="quiet" onClick={close}>{say(WORDS.cancel)}</Button>}
        </div>
      )}
      <Outcome progress={progress} nameOf={(target) => names[target] ?? name} />
    </form>
  );
}

/** The same doubt about several households of a village, answered at once where the answer is the same. */
export function AnswerTogether({ rule, records }: { rule: string; records: readonly Household[] }) {
  /* It stays once it was there, so that its outcome is seen. */
  const [wereMany] = useState(records.length > 1);
  if (records.length < 2 && !wereMany) return null;
  const name = say({ zh: `${records.length} 户一起`, en: `All ${records.length}` });
  return (
    <section class="record" aria-label={say(TRIAL_WORDS.together)}>
      {records.length > 0 && <h3>{say({ zh: `这 ${records.length} 户情况相同的，可以一起说明`, en: `The same is true of all ${records.length}? Answer them together` })}</h3>}
      <Answer rule={rule} before="" records={records} name={name} />
    </section>
  );
}
