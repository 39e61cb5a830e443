import type { Found } from "@domain/workflow/case.ts";
import { Tag, Button } from "../../../shared/components.tsx";
import { Field } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { REGISTRATION_WORDS } from "./words.ts";

type AnswersProps = {
  found: readonly Found[];
  answers: Readonly<Record<string, string>>;
  /** Whether somebody has asked for the check: then what is missing is told. */
  asked: boolean;
  change: (answers: Record<string, string>) => void;
  see: (path: string) => void;
};

const RANK = { error: 0, doubt: 1, lead: 2 } as const;

/** Everything that the checks ask about the form: doubts with the room for their answer, hints to be looked at. */
export function Answers({ found, answers, asked, change, see }: AnswersProps) {
  const asks = found.filter(({ level }) => level !== "error").sort((a, b) => RANK[a.level] - RANK[b.level]);
  return (
    <section class="formSection" aria-label={say(REGISTRATION_WORDS.answers)}>
      <h2>{say(REGISTRATION_WORDS.answers)}</h2>
      {asks.length === 0 ? <p class="soft">{say(REGISTRATION_WORDS.noQuestions)}</p> : <p class="help">{say(REGISTRATION_WORDS.answersLead)}</p>}
      <ul class="questions">
        {asks.map((one) => {
          const path = one.paths[0];
          const text = answers[one.rule] ?? "";
          const isMissing = asked && text.trim().length < 2;
          return (
            <li key={one.rule}>
              <p>
                <Tag tone={one.level === "doubt" ? "held" : "ended"}>{say(one.level === "doubt" ? REGISTRATION_WORDS.doubt : REGISTRATION_WORDS.hint)}</Tag> {say(one)}
                {path && <Button kind="quiet" onClick={() => see(path)}>{say(REGISTRATION_WORDS.toField)}</Button>}
              </p>
              {one.level === "doubt" && (
                <Field id={`answer-${one.rule}`} label={say(REGISTRATION_WORDS.answer)} required error={isMissing ? say(REGISTRATION_WORDS.answerMissing) : undefined}>
                  {(aria) => <textarea {...aria} rows={2} maxLength={1000} value={text} onInput={(event) => change({ ...answers, [one.rule]: event.currentTarget.value })} />}
                </Field>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
